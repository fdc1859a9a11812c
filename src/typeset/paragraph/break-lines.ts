/**
 * Total-fit line breaking.
 *
 * Comes in: items and a measure. Goes out: the breaks that cost the least over the whole paragraph, with each line's
 * adjustment ratio. It knows no fonts and places nothing.
 *
 * The algorithm and its words are those of Knuth and Plass 1981 (pages 1156-1165); badness and demerits as in TeX:
 * The Program, sections 108 and 859. Departure: the sums a line begins and ends with are kept per break, so that what is
 * added on either side of a break (a hyphen, a cut ligature, a hanging mark) enters the measure exactly.
 */
import type { Item } from "./items.ts";

/** One line of a broken paragraph. */
export interface Line {
  /** First item of the line: a box, after the glue that the break before it swallowed. */
  readonly start: number;
  /** The item the line is broken at; it belongs to the line only if it is a penalty with `before`. */
  readonly end: number;
  /** Below 0 the glue shrinks, above it stretches; below -1 the line is overfull. */
  readonly ratio: number;
}

export interface BreakOptions {
  /** Measure of every line, points. */
  readonly measure: number;
  /** Greatest badness of a line in the first pass. Default 800: glue stretched to twice its stretch. */
  readonly tolerance?: number;
  /** Stretch every line has beside its glue: more than 0 for ragged setting, points. */
  readonly lineStretch?: number;
}

/** The result: `demerits` is the sum over all lines; `rescued` says the tolerance had to be given up. */
export interface BrokenParagraph {
  readonly lines: readonly Line[];
  readonly demerits: number;
  readonly rescued: boolean;
}

/** TeX's `\linepenalty`, `\doublehyphendemerits`, `\finalhyphendemerits`, `\adjdemerits`. */
const LINE_PENALTY = 10;
const DOUBLE_HYPHEN_DEMERITS = 10_000;
const FINAL_HYPHEN_DEMERITS = 5_000;
const FITNESS_DEMERITS = 10_000;
const DEFAULT_TOLERANCE = 800;
const INFINITELY_BAD = 10_000;

/** A feasible break: the best way to come here with a line of its fitness class. */
interface Node {
  readonly at: number;
  readonly startWidth: number;
  readonly startStretch: number;
  readonly startShrink: number;
  readonly start: number;
  readonly fitness: number;
  readonly flagged: boolean;
  readonly ratio: number;
  readonly demerits: number;
  readonly previous: Node | undefined;
}

/** Breaks a paragraph. `items` end with fill glue and a forced break; there is at least one box. */
export function breakLines(items: readonly Item[], options: BreakOptions): BrokenParagraph {
  const sums = sumItems(items);
  const tolerance = options.tolerance ?? DEFAULT_TOLERANCE;
  const found = findBreaks(items, sums, options, tolerance, false);
  if (found) return { lines: unwind(found), demerits: found.demerits, rescued: false };
  const last = findBreaks(items, sums, options, Infinity, true);
  if (!last) throw new Error("a paragraph without a forced break at its end");
  return { lines: unwind(last), demerits: last.demerits, rescued: true };
}

/** Sums of all items before each index, and the first item that a line beginning after it shows. */
interface Sums {
  readonly width: Float64Array;
  readonly stretch: Float64Array;
  readonly shrink: Float64Array;
  readonly next: Int32Array;
}

function sumItems(items: readonly Item[]): Sums {
  const n = items.length;
  const width = new Float64Array(n + 1);
  const stretch = new Float64Array(n + 1);
  const shrink = new Float64Array(n + 1);
  const next = new Int32Array(n + 1);
  items.forEach((item, i) => {
    const isGlue = item.kind === "glue";
    width[i + 1] = at(width, i) + (item.kind === "penalty" ? 0 : item.width);
    stretch[i + 1] = at(stretch, i) + (isGlue ? item.stretch : 0);
    shrink[i + 1] = at(shrink, i) + (isGlue ? item.shrink : 0);
  });
  next[n] = n;
  for (let i = n - 1; i >= 0; i--) {
    const item = items[i];
    const kept = item?.kind === "box" || (item?.kind === "penalty" && item.cost === -Infinity);
    next[i] = kept ? i : at(next, i + 1);
  }
  return { width, stretch, shrink, next };
}

/** Typed arrays are never out of bounds here; the type checker can't know. */
function at(values: Float64Array | Int32Array, index: number): number {
  return values[index] ?? 0;
}

/** The cheapest way to the last break, or undefined if none keeps within the tolerance. */
function findBreaks(
  items: readonly Item[],
  sums: Sums,
  options: BreakOptions,
  tolerance: number,
  rescue: boolean,
): Node | undefined {
  const start = at(sums.next, 0);
  let active: Node[] = [
    {
      at: -1,
      start,
      startWidth: at(sums.width, start),
      startStretch: at(sums.stretch, start),
      startShrink: at(sums.shrink, start),
      fitness: 1,
      flagged: false,
      ratio: 0,
      demerits: 0,
      previous: undefined,
    },
  ];
  for (let b = 0; b < items.length; b++) {
    if (!isLegalBreak(items, b)) continue;
    active = tryBreak(items, sums, options, tolerance, rescue, active, b);
    if (active.length === 0) return undefined;
  }
  return active.reduce((best, node) => (node.demerits < best.demerits ? node : best));
}

function isLegalBreak(items: readonly Item[], b: number): boolean {
  const item = items[b];
  if (item?.kind === "penalty") return item.cost < Infinity;
  return item?.kind === "glue" && items[b - 1]?.kind === "box";
}

/** Considers a line from every active node to `b`; gives the nodes that stay active, the new ones among them. */
function tryBreak(
  items: readonly Item[],
  sums: Sums,
  options: BreakOptions,
  tolerance: number,
  rescue: boolean,
  active: readonly Node[],
  b: number,
): Node[] {
  const item = items[b];
  const isPenalty = item?.kind === "penalty";
  const cost = isPenalty ? item.cost : 0;
  const forced = cost === -Infinity;
  const flagged = isPenalty && item.flagged;
  const before = isPenalty ? item.before : 0;
  const isLast = b === items.length - 1;
  const best: (Candidate | undefined)[] = [undefined, undefined, undefined, undefined];
  const staying: Node[] = [];
  let fullest: Candidate | undefined;

  for (const node of active) {
    const ratio = adjustmentRatio(
      options.measure - (at(sums.width, b) + before - node.startWidth),
      at(sums.stretch, b) - node.startStretch + (options.lineStretch ?? 0),
      at(sums.shrink, b) - node.startShrink,
    );
    if (ratio >= -1 && !forced) staying.push(node);
    if (ratio < -1) {
      if (!fullest || ratio > fullest.ratio) {
        fullest = { node, ratio, fitness: 0, demerits: node.demerits + INFINITELY_BAD ** 2 };
      }
      continue;
    }
    const badness = badnessOf(ratio);
    if (badness > tolerance) continue;
    const fitness = fitnessClass(ratio);
    const demerits = node.demerits + demeritsOf(badness, cost, flagged, fitness, node, isLast);
    const rival = best[fitness];
    if (!rival || demerits < rival.demerits) best[fitness] = { node, ratio, fitness, demerits };
  }

  if (rescue && staying.length === 0 && fullest && !best.some((c) => c)) best[0] = fullest;
  for (const candidate of best) {
    if (candidate) staying.push(makeNode(candidate, sums, b, flagged, isPenalty ? item.after : 0));
  }
  return staying;
}

interface Candidate {
  readonly node: Node;
  readonly ratio: number;
  readonly fitness: number;
  readonly demerits: number;
}

function makeNode(candidate: Candidate, sums: Sums, b: number, flagged: boolean, after: number): Node {
  const start = at(sums.next, b + 1);
  return {
    at: b,
    start,
    startWidth: at(sums.width, start) - after,
    startStretch: at(sums.stretch, start),
    startShrink: at(sums.shrink, start),
    fitness: candidate.fitness,
    flagged,
    ratio: candidate.ratio,
    demerits: candidate.demerits,
    previous: candidate.node,
  };
}

/** Knuth and Plass 1981, page 1124; below -1 where the line can't be shrunk enough. */
function adjustmentRatio(room: number, stretch: number, shrink: number): number {
  if (Math.abs(room) < 1e-9) return 0;
  if (room > 0) return stretch > 0 ? room / stretch : Infinity;
  return shrink > 0 ? room / shrink : -Infinity;
}

/** `100 |r|^3`, at most 10,000 (TeX: The Program, section 108). */
export function badnessOf(ratio: number): number {
  return Math.min(INFINITELY_BAD, 100 * Math.abs(ratio) ** 3);
}

/** 0 tight, 1 decent, 2 loose, 3 very loose. */
export function fitnessClass(ratio: number): 0 | 1 | 2 | 3 {
  if (ratio < -0.5) return 0;
  if (ratio <= 0.5) return 1;
  return ratio <= 1 ? 2 : 3;
}

function demeritsOf(
  badness: number,
  cost: number,
  flagged: boolean,
  fitness: number,
  node: Node,
  isLast: boolean,
): number {
  const base = (LINE_PENALTY + badness) ** 2;
  let demerits = cost >= 0 ? base + cost ** 2 : cost > -INFINITELY_BAD ? base - cost ** 2 : base;
  if (node.flagged) {
    if (flagged) demerits += DOUBLE_HYPHEN_DEMERITS;
    else if (isLast) demerits += FINAL_HYPHEN_DEMERITS;
  }
  if (Math.abs(fitness - node.fitness) > 1) demerits += FITNESS_DEMERITS;
  return demerits;
}

function unwind(last: Node): Line[] {
  const lines: Line[] = [];
  for (let node: Node | undefined = last; node?.previous; node = node.previous) {
    lines.push({ start: node.previous.start, end: node.at, ratio: node.ratio });
  }
  return lines.reverse();
}
