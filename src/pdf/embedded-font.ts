/**
 * A face as it is embedded in one PDF.
 *
 * Comes in: shaped words. Goes out: the strings of a TJ operator (ISO 32000-1, clause 9.4.3), in glyph ids of the subset. It
 * reaches past pdfkit's text wrapper to the subset that pdfkit embeds.
 */
import type { Face, Shaped } from "../fonts/face.ts";

/** What pdfkit keeps of an embedded font (0.20, `EmbeddedFont`). */
export interface PdfkitFont {
  readonly id: string;
  readonly subset: { readonly includeGlyph: (glyph: number) => number };
  /** Advance of each subset glyph, thousandths of an em. */
  readonly widths: number[];
  /** Characters of each subset glyph, for ToUnicode. */
  readonly unicode: (readonly number[])[];
  readonly ref: () => unknown;
}

export interface EmbeddedFont {
  readonly id: string;
  readonly ref: () => unknown;
  /** The inside of a TJ array, and how much further than the glyphs' own widths it leads, thousandths of an em. */
  readonly encode: (shaped: Shaped) => Encoded;
  /** A space as such, and its advance in thousandths. */
  readonly space: Encoded;
}

export interface Encoded {
  readonly strings: string;
  /** Thousandths of an em. */
  readonly advance: number;
}

export function embedFont(face: Face, font: PdfkitFont): EmbeddedFont {
  const known = new Map<Shaped, Encoded>();
  const hex = (shaped: Shaped, i: number): string => {
    const glyph = font.subset.includeGlyph(shaped.glyphs[i] ?? 0);
    font.widths[glyph] ??= (shaped.widths[i] ?? 0) * 1000;
    font.unicode[glyph] ??= shaped.codePoints[i] ?? [];
    return glyph.toString(16).padStart(4, "0");
  };
  const encode = (shaped: Shaped): Encoded => {
    let strings = "<";
    let advance = 0;
    let moved = 0;
    shaped.glyphs.forEach((_, i) => {
      const [dx] = shaped.offsets?.[i] ?? [0, 0];
      const shift = moved + dx * 1000;
      if (Math.abs(shift) > 0.01) strings += `>${formatNumber(-shift)}<`;
      strings += hex(shaped, i);
      const step = (shaped.advances[i] ?? 0) * 1000;
      moved = step - (shaped.widths[i] ?? 0) * 1000 - dx * 1000;
      advance += step;
    });
    return { strings: `${strings}>${Math.abs(moved) > 0.01 ? formatNumber(-moved) : ""}`, advance };
  };
  const encodeOnce = (shaped: Shaped): Encoded => {
    let encoded = known.get(shaped);
    if (!encoded) {
      encoded = encode(shaped);
      known.set(shaped, encoded);
    }
    return encoded;
  };
  return {
    id: font.id,
    ref: () => font.ref(),
    encode: encodeOnce,
    space: encodeOnce(face.shape(" ", "")),
  };
}

/** At most three decimals and no exponent (ISO 32000-1, clause 7.3.3). */
export function formatNumber(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) || Math.abs(rounded) < 0.001 ? "0" : String(rounded);
}
