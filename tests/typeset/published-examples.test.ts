/**
 * The paragraph that Knuth and Plass break in their paper, with the results they print.
 * Widths: Monotype units, 1/18 em ("Digital Typography", page 75); lines and ratios: pages 81 and 82.
 */
import { describe, expect, it } from "vitest";
import { breakLines } from "../../src/typeset/paragraph/break-lines.ts";
import { box, FILL, FORCED_BREAK, glue, type Item, NO_BREAK, penalty } from "../../src/typeset/paragraph/items.ts";

const TALE =
  "In olden times when wish·ing still helped one, there lived a king whose daugh·ters were all beau·ti·ful; and the " +
  "young·est was so beau·ti·ful that the sun it·self, which has seen so much, was aston·ished when·ever it shone in " +
  "her face. Close by the king's castle lay a great dark for·est, and un·der an old lime-tree in the for·est was a " +
  "well, and when the day was very warm, the king's child went out into the for·est and sat down by the side of the " +
  "cool foun·tain; and when she was bored she took a golden ball, and threw it up on high and caught it; and this " +
  "ball was her favor·ite play·thing.";

const GROUPS: Readonly<Record<number, string>> = {
  5: "ijl,.;'",
  6: "fI-",
  7: "rst",
  8: "ce",
  9: "agov",
  10: "bdhknpquxy",
  13: "wC",
  15: "m",
};
const WIDTHS = new Map(
  Object.entries(GROUPS).flatMap(([units, letters]) =>
    [...letters].map((letter) => [letter, Number(units)] as const),
  ),
);

function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (WIDTHS.get(letter) ?? Number.NaN), 0);
}

interface Named {
  readonly item: Item;
  readonly text: string;
}

function spaceAfter(word: string): Item {
  if (word.endsWith(",")) return glue(6, 4, 2);
  if (word.endsWith(";")) return glue(6, 4, 1);
  return word.endsWith(".") ? glue(8, 6, 1) : glue(6, 3, 2);
}

function paragraph(): Named[] {
  const named: Named[] = [{ item: box(18), text: "" }];
  const words = TALE.split(" ");
  words.forEach((word, w) => {
    for (const part of word.split(/(·|(?<=-))/)) {
      if (part === "·") named.push({ item: penalty(50, 6, true), text: "" });
      else if (part === "") named.push({ item: penalty(50, 0, true), text: "" });
      else named.push({ item: box(widthOf(part)), text: part });
    }
    if (w < words.length - 1) named.push({ item: spaceAfter(word), text: " " });
  });
  for (const item of [NO_BREAK, FILL, FORCED_BREAK]) named.push({ item, text: "" });
  return named;
}

function breakTale(measure: number): { lines: string[]; ratios: number[] } {
  const named = paragraph();
  const items = named.map((n) => n.item);
  const { lines } = breakLines(items, { measure });
  return {
    lines: lines.map(({ start, end }) => {
      const text = named.slice(start, end).map((n) => n.text);
      const last = items[end];
      return text.join("") + (last?.kind === "penalty" && last.before > 0 ? "-" : "");
    }),
    ratios: lines.slice(0, -1).map((line) => Math.round(line.ratio * 1000) / 1000),
  };
}

describe("the frog king", () => {
  it("breaks as on page 81, measure 390 units", () => {
    const { lines, ratios } = breakTale(390);
    expect(lines).toEqual([
      "In olden times when wishing still helped one,",
      "there lived a king whose daughters were all beau-",
      "tiful; and the youngest was so beautiful that the",
      "sun itself, which has seen so much, was aston-",
      "ished whenever it shone in her face. Close by the",
      "king's castle lay a great dark forest, and under an",
      "old lime-tree in the forest was a well, and when",
      "the day was very warm, the king's child went out",
      "into the forest and sat down by the side of the",
      "cool fountain; and when she was bored she took a",
      "golden ball, and threw it up on high and caught",
      "it; and this ball was her favorite plaything.",
    ]);
    expect(ratios).toEqual([0.857, 0, 0.28, 1, 0.067, -0.278, 0.536, -0.167, 0.7, -0.176, 0.357]);
  });

  it("breaks as on page 82, measure 500 units", () => {
    const { lines, ratios } = breakTale(500);
    expect(lines).toEqual([
      "In olden times when wishing still helped one, there lived a",
      "king whose daughters were all beautiful; and the youngest was",
      "so beautiful that the sun itself, which has seen so much, was",
      "astonished whenever it shone in her face. Close by the king's",
      "castle lay a great dark forest, and under an old lime-tree in the",
      "forest was a well, and when the day was very warm, the king's",
      "child went out into the forest and sat down by the side of the",
      "cool fountain; and when she was bored she took a golden ball,",
      "and threw it up on high and caught it; and this ball was her",
      "favorite plaything.",
    ]);
    expect(ratios).toEqual([0.774, 0.179, 0.629, 0.545, 0, 0.079, 0.282, 0.294, 0.575]);
  });
});
