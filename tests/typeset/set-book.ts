/** A small book set on small pages, from Markdown and a stylesheet. */
import { existsSync } from "node:fs";
import { buildBook } from "../../src/book/build-book.ts";
import { markUp } from "../../src/book/mark-up.ts";
import { resolveBook } from "../../src/book/resolve-book.ts";
import type { BookConfig } from "../../src/config/book-config.ts";
import { openFontLibrary } from "../../src/fonts/library.ts";
import { loadHyphenator } from "../../src/language/hyphenate.ts";
import { computeStyles } from "../../src/style/cascade.ts";
import { generateContent } from "../../src/style/generate-content.ts";
import { readStyle } from "../../src/style/read-style.ts";
import type { Page, PlacedRun } from "../../src/typeset/page/page.ts";
import { typesetBook } from "../../src/typeset/typeset.ts";
import { config } from "../support/elements.ts";

export type Files = Readonly<Record<string, string>>;

/** Pages of 200 x 150 pt with room for 8 lines of 12 pt. */
export const SMALL_PAGES = `
@page { size: 200pt 150pt; margin: 24pt 20pt 30pt }
body { font-family: "EB Garamond"; font-size: 10pt; line-height: 12pt }
section { break-before: page }
h1 { margin: 0 0 12pt; font-size: 12pt; line-height: 24pt; font-weight: normal; break-after: avoid }
p { margin: 0 }
ol { margin: 0; padding: 0; list-style-type: none }
`;

export async function setBook(files: Files, css: string, changes: Partial<BookConfig> = {}) {
  const settings = config(changes);
  const sources = Object.entries(files).map(([name, text]) => ({ path: name, name, text }));
  const book = buildBook(sources, settings).value;
  const sections = markUp(resolveBook(book, settings, existsSync).value, settings);
  const { value: sheet, diagnostics } = readStyle("/book.css", "book.css", css);
  const roots = sections.map((section) => section.root);
  const styles = generateContent(sections, computeStyles(sheet, roots, settings.language), settings.language);
  const means = {
    library: openFontLibrary(),
    hyphenate: await loadHyphenator("en"),
    imageSize: () => undefined,
  };
  const typeset = typesetBook(styles.sections, styles, means);
  return {
    pages: typeset.value,
    report: typeset.report,
    sections,
    diagnostics: [...diagnostics, ...typeset.diagnostics],
  };
}

/** `label: lines of text from the top down | …`, a line for each page; what stands in the margins in its place. */
export function showPages(pages: readonly Page[]): string[] {
  return pages.map(({ label, items }) => {
    const runs = items.filter((item): item is PlacedRun => item.kind === "run");
    const baselines = [...new Set(runs.map((run) => Math.round(run.y * 10) / 10))].sort((a, b) => a - b);
    const lines = baselines.map((y) =>
      runs
        .filter((run) => Math.round(run.y * 10) / 10 === y)
        .sort((a, b) => a.x - b.x)
        .map((run) => run.words.map((word) => (word.spaced ? " " : "") + word.shaped.text).join(""))
        .join(" ")
        .replace(/ {2,}/g, " ")
        .trim(),
    );
    return `${label}: ${lines.join(" | ")}`.trim();
  });
}
