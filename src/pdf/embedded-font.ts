/**
 * A face as it is embedded in one PDF.
 *
 * Comes in: shaped words. Goes out: the strings of a TJ operator (ISO 32000-1, clause 9.4.3), in glyph ids of the subset. It
 * reaches past pdfkit's text wrapper to the subset that pdfkit embeds. A glyph that shows more than one text (a small capital
 * for a and A, a hyphen that is one and a hyphen of the line's end) is embedded once for each, so that ToUnicode is true.
 */
import type { Face, Shaped } from "../fonts/face.ts";
import { textsOfGlyphs } from "./glyph-texts.ts";

/** What pdfkit keeps of an embedded font (0.20, `EmbeddedFont`). */
export interface PdfkitFont {
  readonly id: string;
  /** `glyphs` has the font's glyph id for each of the subset. */
  readonly subset: { readonly includeGlyph: (glyph: number) => number; readonly glyphs: number[] };
  /** Advance of each subset glyph, thousandths of an em. */
  readonly widths: number[];
  /** Characters of each subset glyph, for ToUnicode. */
  readonly unicode: (readonly number[])[];
  readonly ref: () => unknown;
}

export interface EmbeddedFont {
  readonly id: string;
  readonly ref: () => unknown;
  /**
   * The inside of a TJ array, and how much further than the glyphs' own widths it leads, thousandths of an em. The last glyph of a
   * `hyphenated` word is a soft hyphen (ISO 32000-1, clause 14.8.2.2.3).
   */
  readonly encode: (shaped: Shaped, hyphenated: boolean) => Encoded;
  /** A space as such, and its advance in thousandths. */
  readonly space: Encoded;
}

export interface Encoded {
  readonly strings: string;
  /** Thousandths of an em. */
  readonly advance: number;
}

const SOFT_HYPHEN = "\u00ad";
/** What pdfkit has for the missing glyph is U+0000, which ToUnicode must not have. */
const REPLACEMENT = [0xfffd];

export function embedFont(face: Face, font: PdfkitFont): EmbeddedFont {
  font.unicode[0] = REPLACEMENT;
  const include = makeIncluder(font);
  const encode = (shaped: Shaped, hyphenated: boolean): Encoded => {
    const texts = textsOfGlyphs(shaped);
    if (hyphenated && texts.length > 0) texts[texts.length - 1] = SOFT_HYPHEN;
    let strings = "<";
    let advance = 0;
    let moved = 0;
    shaped.glyphs.forEach((glyph, i) => {
      const [dx] = shaped.offsets?.[i] ?? [0, 0];
      const shift = moved + dx * 1000;
      const width = (shaped.widths[i] ?? 0) * 1000;
      if (Math.abs(shift) > 0.01) strings += `>${formatNumber(-shift)}<`;
      strings += include(glyph, texts[i] ?? "", width)
        .toString(16)
        .padStart(4, "0");
      const step = (shaped.advances[i] ?? 0) * 1000;
      moved = step - width - dx * 1000;
      advance += step;
    });
    return { strings: `${strings}>${Math.abs(moved) > 0.01 ? formatNumber(-moved) : ""}`, advance };
  };
  const whole = new Map<Shaped, Encoded>();
  const broken = new Map<Shaped, Encoded>();
  const encodeOnce = (shaped: Shaped, hyphenated: boolean): Encoded => {
    const known = hyphenated ? broken : whole;
    let encoded = known.get(shaped);
    if (!encoded) {
      encoded = encode(shaped, hyphenated);
      known.set(shaped, encoded);
    }
    return encoded;
  };
  return {
    id: font.id,
    ref: () => font.ref(),
    encode: encodeOnce,
    space: encodeOnce(face.shape(" ", ""), false),
  };
}

/** Gives a glyph with its text an id in the subset; a second text of one glyph makes a second one of it. */
function makeIncluder(font: PdfkitFont): (glyph: number, text: string, width: number) => number {
  const ids = new Map<number, Map<string, number>>();
  return (glyph, text, width) => {
    const known = ids.get(glyph) ?? new Map<string, number>();
    ids.set(glyph, known);
    let id = known.get(text);
    if (id === undefined) {
      const first = font.subset.includeGlyph(glyph);
      id = font.unicode[first] === undefined ? first : font.subset.glyphs.push(glyph) - 1;
      font.widths[id] = width;
      font.unicode[id] = [...text].map((character) => character.codePointAt(0) ?? 0);
      known.set(text, id);
    }
    return id;
  };
}

/** At most three decimals and no exponent (ISO 32000-1, clause 7.3.3). */
export function formatNumber(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) || Math.abs(rounded) < 0.001 ? "0" : String(rounded);
}
