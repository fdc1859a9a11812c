import { expect, test } from "vitest";
import { spokenHeading } from "../../src/epub/spoken-heading.ts";

test.each([
  ["III.", "3"],
  ["IV", "4"],
  ["— XIV —", "14"],
  ["I", "1"],
  ["CXCIX", "199"],
  ["III. The Trap", "3. The Trap"],
  ["III\nThe Trap", "3. The Trap"],
  ["XL – Über das Meer", "40. Über das Meer"],
  ["Chapter XII", "Chapter 12"],
  ["CHAPTER XII.", "CHAPTER 12."],
  ["Chapter II: In Which", "Chapter 2: In Which"],
  ["Kapitel IX", "Kapitel 9"],
  ["Acte II", "Acte 2"],
])("%j is said as %j", (words, spoken) => {
  expect(spokenHeading(words)).toBe(spoken);
});

test.each([
  "The Trap",
  "I am Legend",
  "V. S. Naipaul",
  "C. S. Lewis",
  "Henry V",
  "Vitamin C",
  "M",
  "MIX",
  "IIII",
  "IC",
  "Chapter 3",
  "Chapter Three",
  "1. The Trap",
  "",
])("%j needs no other words", (words) => {
  expect(spokenHeading(words)).toBeUndefined();
});
