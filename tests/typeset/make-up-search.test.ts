/** Make-up against a search that tries every way, and the spreads it makes. */
import { describe, expect, it } from "vitest";
import { spanAt } from "../../src/core/span.ts";
import type { Chunk, GalleyLine, Piece } from "../../src/typeset/galley.ts";
import { makeUp } from "../../src/typeset/page/make-up.ts";
import { makeUpChunk } from "../../src/typeset/page/make-up-chunk.ts";
import { FOOT, type PageShape, type Side, WAITS } from "../../src/typeset/page/page-state.ts";
import {
  AT_FOOT,
  CROWDED,
  FEW_LINES,
  FIGURES_ALONE,
  FLOATED,
  HYPHEN_AT_SPREAD,
  HYPHEN_AT_TURN,
  LEAST_LAST_LINES,
  LONG_SPREAD,
  ORPHAN,
  SHORT_LAST_PAGE,
  SHORT_PAGE,
  SHORT_SPREAD,
  UNEVEN,
  UNEVEN_LINE,
  WIDOW,
} from "../../src/typeset/page/weights.ts";
import { seeded } from "../support/seeded.ts";

const LEADING = 10;

function line(name: number, options: Partial<GalleyLine> = {}): GalleyLine {
  const span = spanAt("book.md", name);
  return {
    height: LEADING,
    spaceBefore: 0,
    onGrid: true,
    place: () => ({ items: [] }),
    notes: [],
    breakCost: 0,
    hyphenated: false,
    span,
    ...options,
  };
}

/** A paragraph of so many lines, or of one of several numbers of them at a cost each. */
function paragraph(
  name: number,
  lengths: Readonly<Record<number, number>>,
  hyphens: readonly number[] = [],
): Piece {
  const variants = Object.entries(lengths).map(([length, cost]) => {
    const count = Number(length);
    const lines = Array.from({ length: count }, (_, i) => {
      const breakCost = i === count - 1 ? 0 : (i === 0 ? ORPHAN : 0) + (i === count - 2 ? WIDOW : 0);
      return line(name, { breakCost, hyphenated: hyphens.includes(i) && i < count - 1 });
    });
    return { lines, cost };
  });
  return { variants: variants.sort((a, b) => a.cost - b.cost) };
}

function heading(name: number): Piece {
  return { variants: [{ cost: 0, lines: [line(name, { height: 20, spaceBefore: 10, breakCost: Infinity })] }] };
}

function figure(name: number, height: number): Piece {
  return { floats: true, variants: [{ cost: 0, lines: [line(name, { height, spaceBefore: LEADING })] }] };
}

function spareCost(spare: number): number {
  return spare > 0 ? LONG_SPREAD * spare : SHORT_SPREAD * -spare;
}

interface Way {
  readonly y: number;
  readonly side: Side;
  readonly spare: number;
  readonly first: boolean;
  /** Lines that the verso beside a recto lacks; undefined if it ends a chapter. */
  readonly beside: number | undefined;
  /** True until something stands on the page. */
  readonly empty: boolean;
  /** True after a figure that stands elsewhere or at the head. */
  readonly joined: boolean;
  /** Heights of figures that wait for a page. */
  readonly waiting: readonly number[];
  /** Room of those at the foot of this one. */
  readonly foot: number;
  readonly cost: number;
}

/** The room of figures that stand below each other, with a line of white after each. */
function roomOf(heights: readonly number[]): number {
  return heights.reduce((sum, height) => sum + height + LEADING, 0);
}

/** How many figures fit at the head of an empty page, at least one if there is one. */
function fitting(heights: readonly number[], depth: number): number {
  let count = Math.min(1, heights.length);
  while (count < heights.length && roomOf(heights.slice(0, count + 1)) - LEADING <= depth) count++;
  return count;
}

/** The least cost of all ways to make up the pieces: every variant, every break, every depth of a spread, every place of a figure. */
function exhaust(pieces: readonly Piece[], side: Side, { depth, spare }: PageShape): number {
  const spares = Array.from({ length: 2 * spare + 1 }, (_, i) => i - spare);
  let least = Infinity;
  const rest = (way: Way): number => depth + way.spare * LEADING - way.foot - way.y;
  const missingOn = (way: Way): number => Math.floor(rest(way) / LEADING + 1e-6);
  const whiteOf = (way: Way, { spaceBefore }: GalleyLine): number =>
    (way.empty && !way.first) || way.joined ? 0 : spaceBefore;
  const endPage = (way: Way, above: GalleyLine): Way[] => {
    const missing = missingOn(way);
    const hyphen = above.hyphenated ? (way.side === "recto" ? HYPHEN_AT_TURN : HYPHEN_AT_SPREAD) : 0;
    const difference = way.side === "verso" || way.beside === undefined ? 0 : Math.abs(missing - way.beside);
    const uneven = difference > 0 ? UNEVEN + UNEVEN_LINE * difference : 0;
    const cost = way.cost + above.breakCost + hyphen + uneven + SHORT_PAGE * missing ** 2;
    const begin = (side: Side, spare: number, beside: number | undefined, cost: number): Way => {
      const count = fitting(way.waiting, depth + spare * LEADING);
      const y = roomOf(way.waiting.slice(0, count));
      const waiting = way.waiting.slice(count);
      return {
        y,
        side,
        spare,
        first: false,
        beside,
        empty: count === 0,
        joined: count > 0,
        waiting,
        foot: 0,
        cost,
      };
    };
    if (way.side === "verso") return [begin("recto", way.spare, missing, cost)];
    return spares.map((s) => begin("verso", s, undefined, cost + spareCost(s)));
  };
  const place = (way: Way, p: number, lines: readonly GalleyLine[], above: GalleyLine | undefined): void => {
    if (way.cost >= least) return;
    const [next, ...others] = lines;
    if (!next) {
      choose(way, p + 1, above);
      return;
    }
    if (above && !way.empty && Number.isFinite(above.breakCost) && mayEnd(way, lines, p)) {
      for (const begun of endPage(way, above)) put(begun, p, next, others);
    }
    put(way, p, next, others);
  };
  const put = (way: Way, p: number, next: GalleyLine, others: readonly GalleyLine[]): void => {
    const y = way.y + whiteOf(way, next) + next.height;
    if (way.empty || y - way.y <= rest(way)) place({ ...way, y, empty: false, joined: false }, p, others, next);
  };
  /** A verso may end two lines short, a recto as short as the verso beside it or six lines if it has none; more only if it must. */
  const mayEnd = (way: Way, lines: readonly GalleyLine[], p: number): boolean => {
    const most = way.side === "verso" ? 2 : (way.beside ?? 6);
    const coming = [...lines, ...pieces.slice(p + 1).flatMap((piece) => piece.variants[0]?.lines ?? [])];
    const kept = coming.slice(0, 1 + coming.findIndex((l) => Number.isFinite(l.breakCost)));
    const height = kept.reduce((sum, l, i) => sum + l.height + (i > 0 ? l.spaceBefore : whiteOf(way, l)), 0);
    return missingOn(way) <= most || height > rest(way);
  };
  const finish = (way: Way): void => {
    const lacking = way.first ? 0 : Math.max(0, LEAST_LAST_LINES - way.y / LEADING);
    let alone = 0;
    if (way.waiting.length > 0 && roomOf(way.waiting) > (way.foot > 0 ? 0 : rest(way))) {
      for (let left = way.waiting; left.length > 0; alone++) left = left.slice(fitting(left, depth));
    }
    least = Math.min(least, way.cost + SHORT_LAST_PAGE * lacking + FIGURES_ALONE * alone);
  };
  const choose = (way: Way, p: number, above: GalleyLine | undefined): void => {
    const piece = pieces[p];
    if (!piece) {
      finish(way);
      return;
    }
    for (const { lines, cost } of piece.variants) {
      if (!piece.floats) place({ ...way, cost: way.cost + cost }, p, lines, above);
      else leavePlace(way, p, lines, above);
    }
  };
  /** A figure: where it stands, at the foot, at the head of a later page; each on this page or after a break. */
  const leavePlace = (way: Way, p: number, lines: readonly GalleyLine[], above: GalleyLine | undefined): void => {
    const height = lines[0]?.height ?? 0;
    const ways = above && !way.empty && mayEnd(way, lines, p) ? [way, ...endPage(way, above)] : [way];
    for (const from of ways) {
      const { y, waiting, foot, cost } = from;
      choose({ ...from, joined: true, waiting: [...waiting, height], cost: cost + FLOATED }, p + 1, lines[0]);
      if (waiting.length > 0) continue;
      const fits = !from.empty && height + LEADING <= rest(from);
      const sunk = { ...from, joined: true, foot: foot + height + LEADING, cost: cost + AT_FOOT };
      if (fits) choose(sunk, p + 1, lines[0]);
      if (foot > 0) continue;
      const bottom = y + (lines[0] ? whiteOf(from, lines[0]) : 0) + height;
      const below = Math.floor((rest(from) + y - bottom) / LEADING + 1e-6);
      const crowded = below > 0 && below <= FEW_LINES ? CROWDED : 0;
      const stands = { ...from, y: bottom, empty: false, joined: false, cost: cost + crowded };
      if (from.empty || bottom - y <= rest(from)) choose(stands, p + 1, lines[0]);
    }
  };
  for (const s of spares) {
    const page = { y: 0, side, spare: s, first: true, beside: undefined, empty: true, joined: false };
    choose({ ...page, waiting: [], foot: 0, cost: spareCost(s) }, 0, undefined);
  }
  return least;
}

describe("makeUpChunk", () => {
  it("costs no more than the best of all ways, on 200 seeded chapters", () => {
    const random = seeded(20261124);
    const pick = <T>(values: readonly [T, ...T[]]): T => values[Math.floor(random() * values.length)] ?? values[0];
    let withFaults = 0;
    for (let n = 0; n < 200; n++) {
      const pieces = Array.from({ length: 4 + Math.floor(random() * 4) }, (_, i): Piece => {
        if (i % 3 === 1 && random() < 0.4) return heading(i);
        const length = 1 + Math.floor(random() * 5);
        const longer = random() < 0.4 ? { [length + 1]: pick([500, 4_000, 90_000]) } : {};
        return paragraph(i, { [length]: 0, ...longer }, random() < 0.3 ? [pick([0, 1, 2])] : []);
      });
      if (pieces.at(-1)?.variants[0]?.lines[0]?.height === 20) pieces.push(paragraph(9, { 2: 0 }));
      const side = pick<Side>(["recto", "verso"]);
      const shape = { depth: 6 * LEADING, leading: LEADING, spare: pick([0, 1]) };
      const made = makeUpChunk({ side: "any", matter: "body", pieces }, [{ side, cost: 0 }], shape);
      const cost = Math.min(...made.map((way) => way.cost));
      expect(cost).toBeCloseTo(exhaust(pieces, side, shape), 2);
      if (cost > LONG_SPREAD) withFaults++;
    }
    expect(withFaults).toBeGreaterThan(50);
  });

  it("costs no more than the best of all ways with figures, which stand at their place, at a foot or at a head", () => {
    const random = seeded(20261125);
    const chosen = new Set<number>();
    for (let n = 0; n < 200; n++) {
      const pieces = Array.from({ length: 3 + Math.floor(random() * 4) }, (_, i): Piece => {
        if (random() < 0.35) return figure(i, 10 + 10 * Math.floor(random() * 4));
        return paragraph(i, { [1 + Math.floor(random() * 5)]: 0 });
      });
      const side: Side = random() < 0.5 ? "recto" : "verso";
      const shape = { depth: 6 * LEADING, leading: LEADING, spare: random() < 0.5 ? 0 : 1 } as const;
      const made = makeUpChunk({ side: "any", matter: "body", pieces }, [{ side, cost: 0 }], shape);
      const best = made.reduce((a, b) => (b.cost < a.cost ? b : a));
      expect(best.cost).toBeCloseTo(exhaust(pieces, side, shape), 2);
      pieces.forEach((piece, p) => {
        if (piece.floats) chosen.add(best.variants[p] ?? 0);
      });
    }
    expect(chosen).toEqual(new Set([0, WAITS, FOOT]));
  });
});

describe("makeUp", () => {
  const shape = { depth: 6 * LEADING, leading: LEADING, spare: 1 };
  const chunk = (pieces: readonly Piece[]): Chunk => ({ side: "any", matter: "body", pieces });
  const linesOn = (chunks: readonly Chunk[]): number[] =>
    makeUp({ chunks }, () => shape).value.map((page) => page.lines.length);

  it("sets a paragraph a line longer rather than leave a widow", () => {
    const level = { ...shape, spare: 0 };
    const pieces = [paragraph(1, { 6: 0 }), paragraph(2, { 7: 0, 8: 900 }), paragraph(3, { 10: 0 })];
    const pages = makeUp({ chunks: [chunk(pieces)] }, () => level).value;
    expect(pages.map((page) => page.lines.length)).toEqual([6, 6, 6, 6]);
  });

  it("runs both pages of a spread short rather than one", () => {
    // The opening is a recto; behind it seven paragraphs of two lines and one of three end the spread at six or at five lines.
    const pieces = [paragraph(1, { 6: 0 }), ...[2, 3, 4, 5, 6, 7].map((n) => paragraph(n, { 2: 0 }))];
    const pages = linesOn([chunk([...pieces, paragraph(8, { 5: 0 })])]);
    expect(pages[1]).toBe(pages[2]);
  });

  it("weighs what one chapter does to the next: the way through the book is the cheapest as a whole", () => {
    const short = chunk([paragraph(1, { 6: 0 }), paragraph(2, { 5: 0, 7: 2_000 })]);
    const next = chunk([paragraph(3, { 6: 0 }), paragraph(4, { 2: 0 }), paragraph(5, { 9: 0 })]);
    const whole = makeUp({ chunks: [short, next] }, () => shape).value;
    expect(whole.map((page) => page.side)).toEqual(["any", "any", ...whole.slice(2).map(() => "any")]);
    expect(whole.flatMap((page) => page.lines).length).toBeGreaterThanOrEqual(28);
  });

  it("grows in step with the text: ten chapters make ten times as many pages of the same shape", () => {
    const random = seeded(5);
    const pieces = Array.from({ length: 60 }, (_, i) => paragraph(i, { [1 + Math.floor(random() * 6)]: 0 }));
    const once = linesOn([chunk(pieces), chunk([])].slice(0, 1));
    const tenTimes = linesOn(Array.from({ length: 10 }, () => chunk(pieces)));
    expect(tenTimes.reduce((sum, n) => sum + n, 0)).toBe(10 * once.reduce((sum, n) => sum + n, 0));
  });
});

describe("figures", () => {
  const shape = { depth: 6 * LEADING, leading: LEADING, spare: 0 as const };
  const named = (pieces: readonly Piece[]): number[][] =>
    makeUp({ chunks: [{ side: "any", matter: "body", page: "", opens: false, pieces }] }, () => shape).value.map(
      (page) => page.lines.map((placed) => placed.line.span.line),
    );

  it("stand where they are if they fit", () => {
    expect(named([paragraph(1, { 3: 0 }), figure(2, 20), paragraph(3, { 6: 0 })])[0]).toEqual([1, 1, 1, 2]);
  });

  it("stand at the foot rather than with a line or two left over below them", () => {
    const pages = named([paragraph(1, { 2: 0 }), figure(2, 20), paragraph(3, { 1: 0 }), paragraph(4, { 5: 0 })]);
    expect(pages[0]).toEqual([1, 1, 3, 2]);
  });

  it("go to the head of the next page if they do not, and the text fills the page", () => {
    const pages = named([paragraph(1, { 4: 0 }), figure(2, 30), paragraph(3, { 6: 0 }), paragraph(4, { 8: 0 })]);
    expect(pages[0]).toEqual([1, 1, 1, 1, 3, 3]);
    expect(pages[1]?.[0]).toBe(2);
  });

  it("keep their order and are never lost, whatever stands around them", () => {
    const random = seeded(77);
    for (let n = 0; n < 300; n++) {
      const pieces = Array.from({ length: 3 + Math.floor(random() * 12) }, (_, i) =>
        random() < 0.35
          ? figure(i, 10 + 10 * Math.floor(random() * 5))
          : paragraph(i, { [1 + Math.floor(random() * 5)]: 0 }),
      );
      const { value } = makeUp(
        { chunks: [{ side: "any", matter: "body", page: "", opens: false, pieces }] },
        () => shape,
      );
      const shown = value.flatMap((page) => page.lines.map((placed) => placed.line.span.line));
      const isFigure = (name: number): boolean => pieces[name]?.floats === true;
      const all = pieces.flatMap((piece, i) => (piece.variants[0]?.lines ?? []).map(() => i));
      expect(shown.filter(isFigure)).toEqual(all.filter(isFigure));
      expect(shown.filter((name) => !isFigure(name))).toEqual(all.filter((name) => !isFigure(name)));
      for (const { lines } of value) {
        const foot = Math.max(0, ...lines.map((placed) => placed.y + placed.line.height));
        expect(foot).toBeLessThanOrEqual(shape.depth + 0.01);
        const tops = lines.map((placed) => placed.y);
        expect(tops).toEqual([...tops].sort((a, b) => a - b));
      }
    }
  });
});
