/**
 * What it costs to read a mark as an apostrophe of the word beside it, and what that word says against a quotation mark.
 *
 * Comes in: a mark, and the book's vocabulary. Goes out: costs in the units of `quote-costs.ts`, of one mark and one word at a time.
 */
import { isDigit } from "./characters.ts";
import { isBoth, isClipped, isCut, isRest, losesBoth, stemOf } from "./lost-letters.ts";
import type { Mark } from "./marks.ts";
import type { Elisions, QuoteKind } from "./table.ts";
import { type Readings, timesOf, type Vocabulary } from "./vocabulary.ts";

const NEVER = Number.POSITIVE_INFINITY;

/** What a mark is read by, besides its neighbours. */
export interface Company {
  readonly vocabulary: Vocabulary;
  readonly elisions: Elisions;
  /** The mark that stands outermost as a rule. */
  readonly primary: QuoteKind;
  /** How many words of the passage and its neighbours have surely lost their beginning. */
  readonly dialect: number;
  /** How many have lost their end. */
  readonly clipped: number;
}

/** Nothing but a space stands between the mark and the word before it. */
export function inClause({ before }: Mark): boolean {
  return before === "letter" || before === "digit";
}

export interface WordCosts {
  readonly apostrophe: number;
  /** Added to the cost of a quotation mark. */
  readonly quote: number;
}

export const NO_WORD: WordCosts = { apostrophe: NEVER, quote: 0 };
/** The word has an apostrophe at its other end too. */
const LOST_BOTH: WordCosts = { apostrophe: 0.3, quote: 2 };

/** Under which a reading of the mark before a word is learnt: within a clause it says more than at its beginning. */
export function leadingKey(mark: Mark): string {
  return inClause(mark) ? mark.wordAfter : `${mark.wordAfter}^`;
}

/** A mark that does not stand within a clause begins a word less often. */
const OUTSIDE_CLAUSE = 0.75;
/** Against the one word within a clause that has a capital letter and a mark at either end: a letter or a title. */
const NAME_IN_MARKS = 3;
/** Where speech stands in single marks, the first one of a passage opens it. */
const OPENS_SPEECH = 3;
const AFTER_STOP = 4;

/** The mark as the beginning of the word after it. */
export function leadingCosts(mark: Mark, company: Company): WordCosts {
  const { vocabulary, elisions, primary } = company;
  const { wordAfter: word, left } = mark;
  if (word === "" || left === "letter" || left === "digit") return NO_WORD;
  if (isBoth(mark, word, elisions)) return LOST_BOTH;
  const own = isDigit(word.charCodeAt(0)) ? numberCosts(word) : leadingWord(mark, company);
  const place = left === "stop" || left === "closer" ? AFTER_STOP : left === "ellipsis" ? 1 : 0;
  const opening = left === "edge" && primary === "single" && !mark.inRow && !mark.beginsLine ? OPENS_SPEECH : 0;
  const learnt = learntFrom(vocabulary.leading.get(leadingKey(mark)));
  const outside = inClause(mark) ? (mark.capital && mark.enclosed ? NAME_IN_MARKS : 0) : OUTSIDE_CLAUSE;
  return {
    apostrophe: Math.max(0, own.apostrophe + place + outside + opening - learnt),
    quote: Math.max(0, own.quote + learnt),
  };
}

/** The `'90s`; the class of `'68`. */
function numberCosts(word: string): WordCosts {
  if (/^\d0'?s$/.test(word)) return { apostrophe: 0, quote: 1 };
  return /^\d\d$/.test(word) ? { apostrophe: 1.5, quote: 1 } : { apostrophe: 5, quote: 0 };
}

function leadingWord(mark: Mark, company: Company): WordCosts {
  const { wordAfter: word, enclosed } = mark;
  const { vocabulary, elisions } = company;
  const { plain, marked } = vocabulary;
  const stem = stemOf(word, elisions);
  const has = (list: ReadonlySet<string>) => list.has(word) || list.has(stem);
  if (enclosed && losesBoth(word, vocabulary, elisions)) return LOST_BOTH;
  if (has(elisions.leading)) return { apostrophe: 0.2, quote: 2.5 };
  const free = Math.max(timesOf(plain, word), stem === word ? 0 : timesOf(plain, stem));
  // How much oftener the word follows a mark within a clause than it stands free.
  const often = Math.log((timesOf(marked, word) + 1) / (2 * (free + 1)));
  const known = free > 0 && often < KNOWN;
  if (has(elisions.maybeLeading)) {
    if (!known) return { apostrophe: 0.3, quote: 2 };
    return { apostrophe: 1.1 + 0.7 * Math.max(0, -often - 5), quote: 0.7 };
  }
  const rest = isRest(stem, vocabulary, elisions);
  if (rest && !known) return { apostrophe: 0.5, quote: 1.5 };
  if (free > 0) {
    const cost = restCost(mark, free, stem, rest, company);
    if (cost !== undefined) return { apostrophe: cost, quote: 0 };
  }
  return otherCosts(mark, often, free > 0 ? 0 : (mark.capital ? 0.7 : 0) - company.dialect / 3);
}

/** Above this a word is none that stands free by itself, whatever the book has of it. */
const KNOWN = 0.3;

/** The cost of a word that is one by itself, but may be the rest of another. */
function restCost(
  mark: Mark,
  free: number,
  stem: string,
  rest: boolean,
  { vocabulary, elisions, dialect }: Company,
): number | undefined {
  const whole = timesOf(vocabulary.plain, elisions.droppedHead + stem);
  // The commoner the word is beside the one that it might be (`and`, `hand`), the less it is meant for it.
  if (whole > 0) return Math.max(1.5, 4.5 - dialect) + 0.3 * Math.max(0, Math.log(free / whole) - 0.75);
  if (rest && stem.length > 3 && inClause(mark) && !mark.capital) return Math.max(2.5, 4 - dialect / 2);
  return undefined;
}

/** A word that nothing is known of but how often it stands free and how often after a mark. `strange` is added if it never stands free. */
function otherCosts(mark: Mark, often: number, strange: number): WordCosts {
  const common = mark.capital && inClause(mark) ? COMMON_NAME : COMMON_WORD;
  const cost = 3.1 - 0.75 * often + strange;
  const eased = cost < common ? cost : Math.min(MOST_COMMON, common + 0.4 * (cost - common));
  return { apostrophe: Math.max(0.3, eased), quote: Math.max(0, Math.min(2.5, often)) };
}

const COMMON_WORD = 5;
const COMMON_NAME = 6;
const MOST_COMMON = 6.5;

/** Under which all words are learnt together that lose the same end, as `goin'` does. */
export const CLIPPED = "-";

/** The mark as the end of the word before it. */
export function trailingCosts(mark: Mark, company: Company): WordCosts {
  const { vocabulary, elisions } = company;
  const { wordBefore: word } = mark;
  if (word === "") return NO_WORD;
  const learnt = Math.max(
    learntFrom(vocabulary.trailing.get(word)),
    isClipped(word, vocabulary, elisions)
      ? learntFrom(vocabulary.trailing.get(CLIPPED))
      : Number.NEGATIVE_INFINITY,
  );
  if (isBoth(mark, word, elisions)) return LOST_BOTH;
  const own = trailingWord(mark, company);
  if (!elisions.possessive.test(word) || !vocabulary.plain.has(word))
    return { apostrophe: Math.max(0, own.apostrophe - learnt), quote: Math.max(0, own.quote + learnt) };
  // A possessive in one place says little against the end of a quotation in another, and nothing before a bracket.
  const here = mark.right === "closer" ? Math.min(learnt, 0) : learnt;
  return {
    apostrophe: Math.max(0, own.apostrophe - here),
    quote: Math.max(0, own.quote + Math.min(learnt, 1)),
  };
}

function trailingWord(
  { wordBefore: word, right, enclosed }: Mark,
  { vocabulary, elisions, dialect, clipped }: Company,
): WordCosts {
  const { plain } = vocabulary;
  if (/^\d+$/.test(word)) return { apostrophe: right === "digit" ? 3 : 5, quote: 0 };
  const both =
    enclosed && !elisions.leading.has(word) && !elisions.maybeLeading.has(word)
      ? Math.max(0.5, 2 - (dialect + clipped) / 8)
      : 0;
  if (elisions.trailing.has(word)) return { apostrophe: 0.2 + both / 2, quote: 1.5 - both / 2 };
  const known = plain.has(word);
  const restored = isCut(word, vocabulary, elisions);
  if (isClipped(word, vocabulary, elisions)) return { apostrophe: 0.3, quote: 1 };
  if (!known) return restored ? { apostrophe: 0.5 + both, quote: 1 } : { apostrophe: 1.5 + both, quote: 0.5 };
  if (elisions.possessive.test(word)) return { apostrophe: right === "space" ? 2 : 3, quote: 0 };
  return { apostrophe: restored ? 4 : 5.5, quote: 0 };
}

const MOST_LEARNT = 5;

/** How far other places speak for an apostrophe here; negative for a quotation mark. */
function learntFrom(readings: Readings | undefined): number {
  if (!readings) return 0;
  const odds = Math.log((readings.apostrophe + 0.5) / (readings.quote + 0.5));
  return Math.max(-MOST_LEARNT / 2, Math.min(MOST_LEARNT, odds));
}
