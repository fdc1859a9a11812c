/**
 * The book as elements.
 *
 * Comes in: a `ResolvedBook`. Goes out: one element tree for each document, title page first, in the names that stylesheets select
 * by. Roles follow EPUB Structural Semantics 1.1 and DPUB-ARIA 1.1, one of each for an element.
 */
import type { BookConfig } from "../config/book-config.ts";
import { type Span, spanAt } from "../core/span.ts";
import type { Element, ElementNode, MarkedHeading, MarkedSection } from "./element.ts";
import { markBlocks } from "./mark-blocks.ts";
import type { Heading, ResolvedBook, ResolvedNote, Section } from "./model.ts";
import { plainText } from "./walk.ts";

export function markUp(book: ResolvedBook, config: BookConfig): readonly MarkedSection[] {
  return [markTitlePage(config, book.sections), ...book.sections.map(markSection)];
}

/** Builds an element. */
export function makeElement(
  name: string,
  span: Span,
  children: readonly ElementNode[],
  classes: readonly string[] = [],
  attributes: Readonly<Record<string, string>> = {},
  id?: string,
): Element {
  const element = { kind: "element", name, classes, attributes, children, span } as const;
  return id === undefined || id === "" ? element : { ...element, id };
}

function markTitlePage(config: BookConfig, sections: readonly Section[]): MarkedSection {
  const span = spanAt(config.folder, 1);
  const line = (name: string, text: string, ...classes: readonly string[]): Element =>
    makeElement(name, span, [{ kind: "text", text, span }], classes);
  const children = [
    line("h1", config.title),
    ...(config.subtitle === undefined ? [] : [line("p", config.subtitle, "subtitle")]),
    ...config.authors.map((author) => line("p", author.name, "author")),
    ...(config.publisher === undefined ? [] : [line("p", config.publisher, "publisher")]),
  ];
  const taken = new Set(sections.map((section) => section.id));
  let id = "titlepage";
  for (let n = 2; taken.has(id); n++) id = `titlepage-${n}`;
  const root = makeElement("section", span, children, ["titlepage"], { "epub:type": "titlepage" });
  return { id, role: "titlepage", title: config.title, root, headings: [] };
}

function markSection(section: Section): MarkedSection {
  const { role, id, title, language, span } = section;
  const children = markBlocks(section.blocks, id);
  const notes = section.notes.map((note) => markNote(note, id));
  if (notes.length > 0) {
    children.push(makeElement("section", span, notes, ["footnotes"], { "epub:type": "footnotes" }));
  }
  const lang = language === undefined ? {} : { lang: language, "xml:lang": language };
  const roles = { "epub:type": role, role: `doc-${role}`, ...lang };
  const root = makeElement("section", span, children, [role, ...section.classes], roles);
  const marked = { id, role, title, root, headings: nestHeadings(section) };
  return language === undefined ? marked : { ...marked, language };
}

function markNote(note: ResolvedNote, section: string): Element {
  const { number, span } = note;
  const back = makeElement("a", span, [{ kind: "text", text: String(number), span }], ["backlink"], {
    href: `${section}.xhtml#noteref-${number}`,
    role: "doc-backlink",
  });
  const space = { kind: "text", text: " ", span } as const;
  const blocks = markBlocks(note.children, section);
  const [first, ...rest] = blocks;
  const opened =
    first?.kind === "element" && first.name === "p"
      ? [{ ...first, children: [back, space, ...first.children] }, ...rest]
      : [makeElement("p", span, [back]), ...blocks];
  const roles = { "epub:type": "footnote", role: "doc-footnote" };
  return makeElement("aside", span, opened, ["footnote"], roles, `note-${number}`);
}

interface OpenHeading {
  readonly level: number;
  readonly id: string;
  readonly title: string;
  readonly children: OpenHeading[];
}

function nestHeadings(section: Section): MarkedHeading[] {
  const top: OpenHeading[] = [];
  const open: OpenHeading[] = [];
  const headings = section.blocks.filter((block): block is Heading => block.kind === "heading" && block.level > 1);
  for (const { level, id, children } of headings) {
    const entry = { level, id, title: plainText(children) || id, children: [] };
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop();
    (open.at(-1)?.children ?? top).push(entry);
    open.push(entry);
  }
  return top;
}
