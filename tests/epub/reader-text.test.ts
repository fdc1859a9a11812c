import fc from "fast-check";
import { expect, test } from "vitest";
import { cutText, simplifyText } from "../../src/epub/reader-text.ts";

/** `[…]` is what must not be broken, `|` a place to break. */
function shown(text: string): string {
  return cutText(text)
    .map((piece) => (piece.unbroken ? `[${piece.text}]` : piece.text) + (piece.breakAfter ? "|" : ""))
    .join("");
}

test.each([
  ["plain words — and dashes", "plain words — and dashes"],
  ["Lady\u2060—and so", "[Lady—]and so"],
  ["Lady\u2060—\u2060and so", "[Lady—and] so"],
  ["“Stop\u2060—”", "[“Stop—]”"],
  ["Lady—and so", "[Lady—]and so"],
  ["“Stop!—and—’”", "[“Stop!—][and—]’”"],
  ["—Oui, dit-il ——— non", "—Oui, dit-il ——— non"],
  ["Mrs. ——’s", "Mrs. ——’s"],
  ["pages 1–2", "pages 1–2"],
  ["notwithstandingnesses—", "not[withstandingnesses—]"],
  ["well\u2011known", "[well-known]"],
  ["see p.\u202f12\u2009f.", "see p.\u00a012\u00a0f."],
  ["“ ‘No’\u200a”", "“ ‘No’”"],
  ["1\u200a000 J.\u200aR.", "1\u00a0000 J.R."],
  ["one\u200btwo", "one|two"],
  ["\u200b", "|"],
  ["\ufeffa", "[a]"],
])("%j is shown as %j", (text, expected) => {
  expect(shown(text)).toBe(expected);
});

test("titles and descriptions are plain characters", () => {
  expect(simplifyText("Lady\u2060—and well\u2011known\u202f! one\u200btwo")).toBe(
    "Lady—and well-known\u00a0! onetwo",
  );
});

const RARE = fc.constantFrom(
  "\u2060",
  "\ufeff",
  "\u2011",
  "\u200a",
  "\u200b",
  "\u2009",
  "\u202f",
  "—",
  "-",
  " ",
  "a",
  "é",
  "1",
);

test("no letter is lost or moved, whatever stands between", () => {
  fc.assert(
    fc.property(fc.array(RARE, { maxLength: 40 }), (characters) => {
      const text = characters.join("");
      const letters = (s: string): string => s.replace(/[^\p{L}\p{N}—]/gu, "");
      const pieces = cutText(text);
      expect(letters(pieces.map((piece) => piece.text).join(""))).toBe(letters(text));
      expect(pieces.map((piece) => piece.text).join("")).toBe(simplifyText(text));
      expect(pieces.map((piece) => piece.text).join("")).not.toMatch(/[\u2006-\u200b\u2011\u202f\u2060\ufeff]/);
    }),
    { seed: 6 },
  );
});

test("a very long word is no trouble", () => {
  expect(shown(`${"a".repeat(200_000)}\u2060—`)).toHaveLength(200_003);
});
