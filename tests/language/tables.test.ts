/** A language is a table: these are made up for the test, in the manner of France and Germany. */
import { describe, expect, it } from "vitest";
import { findTable } from "../../src/language/punctuation/find-table.ts";
import type { PunctuationTable } from "../../src/language/punctuation/table.ts";
import { punctuate, tableOf } from "./punctuate.ts";

const NARROW = "\u202f";

const guillemets: PunctuationTable = {
  ...tableOf("en"),
  quotes: {
    double: [
      { open: `«${NARROW}`, close: `${NARROW}»` },
      { open: "“", close: "”" },
    ],
    single: [{ open: "‘", close: "’" }],
  },
  dash: { dash: "–", spaced: true },
};

const lowAndHigh: PunctuationTable = {
  ...tableOf("en"),
  quotes: { double: [{ open: "„", close: "“" }], single: [{ open: "‚", close: "‘" }] },
};

describe("a table", () => {
  it("has other marks for deeper quotations, and spaces with them", () => {
    const found = punctuate(['"Il a dit "oui" ce matin", dit-il.'], guillemets);
    expect(found).toEqual([`«${NARROW}Il a dit “oui” ce matin${NARROW}», dit-il.`]);
    expect(punctuate(found, guillemets)).toEqual(found);
  });

  it("may close with what another language opens with", () => {
    const found = punctuate(["\"Er sagte 'ja' dazu\", rief Hans' Frau. \"Wie geht's?\""], lowAndHigh);
    expect(found).toEqual(["„Er sagte ‚ja‘ dazu“, rief Hans’ Frau. „Wie geht’s?“"]);
    expect(punctuate(found, lowAndHigh)).toEqual(found);
  });

  it("is chosen by language and region", () => {
    expect(findTable("en")).toBe(findTable("en-US"));
    expect(findTable("en-AU")).toBe(findTable("en-GB"));
    expect(findTable("en")).not.toBe(findTable("en-GB"));
    expect(findTable("en-Latn-GB")).toBe(findTable("en-GB"));
    expect(findTable("fr")).toBeUndefined();
  });
});
