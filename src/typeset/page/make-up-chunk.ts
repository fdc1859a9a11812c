/**
 * The page breaks of one chunk.
 *
 * Comes in: a chunk and the ways in which its first page can begin. Goes out: for either side that its last page can fall on, the
 * choice of page breaks, paragraph variants and depths of spreads that costs the least. It places nothing.
 *
 * A dynamic programme over pieces (Plass 1981, chapter 3; Mittelbach 2018). A state is a place in the text and all that matters of
 * the way to it: how deep the page is filled, on which side it lies, whether its spread runs a line short or long, which note
 * line is the first at its foot. Of two ways to one state the cheaper goes on.
 */
import type { Chunk, GalleyLine } from "../galley.ts";
import { type NotedPiece, type NotedVariant, type NoteQueue, queueNotes } from "./note-queue.ts";
import {
  HYPHEN_AT_SPREAD,
  HYPHEN_AT_TURN,
  LEAST_LAST_LINES,
  NO_OTHER_WAY,
  NOTES_ALONE,
  SHORT_LAST_PAGE,
  SHORT_PAGE,
  SPLIT_NOTE,
  UNEVEN,
  UNEVEN_LINE,
  UNUSUAL_SPREAD,
} from "./weights.ts";

/** Even pages are rectos. */
export type Side = "recto" | "verso";

export interface PageShape {
  /** Height of the text block, points. */
  readonly depth: number;
  /** Distance of the baseline grid's lines. */
  readonly leading: number;
  /** How many lines a spread may run short and long, both its pages together; 0 if it may not. */
  readonly spare: number;
}

/** A way in which the chunk's first page can begin. */
export interface Entry {
  readonly side: Side;
  readonly cost: number;
}

/** Where a page ends: before a line of a variant of a piece. */
export interface PageBreak {
  readonly piece: number;
  readonly line: number;
}

/** One way to make up the chunk. */
export interface MadeUpChunk {
  /** The side its first page falls on, and its last. */
  readonly entry: Side;
  readonly exit: Side;
  readonly cost: number;
  /** For each piece, the variant chosen. */
  readonly variants: readonly number[];
  /** Where pages end, in order, the last page's end not among them. */
  readonly breaks: readonly PageBreak[];
  /** For each page, how many lines longer than the text block it runs; may be negative. */
  readonly spare: readonly number[];
}

/** The white between text and notes, in lines; the rule stands in it. */
export const NOTE_GAP_LINES = 1;
/** A page may end early by so many lines, or by what must stay together. */
const EARLY_LINES = 6;
/** The verso beside this recto may end where it likes. */
const ALONE = -1;
/** A state that costs so much more than the best at the same place is given up. */
const HOPELESS = 25_000_000;

/** A way to come to a place in the text. */
interface State {
  /** How deep the page is filled, points. */
  readonly y: number;
  readonly side: Side;
  /** Lines that the page's spread runs long. */
  readonly spare: number;
  /** The first note line on this page. */
  readonly note: number;
  /** True until something stands on the page. */
  readonly head: boolean;
  /** True on the chunk's first page. */
  readonly opening: boolean;
  /** On a recto, how many lines the verso beside it ends short; {@link ALONE} if it ends a chapter or there is none. */
  readonly short: number;
  readonly cost: number;
  /** What this state is a step to: a page's beginning or the end of a variant. */
  readonly step: PageBreak | { readonly variant: number } | undefined;
  readonly previous: State | undefined;
}

interface Search {
  readonly shape: PageShape;
  readonly queue: NoteQueue;
}

/** The best ways through the chunk, at most one for each side that its last page can fall on. */
export function makeUpChunk(chunk: Chunk, entries: readonly Entry[], shape: PageShape): MadeUpChunk[] {
  const queue = queueNotes(chunk.pieces, NOTE_GAP_LINES * shape.leading);
  const search: Search = { shape, queue };
  const keeps = keepHeights(queue.pieces);
  let states: readonly State[] = entries.flatMap((entry) => openPages(entry, search));
  queue.pieces.forEach((piece, p) => {
    const begun = keepBest([...states, ...breaksBefore(piece, p, states, keeps[p] ?? 0, search)]);
    const next = new Map<number, State>();
    piece.variants.forEach((variant, v) => {
      setVariant(variant, p, v, begun, keeps[p + 1] ?? 0, search, next);
    });
    states = prune(next);
  });
  return closeChunk(states, search);
}

function openPages(entry: Entry, { shape }: Search): State[] {
  return sparesFor(shape).map((spare) => ({
    y: 0,
    side: entry.side,
    spare,
    note: 0,
    head: true,
    opening: true,
    short: ALONE,
    cost: entry.cost + spareCost(spare),
    step: undefined,
    previous: undefined,
  }));
}

function sparesFor({ spare }: PageShape): number[] {
  return Array.from({ length: 2 * spare + 1 }, (_, i) => i - spare);
}

function spareCost(spare: number): number {
  return UNUSUAL_SPREAD * Math.abs(spare);
}

function depthOf(state: State, { depth, leading }: PageShape): number {
  return depth + state.spare * leading;
}

/** The height of what must stand together from each piece on: up to the first line that a page may end after. */
function keepHeights(pieces: readonly NotedPiece[]): number[] {
  const heights = new Array<number>(pieces.length + 1).fill(0);
  for (let p = pieces.length - 1; p >= 0; p--) {
    const variant = pieces[p]?.variants[0];
    heights[p] = variant ? keptFrom(variant.lines, 0, heights[p + 1] ?? 0) : 0;
  }
  return heights;
}

function keptFrom(lines: readonly GalleyLine[], from: number, after: number): number {
  let height = 0;
  for (let i = from; i < lines.length; i++) {
    const line = lines[i];
    if (!line) break;
    height += line.height + (i > from ? line.spaceBefore : 0);
    if (Number.isFinite(line.breakCost)) return height;
  }
  return height + after;
}

/** Where the top of a line comes to stand. */
export function topOf(line: GalleyLine, y: number, dropSpace: boolean, leading: number): number {
  const top = dropSpace ? y : y + line.spaceBefore;
  return line.onGrid ? Math.max(0, Math.ceil(top / leading - 1e-6)) * leading : top;
}

/** Pages that begin with the piece. */
function breaksBefore(
  piece: NotedPiece,
  p: number,
  states: readonly State[],
  keep: number,
  search: Search,
): State[] {
  const before = search.queue.pieces[p - 1]?.variants[0];
  const [variant] = piece.variants;
  const [line] = variant?.lines ?? [];
  const after = before?.lines.at(-1);
  if (!line || !variant || !after) return [];
  const begun: State[] = [];
  for (const state of states) {
    if (state.head) continue;
    const top = topOf(line, state.y, false, search.shape.leading);
    const owed = noteRoom(state, variant.due[0] ?? 0, search);
    const rest = depthOf(state, search.shape) - owed - top;
    const fits = line.height <= rest + 0.01;
    if (!Number.isFinite(after.breakCost)) {
      if (!fits) begun.push(...endPage(state, p, 0, piece.called, NO_OTHER_WAY, search));
    } else if (rest < (EARLY_LINES + 1) * search.shape.leading || keep > rest) {
      begun.push(...endPage(state, p, 0, piece.called, breakCost(after, state), search));
    }
  }
  return begun;
}

/** Room that the page's notes take at least if `due` lines of the queue must stand on it. */
function noteRoom(state: State, due: number, { queue }: Search): number {
  return due > state.note ? queue.room(state.note, due) : 0;
}

function breakCost(line: GalleyLine, state: State): number {
  if (!line.hyphenated) return line.breakCost;
  return line.breakCost + (state.side === "recto" ? HYPHEN_AT_TURN : HYPHEN_AT_SPREAD);
}

/** Ends the state's page before a line; the pages that can begin there, one for each depth that its spread may have. */
function endPage(
  state: State,
  piece: number,
  line: number,
  called: number,
  cost: number,
  search: Search,
): State[] {
  const { shape, queue } = search;
  const depth = depthOf(state, shape);
  const note = queue.fit(state.note, called, depth - state.y);
  const used = state.y + queue.room(state.note, note);
  const missing = note < called ? 0 : Math.max(0, Math.floor((depth - used) / shape.leading + 1e-6));
  const ended =
    state.cost + cost + (note < called ? SPLIT_NOTE : 0) + SHORT_PAGE * missing ** 2 + unevenCost(state, missing);
  const begin = (spare: number, extra: number): State => ({
    y: 0,
    side: state.side === "recto" ? "verso" : "recto",
    spare,
    note,
    head: true,
    opening: false,
    short: state.side === "verso" ? missing : ALONE,
    cost: ended + extra,
    step: { piece, line },
    previous: state,
  });
  if (state.side === "verso") return [begin(state.spare, 0)];
  return sparesFor(shape).map((spare) => begin(spare, spareCost(spare)));
}

/** What it costs that facing pages end at different depths; only the recto knows. */
function unevenCost({ side, short }: State, missing: number): number {
  const difference = side === "verso" || short === ALONE ? 0 : Math.abs(missing - short);
  return difference > 0 ? UNEVEN + UNEVEN_LINE * difference : 0;
}

/** Carries the states through one variant of a piece, over as many pages as it takes; `next` gets the states after it. */
function setVariant(
  variant: NotedVariant,
  p: number,
  v: number,
  states: readonly State[],
  keepAfter: number,
  search: Search,
  next: Map<number, State>,
): void {
  const { lines } = variant;
  const starts: (Map<number, State> | undefined)[] = [];
  const run = (from: State, first: number): void => {
    const end = fillPage(variant, p, from, first, keepAfter, search, starts);
    if (end === undefined) return;
    const { note, side, spare, opening, short } = from;
    const cost = from.cost + variant.cost;
    const step = { variant: v };
    put(next, { y: end, note, side, spare, opening, short, head: false, cost, step, previous: from });
  };
  for (const state of states) run(state, 0);
  for (let l = 1; l < lines.length; l++) {
    const begun = starts[l];
    if (begun) for (const state of begun.values()) run(state, l);
  }
}

/** Puts lines on the state's page; the depth after the last one, or undefined if they do not all fit. */
function fillPage(
  variant: NotedVariant,
  p: number,
  from: State,
  first: number,
  keepAfter: number,
  search: Search,
  starts: (Map<number, State> | undefined)[],
): number | undefined {
  const { lines, due, called } = variant;
  const { leading } = search.shape;
  const depth = depthOf(from, search.shape);
  let { y, head } = from;
  for (let l = first; l < lines.length; l++) {
    const line = lines[l];
    if (!line) break;
    const top = topOf(line, y, head && !from.opening, leading);
    const bottom = top + line.height;
    const rest = depth - noteRoom(from, due[l] ?? 0, search) - top;
    const fits = line.height <= rest + 0.01;
    const above = lines[l - 1];
    if (l > first && above) {
      const cost = breakCost(above, from);
      const early = rest < (EARLY_LINES + 1) * leading || keptFrom(lines, l, keepAfter) > rest;
      if (Number.isFinite(cost) ? !fits || early : !fits) {
        const paid = Number.isFinite(cost) ? cost : NO_OTHER_WAY;
        const begun = endPage({ ...from, y, head: false }, p, l, called[l - 1] ?? 0, paid, search);
        const known = starts[l] ?? new Map<number, State>();
        starts[l] = known;
        for (const state of begun) put(known, { ...state, previous: from });
      }
    }
    if (!fits && !head) return undefined;
    y = bottom;
    head = false;
  }
  return y;
}

function keyOf(state: State): number {
  const page = (state.side === "recto" ? 0 : 1) + (state.head ? 2 : 0) + (state.opening ? 4 : 0);
  const spread = (state.spare + 8) * 64 + ((state.short + 1) % 64);
  return ((Math.round(state.y * 10) * 8 + page) * 1024 + spread) * 4096 + (state.note % 4096);
}

/** Keeps the cheaper of two ways to one state. */
function put(states: Map<number, State>, state: State): void {
  const key = keyOf(state);
  const rival = states.get(key);
  if (!rival || state.cost < rival.cost) states.set(key, state);
}

function keepBest(states: readonly State[]): State[] {
  const best = new Map<number, State>();
  for (const state of states) put(best, state);
  return [...best.values()];
}

function prune(states: Map<number, State>): State[] {
  let least = Infinity;
  for (const { cost } of states.values()) least = Math.min(least, cost);
  return [...states.values()].filter(({ cost }) => cost <= least + HOPELESS);
}

/** Ends the last page, with what notes are left; the best way for either side. */
function closeChunk(states: readonly State[], { shape, queue }: Search): MadeUpChunk[] {
  const best = new Map<Side, { readonly state: State; readonly cost: number }>();
  for (const state of states) {
    const lines = Math.round(state.y / shape.leading);
    const lacking = state.opening ? 0 : Math.max(0, LEAST_LAST_LINES - lines);
    const left = queue.fit(state.note, queue.lines.length, depthOf(state, shape) - state.y);
    const alone = pagesOfNotes(left, queue, shape).length;
    const cost = state.cost + SHORT_LAST_PAGE * lacking + NOTES_ALONE * alone;
    const exit: Side = (state.side === "recto") === (alone % 2 === 0) ? "recto" : "verso";
    const rival = best.get(exit);
    if (!rival || cost < rival.cost) best.set(exit, { state, cost });
  }
  return [...best].map(([exit, { state, cost }]) => ({ exit, cost, ...trace(state) }));
}

/** Where pages of nothing but notes begin and end in the queue, from `from` on. */
export function pagesOfNotes(from: number, queue: NoteQueue, shape: PageShape): [number, number][] {
  const pages: [number, number][] = [];
  let at = from;
  while (at < queue.lines.length) {
    const end = Math.max(at + 1, queue.fit(at, queue.lines.length, shape.depth));
    pages.push([at, end]);
    at = end;
  }
  return pages;
}

function trace(last: State): Pick<MadeUpChunk, "entry" | "variants" | "breaks" | "spare"> {
  const variants: number[] = [];
  const breaks: PageBreak[] = [];
  const spare: number[] = [last.spare];
  let entry = last.side;
  for (let state: State | undefined = last; state; state = state.previous) {
    const { step } = state;
    if (step && "variant" in step) variants.push(step.variant);
    else if (step) {
      breaks.push(step);
      if (state.previous) spare.push(state.previous.spare);
    }
    entry = state.side;
  }
  return { entry, variants: variants.reverse(), breaks: breaks.reverse(), spare: spare.reverse() };
}
