/**
 * Lines that are titles, though nothing marks them: below a section's number, or at the top of a file.
 *
 * Comes in: the numbers that were found, and the blocks of all files. Goes out: titles. It changes no block.
 */
import { holdsSentences, isDateLine, opensSpeech } from "../prose/plain-lines.ts";
import { readSectionMark } from "../prose/section-mark.ts";
import { lineOf, solidAfter } from "./block-lines.ts";
import type { ContentsList } from "./contents-lists.ts";
import type { ReadManuscript } from "./find-sections.ts";
import type { Block } from "./model.ts";
import type { Candidate, Files } from "./section-candidates.ts";

export interface Title {
  readonly file: number;
  readonly index: number;
  readonly text: string;
  readonly isSpaced: boolean;
  /** It belongs to the number above it. */
  readonly isBelow: boolean;
  /** It is one of a series, below the title at the top. */
  readonly isSection?: boolean;
}

/** Characters of the longest title, in a line of its own. */
const LONGEST = 60;

/** The share of the numbers of a series that must have a title, if it is not in capitals. */
const TITLED_SHARE = 0.6;

/**
 * The same for titles of any shape: one sentence, as long as an old book's summary of a chapter. So many chapters in a row do not
 * open with such a paragraph, unless what follows it is as short.
 */
const ALL_TITLED = { share: 0.9, fewest: 5, longest: 160, shortBelow: 0.6 };

export function findTitles(
  chosen: readonly Candidate[],
  files: Files,
  manuscripts: readonly ReadManuscript[],
  contents: readonly ContentsList[],
  /** Titles of sections without numbers, by file. */
  named: readonly (readonly number[])[],
  bookTitle: string,
  /** Index of the block behind the title page and what belongs to it. */
  topOf: (file: number) => number,
  wanted: (file: number) => boolean,
): Title[] {
  const below = findBelow(chosen, files);
  const tops = files.flatMap((blocks, file): Title[] => {
    const index = solidAfter(blocks, topOf(file) - 1) ?? -1;
    const text = titleText(blocks[index]);
    const taken = chosen.some((one) => one.file === file && one.index === index) || named[file]?.includes(index);
    if (text === undefined || taken || !wanted(file) || readSectionMark(text)) return [];
    const reading = manuscripts[file]?.paragraphs ?? "markdown";
    return isTop(text, blocks, index, reading, bookTitle)
      ? [{ file, index, text, isSpaced: false, isBelow: false }]
      : [];
  });
  const lists = contents.flatMap(({ file, index }): Title[] => {
    const text = lineOf(files[file]?.[index])?.trim() ?? "";
    const isTaken = tops.some((top) => top.file === file && top.index === index);
    return wanted(file) && !isTaken ? [{ file, index, text, isSpaced: false, isBelow: false }] : [];
  });
  const sections = named.flatMap((indices, file) =>
    indices.map((index): Title => {
      const text = lineOf(files[file]?.[index])?.trim() ?? "";
      return { file, index, text, isSpaced: false, isBelow: false, isSection: true };
    }),
  );
  return [...below, ...tops, ...lists, ...sections];
}

/** A line at the top of a file that opens no speech and ends no sentence, in a text that has no marks for titles. */
function isTop(
  text: string,
  blocks: readonly Block[],
  index: number,
  reading: ReadManuscript["paragraphs"],
  bookTitle: string,
): boolean {
  const next = blocks[solidAfter(blocks, index) ?? -1];
  if (reading === "markdown" || next === undefined) return false;
  if (isCapitals(text) || fold(text) === fold(bookTitle)) return true;
  const following = lineOf(next) ?? "";
  const isProse = following === "" || following.length > LONGEST || readSectionMark(following) !== undefined;
  // An indent begins a paragraph.
  return reading === "lines" && isProse && blocks[index]?.span.column === 1;
}

function findBelow(chosen: readonly Candidate[], files: Files): Title[] {
  const starts = new Set(chosen.map(({ file, index }) => `${file} ${index}`));
  const numbers = chosen.filter(({ mark, isHeading }) => mark !== undefined && !isHeading);
  const found = numbers.flatMap(({ file, index, mark }) => {
    const blocks = files[file] ?? [];
    const at = solidAfter(blocks, index);
    const block = at === undefined ? undefined : blocks[at];
    if (at === undefined || block?.kind !== "paragraph" || solidAfter(blocks, at) === undefined) return [];
    const text = shortText(block);
    if (text === undefined || starts.has(`${file} ${at}`) || readSectionMark(text)) return [];
    const below = blocks[solidAfter(blocks, at) ?? -1];
    return [
      {
        series: mark?.series ?? "",
        isPlain: titleText(block) !== undefined,
        isShortBelow: shortText(below) !== undefined,
        title: { file, index: at, text, isSpaced: false, isBelow: true },
      },
    ];
  });
  return found
    .filter(({ series, isPlain, title }) => {
      if (isPlain && isCapitals(title.text)) return true;
      const all = numbers.filter(({ mark }) => mark?.series === series).length;
      const titled = found.filter((other) => other.series === series);
      const short = titled.filter((other) => other.isShortBelow).length;
      const { share, fewest, shortBelow } = ALL_TITLED;
      if (titled.length >= fewest && titled.length >= share * all && short <= shortBelow * titled.length)
        return true;
      const plain = titled.filter((other) => other.isPlain).length;
      return isPlain && plain > 1 && plain >= TITLED_SHARE * all;
    })
    .map(({ title }) => title);
}

/** The text of a short paragraph of one sentence. */
function shortText(block: Block | undefined): string | undefined {
  const text = block?.kind === "paragraph" ? lineOf(block)?.trim() : undefined;
  const isShort = text !== undefined && text !== "" && text.length <= ALL_TITLED.longest && !holdsSentences(text);
  return isShort ? text : undefined;
}

/** The line of a block that may be a title: short, no speech, no end of a sentence unless in capitals. */
function titleText(block: Block | undefined): string | undefined {
  const text = block?.kind === "paragraph" ? lineOf(block)?.trim() : undefined;
  if (text === undefined || text === "" || text.length > LONGEST || opensSpeech(text) || isDateLine(text))
    return undefined;
  const isClosed = /[.!?…:;,—–-]["'”’»)]*$/.test(text) && !(isCapitals(text) && /[.!?]$/.test(text));
  return isClosed || !/^[\p{Lu}\p{Lt}]/u.test(text) ? undefined : text;
}

function isCapitals(text: string): boolean {
  return !/\p{Ll}/u.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) > 2;
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
