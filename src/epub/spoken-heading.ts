/**
 * Headings as a screen reader should say them.
 *
 * Comes in: a heading's words. Goes out: the same with its Roman number in figures, since "III." is read out as three letters.
 * What is shown does not change.
 */

/** Words before the number of a part of a book, in the languages that Fleuron speaks; lower case. */
const DIVISIONS = new Set(
  (
    "act book canto chapter lesson letter part scene section stave volume " +
    "abschnitt akt aufzug auftritt band brief buch gesang kapitel szene teil " +
    "acte chant chapitre lettre livre partie scène tome acto capítulo carta escena libro parte tomo " +
    "atto capitolo scena ato cena livro bedrijf boek deel hoofdstuk bok del scen " +
    "osa luku fejezet könyv rész część księga rozdział část dějství kapitola kniha " +
    "глава действие книга том часть розділ частина"
  ).split(" "),
);

const ROMAN = "[IVXLC]+";
/** The number alone, in dashes perhaps. */
const ALONE = new RegExp(`^[-–—\\s]*(${ROMAN})[.:]?[-–—\\s]*$`);
/** The number, then the title after a stop, a dash or a line end. An initial is no title: `V. S. Naipaul`. */
const FIRST = new RegExp(
  `^(${ROMAN})(?:[.:)][ \\u00a0]+|\\s*\\n\\s*|[.:]\\s*\\n\\s*|\\s+[–—-]\\s+)(?!\\p{Lu}\\.)(\\S[^]*)$`,
  "u",
);
/** A word for a part of the book, its number, and what comes after. */
const NAMED = new RegExp(`^(\\p{L}+)\\s+(${ROMAN})(?=$|[\\s.:,–—-])([^]*)$`, "u");

/** What to say for a heading; line ends in it are breaks. Undefined if its own words will do. */
export function spokenHeading(words: string): string | undefined {
  const text = words.trim();
  const [, alone] = ALONE.exec(text) ?? [];
  if (alone !== undefined) return romanValue(alone)?.toString();
  const [, first, title = ""] = FIRST.exec(text) ?? [];
  const value = first === undefined ? undefined : romanValue(first);
  if (value !== undefined) return `${value}. ${onOneLine(title)}`;
  const [, word = "", number = "", rest = ""] = NAMED.exec(text) ?? [];
  const named = DIVISIONS.has(word.toLowerCase()) ? romanValue(number) : undefined;
  return named === undefined ? undefined : onOneLine(`${word} ${named}${rest}`);
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

const VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** Up to 199, in the usual spelling; of single letters only I, V and X, since the others are initials or names. */
function romanValue(roman: string): number | undefined {
  if (!/^C?(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(roman) || /^[LC]$/.test(roman)) return undefined;
  const values = [...roman].map((letter) => VALUES[letter] ?? 0);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}
