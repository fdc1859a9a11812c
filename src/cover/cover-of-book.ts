/**
 * The cover of a book, in the forms that its outputs want.
 *
 * Comes in: the configuration and the stylesheet. Goes out: a made cover or warnings about the author's own; files for shops;
 * a picture for the PDF. It writes nothing.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { BookConfig } from "../config/book-config.ts";
import type { Outcome } from "../core/diagnostic.ts";
import { openFontLibrary } from "../fonts/library.ts";
import { openImages } from "../images/open-images.ts";
import { loadHyphenator } from "../language/hyphenate.ts";
import { computeStyles } from "../style/cascade.ts";
import type { StyleSheet } from "../style/style-sheet.ts";
import { checkCover } from "./check-cover.ts";
import type { Drawing } from "./drawing.ts";
import { makeCover } from "./make-cover.ts";
import { rasterise } from "./rasterise.ts";
import { writePng } from "./write-png.ts";
import { writeSvg } from "./write-svg.ts";

/**
 * A made cover, if the author names none and wants one. It opens the fonts for itself: drawing a letter that is made of others leaves
 * these without their characters in fontkit's (2.0) memory, and the PDF would lose them.
 */
export async function coverOfBook(config: BookConfig, sheet: StyleSheet): Promise<Outcome<Drawing | undefined>> {
  const named = config.cover && readImage(config.cover.path);
  if (config.cover && named) return { value: undefined, diagnostics: checkCover(named, config.cover) };
  if (!config.makesCover) return { value: undefined, diagnostics: [] };
  const { root } = computeStyles(sheet, [], config.language);
  const library = openFontLibrary(sheet.fontFaces, "screen");
  return makeCover(config, library, root.fontFamily, await loadHyphenator(config.language));
}

/** The made cover as the e-book has it. */
export function coverPng(made: Drawing): Promise<Uint8Array> {
  return writePng(rasterise(made));
}

/** The cover as files of its own, to be uploaded to shops: the author's as it is, a made one as PNG and SVG. */
export async function coverFiles(
  { cover, slug, title }: BookConfig,
  made: Drawing | undefined,
): Promise<readonly { readonly fileName: string; readonly bytes: Uint8Array }[]> {
  if (made) {
    return [
      { fileName: `${slug}-cover.png`, bytes: await coverPng(made) },
      { fileName: `${slug}-cover.svg`, bytes: new TextEncoder().encode(writeSvg(made, title)) },
    ];
  }
  const bytes = cover && readImage(cover.path);
  return cover && bytes ? [{ fileName: `${slug}-cover${path.extname(cover.path).toLowerCase()}`, bytes }] : [];
}

/** What the PDF for the screen begins with: its source, and its size in any unit. */
export function coverPicture(
  { cover, title }: BookConfig,
  made: Drawing | undefined,
):
  | {
      readonly width: number;
      readonly height: number;
      readonly source: { readonly path: string } | { readonly svg: string };
    }
  | undefined {
  if (made) return { width: made.width, height: made.height, source: { svg: writeSvg(made, title) } };
  const size = cover && openImages().size(cover.path);
  return cover && size && { ...size, source: { path: cover.path } };
}

/** Undefined if it cannot be read: those who put it into the books say so. */
function readImage(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
