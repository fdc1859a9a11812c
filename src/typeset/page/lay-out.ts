/**
 * A made-up chunk as pages.
 *
 * Comes in: a chunk and what make-up chose for it. Goes out: its lines, notes and figures in their places on pages. It follows the
 * same rules as the search and chooses nothing.
 */
import type { Chunk, GalleyLine } from "../galley.ts";
import { type FloatQueue, queueFloats } from "./float-queue.ts";
import { type MadeUpChunk, pagesOfFloats, pagesOfNotes } from "./make-up-chunk.ts";
import { type NoteQueue, queueNotes } from "./note-queue.ts";
import { FOOT, type PageShape, WAITS } from "./page-state.ts";
import { type LineAt, type PositionedLine, placeLines } from "./place-lines.ts";
import { topOf, type White } from "./top-of.ts";

export interface MadeUpPage {
  readonly matter: Chunk["matter"];
  /** Its chunk's name, and whether a section of the book begins on it. */
  readonly page: string;
  readonly opens: boolean;
  /** Where the page must fall; `any` on all but the first page of a chunk. */
  readonly side: Chunk["side"];
  readonly lines: readonly PositionedLine[];
  readonly notes: readonly PositionedLine[];
  /** Depth of the page, points: the text block's, or a line more or less. */
  readonly depth: number;
  /** True if its chunk ends on it. */
  readonly last: boolean;
  /** How many of the paragraphs that begin on it are set in another number of lines than is best for them. */
  readonly altered: number;
}

/** The chunk's lines on their pages. */
export function layOut(chunk: Chunk, made: MadeUpChunk, shape: PageShape): MadeUpPage[] {
  const queue = queueNotes(chunk.pieces, shape.leading);
  const layout = openLayout(chunk, made, shape, queue, queueFloats(queue.pieces, shape.leading));
  queue.pieces.forEach((piece, p) => {
    const chosen = made.variants[p] ?? 0;
    if (chosen === WAITS || chosen === FOOT) {
      if (layout.endsAt(p, 0)) layout.turn();
      if (chosen === WAITS) layout.wait();
      else layout.sink(piece.variants[0]?.called.at(-1) ?? 0);
      return;
    }
    const variant = piece.variants[chosen];
    variant?.lines.forEach((line, l) => {
      if (layout.endsAt(p, l)) layout.turn();
      layout.put(line, variant.called[l] ?? 0, l === 0 && chosen !== 0);
    });
    if (piece.floats) layout.pass();
  });
  const pages = layout.finish();
  return pages.map((page, i) => (i === pages.length - 1 ? { ...page, last: true } : page));
}

interface Layout {
  /** True if a page ends before this line of this piece. */
  readonly endsAt: (piece: number, line: number) => boolean;
  /** Ends the page and begins the next one, waiting figures at its head. */
  readonly turn: () => void;
  /** Puts a line below the last one, after which `called` note lines are called for. */
  readonly put: (line: GalleyLine, called: number, altered: boolean) => void;
  /** Passes a figure that waits. */
  readonly wait: () => void;
  /** Passes a figure that stands at the foot, by which `called` note lines are called for. */
  readonly sink: (called: number) => void;
  /** Passes a figure that stands at its place. */
  readonly pass: () => void;
  readonly finish: () => MadeUpPage[];
}

function openLayout(
  { matter, page, side, opens }: Chunk,
  { breaks, spare }: MadeUpChunk,
  shape: PageShape,
  queue: NoteQueue,
  floats: FloatQueue,
): Layout {
  const { leading } = shape;
  const pages: MadeUpPage[] = [];
  let lines: LineAt[] = [];
  let y = 0;
  let note = 0;
  let called = 0;
  let altered = 0;
  /** Figures passed; how many of the last ones of them wait, and how many before those stand at the foot. */
  let seen = 0;
  let waiting = 0;
  let foot = 0;
  let white: White = "full";
  const depthNow = (): number => {
    const own = (pages.length === 0 && shape.firstDepth) || shape.depth;
    return own + (spare[pages.length] ?? 0) * leading;
  };
  const footNow = (): number => floats.footRoom(seen - waiting, foot);
  const putLine = (line: GalleyLine, whiteAbove: White): void => {
    const top = topOf(line, y, whiteAbove, leading);
    lines.push({ line, y: top });
    y = top + line.height;
  };
  const skipLine = (): void => {
    y = Math.ceil(y / leading - 1e-6) * leading + leading;
  };
  const putFigures = (count: number): void => {
    for (const figure of floats.lines.slice(seen - waiting, seen - waiting + count)) {
      for (const [l, line] of figure.entries()) putLine(line, l === 0 ? "none" : "full");
      skipLine();
    }
    waiting -= count;
  };
  /** Figures at the foot, above the page's notes: their white is above them. */
  const putFoot = (bottom: number): void => {
    const last = seen - waiting;
    y = Math.floor(bottom / leading + 1e-6) * leading - floats.footRoom(last, foot) + leading;
    for (const figure of floats.lines.slice(last - foot, last)) {
      for (const [l, line] of figure.entries()) putLine(line, l === 0 ? "none" : "full");
      skipLine();
    }
    foot = 0;
  };
  const close = (): void => {
    const isFirst = pages.length === 0;
    const depth = depthNow();
    const end = queue.fit(note, called, depth - footNow() - y);
    putFoot(depth - queue.room(note, end));
    const begun = { matter, page, opens: isFirst && opens, side: isFirst ? side : "any" } as const;
    const notes = placeNotes(queue, note, end, depth);
    pages.push({ ...begun, lines: placeLines(lines), notes, depth, last: false, altered });
    note = end;
    altered = 0;
    lines = [];
    y = 0;
    white = "none";
  };
  return {
    endsAt: (piece, line) => {
      const next = breaks[pages.length];
      return next?.piece === piece && next.line === line;
    },
    turn: () => {
      close();
      const { count } = floats.fit(seen, waiting, depthNow());
      putFigures(count);
      if (count > 0) white = "joined";
    },
    put: (line, calledNow, isAltered) => {
      if (isAltered) altered++;
      putLine(line, white);
      white = "full";
      called = calledNow;
    },
    wait: () => {
      seen++;
      waiting++;
      if (white !== "none") white = "joined";
    },
    sink: (calledNow) => {
      seen++;
      foot++;
      called = calledNow;
      if (white !== "none") white = "joined";
    },
    pass: () => {
      seen++;
    },
    finish: () => {
      const depth = depthNow() - footNow();
      const left = queue.fit(note, queue.lines.length, depth - y);
      const room = left < queue.lines.length || foot > 0 ? 0 : depth - y - queue.room(note, left);
      const alone = pagesOfFloats(waiting, room, floats, shape);
      if (waiting > 0 && alone.length === 0) {
        skipLine();
        putFigures(waiting);
      }
      close();
      const rest = {
        matter,
        page,
        opens: false,
        side: "any",
        depth: shape.depth,
        last: false,
        altered: 0,
      } as const;
      for (const [from, to] of pagesOfNotes(note, queue, shape)) {
        pages.push({ ...rest, lines: [], notes: placeNotes(queue, from, to, shape.depth) });
      }
      for (const count of alone) {
        putFigures(count);
        pages.push({ ...rest, lines: placeLines(lines), notes: [] });
        lines = [];
        y = 0;
      }
      return pages;
    },
  };
}

/** Notes stand on the foot of the page. */
function placeNotes(queue: NoteQueue, from: number, to: number, depth: number): PositionedLine[] {
  let y = depth - queue.room(from, to) + queue.room(from, from + 1) - (queue.lines[from]?.height ?? 0);
  const lines = queue.lines.slice(from, to).map((line, i): LineAt => {
    if (i > 0) y += line.spaceBefore;
    const at = { line, y };
    y += line.height;
    return at;
  });
  return placeLines(lines);
}
