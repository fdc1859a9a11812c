/**
 * How far make-up has come on one way through the text.
 *
 * Comes in: a page that ends somewhere. Goes out: the pages that can begin there, and what the end costs. The search that goes from
 * state to state is in `make-up-chunk.ts`.
 */
import type { GalleyLine } from "../galley.ts";
import type { FloatQueue } from "./float-queue.ts";
import type { NoteQueue } from "./note-queue.ts";
import {
  HYPHEN_AT_SPREAD,
  HYPHEN_AT_TURN,
  LONG_SPREAD,
  SHORT_PAGE,
  SHORT_SPREAD,
  SPLIT_NOTE,
  UNEVEN,
  UNEVEN_LINE,
} from "./weights.ts";

/** Even pages are rectos. */
export type Side = "recto" | "verso";

export interface PageShape {
  /** Height of the text block, points. */
  readonly depth: number;
  /** Its height on the chunk's first page, if that has margins of its own. */
  readonly firstDepth?: number;
  /** Distance of the baseline grid's lines. */
  readonly leading: number;
  /** How many lines a spread may run short and long, both its pages together. */
  readonly spare: 0 | 1;
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
export interface State {
  readonly page: PageStart;
  /** How deep the page is filled, points. */
  readonly y: number;
  /** True until something stands on the page. */
  readonly head: boolean;
  /** True after a figure that stands at the head or elsewhere: the next line adds only what it would add without it. */
  readonly joined: boolean;
  /** Figures that have been passed and stand on no page yet; they are the last ones before this place. */
  readonly waiting: number;
  /** Figures at the foot of the page; they are the last ones before those that wait. */
  readonly foot: number;
  readonly cost: number;
  /** What this state is a step to: a page's beginning or the end of a variant. */
  readonly step: PageBreak | { readonly variant: number } | undefined;
  readonly previous: State | undefined;
}

/** In place of a variant: the figure waits. */
export const WAITS = -1;
/** In place of a variant: the figure stands at the foot of the page. */
export const FOOT = -2;
/** So many figures that wait are told apart, and so many at a foot. */
const MOST_WAITING = 3;
const MOST_AT_FOOT = 2;

/** The best way to each state at one place in the text, by {@link keyOf}. */
export type States = Map<number, State>;

/** What holds for the whole search. */
export interface Search {
  readonly shape: PageShape;
  readonly queue: NoteQueue;
  readonly floats: FloatQueue;
  /** From so many lines short to so many long. */
  readonly spares: readonly number[];
}

/** The verso beside this recto may end where it likes. */
export const ALONE = -1;
/** So much a page may end early without need: a verso, and a recto that no verso is to be level with. */
const EARLY_VERSO = 2;
const EARLY_ALONE = 6;

export function depthOf({ spare, opening }: PageStart, { depth, firstDepth = depth, leading }: PageShape): number {
  return (opening ? firstDepth : depth) + spare * leading;
}

export function spareCost(spare: number): number {
  return spare > 0 ? LONG_SPREAD * spare : -SHORT_SPREAD * spare;
}

/** Room that the page's notes take at least if `due` lines of the queue must stand on it. */
export function noteRoom({ note, owed }: PageStart, due: number, { queue }: Search): number {
  const last = Math.max(owed, due);
  return last > note ? queue.room(note, last) : 0;
}

/** Room that figures take at the foot of the state's page; `seen` figures have been passed. */
export function footRoom({ waiting, foot }: State, seen: number, { floats }: Search): number {
  return foot > 0 ? floats.footRoom(seen - waiting, foot) : 0;
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
  const { shape, queue, floats, spares } = search;
  const { page } = state;
  const seen = floats.before[step.piece] ?? 0;
  const depth = depthOf(page, shape) - footRoom(state, seen, search);
  const note = called > page.note ? queue.fit(page.note, called, depth - y) : called;
  const split = note < called;
  const used = y + queue.room(page.note, note);
  const missing = split ? 0 : Math.max(0, Math.floor((depth - used) / shape.leading + 1e-6));
  const ended = state.cost + cost + (split ? SPLIT_NOTE : 0) + shortCost(page, missing);
  const begin = (side: Side, spare: number, short: number, total: number): void => {
    const next = { side, spare, note, owed: split ? note + 1 : 0, opening: false, short };
    const { count, room } = floats.fit(seen, state.waiting, depthOf(next, shape));
    const waiting = state.waiting - count;
    const head = count === 0;
    const begins = {
      page: next,
      y: room,
      head,
      joined: !head,
      waiting,
      foot: 0,
      cost: total,
      step,
      previous: state,
    };
    keepBest(begun, begins);
  };
  if (page.side === "verso") begin("recto", page.spare, missing, ended);
  else for (const spare of spares) begin("verso", spare, ALONE, ended + spareCost(spare));
}

/** What a short page costs, and facing pages that end at different depths; of that only the recto knows. */
function shortCost({ side, short }: PageStart, missing: number): number {
  const difference = side === "verso" || short === ALONE ? 0 : Math.abs(missing - short);
  return SHORT_PAGE * missing ** 2 + (difference > 0 ? UNEVEN + UNEVEN_LINE * difference : 0);
}

/** Goes on from a state to a place further down its page, if no cheaper way to there is known. */
export function goOn(states: States, from: State, y: number, cost: number, step: State["step"]): void {
  const { page, waiting, foot } = from;
  keepBest(states, { page, y, head: false, joined: false, waiting, foot, cost, step, previous: from });
}

/** Passes a figure by, which will stand at the head of a later page. */
export function wait(states: States, from: State, cost: number): void {
  const { page, y, head, foot } = from;
  const waiting = from.waiting + 1;
  keepBest(states, { page, y, head, joined: true, waiting, foot, cost, step: { variant: WAITS }, previous: from });
}

/** Puts a figure at the foot of the state's page, where text that follows it will stand above. */
export function sink(states: States, from: State, cost: number): void {
  const { page, y, waiting } = from;
  const foot = from.foot + 1;
  keepBest(states, {
    page,
    y,
    head: false,
    joined: true,
    waiting,
    foot,
    cost,
    step: { variant: FOOT },
    previous: from,
  });
}

function keepBest(states: States, state: State): void {
  const key = keyOf(state);
  const rival = states.get(key);
  if (!rival || state.cost < rival.cost) states.set(key, state);
}

/**
 * A small whole number for all that tells states at one place in the text apart. Note lines are counted modulo 128: those that
 * one place can be reached with lie closer together.
 */
function keyOf({ page, y, head, joined, waiting, foot }: State): number {
  const { side, spare, short, opening, note } = page;
  const flags = (side === "recto" ? 0 : 1) + (head ? 2 : 0) + (opening ? 4 : 0) + (joined ? 8 : 0);
  const spread = (spare + 1) * 8 + Math.min(7, short + 1);
  const figures = Math.min(MOST_AT_FOOT, foot) * 4 + Math.min(MOST_WAITING, waiting);
  return (((Math.round(y * 5) * 16 + flags) * 24 + spread) * 12 + figures) * 128 + (note % 128);
}

/** A chunk's first page. */
export function openPage(states: States, side: Side, spare: number, cost: number): void {
  const page = { side, spare, note: 0, owed: 0, opening: true, short: ALONE };
  const empty = { y: 0, head: true, joined: false, waiting: 0, foot: 0 };
  keepBest(states, { page, ...empty, cost, step: undefined, previous: undefined });
}
