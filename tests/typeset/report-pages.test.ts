/** What the report says of pages that were made with faults on purpose. */
import { describe, expect, it } from "vitest";
import { spanAt } from "../../src/core/span.ts";
import type { GalleyLine, TextLine } from "../../src/typeset/galley.ts";
import type { MadeUpPage, PositionedLine } from "../../src/typeset/page/lay-out.ts";
import { type ReportedPage, reportPages } from "../../src/typeset/page/report-pages.ts";
import { STRANDED_HEADING } from "../../src/typeset/page/weights.ts";

const LEADING = 10;

type PlacedText = Omit<PositionedLine, "y">;

interface Draft extends Partial<Omit<GalleyLine, "text" | "place">> {
  readonly text?: Partial<TextLine>;
  readonly set?: Pick<PlacedText, "space" | "overfull">;
}

/** A line of a paragraph of `count`, the `index`th. */
function line(name: number, index: number, count: number, { set, ...draft }: Draft = {}): PlacedText {
  const text = { index, count, runt: false, ...draft.text };
  const plain = { height: LEADING, spaceBefore: 0, onGrid: true, notes: [], breakCost: 0, hyphenated: false };
  return { line: { ...plain, span: spanAt("book.md", name), ...draft, text }, items: [], space: 0.2, ...set };
}

function page(lines: readonly PlacedText[], last = false): Omit<ReportedPage, "label" | "side"> {
  const placed = lines.map((l, i) => ({ ...l, y: i * LEADING }));
  const made: MadeUpPage = { matter: "body", side: "any", lines: placed, notes: [], depth: 60, last, altered: 0 };
  return { made };
}

function report(...pages: readonly Omit<ReportedPage, "label" | "side">[]) {
  const placed = pages.map(
    (p, i) => ({ ...p, label: String(i + 1), side: i % 2 === 0 ? "recto" : "verso" }) as const,
  );
  return reportPages(placed, LEADING);
}

const paragraph = (name: number, count: number): PlacedText[] =>
  Array.from({ length: count }, (_, i) => line(name, i, count));

const faultsOf = (...pages: Parameters<typeof report>): string[] =>
  report(...pages).faults.map((fault) => `${fault.kind} on ${fault.page} from line ${fault.span.line}`);

describe("reportPages", () => {
  it("finds nothing on pages without faults", () => {
    expect(
      faultsOf(page(paragraph(1, 6)), page(paragraph(2, 6)), page(paragraph(3, 6)), page(paragraph(4, 5), true)),
    ).toEqual([]);
  });

  it("names a widow and an orphan with their pages and lines", () => {
    const whole = paragraph(2, 3);
    expect(
      faultsOf(
        page([...paragraph(1, 5), ...whole.slice(0, 1)]),
        page([...whole.slice(1), ...paragraph(3, 4)], true),
      ),
    ).toEqual(["orphan on 1 from line 2"]);
    expect(
      faultsOf(
        page([...paragraph(1, 4), ...whole.slice(0, 2)]),
        page([...whole.slice(2), ...paragraph(3, 5)], true),
      ),
    ).toEqual(["widow on 2 from line 2"]);
  });

  it("tells hyphens at a turn from those within a spread", () => {
    const cut = [...paragraph(1, 5), line(2, 0, 9), line(2, 1, 9, { hyphenated: true })].slice(1);
    expect(faultsOf(page(cut), page(cut), page(paragraph(3, 6), true))).toEqual([
      "hyphen-at-turn on 1 from line 2",
      "hyphen-at-spread on 2 from line 2",
    ]);
  });

  it("compares the feet of facing pages, but not where a chapter ends", () => {
    const short = page(paragraph(2, 5));
    expect(faultsOf(page(paragraph(1, 6)), short, page(paragraph(3, 6)), page(paragraph(4, 6), true))).toEqual([
      "uneven on 3 from line 3",
    ]);
    expect(report(page(paragraph(1, 6)), short, page(paragraph(3, 5)), page(paragraph(4, 6), true))).toMatchObject(
      {
        spreads: 1,
        levelSpreads: 1,
      },
    );
    expect(faultsOf(page(paragraph(1, 6)), short, page(paragraph(3, 6), true))).toEqual([]);
  });

  it("names ladders, runts, overfull lines, stranded headings and chapters that end in a few lines", () => {
    const ladder = [0, 1, 2, 3].map((i) => line(1, i, 6, { hyphenated: i < 3 }));
    const runt = line(1, 5, 6, { text: { runt: true } });
    const wide = line(2, 0, 1, { set: { overfull: 2, space: 0.5 } });
    const stranded = line(3, 0, 2, { breakCost: STRANDED_HEADING });
    expect(
      faultsOf(page([...ladder, runt, wide]), page([...paragraph(4, 5), stranded]), page(paragraph(5, 3), true)),
    ).toEqual([
      "ladder on 1 from line 1",
      "runt on 1 from line 1",
      "loose on 1 from line 2",
      "overfull on 1 from line 2",
      "orphan on 2 from line 3",
      "stranded on 2 from line 3",
      "short-ending on 3 from line 5",
    ]);
  });

  it("counts lines, hyphens and what stands on the grid, and knows the loosest line and the tightest", () => {
    const loose = line(7, 0, 1, { set: { space: 0.31 } });
    const tight = line(8, 0, 1, { set: { space: 0.15 }, hyphenated: true });
    const found = report(page([...paragraph(1, 3), loose, tight], true));
    expect(found).toMatchObject({ pages: 1, lines: 5, hyphens: 1, gridLines: 5, linesOnGrid: 5 });
    expect(found.loosest).toMatchObject({ space: 0.31, page: "1", span: { line: 7 } });
    expect(found.tightest).toMatchObject({ space: 0.15, page: "1", span: { line: 8 } });
  });
});
