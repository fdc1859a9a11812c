/**
 * The characters of running text that are no part of a word.
 *
 * Comes in: nothing. Goes out: tables of what each of them stands for. What items they become is the affair of `compose.ts`.
 */

/** Spaces that keep their width and end a line as any other space does, em (Unicode 15, table 6-2). */
export const FIXED_SPACES: Readonly<Record<string, number>> = {
  "\u1680": 0.5,
  "\u2000": 0.5,
  "\u2001": 1,
  "\u2002": 0.5,
  "\u2003": 1,
  "\u2004": 1 / 3,
  "\u2005": 1 / 4,
  "\u2006": 1 / 6,
  "\u2008": 0.2,
  "\u205f": 4 / 18,
  "\u3000": 1,
};

/** What a character that is no part of a word stands for; words are looked up too, for a table is faster than tests. */
export type Sign =
  | "space"
  | "unbroken space"
  | "narrow space"
  | "fixed space"
  | "break"
  | "soft hyphen"
  | "nothing";

export const SIGNS: ReadonlyMap<string, Sign> = new Map([
  ...signs(" \t\r\n\f\v\u0085\u2028\u2029", "space"),
  ...signs("\u00a0\u2007", "unbroken space"),
  ...signs("\u202f\u2009\u200a", "narrow space"),
  ...signs(Object.keys(FIXED_SPACES).join(""), "fixed space"),
  ...signs("\u200b", "break"),
  ...signs("\u00ad", "soft hyphen"),
  ...signs("\u2060\ufeff", "nothing"),
]);

function signs(characters: string, sign: Sign): [string, Sign][] {
  return [...characters].map((character) => [character, sign]);
}
