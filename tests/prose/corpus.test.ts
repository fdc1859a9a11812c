/** A novel in Markdown, written as other programs would have written it, has the same paragraphs. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, type TestContext } from "vitest";
import { buildBook } from "../../src/book/build-book.ts";
import { decodeText } from "../../src/config/decode-text.ts";
import type { SourceFile } from "../../src/core/span.ts";
import { loadHyphenator } from "../../src/language/hyphenate.ts";
import { config } from "../support/elements.ts";
import { asLines, asWrapped, encode1252, type Passage, passagesOf } from "./rewrite.ts";

interface Chapter {
  readonly name: string;
  readonly passages: readonly Passage[];
}

/** The Markdown files of a manuscript of the corpus. */
function corpusFiles(context: TestContext, name: string): SourceFile[] {
  const folder = path.join(process.env.FLEURON_CORPUS ?? "", name);
  if (process.env.FLEURON_CORPUS === undefined || !existsSync(folder)) {
    if (process.env.CI === "true") throw new Error(`FLEURON_CORPUS names no folder with ${name}`);
    context.skip(`needs FLEURON_CORPUS with ${name}`);
  }
  const names = readdirSync(folder).filter((file) => file.endsWith(".md"));
  return names.sort().map((file) => fileOf(file, readFileSync(path.join(folder, file), "utf8")));
}

const fileOf = (name: string, text: string): SourceFile => ({ path: name, name, text });

/** Its chapters as passages, without the few characters that Windows-1252 lacks. */
function chaptersOf(files: readonly SourceFile[]): Chapter[] {
  const plain = (text: string): string =>
    text.replaceAll(" ⏎", "").replace(/[⸺⸻]/g, "——").replaceAll("\u2060", "");
  return buildBook(files, config()).value.files.map((file) => ({
    name: file.name,
    passages: passagesOf(file).map(({ kind, text }) => ({ kind, text: plain(text) })),
  }));
}

/** Passages of all chapters, as lines. */
function show(chapters: readonly Chapter[]): string[] {
  return chapters.flatMap(({ name, passages }) => [
    `${name}: ${passages.length}`,
    ...passages.map(({ kind, text }) => `${kind}: ${text}`),
  ]);
}

function reread(files: readonly SourceFile[]): Chapter[] {
  return buildBook(files, config()).value.files.map((file) => ({ name: file.name, passages: passagesOf(file) }));
}

describe("a novel", () => {
  it("with one paragraph to a line has its paragraphs", (context) => {
    const chapters = chaptersOf(corpusFiles(context, "pride-and-prejudice"));
    const files = chapters.map(({ name, passages }) => fileOf(name, asLines(passages)));
    expect(show(reread(files))).toEqual(show(chapters));
  });

  it("with an empty line in the middle of each file has its paragraphs, and a scene break there", (context) => {
    const chapters = chaptersOf(corpusFiles(context, "pride-and-prejudice")).map(({ name, passages }) => {
      const middle = Math.ceil(passages.length / 2);
      const gap: Passage = { kind: "break", text: "" };
      return { name, passages: [...passages.slice(0, middle), gap, ...passages.slice(middle)] };
    });
    const files = chapters.map(({ name, passages }) => fileOf(name, asLines(passages)));
    expect(show(reread(files))).toEqual(show(chapters));
  });

  it.for([64, 72, 80])("wrapped at %i columns, in Windows-1252, its words cut", async (width, context) => {
    const chapters = chaptersOf(corpusFiles(context, "pride-and-prejudice"));
    const cut = await loadHyphenator("en");
    let cuts = 0;
    const files = chapters.map(({ name, passages }) => {
      const written = asWrapped(passages, width, cut);
      cuts += written.match(/[^-]-\n\p{L}/gu)?.length ?? 0;
      return fileOf(name.replace(/md$/, "txt"), decodeText(encode1252(written)).text);
    });
    const wanted = show(chapters.map(({ name, passages }) => ({ name: name.replace(/md$/, "txt"), passages })));
    const found = show(reread(files));
    const bare = (lines: readonly string[]): string[] => lines.map((line) => line.replaceAll("-", ""));
    expect(bare(found)).toEqual(bare(wanted));
    // What stands once in the whole book, and only cut, nobody can know.
    const wrong = found.filter((line, index) => line !== wanted[index]);
    expect(cuts).toBeGreaterThan(1000);
    expect(wrong.length).toBeLessThan(cuts / 250);
  });
});

describe("Markdown", () => {
  it.for(["pride-and-prejudice", "rust-book-part"])("%s is taken for nothing else", (name, context) => {
    const { diagnostics, changes } = buildBook(corpusFiles(context, name), config());
    expect(changes).toEqual([]);
    expect(diagnostics.filter(({ code }) => /^(?:manuscript|section)\//.test(code))).toEqual([]);
  });
});
