import { expect, test } from "vitest";
import { listContents, listLandmarks, type NavEntry, writeNavigation } from "../../src/epub/navigation.ts";
import { chapter, config, heading, part, titlePage } from "../support/elements.ts";

const PARTS = [
  titlePage("A Book", "A. Author"),
  chapter("preface", "Preface"),
  part("part-1", "Part One"),
  { ...chapter("one", "One"), headings: [heading("a", "A", heading("a-1", "A 1")), heading("b", "B")] },
  chapter("two", "Two & more"),
  part("part-2", "Part Two"),
  chapter("three", "Three"),
];

/** The tree as indented lines. */
function outline(entries: readonly NavEntry[], indent = ""): string[] {
  return entries.flatMap((e) => [`${indent}${e.title} -> ${e.href}`, ...outline(e.children, `${indent}  `)]);
}

test("parts hold the chapters after them, sections their headings; the title page is left out", () => {
  expect(outline(listContents(PARTS))).toEqual([
    "Preface -> text/preface.xhtml",
    "Part One -> text/part-1.xhtml",
    "  One -> text/one.xhtml",
    "    A -> text/one.xhtml#a",
    "      A 1 -> text/one.xhtml#a-1",
    "    B -> text/one.xhtml#b",
    "  Two & more -> text/two.xhtml",
    "Part Two -> text/part-2.xhtml",
    "  Three -> text/three.xhtml",
  ]);
});

test("a part's own headings come before its chapters", () => {
  const opening = { ...part("p", "Part"), headings: [heading("note", "A Note")] };
  expect(outline(listContents([opening, chapter("c", "C")]))).toEqual([
    "Part -> text/p.xhtml",
    "  A Note -> text/p.xhtml#note",
    "  C -> text/c.xhtml",
  ]);
});

test("a book that is only a title page has contents all the same", () => {
  expect(outline(listContents([titlePage("T", "A")]))).toEqual(["T -> text/titlepage.xhtml"]);
});

test("landmarks: one type each, the cover only when there is one, the text where the book proper begins", () => {
  const shown = (cover?: string) =>
    listLandmarks(PARTS, config({ language: "de-AT" }), cover).map((e) => [e.type, e.title, e.href]);
  expect(shown("cover.xhtml")).toEqual([
    ["cover", "Umschlag", "cover.xhtml"],
    ["titlepage", "Titelseite", "text/titlepage.xhtml"],
    ["toc", "Inhalt", "toc.xhtml#toc"],
    ["bodymatter", "Text", "text/preface.xhtml"],
  ]);
  expect(shown().map(([type]) => type)).toEqual(["titlepage", "toc", "bodymatter"]);
});

test("the navigation document", () => {
  const contents = listContents([part("p", "Part"), chapter("c", 'A & "B"')]);
  const text = writeNavigation(
    [
      { type: "toc", title: "Contents", role: "doc-toc", hidden: false, entries: contents },
      {
        type: "landmarks",
        title: "Landmarks",
        hidden: true,
        entries: listLandmarks([chapter("c", "C")], config(), undefined),
      },
    ],
    config({ language: "en-GB" }),
  );
  expect(text).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="en-GB" lang="en-GB">
<head>
<meta charset="UTF-8"/>
<title>Contents</title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body>
<nav class="toc" epub:type="toc" role="doc-toc" id="toc" aria-labelledby="toc-title">
<h1 id="toc-title">Contents</h1>
<ol>
<li><a href="text/p.xhtml">Part</a>
<ol>
<li><a href="text/c.xhtml">A &amp; "B"</a></li>
</ol>
</li>
</ol>
</nav>
<nav class="landmarks" epub:type="landmarks" id="landmarks" aria-labelledby="landmarks-title" hidden="hidden">
<h2 id="landmarks-title">Landmarks</h2>
<ol>
<li><a epub:type="toc" href="toc.xhtml#toc">Contents</a></li>
<li><a epub:type="bodymatter" href="text/c.xhtml">Text</a></li>
</ol>
</nav>
</body>
</html>
`);
});
