/**
 * What it costs to read a mark as opening, closing, apostrophe or prime.
 *
 * Comes in: a mark with its neighbours and the book's vocabulary. Goes out: costs, in units of about one natural logarithm of odds:
 * 0 is what one expects, 7 what one believes only if everything else is worse. It sees one mark at a time; `solve-quotes.ts` weighs
 * them against each other.
 */
import type { Side } from "./characters.ts";
import type { Mark } from "./marks.ts";
import type { QuoteKind } from "./table.ts";
import { type Company, inClause, leadingCosts, NO_WORD, trailingCosts } from "./word-costs.ts";

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
/** It is broken off, or told in between. */
const SPEECH_BEFORE_DASH = 0.5;
/** The stop stands outside, as it does with many British printers. */
const SPEECH_BEFORE_STOP = 1.5;
const TERM_OUTSIDE_CLAUSE = 1.5;
const TERM_WITH_STOP = 0.7;

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
      closing +
      (single && afterWord
        ? mark.right === "stop"
          ? SPEECH_BEFORE_STOP
          : mark.right === "dash"
            ? SPEECH_BEFORE_DASH
            : SPEECH_WITHOUT_STOP
        : 0),
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

const MOST_DIALECT = 4;

/** An apostrophe with no letter on either side. */
const LONE_APOSTROPHE = 9;

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
  if (around === kind) return 6.25;
  if (around !== undefined) return opened === "term" ? 0.5 : 1;
  if (opened === "term") return primary === "single" ? 1 : 2;
  return opened === primary ? 0 : kind === "single" ? 2.5 : 1.5;
}
