/**
 * A whole novel, end to end: every word in both books, in order, and nothing said against either.
 * The manuscripts lie in the folder that FLEURON_CORPUS names.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it, type TestContext } from "vitest";
import { type BuildResult, buildBooks } from "../src/build.ts";
import { listEpubFaults, requireTool, runTool } from "./support/outside-tools.ts";
import { lettersByMark, lettersByPage, listMarksInWords, listMisplaced } from "./support/page-words.ts";
import { readBlocks } from "./support/structure-text.ts";

const corpus = process.env.FLEURON_CORPUS ?? "";
const folder = (name: string): string => path.join(corpus, name);

function requireCorpus(context: TestContext, name: string): void {
  if (corpus !== "" && existsSync(folder(name))) return;
  if (process.env.CI === "true") throw new Error(`FLEURON_CORPUS names no folder with ${name}`);
  context.skip(`needs FLEURON_CORPUS with ${name}`);
}

/** Words as letters only: case, accents, punctuation and hyphens do not count. */
function wordsOf(text: string): string[] {
  const plain = text
    .normalize("NFKD")
    .replace(/[\p{M}\u00ad\u2010'’-]+/gu, "")
    .toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function manuscriptWords(name: string): string[] {
  const files = readdirSync(folder(name))
    .filter((file) => file.endsWith(".md"))
    .sort();
  return files.flatMap((file) => wordsOf(readFileSync(path.join(folder(name), file), "utf8")));
}

function bytesOf(result: BuildResult | undefined, kind: "epub" | "pdf"): Uint8Array {
  const book = result?.books.find((b) => b.kind === kind);
  if (!book) throw new Error(`no ${kind} was built`);
  return book.bytes;
}

describe("Pride and Prejudice", () => {
  const name = "pride-and-prejudice";
  const out = mkdtempSync(path.join(tmpdir(), "fleuron-novel-"));
  let result: BuildResult | undefined;

  beforeAll(async () => {
    if (!existsSync(folder(name))) return;
    result = await buildBooks({ folder: folder(name), env: { SOURCE_DATE_EPOCH: "1767225600" } });
    for (const book of result.books) writeFileSync(path.join(out, book.fileName), book.bytes);
  });
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  it("builds without a word against it but that it lacks a book.yaml", (context) => {
    requireCorpus(context, name);
    expect(result?.diagnostics.map((d) => d.code)).toEqual(["config/incomplete"]);
  });

  it("has every word in the EPUB, in order", (context) => {
    requireCorpus(context, name);
    const files = unzipSync(bytesOf(result, "epub"));
    const chapters = Object.keys(files)
      .filter((file) => /text\/\d.*\.xhtml$/.test(file))
      .sort();
    const text = chapters.map((file) => {
      const body = strFromU8(files[file] ?? new Uint8Array()).replace(/<head>[\s\S]*?<\/head>/, "");
      return body
        .replace(/<\/?(?:em|strong|span|a|sub|sup|del|code)\b[^>]*>/g, "")
        .replace(/<[^>]+>/g, " ")
        .replace(/&amp;/g, "&");
    });
    expect(wordsOf(text.join(" "))).toEqual(manuscriptWords(name));
  });

  it("has every word in the PDF, in order", (context) => {
    requireCorpus(context, name);
    const pdftotext = requireTool(context, "pdftotext");
    // Heads and folios stand outside this part of the page, contents and title before the first chapter.
    const block = ["-r", "72", "-x", "0", "-y", "58", "-W", "432", "-H", "530"];
    const text = runTool(pdftotext, ...block, "-layout", path.join(out, `${name}.pdf`), "-").stdout;
    const all = text.split("\f").map((page) => page.trim());
    const pages = all.slice(all.findIndex((page) => /^Chapter I\n/.test(page)));
    const joined = pages.join("\n").replace(/(\p{L})[-\u00ad]\n\s*(?=\p{L})/gu, "$1");
    const letters = (words: readonly string[]): string => words.join("");
    expect(letters(wordsOf(joined)) === letters(manuscriptWords(name))).toBe(true);
  });

  it("is read aloud word for word, with no folio between", (context) => {
    requireCorpus(context, name);
    const blocks = readBlocks(requireTool(context, "pdfinfo"), path.join(out, `${name}.pdf`));
    const opening = blocks.findIndex(
      (block, i) => /^Chapter I$/.test(block.trim()) && /^It is a truth/.test(blocks[i + 1] ?? ""),
    );
    const front = blocks.slice(0, opening).flatMap(wordsOf);
    expect(front.slice(0, 7)).toEqual(["pride", "and", "prejudice", "pride", "and", "prejudice", "contents"]);
    expect(front.slice(7, 13)).toEqual(["chapter", "i", "1", "chapter", "ii", "4"]);
    expect(blocks.slice(opening).flatMap(wordsOf)).toEqual(manuscriptWords(name));
  });

  it("is valid to EPUBCheck", (context) => {
    requireCorpus(context, name);
    for (const tool of ["epubcheck 4", "epubcheck 5"] as const) {
      const checker = requireTool(context, tool);
      expect(listEpubFaults(checker, path.join(out, `${name}.epub`))).toEqual([]);
    }
  });

  it("is a sound PDF with every font embedded", (context) => {
    requireCorpus(context, name);
    const qpdf = requireTool(context, "qpdf");
    const pdffonts = requireTool(context, "pdffonts");
    const pdf = path.join(out, `${name}.pdf`);
    expect(runTool(qpdf, "--check", pdf).stdout).toContain("No syntax or stream encoding errors found");
    const fonts = runTool(pdffonts, pdf)
      .stdout.split("\n")
      .slice(2)
      .filter((line) => line.trim() !== "");
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) expect(font).toMatch(/\byes yes yes\b/);
  });

  it("has every page of print in the EPUB, to the word", (context) => {
    requireCorpus(context, name);
    const printed = lettersByPage(requireTool(context, "pdftotext"), path.join(out, `${name}.pdf`));
    const marked = lettersByMark(bytesOf(result, "epub"));
    expect(marked.length).toBeGreaterThan(300);
    expect(listMisplaced(marked, printed)).toEqual([]);
    expect(listMarksInWords(bytesOf(result, "epub"))).toEqual([]);
  });

  it("is no larger as an EPUB than Pandoc makes it, fonts, cover, page list and NCX aside", (context) => {
    requireCorpus(context, name);
    const files = unzipSync(bytesOf(result, "epub"));
    const aside = /\.(?:ncx|ttf|otf|woff2?|jpe?g|png|svg)$|\/cover\.(?:xhtml|css)$/;
    const plain = Object.entries(files).filter(([file]) => !aside.test(file));
    const withoutPages = plain.map(([file, bytes]) => {
      const text = strFromU8(bytes).replace(/<span [^>]*"doc-pagebreak"[^>]*><\/span>/g, "");
      return [file, strToU8(text.replace(/<nav class="page-list"[\s\S]*?<\/nav>/, ""))];
    });
    expect(zipSync(Object.fromEntries(withoutPages), { level: 9 }).length).toBeLessThan(344_000);
  });

  it("is set without a fault, a last line that is but a word's tail among them", (context) => {
    requireCorpus(context, name);
    const report = result?.typography;
    if (!report) throw new Error("no pages were made");
    const faults = report.faults.map(({ kind, span }) => `${kind} ${path.basename(span.file)}:${span.line}`);
    expect(faults).toEqual([]);
    expect(report.levelSpreads).toBe(report.spreads);
    expect(report.linesOnGrid).toBe(report.gridLines);
    expect(report.hyphens / report.lines).toBeLessThan(0.02);
    expect(report.loosest?.space).toBeLessThanOrEqual(0.361);
    expect(report.tightest?.space).toBeGreaterThanOrEqual(0.14);
  });

  it("takes no more pages than the finest engines need", (context) => {
    requireCorpus(context, name);
    expect(result?.books.find((b) => b.kind === "pdf")?.pages).toBeLessThanOrEqual(339);
  });
});

describe("a technical book", () => {
  const name = "rust-book-part";

  it("builds with warnings only: raw HTML, links to chapters that are not there, letters no font has", async (context) => {
    requireCorpus(context, name);
    const built = await buildBooks({ folder: folder(name), env: {} });
    const codes = new Set(built.diagnostics.map((d) => d.code));
    expect([...codes].sort()).toEqual([
      "config/incomplete",
      "font/missing-glyph",
      "link/unknown-file",
      "markdown/raw-html",
    ]);
    expect(built.books.map((b) => b.kind)).toEqual(["epub", "pdf"]);
  });

  it("is valid to EPUBCheck, its pictures too, and has every page of print", async (context) => {
    requireCorpus(context, name);
    const built = await buildBooks({ folder: folder(name), env: {} });
    const out = mkdtempSync(path.join(tmpdir(), "fleuron-technical-"));
    const file = (kind: "epub" | "pdf"): string => path.join(out, `book.${kind}`);
    for (const kind of ["epub", "pdf"] as const) writeFileSync(file(kind), bytesOf(built, kind));
    for (const tool of ["epubcheck 4", "epubcheck 5"] as const) {
      expect(listEpubFaults(requireTool(context, tool), file("epub"))).toEqual([]);
    }
    const printed = lettersByPage(requireTool(context, "pdftotext"), file("pdf"));
    const marked = lettersByMark(bytesOf(built, "epub"));
    const plain = marked.filter(({ pictured }) => !pictured);
    expect(plain.length).toBeGreaterThan(marked.length * 0.9);
    expect(listMisplaced(plain, printed)).toEqual([]);
    rmSync(out, { recursive: true, force: true });
  });

  it("is the same to the byte when built again", async (context) => {
    requireCorpus(context, name);
    const env = { SOURCE_DATE_EPOCH: "1767225600" };
    const first = await buildBooks({ folder: folder(name), env });
    const second = await buildBooks({ folder: folder(name), env });
    for (const kind of ["epub", "pdf"] as const) {
      expect(Buffer.from(bytesOf(first, kind)).equals(Buffer.from(bytesOf(second, kind)))).toBe(true);
    }
  });
});
