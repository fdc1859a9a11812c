/**
 * A cover as flat shapes: what the SVG is written from and the picture is painted from, so that they are the same.
 *
 * Comes in: nothing. Goes out: types, and the few shapes that all designs share. Lengths are pixels of the finished picture; x
 * grows to the right, y downwards. It knows no fonts and no files.
 */
import type { Outline, OutlineStep } from "../fonts/outline.ts";

/** Red, green and blue from 0 to 255. */
export type Rgb = readonly [number, number, number];

/** x' = ax + cy + e, y' = bx + dy + f. */
export type Placement = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** An outline filled with one colour, by the nonzero rule, as often as it has places. */
export interface Shape {
  readonly fill: Rgb;
  readonly outline: Outline;
  /** Never empty. */
  readonly places: readonly Placement[];
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly ground: Rgb;
  /** From the bottom up. */
  readonly shapes: readonly Shape[];
}

export const AS_IS: Placement = [1, 0, 0, 1, 0, 0];

/** A shape that stands once, where its outline says. */
export function once(fill: Rgb, outline: Outline): Shape {
  return { fill, outline, places: [AS_IS] };
}

/** A closed outline through points given as x and y in turn. */
export function polygon(...points: readonly number[]): Outline {
  const steps: OutlineStep[] = [];
  for (let i = 0; i + 1 < points.length; i += 2) {
    steps.push({ command: i === 0 ? "M" : "L", points: points.slice(i, i + 2) });
  }
  return [...steps, { command: "Z", points: [] }];
}

export function rectangle(x: number, y: number, width: number, height: number): Outline {
  return polygon(x, y, x + width, y, x + width, y + height, x, y + height);
}

/** A rule of `weight` around a rectangle, inside its edges. */
export function frame(x: number, y: number, width: number, height: number, weight: number): Outline {
  const [right, bottom] = [x + width, y + height];
  const inner = polygon(
    ...[x + weight, y + weight, x + weight, bottom - weight],
    ...[right - weight, bottom - weight, right - weight, y + weight],
  );
  return [...rectangle(x, y, width, height), ...inner];
}

export function transform(outline: Outline, [a, b, c, d, e, f]: Placement): Outline {
  return outline.map(({ command, points }) => ({
    command,
    points: points.map((value, i) =>
      i % 2 === 0 ? a * value + c * (points[i + 1] ?? 0) + e : b * (points[i - 1] ?? 0) + d * value + f,
    ),
  }));
}

/** Turns by `degrees`, clockwise on the picture, after scaling. */
export function placeAt(x: number, y: number, scale: number, degrees = 0): Placement {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return [scale * cos, scale * sin, -scale * sin, scale * cos, x, y];
}
