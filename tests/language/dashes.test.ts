/** Dashes, ellipses and spaces. A low line shows a no-break space. */
import { describe, expect, it } from "vitest";
import { punctuate, tableOf } from "./punctuate.ts";

const shown = (text: string): string => text.replaceAll("\u00a0", "_");

function check(language: string, rows: readonly (readonly [string, string])[]): void {
  it.for(rows)("%j", ([given, right]) => {
    expect(punctuate([given], tableOf(language)).map(shown)).toEqual([right]);
  });
}

describe("American dashes", () => {
  check("en-US", [
    ["one--two", "one—two"],
    ["one -- two", "one—two"],
    ["one---two", "one—two"],
    ["one --- two", "one—two"],
    ["one - two", "one—two"],
    ['"What--" he said. "I was --"', "“What—” he said. “I was—”"],
    ["--Shakespeare", "—Shakespeare"],
    ["pages 1--3", "pages 1–3"],
    ["Mr. B---- of ------", "Mr._B—— of ———"],
    ["10 - 4 is 6", "10 - 4 is 6"],
    ["a well-known half- and quarter-mile", "a well-known half- and quarter-mile"],
    ["name: ----------", "name: ----------"],
    ["one – two", "one_– two"],
    ["one – two, three -- four", "one_– two, three_– four"],
    ["one—two, three -- four", "one—two, three—four"],
  ]);
});

describe("British dashes", () => {
  check("en-GB", [
    ["one--two", "one—two"],
    ["one -- two", "one_– two"],
    ["one - two", "one_– two"],
    ["one--two, three -- four", "one—two, three—four"],
    ["one—two, three - four", "one—two, three—four"],
    ["one – two, three - four", "one_– two, three_– four"],
  ]);
});

describe("ellipses", () => {
  check("en", [
    ["one... two", "one… two"],
    ["one...two", "one…two"],
    ["one . . . two", "one_… two"],
    ["one. . . . Two", "one._… Two"],
    ["one.... Two", "one.… Two"],
    ['"Well..."', "“Well…”"],
    ['"...and so"', "“…and so”"],
    ["name ..........", "name .........."],
    ["one.. two", "one.. two"],
    ["one … two", "one … two"],
  ]);
});

describe("no-break spaces", () => {
  check("en", [
    ["Mr. Bennet and Mrs. Bennet met Dr. Jones", "Mr._Bennet and Mrs._Bennet met Dr._Jones"],
    ["Mr Bennet went to St Ives", "Mr_Bennet went to St_Ives"],
    ["a book by J. R. R. Tolkien, and one by E. Nesbit", "a book by J._R._R._Tolkien, and one by E._Nesbit"],
    ["the letter A. You see it", "the letter A. You see it"],
    ["“It was I. You know it, and so does he.”", "“It was I. You know it, and so does he.”"],
    ["10 km, 5 a.m., No. 5, pp. 3 and 4", "10_km, 5_a.m., No._5, pp._3 and 4"],
    ["I have 5 more and no. More", "I have 5 more and no. More"],
    ["E. Gardiner", "E. Gardiner"],
  ]);
});
