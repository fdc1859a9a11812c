/** Make-up takes the galley chunk by chunk, and keeps of a chunk that is laid out nothing that its lines were set from. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { spanAt } from "../../src/core/span.ts";
import type { Chunk, GalleyLine, Variant } from "../../src/typeset/galley.ts";
import { makeUp } from "../../src/typeset/page/make-up.ts";
import { seeded } from "../support/seeded.ts";

const LEADING = 10;
const CHAPTERS = 40;
const MEGABYTE = 2 ** 20;

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

function liveBytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** A line that can only be placed as long as `paragraph` is at hand. */
function line(name: number, paragraph: readonly number[]): GalleyLine {
  return {
    height: LEADING,
    spaceBefore: 0,
    onGrid: true,
    place: () => ({ items: [], space: paragraph[0] ?? 0 }),
    notes: [],
    breakCost: 0,
    hyphenated: false,
    span: spanAt("book.md", name),
  };
}

/**
 * A chapter of a few dozen lines, which hold a megabyte until they are placed. Where one of them must begin on a recto, all ways to
 * make up what is before it have come together.
 */
function chapter(name: number, random: () => number): Chunk {
  const paragraph = new Array<number>(MEGABYTE / 8).fill(0.25);
  const variant = (count: number, cost: number): Variant => ({
    lines: Array.from({ length: count }, () => line(name, paragraph)),
    cost,
  });
  const pieces = Array.from({ length: 10 + Math.floor(10 * random()) }, () => {
    const count = 1 + Math.floor(6 * random());
    return { variants: count < 4 ? [variant(count, 0)] : [variant(count, 0), variant(count + 1, 3_000)] };
  });
  return { side: name % 4 === 0 ? "recto" : "any", matter: "body", page: "", opens: true, pieces };
}

describe("a long galley", () => {
  it("is let go of as its pages are made up", () => {
    const random = seeded(11);
    const before = liveBytes();
    let most = 0;
    const setChapters = function* (): Generator<Chunk> {
      for (let name = 0; name < CHAPTERS; name++) {
        yield chapter(name, random);
        most = Math.max(most, liveBytes() - before);
      }
    };
    const pages = makeUp({ chunks: setChapters() }, () => ({ depth: 120, leading: LEADING, spare: 1 })).value;
    const kept = liveBytes() - before;
    expect(pages.flatMap(({ lines }) => lines).every(({ space }) => space === 0.25)).toBe(true);
    expect(new Set(pages.flatMap(({ lines }) => lines.map((placed) => placed.line.span.line))).size).toBe(
      CHAPTERS,
    );
    expect(most).toBeLessThan((CHAPTERS / 3) * MEGABYTE);
    expect(kept).toBeLessThan((CHAPTERS / 8) * MEGABYTE);
  });
});
