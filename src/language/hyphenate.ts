/**
 * Where words may be hyphenated.
 *
 * Comes in: a language and words. Goes out: offsets at which a hyphen may be put. The patterns are TeX's, from the
 * `hyphen` package, loaded for one language only; the least letters before and after a hyphen are applied here,
 * because the package has none.
 */

/** Offsets (UTF-16 code units, ascending) inside `word` at which it may be broken with a hyphen. */
export type Hyphenator = (word: string) => readonly number[];

interface Minima {
  readonly before: number;
  readonly after: number;
}

/** TeX's `\lefthyphenmin` and `\righthyphenmin` per language, as hyph-utf8 lists them; 2/2 where it is silent. */
const MINIMA: Readonly<Record<string, Minima>> = {
  en: { before: 2, after: 3 },
  fr: { before: 2, after: 3 },
  es: { before: 2, after: 2 },
  pt: { before: 2, after: 3 },
  nl: { before: 2, after: 2 },
  cs: { before: 2, after: 3 },
  sk: { before: 2, after: 3 },
};

/** The package's folder for a language that it does not name by its bare subtag. */
const FOLDERS: Readonly<Record<string, string>> = {
  en: "en-us",
  de: "de-1996",
  el: "el-monoton",
  no: "nb",
};

const SHORTEST_WORD = 5;
const NONE: readonly number[] = [];
const SOFT_HYPHEN = "\u00ad";

/** Loads the patterns for a BCP 47 language; a language without patterns is never hyphenated. */
export async function loadHyphenator(language: string): Promise<Hyphenator> {
  const tag = language.toLowerCase();
  const primary = tag.split("-")[0] ?? tag;
  const hyphenate = await importPatterns([tag, FOLDERS[primary] ?? primary, primary]);
  if (!hyphenate) return () => NONE;
  const minima = MINIMA[primary] ?? { before: 2, after: 2 };
  const known = new Map<string, readonly number[]>();
  return (word) => {
    let breaks = known.get(word);
    if (!breaks) {
      breaks = findBreaks(word, hyphenate, minima);
      known.set(word, breaks);
    }
    return breaks;
  };
}

type Hyphenate = (text: string, options: { hyphenChar: string; minWordLength: number }) => string;

async function importPatterns(names: readonly string[]): Promise<Hyphenate | undefined> {
  for (const name of names) {
    if (!/^[a-z0-9-]+$/.test(name)) continue;
    try {
      const module: { default: { hyphenateSync: Hyphenate } } = await import(`hyphen/${name}/index.js`);
      return module.default.hyphenateSync;
    } catch {
      // no such patterns: the next name is tried
    }
  }
  return undefined;
}

/**
 * The breaks of every run of letters in `word`, which may carry punctuation at either end. What follows an apostrophe counts
 * among the letters after a hyphen, as in TeX: `moth-er’s`.
 */
function findBreaks(word: string, hyphenate: Hyphenate, minima: Minima): readonly number[] {
  const breaks: number[] = [];
  for (const run of word.matchAll(/([\p{L}\p{M}]+)((?:[’'][\p{L}\p{M}]+)*)/gu)) {
    const [whole, letters = ""] = run;
    if (letters.length < SHORTEST_WORD) continue;
    let at = 0;
    for (const syllable of hyphenate(letters, { hyphenChar: SOFT_HYPHEN, minWordLength: SHORTEST_WORD }).split(
      SOFT_HYPHEN,
    )) {
      at += syllable.length;
      if (at < letters.length && at >= minima.before && whole.length - at >= minima.after)
        breaks.push(run.index + at);
    }
  }
  return breaks.length > 0 ? breaks : NONE;
}
