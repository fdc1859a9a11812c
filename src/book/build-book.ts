/**
 * The book as written.
 *
 * Comes in: source files. Goes out: a `Book`, every node with its place, and all that can be said about one file by itself: its
 * header, its notes, its raw HTML. It numbers nothing and follows no link.
 */
import type { BookConfig } from "../config/book-config.ts";
import type { Diagnostic, Outcome } from "../core/diagnostic.ts";
import type { SourceFile } from "../core/span.ts";
import { parseMarkdown } from "../markdown/parse-markdown.ts";
import { buildBlocks } from "./build-blocks.ts";
import { openFile } from "./build-context.ts";
import { checkNotes } from "./check-notes.ts";
import type { Book, Manuscript } from "./model.ts";
import { readHeader } from "./read-header.ts";

/** Builds one `Manuscript` a file. A header that names the book's own language says nothing new, and is passed over. */
export function buildBook(files: readonly SourceFile[], config: BookConfig): Outcome<Book> {
  const diagnostics: Diagnostic[] = [];
  const value = { files: files.map((file) => buildFile(file, config.language, diagnostics)) };
  return { value, diagnostics };
}

function buildFile(file: SourceFile, bookLanguage: string, diagnostics: Diagnostic[]): Manuscript {
  const header = readHeader(file);
  diagnostics.push(...header.diagnostics);
  const { title, language, punctuation, classes, body, firstLine } = header.value;
  const context = openFile(file.path, (diagnostic) => diagnostics.push(diagnostic));
  const blocks = buildBlocks(parseMarkdown(body, firstLine), context);
  const { notes } = context;
  diagnostics.push(...checkNotes(blocks, notes, context.undefinedNotes));
  return {
    path: file.path,
    name: file.name,
    ...(title !== undefined && { title }),
    ...(language !== undefined && language !== bookLanguage && { language }),
    ...(punctuation !== undefined && { punctuation }),
    classes,
    blocks,
    notes,
  };
}
