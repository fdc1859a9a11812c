/**
 * What Project Gutenberg puts round a text: a notice before it, a licence behind it.
 *
 * Comes in: the text of a file. Goes out: which lines are the book's own, and what the notice says of the book. It takes
 * nothing away and tells nobody.
 */

/** What the notice says, as far as it does. */
export interface FrameFacts {
  readonly title?: string;
  readonly author?: string;
  /** BCP 47. */
  readonly language?: string;
}

/** A text inside its frame. */
export interface Frame extends FrameFacts {
  /** Indices of the first line of the text, and of the line behind its last. */
  readonly from: number;
  readonly to: number;
}

const START = /^\s*\*{3}\s*START OF\b/i;
const END = /^\s*\*{3}\s*END OF\b/i;

/** A line that early editions have above the one with the stars. */
const CLOSING = /^\s*End of (?:the )?Project Gutenberg\b/i;

/** The mark may run on over this many lines, until three stars end it. */
const LONGEST_MARK = 4;

/** Undefined if the text has no such frame. Its lines come without their ends. */
export function readFrame(lines: readonly string[]): Frame | undefined {
  const start = lines.findIndex((line) => START.test(line));
  const end = lines.findLastIndex((line, index) => index > start && END.test(line));
  if (start < 0 && end < 0) return undefined;
  const opening = start < 0 ? 0 : start + markLength(lines.slice(start, start + LONGEST_MARK));
  const from = start < 0 ? 0 : opening + creditLength(lines.slice(opening, opening + LONGEST_CREDIT));
  const to = end < 0 ? lines.length : end;
  const closing = lines.findLastIndex((line, index) => index > to - 8 && index < to && CLOSING.test(line));
  return { ...readFacts(lines.slice(0, Math.max(0, start))), from, to: closing >= from ? closing : to };
}

const CREDIT =
  /^\s*(?:Produced by|E-?text prepared by|Transcribed (?:from|by)|This e-?(?:book|text) was produced)\b/i;
const LONGEST_CREDIT = 12;

/** How many lines are taken by thanks to those who made the file, if they stand there. */
function creditLength(lines: readonly string[]): number {
  const first = lines.findIndex((line) => line.trim() !== "");
  if (!CREDIT.test(lines[first] ?? "")) return 0;
  const end = lines.findIndex((line, index) => index > first && line.trim() === "");
  return Math.max(0, end);
}

/** How many lines the mark takes: one that is not closed on any of them is one line. */
function markLength(lines: readonly string[]): number {
  const end = lines.findIndex((line, index) => /\*{3}\s*$/.test(index === 0 ? line.replace(START, "") : line));
  const blank = lines.findIndex((line) => line.trim() === "");
  return end < 0 || (blank >= 0 && blank < end) ? 1 : end + 1;
}

function readFacts(notice: readonly string[]): FrameFacts {
  const [, namedTitle, namedAuthor] =
    /\bProject Gutenberg e(?:book|text),? (?:of )?(.+?), by (.+)$/im.exec(notice.join("\n")) ?? [];
  const title = readField(notice, "Title") ?? namedTitle;
  const author = readField(notice, "Author") ?? namedAuthor;
  const [name = ""] = (readField(notice, "Language") ?? "").split(/[,;]/);
  const language = LANGUAGES[name.trim().toLowerCase()];
  return { ...(title && { title }), ...(author && { author }), ...(language !== undefined && { language }) };
}

/** A field's value; lines that are indented below it belong to it. */
function readField(notice: readonly string[], name: string): string | undefined {
  const index = notice.findIndex((line) => line.startsWith(`${name}:`));
  if (index < 0) return undefined;
  const rest = notice.slice(index + 1);
  const end = rest.findIndex((line) => !/^\s+\S/.test(line));
  const value = [notice[index]?.slice(name.length + 1) ?? "", ...rest.slice(0, end < 0 ? rest.length : end)];
  return value.join(" ").replace(/\s+/g, " ").trim() || undefined;
}

/** Languages as the notice calls them. */
const LANGUAGES: Readonly<Record<string, string>> = {
  afrikaans: "af",
  bulgarian: "bg",
  catalan: "ca",
  chinese: "zh",
  croatian: "hr",
  czech: "cs",
  danish: "da",
  dutch: "nl",
  english: "en",
  esperanto: "eo",
  estonian: "et",
  finnish: "fi",
  french: "fr",
  galician: "gl",
  german: "de",
  greek: "el",
  hungarian: "hu",
  icelandic: "is",
  irish: "ga",
  italian: "it",
  japanese: "ja",
  latin: "la",
  lithuanian: "lt",
  norwegian: "no",
  polish: "pl",
  portuguese: "pt",
  romanian: "ro",
  russian: "ru",
  serbian: "sr",
  slovenian: "sl",
  spanish: "es",
  swedish: "sv",
  tagalog: "tl",
  turkish: "tr",
  welsh: "cy",
};
