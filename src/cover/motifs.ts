/**
 * Small ornaments that patterns and borders are made of.
 *
 * Comes in: the face that has the printers' leaf. Goes out: outlines of about one pixel's size around the origin, to be scaled.
 */
import type { Face } from "../fonts/face.ts";
import { type Outline, outlineGlyph } from "../fonts/outline.ts";
import { placeAt, polygon, transform } from "./drawing.ts";

/** An ornament and how it is turned from place to place, in degrees. */
export interface Motif {
  readonly outline: Outline;
  readonly turns: readonly [even: number, odd: number];
}

/** The printers' leaf, which Fleuron is named after. */
const LEAF = "\u2766";

/** The motifs there are; the leaf first. */
export function makeMotifs(leaves: Face): readonly Motif[] {
  return [
    { outline: leafOf(leaves), turns: [0, 180] },
    { outline: petals(4, 0.26), turns: [0, 45] },
    { outline: petals(6, 0.19), turns: [0, 30] },
    { outline: [...star(8, 0.5, 0.2)], turns: [0, 0] },
    {
      outline: [
        ...polygon(0, -0.5, 0.32, 0, 0, 0.5, -0.32, 0),
        ...polygon(0, -0.28, -0.18, 0, 0, 0.28, 0.18, 0),
        ...polygon(0, -0.1, 0.065, 0, 0, 0.1, -0.065, 0),
      ],
      turns: [0, 90],
    },
    { outline: acorn(), turns: [0, 180] },
  ];
}

/** A glyph scaled to a height of one and moved to the origin. */
function leafOf(face: Face): Outline {
  const [glyph = 0] = face.shape(LEAF, "").glyphs;
  const outline = outlineGlyph(face, glyph);
  const xs = outline.flatMap(({ points }) => points.filter((_, i) => i % 2 === 0));
  const ys = outline.flatMap(({ points }) => points.filter((_, i) => i % 2 === 1));
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = 1 / (high - low);
  return transform(outline, [scale, 0, 0, -scale, (-scale * (left + right)) / 2, (scale * (low + high)) / 2]);
}

/** Pointed petals around the middle; `girth` is the bulge of each. */
function petals(count: number, girth: number): Outline {
  const petal: Outline = [
    { command: "M", points: [0, -0.06] },
    { command: "Q", points: [girth, -0.28, 0, -0.5] },
    { command: "Q", points: [-girth, -0.28, 0, -0.06] },
    { command: "Z", points: [] },
  ];
  return Array.from({ length: count }, (_, i) => transform(petal, placeAt(0, 0, 1, (360 / count) * i))).flat();
}

function star(points: number, outer: number, inner: number): Outline {
  const corners = Array.from({ length: 2 * points }, (_, i) => {
    const [angle, radius] = [(Math.PI * i) / points, i % 2 === 0 ? outer : inner];
    return [radius * Math.sin(angle), -radius * Math.cos(angle)];
  });
  return polygon(...corners.flat());
}

/** A bud on a pair of leaves. */
function acorn(): Outline {
  const bud: Outline = [
    { command: "M", points: [0, -0.5] },
    { command: "C", points: [0.26, -0.3, 0.2, 0, 0, 0.06] },
    { command: "C", points: [-0.2, 0, -0.26, -0.3, 0, -0.5] },
    { command: "Z", points: [] },
  ];
  const leaf: Outline = [
    { command: "M", points: [0, 0.5] },
    { command: "C", points: [0.02, 0.24, 0.2, 0.1, 0.44, 0.06] },
    { command: "C", points: [0.4, 0.3, 0.24, 0.46, 0, 0.5] },
    { command: "Z", points: [] },
  ];
  return [...bud, ...leaf, ...transform(leaf, [-1, 0, 0, 1, 0, 0])];
}
