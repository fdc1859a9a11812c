/**
 * The cover of a book, in the forms that its outputs want.
 *
 * Comes in: the configuration and the stylesheet. Goes out: a made cover, or the author's own as shops take it; files for shops; a
 * picture for the PDF. It writes nothing.
 */
import { readFileSync } from "node:fs";
import type { BookConfig } from "../config/book-config.ts";
import type { Outcome } from "../core/diagnostic.ts";
import { openFontLibrary } from "../fonts/library.ts";
import { makeJpeg } from "../images/convert-picture.ts";
import { readPicture } from "../images/read-picture.ts";
import { loadHyphenator } from "../language/hyphenate.ts";
import { computeStyles } from "../style/cascade.ts";
import type { StyleSheet } from "../style/style-sheet.ts";
import type { Drawing } from "./drawing.ts";
import { fitCover } from "./fit-cover.ts";
import { makeCover } from "./make-cover.ts";
import { rasterise } from "./rasterise.ts";
import { writePng } from "./write-png.ts";
import { writeSvg } from "./write-svg.ts";

/** A cover drawn by us, or the author's picture, made fit where it was not. */
export type Cover =
  | { readonly kind: "made"; readonly drawing: Drawing }
  | { readonly kind: "given"; readonly bytes: Uint8Array };

/**
 * The author's cover; a made one, if the author names none and wants one. It opens the fonts for itself: drawing a letter that is
 * made of others leaves these without their characters in fontkit's (2.0) memory, and the PDF would lose them.
 */
export async function coverOfBook(config: BookConfig, sheet: StyleSheet): Promise<Outcome<Cover | undefined>> {
  const named = config.cover && readImage(config.cover.path);
  if (config.cover && named) {
    const { value: bytes, diagnostics } = await fitCover(named, config.cover);
    return { value: { kind: "given", bytes }, diagnostics };
  }
  if (!config.makesCover) return { value: undefined, diagnostics: [] };
  const { root } = computeStyles(sheet, [], config.language);
  const library = openFontLibrary(sheet.fontFaces, "screen");
  const made = makeCover(config, library, root.fontFamily, await loadHyphenator(config.language));
  return { ...made, value: made.value && { kind: "made", drawing: made.value } };
}

/** The made cover as the e-book has it: flat colours are small and sharp in a PNG. */
export function coverPng(made: Drawing): Promise<Uint8Array> {
  return writePng(rasterise(made));
}

/** The cover as files of its own, for shops: a JPEG, which all of them take, and a made one as SVG too. */
export async function coverFiles(
  { slug, title }: BookConfig,
  cover: Cover,
): Promise<readonly { readonly fileName: string; readonly bytes: Uint8Array }[]> {
  const fileName = `${slug}-cover.jpg`;
  if (cover.kind === "made") {
    const { drawing } = cover;
    const svg = new TextEncoder().encode(writeSvg(drawing, title));
    const bytes = await makeJpeg(await coverPng(drawing), drawing);
    return [
      { fileName, bytes },
      { fileName: `${slug}-cover.svg`, bytes: svg },
    ];
  }
  const { bytes } = cover;
  const facts = readPicture(bytes);
  if (!facts || facts.type === "jpg") return [{ fileName, bytes }];
  if (facts.type === "svg") return [{ fileName: `${slug}-cover.svg`, bytes }];
  return [{ fileName, bytes: await makeJpeg(bytes, facts) }];
}

/** What the PDF for the screen begins with: its source, and its size in any unit. */
export function coverPicture(
  { title }: BookConfig,
  cover: Cover,
):
  | {
      readonly width: number;
      readonly height: number;
      readonly source: { readonly bytes: Uint8Array } | { readonly svg: string };
    }
  | undefined {
  if (cover.kind === "made") {
    const { width, height } = cover.drawing;
    return { width, height, source: { svg: writeSvg(cover.drawing, title) } };
  }
  const { bytes } = cover;
  const facts = readPicture(bytes);
  if (!facts) return undefined;
  const { type, width, height } = facts;
  if (type === "svg") return { width, height, source: { svg: new TextDecoder().decode(bytes) } };
  return type === "jpg" || type === "png" ? { width, height, source: { bytes } } : undefined;
}

/** Undefined if it cannot be read: those who put it into the books say so. */
function readImage(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
