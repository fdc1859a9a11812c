/**
 * Numbers as lists and folios show them.
 *
 * Comes in: a number and a counter style (CSS Counter Styles 3, clause 6). Goes out: its text.
 */
import type { ComputedStyle } from "../style/computed-style.ts";

/** A list item's number in its style; `n` may be nought, which letters and Roman figures can't show. */
export function numberItem(n: number, type: ComputedStyle["listStyleType"]): string {
  if (n < 1 || type === "decimal") return String(n);
  const text = type.endsWith("roman") ? toRoman(n) : toLetters(n);
  return type.startsWith("upper") ? text.toUpperCase() : text;
}

/** Lower-case Roman numerals. */
export function toRoman(n: number): string {
  const signs: readonly (readonly [number, string])[] = [
    [1000, "m"],
    [900, "cm"],
    [500, "d"],
    [400, "cd"],
    [100, "c"],
    [90, "xc"],
    [50, "l"],
    [40, "xl"],
    [10, "x"],
    [9, "ix"],
    [5, "v"],
    [4, "iv"],
    [1, "i"],
  ];
  let rest = n;
  let out = "";
  for (const [value, sign] of signs) {
    for (; rest >= value; rest -= value) out += sign;
  }
  return out;
}

function toLetters(n: number): string {
  const letter = String.fromCharCode(97 + ((n - 1) % 26));
  return n > 26 ? toLetters(Math.floor((n - 1) / 26)) + letter : letter;
}
