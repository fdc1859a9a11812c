/**
 * A paragraph broken as a book wants it.
 *
 * Comes in: items, the measure, how the text is aligned. Goes out: the best breaks for each number of lines that can be had
 * within the limits, the best of them first. It chooses passes and tolerances; the search is in `break-lines.ts`.
 */
import { type Blemish, findBlemishes } from "./blemishes.ts";
import { type BreakOptions, type BrokenParagraph, breakIntoLengths, type Line, rescue } from "./break-lines.ts";
import { BOOK_WEIGHTS, badnessOf } from "./demerits.ts";
import type { Item } from "./items.ts";
import { at, forbidBreak, type MeasuredItems, measureItems } from "./measure-items.ts";
import { EDGE, LOOSEST_RATIO, MICROTYPE, STRAIN } from "./microtype.ts";
import { endHang, isWordBox } from "./words.ts";

/** How a paragraph is to be broken. */
export interface ParagraphShape {
  /** Points. */
  readonly measure: number;
  /** False for ragged and centred text, whose lines do not give way. */
  readonly justified: boolean;
  /** Font size, points. */
  readonly size: number;
  /** Indent of the first line, points; may be negative. */
  readonly indent: number;
  readonly narrowed?: BreakOptions["narrowed"];
  readonly firstEnd?: BreakOptions["firstEnd"];
  /** How many lines running may end in a hyphen. */
  readonly mostHyphens: number;
  /** False if the last but one line may not. */
  readonly hyphenBeforeLast: boolean;
}

/** Ragged lines may be so much shorter than the measure at a ratio of 1, em. */
const RAG = 4;
/** Where a paragraph has no indent or a small one, the next one may well have such a one, em: its last line must reach beyond that. */
const USUAL_INDENT = 1.4;
/** Tolerance of the pass without hyphens: spaces and glyphs give all that they give without being noticed. */
const UNNOTICED = badnessOf(1);
const TOLERABLE = badnessOf(LOOSEST_RATIO);
const LAST_RESORT = badnessOf(STRAIN.loosestRatio);
/** What a river or a stack costs, and how often a paragraph is broken anew to be rid of some. */
const BLEMISH = 700_000;
const ROUNDS = 4;
/** So many lines of a paragraph may be broken anew in all: what is as long as a chapter must not take the square of its length. */
const MOST_LINES_ANEW = 3_000;
/** What a strained paragraph must be better by. */
const STRAIN_DEMERITS = 500_000;
/** To how many points it is found out what a paragraph lacks. */
const LACK_STEP = 0.1;
/** From so many measures' length on a paragraph offers make-up what other numbers of lines it can be had in. */
const LINES_TO_SPARE = 2.5;

/** A paragraph's breaks, and the most tracking that its lines were promised, em. */
export interface SetParagraph extends BrokenParagraph {
  readonly tracking: number;
  /** How far a paragraph with a fault is from being set without one at the limits of all that gives, points; absent for a good one. */
  readonly lacks?: number;
}

/** At least one way; the first has the least demerits. */
export function breakParagraph(items: readonly Item[], shape: ParagraphShape): readonly SetParagraph[] {
  const measured = measureItems(items, shape.justified ? "usual" : "glue");
  const options: BreakOptions = {
    measure: shape.measure,
    weights: BOOK_WEIGHTS,
    leastLastLine: endsLines(items) ? 0 : Math.max(shape.indent, USUAL_INDENT * shape.size) + shape.size,
    lineStretch: shape.justified ? 0 : RAG * shape.size,
    mostHyphens: shape.mostHyphens,
    hyphenBeforeLast: shape.hyphenBeforeLast,
    ...(shape.narrowed && { narrowed: shape.narrowed }),
    ...(shape.firstEnd !== undefined && { firstEnd: shape.firstEnd }),
  };
  const within = { ...options, tolerance: TOLERABLE };
  const best = bestFirst(findWays(measured, options, within), MICROTYPE.tracking);
  const [first] = best;
  if (first) best[0] = { ...first, ...avoidBlemishes(first, items, measured, within) };
  if (best[0] && best[0].demerits < BOOK_WEIGHTS.runt) return best;
  if (!shape.justified) return best.length > 0 ? best : bestFirst([rescue(measured, options)], 0);
  return strain(best, items, options, shape.size);
}

/**
 * A paragraph that is too short or too long for its lines, set with all that the limits allow, and then with its edges off the margin
 * by next to nothing.
 */
function strain(
  usual: readonly SetParagraph[],
  items: readonly Item[],
  options: BreakOptions,
  size: number,
): readonly SetParagraph[] {
  let best = usual;
  for (const [give, slack] of [
    ["all", 0],
    ["all and ties", EDGE * size],
  ] as const) {
    const measured = measureItems(items, give);
    const strained = { ...options, tolerance: LAST_RESORT, slack, endSlack: slack && hangAtEnd(items) };
    const other = bestFirst(breakIntoLengths(measured, strained), STRAIN.tracking);
    if (other[0] && (best[0]?.demerits ?? Infinity) > other[0].demerits + STRAIN_DEMERITS) best = other;
    if (best[0] && best[0].demerits < BOOK_WEIGHTS.runt) return best;
    if (slack === 0) continue;
    if (best.length === 0) best = bestFirst([rescue(measured, strained)], STRAIN.tracking);
    const lacks = findLack(measured, strained);
    best = best.map((way) => ({ ...way, lacks }));
  }
  return best;
}

/** How much further from the margin than it may a line would have to end, at least, for the paragraph to have no fault; points. */
function findLack(measured: MeasuredItems, options: BreakOptions): number {
  const { slack = 0, measure } = options;
  let [none, enough] = [0, measure];
  while (enough - none > LACK_STEP) {
    const middle = (none + enough) / 2;
    const ways = breakIntoLengths(measured, { ...options, slack: slack + middle });
    if (ways.some((way) => !way.runt)) enough = middle;
    else none = middle;
  }
  return enough;
}

/** True if the author ends lines in the paragraph, as in verse: then how long the last one is was meant. */
function endsLines(items: readonly Item[]): boolean {
  return items.some((item, i) => item.kind === "penalty" && item.cost === -Infinity && i < items.length - 1);
}

/** How much further than usual the marks at the paragraph's end can hang, points. */
function hangAtEnd(items: readonly Item[]): number {
  const last = items.findLast((item) => item.kind === "box" && item.width > 0);
  return last && isWordBox(last) ? endHang(last.word) : 0;
}

/** A short paragraph is tried without hyphens first: it has no other length to offer. */
function findWays(
  measured: MeasuredItems,
  options: BreakOptions,
  within: BreakOptions,
): readonly BrokenParagraph[] {
  const natural = at(measured.width, at(measured.breaks, measured.breaks.length - 1));
  if (natural < LINES_TO_SPARE * options.measure) {
    const plain = breakIntoLengths(measured, { ...options, hyphens: false, tolerance: UNNOTICED });
    if (plain.some((way) => !way.runt)) return plain;
  }
  return breakIntoLengths(measured, within);
}

function bestFirst(found: readonly BrokenParagraph[], tracking: number): SetParagraph[] {
  return found.map((way) => ({ ...way, tracking })).sort((a, b) => a.demerits - b.demerits);
}

/**
 * The same paragraph in as many lines, its blemishes avoided if that does not cost more than they do: each break that one of them
 * runs past is forbidden in turn, and the best of what comes of it is taken.
 */
function avoidBlemishes(
  way: BrokenParagraph,
  items: readonly Item[],
  measured: MeasuredItems,
  options: BreakOptions,
): BrokenParagraph {
  let best = way;
  let blemishes = findBlemishes(items, measured, way.lines);
  let tries = Math.max(1, Math.floor(MOST_LINES_ANEW / way.lines.length));
  for (let round = 0; round < ROUNDS && blemishes.length > 0 && tries > 0; round++) {
    let better: BrokenParagraph | undefined;
    let left = blemishes;
    for (const end of breaksAlong(blemishes, best.lines)) {
      if (tries-- === 0) break;
      const limit = (better ?? best).demerits + BLEMISH * left.length;
      for (const other of breakIntoLengths(forbidBreak(measured, end), { ...options, limit })) {
        if (other.lines.length !== way.lines.length) continue;
        const remaining = findBlemishes(items, measured, other.lines);
        if (other.demerits + BLEMISH * remaining.length >= limit) continue;
        better = other;
        left = remaining;
      }
    }
    if (!better) break;
    best = better;
    blemishes = left;
  }
  return best;
}

/** Ends of the lines that blemishes run through, the last line's aside. */
function breaksAlong(blemishes: readonly Blemish[], lines: readonly Line[]): ReadonlySet<number> {
  const all = blemishes.flatMap(({ from, lines: count }) => lines.slice(Math.max(0, from - 1), from + count));
  const last = lines.at(-1);
  return new Set(all.filter((line) => line !== last).map((line) => line.end));
}
