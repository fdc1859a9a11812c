/**
 * The heading levels of a book's parts and chapters.
 *
 * Comes in: all its files, and what book.yaml says. Goes out: the levels. It divides nothing.
 */
import type { BookConfig } from "../config/book-config.ts";
import { readSectionMark } from "../prose/section-mark.ts";
import type { Block, Heading, Manuscript } from "./model.ts";
import { plainText } from "./walk.ts";

export interface Levels {
  /** 1 to 6: headings of this level open chapters. */
  readonly chapter: number;
  /** Headings of this level open parts, and no others; absent: any higher one that stands alone. */
  readonly part?: number;
  /** True if book.yaml names the chapters' level: then every heading of it opens one. */
  readonly fixed: boolean;
}

/** The share of files that must open at a level for it to be common, and how many at the least. */
const COMMON_SHARE = 0.25;
const COMMON_COUNT = 2;

export function findLevels(files: readonly Manuscript[], config: BookConfig): Levels {
  const chapter = config.chapterLevel ?? findNumbered(files, config) ?? findChapterLevel(files, config.partLevel);
  const part = config.partLevel;
  return { chapter, ...(part !== undefined && { part }), fixed: config.chapterLevel !== undefined };
}

/** Where book.yaml says what numbers standing alone open: the level of the first of them, or the one above. */
function findNumbered(files: readonly Manuscript[], { sections }: BookConfig): number | undefined {
  if (sections !== "chapters" && sections !== "inside") return undefined;
  const numbered = headingsOf(files).filter((heading) => heading.found === "number" && !isPart(heading));
  const level = Math.min(...numbered.map((heading) => heading.level));
  if (numbered.length === 0) return undefined;
  return sections === "chapters" ? level : Math.max(1, level - 1);
}

function headingsOf(files: readonly Manuscript[]): Heading[] {
  return files.flatMap(({ blocks }) => blocks.filter((block) => block.kind === "heading"));
}

/** "Part One", "DEUXIÈME PARTIE", "Buch II". */
export function isPart({ children }: Heading): boolean {
  return readSectionMark(plainText(children))?.division === "part";
}

/** The level itself, or the next one that is in use if most of its headings are called parts. */
function belowParts(level: number, headings: readonly Heading[]): number {
  const own = headings.filter((heading) => heading.level === level && heading.found !== "title");
  const deeper = headings.map((heading) => heading.level).filter((other) => other > level);
  const areParts = own.length > 0 && own.filter(isPart).length * 2 > own.length;
  return areParts && deeper.length > 0 ? belowParts(Math.min(...deeper), headings) : level;
}

/**
 * The deepest level at which files commonly open. A heading alone in its file says nothing of chapters, unless all
 * are alone. One slip of a `#` in a small book must not make a level: two files at least, else the level of most.
 */
function findChapterLevel(files: readonly Manuscript[], partLevel = 0): number {
  if (files.length === 1) return findLevelInside(files[0]?.blocks ?? [], partLevel);
  const openings = files.flatMap(({ blocks }) => {
    const lead = leadLength(blocks);
    const first = blocks[lead];
    return first?.kind === "heading" && first.level > partLevel
      ? [{ level: first.level, alone: blocks.length === lead + 1 }]
      : [];
  });
  const withText = openings.filter((opening) => !opening.alone);
  const counted = withText.length > 0 ? withText : openings;
  const counts = [6, 5, 4, 3, 2, 1].map((level) => ({
    level,
    count: counted.filter((o) => o.level === level).length,
  }));
  const enough = Math.max(COMMON_COUNT, counted.length * COMMON_SHARE);
  const common = counts.find(({ count }) => count >= enough);
  const most = counts.reduce((best, next) => (next.count >= best.count ? next : best));
  return belowParts(common?.level ?? (most.count > 0 ? most.level : 1), headingsOf(files));
}

/** In a book of one file: the level below its first heading, if that is the book's own title and has no text. */
function findLevelInside(blocks: readonly Block[], partLevel: number): number {
  const headings = blocks.filter((block): block is Heading => block.kind === "heading" && block.level > partLevel);
  const [title, second] = headings;
  const first = title?.level ?? 1;
  const count = (level: number): number => headings.filter((heading) => heading.level === level).length;
  const isBare = title && second && blocks.indexOf(second) === blocks.indexOf(title) + 1;
  const isTitle = count(first) === 1 && second?.level === first + 1 && count(first + 1) > 1;
  return belowParts(isTitle && (isBare || title?.found === "title") ? first + 1 : first, headings);
}

/** How many blocks stand above the first heading, if they are none that a chapter's text begins with; else 0. */
export function leadLength(blocks: readonly Block[]): number {
  const first = blocks.findIndex((block) => block.kind === "heading");
  const above = blocks.slice(0, Math.max(0, first));
  return above.every((block) => /^(?:quotation|figure|division|sceneBreak)$/.test(block.kind)) ? above.length : 0;
}
