/**
 * Titles that are numbers.
 *
 * Comes in: a title. Goes out: whether it says anything beside its number. It counts nothing.
 */

const FIGURES = "\\d+|[ivxlcdm]+";
const WORDS =
  "(?:twenty|thirty|forty|fifty)?-?(?:one|two|three|four|five|six|seven|eight|nine)|ten|eleven|twelve|\\p{L}+teen|twenty|thirty|forty|fifty";

const BARE = new RegExp(`^[\\[(]?(?:${FIGURES})[.):\\]]?$`, "iu");
const NUMBER = new RegExp(`^(?:\\p{L}+\\s+)?(?:${FIGURES}|${WORDS})[.):]?$`, "iu");

/** A number and nothing else: `IV.`, `12`. */
export function isBareNumber(title: string): boolean {
  return BARE.test(title.trim());
}

/** A number with or without what is numbered, which names nothing: `Chapter 5`, `XII`, `Seven`. */
export function isNumberOnly(title: string): boolean {
  return NUMBER.test(title.trim());
}
