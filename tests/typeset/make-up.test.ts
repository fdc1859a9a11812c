import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spanAt } from "../../src/core/span.ts";
import type { GalleyLine, Piece } from "../../src/typeset/galley.ts";
import type { MadeUpPage } from "../../src/typeset/page/lay-out.ts";
import { makeUp } from "../../src/typeset/page/make-up.ts";
import { WIDOW } from "../../src/typeset/page/weights.ts";

const shape = { depth: 100, leading: 10, spare: 0 };

function line(name: number, options: Partial<GalleyLine> = {}): GalleyLine {
  const span = spanAt("book.md", name);
  return {
    height: 10,
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

function pagesOf(lines: readonly GalleyLine[]): readonly MadeUpPage[] {
  const pieces = lines.map((only): Piece => ({ variants: [{ lines: [only], cost: 0 }] }));
  return makeUp({ chunks: [{ side: "any", matter: "body", pieces }] }, () => shape).value;
}

const names = (pages: readonly MadeUpPage[]): number[][] =>
  pages.map((p) => p.lines.map(({ line: l }) => l.span.line));

describe("makeUp", () => {
  it("fills pages", () => {
    const pages = pagesOf(Array.from({ length: 30 }, (_, i) => line(i)));
    expect(names(pages).map((page) => page.length)).toEqual([10, 10, 10]);
  });

  it("runs a page short rather than leave a widow", () => {
    const lines = Array.from({ length: 17 }, (_, i) => line(i, i === 9 ? { breakCost: WIDOW } : {}));
    expect(names(pagesOf(lines))[0]).toHaveLength(9);
  });

  it("never parts a heading from what follows", () => {
    const lines = Array.from({ length: 18 }, (_, i) => line(i, i === 9 ? { breakCost: Infinity } : {}));
    expect(names(pagesOf(lines))[1]?.[0]).toBe(9);
  });

  it("drops white space at the head of a page but not at an opening", () => {
    const lines = Array.from({ length: 16 }, (_, i) => line(i, i === 0 || i === 8 ? { spaceBefore: 20 } : {}));
    const [first, second] = pagesOf(lines);
    expect(first?.lines[0]?.y).toBe(20);
    expect(second?.lines[0]?.y).toBe(0);
  });

  it("puts body lines on the grid after what stands off it", () => {
    const [page] = pagesOf([line(0), line(1, { height: 7, onGrid: false }), line(2)]);
    expect(page?.lines.map((l) => l.y)).toEqual([0, 10, 20]);
  });

  it("sets a note at the foot of its reference's page, and carries on a long one", () => {
    const note = { lines: Array.from({ length: 12 }, (_, i) => line(100 + i, { height: 8, onGrid: false })) };
    const lines = Array.from({ length: 14 }, (_, i) => line(i, i === 3 ? { notes: [note] } : {}));
    const pages = pagesOf(lines);
    const at = pages.findIndex((p) => p.lines.some((l) => l.line.span.line === 3));
    expect(pages[at]?.notes[0]?.line.span.line).toBe(100);
    expect(pages.flatMap((p) => p.notes.map((n) => n.line.span.line))).toEqual(note.lines.map((l) => l.span.line));
    for (const page of pages) {
      const foot = Math.max(0, ...page.lines.map((l) => l.y + l.line.height));
      const head = Math.min(Infinity, ...page.notes.map((n) => n.y));
      expect(foot).toBeLessThanOrEqual(head);
    }
  });

  it("loses no line and no note, and keeps within the page", () => {
    const anyLine = fc.record({
      height: fc.constantFrom(7, 10, 11, 28),
      spaceBefore: fc.constantFrom(0, 0, 0, 10, 20),
      breakCost: fc.constantFrom(0, 0, 0, 1000, WIDOW, Infinity),
      notes: fc.constantFrom(0, 0, 0, 0, 2, 15),
    });
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 80 }), (drafts) => {
        let noteName = 1000;
        const lines = drafts.map((d, i) =>
          line(i, {
            height: d.height,
            onGrid: d.height === 10,
            spaceBefore: d.spaceBefore,
            breakCost: d.breakCost,
            notes:
              d.notes === 0
                ? []
                : [
                    {
                      lines: Array.from({ length: d.notes }, () => line(noteName++, { height: 8, onGrid: false })),
                    },
                  ],
          }),
        );
        const pages = pagesOf(lines);
        expect(names(pages).flat()).toEqual(lines.map((_, i) => i));
        const notes = pages.flatMap((p) => p.notes.map((n) => n.line.span.line));
        expect(notes).toEqual(Array.from({ length: noteName - 1000 }, (_, i) => 1000 + i));
        for (const page of pages) {
          for (const { line: l, y } of [...page.lines, ...page.notes])
            expect(y + l.height).toBeLessThanOrEqual(100.01);
        }
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});
