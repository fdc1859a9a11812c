/**
 * The marks of `open-quote` and `close-quote` where `quotes` is `auto`: those of the language (CLDR, delimiters).
 *
 * Comes in: a BCP 47 tag. Goes out: pairs from the outermost in.
 */

/** Outer and inner marks, opening and closing. */
const MARKS: Readonly<Record<string, string>> = {
  en: "“”‘’",
  "en-GB": "‘’“”",
  cs: "„“‚‘",
  da: "”“’‘",
  de: "„“‚‘",
  "de-CH": "«»‹›",
  es: "«»“”",
  fi: "””’’",
  fr: "«»“”",
  hu: "„”»«",
  is: "„“‚‘",
  it: "«»“”",
  nl: "‘’“”",
  no: "«»‘’",
  nb: "«»‘’",
  nn: "«»‘’",
  pl: "„”«»",
  pt: "“”‘’",
  "pt-PT": "«»“”",
  ro: "„”«»",
  ru: "«»„“",
  sk: "„“‚‘",
  sl: "„“‚‘",
  sv: "””’’",
  uk: "«»„“",
};

export function quotesOf(language: string): readonly (readonly [open: string, close: string])[] {
  const tag = Object.keys(MARKS).find((known) => known.toLowerCase() === language.toLowerCase());
  const [primary = ""] = language.toLowerCase().split("-");
  const [a = "“", b = "”", c = "‘", d = "’"] = MARKS[tag ?? primary] ?? "“”‘’";
  return [
    [a, b],
    [c, d],
  ];
}
