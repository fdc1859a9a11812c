/** Random books on small pages: what stands between two marks is what the page's placed words say. */
import { existsSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { buildBook } from "../../src/book/build-book.ts";
import type { ElementNode } from "../../src/book/element.ts";
import { markUp } from "../../src/book/mark-up.ts";
import { resolveBook } from "../../src/book/resolve-book.ts";
import { packageEpub } from "../../src/epub/package-epub.ts";
import { openFontLibrary } from "../../src/fonts/library.ts";
import { loadHyphenator } from "../../src/language/hyphenate.ts";
import { computeStyles } from "../../src/style/cascade.ts";
import { readStyle } from "../../src/style/read-style.ts";
import type { Page } from "../../src/typeset/page/page.ts";
import { typesetBook } from "../../src/typeset/typeset.ts";
import { config } from "../support/elements.ts";
import { lettersInDocuments, lettersOf, listMisplaced, type PrintedPage } from "../support/page-words.ts";

const CSS = `
@page { size: 220pt 170pt; margin: 20pt 25pt 30pt 25pt }
body { font-family: "EB Garamond"; font-size: 10pt; line-height: 12pt }
section.chapter { break-before: page }
.titlepage { break-after: recto }
h1, h2 { margin: 12pt 0; font-size: 12pt; line-height: 24pt; break-after: avoid }
p { margin: 0; text-indent: 10pt; text-align: justify; hyphens: auto }
hr, blockquote { margin: 12pt 0 }
.footnote p { font-size: 8pt; line-height: 9pt }
.noteref { font-size: 0.7em; vertical-align: super }
`;

const WORDS =
  "it was an extraordinary *compositor* who **un**believably—or well-known—set *Größen* and naïve typography".split(
    " ",
  );
const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 60 }).map((words) => words.join(" "));
const block = fc.oneof(
  { weight: 8, arbitrary: text },
  { weight: 1, arbitrary: fc.constant("* * *") },
  { weight: 1, arbitrary: text.map((words) => `> ${words}`) },
  {
    weight: 1,
    arbitrary: fc
      .array(text, { minLength: 1, maxLength: 4 })
      .map((items) => items.map((i) => `1. ${i}`).join("\n")),
  },
  { weight: 1, arbitrary: fc.constant("## A Heading\n\nand text") },
  { weight: 1, arbitrary: fc.constant("```\nlet line = 1;\n\n\tindented(line);\n```") },
  { weight: 1, arbitrary: fc.constant("| One | Two |\n| --- | --- |\n| three | four |\n| five | six |") },
  { weight: 2, arbitrary: text.map((words) => `${words}^[${words}]`) },
);
const book = fc.array(block, { minLength: 1, maxLength: 14 }).map((blocks) => `# One\n\n${blocks.join("\n\n")}\n`);

const hyphenate = await loadHyphenator("en");
const library = openFontLibrary();

function setBook(markdown: string) {
  const settings = config();
  const written = buildBook([{ path: "a.md", name: "a.md", text: markdown }], settings).value;
  const sections = markUp(resolveBook(written, settings, existsSync).value, settings);
  const sheet = readStyle("book.css", "book.css", CSS).value;
  const roots = sections.map((section) => section.root);
  const style = { ...computeStyles(sheet, roots, "en"), page: sheet.page };
  const pages = typesetBook(sections, style, { library, hyphenate, imageSize: () => undefined }).value;
  return { pages, documents: packageEpub(sections, settings, "", undefined, { pages }).value.documents, roots };
}

/** The main part of a page. A word that a line breaks off may be in several styles. */
function readPage(page: Page, notes: ReadonlySet<ElementNode>): PrintedPage {
  const lines = new Map<number, string>();
  for (const item of page.items) {
    if (item.kind !== "run" || item.source?.kind !== "text" || notes.has(item.source)) continue;
    const words = item.words.map(({ shaped, spaced }) => (spaced ? " " : "") + shaped.text);
    lines.set(item.y, (lines.get(item.y) ?? "") + words.join(""));
  }
  const said = [...lines.values()];
  const cuts = said.map((line) => lettersOf(/([^\s—-]*)-$/.exec(line)?.[1] ?? ""));
  return { letters: lettersOf(said.join(" ")), cuts };
}

function notesIn(node: ElementNode, inNote = false): ElementNode[] {
  if (node.kind === "text") return inNote ? [node] : [];
  return node.children.flatMap((child) => notesIn(child, inNote || node.attributes.role === "doc-footnote"));
}

test("every stretch between marks is on a page of its own, in order", () => {
  fc.assert(
    fc.property(book, (markdown) => {
      const { pages, documents, roots } = setBook(markdown);
      const notes = new Set(roots.flatMap((root) => notesIn(root)));
      const stretches = lettersInDocuments(documents.map(({ xhtml }) => xhtml));
      expect(
        listMisplaced(
          stretches,
          pages.map((page) => readPage(page, notes)),
        ),
      ).toEqual([]);
      const marked = new Set(stretches.map(({ label }) => label));
      const unmarked = pages.filter((page) => !marked.has(page.label) && readPage(page, notes).letters !== "");
      expect(unmarked.map(({ label }) => label)).toEqual([]);
    }),
    { seed: 6, numRuns: 60 },
  );
});
