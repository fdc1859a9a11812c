/**
 * The PDF, through pdfkit.
 *
 * Comes in: finished pages, the outline, metadata. Goes out: the file's bytes, the same for the same input. It draws and
 * decides nothing: every glyph already has its place, so pdfkit's own text wrapper is never used.
 */
import { readFileSync } from "node:fs";
import PDFDocument from "pdfkit";
import SVGtoPDF from "svg-to-pdfkit";
import type { Face } from "../fonts/face.ts";
import type { Page, Placed, PlacedImage, PlacedLink, PlacedRule, PlacedRun } from "../typeset/page/page.ts";
import { type EmbeddedFont, embedFont, type PdfkitFont } from "./embedded-font.ts";
import type { OutlineEntry } from "./outline.ts";
import { writeContent } from "./page-content.ts";
import { labelRanges } from "./page-labels.ts";

/** What the file says of itself. */
export interface PdfMetadata {
  readonly title: string;
  /** Empty if there is none. */
  readonly author: string;
  readonly subject: string;
  readonly language: string;
  /** `CCYY-MM-DDThh:mm:ssZ`. */
  readonly modified: string;
  /** The face that text inside SVG pictures is set in. */
  readonly pictureFace: Face;
  /** What the book begins with, if it is made for the screen. */
  readonly cover?: CoverPicture;
}

/** A picture of a shape; its size is given in any unit. */
export interface CoverPicture {
  readonly width: number;
  readonly height: number;
  /** The absolute path of a picture file, or the text of an SVG made of paths. */
  readonly source: { readonly path: string } | { readonly svg: string };
  /** What readers call its page, in the book's language. */
  readonly label: string;
}

/** The parts of pdfkit's document that its types leave out (0.20). */
interface Internals {
  readonly _font: PdfkitFont;
  readonly _root: { readonly data: Record<string, unknown> };
  info: Record<string, unknown>;
}

export async function writePdf(
  pages: readonly Page[],
  outline: readonly OutlineEntry[],
  metadata: PdfMetadata,
): Promise<Uint8Array> {
  const document = openDocument(metadata);
  const bytes = collect(document);
  const fonts = new Map<Face, EmbeddedFont>();
  const fontOf = (face: Face): EmbeddedFont => {
    let font = fonts.get(face);
    if (!font) {
      document.font(face.font as unknown as PDFKit.Mixins.PDFFontSource, face.id);
      font = embedFont(face, internals(document)._font);
      fonts.set(face, font);
    }
    return font;
  };
  document.registerFont(
    "picture",
    metadata.pictureFace.font as unknown as PDFKit.Mixins.PDFFontSource,
    metadata.pictureFace.id,
  );
  const anchors = new Set(pages.flatMap((p) => p.items.flatMap((i) => (i.kind === "anchor" ? [i.name] : []))));
  const addToOutline = makeOutline(document, outline);
  if (metadata.cover && pages[0]) addCover(document, metadata.cover, pages[0]);
  for (const page of pages) {
    document.addPage({ size: [page.width, page.height], margin: 0 });
    for (const face of facesOf(page)) useFont(document, fontOf(face));
    document.addContent(writeContent(page.items.filter(isDrawn), page.height, fontOf));
    for (const item of page.items) drawRest(document, item, anchors, addToOutline);
  }
  labelPages(document, [
    ...(metadata.cover ? [metadata.cover.label, ""] : []),
    ...pages.map((page) => page.label),
  ]);
  document.end();
  return bytes;
}

function internals(document: PDFKit.PDFDocument): Internals {
  return document as unknown as Internals;
}

/** pdfkit puts the title and author into XMP unescaped (0.20), so they are escaped while it does. */
class BookDocument extends PDFDocument {
  _addInfo(): void {
    const self = internals(this);
    const plain = self.info;
    const escapeXml = (value: unknown): unknown =>
      typeof value === "string" ? value.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;") : value;
    self.info = Object.fromEntries(Object.entries(plain).map(([key, value]) => [key, escapeXml(value)]));
    const inherited = Object.getPrototypeOf(BookDocument.prototype) as { _addInfo: () => void };
    inherited._addInfo.call(this);
    self.info = plain;
  }
}

function openDocument(metadata: PdfMetadata): PDFKit.PDFDocument {
  const info: Record<string, unknown> = {
    Title: metadata.title,
    Creator: "Fleuron",
    Producer: "Fleuron",
    CreationDate: new Date(metadata.modified),
    ModDate: new Date(metadata.modified),
  };
  if (metadata.author !== "") info.Author = metadata.author;
  if (metadata.subject !== "") info.Subject = metadata.subject;
  return new BookDocument({
    autoFirstPage: false,
    font: "",
    pdfVersion: "1.7",
    lang: metadata.language,
    displayTitle: true,
    info,
  });
}

function collect(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    document.on("end", () => resolve(Buffer.concat(chunks)));
    document.on("error", reject);
  });
}

function isDrawn(item: Placed): item is PlacedRun | PlacedRule {
  return item.kind === "run" || item.kind === "rule";
}

function facesOf(page: Page): Set<Face> {
  return new Set(page.items.flatMap((item) => (item.kind === "run" ? [item.face] : [])));
}

function useFont(document: PDFKit.PDFDocument, font: EmbeddedFont): void {
  const page = document.page as unknown as { readonly fonts: Record<string, unknown> };
  page.fonts[font.id] ??= font.ref();
}

function drawRest(
  document: PDFKit.PDFDocument,
  item: Placed,
  anchors: ReadonlySet<string>,
  addToOutline: (anchor: string) => void,
): void {
  switch (item.kind) {
    case "run":
    case "rule":
      return;
    case "image":
      return drawImage(document, item);
    case "link":
      return addLink(document, item, anchors);
    case "anchor":
      document.addNamedDestination(item.name, "XYZ", item.x, item.y, null as unknown as number);
      addToOutline(item.name);
  }
}

function drawImage(document: PDFKit.PDFDocument, image: PlacedImage): void {
  const { x, y, width, height } = image;
  if (!image.path.toLowerCase().endsWith(".svg")) {
    document.image(image.path, x, y, { width, height });
    return;
  }
  drawSvg(document, readFileSync(image.path, "utf8"), image);
}

function drawSvg(
  document: PDFKit.PDFDocument,
  svg: string,
  { x, y, width, height }: Pick<PlacedImage, "x" | "y" | "width" | "height">,
): void {
  document.save();
  SVGtoPDF(document, fitSvg(svg, width, height), x, y, {
    width,
    height,
    assumePt: true,
    fontCallback: () => "picture",
    warningCallback: () => undefined,
  });
  document.restore();
}

/**
 * An SVG whose own size is the wanted one, its content scaled to it: svg-to-pdfkit (0.1) draws at the size that the file names,
 * whatever it is asked for. Sizes in user units stand for a missing `viewBox` (SVG 2, clause 8.2).
 */
function fitSvg(svg: string, width: number, height: number): string {
  return svg.replace(/<svg\b[^>]*>/, (root) => {
    const own = (name: string): string | undefined =>
      new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)`).exec(root)?.[1];
    const box = /\sviewBox\s*=/.test(root)
      ? ""
      : ` viewBox="0 0 ${own("width") ?? width} ${own("height") ?? height}"`;
    const bare = root.replace(/\s(?:width|height)\s*=\s*(?:"[^"]*"|'[^']*')/g, "");
    return bare.replace(/^<svg/, `<svg width="${width}" height="${height}"${box}`);
  });
}

/** A link inside the book that leads to nothing printed (a note's back-link target, say) is left out. */
function addLink(document: PDFKit.PDFDocument, link: PlacedLink, anchors: ReadonlySet<string>): void {
  const { x, y, width, height, href } = link;
  if (anchors.has(href)) document.goTo(x, y, width, height, href);
  else if (/^[a-z][a-z0-9+.-]*:/i.test(href)) document.link(x, y, width, height, href);
}

/** Adds an entry when the page that holds its anchor is being written; parents come before their children. */
function makeOutline(document: PDFKit.PDFDocument, entries: readonly OutlineEntry[]): (anchor: string) => void {
  const waiting = new Map<string, { readonly title: string; readonly parent: string | undefined }>();
  const add = (list: readonly OutlineEntry[], parent: string | undefined): void => {
    for (const entry of list) {
      waiting.set(entry.anchor, { title: entry.title, parent });
      add(entry.children, entry.anchor);
    }
  };
  add(entries, undefined);
  const made = new Map<string, PDFKit.PDFOutline>();
  return (anchor) => {
    const entry = waiting.get(anchor);
    if (!entry) return;
    waiting.delete(anchor);
    const parent = (entry.parent !== undefined && made.get(entry.parent)) || document.outline;
    made.set(anchor, parent.addItem(entry.title));
  };
}

/** Pages that a cover takes: itself and its empty inside. */
export const COVER_PAGES = 2;

/**
 * The cover, as high as the pages and as wide as its shape asks for; then its empty inside, so that rectos stay on the right where
 * a reader shows two pages at a time.
 */
function addCover(document: PDFKit.PDFDocument, cover: CoverPicture, { width, height }: Page): void {
  const across = (height * cover.width) / cover.height;
  const place = { x: 0, y: 0, width: across, height };
  document.addPage({ size: [across, height], margin: 0 });
  if ("path" in cover.source) drawImage(document, { kind: "image", ...place, path: cover.source.path, alt: "" });
  else drawSvg(document, cover.source.svg, place);
  document.addPage({ size: [width, height], margin: 0 });
}

/** pdfkit writes String objects as text, and plain strings as names. */
function labelPages(document: PDFKit.PDFDocument, labels: readonly string[]): void {
  const written = labelRanges(labels).map((entry) =>
    typeof entry === "number" || entry.P === undefined ? entry : { ...entry, P: Object(entry.P) },
  );
  internals(document)._root.data.PageLabels = { Nums: written };
}
