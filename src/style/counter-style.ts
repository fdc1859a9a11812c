/**
 * Numbers as counters, lists and folios show them.
 *
 * Comes in: a number and a counter style (CSS Counter Styles 3, clauses 6 and 7). Goes out: its text. It counts nothing.
 */

/** The styles of `counter()` and `list-style-type` that have a number to show, or a sign in its place. */
export const COUNTER_STYLES = [
  "decimal",
  "decimal-leading-zero",
  "lower-roman",
  "upper-roman",
  "lower-alpha",
  "upper-alpha",
  "lower-greek",
  "disc",
  "circle",
  "square",
  "none",
] as const;

export type CounterStyle = (typeof COUNTER_STYLES)[number];

/** Other names of the same styles. */
const SYNONYMS: Readonly<Record<string, CounterStyle>> = {
  "lower-latin": "lower-alpha",
  "upper-latin": "upper-alpha",
};

/** The style that a name means; undefined if there is none of that name. */
export function readCounterStyle(name: string): CounterStyle | undefined {
  const word = name.toLowerCase();
  return COUNTER_STYLES.find((known) => known === (SYNONYMS[word] ?? word));
}

/** Roman numerals by themselves end here; beyond, the number is shown as decimal (Counter Styles 3, clause 6.1). */
const GREATEST_ROMAN = 3999;

const SIGNS = { disc: "•", circle: "◦", square: "▪", none: "" } as const;

/** A number that a style can't show is decimal. */
export function formatCounter(n: number, style: CounterStyle): string {
  switch (style) {
    case "decimal":
      return String(n);
    case "decimal-leading-zero":
      return n < 0 ? `-${String(-n).padStart(2, "0")}` : String(n).padStart(2, "0");
    case "lower-roman":
      return toRoman(n);
    case "upper-roman":
      return toRoman(n).toUpperCase();
    case "lower-alpha":
      return toLetters(n, "abcdefghijklmnopqrstuvwxyz");
    case "upper-alpha":
      return toLetters(n, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    case "lower-greek":
      return toLetters(n, "αβγδεζηθικλμνξοπρστυφχψω");
    case "disc":
    case "circle":
    case "square":
    case "none":
      return SIGNS[style];
  }
}

const ROMAN: readonly (readonly [number, string])[] = [
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

/** Lower-case Roman numerals. */
function toRoman(n: number): string {
  if (n < 1 || n > GREATEST_ROMAN) return String(n);
  let rest = n;
  let out = "";
  for (const [value, sign] of ROMAN) {
    for (; rest >= value; rest -= value) out += sign;
  }
  return out;
}

/** a to z, then aa, ab and so on. */
function toLetters(n: number, letters: string): string {
  if (n < 1) return String(n);
  const letter = letters[(n - 1) % letters.length] ?? "";
  const rest = Math.floor((n - 1) / letters.length);
  return rest > 0 ? toLetters(rest, letters) + letter : letter;
}
