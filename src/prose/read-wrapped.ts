/**
 * Hard-wrapped text: lines filled up to a width, paragraphs parted by empty lines.
 *
 * Comes in: the lines of a file and the words of the manuscript. Goes out: blocks. Lines of a paragraph are joined, and so are
 * words that a line's end has cut. Where lines were ended early by intent (speech, verse, an indent), they stay apart. It does
 * not judge whether a file is such a text, nor which lines are section numbers.
 */
import type { TextPiece } from "../markdown/parse-pieces.ts";
import type { BlockSyntax } from "../markdown/syntax.ts";
import { joinLines, type LineJoiner } from "./join-lines.ts";
import { closeLetters, endsSentence, isSceneBreakLine, opensSpeech } from "./plain-lines.ts";
import {
  breakAt,
  headingOf,
  type LineChange,
  linePlace,
  noteOf,
  type ProseReading,
  type ProseSource,
  paragraphOf,
  pieceOf,
  readOpening,
} from "./prose-block.ts";
import { tellBreak } from "./read-lines.ts";
import { readSectionMark } from "./section-mark.ts";
import { readCut } from "./vocabulary.ts";

/** How a text is wrapped. */
export interface Wrapping {
  /** Characters that a line may have. */
  readonly width: number;
  /** Paragraphs begin with an indent of so many characters, and no empty line need part them; absent: they do not. */
  readonly indent?: number;
  /** Hardly any empty lines: an end of a sentence well before the width ends a paragraph. */
  readonly isDense: boolean;
}

/** A reading in progress. */
interface Wrapped {
  readonly source: ProseSource;
  readonly wrapping: Wrapping;
  readonly join: LineJoiner;
  readonly blocks: BlockSyntax[];
  readonly changes: LineChange[];
}

/** Empty lines that mean nothing stand this often at the most, of all lines. */
const DENSE_SHARE = 0.04;

/** Reads the width from the longest lines, but for the odd one. */
export function measureWrapping(lines: readonly string[]): Wrapping {
  const written = lines.filter((line) => line.trim() !== "");
  const lengths = written.map((line) => line.trimEnd().length).sort((a, b) => a - b);
  const width = lengths[Math.floor(0.97 * (lengths.length - 1))] ?? 0;
  const indented = lines.filter(
    (line, index) => isIndented(line) && isText(lines[index - 1]) && !isIndented(lines[index - 1] ?? ""),
  );
  const openings = lines.filter((line, index) => isText(line) && !isText(lines[index - 1]));
  // A line alone may be a title.
  const several = lines.filter(
    (line, index) =>
      isText(line) && !isText(lines[index - 1]) && isText(lines[index + 1]) && !readSectionMark(line),
  );
  const isIndentStyle = indented.length >= 2 && several.filter(isIndented).length * 2 >= several.length;
  const isDense = lines.length > 20 && openings.length < DENSE_SHARE * lines.length;
  const hasIndents = isIndentStyle || (isDense && indented.length >= 2);
  return { width, ...(hasIndents && { indent: commonest(indented.map(indentOf)) }), isDense };
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function commonest(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const one of numbers) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])[0];
}

function isText(line: string | undefined): boolean {
  return line !== undefined && line.trim() !== "";
}

function isIndented(line: string): boolean {
  return /^(?:\t| {2,}|[\u00a0\u2003\u3000])\s*\S/.test(line);
}

export function readWrapped(source: ProseSource, wrapping: Wrapping, join: LineJoiner): ProseReading {
  const wrapped: Wrapped = { source, wrapping, join, blocks: [], changes: [] };
  const { lines } = source;
  const bounds = findBlocks(lines);
  const gaps = bounds.map(({ start }, index) => start - (bounds[index - 1]?.end ?? start));
  const isRare = gaps.filter((gap) => gap > 1).length <= WIDE_GAP_SHARE * gaps.length;
  for (const [index, { start, end }] of bounds.entries()) {
    const isWide = isRare && (gaps[index] ?? 0) > 1;
    if (isWide && isProse(lines[(bounds[index - 1]?.end ?? 0) - 1]) && isProse(lines[end - 1])) {
      const gap = start - 1;
      wrapped.blocks.push(breakAt(source, gap));
      wrapped.changes.push({ what: "scene/empty-line", place: linePlace(source, gap), after: "a scene break" });
    }
    readBlock(start, end, wrapped);
  }
  return { blocks: wrapped.blocks, changes: wrapped.changes };
}

/** Of all gaps between paragraphs, how many at the most are wider than one line and mean the end of a scene. */
const WIDE_GAP_SHARE = 0.2;

/** Runs of lines between empty ones: the first, and the one behind the last. */
function findBlocks(lines: readonly string[]): { readonly start: number; readonly end: number }[] {
  const blocks: { start: number; end: number }[] = [];
  for (const [index, line] of lines.entries()) {
    const last = blocks.at(-1);
    if (!isText(line)) continue;
    if (last?.end === index) last.end++;
    else blocks.push({ start: index, end: index + 1 });
  }
  return blocks;
}

/** The last line of a paragraph of prose: no title, no number, no ornament. */
function isProse(line: string | undefined): boolean {
  return (
    line !== undefined &&
    endsSentence(line) &&
    !readSectionMark(line) &&
    !isSceneBreakLine(line) &&
    !readOpening(line)
  );
}

/** Reads the lines from `start` up to `end`, between which none is empty. */
function readBlock(start: number, end: number, wrapped: Wrapped): void {
  const { source, blocks, changes } = wrapped;
  if (isSetOff(source.lines.slice(start, end), wrapped.wrapping)) {
    readParagraph(start, end, wrapped);
    return;
  }
  for (let index = start; index < end; ) {
    const line = source.lines[index] ?? "";
    const opening = readOpening(line);
    if (opening?.kind === "heading") {
      blocks.push(headingOf(source, index++, opening));
    } else if (isBreakAmong(line, source.lines[index - 1])) {
      tellBreak(source, index, changes);
      blocks.push(breakAt(source, index++));
    } else {
      const stop = paragraphEnd(index, end, wrapped);
      if (opening) blocks.push(noteOf(source, opening.label, joinFrom(index, stop, opening.column, wrapped)));
      else readParagraph(index, stop, wrapped);
      index = stop;
    }
  }
}

/**
 * Verse between empty lines: short lines, all of them indented. Quotation marks part no lines of it. Where paragraphs are indented
 * too, most of its lines end no sentence.
 */
function isSetOff(lines: readonly string[], { width, indent }: Wrapping): boolean {
  const areParagraphs =
    lines.some((line) => indentOf(line) === indent) && lines.filter(endsSentence).length * 2 > lines.length;
  const isVerseLine = (line: string): boolean =>
    isIndented(line) &&
    line.trim().length <= VERSE_FILL * width &&
    !isSceneBreakLine(line) &&
    !readSectionMark(line) &&
    closeLetters(line) === undefined;
  return lines.length > 2 && !areParagraphs && lines.every(isVerseLine) && isVerse(lines, width);
}

/** Dashes for which there was no room on the line above: they belong to its text. */
function isLeftOver(line: string, before: string | undefined): boolean {
  return isText(before) && /^\s*(?:--|[—–―-])(?: (?:--|[—–―-]))*["'”’»«]?\s*$/.test(line);
}

function isBreakAmong(line: string, before: string | undefined): boolean {
  return isSceneBreakLine(line) && !isLeftOver(line, before);
}

/** The line behind the paragraph that begins on line `start`. */
function paragraphEnd(
  start: number,
  end: number,
  { source: { lines }, wrapping: whole, changes, source }: Wrapped,
): number {
  const longest = Math.max(...lines.slice(start, end).map((line) => line.trimEnd().length));
  // A passage may be narrower than the rest of the text.
  const wrapping =
    longest > NARROW_SHARE * whole.width ? { ...whole, width: Math.min(whole.width, longest) } : whole;
  for (let index = start + 1; index < end; index++) {
    const [line = "", next = ""] = lines.slice(index - 1, index + 1);
    const isOther = isBreakAmong(next, line) || readOpening(next) !== undefined;
    const isMark =
      index === start + 1 &&
      fits(line, next, wrapping.width) &&
      (readSectionMark(line) !== undefined || closeLetters(line) !== undefined);
    if (isOther || isMark) return index;
    if (isLeftOver(next, line) || !startsParagraph(line, next, wrapping)) continue;
    changes.push({ what: "paragraph/started", place: linePlace(source, index), after: "a paragraph" });
    return index;
  }
  return end;
}

/** A passage whose longest line is at least this long, compared to the width, is wrapped by itself. */
const NARROW_SHARE = 0.6;

/** A line ended early, or an indent, shows that `next` begins a paragraph. */
function startsParagraph(line: string, next: string, { width, indent, isDense }: Wrapping): boolean {
  const isOwn = indent !== undefined && isIndented(next);
  if (isOwn && (indentOf(next) === indent || !isVerseLike(line, width))) return true;
  if (!endsSentence(line)) return false;
  const isEarly = fits(line, next, width);
  return opensSpeech(next)
    ? isEarly && line.trimEnd().length < 0.9 * width
    : isDense && isEarly && /^\s*\P{Ll}/u.test(next);
}

/** The first word of `next` would have had room on `line`. */
function fits(line: string, next: string, width: number): boolean {
  const [word = ""] = /^\S+/.exec(next.trimStart()) ?? [];
  return line.trimEnd().length + 1 + word.length <= width;
}

/** Far too short for the width. */
function isVerseLike(line: string, width: number): boolean {
  return !endsSentence(line) && line.trimEnd().length < 0.6 * width;
}

function readParagraph(start: number, end: number, wrapped: Wrapped): void {
  const { source, blocks, changes } = wrapped;
  if (!isVerse(source.lines.slice(start, end), wrapped.wrapping.width)) {
    blocks.push(paragraphOf(source, joinFrom(start, end, 0, wrapped)));
    return;
  }
  const pieces = Array.from({ length: end - start }, (_, index): TextPiece => {
    const piece = pieceOf(source, start + index);
    return start + index === end - 1 ? piece : { ...piece, text: `${piece.text}\\\n` };
  });
  const verse = paragraphOf(source, pieces);
  const isSetOff = pieces.length > 2 && pieces.every(({ column }) => column > 1);
  blocks.push(isSetOff ? { kind: "quotation", children: [verse], place: verse.place } : verse);
  changes.push({ what: "paragraph/verse", place: linePlace(source, start), after: `${end - start} lines` });
}

function joinFrom(start: number, end: number, column: number, { source, join, changes }: Wrapped): TextPiece[] {
  const pieces = Array.from({ length: end - start }, (_, index) =>
    pieceOf(source, start + index, index === 0 ? column : 0),
  );
  return joinLines(pieces, source, join, changes);
}

/** The share of the width that a line of verse may fill. */
const VERSE_FILL = 0.8;

/** Every line was ended well before the width, though the next word had room on it. */
function isVerse(lines: readonly string[], width: number): boolean {
  return (
    lines.length > 1 &&
    lines.every((line, index) => {
      const next = lines[index + 1];
      const length = line.trim().length;
      const isEarly = next === undefined || (fits(line, next, width - 4) && !readCut(line, next));
      return length <= VERSE_FILL * width && isEarly;
    })
  );
}
