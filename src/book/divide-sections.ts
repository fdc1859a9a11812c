/**
 * Which headings open parts and chapters.
 *
 * Comes in: the files of a book. Goes out: drafts of its sections, one for each part and chapter, headings counted from the
 * section's own title. Levels are read over the whole book: an author who opens every file with `##` means chapters by it.
 */
import type { BookConfig } from "../config/book-config.ts";
import type { Span } from "../core/span.ts";
import { spanAt } from "../core/span.ts";
import type { Block, Heading, Manuscript } from "./model.ts";
import { plainText } from "./walk.ts";

/** A section before its ids and notes are settled. */
export interface SectionDraft {
  readonly role: "part" | "chapter";
  readonly file: Manuscript;
  /** 0 for the first section of its file. */
  readonly ordinal: number;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly span: Span;
}

/** The share of files that must open at a level for it to be the chapters'. */
const COMMONLY = 0.25;

export function divideSections(files: readonly Manuscript[], config: BookConfig): SectionDraft[] {
  const chapterLevel = config.chapterLevel ?? findChapterLevel(files);
  return files.flatMap((file) => divideFile(file, chapterLevel, config.partLevel));
}

/** The deepest level at which files commonly open. */
function findChapterLevel(files: readonly Manuscript[]): number {
  const counts = [0, 0, 0, 0, 0, 0, 0];
  let opened = 0;
  for (const file of files) {
    const first = file.blocks[0];
    if (first?.kind !== "heading") continue;
    counts[first.level] = (counts[first.level] ?? 0) + 1;
    opened++;
  }
  for (let level = 6; level >= 1; level--) {
    const count = counts[level] ?? 0;
    if (count > 0 && count >= opened * COMMONLY) return level;
  }
  return 1;
}

function divideFile(file: Manuscript, chapterLevel: number, partLevel: number | undefined): SectionDraft[] {
  const first = file.blocks[0];
  const opening = first?.kind === "heading" ? first.level : undefined;
  const second = file.blocks[1];
  const alone = file.blocks.length === 1 || (second?.kind === "heading" && second.level === chapterLevel);
  const isPart =
    opening !== undefined && (partLevel === undefined ? opening < chapterLevel && alone : opening === partLevel);
  const level = opening !== undefined && opening < chapterLevel && !isPart ? opening : chapterLevel;
  const groups: { role: "part" | "chapter"; level: number; blocks: Block[] }[] = [];
  file.blocks.forEach((block, i) => {
    const starts = block.kind === "heading" && (block.level <= level || i === 0);
    const role = block.kind === "heading" && isPart && block.level < chapterLevel ? "part" : "chapter";
    if (starts || groups.length === 0) {
      groups.push({ role, level: block.kind === "heading" ? block.level : level, blocks: [] });
    }
    groups.at(-1)?.blocks.push(block);
  });
  if (groups.length === 0) groups.push({ role: "chapter", level, blocks: [] });
  return groups.map((group, ordinal) => draft(file, group, ordinal));
}

function draft(
  file: Manuscript,
  group: { readonly role: "part" | "chapter"; readonly level: number; readonly blocks: readonly Block[] },
  ordinal: number,
): SectionDraft {
  const [first] = group.blocks;
  const titled = withTitle(file, group.blocks, ordinal);
  const title =
    (first?.kind === "heading" && plainText(first.children)) ||
    (ordinal === 0 && file.title) ||
    firstWords(group.blocks) ||
    file.name.replace(/\.[^.]*$/, "");
  return {
    role: group.role,
    file,
    ordinal,
    title,
    blocks: normaliseLevels(titled, group.level),
    span: first?.span ?? spanAt(file.path, 1),
  };
}

/** A title given in the header is set above a text that has none of its own. */
function withTitle(file: Manuscript, blocks: readonly Block[], ordinal: number): readonly Block[] {
  if (ordinal > 0 || file.title === undefined || blocks[0]?.kind === "heading") return blocks;
  const span = spanAt(file.path, 1);
  const heading: Heading = {
    kind: "heading",
    level: 1,
    id: "",
    span,
    children: [{ kind: "text", text: file.title, span }],
  };
  return [heading, ...blocks];
}

function firstWords(blocks: readonly Block[]): string {
  const paragraph = blocks.find((b) => b.kind === "paragraph");
  const words = paragraph ? plainText(paragraph.children).split(" ") : [];
  return words.length > 6 ? `${words.slice(0, 6).join(" ")} …` : words.join(" ");
}

/** The section's title becomes level 1; below it no level is skipped. */
function normaliseLevels(blocks: readonly Block[], top: number): Block[] {
  const open: number[] = [];
  return blocks.map((block, i) => {
    if (block.kind !== "heading") return block;
    if (i === 0) return { ...block, level: 1 };
    const wanted = Math.max(block.level, top + 1);
    while (open.length > 0 && (open.at(-1) ?? 0) >= wanted) open.pop();
    open.push(wanted);
    return { ...block, level: Math.min(6, open.length + 1) };
  });
}
