/**
 * The ways into a book: contents, landmarks, page list.
 *
 * Comes in: the marked-up sections, in reading order. Goes out: trees of entries, and the navigation document (EPUB 3.3 §7),
 * which takes any number of `Nav`s. It writes no file.
 */
import type { MarkedHeading, MarkedSection } from "../book/element.ts";
import { roleEntry } from "../book/roles.ts";
import type { BookConfig } from "../config/book-config.ts";
import type { PageMark } from "./page-list.ts";
import { simplifyText } from "./reader-text.ts";
import { findWords } from "./words.ts";
import { escapeAttribute, escapeText, writeDocument } from "./write-xhtml.ts";

/** A line of a nav, with the lines under it. */
export interface NavEntry {
  readonly title: string;
  /** Relative to the navigation document. */
  readonly href: string;
  /** Only in landmarks: exactly one term of the EPUB structural vocabulary. */
  readonly type?: string;
  readonly children: readonly NavEntry[];
}

/** One `nav` element. */
export interface Nav {
  /** Its `epub:type`, and its id. */
  readonly type: "toc" | "landmarks" | "page-list";
  readonly title: string;
  /** Its DPUB-ARIA role, where there is one. */
  readonly role?: "doc-toc" | "doc-pagelist";
  /** True if only the reading system's own menus show it. */
  readonly hidden: boolean;
  /** Never empty. */
  readonly entries: readonly NavEntry[];
}

/** A section's document, relative to the package document. */
export function hrefOf(section: MarkedSection): string {
  return `text/${section.id}.xhtml`;
}

/** The contents: a part holds the chapters after it; headings stand under their section. What every book has is left out. */
export function listContents(sections: readonly MarkedSection[]): NavEntry[] {
  const listed = sections.filter((s) => s.role !== "titlepage" && s.role !== "copyrightpage");
  const top: NavEntry[] = [];
  let part: { readonly entry: NavEntry; readonly chapters: NavEntry[] } | undefined;
  for (const section of listed.length > 0 ? listed : sections) {
    const href = hrefOf(section);
    const children = headingEntries(section.headings, href);
    const entry = { title: simplifyText(section.title), href, children };
    if (section.role === "part") {
      part = { entry, chapters: children };
      top.push(entry);
    } else {
      if (section.role !== "chapter") part = undefined;
      (part?.chapters ?? top).push(entry);
    }
  }
  return top;
}

/** Cover, title page, contents and the beginning of the text, as far as the book has them. */
export function listLandmarks(
  sections: readonly MarkedSection[],
  config: BookConfig,
  cover: string | undefined,
): NavEntry[] {
  const words = findWords(config.language);
  const entry = (type: string, title: string, href: string): NavEntry => ({ type, title, href, children: [] });
  const titlePage = sections.find((s) => s.role === "titlepage");
  const body = sections.find((s) => s.matter === "body");
  const others = sections.filter((s) => s.role !== "titlepage" && s.matter === "front");
  return [
    ...(cover === undefined ? [] : [entry("cover", words.cover, cover)]),
    ...(titlePage ? [entry("titlepage", words.titlePage, hrefOf(titlePage))] : []),
    ...others.flatMap((s) => {
      const { type } = roleEntry(s.role);
      return type === undefined ? [] : [entry(type, s.title, hrefOf(s))];
    }),
    entry("toc", words.contents, "toc.xhtml#toc"),
    ...(body ? [entry("bodymatter", words.text, hrefOf(body))] : []),
  ];
}

/** The pages of the print edition, by their numbers. */
export function listPages(marks: readonly PageMark[]): NavEntry[] {
  return marks.map(({ label, id, section }) => ({ title: label, href: `${hrefOf(section)}#${id}`, children: [] }));
}

/** The navigation document; the first nav's title is the document's. */
export function writeNavigation(navs: readonly Nav[], config: BookConfig): string {
  return writeDocument({
    language: config.language,
    title: navs[0]?.title ?? config.title,
    stylesheet: "style.css",
    body: navs.map((nav, index) => writeNav(nav, index === 0 ? "h1" : "h2")).join("\n"),
  });
}

function headingEntries(headings: readonly MarkedHeading[], document: string): NavEntry[] {
  return headings.map((heading) => ({
    title: simplifyText(heading.title),
    href: `${document}#${heading.id}`,
    children: headingEntries(heading.children, document),
  }));
}

function writeNav(nav: Nav, heading: "h1" | "h2"): string {
  const role = nav.role ? ` role="${nav.role}"` : "";
  const hidden = nav.hidden ? ` hidden="hidden"` : "";
  return `<nav class="${nav.type}" epub:type="${nav.type}"${role} id="${nav.type}" aria-labelledby="${nav.type}-title"${hidden}>
<${heading} id="${nav.type}-title">${escapeText(nav.title)}</${heading}>
${writeEntries(nav.entries)}
</nav>`;
}

function writeEntries(entries: readonly NavEntry[]): string {
  const items = entries.map(({ title, href, type, children }) => {
    const attribute = type === undefined ? "" : ` epub:type="${type}"`;
    const nested = children.length > 0 ? `\n${writeEntries(children)}\n` : "";
    return `<li><a${attribute} href="${escapeAttribute(href)}">${escapeText(title)}</a>${nested}</li>`;
  });
  return `<ol>\n${items.join("\n")}\n</ol>`;
}
