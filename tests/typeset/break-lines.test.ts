import { describe, expect, it } from "vitest";
import { breakIntoLengths, breakLines } from "../../src/typeset/paragraph/break-lines.ts";
import {
  BOOK_WEIGHTS,
  badnessOf,
  fitnessClass,
  type LineWeights,
  TEX_WEIGHTS,
} from "../../src/typeset/paragraph/demerits.ts";
import { box, FILL, FORCED_BREAK, glue, type Item, NO_BREAK, penalty } from "../../src/typeset/paragraph/items.ts";
import { measureItems } from "../../src/typeset/paragraph/measure-items.ts";
import { seeded } from "../support/seeded.ts";

/** Words with places to hyphenate, flex and marks that hang if `flexible`. */
function randomParagraph(random: () => number, flexible = false): Item[] {
  const items: Item[] = [];
  const words = 4 + Math.floor(random() * 7);
  const word = (width: number): Item => {
    if (!flexible) return box(width);
    return {
      kind: "box",
      width,
      flex: width / 40,
      hangLeft: random() < 0.2 ? 2 : 0,
      hangRight: random() < 0.3 ? 3 : 0,
    };
  };
  for (let w = 0; w < words; w++) {
    items.push(word(10 + random() * 30));
    if (random() < 0.4) items.push(penalty(50, 3, true, -1), word(8 + random() * 12));
    if (w < words - 1) items.push(glue(5, 3, 1.5));
  }
  items.push(NO_BREAK, FILL, FORCED_BREAK);
  return items;
}

interface Search {
  readonly measure: number;
  readonly tolerance: number;
  readonly weights: LineWeights;
  readonly leastLastLine: number;
}

/** Every way to break the paragraph, priced straight from the paper: the least demerits for each number of lines. */
function bruteForce(items: readonly Item[], search: Search): Map<number, number> {
  const { measure, tolerance, weights } = search;
  const legal = items.flatMap((item, i) => {
    if (item.kind === "penalty") return item.cost < Infinity ? [i] : [];
    return item.kind === "glue" && items[i - 1]?.kind === "box" ? [i] : [];
  });
  const least = new Map<number, number>();
  const walk = (
    from: number,
    after: number,
    run: number,
    lastFitness: number,
    count: number,
    total: number,
  ): void => {
    let start = from;
    while (start < items.length && items[start]?.kind !== "box" && start !== items.length - 1) start++;
    for (const b of legal) {
      if (b < start) continue;
      const end = items[b];
      let width = after;
      let stretch = 0;
      let shrink = 0;
      let flex = 0;
      const shown = items.slice(start, b);
      for (const item of shown) {
        if (item.kind === "penalty") continue;
        width += item.width;
        if (item.kind === "glue") {
          stretch += item.stretch;
          shrink += item.shrink;
        } else flex += item.flex ?? 0;
      }
      const natural = width;
      const boxes = shown.filter((item) => item.kind === "box");
      if (from > 0) width -= boxes[0]?.hangLeft ?? 0;
      if (end?.kind === "penalty" && end.before !== 0) width += end.before;
      else width -= boxes.at(-1)?.hangRight ?? 0;
      const room = measure - width;
      const most = stretch + flex;
      const ratio = room < 0 ? room / (shrink + flex) : room <= most ? room / most : 1 + (room - most) / stretch;
      if (Number.isNaN(ratio) || ratio < -1) continue;
      const badness = badnessOf(ratio);
      if (badness > tolerance) continue;
      const cost = end?.kind === "penalty" ? end.cost : 0;
      const flagged = end?.kind === "penalty" && end.flagged;
      const fitness = fitnessClass(ratio);
      const last = b === items.length - 1;
      let demerits = (10 + badness) ** 2 + (cost > -Infinity ? cost ** 2 : 0);
      if (flagged) demerits += run === 0 ? 0 : run === 1 ? weights.ladder : weights.longLadder;
      if (run > 0 && last) demerits += weights.finalHyphen;
      const apart = Math.abs(fitness - lastFitness);
      if (apart > 1) demerits += apart === 2 ? weights.fitness : weights.clash;
      const runt = natural - after < search.leastLastLine || (run > 0 && shrink === 0);
      if (last && count > 0 && runt) demerits += weights.runt;
      const lines = count + 1;
      if (last) least.set(lines, Math.min(least.get(lines) ?? Infinity, total + demerits));
      else
        walk(
          b + 1,
          end?.kind === "penalty" ? end.after : 0,
          flagged ? run + 1 : 0,
          fitness,
          lines,
          total + demerits,
        );
    }
  };
  walk(0, 0, 0, 1, 0, 0);
  return least;
}

describe("badness and fitness", () => {
  it("follow TeX", () => {
    expect(badnessOf(0.5)).toBe(12.5);
    expect(badnessOf(-1)).toBe(100);
    expect(badnessOf(10)).toBe(10_000);
    expect([-0.6, -0.5, 0.5, 0.6, 1, 1.1].map(fitnessClass)).toEqual([0, 1, 1, 2, 2, 3]);
  });
});

describe("breakLines", () => {
  it("finds the demerits that trying every way finds, on 400 paragraphs", () => {
    const random = seeded(20260101);
    let feasible = 0;
    for (let n = 0; n < 400; n++) {
      const items = randomParagraph(random);
      const measure = 90 + random() * 60;
      const ways = bruteForce(items, { measure, tolerance: 800, weights: TEX_WEIGHTS, leastLastLine: 0 });
      const broken = breakLines(items, { measure });
      expect(broken.rescued).toBe(ways.size === 0);
      if (ways.size === 0) continue;
      feasible++;
      expect(broken.demerits).toBeCloseTo(Math.min(...ways.values()), 4);
    }
    expect(feasible).toBeGreaterThan(200);
  });

  it("finds them for every number of lines near the best, with flex, hanging marks and our own weights", () => {
    const random = seeded(20260202);
    let lengths = 0;
    let longer = 0;
    let exact = 0;
    for (let n = 0; n < 400; n++) {
      const items = randomParagraph(random, true);
      const measure = 80 + random() * 50;
      const search = { measure, tolerance: 6400, weights: BOOK_WEIGHTS, leastLastLine: 20 };
      const ways = bruteForce(items, search);
      const found = breakIntoLengths(measureItems(items), search);
      const best = Math.min(...ways.values());
      if (ways.size > 0) expect(Math.min(...found.map((way) => way.demerits))).toBeCloseTo(best, 2);
      else expect(found).toEqual([]);
      for (const { lines, demerits } of found) {
        const least = ways.get(lines.length) ?? Infinity;
        expect(demerits).toBeGreaterThanOrEqual(least - 0.01);
        if (demerits <= least + 0.01) exact++;
      }
      lengths += found.length;
      if (found.length > 1) longer++;
    }
    expect(exact / lengths).toBeGreaterThan(0.97);
    expect(lengths).toBeGreaterThan(300);
    expect(longer).toBeGreaterThan(30);
  });

  it("finds the same ways below a limit, and none above it", () => {
    const random = seeded(20260303);
    let dropped = 0;
    for (let n = 0; n < 400; n++) {
      const measured = measureItems(randomParagraph(random, true));
      const search = { measure: 80 + random() * 50, tolerance: 6400, weights: BOOK_WEIGHTS };
      const found = breakIntoLengths(measured, search);
      for (const { demerits: limit } of found) {
        const below = found.filter((way) => way.demerits < limit);
        expect(breakIntoLengths(measured, { ...search, limit })).toEqual(below);
        dropped += found.length - below.length;
      }
    }
    expect(dropped).toBeGreaterThan(300);
  });

  it("covers every box once and in order", () => {
    const random = seeded(7);
    for (let n = 0; n < 100; n++) {
      const items = randomParagraph(random);
      const shown = breakLines(items, { measure: 70 }).lines.flatMap((l) => items.slice(l.start, l.end));
      expect(shown.filter((i) => i.kind === "box")).toEqual(items.filter((i) => i.kind === "box"));
    }
  });

  it("obeys a forced break and never breaks where it is forbidden", () => {
    const items = [box(10), FORCED_BREAK, box(10), NO_BREAK, glue(5, 1, 1), box(10), NO_BREAK, FILL, FORCED_BREAK];
    const { lines } = breakLines(items, { measure: 40, lineStretch: 100 });
    expect(lines.map((l) => [l.start, l.end])).toEqual([
      [0, 1],
      [2, 8],
    ]);
  });

  it("gives an overfull line rather than nothing, and says so", () => {
    const { lines, rescued } = breakLines([box(50), glue(5, 3, 1), box(10), NO_BREAK, FILL, FORCED_BREAK], {
      measure: 40,
    });
    expect(rescued).toBe(true);
    expect(lines.map((l) => l.ratio < -1)).toEqual([true, false]);
  });
});
