import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareNaturally } from "../../src/config/natural-order.ts";

const sorted = (...names: string[]) => [...names].sort(compareNaturally);

/** Names of the kind that make comparators contradict themselves. */
const name = fc.string({
  unit: fc.constantFrom("0", "1", "2", "9", "10", "a", "B", "-", ".", "é", "😀"),
  maxLength: 6,
});

describe("compareNaturally", () => {
  it("puts 2 before 10, with or without leading zeros", () => {
    expect(sorted("10", "2", "1")).toEqual(["1", "2", "10"]);
    expect(sorted("ch10b", "ch2", "ch010a", "ch02x")).toEqual(["ch2", "ch02x", "ch010a", "ch10b"]);
  });

  it("compares numbers too long for a double", () => {
    expect(sorted("90071992547409931", "90071992547409930")).toEqual(["90071992547409930", "90071992547409931"]);
  });

  it("compares letters by their code units, in no language", () => {
    expect(sorted("z", "ä", "Z", "a", "é")).toEqual(["Z", "a", "z", "ä", "é"]);
  });

  it("tells names apart that differ only in leading zeros", () => {
    expect(compareNaturally("01", "1")).toBeLessThan(0);
    expect(compareNaturally("1", "01")).toBeGreaterThan(0);
    expect(compareNaturally("01", "01")).toBe(0);
  });

  it("is a total order", () => {
    fc.assert(
      fc.property(name, name, name, (a, b, c) => {
        expect(Math.sign(compareNaturally(a, b))).toBe(0 - Math.sign(compareNaturally(b, a)));
        expect(compareNaturally(a, b) === 0).toBe(a === b);
        const [low = "", middle = "", high = ""] = sorted(a, b, c);
        expect(compareNaturally(low, middle)).toBeLessThanOrEqual(0);
        expect(compareNaturally(middle, high)).toBeLessThanOrEqual(0);
        expect(compareNaturally(low, high)).toBeLessThanOrEqual(0);
      }),
      { seed: 1, numRuns: 3000 },
    );
  });

  it("orders any two numbered chapters by their numbers", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (a, b) => {
        expect(Math.sign(compareNaturally(`chapter-${a}.md`, `chapter-${b}.md`))).toBe(Math.sign(a - b));
      }),
      { seed: 1 },
    );
  });
});
