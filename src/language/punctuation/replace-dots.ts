/**
 * Typed dots as an ellipsis.
 *
 * Comes in: a passage. Goes out: replacements. Two dots, or a row of more than four, mean something else and stay.
 */
import { keepWithWord, NO_BREAK, spacesBefore } from "./replace-dashes.ts";
import type { Replacement } from "./replacement.ts";
import type { PunctuationTable } from "./table.ts";

/** Three or four dots, closed up or with a space after each. */
const DOTS = /(?<![.…])\.{3,4}(?![.…])|(?<![.…][ \u00a0\r]?)\.(?:[ \u00a0\r]\.){2,3}(?![ \u00a0\r]?[.…])/g;

export function replaceDots(text: string, { ellipsis }: PunctuationTable): Replacement[] {
  if (!/\.[. \u00a0\r]\./.test(text)) return [];
  return [...text.matchAll(DOTS)].flatMap(({ index, 0: written }): Replacement[] => {
    const to = index + written.length;
    const before = spacesBefore(text, index);
    const space = before < index ? keepWithWord(text, before, index) : [];
    if (written.replace(/[^.]/g, "").length === 3)
      return [...space, { what: "ellipsis", from: index, to, text: ellipsis }];
    // The first of four ends the sentence.
    const apart = written.charAt(1) === "." ? "" : NO_BREAK;
    return [...space, { what: "ellipsis", from: index + 1, to, text: apart + ellipsis }];
  });
}
