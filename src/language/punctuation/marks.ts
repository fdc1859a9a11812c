/**
 * The marks of a passage that have to be told apart.
 *
 * Comes in: a passage's text. Goes out: its quotation marks and apostrophes in order, each with what stands beside it. It decides
 * only what needs no deciding: an apostrophe between two letters.
 */
import { isDigit, isLetter, pastMarks, type Side, sideAt } from "./characters.ts";
import type { PunctuationTable, QuoteKind } from "./table.ts";
import { lowerCase } from "./vocabulary.ts";

export interface Mark {
  /** Offset in the passage's text. */
  readonly at: number;
  readonly kind: QuoteKind;
  /** What the author has already said by typing a curly mark; a closing one may be an apostrophe. */
  readonly typed: "straight" | "open" | "close";
  readonly left: Side;
  readonly right: Side;
  /** What stands before the space on the left; `edge` at the beginning of a line. */
  readonly before: Side;
  /** Another mark stands directly before it. */
  readonly inRow: boolean;
  /** The first mark of its row, on a line that is not the passage's first. */
  readonly beginsLine: boolean;
  /** The last word before an enclosed one, a space between them; lower case, empty if there is none. */
  readonly wordAcross: string;
  /** It ends a measure: feet and inches, or minutes and seconds. */
  readonly endsMeasure: boolean;
  /** What follows on the right, in lower case, if it begins with a letter or a figure and is no initial; else empty. */
  readonly wordAfter: string;
  /** That word begins with a capital letter. */
  readonly capital: boolean;
  /** What stands directly on the left, likewise. */
  readonly wordBefore: string;
  /** The word beside the mark has a single mark at its other end too. */
  readonly enclosed: boolean;
}

/** Each mark of the language: its kind, and what it says. */
export type Glyphs = ReadonlyMap<string, Pick<Mark, "kind" | "typed">>;

/** The straight marks and the language's own. */
export function glyphsOf(table: PunctuationTable): Glyphs {
  const glyphs = new Map<string, Pick<Mark, "kind" | "typed">>();
  glyphs.set(table.apostrophe, { kind: "single", typed: "close" });
  for (const kind of ["double", "single"] as const) {
    for (const { open, close } of table.quotes[kind]) {
      glyphs.set(open.trim(), { kind, typed: "open" });
      glyphs.set(close.trim(), { kind, typed: "close" });
    }
  }
  return glyphs.set("'", { kind: "single", typed: "straight" }).set('"', { kind: "double", typed: "straight" });
}

/** The marks of a text, in order. */
export interface TextMarks {
  readonly marks: readonly Mark[];
  /** Offsets of straight apostrophes between letters, which are nothing else. */
  readonly inWords: readonly number[];
}

export function readMarks(text: string, glyphs: Glyphs, pattern: RegExp): TextMarks {
  const marks: Mark[] = [];
  const inWords: number[] = [];
  for (const { index: at, 0: character } of text.matchAll(pattern)) {
    const glyph = glyphs.get(character);
    if (!glyph) continue;
    if (isInWord(text, at, glyph)) {
      if (glyph.typed === "straight") inWords.push(at);
      continue;
    }
    const single = glyph.kind === "single";
    const before = pastMarks(text, at - 1, -1);
    const after = pastMarks(text, at + 1, 1);
    const left = sideAt(text, before);
    const atLineStart = before < 0 || text.charAt(before) === "\n";
    const wordAfter = single && after === at + 1 && !isInitial(text, after) ? wordFrom(text, after) : "";
    const wordBefore = single && before === at - 1 ? wordTo(text, before) : "";
    const otherEnd =
      wordBefore === "" ? (wordAfter === "" ? -1 : after + wordAfter.length) : at - 1 - wordBefore.length;
    const enclosed = otherEnd >= 0 && glyphs.get(text.charAt(otherEnd))?.kind === "single";
    marks.push({
      at,
      ...glyph,
      left: atLineStart ? "edge" : left,
      right: sideAt(text, after),
      before: left === "space" && !atLineStart ? sideAt(text, skipSpaces(text, before)) : "edge",
      inRow: before !== at - 1,
      wordAcross: enclosed ? acrossSpace(text, wordBefore === "" ? before : otherEnd - 1) : "",
      endsMeasure: left === "digit" && isMeasure(text, at),
      beginsLine: before >= 0 && atLineStart,
      wordAfter,
      capital: wordAfter !== "" && text.charCodeAt(after) !== wordAfter.charCodeAt(0),
      wordBefore,
      enclosed,
    });
  }
  return { marks, inWords };
}

/** An initial has lost nothing. */
function isInitial(text: string, at: number): boolean {
  const letter = text.charAt(at);
  return text.charAt(at + 1) === "." && letter !== letter.toLowerCase();
}

function isInWord(text: string, at: number, glyph: Pick<Mark, "kind" | "typed">): boolean {
  if (glyph.kind !== "single" || glyph.typed === "open") return false;
  const before = text.charCodeAt(at - 1);
  if ((isLetter(before) || isDigit(before)) && isLetter(text.charCodeAt(at + 1))) return true;
  // Mr. W.'s
  if (text.charAt(at - 1) !== "." || text.charAt(at + 1) !== "s") return false;
  return isLetter(text.charCodeAt(at - 2)) && !isLetter(text.charCodeAt(at + 2));
}

const BEFORE_MEASURE = /(?:°[ \u00a0]?|\d['’′][ \u00a0]?)\d+(?:\.\d+)?$/;
const FEET = /^['][ \u00a0]?\d+(?:\.\d+)?["″”]/;

function isMeasure(text: string, at: number): boolean {
  return BEFORE_MEASURE.test(text.slice(Math.max(0, at - 12), at)) || FEET.test(text.slice(at, at + 8));
}

function acrossSpace(text: string, at: number): string {
  return sideAt(text, at) === "space" ? wordTo(text, skipSpaces(text, at)) : "";
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (at >= 0 && from - at < LONGEST_WORD && sideAt(text, at) === "space") at--;
  return pastMarks(text, at, -1);
}

const isWord = (text: string, at: number): boolean =>
  isLetter(text.charCodeAt(at)) || isDigit(text.charCodeAt(at));
const isApostrophe = (text: string, at: number): boolean => text.charAt(at) === "'" || text.charAt(at) === "’";

/** In letters; more are no word that a dialect has. */
const LONGEST_WORD = 40;

/** As words are compared. */
function fold(word: string): string {
  return lowerCase(word).replaceAll("’", "'");
}

/** The word that begins at `from`, apostrophes inside it included. */
export function wordFrom(text: string, from: number): string {
  let to = from;
  while (
    to - from < LONGEST_WORD &&
    (isWord(text, to) || (to > from && isApostrophe(text, to) && isWord(text, to + 1)))
  )
    to++;
  return fold(text.slice(from, to));
}

/** The word that ends with the character at `last`. */
function wordTo(text: string, last: number): string {
  let from = last;
  while (
    last - from < LONGEST_WORD &&
    (isWord(text, from) || (from < last && isApostrophe(text, from) && isWord(text, from - 1)))
  )
    from--;
  return fold(text.slice(from + 1, last + 1));
}
