/**
 * Which files of a folder are chapters, and in what order.
 *
 * Comes in: the manuscript's folder. Goes out: the names of its Markdown and text files in natural order, each subfolder's
 * in its place. It does not open the files, and it knows nothing of `chapters:` in book.yaml.
 */
import { readdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import type { Diagnostic, Outcome } from "../core/diagnostic.ts";
import { compareCodeUnits, compareNaturally } from "./natural-order.ts";
import { unreadable } from "./read-source.ts";

/** Folders that lie inside many a manuscript and hold none of its text. */
const NOT_TEXT = new Set(["styles", "dist", "node_modules"]);

const CHAPTER = /\.(?:md|markdown|txt)$/i;

/** True of a file that could be a chapter. */
export function isChapterName(name: string): boolean {
  return CHAPTER.test(name);
}

interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

/**
 * Names inside `folder`, with `/` between their parts. A subfolder stands among the files by its name; a file
 * of the same name, less its ending, comes before it. A link that leads nowhere is listed, so that reading it
 * tells the author.
 */
export function listChapters(folder: string): Outcome<readonly string[]> {
  const names: string[] = [];
  const diagnostics: Diagnostic[] = [];
  collect(folder, "", [], names, diagnostics);
  return { value: names, diagnostics };
}

function collect(
  root: string,
  inside: string,
  above: readonly string[],
  names: string[],
  diagnostics: Diagnostic[],
): void {
  const folder = path.join(root, inside);
  let entries: Entry[];
  let real: string;
  try {
    real = realpathSync(folder);
    entries = readdirSync(folder).map((name) => ({ name, isFolder: isFolder(path.join(folder, name)) }));
  } catch (error) {
    diagnostics.push(unreadable(folder, error));
    return;
  }
  if (above.includes(real)) return;
  for (const { name, isFolder } of entries.filter(isPartOfBook).sort(compareEntries)) {
    const inner = inside === "" ? name : `${inside}/${name}`;
    if (isFolder) collect(root, inner, [...above, real], names, diagnostics);
    else names.push(inner);
  }
}

function isFolder(file: string): boolean {
  try {
    return statSync(file).isDirectory();
  } catch {
    return false;
  }
}

function isPartOfBook({ name, isFolder }: Entry): boolean {
  if (/^[._]/.test(name)) return false;
  if (isFolder) return !NOT_TEXT.has(name);
  return CHAPTER.test(name) && !/^readme\./i.test(name);
}

function compareEntries(a: Entry, b: Entry): number {
  return (
    compareNaturally(stem(a), stem(b)) ||
    Number(a.isFolder) - Number(b.isFolder) ||
    compareCodeUnits(a.name, b.name)
  );
}

function stem({ name, isFolder }: Entry): string {
  return isFolder ? name : name.replace(CHAPTER, "");
}
