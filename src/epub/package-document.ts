/**
 * The package document: what a library or shop reads of a book, and the list of its files.
 *
 * Comes in: the configuration, the items, the accessibility claims. Goes out: `content.opf` (EPUB 3.3 §5), in a form
 * that EPUBCheck 4.2.6 accepts too. No element is written empty. It writes no file.
 */
import type { BookConfig, Contributor, Person, Subject } from "../config/book-config.ts";
import type { AccessClaims } from "./accessibility.ts";
import type { EpubItem } from "./epub-package.ts";
import type { NavEntry } from "./navigation.ts";
import { escapeAttribute, escapeText } from "./write-xhtml.ts";

/** A place in the reading order. */
export interface SpineItem {
  /** Of an item in the manifest. */
  readonly id: string;
  /** False for what is reached by a link, and passed by in reading on. */
  readonly linear: boolean;
}

/** What the package document lists. */
export interface PackageParts {
  /** One of the configuration's. */
  readonly identifier: string;
  /** Every file but the package document itself. */
  readonly manifest: readonly EpubItem[];
  /** In reading order. */
  readonly spine: readonly SpineItem[];
  /** Those of the navigation document, in its order. */
  readonly landmarks: readonly NavEntry[];
  readonly claims: AccessClaims;
  /** What has the pages that the page list names: a URI, or words in the book's language; absent if there is no such list. */
  readonly pageSource?: string;
}

/** Ids in the manifest that the spine names. */
export const NAV_ID = "nav";
export const NCX_ID = "ncx";

/** Apple Books shows embedded fonts only if told that there are some. */
const APPLE_PREFIX = "ibooks: http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/";

/** The text of `content.opf`. */
export function writePackageDocument(config: BookConfig, parts: PackageParts): string {
  const { language } = config;
  const cover = parts.manifest.find((item) => item.properties.includes("cover-image"));
  const hasFonts = parts.manifest.some((item) => item.mediaType.startsWith("font/"));
  const prefix = hasFonts ? ` prefix="${APPLE_PREFIX}"` : "";
  const metadata = [
    ...listIdentifiers(config, parts.identifier),
    ...listTitles(config),
    dublin("language", language),
    ...config.authors.flatMap((author, index) => listCreator(author, index + 1, language)),
    ...config.contributors.flatMap((contributor, index) => listContributor(contributor, index + 1, language)),
    dublin("publisher", config.publisher),
    dublin("date", config.date),
    dublin("description", plain(config.description)),
    ...config.subjects.flatMap(listSubject),
    dublin("rights", config.rights),
    ...listSource(parts.pageSource),
    ...listSeries(config),
    meta("dcterms:modified", config.modified),
    ...listClaims(parts.claims, language),
    hasFonts ? meta("ibooks:specified-fonts", "true") : "",
    cover ? `<meta name="cover" content="${escapeAttribute(cover.id)}"/>` : "",
  ].filter((line) => line !== "");
  const manifest = parts.manifest.map(writeItem);
  const spine = parts.spine.map(
    ({ id, linear }) => `<itemref idref="${escapeAttribute(id)}"${linear ? "" : ` linear="no"`}/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="pub-id"${prefix} xml:lang="${escapeAttribute(config.language)}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${metadata.join("\n")}
</metadata>
<manifest>
${manifest.join("\n")}
</manifest>
<spine toc="${NCX_ID}">
${spine.join("\n")}
</spine>
<guide>
${parts.landmarks.flatMap(writeReference).join("\n")}
</guide>
</package>
`;
}

/**
 * A name as catalogues sort it: "Jane Austen" is "Austen, Jane". A name that has a comma is taken to be sorted
 * already; languages that put the surname first keep their order.
 */
export function sortName(author: Person, language: string): string {
  if (author.sortName !== undefined) return author.sortName;
  const words = author.name.trim().split(/\s+/);
  if (words.length < 2 || author.name.includes(",") || /^(hu|ja|ko|vi|zh)\b/i.test(language)) return author.name;
  const suffix =
    words.length > 2 && /^(jr\.?|sr\.?|II|III|IV)$/i.test(words.at(-1) ?? "") ? words.pop() : undefined;
  const surname = words.pop() ?? "";
  return [surname, words.join(" "), suffix].filter((part) => part !== undefined).join(", ");
}

function listIdentifiers(config: BookConfig, identifier: string): string[] {
  const others = config.identifiers.filter((other) => other !== identifier);
  return [dublin("identifier", identifier, "pub-id"), ...others.map((other) => dublin("identifier", other))];
}

function listTitles(config: BookConfig): string[] {
  const title = [dublin("title", config.title, "title"), meta("title-type", "main", "title")];
  if (!plain(config.subtitle)) return title;
  return [
    ...title,
    meta("display-seq", "1", "title"),
    dublin("title", config.subtitle, "subtitle"),
    meta("title-type", "subtitle", "subtitle"),
    meta("display-seq", "2", "subtitle"),
  ];
}

function listCreator(author: Person, position: number, language: string): string[] {
  return listPerson("creator", author, "aut", position, language);
}

function listContributor(contributor: Contributor, position: number, language: string): string[] {
  return listPerson("contributor", contributor, contributor.role, position, language);
}

/** `role` is a MARC relator code; `display-seq` counts from 1 among the creators, and among the contributors. */
function listPerson(
  element: "creator" | "contributor",
  person: Person,
  role: string,
  position: number,
  language: string,
): string[] {
  const id = `${element}-${position}`;
  return [
    dublin(element, person.name, id),
    `<meta refines="#${id}" property="role" scheme="marc:relators">${role}</meta>`,
    meta("file-as", sortName(person, language), id),
    meta("display-seq", String(position), id),
  ];
}

/** EPUB 3.3 D.3.1: a subject of a scheme has its authority and its term. */
function listSubject({ name, scheme }: Subject, index: number): string[] {
  if (!scheme) return [dublin("subject", name)];
  const id = `subject-${index + 1}`;
  return [dublin("subject", name, id), meta("authority", scheme.authority, id), meta("term", scheme.code, id)];
}

/** EPUB Accessibility 1.1 §4.2.3 names the source of the page breaks; `pageBreakSource`, its newer way, EPUBCheck 4.2.6 refuses. */
function listSource(pageSource: string | undefined): string[] {
  if (pageSource === undefined) return [];
  return [dublin("source", pageSource, "print"), meta("source-of", "pagination", "print")];
}

/** `group-position` is a number with any number of points in it (EPUB 3.3 §D.3.6); anything else is left out. */
function listSeries(config: BookConfig): string[] {
  const { series } = config;
  if (!series) return [];
  const number = series.number?.trim() ?? "";
  return [
    `<meta property="belongs-to-collection" id="series">${escapeText(series.name)}</meta>`,
    meta("collection-type", "series", "series"),
    /^\d+(\.\d+)*$/.test(number) ? meta("group-position", number, "series") : "",
  ];
}

function listClaims(claims: AccessClaims, language: string): string[] {
  const { text, language: spoken = language } = claims.summary;
  const foreign = spoken === language ? "" : ` xml:lang="${spoken}"`;
  return [
    ...claims.modes.map((mode) => meta("schema:accessMode", mode)),
    ...claims.sufficientModes.map((modes) => meta("schema:accessModeSufficient", modes)),
    ...claims.features.map((feature) => meta("schema:accessibilityFeature", feature)),
    meta("schema:accessibilityHazard", claims.hazard),
    `<meta property="schema:accessibilitySummary"${foreign}>${escapeText(text)}</meta>`,
    ...listConformance(claims.conformance),
  ];
}

/** EPUB Accessibility 1.1 §3.5: the publication, the guidelines and the level are one string. */
function listConformance(conformance: AccessClaims["conformance"]): string[] {
  if (!conformance) return [];
  return [
    `<meta property="dcterms:conformsTo" id="conformance">${escapeText(conformance.standard)}</meta>`,
    meta("a11y:certifiedBy", conformance.certifiedBy, "conformance"),
  ];
}

/** What landmarks are called in the guide (OPF 2.0.1 §2.6), which older Kindles open a book by; others say nothing there. */
const GUIDE_TYPES: Readonly<Record<string, string>> = {
  bodymatter: "text",
  "copyright-page": "copyright-page",
  cover: "cover",
  dedication: "dedication",
  epigraph: "epigraph",
  foreword: "foreword",
  preface: "preface",
  titlepage: "title-page",
  toc: "toc",
};

function writeReference({ type = "", title, href }: NavEntry): string[] {
  const known = GUIDE_TYPES[type];
  if (known === undefined) return [];
  return [`<reference type="${known}" title="${escapeAttribute(title)}" href="${escapeAttribute(href)}"/>`];
}

function writeItem(item: EpubItem): string {
  const properties = item.properties.length > 0 ? ` properties="${item.properties.join(" ")}"` : "";
  const href = escapeAttribute(item.href);
  return `<item id="${escapeAttribute(item.id)}" href="${href}" media-type="${item.mediaType}"${properties}/>`;
}

function dublin(name: string, value: string | undefined, id?: string): string {
  const text = value?.trim();
  if (!text) return "";
  return `<dc:${name}${id === undefined ? "" : ` id="${id}"`}>${escapeText(text)}</dc:${name}>`;
}

function meta(property: string, value: string, refines?: string): string {
  const target = refines === undefined ? "" : ` refines="#${refines}"`;
  return `<meta${target} property="${property}">${escapeText(value)}</meta>`;
}

/** One paragraph of text. */
function plain(text: string | undefined): string | undefined {
  return text?.replace(/\s+/g, " ").trim();
}
