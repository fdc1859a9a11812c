/**
 * What it costs to read a mark as opening, closing, apostrophe or prime.
 *
 * Comes in: a mark with its neighbours and the book's vocabulary. Goes out: costs, in units of about one natural logarithm of odds:
 * 0 is what one expects, 7 what one believes only if everything else is worse. It sees one mark at a time; `solve-quotes.ts` weighs
 * them against each other.
 */
import type { Side } from "./characters.ts";
import type { Mark } from "./marks.ts";
import type { Elisions, QuoteKind } from "./table.ts";
import type { Readings, Vocabulary } from "./vocabulary.ts";

/**
 * `open` and `close` hold speech, `openTerm` and `closeTerm` a few words in single marks, such as a name or a word spoken of;
 * `reopen` begins a further line of what is already open.
 */
export const ROLES = ["open", "close", "openTerm", "closeTerm", "apostrophe", "prime", "reopen"] as const;
export type Role = (typeof ROLES)[number];

/** A cost for each of {@link ROLES}. */
export type RoleCosts = Readonly<Record<Role, number>>;

const NEVER = Number.POSITIVE_INFINITY;

type SideCosts = Readonly<Record<Side, number>>;

const OPEN_LEFT: SideCosts = {
  edge: 0,
  space: 0,
  opener: 0,
  dash: 0.7,
  hyphen: 5,
  letter: 7,
  digit: 7,
  stop: 4.5,
  ellipsis: 2.5,
  closer: 6,
  other: 1,
};
const OPEN_RIGHT: SideCosts = {
  letter: 0,
  digit: 0.5,
  ellipsis: 0.7,
  dash: 1.5,
  opener: 1,
  other: 0.7,
  hyphen: 2,
  stop: 4,
  space: 6,
  closer: 7,
  edge: 14,
};
const CLOSE_LEFT: SideCosts = {
  stop: 0,
  ellipsis: 0.2,
  closer: 0.5,
  dash: 0.7,
  letter: 1.5,
  digit: 1.5,
  other: 1,
  hyphen: 2,
  space: 6,
  opener: 7,
  edge: 8,
};
const CLOSE_RIGHT: SideCosts = {
  edge: 0,
  space: 0,
  stop: 0.5,
  ellipsis: 0.7,
  closer: 0.2,
  dash: 0.5,
  hyphen: 3,
  other: 1,
  opener: 5,
  letter: 5,
  digit: 5,
};

/** A mark that the author has made curly and that says what it is not. */
const AGAINST_THE_TYPED = 4;
/** A mark at the beginning of a line, where its quotation is open already. */
const REOPEN = 1;
/** Single marks: speech that opens within a clause, that ends without a stop; a term that does not stand within a clause, that ends with a stop. */
const SPEECH_IN_CLAUSE = 2.5;
const SPEECH_WITHOUT_STOP = 4;
/** The stop stands outside, as it does with many British printers. */
const SPEECH_BEFORE_STOP = 1.5;
const TERM_OUTSIDE_CLAUSE = 1.5;
const TERM_WITH_STOP = 0.7;

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

export function costsOf(mark: Mark, company: Company): RoleCosts {
  const { kind, typed, beginsLine, left } = mark;
  const single = kind === "single";
  const leading = single ? leadingCosts(mark, company) : NO_WORD;
  const trailing = single ? trailingCosts(mark, company) : NO_WORD;
  const opening =
    typed === "close" ? NEVER : typed === "open" ? 0 : OPEN_LEFT[left] + OPEN_RIGHT[mark.right] + leading.quote;
  const closing = typed === "open" ? NEVER : CLOSE_LEFT[left] + CLOSE_RIGHT[mark.right] + trailing.quote;
  const afterWord = left === "letter" || left === "digit";
  const inert = single ? Math.min(leading.apostrophe, trailing.apostrophe, LONE_APOSTROPHE) : NEVER;
  return {
    open: opening + (single && inClause(mark) ? SPEECH_IN_CLAUSE : 0),
    close:
      closing + (single && afterWord ? (mark.right === "stop" ? SPEECH_BEFORE_STOP : SPEECH_WITHOUT_STOP) : 0),
    openTerm: single ? opening + (inClause(mark) ? termInDialect(company) : TERM_OUTSIDE_CLAUSE) : NEVER,
    closeTerm: single ? closing + (afterWord ? -CLOSE_LEFT.letter : TERM_WITH_STOP) : NEVER,
    apostrophe: typed === "straight" || (typed === "close" && single) ? inert : AGAINST_THE_TYPED,
    prime: typed === "straight" ? primeCost(mark) : NEVER,
    reopen: beginsLine ? opening + REOPEN : NEVER,
  };
}

/** Where words lose their ends all about, a mark within a clause is one more of them rather than a term's. */
function termInDialect({ dialect, clipped }: Company): number {
  return Math.min(MOST_DIALECT, (dialect + clipped) / 4);
}

const MOST_DIALECT = 2;

/** Nothing but a space stands between the mark and the word before it. */
function inClause({ before }: Mark): boolean {
  return before === "letter" || before === "digit";
}

/** An apostrophe with no letter on either side. */
const LONE_APOSTROPHE = 9;

interface WordCosts {
  readonly apostrophe: number;
  /** Added to the cost of a quotation mark. */
  readonly quote: number;
}

const NO_WORD: WordCosts = { apostrophe: NEVER, quote: 0 };

/** The word without what is contracted with it. */
function stemOf(word: string, { contracted }: Elisions): string {
  const at = word.lastIndexOf("'");
  return at > 0 && contracted.has(word.slice(at + 1)) ? word.slice(0, at) : word;
}

/** Under which a reading of the mark before a word is learnt: within a clause it says more than at its beginning. */
export function leadingKey(mark: Mark): string {
  return inClause(mark) ? mark.wordAfter : `${mark.wordAfter}^`;
}

/** The mark as the beginning of the word after it. */
function leadingCosts(mark: Mark, company: Company): WordCosts {
  const { vocabulary, elisions, primary } = company;
  const { wordAfter: word, left } = mark;
  if (word === "" || left === "letter" || left === "digit") return NO_WORD;
  if (isBoth(mark, word, elisions)) return { apostrophe: 0.3, quote: 2 };
  const own = leadingWord(mark, company);
  const place = left === "stop" || left === "closer" ? 4 : left === "ellipsis" ? 1 : 0;
  const opening = left === "edge" && primary === "single" && !mark.inRow && !mark.beginsLine ? 3 : 0;
  const learnt = learntFrom(vocabulary.leading.get(leadingKey(mark)));
  return {
    apostrophe: Math.max(0, own.apostrophe + place + (inClause(mark) ? 0 : 1) + opening - learnt),
    quote: Math.max(0, own.quote + learnt),
  };
}

function leadingWord({ wordAfter: word, enclosed }: Mark, { vocabulary, elisions, dialect }: Company): WordCosts {
  const stem = stemOf(word, elisions);
  if (/^\d0'?s$|^\d\d$/.test(word)) return { apostrophe: /s$/.test(word) ? 0 : 1.5, quote: 1 };
  if (/^\d/.test(word)) return { apostrophe: 5, quote: 0 };
  const has = (list: ReadonlySet<string>) => list.has(word) || list.has(stem);
  if (enclosed && losesBoth(word, elisions)) return { apostrophe: 0.3, quote: 2 };
  if (has(elisions.leading)) return { apostrophe: 0.2, quote: 2.5 };
  const { plain } = vocabulary;
  const known = plain.has(word) || plain.has(stem);
  const restored = [elisions.droppedHead, ...elisions.droppedHeads].some((head) => plain.has(head + stem));
  if (has(elisions.maybeLeading)) return known ? { apostrophe: 1.5, quote: 0.7 } : { apostrophe: 0.3, quote: 2 };
  if (!known)
    return restored ? { apostrophe: 1, quote: 1 } : { apostrophe: Math.max(1, 2.5 - dialect / 3), quote: 0 };
  if (plain.has(elisions.droppedHead + stem)) return { apostrophe: Math.max(1.5, 4 - dialect), quote: 0 };
  if (restored && stem.length > 3) return { apostrophe: Math.max(2.5, 4 - dialect / 2), quote: 0 };
  return { apostrophe: 5, quote: 0 };
}

/** `'mos'`: the list of what loses its beginning has the word with the end that is missing too. */
function losesBoth(word: string, { leading, maybeLeading, droppedTails }: Elisions): boolean {
  return droppedTails.some((tail) => leading.has(word + tail) || maybeLeading.has(word + tail));
}

/** An apostrophe at each end. */
function isBoth({ enclosed, wordAcross }: Mark, word: string, { both }: Elisions): boolean {
  const expected = enclosed ? both.get(word) : undefined;
  return expected?.test(wordAcross) === true;
}

/** True if the word after the mark has lost its beginning, whatever the mark is. */
export function losesHead(
  { kind, left, wordAfter: word }: Mark,
  { plain }: Vocabulary,
  elisions: Elisions,
): boolean {
  if (kind !== "single" || word === "" || left === "letter" || left === "digit") return false;
  const stem = stemOf(word, elisions);
  return (
    !plain.has(word) && [elisions.droppedHead, ...elisions.droppedHeads].some((head) => plain.has(head + stem))
  );
}

/** True if the word before the mark has surely lost its end, whatever the mark is. */
export function losesTail({ kind, wordBefore: word }: Mark, { plain }: Vocabulary, elisions: Elisions): boolean {
  if (kind !== "single" || word === "") return false;
  if (elisions.trailing.has(word)) return true;
  return !plain.has(word) && elisions.droppedTails.some((tail) => plain.has(word + tail));
}

/** Under which all words are learnt together that lose the same end, as `goin'` does. */
export const CLIPPED = "-";

/** The word has an ending that speakers clip: with what they clip it is a word, or without it is none. */
export function isClipped(word: string, { plain }: Vocabulary, { clipped }: Elisions): boolean {
  return clipped.some(([end, tail]) => word.endsWith(end) && (plain.has(word + tail) || !plain.has(word)));
}

/** The mark as the end of the word before it. */
function trailingCosts(mark: Mark, { vocabulary, elisions }: Company): WordCosts {
  const { wordBefore: word } = mark;
  if (word === "") return NO_WORD;
  const learnt = Math.max(
    learntFrom(vocabulary.trailing.get(word)),
    isClipped(word, vocabulary, elisions)
      ? learntFrom(vocabulary.trailing.get(CLIPPED))
      : Number.NEGATIVE_INFINITY,
  );
  if (isBoth(mark, word, elisions)) return { apostrophe: 0.3, quote: 2 };
  const own = trailingWord(mark, vocabulary, elisions);
  // A possessive in one place says little against the end of a quotation in another.
  const against = elisions.possessive.test(word) && vocabulary.plain.has(word) ? Math.min(learnt, 1) : learnt;
  return { apostrophe: Math.max(0, own.apostrophe - learnt), quote: Math.max(0, own.quote + against) };
}

function trailingWord(
  { wordBefore: word, right, enclosed }: Mark,
  vocabulary: Vocabulary,
  elisions: Elisions,
): WordCosts {
  const { plain } = vocabulary;
  if (/^\d+$/.test(word)) return { apostrophe: right === "digit" ? 3 : 5, quote: 0 };
  if (elisions.trailing.has(word)) return { apostrophe: 0.2, quote: 1.5 };
  const known = plain.has(word);
  const restored = elisions.droppedTails.some((tail) => plain.has(word + tail));
  if (isClipped(word, vocabulary, elisions)) return { apostrophe: 0.3, quote: 1 };
  const both = enclosed && !elisions.leading.has(word) && !elisions.maybeLeading.has(word) ? 2 : 0;
  if (!known) return restored ? { apostrophe: 0.5 + both, quote: 1 } : { apostrophe: 1.5 + both, quote: 0.5 };
  if (elisions.possessive.test(word)) return { apostrophe: right === "space" ? 2 : 3, quote: 0 };
  return { apostrophe: restored ? 4 : 5.5, quote: 0 };
}

const MOST_LEARNT = 4;

/** How far other places speak for an apostrophe here; negative for a quotation mark. */
function learntFrom(readings: Readings | undefined): number {
  if (!readings) return 0;
  const odds = Math.log((readings.apostrophe + 0.5) / (readings.quote + 0.5));
  return Math.max(-MOST_LEARNT / 2, Math.min(MOST_LEARNT, odds));
}

/** A mark of feet or inches, minutes or seconds. */
function primeCost({ left, right, endsMeasure, kind }: Mark): number {
  if (left !== "digit" || right === "letter") return NEVER;
  if (endsMeasure) return 0.2;
  return kind === "double" ? 3 : 3.5;
}

/** What an opening mark costs for standing where it stands among the open ones. */
export function nestingCost(
  opened: QuoteKind | "term",
  outside: readonly QuoteKind[],
  primary: QuoteKind,
): number {
  const kind = opened === "term" ? "single" : opened;
  const around = outside.at(-1);
  if (around === kind) return 5;
  if (around !== undefined) return opened === "term" ? 0.5 : 1;
  if (opened === "term") return primary === "single" ? 1 : 2;
  return opened === primary ? 0 : kind === "single" ? 2.5 : 1.5;
}
