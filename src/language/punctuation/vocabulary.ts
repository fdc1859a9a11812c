/**
 * The words of a book, as far as they tell an apostrophe from a quotation mark.
 *
 * Comes in: the book's text, and later what a first reading took its marks for. Goes out: how often a word stands without any
 * mark, and how often its mark was an apostrophe. So a book teaches its own dialect.
 */
import { isLetter } from "./characters.ts";

/** How often the mark before (or after) a word was read as one and as the other. */
export interface Readings {
  apostrophe: number;
  quote: number;
}

export interface Vocabulary {
  /** How often the word stands free, with no single mark at either end; lower case. */
  readonly plain: ReadonlyMap<string, number>;
  readonly leading: Map<string, Readings>;
  readonly trailing: Map<string, Readings>;
}

/** Reads texts that are in lower case. `common` are words that count as read. */
export function readVocabulary(texts: Iterable<string>, common: Iterable<string>): Vocabulary {
  const plain = new Map([...common].map((word) => [word, 1]));
  for (const text of texts) countWords(text, plain);
  return { plain, leading: new Map(), trailing: new Map() };
}

function countWords(text: string, plain: Map<string, number>): void {
  let from = -1;
  for (let at = 0; at <= text.length; at++) {
    const code = text.charCodeAt(at);
    if (isLetter(code) || (from >= 0 && isSingle(code) && isLetter(text.charCodeAt(at + 1)))) {
      if (from < 0) from = at;
      continue;
    }
    if (from < 0) continue;
    if (!isSingle(code) && !isSingle(text.charCodeAt(from - 1))) {
      const word = text.slice(from, at);
      plain.set(word, (plain.get(word) ?? 0) + 1);
    }
    from = -1;
  }
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
