/**
 * The notes of a chunk as one long queue of lines.
 *
 * Comes in: pieces. Goes out: every note's lines in the order of reference, which no choice of variants changes, and how much room
 * any stretch of them takes. So what a page owes to its notes is told by two numbers: the first note line that stands on it,
 * and how far the text has come.
 */
import type { GalleyLine, GalleyNote, Piece, Variant } from "../galley.ts";

/** The white between text and notes, in lines; the rule stands in it. */
const NOTE_GAP_LINES = 1;

/** A variant's lines with the state of the queue after each. */
export interface NotedVariant {
  readonly lines: readonly GalleyLine[];
  readonly cost: number;
  /** How many note lines have been called for by the end of each line. */
  readonly called: readonly number[];
  /** How many of them must stand on the line's page: all but what may be carried over of the last note. */
  readonly due: readonly number[];
  /** True if all its lines are alike and stand on the grid, one leading high, none kept with the next and none with notes. */
  readonly uniform: boolean;
}

/** A piece with the state of the queue before it. */
export interface NotedPiece {
  readonly variants: readonly NotedVariant[];
  readonly floats: boolean;
  readonly called: number;
  readonly due: number;
}

export interface NoteQueue {
  readonly pieces: readonly NotedPiece[];
  readonly lines: readonly GalleyLine[];
  /** Room for the note lines from `from` up to `to`, the gap above them included; 0 for none. Points. */
  readonly room: (from: number, to: number) => number;
  /** Up to which line they fit in `room` if they begin at `from` and have been called up to `to`. */
  readonly fit: (from: number, to: number, room: number) => number;
}

/** `leading` is the height of a line of text, points; notes stand {@link NOTE_GAP_LINES} of them below the text. */
export function queueNotes(pieces: readonly Piece[], leading: number): NoteQueue {
  const lines: GalleyLine[] = [];
  let due = 0;
  const noted = pieces.map((piece): NotedPiece => {
    const before = { called: lines.length, due };
    const variants = piece.variants.map((variant) => countCalls(variant, leading, before));
    for (const note of piece.variants[0]?.lines.flatMap((line) => line.notes) ?? []) {
      due = lines.length + leastLines(note);
      lines.push(...note.lines);
    }
    return { variants, floats: piece.floats === true, ...before };
  });
  const tops = sumTops(lines);
  const room = (from: number, to: number): number => {
    if (to <= from) return 0;
    return NOTE_GAP_LINES * leading + (tops[to] ?? 0) - (tops[from] ?? 0) - (lines[from]?.spaceBefore ?? 0);
  };
  const fit = (from: number, to: number, space: number): number => {
    let end = to;
    while (end > from && room(from, end) > space + 0.01) end--;
    return end;
  };
  return { pieces: noted, lines, room, fit };
}

/** A note this long stands whole; of a longer one so many lines at least stand on the page that refers to it. */
const SHORT_NOTE = 3;
const LEAST_LINES = 2;

function leastLines({ lines }: GalleyNote): number {
  return lines.length <= SHORT_NOTE ? lines.length : LEAST_LINES;
}

/** Heights and white above, summed before each line. */
function sumTops(lines: readonly GalleyLine[]): Float64Array {
  const tops = new Float64Array(lines.length + 1);
  lines.forEach((line, i) => {
    tops[i + 1] = (tops[i] ?? 0) + line.spaceBefore + line.height;
  });
  return tops;
}

function countCalls(
  { lines, cost }: Variant,
  leading: number,
  before: { readonly called: number; readonly due: number },
): NotedVariant {
  let { called, due } = before;
  const calledAt: number[] = [];
  const dueAt: number[] = [];
  for (const line of lines) {
    for (const note of line.notes) {
      due = called + leastLines(note);
      called += note.lines.length;
    }
    calledAt.push(called);
    dueAt.push(due);
  }
  const uniform = lines.every(
    (line) => line.onGrid && line.height === leading && line.notes.length === 0 && Number.isFinite(line.breakCost),
  );
  return { lines, cost, called: calledAt, due: dueAt, uniform };
}
