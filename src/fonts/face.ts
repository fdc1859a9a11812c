/**
 * One font file, opened, and the shaping of text with it.
 *
 * Comes in: a path to a TrueType or OpenType file. Goes out: metrics and glyphs in em. It knows nothing of sizes,
 * lines or pages. Every distinct word is shaped once: shaping is the most costly step of a build.
 */
import { readFileSync } from "node:fs";
import * as fontkit from "fontkit";
import { makeShaper, type Shaper } from "./shaper.ts";

/** Text turned into glyphs: advances and offsets are in em (1 = the font size). */
export interface Shaped {
  readonly text: string;
  /** Glyph ids of the whole font, not of a subset. */
  readonly glyphs: readonly number[];
  /** Advance of each glyph, kerning included. */
  readonly advances: readonly number[];
  /** The font's own advance of each glyph, as the PDF's width table has it. */
  readonly widths: readonly number[];
  /** Horizontal and vertical displacement of each glyph; undefined where all are nought. */
  readonly offsets?: readonly (readonly [number, number])[];
  /** The characters that each glyph stands for. */
  readonly codePoints: readonly (readonly number[])[];
  /** Sum of the advances. */
  readonly width: number;
  /** Characters that the face has no glyph for, in order; usually empty. */
  readonly missing: string;
}

/** An opened face. */
export interface Face {
  /** Unique in a build: family, weight and style. */
  readonly id: string;
  readonly family: string;
  /** 100 to 900. */
  readonly weight: number;
  readonly style: "normal" | "italic";
  /** Path of the file it was opened from. */
  readonly file: string;
  /** fontkit's object, for embedding. */
  readonly font: fontkit.Font;
  /** Em above and below the baseline; both positive. */
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  /** Advance of the space, em. */
  readonly space: number;
  /** Shapes text; `features` are OpenType features beside the font's default ones, such as `-liga,onum`: `-` switches one off. */
  readonly shape: (text: string, features: string) => Shaped;
  readonly hasGlyph: (character: string) => boolean;
  /** A character's ink and the white at either side of it in its advance, em; the white is below 0 where ink sticks out. */
  readonly bearings: (character: string) => {
    readonly ink: number;
    readonly left: number;
    readonly right: number;
  };
}

/** Opens a face. Throws what fontkit throws if the file is no font. */
export function openFace(path: string, family: string, weight: number, style: "normal" | "italic"): Face {
  const opened = fontkit.openSync(path);
  if (!("layout" in opened)) throw new Error(`${path} is a font collection`);
  const font: fontkit.Font = opened;
  const em = font.unitsPerEm;
  const shapedBy = new Map<string, Map<string, Shaped>>();
  let shaper: Shaper | undefined;
  return {
    id: `${family} ${weight} ${style}`,
    family,
    weight,
    style,
    file: path,
    font,
    ascent: font.ascent / em,
    descent: -font.descent / em,
    capHeight: font.capHeight / em,
    xHeight: font.xHeight / em,
    space: font.glyphForCodePoint(32).advanceWidth / em,
    hasGlyph: (character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
    bearings: (character) => {
      const { advanceWidth, cbox } = font.glyphForCodePoint(character.codePointAt(0) ?? 0);
      if (!Number.isFinite(cbox.minX)) return { ink: 0, left: 0, right: 0 };
      return { ink: (cbox.maxX - cbox.minX) / em, left: cbox.minX / em, right: (advanceWidth - cbox.maxX) / em };
    },
    shape: (text, features) => {
      let known = shapedBy.get(features);
      if (!known) {
        known = new Map();
        shapedBy.set(features, known);
      }
      let shaped = known.get(text);
      if (!shaped) {
        shaper ??= makeShaper(readFileSync(path));
        shaped = shaper(text, features);
        known.set(text, shaped);
      }
      return shaped;
    },
  };
}
