/**
 * From a place in what markdown-it calls the content of a block back to the line and column of the file.
 *
 * Comes in: the file's lines and a block's content, whose lines have lost their quotation marks, list markers and
 * indents. Goes out: functions from offsets to places. It parses no Markdown but the bars of a table's row.
 */
import type { Place } from "./syntax.ts";

/** The place of what lies between two offsets of a content. */
export type Locate = (start: number, end: number) => Place;

/** A source being parsed. */
export interface SourceLines {
  /** Without their line ends. */
  readonly lines: readonly string[];
  /** The line of the file that `lines[0]` is, 1-based. */
  readonly firstLine: number;
}

/** From this offset on, content and source run side by side, up to the next anchor. */
export interface Anchor {
  readonly offset: number;
  /** Index into the lines. */
  readonly line: number;
  /** 0-based; below 0 inside an indent that is not in the source (half of a tab). */
  readonly column: number;
}

/** Locates in a block whose content begins on line `first` (an index). */
export function locateLines(source: SourceLines, content: string, first: number): Locate {
  const anchors: Anchor[] = [];
  let offset = 0;
  for (const [index, line] of content.split("\n").entries()) {
    anchors.push({ offset, line: first + index, column: columnOf(line, source.lines[first + index] ?? "") });
    offset += line.length + 1;
  }
  return followAnchors(source, anchors);
}

/** Locates in a heading marked with `#`, which may have a row of them at its end too. */
export function locateHeading(source: SourceLines, content: string, line: number): Locate {
  const written = (source.lines[line] ?? "").replace(/[ \t]+$/, "").replace(/[ \t]+#+$/, "");
  return followAnchors(source, [{ offset: 0, line, column: columnOf(content, written) }]);
}

const MARKS = /^(?:\s|>|[-+*]\s|\d{1,9}[.)]\s|\[\^[^\]]+\]:)*$/;

/** Locates in each of the cells of a table's row; the contents are trimmed, and their bars no longer escaped. */
export function locateCells(source: SourceLines, contents: readonly string[], line: number): Locate[] {
  const written = source.lines[line] ?? "";
  const parts = splitRow(written);
  const [before, behind] = parts;
  const first = contents[0] ?? "";
  // What stands before the first bar is the first cell, or the marks of a quotation, a list or a note.
  const isCell = first !== "" && before?.text.trim() === first && behind?.text.trim() !== first;
  const barred = !isCell && MARKS.test(before?.text ?? "");
  return contents.map((content, index) => {
    const part = parts[index + (barred ? 1 : 0)] ?? { text: "", column: written.length };
    const lead = index === 0 && !barred ? 0 : part.text.length - part.text.trimStart().length;
    const column =
      index === 0 && !barred ? columnOf(content.replaceAll("|", "\\|"), part.text) : part.column + lead;
    return followAnchors(source, anchorCell(content, part.text.slice(column - part.column), line, column));
  });
}

/** Source offsets, as block rules know them, to places. */
export function locateOffsets(source: SourceLines): Locate {
  const anchors: Anchor[] = [];
  let offset = 0;
  for (const [line, text] of source.lines.entries()) {
    anchors.push({ offset, line, column: 0 });
    offset += text.length + 1;
  }
  return followAnchors(source, anchors);
}

/** Moves a function from the offsets of a whole to those of a part of it. */
export function locateWithin(locate: Locate, from: number): Locate {
  return (start, end) => locate(start + from, end + from);
}

/**
 * The column at which a line of content begins. It ends where the source line ends, but for white space: what a block
 * takes away from a line, it takes from the left.
 */
function columnOf(line: string, written: string): number {
  if (written.endsWith(line)) return written.length - line.length;
  const bare = written.replace(/[ \t]+$/, "");
  return bare.length - line.replace(/[ \t]+$/, "").length;
}

/** Locates with anchors in the order of their offsets, the first of which is 0. */
export function followAnchors(source: SourceLines, anchors: readonly Anchor[]): Locate {
  let at = 0;
  return (start, end) => {
    if ((anchors[at]?.offset ?? 0) > start) at = 0;
    while ((anchors[at + 1]?.offset ?? Number.POSITIVE_INFINITY) <= start) at++;
    const { offset, line, column } = anchors[at] ?? { offset: 0, line: 0, column: 0 };
    const from = Math.max(0, column + start - offset);
    const room = (source.lines[line] ?? "").length - from;
    const length = Math.max(1, Math.min(end - start, room));
    return { line: source.firstLine + line, column: from + 1, length };
  };
}

interface RowPart {
  /** As written. */
  readonly text: string;
  /** 0-based. */
  readonly column: number;
}

/** What stands before, between and behind the bars of a row that are not escaped. */
function splitRow(written: string): RowPart[] {
  const parts: RowPart[] = [];
  let from = 0;
  for (let at = 0; at <= written.length; at++) {
    if (at < written.length && (written[at] !== "|" || written[at - 1] === "\\")) continue;
    parts.push({ text: written.slice(from, at), column: from });
    from = at + 1;
  }
  return parts;
}

/** Content has `|` where the source has `\|`. */
function anchorCell(content: string, written: string, line: number, column: number): Anchor[] {
  const anchors: Anchor[] = [{ offset: 0, line, column }];
  let extra = 0;
  for (let offset = 0; offset < content.length; offset++) {
    if (content[offset] !== "|" || written.slice(offset + extra, offset + extra + 2) !== "\\|") continue;
    extra++;
    anchors.push({ offset, line, column: column + offset + extra });
  }
  return anchors;
}
