import { describe, expect, it } from "vitest";
import { badnessOf, breakLines, fitnessClass } from "../../src/typeset/paragraph/break-lines.ts";
import { box, FILL, FORCED_BREAK, glue, type Item, NO_BREAK, penalty } from "../../src/typeset/paragraph/items.ts";

/** A small generator (mulberry32), so that every run tries the same paragraphs. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function randomParagraph(random: () => number): Item[] {
  const items: Item[] = [];
  const words = 4 + Math.floor(random() * 7);
  for (let w = 0; w < words; w++) {
    items.push(box(10 + random() * 30));
    if (random() < 0.4) items.push(penalty(50, 3, true, -1), box(8 + random() * 12));
    if (w < words - 1) items.push(glue(5, 3, 1.5));
  }
  items.push(NO_BREAK, FILL, FORCED_BREAK);
  return items;
}

/** Every way to break the paragraph, priced straight from the paper; the least demerits, or undefined if none is feasible. */
function bruteForce(items: readonly Item[], measure: number, tolerance: number): number | undefined {
  const legal = items.flatMap((item, i) => {
    if (item.kind === "penalty") return item.cost < Infinity ? [i] : [];
    return item.kind === "glue" && items[i - 1]?.kind === "box" ? [i] : [];
  });
  let least: number | undefined;
  const walk = (from: number, after: number, lastFlagged: boolean, lastFitness: number, total: number): void => {
    let start = from;
    while (start < items.length && items[start]?.kind !== "box" && start !== items.length - 1) start++;
    for (const b of legal) {
      if (b < start) continue;
      const end = items[b];
      let width = after;
      let stretch = 0;
      let shrink = 0;
      for (const item of items.slice(start, b)) {
        if (item.kind === "penalty") continue;
        width += item.width;
        if (item.kind === "glue") {
          stretch += item.stretch;
          shrink += item.shrink;
        }
      }
      if (end?.kind === "penalty") width += end.before;
      const room = measure - width;
      const ratio = room >= 0 ? room / stretch : room / shrink;
      if (Number.isNaN(ratio) || ratio < -1) continue;
      const badness = badnessOf(ratio);
      if (badness > tolerance) continue;
      const cost = end?.kind === "penalty" ? end.cost : 0;
      const flagged = end?.kind === "penalty" && end.flagged;
      const fitness = fitnessClass(ratio);
      const last = b === items.length - 1;
      let demerits = (10 + badness) ** 2 + (cost > -Infinity ? cost ** 2 : 0);
      if (lastFlagged && flagged) demerits += 10_000;
      if (lastFlagged && last) demerits += 5_000;
      if (Math.abs(fitness - lastFitness) > 1) demerits += 10_000;
      if (last) least = Math.min(least ?? Infinity, total + demerits);
      else walk(b + 1, end?.kind === "penalty" ? end.after : 0, flagged, fitness, total + demerits);
    }
  };
  walk(0, 0, false, 1, 0);
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
      const least = bruteForce(items, measure, 800);
      const broken = breakLines(items, { measure });
      expect(broken.rescued).toBe(least === undefined);
      if (least === undefined) continue;
      feasible++;
      expect(broken.demerits).toBeCloseTo(least, 4);
    }
    expect(feasible).toBeGreaterThan(200);
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
