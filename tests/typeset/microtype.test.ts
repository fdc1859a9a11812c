/** How lines give way, and what hangs. */
import { describe, expect, it } from "vitest";
import { openFontLibrary } from "../../src/fonts/library.ts";
import { hangOf, type LineGives, levelTracking, MICROTYPE } from "../../src/typeset/paragraph/microtype.ts";
import { seeded } from "../support/seeded.ts";

const face = openFontLibrary().face({ families: ["EB Garamond"], weight: 400, style: "normal" });

/** Lines that fill their measure, of these ratios. */
function filled(ratios: readonly number[], most = 0.01): LineGives[] {
  return ratios.map((ratio) => ({ ratio, most, free: false }));
}
const FREE: LineGives = { ratio: 0, most: 0.01, free: true };

describe("levelTracking", () => {
  it("is in proportion to the ratio, and no more than the most", () => {
    expect(levelTracking(filled([0.5, 1, 1.4, 0.3, 0.1]))).toEqual([0.005, 0.01, 0.01, 0.003, 0.001]);
    expect(levelTracking(filled([-1, -2, -1]))).toEqual([-0.01, -0.01, -0.01]);
  });

  it("goes up to the last aid where spaces would grow very wide", () => {
    expect(levelTracking(filled([0.6, 3, 0.6]))[1]).toBeCloseTo(0.015);
    expect(levelTracking(filled([0.6, 2, 0.6]))[1]).toBeCloseTo(0.0125);
  });

  it("makes the looser of two neighbours give in", () => {
    expect(levelTracking(filled([-0.5, 1, 0.2]))).toEqual([-0.005, 0.005, 0.002]);
  });

  it("makes the tighter one give, as far as its spaces can, if the looser one's are wide already", () => {
    const [tight = 0, loose = 0] = levelTracking(filled([-0.2, 3, 0.2]));
    expect(loose).toBeCloseTo(0.015);
    expect(tight).toBeCloseTo(0.005);
    const [tightest = 0, lessLoose = 0] = levelTracking(filled([-1, 3, 0.2]));
    expect(tightest).toBeLessThan(-0.007);
    expect(lessLoose).toBeCloseTo(tightest + 0.01);
  });

  it("leaves a line that is set as it is alone, unless one of its neighbours needs it nearer", () => {
    expect(levelTracking([...filled([0.5]), FREE, ...filled([-0.5])])[1]).toBe(0);
    expect(levelTracking([...filled([3], 0.015), FREE])[1]).toBeCloseTo(0.005);
    expect(levelTracking([...filled([-1.2], 0.015), FREE, FREE])[1]).toBeCloseTo(-0.005);
  });

  it("keeps neighbours within a step of each other, whatever the ratios", () => {
    const random = seeded(3);
    for (let n = 0; n < 500; n++) {
      const lines = Array.from({ length: 2 + Math.floor(random() * 12) }, (): LineGives => {
        const free = random() < 0.3;
        return { ratio: random() * 4.8 - 1, most: free ? 0.01 * random() : random() < 0.2 ? 0.015 : 0.01, free };
      });
      const levels = levelTracking(lines);
      levels.forEach((level, i) => {
        const above = levels[i - 1];
        expect(Math.abs(level)).toBeLessThanOrEqual(0.015);
        if (above !== undefined)
          expect(Math.abs(level - above)).toBeLessThanOrEqual(MICROTYPE.trackingStep + 1e-9);
        if (lines[i]?.free) expect(level).toBeLessThanOrEqual(lines[i]?.most ?? 0);
      });
    }
  });
});

describe("hangOf", () => {
  it("is most of a full stop, little of a question mark, next to nothing of a letter", () => {
    const stop = hangOf(face, ".", "right");
    expect(stop).toBeGreaterThan(0.1);
    expect(hangOf(face, "?", "right")).toBeLessThan(stop);
    expect(Math.abs(hangOf(face, "n", "right"))).toBeLessThan(0.013);
  });

  it("tells the left margin from the right", () => {
    expect(hangOf(face, "“", "left")).toBeGreaterThan(0.15);
    expect(hangOf(face, ".", "left")).toBe(0);
    expect(hangOf(face, "(", "right")).toBe(0);
  });

  it("never hangs more than the whole mark", () => {
    for (const mark of ".,:;!?-–—‘’“”„«»()[]…") {
      const { width } = face.shape(mark, "");
      expect(hangOf(face, mark, "left")).toBeLessThan(width);
      expect(hangOf(face, mark, "right")).toBeLessThan(width);
    }
  });

  it("leaves every character what it stands for, the parts of composite marks too", () => {
    const fresh = openFontLibrary().face({ families: ["EB Garamond"], weight: 500, style: "italic" });
    for (const mark of ";:…?!“”") hangOf(fresh, mark, "right");
    expect(fresh.shape(".,'", "").codePoints).toEqual([[0x2e], [0x2c], [0x27]]);
  });
});
