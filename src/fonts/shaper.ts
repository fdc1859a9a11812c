/**
 * Shaping, through HarfBuzz.
 *
 * Comes in: a font file's bytes. Goes out: a function from text to glyphs in em. fontkit (2.0) gives the same glyphs in three times
 * the time, and forgets which characters a glyph stands for once it was opened as a part of another.
 */
import * as harfbuzz from "harfbuzzjs";
import type { Shaped } from "./face.ts";

/** Shapes text; features as {@link Face.shape} takes them. */
export type Shaper = (text: string, features: string) => Shaped;

export function makeShaper(bytes: Uint8Array): Shaper {
  const face = new harfbuzz.Face(new harfbuzz.Blob(bytes));
  const font = new harfbuzz.Font(face);
  const em = face.upem;
  const buffer = new harfbuzz.Buffer();
  const switches = new Map<string, harfbuzz.Feature[]>();
  const widths = new Map<number, number>();
  const codePointsOf = codePointsOnce();
  const widthOf = (glyph: number): number => {
    let width = widths.get(glyph);
    if (width === undefined) {
      width = font.glyphHAdvance(glyph) / em;
      widths.set(glyph, width);
    }
    return width;
  };
  return (text, features) => {
    let own = switches.get(features);
    if (!own) {
      own = features === "" ? [] : features.split(",").map(featureOf);
      switches.set(features, own);
    }
    buffer.reset();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    harfbuzz.shape(font, buffer, own);
    const glyphs = buffer.getGlyphInfos();
    const positions = buffer.getGlyphPositions();
    const advances = positions.map(({ xAdvance }) => xAdvance / em);
    const codePoints = charactersOf(
      text,
      glyphs.map(({ cluster }) => cluster),
      codePointsOf,
    );
    const shaped = {
      text,
      glyphs: glyphs.map(({ codepoint }) => codepoint),
      advances,
      widths: glyphs.map(({ codepoint }) => widthOf(codepoint)),
      codePoints,
      width: advances.reduce((sum, advance) => sum + advance, 0),
      missing: codePoints
        .flatMap((points, i) => (glyphs[i]?.codepoint === 0 ? String.fromCodePoint(...points) : []))
        .join(""),
    };
    if (positions.every(({ xOffset, yOffset }) => xOffset === 0 && yOffset === 0)) return shaped;
    return { ...shaped, offsets: positions.map(({ xOffset, yOffset }) => [xOffset / em, yOffset / em] as const) };
  };
}

/** A feature that is switched on, or off by a hyphen before it. */
function featureOf(tag: string): harfbuzz.Feature {
  return tag.startsWith("-") ? new harfbuzz.Feature(tag.slice(1), 0) : new harfbuzz.Feature(tag, 1);
}

/**
 * The characters of each glyph: those from its cluster to the next one. Of glyphs of one cluster, a letter and its marks, the first
 * has them all.
 */
function charactersOf(
  text: string,
  clusters: readonly number[],
  codePointsOf: (characters: string) => readonly number[],
): (readonly number[])[] {
  const starts = [...new Set(clusters), text.length].sort((a, b) => a - b);
  const seen = new Set<number>();
  return clusters.map((cluster) => {
    if (seen.has(cluster)) return codePointsOf("");
    seen.add(cluster);
    const end = starts.find((start) => start > cluster) ?? text.length;
    return codePointsOf(text.slice(cluster, end));
  });
}

/** A letter has one list in all the words of a book. */
function codePointsOnce(): (characters: string) => readonly number[] {
  const made = new Map<string, readonly number[]>();
  return (characters) => {
    let points = made.get(characters);
    if (!points) {
      points = [...characters].map((character) => character.codePointAt(0) ?? 0);
      made.set(characters, points);
    }
    return points;
  };
}
