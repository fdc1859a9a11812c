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

export interface Vocabulary {
  /** Words that stand free somewhere, with no single mark at either end; lower case. */
  readonly plain: ReadonlySet<string>;
  readonly leading: Map<string, Readings>;
  readonly trailing: Map<string, Readings>;
}

/** `common` are words that count as read. */
export function readVocabulary(texts: Iterable<string>, common: Iterable<string>): Vocabulary {
  const plain = new Set(common);
  for (const text of texts) addWords(text, plain);
  return { plain, leading: new Map(), trailing: new Map() };
}

function addWords(text: string, plain: Set<string>): void {
  let from = -1;
  for (let at = 0; at <= text.length; at++) {
    const code = text.charCodeAt(at);
    if (isLetter(code) || (from >= 0 && isSingle(code) && isLetter(text.charCodeAt(at + 1)))) {
      if (from < 0) from = at;
    } else if (from >= 0) {
      if (!isSingle(code) && !isSingle(text.charCodeAt(from - 1))) plain.add(lowerCase(text.slice(from, at)));
      from = -1;
    }
  }
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
