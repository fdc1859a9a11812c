/**
 * The PDF, through pdfkit.
 *
 * Comes in: finished pages, the sections that they show, the outline, metadata. Goes out: the file's bytes, the same for the same
 * input. It draws and decides nothing: every glyph already has its place, so pdfkit's own text wrapper is never used.
 */
import type { MarkedSection } from "../book/element.ts";
import type { Face } from "../fonts/face.ts";
import type { Page, Placed, PlacedImage, PlacedLink, PlacedRule, PlacedRun } from "../typeset/page/page.ts";
import { isAccessible } from "./accessible.ts";
import { BookDocument, collectBytes, type Reference } from "./book-document.ts";
import { drawSvg, imageDrawer, PICTURE_FONT, type PictureOf } from "./draw-image.ts";
import { type EmbeddedFont, embedFont } from "./embedded-font.ts";
import { addOutline, type OutlineEntry } from "./outline.ts";
import { type FontOf, writeContent } from "./page-content.ts";
import { labelRanges } from "./page-labels.ts";
import { type RunSpaces, readingSpaces } from "./reading-spaces.ts";
import { type Structure, structureOf } from "./structure.ts";
import { makeTagger, type PageTagger } from "./tag-pages.ts";
import { addAnchor, addLink, describeLink, leadsOf, sortDestinations } from "./write-links.ts";
import { type Drawn, printedElements, type TaggedLink, writeStructure } from "./write-structure.ts";
import type { FileFacts } from "./xmp.ts";

/** What the file says of itself, and is written with. */
export interface PdfMetadata extends FileFacts {
  /** The face that text inside SVG pictures is set in. */
  readonly pictureFace: Face;
  /** What the book begins with, if it is made for the screen. */
  readonly cover?: CoverPicture;
}

/** A picture of a shape; its size is given in any unit. */
export interface CoverPicture {
  readonly width: number;
  readonly height: number;
  /** A JPEG or PNG, or the text of an SVG. */
  readonly source: { readonly bytes: Uint8Array } | { readonly svg: string };
  /** What readers call its page, in the book's language. */
  readonly label: string;
}

/** What the pages show, and how to come to it. */
export interface PdfContent {
  readonly sections: readonly MarkedSection[];
  readonly outline: readonly OutlineEntry[];
  readonly pictureOf: PictureOf;
}

/** Pages that a cover takes: itself and its empty inside. */
export const COVER_PAGES = 2;

export async function writePdf(
  pages: readonly Page[],
  { sections, outline, pictureOf }: PdfContent,
  metadata: PdfMetadata,
): Promise<Uint8Array> {
  const document = new BookDocument(metadata);
  const bytes = collectBytes(document);
  const fontOf = fontsOf(document);
  document.registerFont(PICTURE_FONT, sourceOf(metadata.pictureFace), metadata.pictureFace.id);
  const anchors = new Set(pages.flatMap((p) => p.items.flatMap((i) => (i.kind === "anchor" ? [i.name] : []))));
  const leads = leadsOf(anchors);
  const structure = structureOf(sections, leads);
  const { cover } = metadata;
  if (cover && pages[0]) addCover(document, cover, pages[0]);
  const drawn = drawPages(document, pages, {
    structure,
    anchors,
    leads,
    fontOf,
    draw: imageDrawer(document, pictureOf),
  });
  addOutline(document, outline, anchors);
  sortDestinations(document);
  labelPages(document, [...(cover ? [cover.label, ""] : []), ...pages.map((page) => page.label)]);
  const elements = printedElements(structure, drawn);
  document.accessible = isAccessible({ title: metadata.title, pages, elements, untagged: drawn.untagged });
  writeStructure(document, structure, drawn);
  document.end();
  return bytes;
}

function sourceOf(face: Face): PDFKit.Mixins.PDFFontSource {
  return face.font as unknown as PDFKit.Mixins.PDFFontSource;
}

/** Embeds each face when it is first asked for. */
function fontsOf(document: BookDocument): FontOf {
  const fonts = new Map<Face, EmbeddedFont>();
  return (face) => {
    let font = fonts.get(face);
    if (!font) {
      document.font(sourceOf(face), face.id);
      font = embedFont(face, document.inside._font);
      fonts.set(face, font);
    }
    return font;
  };
}

/** What is the same for all pages. */
interface Means {
  readonly structure: Structure;
  readonly anchors: ReadonlySet<string>;
  readonly leads: (href: string) => boolean;
  readonly fontOf: FontOf;
  readonly draw: (image: PlacedImage) => void;
}

function drawPages(
  document: BookDocument,
  pages: readonly Page[],
  means: Means,
): Drawn & { readonly untagged: number } {
  const { structure, leads, fontOf, draw } = means;
  const { tagged, tagPage } = makeTagger(structure);
  const spaces = readingSpaces(pages, structure.placeOf);
  const links: TaggedLink[] = [];
  let untagged = 0;
  const references: Reference[] = [];
  for (const page of pages) {
    document.addPage({ size: [page.width, page.height], margin: 0 });
    const { dictionary } = document.page as unknown as { readonly dictionary: Reference };
    dictionary.data.StructParents = page.index;
    references.push(dictionary);
    const tagger = tagPage(page);
    drawText(document, page, fontOf, tagger, spaces);
    for (const item of page.items) {
      if (item.kind === "image") {
        document.addContent(tagger.begin(tagger.tagOf(item)));
        draw(item);
        document.addContent("EMC");
      } else if (item.kind === "anchor") addAnchor(document, item);
      else if (item.kind === "link" && leads(item.href)) {
        const link = linkOn(document, item, means, pages.length + links.length);
        if (link) links.push(link);
        else untagged++;
      }
    }
  }
  return { tagged, links, untagged, pages: references };
}

function drawText(
  document: BookDocument,
  page: Page,
  fontOf: FontOf,
  tagger: PageTagger,
  spaces: ReadonlyMap<PlacedRun, RunSpaces>,
): void {
  const { fonts } = document.page as unknown as { readonly fonts: Record<string, unknown> };
  for (const item of page.items) {
    if (item.kind !== "run") continue;
    const font = fontOf(item.face);
    fonts[font.id] ??= font.ref();
  }
  document.addContent(writeContent(page.items.filter(isText), { height: page.height, fontOf, tagger, spaces }));
}

function isText(item: Placed): item is PlacedRun | PlacedRule {
  return item.kind === "run" || item.kind === "rule";
}

/** A link that shows nothing of the book belongs to no structure. */
function linkOn(
  document: BookDocument,
  link: PlacedLink,
  { structure, anchors }: Means,
  key: number,
): TaggedLink | undefined {
  const owner = link.source && structure.linkOf(link.source);
  const contents = describeLink(link.href, owner?.element);
  const annotation = addLink(document, link, anchors, contents, owner && key);
  return owner && { link: owner, annotation };
}

/**
 * The cover, as high as the pages and as wide as its shape asks for; then its empty inside, so that rectos stay on the right where
 * a reader shows two pages at a time.
 */
function addCover(document: BookDocument, cover: CoverPicture, { width, height }: Page): void {
  const across = (height * cover.width) / cover.height;
  const place = { x: 0, y: 0, width: across, height };
  document.addPage({ size: [across, height], margin: 0 });
  document.addContent("/Artifact BMC");
  if ("svg" in cover.source) drawSvg(document, cover.source.svg, place);
  else document.image(Buffer.from(cover.source.bytes), 0, 0, { width: across, height });
  document.addContent("EMC");
  document.addPage({ size: [width, height], margin: 0 });
}

/** pdfkit writes String objects as text, and plain strings as names. */
function labelPages(document: BookDocument, labels: readonly string[]): void {
  const written = labelRanges(labels).map((entry) =>
    typeof entry === "number" || entry.P === undefined ? entry : { ...entry, P: Object(entry.P) },
  );
  document.inside._root.data.PageLabels = { Nums: written };
}
