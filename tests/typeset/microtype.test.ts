/** How lines give way, and what hangs. */
import { describe, expect, it } from "vitest";
import { openFontLibrary } from "../../src/fonts/library.ts";
import { hangOf, levelTracking, MICROTYPE } from "../../src/typeset/paragraph/microtype.ts";
import { seeded } from "../support/seeded.ts";

const face = openFontLibrary().face({ families: ["EB Garamond"], weight: 400, style: "normal" });

describe("levelTracking", () => {
  it("is in proportion to the ratio, and no more than the most", () => {
    expect(levelTracking([0.5, 1, 2, 0.3, 0.1], 0.01)).toEqual([0.005, 0.01, 0.01, 0.003, 0]);
    expect(levelTracking([-1, -2, -1], 0.01)).toEqual([-0.01, -0.01, -0.01]);
  });

  it("makes the looser of two neighbours give in", () => {
    expect(levelTracking([-0.5, 1, 0.2], 0.01)).toEqual([-0.005, 0.005, 0]);
  });

  it("makes the tighter one give if the looser one's spaces are wide already", () => {
    const [tight = 0, loose = 0] = levelTracking([-0.4, 2.5, 0.2], 0.01);
    expect(loose).toBeCloseTo(0.01);
    expect(tight).toBeCloseTo(0);
  });

  it("keeps neighbours within a step of each other, whatever the ratios", () => {
    const random = seeded(3);
    for (let n = 0; n < 500; n++) {
      const ratios = Array.from({ length: 2 + Math.floor(random() * 12) }, () => random() * 4.3 - 1);
      const levels = levelTracking(ratios, random() < 0.2 ? 0.015 : 0.01);
      levels.slice(1).forEach((level, i) => {
        expect(Math.abs(level - (levels[i] ?? 0))).toBeLessThanOrEqual(MICROTYPE.trackingStep + 1e-9);
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
