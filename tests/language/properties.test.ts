/** What must hold for any text at all, tried on scraps of dialogue thrown together. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { punctuate, tableOf } from "./punctuate.ts";

const SCRAPS = [
  ..."\"'“”‘’-–—….,;:!?()[] \n\r".split(""),
  ..."-- --- ---- ... .... . . .|'tis|'em|o'|goin'|boys'|'90s|6' 2\"|Mr. |J. R. |10 km|No. 5|\u00a0|\u200a|\ufffc|é|日本".split(
    "|",
  ),
  ..."word |Word, |he said|I |a |don't |\" |' |\"'|'\"| -- | - |. . .|5|1990".split("|"),
];

const text = fc.array(fc.constantFrom(...SCRAPS), { maxLength: 30, size: "max" }).map((all) => all.join(""));
const passages = fc.array(text, { maxLength: 6 });
const languages = ["en-US", "en-GB"] as const;

/** What is neither a mark nor a space. */
const letters = (texts: readonly string[]): string[] =>
  texts.map((one) => one.replace(/[^\p{L}\p{N}\ufffc()[\],;:!?\n]/gu, ""));

describe.for(languages)("punctuation in %s", (language) => {
  const table = tableOf(language);

  it("loses, doubles and moves no letter", () => {
    fc.assert(
      fc.property(passages, (given) => {
        expect(letters(punctuate(given, table))).toEqual(letters(given));
      }),
      { numRuns: 1000, seed: 1 },
    );
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(passages, (given) => {
        const once = punctuate(given, table);
        expect(punctuate(once, table)).toEqual(once);
      }),
      { numRuns: 2000, seed: 2 },
    );
  });

  it("leaves no straight mark, and changes none that is curly", () => {
    fc.assert(
      fc.property(passages, (given) => {
        const found = punctuate(given, table);
        expect(found.join("")).not.toMatch(/["']/);
        const curly = (texts: readonly string[]) => texts.map((one) => one.replace(/[^“”‘]/g, ""));
        const typed = given.map((one) => one.replace(/["']/g, ""));
        expect(curly(punctuate(typed, table))).toEqual(curly(typed));
      }),
      { numRuns: 500, seed: 3 },
    );
  });

  it("takes no time to speak of for what nobody writes", () => {
    for (const scrap of ["'", '"', "' ", "\"'", "- ", ". ", "a'", "J. ", "\u00a0'", "-"]) {
      expect(punctuate([scrap.repeat(10000)], table)[0]?.length).toBeGreaterThan(0);
    }
  });
});
