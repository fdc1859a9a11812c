/**
 * Sums over a paragraph's items, so that the breaker can price any line in a few subtractions.
 *
 * Comes in: items. Goes out: typed arrays indexed by item. What a break adds to the line before it and the line after it
 * (a hyphen, the rest of a cut ligature, what hangs in the margins) is worked out here once for each break.
 */
import type { Box, Item, Penalty } from "./items.ts";
import { MICROTYPE, STRAIN, WORD_SPACE } from "./microtype.ts";

export interface MeasuredItems {
  /** Sums over all items before an index, points; one entry more than there are items. */
  readonly width: Float64Array;
  readonly stretch: Float64Array;
  readonly shrink: Float64Array;
  readonly flex: Float64Array;
  /** The first item shown by a line that begins at or after an index. */
  readonly next: Int32Array;
  /** The items at which a line may be broken, in order; the last is the paragraph's end. */
  readonly breaks: Int32Array;
  /** For each of `breaks`: its cost (`Infinity`: forbidden), what it adds to the line that it ends, whether it is a hyphen. */
  readonly cost: Float64Array;
  readonly before: Float64Array;
  readonly flagged: Uint8Array;
  /** For each of `breaks`: where the line after it starts, and the sum of widths it starts from, what hangs taken off. */
  readonly start: Int32Array;
  readonly startWidth: Float64Array;
  /** Where the first line starts, and its sum of widths; nothing hangs there (CSS Text 4, `hanging-punctuation`: not `first`). */
  readonly firstStart: number;
  readonly firstWidth: number;
}

/**
 * How much items give: their glue alone, for text whose boxes neither give way nor hang in the margins; what they say; or all that
 * the limits allow, ties broken where they may be at last.
 */
export type Give = "glue" | "usual" | "all" | "all and ties";

export function measureItems(items: readonly Item[], give: Give = "usual"): MeasuredItems {
  const flexible = give !== "glue";
  const sums = sumItems(items, give);
  const places: number[] = [];
  const atLast = give === "all and ties";
  items.forEach((item, i) => {
    if (isLegalBreak(item, items[i - 1], atLast)) places.push(i);
  });
  const count = places.length;
  const breaks = Int32Array.from(places);
  const cost = new Float64Array(count);
  const before = new Float64Array(count);
  const flagged = new Uint8Array(count);
  const start = new Int32Array(count);
  const startWidth = new Float64Array(count);
  places.forEach((b, k) => {
    const item = items[b];
    const isPenalty = item?.kind === "penalty";
    cost[k] = isPenalty ? costOf(item, atLast) : 0;
    before[k] = isPenalty && item.before !== 0 ? item.before : flexible ? -hangBefore(items, b) : 0;
    flagged[k] = isPenalty && item.flagged ? 1 : 0;
    const from = at(sums.next, b + 1);
    start[k] = from;
    startWidth[k] = at(sums.width, from) - (isPenalty ? item.after : 0) + (flexible ? hangAfter(items, from) : 0);
  });
  const firstStart = at(sums.next, 0);
  const firstWidth = at(sums.width, firstStart);
  return { ...sums, breaks, cost, before, flagged, start, startWidth, firstStart, firstWidth };
}

/** The same items with one of their breaks forbidden. It stays in its place, so that all but its cost can be shared. */
export function forbidBreak(measured: MeasuredItems, item: number): MeasuredItems {
  const k = measured.breaks.indexOf(item);
  if (k < 0 || at(measured.cost, k) === -Infinity) return measured;
  const cost = measured.cost.slice();
  cost[k] = Infinity;
  return { ...measured, cost };
}

/** Typed arrays are never out of bounds here; the type checker can't know. */
export function at(values: Float64Array | Int32Array | Uint8Array, index: number): number {
  return values[index] ?? 0;
}

function sumItems(
  items: readonly Item[],
  give: Give,
): Pick<MeasuredItems, "width" | "stretch" | "shrink" | "flex" | "next"> {
  const n = items.length;
  const width = new Float64Array(n + 1);
  const stretch = new Float64Array(n + 1);
  const shrink = new Float64Array(n + 1);
  const flex = new Float64Array(n + 1);
  const next = new Int32Array(n + 1);
  const shrinks = give === "glue" || give === "usual" ? 1 : -WORD_SPACE.narrowestRatio;
  items.forEach((item, i) => {
    width[i + 1] = at(width, i) + (item.kind === "penalty" ? 0 : item.width);
    stretch[i + 1] = at(stretch, i) + (item.kind === "glue" ? item.stretch : 0);
    shrink[i + 1] = at(shrink, i) + (item.kind === "glue" ? item.shrink * shrinks : 0);
    flex[i + 1] = at(flex, i) + (item.kind === "box" ? flexOf(item, give) : 0);
  });
  next[n] = n;
  for (let i = n - 1; i >= 0; i--) {
    const item = items[i];
    const kept = item?.kind === "box" || (item?.kind === "penalty" && item.cost === -Infinity);
    next[i] = kept ? i : at(next, i + 1);
  }
  return { width, stretch, shrink, flex, next };
}

/** What its flex comes to: strained, letters are spaced further and scaled no more. */
function flexOf({ width, flex = 0 }: Box, give: Give): number {
  if (give === "usual") return flex;
  if (give === "glue" || flex === 0) return 0;
  const scaled = MICROTYPE.expansion * width;
  return scaled + (flex - scaled) * (STRAIN.tracking / MICROTYPE.tracking);
}

function isLegalBreak(item: Item, previous: Item | undefined, atLast: boolean): boolean {
  if (item.kind === "penalty") return costOf(item, atLast) < Infinity;
  return item.kind === "glue" && previous?.kind === "box";
}

function costOf(item: Penalty, atLast: boolean): number {
  return atLast ? (item.atLast ?? item.cost) : item.cost;
}

/** What hangs of the last box with any width before `b`; boxes without width only mark a place. */
function hangBefore(items: readonly Item[], b: number): number {
  for (let i = b - 1; i >= 0; i--) {
    const item = items[i];
    if (item?.kind === "box" && item.width > 0) return item.hangRight ?? 0;
    if (item?.kind === "penalty" && item.cost === -Infinity) return 0;
  }
  return 0;
}

function hangAfter(items: readonly Item[], from: number): number {
  for (let i = from; i < items.length; i++) {
    const item = items[i];
    if (item?.kind === "box" && item.width > 0) return item.hangLeft ?? 0;
    if (item?.kind !== "box") return 0;
  }
  return 0;
}
