/**
 * The book as written.
 *
 * Comes in: source files. Goes out: a `Book`, every node with its place, and all that can be said about one file by itself: its
 * header, its notes, its raw HTML. It numbers nothing and follows no link.
 */
import type { BookConfig } from "../config/book-config.ts";
import type { Diagnostic, Outcome } from "../core/diagnostic.ts";
import { type SourceFile, type Span, spanAt } from "../core/span.ts";
import { parseMarkdown } from "../markdown/parse-markdown.ts";
import { type BlockPlaces, buildBlocks } from "./build-blocks.ts";
import { checkNotes } from "./check-notes.ts";
import type { Book, Manuscript, Note } from "./model.ts";
import { readHeader } from "./read-header.ts";

export function buildBook(files: readonly SourceFile[], _config: BookConfig): Outcome<Book> {
  const diagnostics: Diagnostic[] = [];
  const value = { files: files.map((file) => buildFile(file, diagnostics)) };
  return { value, diagnostics };
}

function buildFile(file: SourceFile, diagnostics: Diagnostic[]): Manuscript {
  const { header, text, diagnostics: said } = readHeader(file);
  diagnostics.push(...said);
  const { tokens, offsetOf, notes: defined } = parseMarkdown(text);
  const lines = text.split("\n");
  const places: BlockPlaces = {
    file: file.path,
    lines,
    offsetOf,
    report: (diagnostic) => diagnostics.push(diagnostic),
  };
  const tail = tokens.findIndex((token) => token.type === "footnote_block_open");
  const body = tail < 0 ? tokens : tokens.slice(0, tail);
  const blocks = buildBlocks(body, places);
  const notes = tail < 0 ? [] : buildNotes(tokens.slice(tail), places);
  diagnostics.push(...checkNotes(file.path, lines, blocks, notes, defined));
  return {
    path: file.path,
    name: file.name,
    classes: header.classes,
    ...(header.title === undefined ? {} : { title: header.title }),
    ...(header.language === undefined ? {} : { language: header.language }),
    blocks,
    notes,
  };
}

type Tokens = Parameters<typeof buildBlocks>[0];

function buildNotes(tokens: Tokens, places: BlockPlaces): Note[] {
  const notes: Note[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const open = tokens[i];
    if (open?.type !== "footnote_open") continue;
    const end = tokens.findIndex((token, k) => k > i && token.type === "footnote_close");
    const inner = tokens.slice(i + 1, end);
    const meta = open.meta as { readonly label?: string; readonly id: number };
    const label = meta.label ?? `inline-${meta.id}`;
    notes.push({ label, children: buildBlocks(inner, places), span: placeOfNote(label, inner, places) });
    i = end;
  }
  return notes;
}

function placeOfNote(label: string, inner: Tokens, places: BlockPlaces): Span {
  const line = inner.find((token) => token.map)?.map?.[0] ?? 0;
  const column = places.lines[line]?.indexOf(`[^${label}]:`) ?? -1;
  return spanAt(places.file, line + 1, Math.max(0, column) + 1, label.length + 4);
}
