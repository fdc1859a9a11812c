/**
 * The heading levels of a book's parts and chapters.
 *
 * Comes in: all its files, and what book.yaml says. Goes out: the levels. It divides nothing.
 */
import type { BookConfig } from "../config/book-config.ts";
import type { Block, Heading, Manuscript } from "./model.ts";

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
  const chapter = config.chapterLevel ?? findChapterLevel(files, config.partLevel);
  const part = config.partLevel;
  return { chapter, ...(part !== undefined && { part }), fixed: config.chapterLevel !== undefined };
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
  return common?.level ?? (most.count > 0 ? most.level : 1);
}

/** In a book of one file: the level below its first heading, if that is the book's own title and has no text. */
function findLevelInside(blocks: readonly Block[], partLevel: number): number {
  const headings = blocks.filter((block): block is Heading => block.kind === "heading" && block.level > partLevel);
  const first = headings[0]?.level ?? 1;
  const count = (level: number): number => headings.filter((heading) => heading.level === level).length;
  const second = headings[1] && blocks.indexOf(headings[1]) === blocks.indexOf(headings[0] ?? headings[1]) + 1;
  return second && count(first) === 1 && headings[1]?.level === first + 1 && count(first + 1) > 1
    ? first + 1
    : first;
}

/** How many blocks stand above the first heading, if they are none that a chapter's text begins with; else 0. */
export function leadLength(blocks: readonly Block[]): number {
  const first = blocks.findIndex((block) => block.kind === "heading");
  const above = blocks.slice(0, Math.max(0, first));
  return above.every((block) => /^(?:quotation|figure|division|sceneBreak)$/.test(block.kind)) ? above.length : 0;
}
