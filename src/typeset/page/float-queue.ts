/**
 * The figures of a chunk that may leave their places.
 *
 * Comes in: pieces. Goes out: how many of those that wait fit at the head of a page, and what room others take at the foot of one.
 * Figures keep their order, so that which of them wait or stand at the foot is told by their number.
 */
import type { GalleyLine } from "../galley.ts";
import type { NotedPiece } from "./note-queue.ts";
import { topOf } from "./top-of.ts";

export interface FloatQueue {
  /** How many figures stand before each piece. */
  readonly before: readonly number[];
  /** Each figure's lines. */
  readonly lines: readonly (readonly GalleyLine[])[];
  /** Of `waiting` figures up to the `seen`th, how many fit in `depth`, at least one; and the room they take, points. */
  readonly fit: (
    seen: number,
    waiting: number,
    depth: number,
  ) => { readonly count: number; readonly room: number };
  /** The room that `count` figures up to the `seen`th take at the foot of a page, white above each; 0 for none. Points. */
  readonly footRoom: (seen: number, count: number) => number;
}

export function queueFloats(pieces: readonly NotedPiece[], leading: number): FloatQueue {
  const before: number[] = [];
  const lines: (readonly GalleyLine[])[] = [];
  for (const piece of pieces) {
    before.push(lines.length);
    if (piece.floats) lines.push(piece.variants[0]?.lines ?? []);
  }
  before.push(lines.length);
  const rooms = lines.map((figure) => roomOf(figure, leading));
  const fit: FloatQueue["fit"] = (seen, waiting, depth) => {
    let count = 0;
    let room = 0;
    while (count < waiting) {
      const next = room + (rooms[seen - waiting + count] ?? 0);
      if (count > 0 && next - leading > depth + 0.01) break;
      room = next;
      count++;
    }
    return { count, room };
  };
  const footRoom = (seen: number, count: number): number =>
    count === 0 ? 0 : rooms.slice(seen - count, seen).reduce((sum, room) => sum + room, 0);
  return { before, lines, fit, footRoom };
}

/** A figure's height on the grid, with a line of white between it and the text. */
function roomOf(lines: readonly GalleyLine[], leading: number): number {
  let y = 0;
  lines.forEach((line, i) => {
    y = topOf(line, y, i === 0 ? "none" : "full", leading) + line.height;
  });
  return Math.ceil(y / leading - 1e-6) * leading + leading;
}
