/**
 * Make-up: the galley cut into pages.
 *
 * Comes in: a galley and the text block's depth. Goes out: pages of lines and notes with their places. It draws nothing and
 * knows no folio.
 *
 * Chunks are chained by the side that each one's last page falls on, so the whole book is optimised at once: what makes one chapter
 * a page longer is weighed against what that does to the spreads of the next.
 */
import { type Diagnostic, diagnose, type Outcome } from "../../core/diagnostic.ts";
import type { Chunk, Galley, GalleyLine } from "../galley.ts";
import { type Entry, type MadeUpChunk, makeUpChunk, pagesOfNotes, topOf } from "./make-up-chunk.ts";
import { type NoteQueue, queueNotes } from "./note-queue.ts";
import type { PageShape, Side } from "./page-state.ts";

/** A line and the top of it, from the text block's top. */
export interface PositionedLine {
  readonly line: GalleyLine;
  readonly y: number;
}

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

/** The best way to the end of a chunk, and the one before it. */
interface Link {
  readonly made: MadeUpChunk;
  readonly previous: Link | undefined;
}

export function makeUp(galley: Galley, shapeOf: (chunk: Chunk) => PageShape): Outcome<readonly MadeUpPage[]> {
  let links: readonly Link[] = [];
  galley.chunks.forEach((chunk, c) => {
    const before = c === 0 ? undefined : links;
    const startsBody = chunk.matter === "body" && galley.chunks[c - 1]?.matter !== "body";
    const entries = entriesOf(before, startsBody ? "recto" : chunk.side);
    links = makeUpChunk(chunk, [...entries.keys()], shapeOf(chunk)).map((made) => ({
      made,
      previous: [...entries].find(([entry]) => entry.side === made.entry)?.[1],
    }));
  });
  const chain: MadeUpChunk[] = [];
  const last = links.reduce<Link | undefined>(
    (best, l) => (best && best.made.cost <= l.made.cost ? best : l),
    undefined,
  );
  for (let link = last; link; link = link.previous) chain.unshift(link.made);
  const value = galley.chunks.flatMap((chunk, c) => {
    const made = chain[c];
    return made ? layOut(chunk, made, shapeOf(chunk)) : [];
  });
  return { value, diagnostics: value.flatMap(reportTooDeep) };
}

/** How a chunk can begin, and after which way through the chunks before it: at most one way for each side. */
function entriesOf(before: readonly Link[] | undefined, wanted: Chunk["side"]): Map<Entry, Link | undefined> {
  if (!before) return new Map([[{ side: wanted === "verso" ? "verso" : "recto", cost: 0 }, undefined]]);
  const best = new Map<Side, Link>();
  for (const link of before) {
    const side = wanted !== "any" ? wanted : link.made.exit === "recto" ? "verso" : "recto";
    const rival = best.get(side);
    if (!rival || link.made.cost < rival.made.cost) best.set(side, link);
  }
  return new Map([...best].map(([side, link]) => [{ side, cost: link.made.cost }, link]));
}

/** The chunk's lines on their pages. */
function layOut(chunk: Chunk, made: MadeUpChunk, shape: PageShape): MadeUpPage[] {
  const queue = queueNotes(chunk.pieces, shape.leading);
  const { matter, page } = chunk;
  const pages: MadeUpPage[] = [];
  let lines: PositionedLine[] = [];
  let y = 0;
  let note = 0;
  let called = 0;
  let altered = 0;
  const close = (): void => {
    const isFirst = pages.length === 0;
    const depth = ((isFirst && shape.firstDepth) || shape.depth) + (made.spare[pages.length] ?? 0) * shape.leading;
    const end = queue.fit(note, called, depth - y);
    const side = isFirst ? chunk.side : "any";
    const notes = placeNotes(queue, note, end, depth);
    pages.push({ matter, page, opens: isFirst && chunk.opens, side, lines, notes, depth, last: false, altered });
    note = end;
    altered = 0;
    lines = [];
    y = 0;
  };
  queue.pieces.forEach((piece, p) => {
    const variant = piece.variants[made.variants[p] ?? 0];
    variant?.lines.forEach((line, l) => {
      const next = made.breaks[pages.length];
      if (next?.piece === p && next.line === l) close();
      const top = topOf(line, y, lines.length === 0 && pages.length > 0, shape.leading);
      if (l === 0 && made.variants[p] !== 0) altered++;
      lines.push({ line, y: top });
      y = top + line.height;
      called = variant.called[l] ?? called;
    });
  });
  close();
  for (const [from, to] of pagesOfNotes(note, queue, shape)) {
    const notes = placeNotes(queue, from, to, shape.depth);
    pages.push({
      matter,
      page,
      opens: false,
      side: "any",
      lines: [],
      notes,
      depth: shape.depth,
      last: false,
      altered: 0,
    });
  }
  return pages.map((page, i) => (i === pages.length - 1 ? { ...page, last: true } : page));
}

/** Notes stand on the foot of the page. */
function placeNotes(queue: NoteQueue, from: number, to: number, depth: number): PositionedLine[] {
  let y = depth - queue.room(from, to) + queue.room(from, from + 1) - (queue.lines[from]?.height ?? 0);
  return queue.lines.slice(from, to).map((line, i) => {
    if (i > 0) y += line.spaceBefore;
    const placed = { line, y };
    y += line.height;
    return placed;
  });
}

function reportTooDeep(page: MadeUpPage): Diagnostic[] {
  const deep = page.lines.find(({ line, y }) => y + line.height > page.depth + 0.01);
  if (!deep) return [];
  return [
    diagnose(
      "page/overfull",
      deep.line.span,
      "This does not fit on one page.",
      "Make the page larger or this part of the text smaller in the stylesheet.",
    ),
  ];
}
