/**
 * The words of a book, as far as they tell an apostrophe from a quotation mark.
 *
 * Comes in: the book's text, and later what a first reading took its marks for. Goes out: which words stand without any
 * mark, and how often its mark was an apostrophe. So a book teaches its own dialect.
 */
import { isLetter } from "./characters.ts";

/** How often the mark before (or after) a word was read as one and as the other. */
export interface Readings {
  apostrophe: number;
  quote: number;
}

/** How often a word is found. */
export interface Count {
  times: number;
}

export interface Vocabulary {
  /** Words that stand free somewhere, with no single mark at either end, and how often; lower case. */
  readonly plain: ReadonlyMap<string, Count>;
  /** How often a word follows a single mark within a clause, in small letters. */
  readonly marked: Map<string, Count>;
  /** What has been asked of the plain words before: whether a word is the rest of one of them, or one without its end. */
  readonly rests: Map<string, boolean>;
  readonly clipped: Map<string, boolean>;
  readonly leading: Map<string, Readings>;
  readonly trailing: Map<string, Readings>;
}

/** What the words of a table count as read: `common`, the commonest first, more often than `whole`. */
export function readVocabulary(
  texts: Iterable<string>,
  common: Iterable<string>,
  whole: Iterable<string>,
): Vocabulary {
  const plain = new Map<string, Count>();
  for (const word of whole) plain.set(word, { times: 1 });
  let rank = 1;
  // As often as in a text of some thousands of words (Zipf's law).
  for (const word of common) plain.set(word, { times: Math.max(LEAST_COMMON, MOST_COMMON / rank++) });
  for (const text of texts) addWords(text, plain);
  return {
    plain,
    marked: new Map(),
    rests: new Map(),
    clipped: new Map(),
    leading: new Map(),
    trailing: new Map(),
  };
}

const MOST_COMMON = 400;
const LEAST_COMMON = 5;

function addWords(text: string, plain: Map<string, Count>): void {
  let from = -1;
  for (let at = 0; at <= text.length; at++) {
    const code = text.charCodeAt(at);
    if (isLetter(code) || (from >= 0 && isSingle(code) && isLetter(text.charCodeAt(at + 1)))) {
      if (from < 0) from = at;
    } else if (from >= 0) {
      if (!isSingle(code) && !isSingle(text.charCodeAt(from - 1))) count(plain, lowerCase(text.slice(from, at)));
      from = -1;
    }
  }
}

/** Counts a word once more. */
export function count(counts: Map<string, Count>, word: string): void {
  const known = counts.get(word);
  if (known) known.times++;
  else counts.set(word, { times: 1 });
}

export function timesOf(counts: ReadonlyMap<string, Count>, word: string): number {
  return counts.get(word)?.times ?? 0;
}

/** Most words are in lower case already, which is soon seen. */
export function lowerCase(word: string): string {
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if ((code >= 0x41 && code <= 0x5a) || code >= 0x80) return word.toLowerCase();
  }
  return word;
}

function isSingle(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x2018;
}

/** Adds one reading of the mark beside a word. */
export function learn(readings: Map<string, Readings>, word: string, as: keyof Readings): void {
  const known = readings.get(word);
  if (known) known[as]++;
  else readings.set(word, { apostrophe: as === "apostrophe" ? 1 : 0, quote: as === "quote" ? 1 : 0 });
}
