/**
 * What single lines of prose look like: ends of sentences, scene breaks, letter-spaced titles.
 *
 * Comes in: the text of one line. Goes out: yes, no, or the line set right. It knows nothing of the lines beside it.
 */

/** A sentence, or what stands for one, ends here: closing quotes, brackets and marks of emphasis may follow. */
export function endsSentence(line: string): boolean {
  return /(?:[.!?…:—–―]|--)["'”’»«›‹“‘)\]*_]*\s*$/.test(line);
}

/** More than one sentence stands on the line. */
export function holdsSentences(line: string): boolean {
  return /[.!?…]["'”’»«)*_]*\s+["'“„«»(*_—–-]*\s*\p{Lu}/u.test(line);
}

/** A line of speech opens with a dash or a quotation mark. */
export function opensSpeech(line: string): boolean {
  return /^\s*[*_]*(?:[—–―]|--?\s|--\p{L}|["“”„«»‹›‘‚])/u.test(line);
}

/** Marks that stand alone between scenes. A row of full stops is none: it stands for words left out. */
const BREAK_MARKS =
  /^(?:[*#~•●○∙·◦⁂※§+=¤❦❧☙◊♦◆★☆✻✽✦]|\\[*#~]|[—–―_-](?=$|[\s—–―_*-]))(?:\s*(?:[*#~•●○∙·◦⁂※+=¤❦❧☙◊♦◆★☆✻✽✦—–―_-]|\\[*#~]))*$/u;

const BREAK_LETTERS = /^(?:[xo](?:\s+[xo]){2,}|[-~=—–]\s*[xo0]\s*[-~=—–]|o[O0]o)$/;

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
export function closeLetters(line: string, divide: (letters: string) => string): string | undefined {
  const words = line.trim().split(/\s{2,}/);
  const spaced = words.every(
    (word) => /^\S{1,2}(?:\s\S{1,2})*$/.test(word) && /^(?:\P{L}*\p{L}?\P{L}*\s)*\P{L}*\p{L}?\P{L}*$/u.test(word),
  );
  const letters = line.replace(/\P{L}/gu, "");
  const singles = line.match(/(?:^|\s)\p{L}(?=[\s.,:;!?]|$)/gu)?.length ?? 0;
  if (!spaced || letters.length < 4 || singles < Math.max(3, 0.7 * letters.length) || /^(.)\1*$/u.test(letters))
    return undefined;
  const closed = words
    .map((word) => word.replace(/\s/g, ""))
    .join(" ")
    .replace(/(?<=['’]) /g, "");
  return words.length === 1 && letters.length > 6 ? divide(closed) : closed;
}
