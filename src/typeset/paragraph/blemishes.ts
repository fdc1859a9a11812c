/**
 * What good lines can still look bad by, together: rivers of gaps, and the same word at the ends of line after line.
 *
 * Comes in: a broken paragraph. Goes out: its blemishes and the lines they run through. Gaps are where the breaker's sums put them,
 * which is where they will stand but for what kerning adds at cuts.
 */
import type { Line } from "./break-lines.ts";
import type { Item } from "./items.ts";
import { at, type MeasuredItems } from "./measure-items.ts";
import { isWordBox } from "./words.ts";

/** A blemish: the first line that it runs through and how many. */
export interface Blemish {
  readonly kind: "river" | "stack";
  readonly from: number;
  readonly lines: number;
}

/** Gaps under each other in so many lines are a river; the same word in so many lines a stack. */
const RIVER_LINES = 4;
const STACK_LINES = 3;

export function findBlemishes(
  items: readonly Item[],
  measured: MeasuredItems,
  lines: readonly Line[],
): readonly Blemish[] {
  if (lines.length < STACK_LINES) return [];
  const stacks = [
    ...findStacks(lines.map((line) => wordAt(items, line.start, 1))),
    ...findStacks(lastWords(items, lines)),
  ];
  return lines.length < RIVER_LINES ? stacks : [...findRivers(items, measured, lines), ...stacks];
}

/** A gap: its left and right edge, and how many lines have one above it, itself counted. */
interface Gap {
  readonly left: number;
  readonly right: number;
  readonly depth: number;
}

/** Gaps flow on where they overlap by half the narrower one. */
function findRivers(items: readonly Item[], measured: MeasuredItems, lines: readonly Line[]): Blemish[] {
  const rivers: Blemish[] = [];
  let above: readonly Gap[] = [];
  lines.forEach((line, n) => {
    const here = gapsOf(items, measured, line).map(([left, right]): Gap => {
      let depth = 1;
      for (const gap of above) {
        const overlap = Math.min(right, gap.right) - Math.max(left, gap.left);
        const enough = overlap >= Math.min(right - left, gap.right - gap.left) / 2;
        if (enough && gap.depth + 1 > depth) depth = gap.depth + 1;
      }
      return { left, right, depth };
    });
    const deepest = Math.max(0, ...here.map((gap) => gap.depth));
    if (deepest >= RIVER_LINES) rivers.push({ kind: "river", from: n - deepest + 1, lines: deepest });
    above = here;
  });
  return rivers;
}

function gapsOf(items: readonly Item[], measured: MeasuredItems, line: Line): [number, number][] {
  const gaps: [number, number][] = [];
  const { width, flex, stretch, shrink } = measured;
  const share = Math.max(-1, Math.min(1, line.ratio));
  const given = line.ratio > 0 ? stretch : shrink;
  const placeOf = (i: number): number =>
    at(width, i) -
    at(width, line.start) +
    share * (at(flex, i) - at(flex, line.start)) +
    line.ratio * (at(given, i) - at(given, line.start));
  for (let i = line.start; i < line.end; i++) {
    if (items[i]?.kind === "glue") gaps.push([placeOf(i), placeOf(i + 1)]);
  }
  return gaps;
}

function findStacks(words: readonly string[]): Blemish[] {
  const stacks: Blemish[] = [];
  let from = 0;
  for (let n = 1; n <= words.length; n++) {
    if (words[n] === words[from] && words[from] !== "") continue;
    if (n - from >= STACK_LINES) stacks.push({ kind: "stack", from, lines: n - from });
    from = n;
  }
  return stacks;
}

function lastWords(items: readonly Item[], lines: readonly Line[]): string[] {
  return lines.slice(0, -1).map((line) => wordAt(items, line.end - 1, -1));
}

/** The text of the word at an end of a line, letters only. */
function wordAt(items: readonly Item[], from: number, step: 1 | -1): string {
  let text = "";
  for (let i = from; items[i] && items[i]?.kind !== "glue"; i += step) {
    const item = items[i];
    if (item && isWordBox(item)) {
      const piece = item.word.text.slice(item.from, item.to);
      text = step === 1 ? text + piece : piece + text;
    }
  }
  return text.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
}
