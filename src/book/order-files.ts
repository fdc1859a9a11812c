/**
 * The order of files whose names give none.
 *
 * Comes in: the files of a book as they lie in the folder. Goes out: the same, a dedication before the chapters and an afterword
 * behind them, wherever the alphabet has them.
 */
import type { BookConfig } from "../config/book-config.ts";
import type { Manuscript } from "./model.ts";
import { placeOfRole } from "./roles.ts";

/** The author's own order stands: that of book.yaml, and that of files with a number in their names or in subfolders. */
export function orderFiles(files: readonly Manuscript[], config: BookConfig): readonly Manuscript[] {
  if (config.chapters) return files;
  return [...files].sort((a, b) => placeOf(a) - placeOf(b));
}

function placeOf({ name, role }: Manuscript): number {
  return role === undefined || /[0-9/]/.test(name) ? 0 : placeOfRole(role);
}
