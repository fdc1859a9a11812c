/**
 * Total-fit line breaking.
 *
 * Comes in: items and a measure. Goes out: the breaks that cost the least over the whole paragraph, for every number of lines
 * that it can be set in if that is wanted. It knows no fonts and places nothing.
 *
 * The algorithm and its words are those of Knuth and Plass 1981 (pages 1156-1165). Departures: a line may give way by its
 * boxes as well as by its glue (`flex`, Han The Thanh 2000, chapter 4); what hangs in the margins is part of a break; the best
 * way to a break is kept for every number of lines near the best one, as for TeX's `\looseness` (TeX: The Program, section 873).
 */
import {
  badnessOf,
  fitnessClass,
  fitnessDemerits,
  INFINITELY_BAD,
  type LineWeights,
  ladderDemerits,
  lineDemerits,
  TEX_WEIGHTS,
} from "./demerits.ts";
import type { Item } from "./items.ts";
import { at, type MeasuredItems, measureItems } from "./measure-items.ts";

/** One line of a broken paragraph. */
export interface Line {
  /** First item of the line: a box, after the glue that the break before it swallowed. */
  readonly start: number;
  /** The item the line is broken at; it belongs to the line only if it is a penalty with `before`. */
  readonly end: number;
  /**
   * Below 0 the line shrinks, above it stretches. From -1 to 1 glue and flex give in proportion; above 1 only glue goes on;
   * below -1 the line is overfull.
   */
  readonly ratio: number;
}

export interface BreakOptions {
  /** Measure of every line, points. */
  readonly measure: number;
  /** First lines that are shorter, beside a drop capital. */
  readonly narrowed?: { readonly lines: number; readonly by: number };
  /** Greatest badness of a line. Default 800: a ratio of 2. */
  readonly tolerance?: number;
  /** Stretch every line has beside its glue: more than 0 for ragged setting, points. */
  readonly lineStretch?: number;
  /** False if only breaks that add no hyphen may be used. Default true. */
  readonly hyphens?: boolean;
  readonly weights?: LineWeights;
  /** A last line below this is a runt, points. Default 0: there is none. */
  readonly leastLastLine?: number;
}

/** The result: `demerits` is the sum over all lines; `rescued` says the tolerance had to be given up. */
export interface BrokenParagraph {
  readonly lines: readonly Line[];
  readonly demerits: number;
  readonly rescued: boolean;
}

/** How many lines more or fewer than the best way's a way to a break may have. */
const LINES_AROUND_BEST = 1;

/** Breaks a paragraph. `items` end with fill glue and a forced break; there is at least one box. */
export function breakLines(items: readonly Item[], options: BreakOptions): BrokenParagraph {
  const measured = measureItems(items);
  const search = openSearch(measured, options, false);
  const [found] = endsOf(search, false);
  return found ?? rescue(measured, options);
}

/**
 * Breaks a paragraph in the best way for each number of lines near the best, fewest lines first. Empty if the tolerance allows
 * none.
 */
export function breakIntoLengths(measured: MeasuredItems, options: BreakOptions): readonly BrokenParagraph[] {
  return endsOf(openSearch(measured, options, true), false);
}

/** Breaks a paragraph that can't be broken within the tolerance: its lines are as full as they can be. */
export function rescue(measured: MeasuredItems, options: BreakOptions): BrokenParagraph {
  const search = openSearch(measured, { ...options, tolerance: Infinity }, false);
  const [found] = endsOf(search, true);
  if (!found) throw new Error("a paragraph without a forced break at its end");
  return found;
}

/** A feasible break: the best way to come here with so many lines, this fitness and this run of hyphens. */
interface Node {
  readonly place: Place;
  readonly line: number;
  readonly fitness: number;
  /** Hyphenated lines running that end here, at most 2. */
  readonly run: number;
  readonly ratio: number;
  readonly demerits: number;
  readonly previous: Node | undefined;
}

/** A break and all the ways to come to it. */
interface Place {
  /** The item the break is at; -1 for the paragraph's beginning. */
  readonly at: number;
  readonly start: number;
  readonly width: number;
  readonly stretch: number;
  readonly shrink: number;
  readonly flex: number;
  readonly nodes: Node[];
}

interface Search {
  readonly measured: MeasuredItems;
  readonly options: BreakOptions;
  readonly weights: LineWeights;
  readonly tolerance: number;
  /** True if ways with different numbers of lines are kept apart. */
  readonly lengths: boolean;
  /** The best way to the break in hand for each kind of node, by {@link keyOf}, and the keys in use. */
  readonly best: Map<number, Node>;
}

function openSearch(measured: MeasuredItems, options: BreakOptions, lengths: boolean): Search {
  const { weights = TEX_WEIGHTS, tolerance = 800 } = options;
  return {
    measured,
    options,
    weights,
    tolerance,
    lengths: lengths || options.narrowed !== undefined,
    best: new Map(),
  };
}

/** Runs through all breaks; the ways to the last one, by their number of lines. */
function endsOf(search: Search, rescuing: boolean): BrokenParagraph[] {
  const { measured, options } = search;
  const count = measured.breaks.length;
  let active: Place[] = [openPlace(measured, -1, measured.firstStart, measured.firstWidth)];
  active[0]?.nodes.push({
    place: active[0],
    line: 0,
    fitness: 1,
    run: 0,
    ratio: 0,
    demerits: 0,
    previous: undefined,
  });
  for (let k = 0; k < count; k++) {
    if (options.hyphens === false && at(measured.flagged, k) === 1 && at(measured.before, k) > 0) continue;
    active = tryBreak(search, active, k, rescuing);
    if (active.length === 0) return [];
  }
  const ends = active.flatMap((place) => place.nodes);
  const byLength = new Map<number, Node>();
  for (const end of ends) {
    const key = search.lengths ? end.line : 0;
    const rival = byLength.get(key);
    if (!rival || end.demerits < rival.demerits) byLength.set(key, end);
  }
  return [...byLength.values()]
    .sort((a, b) => a.line - b.line)
    .map((end) => ({ lines: unwind(end), demerits: end.demerits, rescued: rescuing }));
}

function openPlace(measured: MeasuredItems, item: number, start: number, width: number): Place {
  return {
    at: item,
    start,
    width,
    stretch: at(measured.stretch, start),
    shrink: at(measured.shrink, start),
    flex: at(measured.flex, start),
    nodes: [],
  };
}

/** Considers a line from every active place to break `k`; gives the places that stay active, the new one among them. */
function tryBreak(search: Search, active: readonly Place[], k: number, rescuing: boolean): Place[] {
  const { measured, options, tolerance, best } = search;
  const item = at(measured.breaks, k);
  const forced = at(measured.cost, k) === -Infinity;
  const before = at(measured.before, k);
  const target = openPlace(measured, item, at(measured.start, k), at(measured.startWidth, k));
  const staying: Place[] = [];
  let fullest: Node | undefined;
  best.clear();
  for (const place of active) {
    const width = at(measured.width, item) - place.width;
    const stretch = at(measured.stretch, item) - place.stretch + (options.lineStretch ?? 0);
    const shrink = at(measured.shrink, item) - place.shrink;
    const flex = at(measured.flex, item) - place.flex;
    let open = false;
    let measure = -1;
    let ratio = 0;
    let badness = 0;
    for (const node of place.nodes) {
      const own = measureOf(node.line, options);
      if (own !== measure) {
        measure = own;
        ratio = adjustmentRatio(own - width - before, stretch, shrink, flex);
        badness = badnessOf(ratio);
        open ||= own - width >= -(shrink + flex) - 1e-9;
      }
      if (ratio < -1 || badness > tolerance) {
        if (ratio < -1 && (!fullest || ratio > fullest.ratio)) fullest = overfullNode(target, node, ratio);
        continue;
      }
      consider(search, target, node, k, ratio, badness);
    }
    if (open && !forced) staying.push(place);
  }
  collectBest(search, target);
  if (rescuing && target.nodes.length === 0 && staying.length === 0 && fullest) target.nodes.push(fullest);
  if (target.nodes.length > 0) staying.push(target);
  return staying;
}

function measureOf(line: number, { measure, narrowed }: BreakOptions): number {
  return narrowed && line < narrowed.lines ? measure - narrowed.by : measure;
}

/**
 * Knuth and Plass 1981, page 1124, with flex beside the glue: up to 1 both give, beyond it glue alone. Below -1 the line can't
 * be shrunk enough.
 */
export function adjustmentRatio(room: number, stretch: number, shrink: number, flex: number): number {
  if (Math.abs(room) < 1e-9) return 0;
  if (room < 0) return shrink + flex > 0 ? room / (shrink + flex) : -Infinity;
  const most = stretch + flex;
  if (room <= most) return room / most;
  return stretch > 0 ? 1 + (room - most) / stretch : Infinity;
}

/** Keeps the way over `from` if it is the best of its kind to the break in hand. */
function consider(search: Search, target: Place, from: Node, k: number, ratio: number, badness: number): void {
  const { measured, weights, best } = search;
  const hyphen = at(measured.flagged, k) === 1;
  const fitness = fitnessClass(ratio);
  const run = hyphen ? Math.min(2, from.run + 1) : 0;
  let demerits = from.demerits + lineDemerits(badness, at(measured.cost, k), weights);
  demerits += fitnessDemerits(from.fitness, fitness, weights);
  if (hyphen) demerits += ladderDemerits(from.run, weights);
  if (k === measured.breaks.length - 1) demerits += endDemerits(search, from, k);
  const line = from.line + 1;
  const key = keyOf(search.lengths ? line : 0, fitness, run);
  const rival = best.get(key);
  if (!rival || demerits < rival.demerits) {
    best.set(key, { place: target, line, fitness, run, ratio, demerits, previous: from });
  }
}

function keyOf(line: number, fitness: number, run: number): number {
  return line * 12 + fitness * 3 + run;
}

/** What the paragraph's last line costs beside itself; a runt is too short, or only the tail of a word. */
function endDemerits({ measured, options, weights }: Search, from: Node, k: number): number {
  const { leastLastLine = 0 } = options;
  const item = at(measured.breaks, k);
  const tail = from.run > 0 && at(measured.shrink, item) === from.place.shrink;
  const short = at(measured.width, item) - from.place.width < leastLastLine;
  return (from.run > 0 ? weights.finalHyphen : 0) + ((short || tail) && from.line > 0 ? weights.runt : 0);
}

/** The nodes worth keeping at a break. */
function collectBest({ best, lengths }: Search, target: Place): void {
  let least: Node | undefined;
  for (const node of best.values()) {
    if (!least || node.demerits < least.demerits) least = node;
  }
  if (!least) return;
  for (const node of best.values()) {
    if (!lengths || Math.abs(node.line - least.line) <= LINES_AROUND_BEST) target.nodes.push(node);
  }
}

function overfullNode(place: Place, from: Node, ratio: number): Node {
  const demerits = from.demerits + INFINITELY_BAD ** 2;
  return { place, line: from.line + 1, fitness: 0, run: 0, ratio, demerits, previous: from };
}

function unwind(last: Node): Line[] {
  const lines: Line[] = [];
  for (let node: Node | undefined = last; node?.previous; node = node.previous) {
    lines.push({ start: node.previous.place.start, end: node.place.at, ratio: node.ratio });
  }
  return lines.reverse();
}
