/**
 * Words that have lost letters.
 *
 * Comes in: a word beside a mark, the book's vocabulary and what its language clips. Goes out: whether letters are missing at its
 * beginning, at its end or at both. It says nothing of costs.
 */
import type { Mark } from "./marks.ts";
import type { Elisions } from "./table.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The word without what is contracted with it. */
export function stemOf(word: string, { contracted }: Elisions): string {
  const at = word.lastIndexOf("'");
  return at > 0 && contracted.has(word.slice(at + 1)) ? word.slice(0, at) : word;
}

/** What a word that has lost its beginning is the rest of (`stonished`): one with a head in front, or a form of such a word. */
export function isRest(word: string, { plain, rests }: Vocabulary, elisions: Elisions): boolean {
  const known = rests.get(word);
  if (known !== undefined) return known;
  const { droppedHead, droppedHeads, droppedLongHeads, endings } = elisions;
  const heads = word.length < SHORT_REST ? droppedHeads : [...droppedHeads, ...droppedLongHeads];
  const has = (stem: string): boolean =>
    plain.has(droppedHead + stem) || heads.some((head) => plain.has(head + stem));
  const found =
    has(word) ||
    (word.length > SHORT_REST &&
      endings.some(([ending, instead]) =>
        instead.some((end) => word.endsWith(ending) && has(word.slice(0, -ending.length) + end)),
      ));
  rests.set(word, found);
  return found;
}

/** Shorter rests could be the end of too many words. */
const SHORT_REST = 4;

/** `'mos'`: letters are missing at both ends. */
export function losesBoth(word: string, vocabulary: Vocabulary, elisions: Elisions): boolean {
  const { leading, maybeLeading, droppedTails } = elisions;
  return droppedTails.some(
    (tail) =>
      leading.has(word + tail) ||
      maybeLeading.has(word + tail) ||
      (!vocabulary.plain.has(word) && isRest(word + tail, vocabulary, elisions)),
  );
}

/** An apostrophe at each end. */
export function isBoth({ enclosed, wordAcross }: Mark, word: string, { both }: Elisions): boolean {
  const expected = enclosed ? both.get(word) : undefined;
  return expected?.test(wordAcross) === true;
}

/** True if the word after the mark has lost its beginning, whatever the mark is. */
export function losesHead(
  { kind, left, wordAfter: word }: Mark,
  vocabulary: Vocabulary,
  elisions: Elisions,
): boolean {
  if (kind !== "single" || word === "" || left === "letter" || left === "digit") return false;
  return !vocabulary.plain.has(word) && isRest(stemOf(word, elisions), vocabulary, elisions);
}

/** True if the word before the mark has surely lost its end, whatever the mark is. */
export function losesTail({ kind, wordBefore: word }: Mark, vocabulary: Vocabulary, elisions: Elisions): boolean {
  if (kind !== "single" || word === "") return false;
  return elisions.trailing.has(word) || (!vocabulary.plain.has(word) && isCut(word, vocabulary, elisions));
}

/** With one of the ends that speakers drop it is a word. */
export function isCut(word: string, { plain, clipped }: Vocabulary, { droppedTails }: Elisions): boolean {
  const known = clipped.get(word);
  if (known !== undefined) return known;
  const found = droppedTails.some((tail) => plain.has(word + tail));
  clipped.set(word, found);
  return found;
}

/** The word has an ending that speakers clip: with what they clip it is a word, or without it is none. */
export function isClipped(word: string, { plain }: Vocabulary, { clipped }: Elisions): boolean {
  return clipped.some(
    ([end, tail]) =>
      word.length > end.length && word.endsWith(end) && (plain.has(word + tail) || !plain.has(word)),
  );
}
