/**
 * A drawing painted into pixels.
 *
 * Comes in: a drawing. Goes out: one palette index a pixel, and the palette. Edges are smooth: coverage is exact across and
 * taken from a few sub-scanlines down. The same drawing gives the same pixels on every machine.
 */
import type { Outline } from "../fonts/outline.ts";
import { type Drawing, type Placement, type Rgb, transform } from "./drawing.ts";

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** At most 256. */
  readonly palette: readonly Rgb[];
  /** Row by row from the top. */
  readonly pixels: Uint8Array;
}

const SUBLINES = 5;

/** Steps between no coverage and full; few enough for all mixtures to fit into the palette. */
const LEVELS = 15;

/** Greatest length of the chords that stand for a curve, pixels. */
const CHORD = 3;

export function rasterise(drawing: Drawing): Picture {
  const { width, height, ground, shapes } = drawing;
  const pixels = new Uint8Array(width * height);
  const inks = makeInks(ground);
  for (const { fill, outline, places } of shapes) {
    const mix = inks.mixerFor(fill);
    for (const place of places) paint(outline, place, { width, height, pixels }, mix);
  }
  return { width, height, palette: inks.palette, pixels };
}

/** Mixtures of colours as palette entries. */
function makeInks(ground: Rgb) {
  const palette: Rgb[] = [ground];
  const indexOf = (colour: Rgb): number => {
    const known = palette.findIndex((entry) => entry.every((value, i) => value === colour[i]));
    if (known >= 0) return known;
    if (palette.length === 256) return nearest(palette, colour);
    palette.push(colour);
    return palette.length - 1;
  };
  /** Gives the palette index of `fill` laid over the colour `under` with a coverage of `level`. */
  const mixerFor = (fill: Rgb): ((under: number, level: number) => number) => {
    const known = new Map<number, number>();
    return (under, level) => {
      const key = under * (LEVELS + 1) + level;
      let index = known.get(key);
      if (index === undefined) {
        const below = palette[under] ?? ground;
        const blend = (i: 0 | 1 | 2): number => Math.round(below[i] + ((fill[i] - below[i]) * level) / LEVELS);
        index = indexOf([blend(0), blend(1), blend(2)]);
        known.set(key, index);
      }
      return index;
    };
  };
  return { palette, mixerFor };
}

function nearest(palette: readonly Rgb[], colour: Rgb): number {
  const distance = (entry: Rgb): number => entry.reduce((sum, v, i) => sum + (v - (colour[i] ?? 0)) ** 2, 0);
  return palette.reduce((best, entry, i) => (distance(entry) < distance(palette[best] ?? entry) ? i : best), 0);
}

/** A straight edge, its upper end first; `winding` is 1 if it was drawn downwards. */
interface Edge {
  readonly top: number;
  readonly bottom: number;
  readonly x: number;
  readonly slope: number;
  readonly winding: 1 | -1;
}

interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

function paint(
  outline: Outline,
  place: Placement,
  canvas: Canvas,
  mix: (under: number, level: number) => number,
): void {
  const { width, height, pixels } = canvas;
  const edges = flatten(transform(outline, place)).sort((a, b) => a.top - b.top);
  const bottom = edges.reduce((max, edge) => Math.max(max, edge.bottom), 0);
  const [left, right] = extentOf(edges, width);
  const row = new Float64Array(width + 2);
  const solid = mix(0, LEVELS);
  let active: Edge[] = [];
  let next = 0;
  for (let y = Math.max(0, Math.floor(edges[0]?.top ?? 0)); y < Math.min(height, bottom); y++) {
    row.fill(0, left, right + 2);
    for (let sub = 0; sub < SUBLINES; sub++) {
      const at = y + (sub + 0.5) / SUBLINES;
      for (let edge = edges[next]; edge && edge.top <= at; edge = edges[++next]) active.push(edge);
      active = active.filter((edge) => edge.bottom > at);
      addSpans(active, at, row, width);
    }
    let covered = 0;
    let level = 0;
    for (let x = left, at = y * width + left; x < right; x++, at++) {
      const change = row[x] ?? 0;
      if (change !== 0) {
        covered += change;
        level = Math.min(LEVELS, Math.round((covered / SUBLINES) * LEVELS));
      }
      if (level === LEVELS) pixels[at] = solid;
      else if (level > 0) pixels[at] = mix(pixels[at] ?? 0, level);
    }
  }
}

/** The columns that edges touch: from the first to before the second. */
function extentOf(edges: readonly Edge[], width: number): readonly [left: number, right: number] {
  let [left, right] = [width, 0];
  for (const { x, slope, top, bottom } of edges) {
    const end = x + slope * (bottom - top);
    left = Math.min(left, x, end);
    right = Math.max(right, x, end);
  }
  return [Math.max(0, Math.floor(left)), Math.min(width, Math.ceil(right) + 1)];
}

/** Adds what is inside on one sub-scanline to a row of differences: coverage is their running sum. */
function addSpans(active: readonly Edge[], at: number, row: Float64Array, width: number): void {
  const crossings = active
    .map(({ x, slope, top, winding }) => ({ x: x + slope * (at - top), winding }))
    .sort((a, b) => a.x - b.x);
  let winding = 0;
  let start = 0;
  for (const crossing of crossings) {
    if (winding === 0) start = crossing.x;
    winding += crossing.winding;
    if (winding !== 0) continue;
    addStep(row, Math.min(Math.max(start, 0), width), 1);
    addStep(row, Math.min(Math.max(crossing.x, 0), width), -1);
  }
}

/** From `x` on coverage grows by `amount`; the pixel that holds `x` takes its share. */
function addStep(row: Float64Array, x: number, amount: number): void {
  const pixel = Math.floor(x);
  const share = 1 - (x - pixel);
  row[pixel] = (row[pixel] ?? 0) + amount * share;
  row[pixel + 1] = (row[pixel + 1] ?? 0) + amount * (1 - share);
}

/** Curves become chords, contours are closed, level edges left out. */
function flatten(outline: Outline): Edge[] {
  const edges: Edge[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const lineTo = (toX: number, toY: number): void => {
    const edge = makeEdge(x, y, toX, toY);
    if (edge) edges.push(edge);
    [x, y] = [toX, toY];
  };
  for (const { command, points } of outline) {
    const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0] = points;
    if (command === "M" || command === "Z") lineTo(startX, startY);
    if (command === "M") [x, y, startX, startY] = [ax, ay, ax, ay];
    else if (command === "L") lineTo(ax, ay);
    else if (command === "Q") {
      const [x0, y0] = [x, y];
      const count = chordsFor(Math.hypot(ax - x, ay - y) + Math.hypot(bx - ax, by - ay));
      for (let i = 1; i <= count; i++) {
        const [t, u] = [i / count, 1 - i / count];
        lineTo(u * u * x0 + 2 * u * t * ax + t * t * bx, u * u * y0 + 2 * u * t * ay + t * t * by);
      }
    } else if (command === "C") {
      const [x0, y0] = [x, y];
      const count = chordsFor(
        Math.hypot(ax - x, ay - y) + Math.hypot(bx - ax, by - ay) + Math.hypot(cx - bx, cy - by),
      );
      for (let i = 1; i <= count; i++) {
        const [t, u] = [i / count, 1 - i / count];
        const [w0, w1, w2, w3] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
        lineTo(w0 * x0 + w1 * ax + w2 * bx + w3 * cx, w0 * y0 + w1 * ay + w2 * by + w3 * cy);
      }
    }
  }
  lineTo(startX, startY);
  return edges;
}

function chordsFor(length: number): number {
  return Math.min(64, Math.max(2, Math.ceil(length / CHORD)));
}

function makeEdge(x0: number, y0: number, x1: number, y1: number): Edge | undefined {
  if (y0 === y1) return undefined;
  const slope = (x1 - x0) / (y1 - y0);
  return y0 < y1
    ? { top: y0, bottom: y1, x: x0, slope, winding: 1 }
    : { top: y1, bottom: y0, x: x1, slope, winding: -1 };
}
