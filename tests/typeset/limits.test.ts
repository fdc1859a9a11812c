/**
 * The limits of microtypography, on a novel set in the default design: what the eye must not notice on any line, and what must not
 * add up to a book that is squeezed or spaced as a whole.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, type TestContext } from "vitest";
import type { Page, PlacedRun } from "../../src/typeset/page/page.ts";
import { setBook } from "./set-book.ts";

const folder = path.join(process.env.FLEURON_CORPUS ?? "", "pride-and-prejudice");

function requireNovel(context: TestContext): void {
  if (process.env.FLEURON_CORPUS && existsSync(folder)) return;
  if (process.env.CI === "true") throw new Error("FLEURON_CORPUS names no folder with pride-and-prejudice");
  context.skip("needs FLEURON_CORPUS with pride-and-prejudice");
}

/** The runs of each line of the text, top to bottom, heads and folios left out. */
function linesOf(page: Page): PlacedRun[][] {
  const lines = new Map<number, PlacedRun[]>();
  for (const item of page.items) {
    if (item.kind !== "run" || !item.source || item.size !== 11) continue;
    lines.set(item.y, [...(lines.get(item.y) ?? []), item]);
  }
  return [...lines].sort(([a], [b]) => a - b).map(([, runs]) => runs);
}

describe("on a whole novel", () => {
  const files = (): Record<string, string> =>
    Object.fromEntries(
      readdirSync(folder)
        .filter((name) => name.endsWith(".md"))
        .map((name) => [name, readFileSync(path.join(folder, name), "utf8")]),
    );

  it("glyphs and letter-space keep within their limits, line by line and on average", async (context) => {
    requireNovel(context);
    const css = readFileSync(new URL("../../styles/book.css", import.meta.url), "utf8");
    const { pages } = await setBook(files(), css);
    const scales: number[] = [];
    const trackings: number[] = [];
    for (const page of pages) {
      let above: number | undefined;
      for (const runs of linesOf(page)) {
        const [first] = runs;
        if (!first) continue;
        const tracking = first.letterSpacing / first.size;
        expect(runs.every((run) => run.scale === first.scale)).toBe(true);
        expect(Math.abs(first.scale - 1)).toBeLessThanOrEqual(0.02 + 1e-9);
        expect(Math.abs(tracking)).toBeLessThanOrEqual(0.015 + 1e-9);
        if (above !== undefined) expect(Math.abs(tracking - above)).toBeLessThanOrEqual(0.01 + 1e-9);
        scales.push(first.scale);
        trackings.push(tracking);
        above = tracking;
      }
    }
    const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
    expect(scales.length).toBeGreaterThan(10_000);
    expect(Math.abs(mean(scales) - 1)).toBeLessThan(0.003);
    expect(Math.abs(mean(trackings))).toBeLessThan(0.001);
  });
});
