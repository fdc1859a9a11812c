import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { breakTitle, type TitleRoom } from "../../src/cover/break-title.ts";

/** Every character half an em wide. */
const measure = (text: string): number => text.length / 2;
const undivided = (): readonly number[] => [];
const ROOM: TitleRoom = { width: 1200, height: 1200, largest: 300, smallest: 80, leading: 1.1 };

function lines(title: string, room: Partial<TitleRoom> = {}): readonly string[] {
  return breakTitle(title, measure, { ...ROOM, ...room }, undivided).lines;
}

describe("titles break where the sense does", () => {
  test.each([
    ["Emma", ["Emma"]],
    ["The Wind in the Willows", ["The Wind in", "the Willows"]],
    ["Moby-Dick; or, The Whale", ["Moby-Dick;", "or, The Whale"]],
    ["Die Leiden des jungen Werthers", ["Die Leiden", "des jungen", "Werthers"]],
    ["Frankenstein; or, The Modern Prometheus", ["Frankenstein;", "or, The Modern", "Prometheus"]],
  ])("%s", (title, expected) => {
    expect(lines(title)).toEqual(expected);
  });

  test("a line has not only an article or a preposition", () => {
    expect(lines("Adventures in Wonderland")).not.toContain("in");
  });

  test("a no-break space holds a name together, hyphens and all", () => {
    expect(lines("Ann\u00a0Lee-Smith, Bo\u00a0Li", { width: 700 })).toEqual(["Ann\u00a0Lee-Smith,", "Bo\u00a0Li"]);
  });
});

test("a short title is as large as it may be", () => {
  expect(breakTitle("It", measure, ROOM, undivided)).toEqual({ lines: ["It"], size: 300 });
});

test("a long word makes the title smaller and stays whole", () => {
  const { lines: broken, size } = breakTitle("Incomprehensibilities", measure, ROOM, undivided);
  expect(broken).toEqual(["Incomprehensibilities"]);
  expect(size).toBeCloseTo(1200 / 10.5);
});

test("a monstrous one is divided in its language's places", () => {
  const divide = (word: string) => (word.startsWith("Donau") ? [5, 10, 17] : []);
  const { lines: broken } = breakTitle("Donaudampfschifffahrtsgesellschaft", measure, ROOM, divide);
  expect(broken.length).toBeGreaterThan(1);
  expect(broken.slice(0, -1).every((line) => line.endsWith("-"))).toBe(true);
  expect(broken.map((line) => line.replace(/-$/, "")).join("")).toBe("Donaudampfschifffahrtsgesellschaft");
});

test("no word is lost or moved, and everything fits", () => {
  const word = fc.stringMatching(/^[a-zäé]{1,18}[,:]?$/);
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 300, max: 1500 }),
      (words, width) => {
        const title = words.join(" ");
        const { lines: broken, size } = breakTitle(title, measure, { ...ROOM, width }, undivided);
        expect(broken.join(" ")).toBe(title);
        for (const line of broken) expect(measure(line) * size).toBeLessThanOrEqual(width * 1.001);
        expect(broken.length * ROOM.leading * size).toBeLessThanOrEqual(ROOM.height * 1.001);
      },
    ),
    { seed: 6, numRuns: 200 },
  );
});
