import { expect, test } from "vitest";
import { type Addresses, escapeAttribute, escapeText, writeElement } from "../../src/epub/write-xhtml.ts";
import { a, el, em, img, p } from "../support/elements.ts";

const AS_WRITTEN: Addresses = { imageSource: (path) => path, linkTarget: (href) => href };

test("text and attributes are escaped", () => {
  expect(escapeText(`a & b < c > d "e" 'f'`)).toBe(`a &amp; b &lt; c &gt; d "e" 'f'`);
  expect(escapeAttribute(`a & "b"\n<c>\t`)).toBe("a &amp; &quot;b&quot;&#10;&lt;c&gt;&#9;");
});

test("characters that XML forbids become replacement characters, all others stay", () => {
  expect(escapeText("a\u0001b\u{ffff}c\ud800d")).toBe("a\u{fffd}b\u{fffd}c\u{fffd}d");
  expect(escapeText("\t\n é 𝔘 \u{10fffd} \u00ad")).toBe("\t\n é 𝔘 \u{10fffd} \u00ad");
});

test("blocks that hold only blocks stand a line each; running text is left alone", () => {
  const quote = el("blockquote", {}, p("One ", em("two"), "."), el("ul", {}, el("li", {}, "a ", em("b"))));
  expect(writeElement(quote, AS_WRITTEN)).toBe(
    "<blockquote>\n<p>One <em>two</em>.</p>\n<ul>\n<li>a <em>b</em></li>\n</ul>\n</blockquote>",
  );
});

test("code keeps every space and line end", () => {
  const code = el("pre", {}, el("code.language-c", {}, "if (a < b)\n\n\treturn  &x;"));
  expect(writeElement(code, AS_WRITTEN)).toBe(
    '<pre><code class="language-c">if (a &lt; b)\n\n\treturn  &amp;x;</code></pre>',
  );
});

test("void elements close themselves, empty others do not", () => {
  expect(writeElement(p("a", el("br", {}), "b"), AS_WRITTEN)).toBe("<p>a<br/>b</p>");
  expect(writeElement(el("hr.scenebreak", {}), AS_WRITTEN)).toBe('<hr class="scenebreak"/>');
  expect(writeElement(el("td", {}), AS_WRITTEN)).toBe("<td></td>");
});

test("id, classes and every other attribute are written", () => {
  const list = el("ol#steps.tight.steps", { start: "3" }, el("li", {}, "x"));
  expect(writeElement(list, AS_WRITTEN)).toBe('<ol id="steps" class="tight steps" start="3">\n<li>x</li>\n</ol>');
  const head = el("tr", {}, el("th", { scope: "col" }, "A"), el("th", { scope: "col" }, "B & C"));
  expect(writeElement(head, AS_WRITTEN)).toBe(
    '<tr>\n<th scope="col">A</th>\n<th scope="col">B &amp; C</th>\n</tr>',
  );
});

test("lang is written as xml:lang too", () => {
  expect(writeElement(el("span", { lang: "la" }, "ibidem"), AS_WRITTEN)).toBe(
    '<span xml:lang="la" lang="la">ibidem</span>',
  );
});

test("a link that leads nowhere keeps its text", () => {
  const nowhere: Addresses = { ...AS_WRITTEN, linkTarget: () => undefined };
  expect(writeElement(p(a("x:y", "there")), nowhere)).toBe("<p><a>there</a></p>");
});

test("an image has a source and a description, even an empty one; without a file it is its description", () => {
  const inPackage: Addresses = { ...AS_WRITTEN, imageSource: (path) => `../images${path}` };
  expect(writeElement(img("/a.png", 'The "sea"'), inPackage)).toBe(
    '<img src="../images/a.png" alt="The &quot;sea&quot;"/>',
  );
  expect(writeElement(el("img", { src: "/a.png" }), inPackage)).toBe('<img src="../images/a.png" alt=""/>');
  const noImages: Addresses = { ...AS_WRITTEN, imageSource: () => undefined };
  expect(writeElement(p(img("/a.png", "Sea & sky")), noImages)).toBe("<p>Sea &amp; sky</p>");
});
