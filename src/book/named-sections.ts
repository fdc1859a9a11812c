/**
 * Sections that have names and no numbers, in prose that does not mark them.
 *
 * Comes in: the blocks of a file, and how its lines make paragraphs. Goes out: the indices of the lines that are their titles. It
 * changes no block.
 *
 * A line of a few words may be a sign, a signature or a verse. What tells titles from these is that they come as a series: all are
 * set off alike, a piece of prose stands below each, and the first is the last line above the text.
 */
import type { Paragraphs } from "../config/book-config.ts";
import { isDateLine, opensSpeech } from "../prose/plain-lines.ts";
import { readSectionMark } from "../prose/section-mark.ts";
import { lineOf, solidAfter, textAt } from "./block-lines.ts";
import { isContentsName } from "./contents-lists.ts";
import type { Block } from "./model.ts";

/** How many titles make a series, and how many blocks stand below half of them at the least. */
const FEWEST = 3;
const USUAL_LENGTH = 4;

/** Characters of the longest title; of a paragraph that is beyond doubt. */
const LONGEST = 60;
const PROSE = 60;

export function findNamedSections(blocks: readonly Block[], paragraphs: Paragraphs): number[] {
  if (paragraphs === "markdown") return [];
  const titles = [...blocks.keys()].filter((index) => isTitle(blocks, index, paragraphs));
  const [first] = titles;
  if (first === undefined || titles.length < FEWEST) return [];
  const isAtTop = blocks
    .slice(0, first)
    .every((block) => textAt(block).length < PROSE && block.kind !== "heading");
  const lengths = titles.map((index, at) => (titles[at + 1] ?? blocks.length) - index - 1).sort((a, b) => a - b);
  return isAtTop && (lengths[lengths.length >> 1] ?? 0) >= USUAL_LENGTH ? titles : [];
}

function isTitle(blocks: readonly Block[], index: number, paragraphs: Paragraphs): boolean {
  const block = blocks[index];
  const text = block?.kind === "paragraph" ? lineOf(block)?.trim() : undefined;
  if (block === undefined || text === undefined || text.length > LONGEST || !/^["“„«»]?\p{Lu}/u.test(text))
    return false;
  const isOther = readSectionMark(text) ?? (isDateLine(text) || isContentsName(text) || opensSpeech(text));
  if (isOther || /[.!?…:;,—–-]["'”’»)]*$/.test(text)) return false;
  const next = blocks[solidAfter(blocks, index) ?? -1];
  if (next?.kind !== "paragraph" || (textAt(next).length < PROSE && !opensSpeech(textAt(next)))) return false;
  if (paragraphs === "lines") return isBreak(blocks[index + 1]) && (index === 0 || isBreak(blocks[index - 1]));
  const isCapitals = !/\p{Ll}/u.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) > 2;
  return isCapitals || next.span.line - block.span.line > 2;
}

function isBreak(block: Block | undefined): boolean {
  return block?.kind === "sceneBreak";
}
