/**
 * How far make-up has come on one way through the text.
 *
 * Comes in: a page that ends somewhere. Goes out: the pages that can begin there, and what the end costs. The search that goes from
 * state to state is in `make-up-chunk.ts`.
 */
import type { GalleyLine } from "../galley.ts";
import type { NoteQueue } from "./note-queue.ts";
import {
  HYPHEN_AT_SPREAD,
  HYPHEN_AT_TURN,
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

/** Where a page ends: before a line of a variant of a piece. */
export interface PageBreak {
  readonly piece: number;
  readonly line: number;
}

/** A page as it began. */
export interface PageStart {
  readonly side: Side;
  /** Lines that the page's spread runs long. */
  readonly spare: number;
  /** The first note line on this page. */
  readonly note: number;
  /** How far notes must be set that were left over from the page before: its first line at least. */
  readonly owed: number;
  /** True on the chunk's first page. */
  readonly opening: boolean;
  /** On a recto, how many lines the verso beside it ends short; {@link ALONE} if it ends a chapter or there is none. */
  readonly short: number;
}

/** A way to come to a place in the text. */
export interface State extends PageStart {
  /** How deep the page is filled, points. */
  readonly y: number;
  /** True until something stands on the page. */
  readonly head: boolean;
  readonly cost: number;
  /** What this state is a step to: a page's beginning or the end of a variant. */
  readonly step: PageBreak | { readonly variant: number } | undefined;
  readonly previous: State | undefined;
}

/** The best way to each state at one place in the text, by {@link keyOf}. */
export type States = Map<number, State>;

/** What holds for the whole search. */
export interface Search {
  readonly shape: PageShape;
  readonly queue: NoteQueue;
  /** From so many lines short to so many long. */
  readonly spares: readonly number[];
}

/** The verso beside this recto may end where it likes. */
export const ALONE = -1;
/** So much a page may end early without need: a verso, and a recto that no verso is to be level with. */
const EARLY_VERSO = 2;
const EARLY_ALONE = 6;

export function depthOf({ spare }: PageStart, { depth, leading }: PageShape): number {
  return depth + spare * leading;
}

export function spareCost(spare: number): number {
  return UNUSUAL_SPREAD * Math.abs(spare);
}

/** Room that the page's notes take at least if `due` lines of the queue must stand on it. */
export function noteRoom({ note, owed }: PageStart, due: number, { queue }: Search): number {
  const last = Math.max(owed, due);
  return last > note ? queue.room(note, last) : 0;
}

/** How many lines short a page may end although more would fit. */
export function mostEarly({ side, short }: PageStart): number {
  if (side === "verso") return EARLY_VERSO;
  return short === ALONE ? EARLY_ALONE : short;
}

/** What a page break costs by itself. */
export function breakCost(above: GalleyLine, { side }: PageStart): number {
  if (!above.hyphenated) return above.breakCost;
  return above.breakCost + (side === "recto" ? HYPHEN_AT_TURN : HYPHEN_AT_SPREAD);
}

/**
 * Ends a state's page at depth `y`, `called` notes called for, and puts the pages that can begin there among `begun`: one for each
 * depth that its spread may have.
 */
export function endPage(
  state: State,
  y: number,
  step: PageBreak,
  called: number,
  cost: number,
  search: Search,
  begun: States,
): void {
  const { shape, queue, spares } = search;
  const depth = depthOf(state, shape);
  const note = queue.fit(state.note, called, depth - y);
  const split = note < called;
  const used = y + queue.room(state.note, note);
  const missing = split ? 0 : Math.max(0, Math.floor((depth - used) / shape.leading + 1e-6));
  const ended = state.cost + cost + (split ? SPLIT_NOTE : 0) + shortCost(state, missing);
  const next = { note, owed: split ? note + 1 : 0, opening: false, y: 0, head: true, step, previous: state };
  if (state.side === "verso") {
    put(begun, { ...next, side: "recto", spare: state.spare, short: missing, cost: ended });
    return;
  }
  for (const spare of spares) {
    put(begun, { ...next, side: "verso", spare, short: ALONE, cost: ended + spareCost(spare) });
  }
}

/** What a short page costs, and facing pages that end at different depths; of that only the recto knows. */
function shortCost({ side, short }: PageStart, missing: number): number {
  const difference = side === "verso" || short === ALONE ? 0 : Math.abs(missing - short);
  return SHORT_PAGE * missing ** 2 + (difference > 0 ? UNEVEN + UNEVEN_LINE * difference : 0);
}

function keyOf(state: State): number {
  const page = (state.side === "recto" ? 0 : 1) + (state.head ? 2 : 0) + (state.opening ? 4 : 0);
  const spread = (state.spare + 8) * 64 + ((state.short + 1) % 64);
  return ((Math.round(state.y * 10) * 8 + page) * 1024 + spread) * 4096 + (state.note % 4096);
}

/** Keeps the cheaper of two ways to one state. */
export function put(states: States, state: State): void {
  const key = keyOf(state);
  const rival = states.get(key);
  if (!rival || state.cost < rival.cost) states.set(key, state);
}
