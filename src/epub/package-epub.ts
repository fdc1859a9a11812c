/**
 * A marked-up book as the files of an EPUB 3.3.
 *
 * Comes in: the sections as element trees, the configuration, the stylesheet already translated for e-readers, and a
 * way to read image files. Goes out: an `EpubPackage` with every document finished. It writes nothing, and knows
 * neither zip nor epub-gen-memory.
 */
import { readFileSync } from "node:fs";
import type { ElementNode, MarkedSection } from "../book/element.ts";
import { elementsOf } from "../book/elements-of.ts";
import { roleEntry } from "../book/roles.ts";
import type { BookConfig } from "../config/book-config.ts";
import { type Diagnostic, diagnose, type Outcome } from "../core/diagnostic.ts";
import type { Page } from "../typeset/page/page.ts";
import { type AccessEvidence, claimAccess } from "./accessibility.ts";
import { checkConformance } from "./check-conformance.ts";
import { collectImages, type ImageTable, type ReadPicture } from "./collect-images.ts";
import type { EmbeddedFonts } from "./embed-fonts.ts";
import type { EpubDocument, EpubItem, EpubPackage, EpubResource } from "./epub-package.ts";
import { tidyAddress } from "./link-targets.ts";
import {
  hrefOf,
  listContents,
  listLandmarks,
  listPages,
  type Nav,
  type NavEntry,
  writeNavigation,
} from "./navigation.ts";
import { writeNcx } from "./ncx.ts";
import { NAV_ID, NCX_ID, type SpineItem, writePackageDocument } from "./package-document.ts";
import { markPages, type PageMark } from "./page-list.ts";
import { READER_CSS } from "./reader-css.ts";
import { simplifyText } from "./reader-text.ts";
import { giveAttributes } from "./semantics.ts";
import { findWords } from "./words.ts";
import {
  type Addresses,
  escapeAttribute,
  type Surroundings,
  UNBROKEN,
  writeDocument,
  writeElement,
} from "./write-xhtml.ts";

const XHTML = "application/xhtml+xml";

/** The files that every book has beside its own; epub-gen-memory fixes their names. */
const FIXED_ITEMS: readonly EpubItem[] = [
  { id: NAV_ID, href: "toc.xhtml", mediaType: XHTML, properties: ["nav"] },
  { id: NCX_ID, href: "toc.ncx", mediaType: "application/x-dtbncx+xml", properties: [] },
  { id: "css", href: "style.css", mediaType: "text/css", properties: [] },
];

/** The cover fills the screen as far as its shape allows. */
const COVER_CSS = `body { margin: 0; padding: 0; text-align: center; }
img { max-width: 100%; max-height: 100%; }
@supports (max-height: 100vh) { img { max-height: 100vh; } }
`;

/** For what must not be broken between lines; written only if a book has such a thing. */
const UNBROKEN_CSS = `.${UNBROKEN} {\n  white-space: nowrap;\n}\n`;

/** What is made for the e-book, and is none of the author's files. */
export interface PackageExtras {
  readonly fonts?: EmbeddedFonts;
  /** A made cover, if the author names none; see {@link coverResource}. */
  readonly cover?: EpubResource;
  /** Those of the print edition, set from the same sections; without them there is no page list. */
  readonly pages?: readonly Page[];
}

/** A made cover as a file of the package: at its top, where no name of the author's can collide with it. */
export function coverResource(png: Uint8Array): EpubResource {
  return { id: "cover-image", href: "cover.png", mediaType: "image/png", properties: ["cover-image"], bytes: png };
}

/** Every file of the EPUB. Sections come in reading order; the first identifier is the package's. */
export function packageEpub(
  sections: readonly MarkedSection[],
  config: BookConfig,
  css: string,
  readFile: ReadPicture = readFileSync,
  { fonts = { resources: [], css: "" }, cover: made, pages = [] }: PackageExtras = {},
): Outcome<EpubPackage> {
  const roots = sections.map((section) => section.root);
  const { value: images, diagnostics } = collectImages(roots, config, readFile);
  const cover = makeCoverPage(config, made ?? (config.cover && images.get(config.cover.path)));
  const addresses = makeAddresses(sections, images);
  const marks = config.pageList === "none" ? [] : markPages(pages, sections);
  const around = { ...addresses, pageBreaks: groupMarks(marks), attributesOf: giveAttributes(sections) };
  const chapters = sections.map((section) => makeDocument(section, config, around));
  const documents = [...(cover ? [cover.document] : []), ...chapters];
  const resources = [
    ...(cover ? [cover.stylesheet] : []),
    ...(made ? [made] : []),
    ...images.values(),
    ...fonts.resources,
  ];
  const contents = listContents(sections);
  const landmarks = listLandmarks(sections, config, cover?.document.href);
  const pageEntries = listPages(marks);
  const evidence: AccessEvidence = {
    sections,
    images,
    language: config.language,
    hasCover: cover !== undefined,
    hasPageList: marks.length > 0,
    css,
    ...(config.accessibility && { statement: config.accessibility }),
  };
  const faults = checkConformance(evidence);
  const identifier = config.identifiers[0] ?? "";
  const value: EpubPackage = {
    identifier,
    title: config.title,
    language: config.language,
    modified: config.modified,
    packageDocument: writePackageDocument(config, {
      identifier,
      manifest: [...FIXED_ITEMS, ...documents, ...resources],
      spine: orderSpine(documents, sections),
      landmarks,
      claims: claimAccess(evidence, faults),
      ...(marks.length > 0 && { pageSource: namePageSource(config) }),
    }),
    navigation: writeNavigation(listNavs(config, contents, landmarks, pageEntries), config),
    ncx: writeNcx(config, { identifier, contents, pages: pageEntries, documents }),
    css: fonts.css + READER_CSS + css + (chapters.some(isUnbroken) ? UNBROKEN_CSS : ""),
    documents,
    resources,
    ...(fonts.encryption !== undefined && { encryption: fonts.encryption }),
  };
  return {
    value,
    diagnostics: [...diagnostics, ...reportLinks(sections, addresses), ...reportFaults(config, faults)],
  };
}

function isUnbroken({ xhtml }: EpubDocument): boolean {
  return xhtml.includes(`class="${UNBROKEN}"`);
}

function listNavs(
  { language }: BookConfig,
  contents: readonly NavEntry[],
  landmarks: readonly NavEntry[],
  pages: readonly NavEntry[],
): Nav[] {
  const words = findWords(language);
  return [
    { type: "toc", title: words.contents, role: "doc-toc", hidden: false, entries: contents },
    { type: "landmarks", title: words.landmarks, hidden: true, entries: landmarks },
    ...(pages.length > 0
      ? [{ type: "page-list", title: words.pages, role: "doc-pagelist", hidden: true, entries: pages } as const]
      : []),
  ];
}

function groupMarks(marks: readonly PageMark[]): Surroundings["pageBreaks"] {
  const groups = new Map<ElementNode, PageMark[]>();
  for (const mark of marks) {
    const group = groups.get(mark.node);
    if (group) group.push(mark);
    else groups.set(mark.node, [mark]);
  }
  return groups;
}

/** The ISBN of the edition that has the pages; without one, the edition in words. */
function namePageSource(config: BookConfig): string {
  const { pageList, isbns, title, language } = config;
  if (pageList === "none") return title;
  return isbns.find(({ edition }) => edition === pageList)?.uri ?? `${title} (${findWords(language)[pageList]})`;
}

/** A claim that cannot be made, with all that stands against it. */
function reportFaults({ accessibility }: BookConfig, faults: readonly string[]): Diagnostic[] {
  if (accessibility?.certifiedBy === undefined || faults.length === 0) return [];
  const message = "The EPUB does not claim to conform to WCAG 2.2 AA, since something stands against it.";
  return [diagnose("accessibility/not-claimed", accessibility.span, message, ...faults)];
}

/**
 * The contents stand after cover and title page, where Kindle's rules want them, and outside the linear order: the
 * landmark that leads to them would otherwise be an error.
 */
function orderSpine(documents: readonly EpubDocument[], sections: readonly MarkedSection[]): SpineItem[] {
  const isOpening = ({ role, matter }: MarkedSection): boolean =>
    matter === "front" && roleEntry(role).display === true;
  const opening = new Set(["cover", ...sections.filter(isOpening).map(itemId)]);
  const items = documents.map(({ id }) => ({ id, linear: true }));
  const body = items.findIndex(({ id }) => !opening.has(id));
  return items.toSpliced(body < 0 ? items.length : body, 0, { id: NAV_ID, linear: false });
}

function itemId(section: MarkedSection): string {
  return `text-${section.id}`;
}

function makeDocument(section: MarkedSection, config: BookConfig, around: Surroundings): EpubDocument {
  const names = new Set([...elementsOf(section.root)].map((element) => element.name));
  const body = writeElement(section.root, around);
  const language = section.language ?? config.language;
  const title = simplifyText(section.title);
  return {
    id: itemId(section),
    href: hrefOf(section),
    mediaType: XHTML,
    properties: [...(names.has("math") ? ["mathml"] : []), ...(names.has("svg") ? ["svg"] : [])],
    title,
    xhtml: writeDocument({ language, title, stylesheet: "../style.css", body }),
  };
}

/** Section documents and images lie in folders beside each other. */
function makeAddresses(sections: readonly MarkedSection[], images: ImageTable): Addresses {
  const documents = new Set(sections.map((section) => `${section.id}.xhtml`));
  return {
    imageSource: (path) => {
      const image = images.get(path);
      return image && `../${image.href}`;
    },
    linkTarget: (href) => (documents.has(href.replace(/#.*$/s, "")) ? href : tidyAddress(href)),
  };
}

/** Links whose text stays and whose address is left out, because no reading system could follow it. */
function reportLinks(sections: readonly MarkedSection[], addresses: Addresses): Diagnostic[] {
  const links = sections.flatMap((section) => [...elementsOf(section.root)].filter((e) => e.name === "a"));
  return links.flatMap(({ attributes: { href = "" }, span }) => {
    if (!/^[a-z][a-z0-9+.-]*:/i.test(href) || addresses.linkTarget(href) !== undefined) return [];
    const message = `The address ${href} is none that an e-reader could open, so the EPUB shows only the link's text.`;
    return [
      diagnose("link/unknown-file", span, message, "Web addresses begin with https:// and contain no spaces."),
    ];
  });
}

function makeCoverPage(
  config: BookConfig,
  image: EpubResource | undefined,
): { readonly document: EpubDocument; readonly stylesheet: EpubResource } | undefined {
  if (!image) return undefined;
  const words = findWords(config.language);
  const alt = escapeAttribute(`${words.coverOf} ${config.title}`);
  const picture = `<img role="doc-cover" src="${escapeAttribute(image.href)}" alt="${alt}"/>`;
  const body = `<section class="cover" epub:type="cover">${picture}</section>`;
  return {
    document: {
      id: "cover",
      href: "cover.xhtml",
      mediaType: XHTML,
      properties: [],
      title: words.cover,
      xhtml: writeDocument({ language: config.language, title: words.cover, stylesheet: "cover.css", body }),
    },
    stylesheet: {
      id: "cover-css",
      href: "cover.css",
      mediaType: "text/css",
      properties: [],
      bytes: new TextEncoder().encode(COVER_CSS),
    },
  };
}
