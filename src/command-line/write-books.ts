/**
 * Finished books, put on disk all at once or not at all.
 *
 * Comes in: bytes and a folder. Goes out: files. Each is written under a temporary name; only when all are complete
 * are they renamed, so that an interrupted build leaves the old books as they were.
 */
import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { BuiltBook } from "../build.ts";
import { systemReason } from "../config/read-source.ts";

/** A file or folder that could not be written, and why, for the author. */
export interface WriteFailure {
  readonly path: string;
  /** "the disk is full", "you have no permission" … */
  readonly reason: string;
}

/** Writes the books into `out`, which is made if need be; undefined if all went well. */
export function writeBooks(books: readonly BuiltBook[], out: string): WriteFailure | undefined {
  const moves = books.map((book) => ({
    book,
    from: path.join(out, `.${book.fileName}.${process.pid}.part`),
    to: path.join(out, book.fileName),
  }));
  let current = out;
  try {
    mkdirSync(out, { recursive: true });
    for (const { book, from } of moves) {
      current = from;
      writeFileSync(from, book.bytes, { flush: true });
    }
    // A folder in a book's place would stop the second rename after the first was done.
    const blocked = moves.find(({ to }) => statSync(to, { throwIfNoEntry: false })?.isDirectory());
    if (blocked) return { path: blocked.to, reason: "it is a folder" };
    for (const { from, to } of moves) {
      current = to;
      renameSync(from, to);
    }
    return undefined;
  } catch (error) {
    return { path: current, reason: systemReason(error) };
  } finally {
    for (const { from } of moves) removeIfThere(from);
  }
}

function removeIfThere(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The failure that left it there has already been told.
  }
}
