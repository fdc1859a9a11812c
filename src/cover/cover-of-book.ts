/**
 * The cover of a book, in the forms that its outputs want.
 *
 * Comes in: the configuration and the stylesheet. Goes out: a made cover, or the author's own as shops take it; files for shops; a
 * picture for the PDF. It writes nothing.
 */
import { readFileSync } from "node:fs";
import type { BookConfig } from "../config/book-config.ts";
import { diagnose, type Outcome } from "../core/diagnostic.ts";
import { openFontLibrary } from "../fonts/library.ts";
import { makeJpeg, type PictureSize } from "../images/convert-picture.ts";
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
 * The author's cover; a made one, if the author names none and wants one, or names one that cannot be shown. It opens the fonts for itself: drawing a letter that is
 * made of others leaves these without their characters in fontkit's (2.0) memory, and the PDF would lose them.
 */
export async function coverOfBook(config: BookConfig, sheet: StyleSheet): Promise<Outcome<Cover | undefined>> {
  const named = config.cover && readImage(config.cover.path);
  const fitted = config.cover && named ? await fitCover(named, config.cover) : undefined;
  const diagnostics = fitted?.diagnostics ?? [];
  if (fitted?.value) return { value: { kind: "given", bytes: fitted.value }, diagnostics };
  if (!fitted && !config.makesCover) return { value: undefined, diagnostics };
  const { root } = computeStyles(sheet, [], config.language);
  const library = openFontLibrary(sheet.fontFaces, "screen");
  const made = makeCover(config, library, root.fontFamily, await loadHyphenator(config.language));
  return {
    value: made.value && { kind: "made", drawing: made.value },
    diagnostics: [...diagnostics, ...made.diagnostics],
  };
}

/** The made cover as the e-book has it: flat colours are small and sharp in a PNG. */
export function coverPng(made: Drawing): Promise<Uint8Array> {
  return writePng(rasterise(made));
}

export interface CoverFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** The cover as files of its own, for shops: a JPEG, which all of them take, and a made one as SVG too. */
export async function coverFiles(
  { slug, title }: BookConfig,
  cover: Cover,
): Promise<Outcome<readonly CoverFile[]>> {
  const name = `${slug}-cover`;
  if (cover.kind === "made") {
    const { drawing } = cover;
    const svg = { fileName: `${name}.svg`, bytes: new TextEncoder().encode(writeSvg(drawing, title)) };
    const { value, diagnostics } = await jpegFile(name, await coverPng(drawing), "png", drawing);
    return { value: [value, svg], diagnostics };
  }
  const { bytes } = cover;
  const facts = readPicture(bytes);
  if (facts && facts.type !== "jpg" && facts.type !== "svg") {
    const { value, diagnostics } = await jpegFile(name, bytes, facts.type, facts);
    return { value: [value], diagnostics };
  }
  return { value: [{ fileName: `${name}.${facts?.type ?? "jpg"}`, bytes }], diagnostics: [] };
}

/** The picture as a JPEG; as it is, with a warning, where none can be made. */
async function jpegFile(
  name: string,
  bytes: Uint8Array,
  type: string,
  size: PictureSize,
): Promise<Outcome<CoverFile>> {
  try {
    return { value: { fileName: `${name}.jpg`, bytes: await makeJpeg(bytes, size) }, diagnostics: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The cover cannot be made a JPEG here: it is written as ${type.toUpperCase()}. (${reason})`;
    const hint = "Kindle's shop takes JPEG only: save it as such in any picture program.";
    return {
      value: { fileName: `${name}.${type}`, bytes },
      diagnostics: [diagnose("image/format", undefined, message, hint)],
    };
  }
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
