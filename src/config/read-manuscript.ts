/**
 * The text of a book, chapter by chapter.
 *
 * Comes in: the resolved configuration. Goes out: the decoded files in reading order, and a diagnostic for every
 * one that cannot be read. It knows no Markdown.
 */
import { type Stats, statSync } from "node:fs";
import path from "node:path";
import type { Changed, TextChange } from "../core/change.ts";
import { type Diagnostic, diagnose, type Outcome } from "../core/diagnostic.ts";
import type { SourceFile } from "../core/span.ts";
import type { BookConfig } from "./book-config.ts";
import { encodingInHeader } from "./header.ts";
import { listChapters } from "./list-chapters.ts";
import { type EncodingOf, readSource, unreadable } from "./read-source.ts";

/** Reads the chapters that book.yaml lists, or else all text files of the folder in natural order. */
export function readManuscript(config: BookConfig): Changed<readonly SourceFile[]> {
  const { folder, encoding } = config;
  const missing = checkFolder(folder);
  if (missing) return { value: [], diagnostics: [missing], changes: [] };
  const { value: names, diagnostics: unlisted } = listNames(config);
  const diagnostics: Diagnostic[] = [...unlisted];
  const changes: TextChange[] = [];
  const files: SourceFile[] = [];
  const encodingOf: EncodingOf = (bytes) => encodingInHeader(bytes) ?? encoding;
  for (const name of names) {
    const read = readSource(path.resolve(folder, name), path.join(folder, name), name, encodingOf);
    diagnostics.push(...read.diagnostics);
    changes.push(...read.changes);
    if (read.value) files.push(read.value);
  }
  if (names.length === 0 && diagnostics.length === 0 && !config.chapters) diagnostics.push(emptyFolder(folder));
  return { value: files, diagnostics, changes };
}

function listNames({ folder, chapters }: BookConfig): Outcome<readonly string[]> {
  if (!chapters) return listChapters(folder);
  const root = path.resolve(folder);
  const names = chapters.map((chapter) => path.relative(root, chapter.path).split(path.sep).join("/"));
  return { value: names, diagnostics: [] };
}

function checkFolder(folder: string): Diagnostic | undefined {
  let found: Stats | undefined;
  try {
    found = statSync(folder, { throwIfNoEntry: false });
  } catch (error) {
    return unreadable(folder, error);
  }
  if (found?.isDirectory()) return undefined;
  const message = found ? `${folder} is a file, not a folder.` : `There is no folder ${folder}.`;
  const hint = found
    ? `Name the folder that it lies in: ${path.dirname(folder)}`
    : "Check the name, and from which folder you call Fleuron.";
  return diagnose("manuscript/missing-folder", undefined, message, hint);
}

function emptyFolder(folder: string): Diagnostic {
  return diagnose(
    "manuscript/empty-folder",
    undefined,
    `There are no chapters in ${folder}.`,
    "A chapter is a file whose name ends in .md or .txt, for example 01-the-arrival.md.",
    "README.md and names that begin with _ or . are no chapters, nor is anything in styles, dist or node_modules.",
  );
}
