import { expect, test } from "vitest";
import type { ElementNode } from "../../src/book/element.ts";
import { escapeAttribute, escapeText, type Surroundings, writeElement } from "../../src/epub/write-xhtml.ts";
import { a, el, em, img, p } from "../support/elements.ts";

const AS_WRITTEN: Surroundings = {
  imageSource: (path) => path,
  linkTarget: (href) => href,
  pageBreaks: new Map(),
  attributesOf: () => ({}),
};

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
  const nowhere: Surroundings = { ...AS_WRITTEN, linkTarget: () => undefined };
  expect(writeElement(p(a("x:y", "there")), nowhere)).toBe("<p><a>there</a></p>");
});

test("an image has a source and a description, even an empty one; without a file it is its description", () => {
  const inPackage: Surroundings = { ...AS_WRITTEN, imageSource: (path) => `../images${path}` };
  expect(writeElement(img("/a.png", 'The "sea"'), inPackage)).toBe(
    '<img src="../images/a.png" alt="The &quot;sea&quot;"/>',
  );
  expect(writeElement(el("img", { src: "/a.png" }), inPackage)).toBe('<img src="../images/a.png" alt=""/>');
  const noImages: Surroundings = { ...AS_WRITTEN, imageSource: () => undefined };
  expect(writeElement(p(img("/a.png", "Sea & sky")), noImages)).toBe("<p>Sea &amp; sky</p>");
});

/** The mark of page `label`, as it is written. */
const mark = (label: string): string =>
  `<span id="page-${label}" epub:type="pagebreak" role="doc-pagebreak" aria-label="${label}"></span>`;

function withPages(
  ...breaks: readonly (readonly [node: ElementNode | undefined, ...offsets: readonly number[]])[]
) {
  let page = 0;
  const pageBreaks = new Map(
    breaks.flatMap(([node, ...offsets]) => {
      if (!node) return [];
      const marks = offsets.map((offset) => ({ id: `page-${++page}`, label: String(page), offset }));
      return [[node, marks] as const];
    }),
  );
  return { ...AS_WRITTEN, pageBreaks };
}

test("pages begin inside text, to the letter, and before elements", () => {
  const paragraph = p("One & two ", em("three"), ".");
  const [text, emphasis] = paragraph.children;
  expect(writeElement(paragraph, withPages([text, 0, 6], [emphasis, 0]))).toBe(
    `<p>${mark("1")}One &amp; ${mark("2")}two ${mark("3")}<em>three</em>.</p>`,
  );
  const rule = el("hr", {});
  const quote = el("blockquote", {}, p("One."), rule, p("Two."));
  expect(writeElement(quote, withPages([rule, 0]))).toBe(
    `<blockquote>\n<p>One.</p>\n${mark("1")}<hr/>\n<p>Two.</p>\n</blockquote>`,
  );
  const picture = img("/a.png", "A");
  expect(writeElement(el("figure", {}, picture), withPages([picture, 0]))).toBe(
    `<figure>${mark("1")}<img src="/a.png" alt="A"/></figure>`,
  );
});

test("what old e-readers cannot show is said in another way, but in code every character stays", () => {
  expect(writeElement(p("a\u2060—b 10\u202fkm ’\u200a”"), AS_WRITTEN)).toBe(
    '<p><span class="unbroken">a—</span>b 10\u00a0km ’”</p>',
  );
  expect(writeElement(el("code", {}, "a\u2060b\u2011c"), AS_WRITTEN)).toBe("<code>a\u2060b\u2011c</code>");
  expect(writeElement(img("/a.png", "a\u2060—b"), AS_WRITTEN)).toBe('<img src="/a.png" alt="a—b"/>');
});

test("a place where a word may break is marked as HTML has it", () => {
  expect(writeElement(p("one\u200btwo"), AS_WRITTEN)).toBe("<p>one<wbr/>two</p>");
});

/** `[…]` is what must not be broken. */
function lines(...children: Parameters<typeof p>): string {
  const written = writeElement(p(...children), AS_WRITTEN).replace(/^<p>|<\/p>$/g, "");
  return written.replace(/<span class="unbroken">(.*?)<\/span>/g, "[$1]");
}

const note = (number: string) => el("a.noteref", { href: "#n" }, number);

test("a dash stays with the word before it, whatever elements it crosses", () => {
  expect(lines("he ", em("did"), "—I ", em("would"), " — so")).toBe("he [<em>did</em>—]I <em>would</em> — so");
  expect(lines("he ", em("surely did all of it"), "—I")).toBe("he <em>surely did all of </em>[<em>it</em>—]I");
  expect(lines(em("Words "), "—I")).toBe("<em>Words </em>—I");
  expect(lines(el("code", {}, "x"), "—I")).toBe("[<code>x</code>—]I");
  expect(lines(a("x:y", "a link of very many words"), "—I")).toBe('<a href="x:y">a link of very many words</a>—I');
});

test("a note’s number stays with a mark before it, and a dash with the number", () => {
  expect(lines("Stop it!", note("1"), "—no")).toBe('Stop [it!<a class="noteref" href="#n">1</a>—]no');
  expect(lines(em("What is it that you want?"), note("1"), " No")).toBe(
    '<em>What is it that you </em>[<em>want?</em><a class="noteref" href="#n">1</a>] No',
  );
  expect(lines("word", note("1"))).toBe('word<a class="noteref" href="#n">1</a>');
});

test("no page mark is lost or moved at a joint", () => {
  const paragraph = p("One ", em("two three four five six"), "—seven eight");
  const [, emphasis, text] = paragraph.children;
  const inside = emphasis?.kind === "element" ? emphasis.children[0] : undefined;
  const bare = (html: string): string => html.replace(/<\/?em>|<span class="unbroken">(.*?—)<\/span>/g, "$1");
  expect(bare(writeElement(paragraph, withPages([inside, 4], [text, 7])))).toBe(
    `<p>One two ${mark("1")}three four five six—seven ${mark("2")}eight</p>`,
  );
  expect(bare(writeElement(paragraph, withPages([text, 0])))).toBe(
    `<p>One two three four five six${mark("1")}—seven eight</p>`,
  );
});
