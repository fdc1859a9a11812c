/**
 * Spaces at which no line may end.
 *
 * Comes in: a passage and the language's table. Goes out: replacements: a title with its name, initials, an abbreviation or a unit
 * with its number.
 */

import { NO_BREAK } from "./replace-dashes.ts";
import type { Replacement } from "./replacement.ts";
import type { PunctuationTable } from "./table.ts";

/** Finds the spaces of one language. */
export type SpaceFinder = (text: string) => Replacement[];

const BOUNDARY = "(?<![\\p{L}\\p{N}.’'-])";
/** Initials, and the name after them. A lone "I." ends a sentence more often than it begins a name. */
const INITIALS = /(?<![\p{L}\p{N}.’'-])(?:\p{Lu}\.[ \r](?=\p{Lu}\.)|(?!I\.)\p{Lu}\.[ \r](?=\p{Lu}\p{Ll}))/gu;

/** A text no longer than this is a signature, if there are initials in it: no line ends there. */
const SIGNATURE = 24;

export function makeSpaceFinder({ titles, numbered, units }: PunctuationTable): SpaceFinder {
  const either = (words: ReadonlySet<string>): string =>
    [...words].map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  const patterns = [
    new RegExp(`${BOUNDARY}(?:${either(titles)})[ \\r](?=\\p{Lu})`, "gu"),
    new RegExp(`${BOUNDARY}(?:${either(numbered)})[ \\r](?=[0-9])`, "gu"),
    new RegExp(`[0-9][ \\r](?=(?:${either(units)})(?![\\p{L}\\p{N}]))`, "gu"),
  ];
  return (text) => {
    const fitting = text.length < SIGNATURE ? patterns : [...patterns, INITIALS];
    return fitting.flatMap((pattern) => [...text.matchAll(pattern)].map(breakNot));
  };
}

/** Each pattern ends with its space. */
function breakNot({ index, 0: found }: RegExpExecArray): Replacement {
  const to = index + found.length;
  return { what: "space", from: to - 1, to, text: NO_BREAK };
}
