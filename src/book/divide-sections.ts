/**
 * Which headings open parts and chapters.
 *
 * Comes in: the files of a book. Goes out: drafts of its sections, one for each part and chapter. Levels are read over the whole
 * book: an author who opens every file with `##` means chapters by it.
 */
import type { BookConfig } from "../config/book-config.ts";
import { type Span, spanAt } from "../core/span.ts";
import { type BookWords, findBookWords } from "../language/book-words.ts";
import { isContentsName } from "./contents-lists.ts";
import { findLevels, isPart, type Levels, leadLength } from "./find-levels.ts";
import type { Block, Heading, Manuscript } from "./model.ts";
import { findRoleOfTitle, type Matter, roleEntry, type SectionRole } from "./roles.ts";
import { plainText, walkBlocks } from "./walk.ts";

/** A section before its ids and notes are settled. */
export interface SectionDraft {
  readonly role: SectionRole;
  readonly matter: Matter;
  readonly file: Manuscript;
  /** 0 for the first section of its file. */
  readonly ordinal: number;
  /** Plain text; never empty. */
  readonly title: string;
  /** The heading among `blocks` that is the section's title, if it has one. */
  readonly heading?: Heading;
  readonly blocks: readonly Block[];
  readonly span: Span;
}

/** A section before it has a title. */
interface Group {
  role: SectionRole;
  readonly heading?: Heading;
  readonly blocks: Block[];
}

/** Divides all files, in order. */
export function divideSections(files: readonly Manuscript[], config: BookConfig): SectionDraft[] {
  const ordinary = files.filter((file) => file.role === undefined);
  const levels = findLevels((ordinary.length > 0 ? ordinary : files).map(withoutOpening), config);
  const words = findBookWords(config.language);
  const drafts = files.flatMap((file) => {
    const numbers = file.blocks.filter((block) => block.kind === "heading" && block.found === "number");
    const isInside = (file.sections ?? config.sections) === "inside" && numbers.length > 1;
    const opening = openingGroups(file);
    const rest = {
      ...file,
      blocks: file.blocks.slice(opening.reduce((sum, { blocks }) => sum + blocks.length, 0)),
    };
    const groups = file.isWhole ? [wholeFile(file)] : [...opening, ...divideFile(rest, levels, isInside)];
    // A story that follows its title page has its title there.
    const isStory = opening.length > 0 && groups.length === opening.length + 1;
    return groups.map((group, ordinal) => draft(file, group, ordinal, words, isStory ? config.title : undefined));
  });
  return placeMatter(drafts);
}

function wholeFile({ blocks }: Manuscript): Group {
  const heading = blocks.slice(leadLength(blocks)).find((block) => block.kind === "heading");
  return { role: "chapter", ...(heading && { heading }), blocks: [...blocks] };
}

function withoutOpening(file: Manuscript): Manuscript {
  const length = (file.opening ?? []).reduce((sum, section) => sum + section.length, 0);
  return length === 0 ? file : { ...file, blocks: file.blocks.slice(length) };
}

function openingGroups({ opening = [], blocks }: Manuscript): Group[] {
  let from = 0;
  return opening.map(({ role, length }) => {
    const own = blocks.slice(from, from + length);
    from += length;
    const heading = own.find((block) => block.kind === "heading");
    return { role, ...(heading && { heading }), blocks: own };
  });
}

/** A preface among the chapters is of the body, as is a book without chapters. */
function placeMatter(drafts: readonly Omit<SectionDraft, "matter">[]): SectionDraft[] {
  const isBody = ({ role }: Pick<SectionDraft, "role">): boolean => roleEntry(role).matter === "body";
  const first = Math.max(0, drafts.findIndex(isBody));
  const last = drafts.findLastIndex(isBody);
  return drafts.map((draft, i) => ({
    ...draft,
    matter: last < 0 || (i >= first && i <= last) ? "body" : i < first ? "front" : "back",
  }));
}

/**
 * A heading of the chapters' level opens a chapter. A higher one opens a part if nothing stands between it and the next
 * chapter; if text does, it opens a chapter that keeps all lower headings of the file. What stands above a file's first
 * heading belongs to its section if it is an epigraph or a picture, and is a section by itself if it is running text. If
 * numbers stay `inside` a chapter, none of them opens one.
 */
function divideFile(file: Manuscript, levels: Levels, isInside: boolean): Group[] {
  const lead = leadLength(file.blocks);
  const leading = file.blocks.slice(0, lead);
  const groups: Group[] = [];
  /** Headings below this level belong to the section that is open. */
  let splitting = levels.chapter;
  for (let index = lead; index < file.blocks.length; index++) {
    const block = file.blocks[index];
    if (!block) continue;
    const above = groups.length === 0 ? leading : [];
    const stays = block.kind === "heading" && block.found === "number" && isInside;
    if (block.kind !== "heading" || stays || (block.level > splitting && groups.length > 0)) {
      if (groups.length === 0) groups.push({ role: "chapter", blocks: [...above] });
      groups.at(-1)?.blocks.push(block);
      continue;
    }
    const role = roleOf(block, file.blocks.slice(index + 1), levels);
    const isOuter = block.found === "title" || isPart(block);
    const ownRight =
      role === "chapter" && block.level < levels.chapter && groups.length === 0 && !levels.fixed && !isOuter;
    splitting = ownRight ? block.level : levels.chapter;
    const isList = block.found === "title" && isContentsName(plainText(block.children));
    groups.push({ role: isList ? "contents-list" : role, heading: block, blocks: [...above, block] });
  }
  if (groups.length === 0) groups.push({ role: "chapter", blocks: [...leading] });
  return groups;
}

function roleOf(heading: Heading, after: readonly Block[], levels: Levels): "part" | "chapter" {
  if (levels.part !== undefined) return heading.level === levels.part ? "part" : "chapter";
  if (heading.level >= levels.chapter) return "chapter";
  const own = after.findIndex((block) => block.kind === "heading" && block.level <= levels.chapter);
  const hasText = (own < 0 ? after : after.slice(0, own)).length > 0;
  if (!hasText) return "part";
  const isOuter = heading.found === "title" || isPart(heading);
  const next = after[own];
  const holdsChapters = next?.kind === "heading" && next.level > heading.level;
  return (levels.fixed && own >= 0) || (isOuter && holdsChapters) ? "part" : "chapter";
}

function draft(
  file: Manuscript,
  group: Group,
  ordinal: number,
  words: BookWords,
  bookTitle: string | undefined,
): Omit<SectionDraft, "matter"> {
  const given = ordinal === 0 ? file.title : undefined;
  const heading =
    group.heading ?? findNested(group.blocks) ?? (given === undefined ? undefined : makeHeading(file, given));
  const known = group.heading !== undefined || heading === undefined || walkBlocks(group.blocks).includes(heading);
  const written = given || (heading && plainText(heading.children));
  const own = ordinal === 0 ? file.role : undefined;
  const role = own ?? (group.role === "chapter" && written ? findRoleOfTitle(written) : undefined) ?? group.role;
  const title = written || titleOfRole(role, words) || bookTitle || firstWords(group.blocks) || stemOf(file.name);
  return {
    role,
    file,
    ordinal,
    title,
    ...(heading && { heading }),
    blocks: known ? group.blocks : [heading, ...group.blocks],
    span: heading?.span ?? group.blocks[0]?.span ?? spanAt(file.path, 1),
  };
}

/** What a section is called that is known by its looks. */
function titleOfRole(role: SectionRole, words: BookWords): string | undefined {
  if (role === "dedication" || role === "epigraph" || role === "frontispiece") return words[role];
  return role === "copyrightpage" ? words.copyright : undefined;
}

/** The title of a section that is wholly wrapped in divisions: the heading that stands first in them. */
function findNested([first, ...rest]: readonly Block[]): Heading | undefined {
  if (first?.kind === "heading") return first.found === "number" ? undefined : first;
  if (first?.kind !== "division") return undefined;
  return findNested(first.children) ?? (first.children.length === 0 ? findNested(rest) : undefined);
}

/** A title given in the header is set above a text that has none of its own. */
function makeHeading(file: Manuscript, title: string): Heading {
  const span = spanAt(file.path, 1);
  return { kind: "heading", level: 1, id: "", children: [{ kind: "text", text: title, span }], span };
}

const MOST_WORDS = 6;

function firstWords(blocks: readonly Block[]): string {
  // A text in numbered sections has no title in its words.
  if (blocks[0]?.kind === "heading") return "";
  for (const block of walkBlocks(blocks)) {
    if (block.kind !== "paragraph" && block.kind !== "heading") continue;
    const words = plainText(block.children)
      .split(" ")
      .filter((word) => word !== "");
    if (words.length > 0) return words.slice(0, MOST_WORDS).join(" ") + (words.length > MOST_WORDS ? " …" : "");
  }
  return "";
}

function stemOf(name: string): string {
  const base = name.slice(name.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");
  return base.replace(/[-_]+/g, " ").trim() || "Untitled";
}
