/**
 * What single lines of prose look like: ends of sentences, scene breaks, letter-spaced titles.
 *
 * Comes in: the text of one line. Goes out: yes, no, or the line set right. It knows nothing of the lines beside it.
 */
import { foldLatin } from "../core/fold-latin.ts";

/** A sentence, or what stands for one, ends here: closing quotes (with a space before them in French), brackets, emphasis may follow. */
export function endsSentence(line: string): boolean {
  return /(?:[.!?…:—–―]|--)(?:\s?["'”’»«›‹“‘)\]*_])*\s*$/.test(line);
}

/** More than one sentence stands on the line. */
export function holdsSentences(line: string): boolean {
  return /[.!?…](?:\s?["'”’»«)*_])*\s+["'“„«»(*_—–-]*\s*\p{Lu}/u.test(line);
}

/** A line of speech opens with a dash or a quotation mark. */
export function opensSpeech(line: string): boolean {
  return /^\s*[*_]*(?:[—–―]|--?\s|--\p{L}|["“”„«»‹›‘‚])/u.test(line);
}

/** A day and a month, as letters and diaries are headed in five languages: `Am 4. Mai 1771`, `Paris, le 3 mars`. */
export function isDateLine(line: string): boolean {
  return (
    /\p{N}/u.test(line) &&
    foldLatin(line)
      .split(/[^a-z]+/)
      .some((word) => MONTHS.has(word))
  );
}

const MONTHS = new Set(
  [
    "january february march april may june july august september october november december",
    "januar jaenner februar marz maerz mai juni juli oktober dezember",
    "janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre",
  ].flatMap((months) => months.split(" ")),
);

/** Marks that stand alone between scenes. A row of full stops is none: it stands for words left out. */
const BREAK_MARKS =
  /^(?:[*#~•●○∙·◦⁂※§+=¤❦❧☙◊♦◆★☆✻✽✦]|\\[*#~]|[—–―_-](?=$|[\s—–―_*-]))(?:\s*(?:[*#~•●○∙·◦⁂※+=¤❦❧☙◊♦◆★☆✻✽✦—–―_-]|\\[*#~]))*$/u;

const BREAK_LETTERS = /^(?:<tb>|[xo](?:\s+[xo]){2,}|[-~=—–]\s*[xo0]\s*[-~=—–]|o[O0]o)$/;

/** The line has nothing but the ornaments of a scene break. */
export function isSceneBreakLine(line: string): boolean {
  const text = line.trim();
  return text.length <= 100 && (BREAK_MARKS.test(text) || BREAK_LETTERS.test(text));
}

/** CommonMark knows the line as a break too (0.31.2, 4.1), so that it needs no word. */
export function isThematicBreak(line: string): boolean {
  return /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/.test(line);
}

/**
 * `P R E M I È R E   P A R T I E` becomes `PREMIÈRE PARTIE`; undefined for a line that is not letter-spaced. Where words are no
 * further apart than letters they cannot be told from each other, and `divide` is asked for them.
 */
export function closeLetters(
  line: string,
  divide: (letters: string) => string = (letters) => letters,
): string | undefined {
  const written = line.trim();
  if (written.length > LONGEST_SPACED || !/^\P{L}{0,2}\p{Lu}\P{L}?\s\D+(?:\s\d{1,2})?$/u.test(written))
    return undefined;
  const tokens = written.split(/\s+/).map((token) => ({ token, letters: token.replace(/\P{L}/gu, "").length }));
  const letters = tokens.reduce((sum, token) => sum + token.letters, 0);
  const isSpaced = tokens.every((token) => token.letters < 2 && token.token.length < 3);
  const isVaried = new Set(written.match(/\p{L}/gu)).size > 1;
  if (!isSpaced || !isVaried || letters < 4 || letters < 0.7 * tokens.length) return undefined;
  const words = written.split(/\s{2,}/).map((word) => word.replace(/\s/g, ""));
  const closed = words.join(" ").replace(/(?<=['’]) /g, "");
  return words.length === 1 && letters > 6 ? divide(closed) : closed;
}

const LONGEST_SPACED = 160;
