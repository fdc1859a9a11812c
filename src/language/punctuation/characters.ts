/**
 * What stands beside a mark of punctuation.
 *
 * Comes in: text and an offset. Goes out: the class of the character there, as far as it tells an opening mark from a closing one.
 */
import { OPAQUE } from "./replacement.ts";

/** What a character is to the mark beside it. `edge` is the end of the text. */
export type Side =
  | "edge"
  | "space"
  | "opener"
  | "closer"
  | "dash"
  | "hyphen"
  | "stop"
  | "ellipsis"
  | "letter"
  | "digit"
  | "other";

/** No-break and other narrow spaces: typists of quotations set them between two marks. */
const NARROW = /[\u00a0\u2009\u200a\u202f\u2060\ufeff]/;
const MARK = /["'“”‘’„‚«»‹›]/;
const LETTER = /[\p{L}\p{M}]/u;

const SIDES: Readonly<Record<string, Side>> = {
  " ": "space",
  "\n": "space",
  "\t": "space",
  "\r": "space",
  "(": "opener",
  "[": "opener",
  "{": "opener",
  ")": "closer",
  "]": "closer",
  "}": "closer",
  "—": "dash",
  "–": "dash",
  "―": "dash",
  "⸺": "dash",
  "⸻": "dash",
  ".": "stop",
  ",": "stop",
  ";": "stop",
  ":": "stop",
  "!": "stop",
  "?": "stop",
  "…": "ellipsis",
  $: "digit",
  "£": "digit",
  "€": "digit",
  "°": "digit",
  "%": "digit",
  "&": "letter",
  [OPAQUE]: "letter",
};

export function isLetter(code: number): boolean {
  if (code >= 0x61 && code <= 0x7a) return true;
  if (code < 0xaa) return code >= 0x41 && code <= 0x5a;
  // Surrogates are the halves of letters as a rule.
  return (
    (code >= 0xd800 && code <= 0xdfff) ||
    (code > 0 && !isPunctuation(code) && LETTER.test(String.fromCharCode(code)))
  );
}

/** General punctuation, which texts are full of. */
function isPunctuation(code: number): boolean {
  return code >= 0x2000 && code <= 0x206f;
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** In marks and spaces between them; a longer row is no quotation. */
const LONGEST_ROW = 20;

/** The offset of the first character that is no mark, seen from `at` in direction `step`. A narrow space between marks is passed over. */
export function pastMarks(text: string, at: number, step: 1 | -1): number {
  let found = at;
  for (let passedMarks = 0; passedMarks < LONGEST_ROW; passedMarks++) {
    if (isLetter(text.charCodeAt(found))) return found;
    const character = text.charAt(found);
    const passed = MARK.test(character) || (NARROW.test(character) && MARK.test(text.charAt(found + step)));
    if (!passed) return found;
    found += step;
  }
  return found;
}

/** The class of the character at `at`, seen from the mark that it stands beside. */
export function sideAt(text: string, at: number): Side {
  const code = text.charCodeAt(at);
  if (isLetter(code)) return "letter";
  const character = text.charAt(at);
  if (character === "") return "edge";
  if (isDigit(code)) return "digit";
  if (character === "-") return isDashHyphen(text, at) ? "dash" : "hyphen";
  if (character === "." && isDots(text, at)) return "ellipsis";
  return SIDES[character] ?? (NARROW.test(character) ? "space" : "other");
}

/** A hyphen that stands for a dash: doubled, or beside a space. */
function isDashHyphen(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  return before === "-" || after === "-" || before === " " || after === " ";
}

/** A full stop with another beside it, or with a space and another. */
function isDots(text: string, at: number): boolean {
  if (text.charAt(at - 1) === "." || text.charAt(at + 1) === ".") return true;
  return (
    /^\.[ \u00a0\r]\./.test(text.slice(at, at + 3)) ||
    /^\.[ \u00a0\r]\./.test(text.slice(Math.max(0, at - 2), at + 1))
  );
}
