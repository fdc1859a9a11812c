/**
 * The book as elements.
 *
 * Comes in: a `ResolvedBook`. Goes out: one element tree for each document, in the names that stylesheets select by; title page and the
 * other pages that come from book.yaml among them. Roles follow EPUB Structural Semantics 1.1 and DPUB-ARIA 1.1, one of each for an element.
 */
import type { BookConfig } from "../config/book-config.ts";
import { addFrontMatter } from "./add-front-matter.ts";
import type { Element, MarkedHeading, MarkedSection } from "./element.ts";
import { languageOf, makeElement, makeText } from "./make-element.ts";
import { markBlocks } from "./mark-blocks.ts";
import type { Block, Heading, ResolvedBook, ResolvedNote, Section } from "./model.ts";
import { roleEntry } from "./roles.ts";
import { findVerse } from "./verse.ts";
import { plainText } from "./walk.ts";

export function markUp(book: ResolvedBook, config: BookConfig): readonly MarkedSection[] {
  return addFrontMatter(book.sections.map(markSection), config);
}

function markSection(section: Section): MarkedSection {
  const { role, matter, id, title, language, classes, span } = section;
  const children = markBlocks(matter === "body" ? findVerse(section.blocks) : section.blocks, id);
  if (section.notes.length > 0) {
    const notes = section.notes.map((note) => markNote(note, id));
    const attributes = { "epub:type": "footnotes" };
    children.push(makeElement("section", span, notes, { classes: ["footnotes"], attributes }));
  }
  const { type, aria } = roleEntry(role);
  const attributes = {
    ...(type !== undefined && { "epub:type": type }),
    ...(aria !== undefined && { role: aria }),
    ...languageOf(language),
  };
  const named = [role, ...classes.filter((name) => name !== role)];
  const root = makeElement("section", span, children, { classes: named, attributes });
  const headings = nestHeadings(section.blocks);
  return {
    id,
    role,
    matter,
    printOnly: false,
    title,
    ...(language !== undefined && { language }),
    root,
    headings,
  };
}

/** The note's number stands at the head of its first paragraph, and leads back to where the reader came from. */
function markNote({ number, children, span }: ResolvedNote, section: string): Element {
  const back = makeElement("a", span, [makeText(String(number), span)], {
    classes: ["backlink"],
    attributes: { href: `${section}.xhtml#noteref-${number}`, role: "doc-backlink" },
  });
  const head = [back, makeText(" ", span)];
  const [first, ...rest] = markBlocks(children, section);
  const opens = first?.kind === "element" && first.name === "p";
  const body = opens
    ? [{ ...first, children: [...head, ...first.children] }, ...rest]
    : first
      ? [first, ...rest]
      : [];
  const blocks = opens ? body : [makeElement("p", span, head), ...body];
  const attributes = { "epub:type": "footnote", role: "doc-footnote" };
  return makeElement("aside", span, blocks, { classes: ["footnote"], id: `note-${number}`, attributes });
}

interface OpenHeading extends MarkedHeading {
  readonly level: number;
  readonly children: OpenHeading[];
}

/** Headings that stand in the text itself or in divisions of it; those in quotations, lists and notes are somebody else's. */
function nestHeadings(blocks: readonly Block[]): MarkedHeading[] {
  const outermost: OpenHeading[] = [];
  const open: OpenHeading[] = [];
  for (const { level, id, children } of headingsIn(blocks)) {
    const title = plainText(children);
    if (level === 1 || title === "") continue;
    const heading: OpenHeading = { level, id, title, children: [] };
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    (open.at(-1)?.children ?? outermost).push(heading);
    open.push(heading);
  }
  return outermost.map(withoutLevel);
}

function withoutLevel({ id, title, children }: OpenHeading): MarkedHeading {
  return { id, title, children: children.map(withoutLevel) };
}

function headingsIn(blocks: readonly Block[]): Heading[] {
  return blocks.flatMap((block) => {
    if (block.kind === "heading") return [block];
    return block.kind === "division" ? headingsIn(block.children) : [];
  });
}
