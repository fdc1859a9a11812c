/**
 * How a language is punctuated: everything that the stage knows of one language.
 *
 * Comes in: nothing. Goes out: the type of the tables. A language is added as a table, never as code.
 */

/** Quotation marks of one kind at one depth, with the spaces that belong to them. */
export interface QuotePair {
  readonly open: string;
  readonly close: string;
}

/** What is typed: `'` or `"`. */
export type QuoteKind = "single" | "double";

/** Words that lose letters at one end; lower case, apostrophe left out (`'tis` is `tis`). */
export interface Elisions {
  /** Words that begin with an apostrophe wherever they are found after one. */
  readonly leading: ReadonlySet<string>;
  /** Words that may begin with one, but are words without it as well (`round`). */
  readonly maybeLeading: ReadonlySet<string>;
  /** Words that end with an apostrophe (`th'`). */
  readonly trailing: ReadonlySet<string>;
  /** Words that have one at both ends (`rock 'n' roll`), and what the word before them is like. */
  readonly both: ReadonlyMap<string, RegExp>;
  /** What speakers drop at the beginning of every word that has it (`'ouse`). */
  readonly droppedHead: string;
  /** Beginnings that words lose now and then (`'bout`); the second ones leave no short word. */
  readonly droppedHeads: readonly string[];
  readonly droppedLongHeads: readonly string[];
  /** What may stand at the end of a word that has lost its beginning, and the ends that it may stand for (`'stonished`, `astonish`). */
  readonly endings: readonly (readonly [ending: string, instead: readonly string[]])[];
  /** Words that lose letters now and then, should the text lack them in full; lower case. */
  readonly whole: ReadonlySet<string>;
  /** Ends that words lose now and then (`ol'`). */
  readonly droppedTails: readonly string[];
  /** Endings that speakers clip, and what they clip (`goin'`). */
  readonly clipped: readonly (readonly [end: string, tail: string])[];
  /** What is joined to a word by an apostrophe (`he's`). */
  readonly contracted: ReadonlySet<string>;
  /** Words to which an apostrophe may be added (`the boys' game`). */
  readonly possessive: RegExp;
}

/** A dash and the space on either side of it. */
export interface DashStyle {
  readonly dash: string;
  readonly spaced: boolean;
}

export interface PunctuationTable {
  /** Words that a short text may lack though every reader knows them, the commonest first; lower case. */
  readonly commonWords: ReadonlySet<string>;
  /** By depth of quotation, outermost first; the last holds for all deeper ones. */
  readonly quotes: Readonly<Record<QuoteKind, readonly QuotePair[]>>;
  readonly apostrophe: string;
  readonly primes: Readonly<Record<QuoteKind, string>>;
  readonly elisions: Elisions;
  /** The dash between two parts of a sentence, where the manuscript has no habit of its own. */
  readonly dash: DashStyle;
  /** What three dots become. */
  readonly ellipsis: string;
  /** Abbreviations that stay on one line with the name or the number after them; with their full stop. */
  readonly titles: ReadonlySet<string>;
  readonly numbered: ReadonlySet<string>;
  /** Units that stay on one line with the number before them. */
  readonly units: ReadonlySet<string>;
}
