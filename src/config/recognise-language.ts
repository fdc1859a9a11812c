/**
 * The language that a text is in, told by its smallest words.
 *
 * Comes in: lines of text. Goes out: a BCP 47 tag, or nothing if no language of the table is plain to see. It reads no header
 * and decides nothing: what the author says comes first.
 *
 * Articles, prepositions, pronouns and auxiliary verbs are a third of all words in any prose of these languages, and few of them
 * are common in two.
 */

/** The commonest small words of each language, about as many for each. */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  ca: "de la i que el en a els no les un una per amb es del al com més però havia era ell seva aquest molt quan li sense",
  cs: "se a v na je že to do si s z ale jako tak by jsem byl jeho už za po i co by ho jen když jak pro",
  da: "og det at i en han var ikke hun den jeg som til af på med for sig der de et havde men mig ud hvad fra skulle",
  de: "der die und das nicht ist ich zu den er es sie ein mit sich von auf war dem so wie des auch als eine aber ihm wenn hatte",
  en: "the of and to in a that it was is he his with as for had not but at on be which by from they have were this her she",
  es: "de la que y el en los se no un las por una con su lo del al como le más pero él había era ella sin muy cuando",
  fi: "ja on ei hän oli se että mutta kun niin minä kuin hänen ovat mitä jos sitä nyt vain oli sen ne jo sinä he tai myös",
  fr: "de la le et les des à il que un une ne dans qui en elle pas se ce lui je pour son vous sur est était mais du au",
  hu: "a az és hogy nem is egy volt de csak meg ez azt már mint van ha még el mert ki volna mit vagy én őt",
  it: "di e che il la non un per una si le in del con era al più come da gli lo ma mi suo della aveva lei nel i",
  nb: "og det at i en han var ikke hun den jeg som til av på med for seg der de et hadde men meg ut hva fra skulle",
  nl: "de het een van en dat is niet ik te hij zijn was op met voor maar die zij aan er haar had om ook dan in ze",
  pl: "i w się nie na z że do to jest jak ale co po za tak jego był już ja od czy przez gdy był tym pan ze",
  pt: "de a o e que não do da um se os uma em com no na para por as dos mas ao sua era ele ela como eu",
  sv: "och att det i en som han var hon på inte av jag för med den sig till ett hade de om från men mig ut vad",
};

/** Each word with the languages that have it. */
const LANGUAGES_OF: ReadonlyMap<string, readonly string[]> = tabulate();

function tabulate(): Map<string, string[]> {
  const table = new Map<string, string[]>();
  for (const [language, words] of Object.entries(SMALL_WORDS))
    for (const word of new Set(words.split(" "))) table.set(word, [...(table.get(word) ?? []), language]);
  return table;
}

/** Words that a text must have at the least, the share of them that must be small words, and the lead over the next language. */
const FEWEST = 40;
const LEAST_SHARE = 0.2;
const LEAD = 1.05;

/** Words that are enough to tell by. */
const ENOUGH = 50_000;

export function recogniseLanguage(lines: Iterable<string>): string | undefined {
  const counts = new Map<string, number>();
  let all = 0;
  for (const line of lines) {
    for (const word of line.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []) {
      all++;
      for (const language of LANGUAGES_OF.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
    }
    if (all > ENOUGH) break;
  }
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  if (!first || all < FEWEST || first[1] < LEAST_SHARE * all) return undefined;
  return first[1] >= LEAD * (second?.[1] ?? 0) ? first[0] : undefined;
}
