/**
 * The printed contents.
 *
 * Comes in: the marked-up sections of the manuscript. Goes out: the elements of `nav.toc`, a link for each section; page numbers
 * are the stylesheet's matter. The EPUB has contents of its own.
 */
import type { BookConfig } from "../config/book-config.ts";
import { spanAt } from "../core/span.ts";
import { findBookWords } from "../language/book-words.ts";
import type { Element, MarkedHeading, MarkedSection } from "./element.ts";
import { makeElement, makeText } from "./make-element.ts";
import { isNumberOnly } from "./number-titles.ts";
import { roleEntry } from "./roles.ts";

/** Fewer words are a story, which is read from end to end (SFWA's limit for a short story). */
const SHORT_STORY = 7_500;
const FEW_CHAPTERS = 5;
const FEW_TITLES = 2;

/** As book.yaml says; else for books in parts, with titled chapters, or with many chapters that are more than a story's sections. */
export function wantsContents(sections: readonly MarkedSection[], { contents }: BookConfig): boolean {
  if (contents !== undefined) return contents > 0 && sections.some(isListed);
  const chapters = sections.filter((section) => section.role === "chapter" && isListed(section));
  const titled = chapters.filter(({ title }) => !isNumberOnly(title));
  if (sections.some(({ role }) => role === "part") || titled.length > FEW_TITLES) return true;
  return chapters.length > FEW_CHAPTERS && countWords(sections, SHORT_STORY) >= SHORT_STORY;
}

/** Sections that have a heading, but for those that are found without looking: the dedication and its like. */
function isListed({ role, root }: MarkedSection): boolean {
  return !roleEntry(role).display && role !== "toc" && hasTitle(root);
}

function hasTitle(element: Element): boolean {
  return (
    element.name === "h1" ||
    element.children.some((child) => child.kind === "element" && child.name !== "aside" && hasTitle(child))
  );
}

/** No more than needed to know whether there are `enough`. */
function countWords(sections: readonly MarkedSection[], enough: number): number {
  let words = 0;
  const count = (element: Element): void => {
    for (const child of element.children) {
      if (words >= enough) return;
      if (child.kind === "text") words += child.text.split(/\s+/).length - 1;
      else count(child);
    }
  };
  for (const { root } of sections) count(root);
  return words;
}

/** The heading and the list; chapters stand under their part, headings under their chapter as far as `contents` says. */
export function listContents(sections: readonly MarkedSection[], config: BookConfig): Element[] {
  const span = spanAt(config.folder, 1);
  const depth = config.contents ?? 1;
  const top: Element[] = [];
  let part: { readonly entry: MarkedSection; readonly chapters: Element[] } | undefined;
  const closePart = (): void => {
    if (part) top.push(listEntry(part.entry, part.chapters));
    part = undefined;
  };
  for (const section of sections.filter(isListed)) {
    if (section.role !== "chapter") closePart();
    if (section.role === "part") part = { entry: section, chapters: [] };
    else (part?.chapters ?? top).push(listEntry(section, listHeadings(section.headings, section, depth - 1)));
  }
  closePart();
  const heading = makeElement("h1", span, [makeText(findBookWords(config.language).contents, span)]);
  return [heading, makeElement("ol", span, top)];
}

function listEntry({ id, role, title, root }: MarkedSection, children: readonly Element[]): Element {
  return makeEntry(role, `${id}.xhtml`, title, root, children);
}

function listHeadings(headings: readonly MarkedHeading[], section: MarkedSection, depth: number): Element[] {
  if (depth < 1) return [];
  return headings.map(({ id, title, children }) =>
    makeEntry(
      "heading",
      `${section.id}.xhtml#${id}`,
      title,
      section.root,
      listHeadings(children, section, depth - 1),
    ),
  );
}

function makeEntry(
  name: string,
  href: string,
  title: string,
  { span }: Element,
  children: readonly Element[],
): Element {
  const link = makeElement("a", span, [makeText(title, span)], { attributes: { href } });
  const nested = children.length > 0 ? [makeElement("ol", span, children)] : [];
  // A rule about chapters must not be about lines of the contents.
  return makeElement("li", span, [link, ...nested], { classes: [`toc-${name}`] });
}
