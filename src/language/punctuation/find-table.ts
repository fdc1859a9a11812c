/**
 * The languages whose punctuation Fleuron sets right.
 *
 * Comes in: a BCP 47 tag. Goes out: that language's table; none for a language that has none yet, whose text stays as it is.
 */
import { englishTable } from "./english.ts";
import type { PunctuationTable } from "./table.ts";

/** By language, then by region. */
const TABLES: Readonly<Record<string, (region: string | undefined) => PunctuationTable>> = {
  en: englishTable,
};

export function findTable(tag: string): PunctuationTable | undefined {
  const { language, region } = new Intl.Locale(tag);
  return TABLES[language]?.(region);
}
