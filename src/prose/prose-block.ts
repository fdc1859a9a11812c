/**
 * Prose as blocks of Markdown's syntax tree, and what was done to make them.
 *
 * Comes in: lines of a file. Goes out: single blocks, for the two ways in which lines make paragraphs. It decides nothing about
 * where a paragraph ends.
 */
import type { ChangeKind } from "../core/change.ts";
import { parsePieces, type TextPiece } from "../markdown/parse-pieces.ts";
import type { BlockSyntax, InlineSyntax, Place } from "../markdown/syntax.ts";

/** The text of a file, or of a part of it. */
export interface ProseSource {
  /** Without their ends. */
  readonly lines: readonly string[];
  /** The line of the file that `lines[0]` is, 1-based. */
  readonly firstLine: number;
  /** Labels of the notes that are defined there. */
  readonly labels: ReadonlySet<string>;
}

/** A change whose file goes without saying. */
export interface LineChange {
  readonly what: ChangeKind;
  readonly place: Place;
  readonly before?: string;
  readonly after?: string;
}

/** What a reading of lines gives. */
export interface ProseReading {
  readonly blocks: readonly BlockSyntax[];
  readonly changes: readonly LineChange[];
}

export function proseSource(lines: readonly string[], firstLine: number): ProseSource {
  const labels = new Set(lines.flatMap((line) => NOTE.exec(line)?.[1] ?? []));
  return { lines, firstLine, labels };
}

const NOTE = /^\s*\[\^([^\s\]]+)\]:[ \t]*(?=\S)/;
const HEADING = /^ {0,3}(#{1,6})[ \t]+(?=[^\s#])/;

/** What a line opens by its first characters; undefined for text. Its text begins at `column`, 0-based. */
export type Opening =
  | { readonly kind: "heading"; readonly level: number; readonly column: number }
  | { readonly kind: "note"; readonly label: string; readonly column: number };

export function readOpening(line: string): Opening | undefined {
  const [heading, marks = ""] = HEADING.exec(line) ?? [];
  if (heading !== undefined) return { kind: "heading", level: marks.length, column: heading.length };
  const [note, label = ""] = NOTE.exec(line) ?? [];
  return note === undefined ? undefined : { kind: "note", label, column: note.length };
}

/** The text of a line without white space at its ends, from `column` on. */
export function pieceOf({ lines }: ProseSource, line: number, from = 0): TextPiece {
  const written = (lines[line] ?? "").trimEnd();
  const text = written.slice(from).trimStart();
  return { text, line, column: written.length - text.length };
}

export function inlineOf(source: ProseSource, pieces: readonly TextPiece[]): InlineSyntax[] {
  return parsePieces(source, pieces, source.labels);
}

export function paragraphOf(source: ProseSource, pieces: readonly TextPiece[]): BlockSyntax {
  return { kind: "paragraph", children: inlineOf(source, pieces), place: placeOf(source, pieces[0]) };
}

/** A heading marked with `#`; a row of them may stand at its end too. */
export function headingOf(source: ProseSource, line: number, opening: Opening & { kind: "heading" }): BlockSyntax {
  const piece = pieceOf(source, line, opening.column);
  const bare = { ...piece, text: piece.text.replace(/[ \t]+#+$/, "") };
  const place = { ...placeOf(source, bare), column: (source.lines[line] ?? "").indexOf("#") + 1 };
  return { kind: "heading", level: opening.level, children: inlineOf(source, [bare]), place };
}

export function noteOf(source: ProseSource, label: string, pieces: readonly TextPiece[]): BlockSyntax {
  const line = source.lines[pieces[0]?.line ?? 0] ?? "";
  const place = { ...placeOf(source, pieces[0]), column: line.indexOf("[") + 1 };
  return { kind: "noteDefinition", label, children: [paragraphOf(source, pieces)], place };
}

export function breakAt(source: ProseSource, line: number): BlockSyntax & { kind: "thematicBreak" } {
  return { kind: "thematicBreak", place: linePlace(source, line) };
}

/** The whole of a line, without the white space around it. */
export function linePlace({ lines, firstLine }: ProseSource, line: number): Place {
  const written = lines[line] ?? "";
  const text = written.trim();
  return {
    line: firstLine + line,
    column: Math.max(0, written.indexOf(text)) + 1,
    length: Math.max(1, text.length),
  };
}

function placeOf({ lines, firstLine }: ProseSource, piece: TextPiece | undefined): Place {
  const { line = 0, column = 0 } = piece ?? {};
  const length = Math.max(1, (lines[line] ?? "").trimEnd().length - column);
  return { line: firstLine + line, column: column + 1, length };
}
