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
import { LOOSEST_RATIO, MICROTYPE, STRAIN } from "./microtype.ts";

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
/** Tolerance of the pass without hyphens: spaces and glyphs give all that they give without being noticed. */
const UNNOTICED = badnessOf(1);
const TOLERABLE = badnessOf(LOOSEST_RATIO);
const LAST_RESORT = badnessOf(STRAIN.loosestRatio);
/** What a river or a stack costs, and how often a paragraph is broken anew to be rid of some. */
const BLEMISH = 100_000;
const ROUNDS = 4;
/** So many lines of a paragraph may be broken anew in all: what is as long as a chapter must not take the square of its length. */
const MOST_LINES_ANEW = 3_000;
/** What a strained paragraph must be better by. */
const STRAIN_DEMERITS = 500_000;
/** From so many measures' length on a paragraph offers make-up what other numbers of lines it can be had in. */
const LINES_TO_SPARE = 2.5;

/** A paragraph's breaks, and the most tracking that its lines were promised, em. */
export interface SetParagraph extends BrokenParagraph {
  readonly tracking: number;
}

/** At least one way; the first has the least demerits. */
export function breakParagraph(items: readonly Item[], shape: ParagraphShape): readonly SetParagraph[] {
  const measured = measureItems(items, shape.justified ? 1 : 0);
  const options: BreakOptions = {
    measure: shape.measure,
    weights: BOOK_WEIGHTS,
    leastLastLine: Math.max(0, shape.indent) + shape.size,
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
  const strained = breakIntoLengths(measureItems(items, STRAIN.give), { ...options, tolerance: LAST_RESORT });
  const other = bestFirst(strained, STRAIN.tracking);
  if (other[0] && (best[0]?.demerits ?? Infinity) > other[0].demerits + STRAIN_DEMERITS) return other;
  return best.length > 0 ? best : bestFirst([rescue(measured, options)], STRAIN.tracking);
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
    if (plain.length > 0) return plain;
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
