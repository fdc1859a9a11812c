/** What a paragraph does that no usual way fits: all that the limits allow, and a hair more, before a fault is left. */
import { describe, expect, it } from "vitest";
import { spanAt } from "../../src/core/span.ts";
import type { GalleyLine, Gap } from "../../src/typeset/galley.ts";
import type { Page, PlacedRun } from "../../src/typeset/page/page.ts";
import { placeLines } from "../../src/typeset/page/place-lines.ts";
import { levelTracking } from "../../src/typeset/paragraph/microtype.ts";
import { setBook } from "./set-book.ts";

/** One chapter on pages whose measure is so wide, justified. */
const css = (measure: number): string => `
@page { size: ${measure + 40}pt 400pt; margin: 20pt }
body { font-family: "EB Garamond"; font-size: 10pt; line-height: 12pt; text-align: justify; hyphens: auto }
.halftitlepage, .titlepage { display: none }
p { margin: 0 }`;

const runsOn = (pages: readonly Page[]): PlacedRun[] =>
  pages.flatMap((page) => page.items.filter((item): item is PlacedRun => item.kind === "run"));

const linesOf = (pages: readonly Page[]): string[] => {
  const lines = new Map<number, string>();
  for (const run of runsOn(pages)) {
    const text = run.words.map(({ shaped, spaced }) => (spaced ? " " : "") + shaped.text).join("");
    lines.set(run.y, (lines.get(run.y) ?? "") + text);
  }
  return [...lines.values()];
};

describe("a last line", () => {
  const text = "“Let us be thankful that you are preserved from a state of such insensibility.”";

  it("is never but the tail of a word where the whole word fits within the limits", async () => {
    for (let measure = 200; measure <= 340; measure += 1) {
      const { pages, report } = await setBook({ "1.md": text }, css(measure));
      const last = linesOf(pages).at(-1) ?? "";
      const tail = !last.includes(" ") && !/^(?:insensibility\.”|“Let.*)$/.test(last);
      expect([measure, tail]).toEqual([measure, report.faults.some(({ kind }) => kind === "runt")]);
      for (const { kind, lacks = 0 } of report.faults) if (kind === "runt") expect(lacks).toBeGreaterThan(0);
    }
  });
});

describe("a title", () => {
  const text = "It was said of Mr. Weatherstone-Haughton that he knew.";
  const broken = async (measure: number): Promise<boolean> =>
    linesOf((await setBook({ "1.md": text }, css(measure))).pages).some((line) => line.endsWith("Mr."));

  it("is parted from its name only where nothing else fits", async () => {
    const parted = await Promise.all(Array.from({ length: 60 }, (_, i) => broken(90 + 2 * i)));
    expect(parted.filter(Boolean).length).toBeLessThan(15);
    expect(parted.slice(30).some(Boolean)).toBe(false);
  });
});

describe("an initial letter", () => {
  const long = "The next paragraph goes on for long enough to come to a few lines of text under the first one.";
  const initial = `${css(250)} p::first-letter { initial-letter: 3 } p + p::first-letter { initial-letter: normal }`;
  const sizes = async (text: string): Promise<number[]> => {
    const { pages } = await setBook({ "1.md": `${text}\n\n${long}` }, initial);
    const [first, ...others] = runsOn(pages);
    const ys = [...new Set(others.map((run) => run.y))];
    expect(ys.slice(1).map((y, i) => Math.round(y - (ys[i] ?? 0)))).toEqual(ys.slice(1).map(() => 12));
    return [Math.round((first?.size ?? 0) / 5)];
  };

  it("takes no more lines than its paragraph has", async () => {
    const three = await sizes(`${long} ${long}`);
    const two = await sizes(
      "It was short, and these few words come to no more than two lines beside an initial letter.",
    );
    const one = await sizes("It was short.");
    expect(three[0]).toBeGreaterThan(two[0] ?? 0);
    expect(two[0]).toBeGreaterThan(one[0] ?? 0);
    expect(one).toEqual([2]);
  });
});

describe("gaps through four lines", () => {
  const plain = { height: 10, spaceBefore: 0, onGrid: true, notes: [], breakCost: 0, hyphenated: false };
  const gives = { ratio: 0.001, most: 0.01, free: true };
  /** A single line whose gap lies at `left` and moves by 300 times its tracking; an anchor stands in it. */
  const single = (left: number): GalleyLine => ({
    ...plain,
    span: spanAt("1.md", 1),
    text: { index: 0, count: 1, runt: false, gives },
    place: (tracking = 0) => {
      const gap: Gap = { left: left + 300 * tracking, right: left + 300 * tracking + 2 };
      return { items: [{ kind: "anchor", x: gap.left, y: 0, name: "gap" }], gaps: [gap] };
    },
  });
  const placed = (count: number): number[] =>
    placeLines(Array.from({ length: count }, (_, i) => ({ line: single(50), y: 10 * i }))).map(
      ({ items: [gap] }) => (gap?.kind === "anchor" ? gap.x : 0),
    );

  it("are parted by the letter-space of a line that is free", () => {
    expect(levelTracking([gives, gives, gives])).toEqual([0, 0, 0]);
    expect(placed(3)).toEqual([50, 50, 50]);
    const [, , third = 0, fourth = 0] = placed(4);
    expect(Math.abs(fourth - third)).toBeGreaterThan(1);
    expect(Math.abs(fourth - third)).toBeLessThan(3);
  });
});
