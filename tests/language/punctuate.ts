/** Passages punctuated, as text. */
import { findTable } from "../../src/language/punctuation/find-table.ts";
import { punctuateRuns } from "../../src/language/punctuation/punctuate-runs.ts";
import type { Replacement } from "../../src/language/punctuation/replacement.ts";
import type { PunctuationTable } from "../../src/language/punctuation/table.ts";

export function tableOf(language: string): PunctuationTable {
  const table = findTable(language);
  if (!table) throw new Error(`There is no table for ${language}.`);
  return table;
}

export function replaced(text: string, replacements: readonly Replacement[]): string {
  let out = "";
  let done = 0;
  for (const { from, to, text: put } of replacements) {
    out += text.slice(done, from) + put;
    done = to;
  }
  return out + text.slice(done);
}

/** Paragraphs that follow each other, each punctuated. */
export function punctuate(paragraphs: readonly string[], table: PunctuationTable): string[] {
  const run = paragraphs.map((text) => ({ text, afterGap: false }));
  const [found = []] = punctuateRuns([run], table);
  return paragraphs.map((text, index) => replaced(text, found[index] ?? []));
}

/** Without what tells the marks apart. */
export function straighten(text: string): string {
  return text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
}
