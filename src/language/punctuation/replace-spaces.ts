/**
 * Spaces at which no line may end.
 *
 * Comes in: a passage and the language's table. Goes out: replacements: a title with its name, initials, an abbreviation or a unit
 * with its number.
 */
import { isDigit, isLetter } from "./characters.ts";
import { wordFrom } from "./marks.ts";
import { NO_BREAK } from "./replace-dashes.ts";
import type { Replacement } from "./replacement.ts";
import type { PunctuationTable } from "./table.ts";

/** Finds the spaces of one language. */
export type SpaceFinder = (text: string) => Replacement[];

const INITIALS = /\p{Lu}\.[ \r](?=\p{Lu}\.)/gu;
/** The last initial and the name after it. A lone "I." ends a sentence more often than it begins a name. */
const LAST_INITIAL = /(?!I\.)\p{Lu}\.[ \r](?=\p{Lu}\p{Ll})/gu;

/** A text no longer than this is a signature, if there are initials in it: no line ends there. */
const SIGNATURE = 24;

export function makeSpaceFinder({ titles, numbered, units, commonWords }: PunctuationTable): SpaceFinder {
  const either = (words: ReadonlySet<string>): string =>
    [...words].map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  const names = new RegExp(`(?:${either(titles)})[ \\r](?=\\p{Lu})`, "gu");
  const numbers = new RegExp(`(?:${either(numbered)})[ \\r](?=[0-9])`, "gu");
  const measures = new RegExp(`[0-9][ \\r](?=(?:${either(units)})(?![\\p{L}\\p{N}]))`, "gu");
  return (text) => {
    const found: Replacement[] = [];
    const find = (pattern: RegExp, belongs = (_to: number): boolean => true): void => {
      for (const { index, 0: words } of text.matchAll(pattern)) {
        const to = index + words.length;
        if (!isInside(text, index) && belongs(to)) found.push({ what: "space", from: to - 1, to, text: NO_BREAK });
      }
    };
    find(names);
    if (hasDigit(text)) {
      find(numbers);
      find(measures);
    }
    if (text.length > SIGNATURE) {
      find(INITIALS);
      // "the letter A. You" is two sentences.
      find(LAST_INITIAL, (to) => !commonWords.has(wordFrom(text, to)));
    }
    return found;
  };
}

/** A loop is faster here than a pattern that looks at every character in vain. */
function hasDigit(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    if (isDigit(text.charCodeAt(at))) return true;
  }
  return false;
}

/** What begins at `at` is the rest of something longer. A number may be as long as it likes. */
function isInside(text: string, at: number): boolean {
  if (isDigit(text.charCodeAt(at))) return false;
  const mark = /[’']/.test(text.charAt(at - 1)) ? 1 : 0;
  const before = text.charCodeAt(at - 1 - mark);
  return (
    isLetter(before) ||
    isDigit(before) ||
    (mark === 0 && /(?:[.…]|[^\s-]-)$/.test(text.slice(Math.max(0, at - 2), at)))
  );
}
