/**
 * Characters that old e-readers show as boxes, and dashes that browsers part from their word, said in a way that both understand.
 *
 * Comes in: text of the book. Goes out: the same text in pieces, without word joiners, non-breaking hyphens, thin and hair spaces;
 * what these hold together, and a dash with the word before it, is kept together by a piece that must not be broken. It escapes
 * nothing.
 */

/** A stretch of text. */
export interface TextPiece {
  readonly text: string;
  /** True if no line may end inside it. */
  readonly unbroken: boolean;
  /** True if a line may end after it, though there is no space. */
  readonly breakAfter: boolean;
}

/** Spaces that hold together and are narrower than a word space: figure, punctuation, thin, narrow no-break. */
const NARROW = /[\u2006-\u2009\u202f]/g;

/** A hair space is kept only where letters or figures would run into each other. */
const HAIR_IN_WORD = /(?<=[\p{L}\p{M}\p{N}])\u200a+(?=[\p{L}\p{N}])/gu;

/** Word joiner, zero-width no-break space, non-breaking hyphen. */
const JOINER = "\\u2060\\ufeff\\u2011";

/** What a joiner holds: part of a word, or dashes. Longer words, which a small screen must break, are joined by their end only. */
const ATOM = `(?:[^\\s\\u200b${JOINER}\\u2013\\u2014-]{1,18}|[\\u2013\\u2014-]{1,9})?`;
const JOINED = new RegExp(`${ATOM}(?:[${JOINER}]${ATOM})+`, "gu");
const RARE = /[\u2006-\u200b\u2011\u202f\u2060\ufeff]/;

/** Before an em dash a line may end (UAX #14, class B2), and Chromium's do. */
const BEFORE_DASH = /(?<=[^\s\u200b\u2014\u2060\ufeff])(?=\u2014)/g;
const DASHES = /^\u2014+/;

/** The text as one string: for attributes, titles and menus. */
export function simplifyText(text: string): string {
  return RARE.test(text) ? withoutJoiners(simplifySpaces(text)).replaceAll("\u200b", "") : text;
}

/** The text in pieces; mostly one. */
export function cutText(text: string): TextPiece[] {
  const bound = text.replace(BEFORE_DASH, "\u2060");
  if (!RARE.test(bound)) return [{ text, unbroken: false, breakAfter: false }];
  const parts = simplifySpaces(bound).split("\u200b");
  return parts.flatMap((part, index) => {
    const pieces = cutJoined(part);
    const last = pieces.at(-1);
    if (index === parts.length - 1 || !last) return pieces;
    return [...pieces.slice(0, -1), { ...last, breakAfter: true }];
  });
}

/** How many dashes a text begins with, which belong to what stands before it. */
export function countDashes(text: string): number {
  return DASHES.exec(text)?.[0].length ?? 0;
}

function cutJoined(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  const add = (piece: string, unbroken: boolean): void => {
    if (piece !== "") pieces.push({ text: piece, unbroken, breakAfter: false });
  };
  let end = 0;
  for (const { 0: joined, index } of text.matchAll(JOINED)) {
    add(text.slice(end, index), false);
    add(withoutJoiners(joined), true);
    end = index + joined.length;
  }
  add(text.slice(end), false);
  return pieces.length > 0 ? pieces : [{ text: "", unbroken: false, breakAfter: false }];
}

function simplifySpaces(text: string): string {
  return text.replace(NARROW, "\u00a0").replace(HAIR_IN_WORD, "\u00a0").replaceAll("\u200a", "");
}

function withoutJoiners(text: string): string {
  return text.replace(/[\u2060\ufeff]/g, "").replaceAll("\u2011", "-");
}
