/**
 * The NCX, for Kindle's tools and old readers.
 *
 * Comes in: the contents, the page list, and the documents they lead into. Goes out: `toc.ncx` (OPF 2.0.1 §2.4.1, and Z39.86-2005
 * clause 8). It holds the contents' two upper levels, and no more.
 */
import type { BookConfig } from "../config/book-config.ts";
import type { EpubDocument } from "./epub-package.ts";
import type { NavEntry } from "./navigation.ts";
import { escapeAttribute, escapeText } from "./write-xhtml.ts";

/** What an NCX lists. */
export interface NcxParts {
  /** The package's unique identifier. */
  readonly identifier: string;
  readonly contents: readonly NavEntry[];
  /** May be empty. */
  readonly pages: readonly NavEntry[];
  /** In reading order; every entry leads into one of them. */
  readonly documents: readonly EpubDocument[];
}

export function writeNcx(config: BookConfig, { identifier, contents, pages, documents }: NcxParts): string {
  const upper = contents.map((entry) => ({
    ...entry,
    children: entry.children.map((child) => ({ ...child, children: [] })),
  }));
  const depth = upper.some((entry) => entry.children.length > 0) ? 2 : 1;
  const played = orderTargets([...upper.flatMap(hrefsOf), ...pages.map(({ href }) => href)], documents);
  const numbers = pages.map(({ title }) => (/^[0-9]+$/.test(title) ? Number(title) : 0));
  const authors = config.authors
    .map((a) => `\n<docAuthor><text>${escapeText(a.name)}</text></docAuthor>`)
    .join("");
  const pageList = pages.length > 0 ? `\n<pageList>\n${writeTargets(pages, played)}\n</pageList>` : "";
  return `<?xml version="1.0" encoding="UTF-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="${escapeAttribute(config.language)}">
<head>
<meta name="dtb:uid" content="${escapeAttribute(identifier)}"/>
<meta name="dtb:depth" content="${depth}"/>
<meta name="dtb:totalPageCount" content="${pages.length}"/>
<meta name="dtb:maxPageNumber" content="${Math.max(0, ...numbers)}"/>
</head>
<docTitle><text>${escapeText(config.title)}</text></docTitle>${authors}
<navMap>
${writePoints(upper, played)}
</navMap>${pageList}
</ncx>
`;
}

function hrefsOf(entry: NavEntry): string[] {
  return [entry.href, ...entry.children.flatMap(hrefsOf)];
}

/** Each address's number in reading order, from 1; what is the same place has the same number. */
function orderTargets(hrefs: readonly string[], documents: readonly EpubDocument[]): ReadonlyMap<string, number> {
  const indices = new Map(documents.map((document, index) => [document.href, index]));
  const places = [...new Set(hrefs)].map((href) => {
    const [file = "", id] = href.split("#");
    const document = indices.get(file) ?? documents.length;
    const xhtml = documents[document]?.xhtml ?? "";
    return { href, document, at: id === undefined ? -1 : xhtml.indexOf(` id="${escapeAttribute(id)}"`) };
  });
  places.sort((a, b) => a.document - b.document || a.at - b.at);
  return new Map(places.map(({ href }, index) => [href, index + 1]));
}

function writePoints(entries: readonly NavEntry[], played: ReadonlyMap<string, number>): string {
  return entries
    .map(({ title, href, children }) => {
      const open = `<navPoint id="${pointId(href)}" playOrder="${played.get(href)}">`;
      const nested = children.length > 0 ? `\n${writePoints(children, played)}\n` : "";
      return `${open}${writeLabel(title, href)}${nested}</navPoint>`;
    })
    .join("\n");
}

/** Figures are pages of the body, Roman ones those of the front matter. */
function writeTargets(pages: readonly NavEntry[], played: ReadonlyMap<string, number>): string {
  return pages
    .map(({ title, href }) => {
      const normal = /^[0-9]+$/.test(title);
      const type = normal ? "normal" : /^[ivxlcdm]+$/i.test(title) ? "front" : "special";
      const value = normal ? ` value="${title}"` : "";
      const open = `<pageTarget id="${pointId(href)}" type="${type}"${value} playOrder="${played.get(href)}">`;
      return `${open}${writeLabel(title, href)}</pageTarget>`;
    })
    .join("\n");
}

function writeLabel(title: string, href: string): string {
  return `<navLabel><text>${escapeText(title)}</text></navLabel><content src="${escapeAttribute(href)}"/>`;
}

/** An XML name for an address, different for different addresses. */
function pointId(href: string): string {
  const name = href.replace("text/", "").replace(".xhtml", "");
  return `point-${name.replace(/[^\p{L}\p{N}-]/gu, (c) => (c === "#" ? "." : `_${c.codePointAt(0)?.toString(16)}_`))}`;
}
