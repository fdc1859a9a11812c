/**
 * Pages as places in the EPUB. A page is written as the words it shows, each with its text node: `line(text, "word", …)`.
 */
import { expect, test } from "vitest";
import type { Element, ElementNode, MarkedSection, TextNode } from "../../src/book/element.ts";
import { packageEpub } from "../../src/epub/package-epub.ts";
import { markPages } from "../../src/epub/page-list.ts";
import type { Face, Shaped } from "../../src/fonts/face.ts";
import type { Page, Placed } from "../../src/typeset/page/page.ts";
import { a, chapter, config, el, em, h2, img, p, part, titlePage } from "../support/elements.ts";
import { PNG } from "../support/images.ts";

const NOWHERE = { x: 0, y: 0 };

function run(source: ElementNode | undefined, ...offsets: readonly number[]): Placed {
  const words = offsets.map((offset) => ({ dx: 0, shaped: {} as Shaped, spaced: true, offset }));
  const look = { face: {} as Face, size: 11, colour: [0, 0, 0] as const, letterSpacing: 0 };
  return { kind: "run", ...NOWHERE, ...look, words, ...(source && { source }) };
}

/** The text node under an element that contains `words`. */
function textWith(root: Element, words: string): TextNode {
  for (const child of root.children) {
    if (child.kind === "text" ? child.text.includes(words) : false) return child as TextNode;
    if (child.kind === "element") {
      try {
        return textWith(child, words);
      } catch {}
    }
  }
  throw new Error(`nothing says ${words}`);
}

/** A line that begins with `from` and ends with the word `to`. */
function line({ root }: MarkedSection, from: string, to = from): Placed {
  const text = textWith(root, from);
  return run(text, text.text.indexOf(from), text.text.indexOf(to));
}

function picture(source: Element): Placed {
  return { kind: "image", ...NOWHERE, width: 1, height: 1, path: "/a.png", alt: "", source };
}

let index = 0;
const page = (label: string, ...items: readonly Placed[]): Page => ({
  index: index++,
  label,
  width: 1,
  height: 1,
  items,
});

/** Every document's body with its marks as `{label}`. */
function bodies(sections: readonly MarkedSection[], ...pages: readonly Page[]): string[] {
  const { value } = packageEpub(sections, config(), "", () => PNG, { pages });
  return value.documents.map(({ xhtml }) =>
    xhtml
      .slice(xhtml.indexOf("<body>\n") + 7, xhtml.indexOf("\n</body>"))
      .replace(
        /<span id="page-[^"]*" epub:type="pagebreak" role="doc-pagebreak" aria-label="([^"]*)"><\/span>/g,
        "{$1}",
      )
      .replace(/<section[^>]*>\n?|\n?<\/section>|<h1>.*<\/h1>\n?/g, ""),
  );
}

test("a page begins inside a paragraph, before a word, and with a section", () => {
  const one = chapter("one", "One", p("It was a dark and stormy night."));
  const two = chapter("two", "Two", p("Morning came."));
  expect(
    bodies(
      [one, two],
      page("1", line(one, "One"), line(one, "It", "dark")),
      page("2", line(one, "and", "night")),
      page("3", line(two, "Two"), line(two, "Morning")),
    ),
  ).toEqual(["{1}<p>It was a dark {2}and stormy night.</p>", "{3}<p>Morning came.</p>"]);
});

test("Roman pages of the front matter, blanks without entry", () => {
  const front = titlePage("A Book", "A. Author");
  const one = chapter("one", "One", p("Words."));
  const pages = [
    page("i", run(textWith(front.root, "A Book"), 0), run(undefined, 0)),
    page("ii"),
    page("iii", run(undefined, 0)),
    page("1", line(one, "One")),
  ];
  expect(markPages(pages, [front, one]).map(({ label, id, section }) => [label, id, section.id])).toEqual([
    ["i", "page-i", "titlepage"],
    ["1", "page-1", "one"],
  ]);
});

test("a word that print has broken is not broken here", () => {
  const one = chapter("one", "One", p("An extraordinary ", em("un"), "believable well-known Ärger."));
  const long = textWith(one.root, "extraordinary");
  const end = textWith(one.root, "believable");
  const pages = [
    page("1", line(one, "One"), line(one, "An")),
    page("2", run(long, long.text.indexOf("ordinary"))),
    page("3", run(end, 3)),
    page("4", run(end, end.text.indexOf("known"))),
    page("5", run(end, end.text.indexOf("ger."))),
  ];
  expect(bodies([one], ...pages)).toEqual([
    "{1}<p>An {2}extraordinary {3}<em>un</em>believable well-{4}known {5}Ärger.</p>",
  ]);
});

test("no word goes on over a line break, a block or a note's number", () => {
  const number = el("a", { href: "one.xhtml#n", role: "doc-noteref" }, "1");
  const one = chapter("one", "One", p("Rose", el("br", {}), "Lily"), p("Iris", number, "Aster"));
  const pages = ["Rose", "Lily", "Iris", "Aster"].map((word, i) => page(String(i + 1), line(one, word)));
  expect(bodies([one], ...pages).join("")).toBe(
    '<p>{1}Rose<br/>{2}Lily</p>\n<p>{3}Iris<a href="one.xhtml#n" role="doc-noteref">1</a>{4}Aster</p>',
  );
});

test("a page that begins with a scene break, a picture or a heading is marked before it, outside of names", () => {
  const rule = el("hr", {});
  const map = img("/map.png", "A map");
  const link = a("one.xhtml", "here");
  const one = chapter(
    "one",
    "One",
    p("Words."),
    rule,
    p("More."),
    el("figure", {}, map),
    h2("x", "Next"),
    p(link),
  );
  const pages = [
    page("1", line(one, "Words")),
    page("2", run(rule, 0, 0, 0), line(one, "More")),
    page("3", picture(map)),
    page("4", line(one, "Next")),
    page("5", line(one, "here")),
  ];
  expect(bodies([one], ...pages).join("")).toBe(
    '<p>{1}Words.</p>\n{2}<hr/>\n<p>More.</p>\n<figure>{3}<img src="../images/map.png" alt="A map"/></figure>\n' +
      '{4}<h2 id="x">Next</h2>\n<p>{5}<a href="one.xhtml">here</a></p>',
  );
});

test("a table or a list that goes on over a page is marked in the cell or item", () => {
  const row = (...cells: readonly string[]): Element => el("tr", {}, ...cells.map((cell) => el("td", {}, cell)));
  const item = el("li", {}, "Lamp");
  const one = chapter(
    "one",
    "One",
    el("table", {}, el("tbody", {}, row("A", "B"), row("C", "D"))),
    el("ol", {}, item),
  );
  const pages = [
    page("1", line(one, "A"), line(one, "B")),
    page("2", line(one, "C"), line(one, "D")),
    page("3", run(item, 0), line(one, "Lamp")),
  ];
  expect(
    bodies([one], ...pages)
      .join("")
      .replace(/\n/g, ""),
  ).toBe(
    "<table><tbody><tr><td>{1}A</td><td>B</td></tr><tr><td>{2}C</td><td>D</td></tr></tbody></table>" +
      "<ol><li>{3}Lamp</li></ol>",
  );
});

const note = (id: string, text: string): Element => el(`aside#${id}`, { role: "doc-footnote" }, p(text));

test("a page that begins with a note's continuation is marked where its main text begins", () => {
  const one = chapter(
    "one",
    "One",
    p("Alpha beta gamma."),
    el("section.footnotes", {}, note("n1", "Long note goes on.")),
  );
  const pages = [
    page("1", line(one, "Alpha"), line(one, "Long", "note")),
    page("2", line(one, "goes", "on."), line(one, "gamma")),
  ];
  expect(bodies([one], ...pages).join("")).toContain("<p>{1}Alpha beta {2}gamma.</p>");
});

test("a page of nothing but notes begins with the next page's text, or in the notes if they come first", () => {
  const notes = el("section.footnotes", {}, note("n1", "First second third."));
  const one = chapter("one", "One", p("Alpha beta."), notes);
  const two = chapter("two", "Two", p("Gamma."));
  const between = bodies(
    [one, two],
    page("1", line(one, "Alpha"), line(one, "First")),
    page("2", line(one, "second")),
    page("3", line(one, "beta"), line(one, "third")),
    page("4", line(two, "Two")),
  );
  expect(between[0]).toContain("<p>{1}Alpha {2}{3}beta.</p>");
  const atEnd = bodies(
    [one, two],
    page("1", line(one, "Alpha", "beta"), line(one, "First")),
    page("2", line(one, "second", "third")),
    page("3", line(two, "Two")),
  );
  expect(atEnd[0]).toContain("<p>First {2}second third.</p>");
});

test("a figure that print has moved on to the next page does not move the page", () => {
  const map = img("/map.png", "A map");
  const one = chapter("one", "One", p("Before."), el("figure", {}, map), p("After and more."));
  const pages = [
    page("1", line(one, "One"), line(one, "Before"), line(one, "After")),
    page("2", picture(map), line(one, "and", "more")),
  ];
  expect(bodies([one], ...pages).join("")).toContain("<p>After {2}and more.</p>");
});

test("what print has cut or changed is found in the book", () => {
  const rule = el("hr", {});
  const one = chapter("one", "One", p("It was dark."), rule, p("Morning."));
  const text = textWith(one.root, "It");
  const piece: TextNode = { ...text, text: "was dark.", of: { node: text, offset: 3 } };
  const ornament: TextNode = { ...text, text: "*", addedTo: rule };
  const pages = [
    page("1", run(piece, 4)),
    page("2", run({ ...rule, of: rule }, 0)),
    page("3", line(one, "Morning")),
  ];
  expect(bodies([one], ...pages).join("")).toBe("<p>It was {1}dark.</p>\n{2}<hr/>\n<p>{3}Morning.</p>");
  expect(markPages([page("2", run(ornament, 0))], [one])[0]?.node).toBe(rule);
});

test("a heading that has taken a page's id keeps it", () => {
  const one = chapter("one", "One", p("Alpha."), h2("page-2", "Page 2"), p("Beta."));
  const marks = markPages([page("1", line(one, "One")), page("2", line(one, "Beta"))], [one]);
  expect(marks.map(({ id }) => id)).toEqual(["page-1", "page-break-2"]);
});

test("pages of something else, such as a printed list of contents, have no entry", () => {
  const one = chapter("one", "One", p("Words."));
  const other = chapter("contents", "Contents", p("One 1"));
  expect(markPages([page("1", line(other, "One 1")), page("2", line(one, "Words"))], [one])).toMatchObject([
    { label: "2" },
  ]);
});

test("the list stands in the navigation, hidden, with its role; the source of the pages in the package", () => {
  const one = chapter("one", "One", p("Words."));
  const two = part("two", "Two");
  const pages = [page("1", line(one, "One")), page("2", run(textWith(two.root, "Two"), 0))];
  const of = (changes: Parameters<typeof config>[0]) =>
    packageEpub([one, two], config({ title: "Ein Buch", language: "de", ...changes }), "", () => PNG, { pages })
      .value;
  expect(of({}).navigation).toContain(
    '<nav class="page-list" epub:type="page-list" role="doc-pagelist" id="page-list" ' +
      'aria-labelledby="page-list-title" hidden="hidden">\n<h2 id="page-list-title">Seiten</h2>\n<ol>\n' +
      '<li><a href="text/one.xhtml#page-1">1</a></li>\n<li><a href="text/two.xhtml#page-2">2</a></li>\n</ol>\n</nav>',
  );
  const source = (text: string): string =>
    `<dc:source id="print">${text}</dc:source>\n<meta refines="#print" property="source-of">pagination</meta>`;
  expect(of({}).packageDocument).toContain(source("Ein Buch (Druckausgabe)"));
  expect(of({ pageList: "hardback" }).packageDocument).toContain(source("Ein Buch (gebundene Ausgabe)"));
  const isbns = [{ uri: "urn:isbn:9780141439518", edition: "hardback" }] as const;
  expect(of({ pageList: "hardback", isbns }).packageDocument).toContain(source("urn:isbn:9780141439518"));
  expect(of({ isbns }).packageDocument).toContain(source("Ein Buch (Druckausgabe)"));
  const none = of({ pageList: "none" });
  expect(`${none.navigation}${none.packageDocument}${none.ncx}`).not.toMatch(/page-?list|dc:source|pageBreak/i);
});
