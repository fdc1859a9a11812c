/**
 * Small books of many kinds, and the sample: what outside checkers say of their EPUBs, and where their
 * print pages begin in them.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BuildResult, buildBooks } from "../src/build.ts";
import { checkEpub, listAceViolations, requireTool } from "./support/outside-tools.ts";
import { lettersByMark, lettersByPage, listMarksInWords, listMisplaced } from "./support/page-words.ts";

const here = fileURLToPath(new URL("./", import.meta.url));

/** The last column is false where a style adds letters to the page: they are in no EPUB, so pages cannot be compared. */
const BOOKS = [
  ["code", "books/code", true],
  ["designer", "books/designer", false],
  ["drama", "books/drama", true],
  ["novelle", "books/novelle", true],
  ["roman", "books/roman", true],
  ["verse", "books/verse", true],
  ["sample", "../manuscript", true],
] as const;

/** EPUBCheck 4's notes on how EPUB is used, and why ours stand. EPUBCheck 5 makes only that on fonts. */
const USAGES: Readonly<Record<string, string>> = {
  "CSS-024": "The stylesheet is the author's, whole: it has rules for classes that this book does not use.",
  "CSS-028": "Fonts are embedded, unless the author wants none.",
  "CSS-025": "Classes are hooks that a stylesheet may use or not: every role is one.",
  "HTM-006": "&lt; and &gt; and &amp; are the entities that XML has.",
  "HTM-010": "The NCX is in its own namespace; Kindle's tools and old readers want it.",
  "HTM-022": "A line of verse is a span of its own, so that it can be turned over further in.",
  "HTM-050": "The page list needs its marks in the text.",
  "NAV-002": "The page list is there on purpose.",
  "NCX-005": "So is the NCX's.",
  "OPF-058":
    "The title page, and what else comes before the text, is reached by turning pages, not from the contents.",
  "OPF-059": "The same for the NCX, and for the contents page itself.",
};

describe.each(BOOKS)("%s", (name, place, isComparable) => {
  const folder = path.join(here, place);
  const out = mkdtempSync(path.join(tmpdir(), `fleuron-${name}-`));
  const env = { SOURCE_DATE_EPOCH: "1767225600" };
  let result: BuildResult;
  beforeAll(async () => {
    result = await buildBooks({ folder, env });
    for (const { kind, bytes } of result.books) writeFileSync(path.join(out, `book.${kind}`), bytes);
  });
  afterAll(() => rmSync(out, { recursive: true, force: true }));
  const file = (kind: "epub" | "pdf"): string => path.join(out, `book.${kind}`);
  const epub = (): Uint8Array => result.books.find(({ kind }) => kind === "epub")?.bytes ?? new Uint8Array();

  it("builds without an error, and nothing is said against what both books share", () => {
    const said = result.diagnostics.filter(({ code }) => !/^(?:style|font|page)\//.test(code));
    expect(said).toEqual([]);
    expect(result.books.map(({ kind, notice }) => [kind, notice])).toEqual([
      ["epub", undefined],
      ["pdf", undefined],
    ]);
  });

  it("is the same to the byte when it is built again", async () => {
    const again = await buildBooks({ folder, env });
    expect(again.books.map(({ bytes }) => bytes)).toEqual(result.books.map(({ bytes }) => bytes));
  });

  it("is valid, and gives EPUBCheck nothing to note but what has a reason", (context) => {
    const old = checkEpub(requireTool(context, "epubcheck 4"), file("epub"));
    expect(old.faults).toEqual([]);
    expect(old.usages.filter((code) => !(code in USAGES))).toEqual([]);
    expect(checkEpub(requireTool(context, "epubcheck 5"), file("epub"))).toEqual({
      faults: [],
      usages: ["CSS-028"],
    });
  });

  it("is accessible to Ace", (context) => {
    const ace = requireTool(context, "ace");
    const report = path.join(out, "ace");
    mkdirSync(report);
    expect(listAceViolations(ace, file("epub"), report)).toEqual([]);
  });

  if (isComparable)
    it("has every page of print where its text begins", (context) => {
      const printed = lettersByPage(requireTool(context, "pdftotext"), file("pdf"));
      const marked = lettersByMark(epub());
      expect(marked.length).toBeGreaterThan(2);
      expect(listMisplaced(marked, printed)).toEqual([]);
      expect(listMarksInWords(epub())).toEqual([]);
    });

  it("has no page list if it is made without the PDF, and says why", async () => {
    const alone = await buildBooks({ folder, only: "epub", env });
    expect(alone.books.map(({ kind, notice }) => [kind, notice])).toEqual([
      ["epub", "no page list, since the pages of print are made only with the PDF"],
    ]);
    const files = Object.entries(unzipSync(alone.books[0]?.bytes ?? new Uint8Array()));
    const text = files.flatMap(([entry, bytes]) =>
      /\.(?:css|otf|ttf|png)$/.test(entry) ? [] : [strFromU8(bytes)],
    );
    expect(text.join("")).not.toMatch(/page-list|pagebreak|pageBreakMarkers|dc:source/);
  });

  it("says so in its metadata", () => {
    const opf = strFromU8(unzipSync(epub())["OEBPS/content.opf"] ?? new Uint8Array());
    expect(opf).toContain('<meta property="schema:accessibilityFeature">pageBreakMarkers</meta>');
    expect(opf).toMatch(/<dc:source id="print">[^<]+<\/dc:source>/);
  });
});
