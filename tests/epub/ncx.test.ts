import { expect, test } from "vitest";
import type { EpubDocument } from "../../src/epub/epub-package.ts";
import { hrefOf, listContents, type NavEntry } from "../../src/epub/navigation.ts";
import { writeNcx } from "../../src/epub/ncx.ts";
import { chapter, config, heading, part, titlePage } from "../support/elements.ts";

const SECTIONS = [
  titlePage("A Book", "A. Author"),
  chapter("preface", "Preface"),
  part("part-1", "Part One"),
  { ...chapter("one", "One"), headings: [heading("a", "A", heading("a-1", "A 1"))] },
  chapter("two", "Two & more"),
];

const DOCUMENTS: readonly EpubDocument[] = SECTIONS.map((section) => ({
  id: section.id,
  href: hrefOf(section),
  mediaType: "application/xhtml+xml",
  properties: [],
  title: section.title,
  xhtml: section.id === "two" ? '<h1>Two</h1><p>x<span id="page-2"/></p>' : '<span id="page-1"/><h1>One</h1>',
}));

const page = (title: string, document: string, id = `page-${title}`): NavEntry => ({
  title,
  href: `text/${document}.xhtml#${id}`,
  children: [],
});

function ncx(pages: readonly NavEntry[] = []): string {
  const book = config({ title: "A & B", authors: [{ name: "Zoë" }] });
  return writeNcx(book, { identifier: "urn:x:1", contents: listContents(SECTIONS), pages, documents: DOCUMENTS });
}

test("two levels at most, in order", () => {
  const text = ncx();
  expect(
    [...text.matchAll(/<navPoint id="([^"]+)" playOrder="(\d+)">/g)].map(([, id, n]) => `${n} ${id}`),
  ).toEqual(["1 point-preface", "2 point-part-1", "3 point-one", "4 point-two"]);
  expect(text).toContain('<meta name="dtb:uid" content="urn:x:1"/>\n<meta name="dtb:depth" content="2"/>');
  expect(text).toContain("<docTitle><text>A &amp; B</text></docTitle>\n<docAuthor><text>Zoë</text></docAuthor>");
  expect(text).toContain(
    '<navPoint id="point-two" playOrder="4"><navLabel><text>Two &amp; more</text></navLabel>' +
      '<content src="text/two.xhtml"/></navPoint>',
  );
  expect(text).toContain(
    '<meta name="dtb:totalPageCount" content="0"/>\n<meta name="dtb:maxPageNumber" content="0"/>',
  );
  expect(text).not.toContain("pageList");
});

test("one level of contents says so", () => {
  const contents = listContents([chapter("c", "C")]);
  const text = writeNcx(config(), { identifier: "urn:x:1", contents, pages: [], documents: DOCUMENTS });
  expect(text).toContain('<meta name="dtb:depth" content="1"/>');
});

test("pages have their kind and their place among the chapters", () => {
  const text = ncx([
    page("iii", "preface", "page-1"),
    page("1", "one"),
    page("2", "two"),
    page("A-1", "two", "page-2"),
  ]);
  const targets = [...text.matchAll(/<pageTarget ([^>]*)>.*?<text>([^<]*)<.*?src="([^"]*)"/g)];
  expect(targets.map(([, attributes, label, src]) => [attributes, label, src])).toEqual([
    ['id="point-preface.page-1" type="front" playOrder="2"', "iii", "text/preface.xhtml#page-1"],
    ['id="point-one.page-1" type="normal" value="1" playOrder="5"', "1", "text/one.xhtml#page-1"],
    ['id="point-two.page-2" type="normal" value="2" playOrder="7"', "2", "text/two.xhtml#page-2"],
    ['id="point-two.page-2" type="special" playOrder="7"', "A-1", "text/two.xhtml#page-2"],
  ]);
  expect(
    [...text.matchAll(/<navPoint id="([^"]+)" playOrder="(\d+)">/g)].map(([, id, n]) => `${n} ${id}`),
  ).toEqual(["1 point-preface", "3 point-part-1", "4 point-one", "6 point-two"]);
  expect(text).toContain(
    '<meta name="dtb:totalPageCount" content="4"/>\n<meta name="dtb:maxPageNumber" content="2"/>',
  );
});
