/**
 * The pages that a book has of its own accord: half-title, title page, copyright page, contents.
 *
 * Comes in: the marked-up sections of the manuscript, and what book.yaml says. Goes out: all sections of the book in order. What the
 * author has written takes the place of what would be made here.
 */
import path from "node:path";
import type { BookConfig, Isbn } from "../config/book-config.ts";
import { type Span, spanAt } from "../core/span.ts";
import { findBookWords } from "../language/book-words.ts";
import { listCredits, nameVolume } from "../language/credits.ts";
import type { Element, MarkedSection } from "./element.ts";
import { listContents, wantsContents } from "./list-contents.ts";
import { makeElement, makeText } from "./make-element.ts";
import { roleEntry, type SectionRole } from "./roles.ts";
import { makeNameGiver } from "./slugs.ts";

export function addFrontMatter(written: readonly MarkedSection[], config: BookConfig): readonly MarkedSection[] {
  const giveId = makeNameGiver(written.map((section) => section.id));
  const has = (role: SectionRole): boolean => written.some((section) => section.role === role);
  const make = (role: SectionRole, title: string, children: readonly Element[]): MarkedSection[] =>
    children.length === 0 || has(role) ? [] : [makeSection(role, giveId(role), title, children)];
  const words = findBookWords(config.language);
  const isOpening = ({ role }: MarkedSection): boolean => OPENING.has(role);
  const opening = written.filter((section) => section.matter === "front" && isOpening(section));
  const display = written.filter(
    (section) => section.matter === "front" && isDisplay(section) && !isOpening(section),
  );
  const rest = written.filter((section) => !opening.includes(section) && !display.includes(section));
  const own = (role: SectionRole): readonly MarkedSection[] => opening.filter((section) => section.role === role);
  const contents = wantsContents(written, config) ? listContents(written, config) : [];
  return [
    ...make("halftitlepage", config.title, markHalfTitle(config)),
    ...own("halftitlepage"),
    ...own("frontispiece"),
    ...make("titlepage", config.title, markTitlePage(config)),
    ...own("titlepage"),
    ...make("copyrightpage", words.copyright, markCopyright(config)),
    ...own("copyrightpage"),
    ...display,
    ...make("toc", words.contents, contents),
    ...rest,
  ];
}

/** What stands before all else, in this order. */
const OPENING: ReadonlySet<SectionRole> = new Set<SectionRole>([
  "halftitlepage",
  "frontispiece",
  "titlepage",
  "copyrightpage",
]);

function isDisplay({ role }: MarkedSection): boolean {
  return roleEntry(role).display ?? false;
}

const PRINT_ONLY: ReadonlySet<SectionRole> = new Set<SectionRole>(["halftitlepage", "toc"]);

function makeSection(role: SectionRole, id: string, title: string, children: readonly Element[]): MarkedSection {
  const { type } = roleEntry(role);
  const isContents = role === "toc";
  const attributes = {
    ...(type !== undefined && { "epub:type": type }),
    ...(isContents && { role: "doc-toc" }),
  };
  const span = children[0]?.span ?? spanAt("", 1);
  const root = makeElement(isContents ? "nav" : "section", span, children, { classes: [role], attributes });
  return { id, role, matter: "front", printOnly: PRINT_ONLY.has(role), title, root, headings: [] };
}

/** The line of book.yaml that a text comes from is not known any more; its file is. */
function spanOf(config: BookConfig): Span {
  return spanAt(path.join(config.folder, "book.yaml"), 1);
}

function line(config: BookConfig, name: string, text: string, ...classes: readonly string[]): Element {
  const span = spanOf(config);
  return makeElement(name, span, [makeText(text, span)], { classes });
}

function markHalfTitle(config: BookConfig): Element[] {
  return [line(config, "p", config.title, "title")];
}

function markTitlePage(config: BookConfig): Element[] {
  return [
    line(config, "h1", config.title),
    ...(config.subtitle === undefined ? [] : [line(config, "p", config.subtitle, "subtitle")]),
    ...(config.series ? [line(config, "p", nameVolume(config.series, config.language), "series")] : []),
    ...markAuthors(config),
    ...markCredits(config, false),
    ...(config.publisher === undefined ? [] : [line(config, "p", config.publisher, "publisher")]),
  ];
}

/** Several stand together, so that one alone is told by its place. */
function markAuthors(config: BookConfig): Element[] {
  const authors = config.authors.map((author) => line(config, "p", author.name, "author"));
  return authors.length > 1 ? [makeElement("div", spanOf(config), authors, { classes: ["authors"] })] : authors;
}

/** Everybody who had a part in the book, by what they did; cover and design are named on the copyright page alone. */
function markCredits(config: BookConfig, full: boolean): Element[] {
  const credits = config.contributors.map(({ name, task, credit: words }) => ({
    name,
    task,
    ...(words !== undefined && { words }),
  }));
  return listCredits(credits, config.language, full).map((text) => line(config, "p", text, "contributor"));
}

/** Only what is given, so that a book without particulars has no such page. */
function markCopyright(config: BookConfig): Element[] {
  const { rights = "", publisher, edition } = config;
  const paragraphs = rights.split(/\n\s*\n/).filter((text) => text.trim() !== "");
  const particulars = [
    ...claimCopyright(config).map((text) => line(config, "p", text, "copyright")),
    ...paragraphs.map((text) => line(config, "p", text.replace(/\s+/g, " ").trim(), "rights")),
    ...markCredits(config, true),
    ...(edition === undefined ? [] : [line(config, "p", edition, "edition")]),
    ...(publisher === undefined ? [] : [line(config, "p", publisher, "publisher")]),
    ...listIsbns(config).map((isbn) => line(config, "p", showIsbn(isbn, config.language), "isbn")),
  ];
  return particulars.length === 0 ? [] : [line(config, "p", config.title, "title"), ...particulars];
}

/** Of `isbn:`, and those that the author has written as `identifier:`. */
function listIsbns({ isbns, identifiers }: BookConfig): readonly Isbn[] {
  const others = identifiers.filter(
    (uri) => uri.startsWith("urn:isbn:") && !isbns.some((isbn) => isbn.uri === uri),
  );
  return [...isbns, ...others.map((uri) => ({ uri }))];
}

/** All editions are named in each of them, as is the custom; one whose kind is not given, or is just print, by its number alone. */
function showIsbn({ uri, groups, edition }: Isbn, language: string): string {
  const words = findBookWords(language);
  const names = {
    epub: "EPUB",
    pdf: "PDF",
    paperback: words.paperback,
    hardback: words.hardback,
    print: undefined,
  };
  const name = edition && names[edition];
  const number = `ISBN ${groups ?? uri.replace("urn:isbn:", "")}`;
  return name === undefined ? number : `${number} (${name})`;
}

/** The author's own words count: whoever writes of copyright, or gives it up, is not spoken for. */
function claimCopyright({ rights = "", date, authors, language }: BookConfig): readonly string[] {
  const isSaid = /©|\(c\)|copyright|public domain|domaine public|gemeinfrei|\bcc0\b/i.test(rights);
  const year = date?.slice(0, 4);
  if (isSaid || year === undefined || authors.length === 0) return [];
  const names = new Intl.ListFormat(language, { type: "conjunction" }).format(authors.map(({ name }) => name));
  return [`Copyright © ${year} ${names}`];
}
