/**
 * The words of a text, so that two engines' texts can be compared.
 *
 * Case, accents and marks do not count; hyphens and apostrophes vanish inside words, every other mark parts them.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export function plainWords(text: string): string[] {
  const letters = text
    .normalize("NFKC")
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/(?<=[\p{L}\p{N}])['’‘ʼ‐‑-](?=[\p{L}\p{N}])/gu, "");
  return letters.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words of a folder's chapters, for manuscripts of simple Markdown: notes' names and tags do not count. */
export function manuscriptWords(folder: string): string[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".md"));
  const texts = files.sort().map((file) => readFileSync(path.join(folder, file), "utf8"));
  const bare = texts.map((text) =>
    text
      .replace(/<!--[\s\S]*?-->|<\/?[a-z][^>]*>/g, "")
      .replace(/\[\^[^\]]*\]:?/g, "")
      .replace(/\]\([^)]*\)|[*_`~]+/g, ""),
  );
  return plainWords(bare.join("\n"));
}

/** Words of `wanted` that `found` lacks, as often as it lacks them. */
export function lacking(wanted: readonly string[], found: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const word of found) left.set(word, (left.get(word) ?? 0) + 1);
  return wanted.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}
