/**
 * The title page and the dedication that stand above a text in the file of its first chapter, though nothing marks them.
 *
 * Comes in: the first file's blocks, the numbers that were found in it, the book's title. Goes out: how many blocks belong to
 * each, and which line is the title. It changes no block.
 */
import { endsSentence, holdsSentences, opensSpeech } from "../prose/plain-lines.ts";
import { readSectionMark } from "../prose/section-mark.ts";
import type { Block, Inline } from "./model.ts";
import { type Candidate, isContentsName, lineOf } from "./section-candidates.ts";
import { plainText } from "./walk.ts";

/** Blocks of the first file, counted from its top; nothing of all that may be there. */
export interface Opening {
  readonly titlePage: number;
  /** Behind the title page. */
  readonly dedication: number;
  /** Index of the line that is the book's title. */
  readonly title: number;
}

/** Characters of the longest line of a title page; a dedication's. */
const LONGEST = 80;
const LONGEST_DEDICATION = 160;

/** What stands before an author's name. */
const BY = /^(?:by|von|par|por|di|door|af|av)(?=\s|$)/i;

const DEDICATION =
  /^(?:to|for|in memor\p{L}+|dem|der|den|meine[mnr]?|für|unser\p{L}+|à|a|au|aux|pour|al|alla|allo|ai|para|per)\s\P{N}/iu;

/**
 * A title page has several lines, none of them prose: its title is the book's, or its author is named by a word for it, or the
 * first section follows at once.
 */
export function findOpening(
  blocks: readonly Block[],
  candidates: readonly Candidate[],
  bookTitle: string,
): Opening | undefined {
  const marks = new Map(candidates.map((one) => [one.index, one]));
  const isMark = (index: number): boolean => {
    const one = marks.get(index);
    return one !== undefined && (one.mark !== undefined || one.isHeading);
  };
  const textAt = (index: number): string => marks.get(index)?.text ?? lineOf(blocks[index]) ?? "";
  const isOfPage = (index: number): boolean => {
    const block = blocks[index];
    if (block?.kind !== "paragraph") return block?.kind === "sceneBreak";
    return !isMark(index) && (isTitleLine(textAt(index)) || linesOf(block.children).every(isTitleLine));
  };
  let end = 0;
  while (isOfPage(end)) end++;
  while (blocks[end - 1]?.kind === "sceneBreak") end--;
  const lines = blocks.slice(0, end).flatMap((block, index) => (block.kind === "sceneBreak" ? [] : [index]));
  const [first = 0] = lines;
  const title = lines.find((index) => fold(textAt(index)) === fold(bookTitle)) ?? first;
  const isNamed =
    fold(textAt(title)) === fold(bookTitle) || lines.slice(1).some((index) => BY.test(textAt(index)));
  const next = skipBreaks(blocks, end);
  if (lines.length < 2 || next === undefined || (!isNamed && !isMark(next))) return undefined;
  const dedicated = DEDICATION.test(textAt(next)) && textAt(next).length <= LONGEST_DEDICATION && !isMark(next);
  const behind = dedicated ? skipBreaks(blocks, next + 1) : undefined;
  const isDedication = behind !== undefined && isMark(behind);
  return { titlePage: end, dedication: isDedication ? behind - end : 0, title };
}

/** Lines that a break parts: those of a publisher and his town. */
function linesOf(children: readonly Inline[]): string[] {
  return children
    .map((node) => (node.kind === "lineBreak" ? "\n" : plainText([node])))
    .join("")
    .split("\n");
}

function isTitleLine(text: string): boolean {
  const isOther = opensSpeech(text) || holdsSentences(text) || isContentsName(text) || readSectionMark(text);
  if (text === "" || text.length > LONGEST || isOther) return false;
  return !endsSentence(text) || BY.test(text) || !/\p{Ll}/u.test(text);
}

function skipBreaks(blocks: readonly Block[], from: number): number | undefined {
  const found = blocks.findIndex((block, index) => index >= from && block.kind !== "sceneBreak");
  return found < 0 ? undefined : found;
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
