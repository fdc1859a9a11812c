/**
 * A face cut down to the characters of one book, for embedding.
 *
 * Comes in: a face, characters, OpenType features. Goes out: a font file with no more than these need, or the word that the
 * font's owner forbids it. It writes nothing; the same input gives the same bytes.
 */
import { readFile } from "node:fs/promises";
import type { Face } from "./face.ts";

/** What a font's owner lets a book do with it: `fsType` of its OS/2 table (OpenType 1.9, "OS/2"). */
export type EmbeddingRight = "subset" | "whole" | "none";

/**
 * Features that reading systems apply unasked, and figures of both kinds: a few glyphs that keep tables and dates as the style
 * wants them. All others are kept where the style asks for them.
 */
const KEPT_FEATURES = [
  ...["ccmp", "locl", "rlig", "liga", "clig", "calt", "rclt", "rvrn", "curs", "kern", "mark", "mkmk"],
  ...["lnum", "onum", "pnum", "tnum"],
];

/** Copyright, licence and the licence's address (OpenType 1.9, "name"). */
const LICENCE_NAMES = [0, 13, 14];

/** Restricted fonts and those that allow their bitmaps only may not be embedded. */
export function embeddingRight({ font }: Pick<Face, "font">): EmbeddingRight {
  const { noEmbedding, viewOnly, editable, noSubsetting, bitmapOnly } = font["OS/2"].fsType;
  const restricted = noEmbedding && !viewOnly && !editable;
  if (restricted || bitmapOnly) return "none";
  return noSubsetting ? "whole" : "subset";
}

/** A TrueType or OpenType file that shows `characters`, and what `features` make of them. */
export async function subsetFace(
  face: Pick<Face, "font" | "file">,
  characters: string,
  features: readonly string[],
): Promise<Uint8Array> {
  const bytes = await readFile(face.file);
  if (embeddingRight(face) === "whole") return bytes;
  const { default: subsetFont } = await import("subset-font");
  const keepFeatures = [...new Set([...KEPT_FEATURES, ...features])];
  try {
    return await subsetFont(bytes, characters, {
      targetFormat: "sfnt",
      keepFeatures,
      preserveNameIds: LICENCE_NAMES,
    });
  } catch {
    // HarfBuzz is stricter than those who show fonts: what it cannot cut down is good enough whole.
    return bytes;
  }
}
