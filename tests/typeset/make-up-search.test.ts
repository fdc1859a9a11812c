/** Make-up against a search that tries every way, and the spreads it makes. */
import { describe, expect, it } from "vitest";
import { spanAt } from "../../src/core/span.ts";
import type { Chunk, GalleyLine, Piece } from "../../src/typeset/galley.ts";
import { makeUp } from "../../src/typeset/page/make-up.ts";
import { makeUpChunk } from "../../src/typeset/page/make-up-chunk.ts";
import type { PageShape, Side } from "../../src/typeset/page/page-state.ts";
import {
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
    items: () => [],
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
  readonly cost: number;
}

/** The least cost of all ways to make up the pieces: every variant, every break, every depth of a spread. */
function exhaust(pieces: readonly Piece[], side: Side, { depth, spare }: PageShape): number {
  const spares = Array.from({ length: 2 * spare + 1 }, (_, i) => i - spare);
  let least = Infinity;
  const endPage = (way: Way, above: GalleyLine): Way[] => {
    const missing = Math.floor((depth + way.spare * LEADING - way.y) / LEADING + 1e-6);
    const hyphen = above.hyphenated ? (way.side === "recto" ? HYPHEN_AT_TURN : HYPHEN_AT_SPREAD) : 0;
    const difference = way.side === "verso" || way.beside === undefined ? 0 : Math.abs(missing - way.beside);
    const uneven = difference > 0 ? UNEVEN + UNEVEN_LINE * difference : 0;
    const cost = way.cost + above.breakCost + hyphen + uneven + SHORT_PAGE * missing ** 2;
    const fresh = { y: 0, first: false };
    if (way.side === "verso") return [{ ...fresh, side: "recto", spare: way.spare, beside: missing, cost }];
    return spares.map((s) => ({
      ...fresh,
      side: "verso",
      spare: s,
      beside: undefined,
      cost: cost + spareCost(s),
    }));
  };
  const place = (way: Way, p: number, rest: readonly GalleyLine[], above: GalleyLine | undefined): void => {
    if (way.cost >= least) return;
    const [next, ...others] = rest;
    if (!next) {
      choose(way, p + 1, above);
      return;
    }
    const missing = Math.floor((depth + way.spare * LEADING - way.y) / LEADING + 1e-6);
    if (above && way.y > 0 && Number.isFinite(above.breakCost) && mayEnd(way, missing, [next, ...others], p)) {
      for (const begun of endPage(way, above)) place({ ...begun, y: next.height }, p, others, next);
    }
    const y = way.y + (way.y > 0 || way.first ? next.spaceBefore : 0) + next.height;
    if (y <= depth + way.spare * LEADING) place({ ...way, y }, p, others, next);
  };
  /** A verso may end two lines short, a recto as short as the verso beside it or six lines if it has none; more only if it must. */
  const mayEnd = (way: Way, missing: number, rest: readonly GalleyLine[], p: number): boolean => {
    const most = way.side === "verso" ? 2 : (way.beside ?? 6);
    const coming = [...rest, ...pieces.slice(p + 1).flatMap((piece) => piece.variants[0]?.lines ?? [])];
    const kept = coming.slice(0, 1 + coming.findIndex((l) => Number.isFinite(l.breakCost)));
    const height = kept.reduce((sum, l) => sum + l.height + l.spaceBefore, 0);
    return missing <= most || height > depth + way.spare * LEADING - way.y;
  };
  const choose = (way: Way, p: number, above: GalleyLine | undefined): void => {
    const piece = pieces[p];
    if (!piece) {
      const lacking = way.first ? 0 : Math.max(0, LEAST_LAST_LINES - way.y / LEADING);
      least = Math.min(least, way.cost + SHORT_LAST_PAGE * lacking);
      return;
    }
    for (const { lines, cost } of piece.variants) place({ ...way, cost: way.cost + cost }, p, lines, above);
  };
  for (const s of spares)
    choose({ y: 0, side, spare: s, first: true, beside: undefined, cost: spareCost(s) }, 0, undefined);
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
  const figure = (name: number, height: number): Piece => ({
    floats: true,
    variants: [{ cost: 0, lines: [line(name, { height, spaceBefore: LEADING })] }],
  });
  const named = (pieces: readonly Piece[]): number[][] =>
    makeUp({ chunks: [{ side: "any", matter: "body", page: "", opens: false, pieces }] }, () => shape).value.map(
      (page) => page.lines.map((placed) => placed.line.span.line),
    );

  it("stand where they are if they fit", () => {
    expect(named([paragraph(1, { 2: 0 }), figure(2, 20), paragraph(3, { 6: 0 })])[0]).toEqual([1, 1, 2]);
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
