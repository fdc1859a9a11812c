/**
 * Text as an outline on the cover.
 *
 * Comes in: a face, words, a size, a place. Goes out: one outline in the cover's pixels. It breaks no lines.
 */
import type { Face } from "../fonts/face.ts";
import { type Outline, outlineGlyph } from "../fonts/outline.ts";
import { transform } from "./drawing.ts";

/** How a line of text is set. */
export interface Lettering {
  readonly face: Face;
  /** Pixels. */
  readonly size: number;
  /** Between letters, em. */
  readonly tracking?: number;
  /** OpenType features, as {@link Face.shape} takes them. */
  readonly features?: string;
}

/** Without the space after the last letter; pixels. */
export function widthOf(text: string, { face, size, tracking = 0, features = "" }: Lettering): number {
  const shaped = face.shape(text, features);
  return (shaped.width + tracking * Math.max(0, shaped.glyphs.length - 1)) * size;
}

/** `x` is the left edge, the middle or the right edge of the line, `baseline` its baseline. */
export function setLine(
  text: string,
  lettering: Lettering,
  x: number,
  baseline: number,
  align: "left" | "center" | "right" = "left",
): Outline {
  const { face, size, tracking = 0, features = "" } = lettering;
  const shaped = face.shape(text, features);
  const shift = { left: 0, center: 0.5, right: 1 }[align] * widthOf(text, lettering);
  let pen = x - shift;
  return shaped.glyphs.flatMap((glyph, i) => {
    const [dx, dy] = shaped.offsets?.[i] ?? [0, 0];
    const placed = transform(outlineGlyph(face, glyph), [
      size,
      0,
      0,
      -size,
      pen + dx * size,
      baseline - dy * size,
    ]);
    pen += ((shaped.advances[i] ?? 0) + tracking) * size;
    return placed;
  });
}
