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
  /** What the first line may end at: any break, none in a word, or this item alone. Default: any. */
  readonly firstEnd?: "any" | "whole word" | number;
  /** How many lines running may end in a hyphen: 1, 2, or any number. Default `Infinity`. */
  readonly mostHyphens?: number;
  /** False if the last but one line may not end in a hyphen. Default true. */
  readonly hyphenBeforeLast?: boolean;
  /** A last line below this is a runt, points. Default 0: there is none. */
  readonly leastLastLine?: number;
  /** Ways with so many demerits are not wanted, nor found if no break's cost is below 0. Default: there is no limit. */
  readonly limit?: number;
  /** How far from the margin a line may end that can't be filled or shrunk to it, points; what would hang may stay inside too. */
  readonly slack?: number;
  /** How much further the last line may reach into the margin, points. */
  readonly endSlack?: number;
}

/** The result: `demerits` is the sum over all lines; `rescued` says the tolerance had to be given up. */
export interface BrokenParagraph {
  readonly lines: readonly Line[];
  readonly demerits: number;
  readonly rescued: boolean;
  /** True if the last line is a runt. */
  readonly runt: boolean;
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

/**
 * Breaks a paragraph that can't be broken within the tolerance: its lines are as full as they can be. Badness has no upper bound
 * here, so that of two bad lines the better one is taken.
 */
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
  readonly limit: number | undefined;
  /** True if ways with different numbers of lines are kept apart. */
  readonly lengths: boolean;
  /** The best way to the break in hand for each kind of node, and the kinds in use. */
  readonly best: (Candidate | undefined)[];
  readonly kinds: number[];
}

/** A line to the break in hand, from a node. */
interface Candidate {
  from: Node;
  ratio: number;
  demerits: number;
}

function openSearch(measured: MeasuredItems, options: BreakOptions, lengths: boolean): Search {
  const { weights = TEX_WEIGHTS, tolerance = 800, limit } = options;
  const apart = lengths || options.narrowed !== undefined;
  return { measured, options, weights, tolerance, limit, lengths: apart, best: [], kinds: [] };
}

/** Runs through all breaks; the ways to the last one, by their number of lines. */
function endsOf(search: Search, rescuing: boolean): BrokenParagraph[] {
  const { measured, options } = search;
  const count = measured.breaks.length;
  const start = openPlace(measured, -1, measured.firstStart, measured.firstWidth);
  start.nodes.push({ place: start, line: 0, fitness: 1, run: 0, ratio: 0, demerits: 0, previous: undefined });
  const active = [start];
  for (let k = 0; k < count; k++) {
    if (at(measured.cost, k) === Infinity) continue;
    if (options.hyphens === false && at(measured.flagged, k) === 1 && at(measured.before, k) > 0) continue;
    tryBreak(search, active, k, rescuing);
    if (active.length === 0) return [];
  }
  const byLength = new Map<number, Node>();
  for (const end of active.flatMap((place) => place.nodes)) {
    const key = search.lengths ? end.line : 0;
    const rival = byLength.get(key);
    if (!rival || end.demerits < rival.demerits) byLength.set(key, end);
  }
  return [...byLength.values()]
    .sort((a, b) => a.line - b.line)
    .map((end) => {
      const runt = end.previous !== undefined && isRunt(search, end.previous);
      return { lines: unwind(end), demerits: end.demerits, rescued: rescuing, runt };
    });
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

/** Considers a line from every active place to break `k`; leaves those active that can still begin a line, `k` among them. */
function tryBreak(search: Search, active: Place[], k: number, rescuing: boolean): void {
  const { measured, options, tolerance } = search;
  const item = at(measured.breaks, k);
  const forced = at(measured.cost, k) === -Infinity;
  const before = at(measured.before, k);
  const { lineStretch = 0, endSlack = 0 } = options;
  const slack = (options.slack ?? 0) + (k === measured.breaks.length - 1 ? endSlack : 0);
  let kept = 0;
  let fullest: Candidate | undefined;
  for (const place of active) {
    const width = at(measured.width, item) - place.width;
    const stretch = at(measured.stretch, item) - place.stretch + lineStretch;
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
        const room = own - width - before;
        ratio = adjustmentRatio(room, stretch, shrink, flex);
        badness = rescuing ? 100 * Math.abs(ratio) ** 3 : badnessOf(ratio);
        if (slack > 0 && (ratio < -1 || badness > tolerance)) {
          ratio = adjustmentRatio(lessSlack(room, before, slack), stretch, shrink, flex);
          badness = rescuing ? 100 * Math.abs(ratio) ** 3 : badnessOf(ratio);
        }
        open ||= own - width >= -(shrink + flex) - slack - 1e-9;
      }
      if (ratio >= -1 && badness <= tolerance) consider(search, node, k, ratio, badness);
      else if (rescuing && ratio < -1 && (!fullest || ratio > fullest.ratio)) {
        fullest = { from: node, ratio, demerits: node.demerits + INFINITELY_BAD ** 2 };
      }
    }
    if (open && !forced) active[kept++] = place;
  }
  active.length = kept;
  const found = search.kinds.length > 0;
  if (!found && !(fullest && kept === 0)) return;
  const target = openPlace(measured, item, at(measured.start, k), at(measured.startWidth, k));
  if (found) collectBest(search, target, at(measured.flagged, k) === 1);
  else if (fullest) target.nodes.push(nodeOf(fullest, target, 0));
  active.push(target);
}

/** What room is left if the line ends off the margin by the slack. `before` is below 0 by what hangs. */
function lessSlack(room: number, before: number, slack: number): number {
  return room < 0 ? Math.min(0, room + slack) : Math.max(0, room - slack + Math.min(0, before));
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
function consider(search: Search, from: Node, k: number, ratio: number, badness: number): void {
  const { measured, weights, best, kinds } = search;
  const hyphen = at(measured.flagged, k) === 1;
  if (!isAllowed(search, from, k, hyphen)) return;
  const fitness = fitnessClass(ratio);
  let demerits = from.demerits + lineDemerits(badness, at(measured.cost, k), weights);
  demerits += fitnessDemerits(from.fitness, fitness, weights);
  if (hyphen) demerits += ladderDemerits(from.run, weights);
  if (k === measured.breaks.length - 1) demerits += endDemerits(search, from);
  if (search.limit !== undefined && demerits >= search.limit) return;
  const kind = ((search.lengths ? from.line + 1 : 0) * 4 + fitness) * 3 + (hyphen ? runAfter(from) : 0);
  const rival = best[kind];
  if (!rival) {
    best[kind] = { from, ratio, demerits };
    kinds.push(kind);
  } else if (demerits < rival.demerits) {
    rival.from = from;
    rival.ratio = ratio;
    rival.demerits = demerits;
  }
}

/** False where the style or the caller allows no such line. */
function isAllowed({ measured, options }: Search, { run, line }: Node, k: number, hyphen: boolean): boolean {
  const { firstEnd = "any" } = options;
  if (line === 0 && typeof firstEnd === "number" && at(measured.breaks, k) !== firstEnd) return false;
  if (line === 0 && firstEnd === "whole word" && hyphen) return false;
  if (hyphen) return run < (options.mostHyphens ?? Infinity);
  return run === 0 || options.hyphenBeforeLast !== false || k < measured.breaks.length - 1;
}

function runAfter({ run }: Node): number {
  return Math.min(2, run + 1);
}

/** What the paragraph's last line costs beside itself. */
function endDemerits(search: Search, from: Node): number {
  const { weights } = search;
  return (from.run > 0 ? weights.finalHyphen : 0) + (isRunt(search, from) ? weights.runt : 0);
}

/** True if the last line, which begins at `from`, is too short to stand alone, or only the tail of a word. */
function isRunt({ measured, options }: Search, { place, line, run }: Node): boolean {
  const end = at(measured.breaks, measured.breaks.length - 1);
  const tail = run > 0 && at(measured.shrink, end) === place.shrink;
  return line > 0 && (tail || at(measured.width, end) - place.width < (options.leastLastLine ?? 0));
}

/** The nodes worth keeping at a break. */
function collectBest({ best, kinds, lengths }: Search, target: Place, hyphen: boolean): void {
  let least: Candidate | undefined;
  for (const kind of kinds) {
    const candidate = best[kind];
    if (candidate && (!least || candidate.demerits < least.demerits)) least = candidate;
  }
  const line = least?.from.line ?? 0;
  for (const kind of kinds) {
    const candidate = best[kind];
    best[kind] = undefined;
    if (!candidate || (lengths && Math.abs(candidate.from.line - line) > LINES_AROUND_BEST)) continue;
    target.nodes.push(nodeOf(candidate, target, hyphen ? runAfter(candidate.from) : 0));
  }
  kinds.length = 0;
}

function nodeOf({ from, ratio, demerits }: Candidate, place: Place, run: number): Node {
  const fitness = ratio < -1 ? 0 : fitnessClass(ratio);
  return { place, line: from.line + 1, fitness, run, ratio, demerits, previous: from };
}

function unwind(last: Node): Line[] {
  const lines: Line[] = [];
  for (let node: Node | undefined = last; node?.previous; node = node.previous) {
    lines.push({ start: node.previous.place.start, end: node.place.at, ratio: node.ratio });
  }
  return lines.reverse();
}
