/**
 * Pictures.
 *
 * Comes in: a placed image. Goes out: nothing; it is drawn on the present page, bitmaps by pdfkit, SVG by svg-to-pdfkit. It marks
 * no content.
 */
import { createRequire } from "node:module";
import type SvgToPdf from "svg-to-pdfkit";
import type { PrintedPicture } from "../images/open-pictures.ts";
import type { PlacedImage } from "../typeset/page/page.ts";
import type { BookDocument } from "./book-document.ts";

/** Loads the library when the first SVG is drawn: most books have none. */
function loadSvgWriter(): typeof SvgToPdf {
  return createRequire(import.meta.url)("svg-to-pdfkit");
}

/** The name under which the document knows the font for text in SVG pictures. */
export const PICTURE_FONT = "picture";

/** A picture by its path, as it is to be printed. */
export type PictureOf = (path: string) => PrintedPicture | undefined;

/** Draws pictures on the document's present page; each file goes into the document once. */
export function imageDrawer(document: BookDocument, pictureOf: PictureOf): (image: PlacedImage) => void {
  const opened = new Map<string, PDFKit.Mixins.ImageSrc>();
  return (image) => {
    const picture = pictureOf(image.path);
    if (!picture) return;
    if (picture.kind === "svg") {
      drawSvg(document, new TextDecoder().decode(picture.read()), image);
      return;
    }
    const bitmap = opened.get(image.path) ?? document.inside.openImage(Buffer.from(picture.read()));
    opened.set(image.path, bitmap);
    const { x, y, width, height } = image;
    document.image(bitmap, x, y, { width, height });
  };
}

/** Draws the text of an SVG. */
export function drawSvg(
  document: PDFKit.PDFDocument,
  svg: string,
  { x, y, width, height }: Pick<PlacedImage, "x" | "y" | "width" | "height">,
): void {
  document.save();
  const write = loadSvgWriter();
  write(document, fitSvg(svg, width, height), x, y, {
    width,
    height,
    assumePt: true,
    fontCallback: () => PICTURE_FONT,
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
