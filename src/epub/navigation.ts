/**
 * The ways into a book: contents, landmarks, NCX.
 *
 * Comes in: the marked-up sections, in reading order. Goes out: one tree of entries, the navigation document
 * (EPUB 3.3 §7) and the NCX for Kindle's tools and old readers. The navigation document takes any number of `Nav`s,
 * so a page list is one more of them. It writes no file.
 */
import type { MarkedHeading, MarkedSection } from "../book/element.ts";
import { roleEntry } from "../book/roles.ts";
import type { BookConfig } from "../config/book-config.ts";
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
    const entry = { title: section.title, href, children };
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

/** The navigation document; the first nav's title is the document's. */
export function writeNavigation(navs: readonly Nav[], config: BookConfig): string {
  return writeDocument({
    language: config.language,
    title: navs[0]?.title ?? config.title,
    stylesheet: "style.css",
    body: navs.map((nav, index) => writeNav(nav, index === 0 ? "h1" : "h2")).join("\n"),
  });
}

/** The NCX (OPF 2.0.1 §2.4.1): the contents' two upper levels, and no more. */
export function writeNcx(contents: readonly NavEntry[], config: BookConfig, identifier: string): string {
  const upper = contents.map((entry) => ({
    ...entry,
    children: entry.children.map((child) => ({ ...child, children: [] })),
  }));
  const depth = upper.some((entry) => entry.children.length > 0) ? 2 : 1;
  const authors = config.authors
    .map((a) => `\n<docAuthor><text>${escapeText(a.name)}</text></docAuthor>`)
    .join("");
  return `<?xml version="1.0" encoding="UTF-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="${escapeAttribute(config.language)}">
<head>
<meta name="dtb:uid" content="${escapeAttribute(identifier)}"/>
<meta name="dtb:depth" content="${depth}"/>
<meta name="dtb:totalPageCount" content="0"/>
<meta name="dtb:maxPageNumber" content="0"/>
</head>
<docTitle><text>${escapeText(config.title)}</text></docTitle>${authors}
<navMap>
${writeNavPoints(upper, { count: 0 })}
</navMap>
</ncx>
`;
}

function headingEntries(headings: readonly MarkedHeading[], document: string): NavEntry[] {
  return headings.map((heading) => ({
    title: heading.title,
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

/** `playOrder` counts the points in reading order, through all levels. */
function writeNavPoints(entries: readonly NavEntry[], played: { count: number }): string {
  return entries
    .map(({ title, href, children }) => {
      played.count += 1;
      const open = `<navPoint id="${pointId(href)}" playOrder="${played.count}">`;
      const label = `<navLabel><text>${escapeText(title)}</text></navLabel>`;
      const nested = children.length > 0 ? `\n${writeNavPoints(children, played)}\n` : "";
      return `${open}${label}<content src="${escapeAttribute(href)}"/>${nested}</navPoint>`;
    })
    .join("\n");
}

/** An XML name for an address, different for different addresses. */
function pointId(href: string): string {
  const name = href.replace("text/", "").replace(".xhtml", "");
  return `point-${name.replace(/[^\p{L}\p{N}-]/gu, (c) => (c === "#" ? "." : `_${c.codePointAt(0)?.toString(16)}_`))}`;
}
