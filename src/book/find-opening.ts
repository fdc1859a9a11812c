/**
 * The title page and the dedication that stand above a text in the file of its first chapter, though nothing marks them.
 *
 * Comes in: the first file's blocks, the numbers that were found in it, the book's title. Goes out: how many blocks belong to
 * each, and which line is the title. It changes no block.
 */
import { AUTHOR_FOLLOWS } from "../config/title-lines.ts";
import { opensSpeech } from "../prose/plain-lines.ts";
import { readSectionMark } from "../prose/section-mark.ts";
import { lineOf, linesOf, solidAfter, splitLines } from "./block-lines.ts";
import { type ContentsList, isContentsName } from "./contents-lists.ts";
import type { Block } from "./model.ts";
import type { SectionRole } from "./roles.ts";
import type { Candidate } from "./section-candidates.ts";

/** A section that the first blocks of a file make. */
export interface OpeningSection {
  readonly role: SectionRole;
  /** Of the block behind its last. */
  readonly end: number;
  /** Index of the line that is its title. */
  readonly title?: number;
}

/** Characters of the longest line of a title page; of one that tells of its print; of a dedication. */
const LONGEST = 80;
const LONGEST_IMPRINT = 160;
const LONGEST_DEDICATION = 160;

/** Words that stand in no story before it has begun. */
const IMPRINT =
  /\b(?:copyright|verlag|druck|gedruckt|auflage|tausend|printed|published|imprimerie|éditeurs?|librairie|imprenta|editorial|tipografia|editore)\b|©/i;

const DEDICATION =
  /^(?:to|for|in memor\p{L}+|dem|der|den|meine[mnr]?|für|unser\p{L}+|à|a|au|aux|pour|al|alla|allo|ai|para|per)\s\P{N}/iu;

/** What is known of the file and the book. */
export interface OpeningClues {
  readonly blocks: readonly Block[];
  /** Chosen from this file alone. */
  readonly candidates: readonly Candidate[];
  readonly list?: ContentsList;
  /** Index of the first title of sections without numbers. */
  readonly named?: number;
  /** Title and authors. */
  readonly names: readonly string[];
}

/** A title page, then a dedication or a list of contents, as far as they are there. */
export function findOpening(clues: OpeningClues): OpeningSection[] {
  const { blocks, list } = clues;
  const sections: OpeningSection[] = [];
  const page = findTitlePage(clues);
  if (page) sections.push(page);
  for (;;) {
    const next = solidAfter(blocks, (sections.at(-1)?.end ?? 0) - 1);
    if (next === undefined) return sections;
    if (list?.index === next) sections.push({ role: "contents-list", end: list.end, title: next });
    else if (page && isDedication(next, clues)) sections.push({ role: "dedication", end: next + 1 });
    else return sections;
  }
}

/**
 * A title page has several lines, none of them prose: one is the book's title or its author, or names the author by a word for it,
 * or the first section follows at once.
 */
function findTitlePage(clues: OpeningClues): OpeningSection | undefined {
  const { blocks, list, names } = clues;
  const known = new Set(names.map(fold));
  const isOfPage = (index: number): boolean => {
    const block = blocks[index];
    if (block?.kind === "sceneBreak") return true;
    const lines = linesAt(index, clues);
    const isLine = (line: string): boolean => known.has(fold(line)) || isTitleLine(line);
    return lines.length > 0 && !isMark(index, clues) && lines.every(isLine);
  };
  let end = 0;
  while (isOfPage(end)) end++;
  while (blocks[end - 1]?.kind === "sceneBreak") end--;
  const next = solidAfter(blocks, end - 1);
  const own = blocks.slice(0, end).flatMap((block, index) => (block.kind === "sceneBreak" ? [] : [index]));
  const lines = own.flatMap((index) => linesAt(index, clues));
  const has = (index: number): boolean =>
    linesAt(index, clues).some((line) => fold(line) === fold(names[0] ?? ""));
  const isNamed = lines.some((line, at) => known.has(fold(line)) || (at > 0 && AUTHOR_FOLLOWS.test(line)));
  const follows = next !== undefined && (isMark(next, clues) || next === list?.index);
  if (lines.length < 2 || next === undefined || (!isNamed && !follows)) return undefined;
  return { role: "titlepage", end, title: own.find(has) ?? own[0] ?? 0 };
}

/** The lines of a file's first block, each as one of its own, if they are the book's title and its author. */
export function partTitleLines(block: Block, names: readonly string[]): Block[] {
  const lines = linesOf(block);
  const known = new Set(names.map(fold));
  const isPage =
    lines.every(isTitleLine) &&
    lines.some((line, at) => known.has(fold(line)) || (at > 0 && AUTHOR_FOLLOWS.test(line)));
  if (block.kind !== "paragraph" || lines.length < 2 || !isPage) return [block];
  return splitLines(block.children).flatMap(([first, ...rest]) =>
    first ? [{ kind: "paragraph" as const, children: [first, ...rest], span: first.span }] : [],
  );
}

function isDedication(index: number, clues: OpeningClues): boolean {
  const text = lineOf(clues.blocks[index]) ?? "";
  const behind = solidAfter(clues.blocks, index);
  const isApart = behind !== undefined && (isMark(behind, clues) || behind === clues.list?.index);
  return isApart && !isMark(index, clues) && DEDICATION.test(text) && text.length <= LONGEST_DEDICATION;
}

function isMark(at: number, { candidates, named }: OpeningClues): boolean {
  if (at === named) return true;
  return candidates.some(({ index, mark, isHeading }) => index === at && (mark !== undefined || isHeading));
}

function linesAt(at: number, { blocks, candidates }: OpeningClues): string[] {
  const spaced = candidates.find(({ index, isSpaced }) => index === at && isSpaced);
  return spaced ? [spaced.text] : linesOf(blocks[at]);
}

function isTitleLine(text: string): boolean {
  const isOther = opensSpeech(text) || isContentsName(text) || readSectionMark(text) !== undefined;
  if (text === "" || text.length > (IMPRINT.test(text) ? LONGEST_IMPRINT : LONGEST) || isOther) return false;
  const isPlain = !/[.!?…]["'”’»«)]*$/.test(text) && !/\p{Ll}{2}[.!?…]["'”’»]?\s+\p{Lu}/u.test(text);
  return isPlain || AUTHOR_FOLLOWS.test(text) || IMPRINT.test(text) || !/\p{Ll}/u.test(text);
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
