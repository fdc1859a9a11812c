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
import { type FloatQueue, queueFloats } from "./float-queue.ts";
import { type NotedPiece, type NotedVariant, type NoteQueue, queueNotes } from "./note-queue.ts";
import {
  breakCost,
  depthOf,
  endPage,
  footRoom,
  goOn,
  mostEarly,
  noteRoom,
  openPage,
  type PageBreak,
  type PageShape,
  type Search,
  type Side,
  type State,
  type States,
  sink,
  spareCost,
  wait,
} from "./page-state.ts";
import { topOf, type White } from "./top-of.ts";
import {
  AT_FOOT,
  CROWDED,
  FEW_LINES,
  FIGURES_ALONE,
  FLOATED,
  LEAST_LAST_LINES,
  NO_OTHER_WAY,
  NOTES_ALONE,
  SHORT_LAST_PAGE,
} from "./weights.ts";

/** A way in which the chunk's first page can begin. */
export interface Entry {
  readonly side: Side;
  readonly cost: number;
}

/** One way to make up the chunk. */
export interface MadeUpChunk {
  /** The side its first page falls on, and its last. */
  readonly entry: Side;
  readonly exit: Side;
  readonly cost: number;
  /** For each piece, the variant chosen, or {@link WAITS} or {@link FOOT} for a figure that leaves its place. */
  readonly variants: readonly number[];
  /** Where pages end, in order, the last page's end not among them. */
  readonly breaks: readonly PageBreak[];
  /** For each page, how many lines longer than the text block it runs; may be negative. */
  readonly spare: readonly number[];
}

/** A state that costs so much more than the best at the same place is given up. */
const HOPELESS = 25_000_000;

/** The best ways through the chunk, at most one for each side that its last page can fall on. */
export function makeUpChunk(chunk: Chunk, entries: readonly Entry[], shape: PageShape): MadeUpChunk[] {
  const queue = queueNotes(chunk.pieces, shape.leading);
  const spares = Array.from({ length: 2 * shape.spare + 1 }, (_, i) => i - shape.spare);
  const floats = queueFloats(queue.pieces, shape.leading);
  const search: Search = { shape, queue, floats, spares };
  const keeps = keepHeights(queue.pieces);
  let states = openPages(entries, search);
  queue.pieces.forEach((piece, p) => {
    const begun: States = new Map();
    const above = queue.pieces[p - 1]?.variants[0]?.lines.at(-1);
    if (above) breakBefore(piece, p, above, states.values(), keeps[p] ?? 0, search, begun);
    const from = [...states.values(), ...begun.values()];
    const next: States = new Map();
    piece.variants.forEach((variant, v) => {
      setVariant({ variant, p, v, floats: piece.floats, keepAfter: keeps[p + 1] ?? 0, search }, from, next);
    });
    states = prune(next);
  });
  return closeChunk([...states.values()], search);
}

function openPages(entries: readonly Entry[], { spares }: Search): States {
  const states: States = new Map();
  for (const { side, cost } of entries) {
    for (const spare of spares) openPage(states, side, spare, cost + spareCost(spare));
  }
  return states;
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

/** Pages that begin with the piece. */
function breakBefore(
  piece: NotedPiece,
  p: number,
  above: GalleyLine,
  states: Iterable<State>,
  keep: number,
  search: Search,
  begun: States,
): void {
  const [variant] = piece.variants;
  const [line] = variant?.lines ?? [];
  if (!line || !variant) return;
  const { leading } = search.shape;
  const step = { piece: p, line: 0 };
  for (const state of states) {
    if (state.head) continue;
    const { page } = state;
    const seen = search.floats.before[p] ?? 0;
    const taken = noteRoom(page, variant.due[0] ?? 0, search) + footRoom(state, seen, search);
    const depth = depthOf(page, search.shape) - taken;
    const rest = depth - topOf(line, state.y, whiteOf(state), leading);
    const fits = line.height <= rest + 0.01;
    const cost = breakCost(above, page);
    if (!Number.isFinite(cost)) {
      if (!fits) endPage(state, state.y, step, piece.called, NO_OTHER_WAY, search, begun);
    } else if (!fits || keep > rest || depth - state.y < (mostEarly(page) + 1) * leading - 0.01) {
      endPage(state, state.y, step, piece.called, cost, search, begun);
    }
  }
}

/** A variant being set, and where. */
interface Setting {
  readonly variant: NotedVariant;
  /** The piece and the variant by number. */
  readonly p: number;
  readonly v: number;
  readonly floats: boolean;
  /** Height of what must stand together right after it. */
  readonly keepAfter: number;
  readonly search: Search;
}

/** Carries the states through one variant of a piece, over as many pages as it takes; `next` gets the states after it. */
function setVariant(setting: Setting, states: readonly State[], next: States): void {
  const { variant, v, floats } = setting;
  const starts: (States | undefined)[] = [];
  const step = { variant: v };
  const run = (from: State, first: number): void => {
    const y = fillPage(setting, from, first, starts);
    if (y === undefined) return;
    const crowded = floats ? crowdedCost(setting, from, y) : 0;
    goOn(next, from, y, from.cost + variant.cost + crowded, step);
  };
  for (const state of states) {
    if (floats) wait(next, state, state.cost + FLOATED);
    if (floats && state.waiting === 0 && fitsFoot(setting, state)) sink(next, state, state.cost + AT_FOOT);
    // Figures keep their order: none stands before one that waits or stands at the foot.
    if (!floats || (state.waiting === 0 && state.foot === 0)) run(state, 0);
  }
  for (let l = 1; l < variant.lines.length; l++) {
    const begun = starts[l];
    if (begun) for (const state of begun.values()) run(state, l);
  }
}

/** The white that the next line on the state's page brings. */
function whiteOf({ head, joined, page }: State): White {
  if (head && !page.opening) return "none";
  return joined ? "joined" : "full";
}

/** What it costs that a figure stands at its place, down to `y`. */
function crowdedCost({ variant, search }: Setting, { page }: State, y: number): number {
  const rest = depthOf(page, search.shape) - noteRoom(page, variant.due.at(-1) ?? 0, search) - y;
  const lines = Math.floor(rest / search.shape.leading + 1e-6);
  return lines > 0 && lines <= FEW_LINES ? CROWDED : 0;
}

/** True if the figure and its notes have room at the foot of the state's page, below at least one line of text. */
function fitsFoot({ variant, p, search }: Setting, state: State): boolean {
  const { page, y, foot } = state;
  const seen = (search.floats.before[p] ?? 0) + 1;
  const room = search.floats.footRoom(seen, foot + 1) + noteRoom(page, variant.due.at(-1) ?? 0, search);
  return !state.head && y + room <= depthOf(page, search.shape) + 0.01;
}

/**
 * Puts lines on the state's page, and the pages that can begin within the variant among `starts`. Gives the depth after the last line,
 * or undefined if they do not all fit.
 */
function fillPage(
  setting: Setting,
  from: State,
  first: number,
  starts: (States | undefined)[],
): number | undefined {
  const { lines, due, called, uniform } = setting.variant;
  const { shape } = setting.search;
  const { leading } = shape;
  const { page } = from;
  const whole =
    depthOf(page, shape) - footRoom(from, setting.search.floats.before[setting.p] ?? 0, setting.search);
  const early = (mostEarly(page) + 1) * leading - 0.01;
  let { y, head } = from;
  let white = whiteOf(from);
  for (let l = first; l < lines.length; l++) {
    const line = lines[l];
    if (!line) break;
    const depth = whole - noteRoom(page, due[l] ?? 0, setting.search);
    const top = topOf(line, y, white, leading);
    const fits = top + line.height <= depth + 0.01;
    const above = lines[l - 1];
    if (l > first && above && (!fits || depth - y < early || isKept(line, lines, l, depth - top, setting))) {
      const cost = breakCost(above, page);
      const begun = starts[l] ?? new Map();
      starts[l] = begun;
      const step = { piece: setting.p, line: l };
      if (Number.isFinite(cost)) endPage(from, y, step, called[l - 1] ?? 0, cost, setting.search, begun);
      else if (!fits) endPage(from, y, step, called[l - 1] ?? 0, NO_OTHER_WAY, setting.search, begun);
    }
    if (!fits && !head) return undefined;
    y = top + line.height;
    head = false;
    white = "full";
    if (uniform) {
      const skipped = Math.floor((depth - early - y) / leading);
      const skip = Math.min(skipped, lines.length - 1 - l);
      if (skip > 0) {
        l += skip;
        y += skip * leading;
      }
    }
  }
  return y;
}

/** True if a line must stand together with lines after it that do not all fit in `rest`. */
function isKept(
  line: GalleyLine,
  lines: readonly GalleyLine[],
  l: number,
  rest: number,
  setting: Setting,
): boolean {
  return !Number.isFinite(line.breakCost) && keptFrom(lines, l, setting.keepAfter) > rest;
}

function prune(states: States): States {
  let least = Infinity;
  for (const { cost } of states.values()) least = Math.min(least, cost);
  for (const [key, { cost }] of states) if (cost > least + HOPELESS) states.delete(key);
  return states;
}

/** Ends the last page, with what notes are left; the best way for either side. */
function closeChunk(states: readonly State[], search: Search): MadeUpChunk[] {
  const { shape, queue, floats } = search;
  const best = new Map<Side, { readonly state: State; readonly cost: number }>();
  for (const state of states) {
    const lines = Math.round(state.y / shape.leading);
    const { page } = state;
    const depth = depthOf(page, shape) - footRoom(state, floats.lines.length, search);
    const lacking = page.opening ? 0 : Math.max(0, LEAST_LAST_LINES - lines);
    const left = queue.fit(page.note, queue.lines.length, depth - state.y);
    const notes = pagesOfNotes(left, queue, shape).length;
    const room = left < queue.lines.length || state.foot > 0 ? 0 : depth - state.y - queue.room(page.note, left);
    const figures = pagesOfFloats(state.waiting, room, floats, shape).length;
    const cost = state.cost + SHORT_LAST_PAGE * lacking + NOTES_ALONE * notes + FIGURES_ALONE * figures;
    const exit: Side = (page.side === "recto") === ((notes + figures) % 2 === 0) ? "recto" : "verso";
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

/** Pages of nothing but figures at a chunk's end, as the numbers of figures on each; none if they fit in `room` below the text. */
export function pagesOfFloats(waiting: number, room: number, floats: FloatQueue, { depth }: PageShape): number[] {
  const seen = floats.lines.length;
  if (waiting === 0 || floats.fit(seen, waiting, Infinity).room <= room + 0.01) return [];
  const pages: number[] = [];
  for (let left = waiting; left > 0; ) {
    const { count } = floats.fit(seen, left, depth);
    pages.push(count);
    left -= count;
  }
  return pages;
}

function trace(last: State): Pick<MadeUpChunk, "entry" | "variants" | "breaks" | "spare"> {
  const variants: number[] = [];
  const breaks: PageBreak[] = [];
  const spare: number[] = [last.page.spare];
  let entry = last.page.side;
  for (let state: State | undefined = last; state; state = state.previous) {
    const { step } = state;
    if (step && "variant" in step) variants.push(step.variant);
    else if (step) {
      breaks.push(step);
      if (state.previous) spare.push(state.previous.page.spare);
    }
    entry = state.page.side;
  }
  return { entry, variants: variants.reverse(), breaks: breaks.reverse(), spare: spare.reverse() };
}
