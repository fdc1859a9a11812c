/**
 * CSS values: lengths, colours, lists.
 *
 * Comes in: a value's text. Goes out: numbers in points, colours as three parts, or undefined for what is not understood.
 */
import type { Colour } from "./computed-style.ts";

/** What relative lengths are relative to, points. */
export interface LengthContext {
  readonly em: number;
  readonly rem: number;
  readonly lineHeight: number;
  /** What 100 % is; undefined where percentages make no sense. */
  readonly whole: number | undefined;
}

const POINTS: Readonly<Record<string, number>> = {
  pt: 1,
  px: 0.75,
  in: 72,
  cm: 72 / 2.54,
  mm: 72 / 25.4,
  q: 72 / 101.6,
  pc: 12,
};

/** A number and its unit, or undefined; the unit is lower case, empty for a bare number. */
export function parseNumber(text: string): { readonly value: number; readonly unit: string } | undefined {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([a-z%]*)$/i.exec(text.trim());
  return match ? { value: Number(match[1]), unit: (match[2] ?? "").toLowerCase() } : undefined;
}

/** A length in points. */
export function parseLength(text: string, context: LengthContext): number | undefined {
  const number = parseNumber(text);
  if (!number) return undefined;
  const { value, unit } = number;
  switch (unit) {
    case "":
      return value === 0 ? 0 : undefined;
    case "em":
      return value * context.em;
    case "rem":
      return value * context.rem;
    case "ex":
    case "ch":
      return value * context.em * 0.5;
    case "lh":
      return value * context.lineHeight;
    case "%":
      return context.whole === undefined ? undefined : (value * context.whole) / 100;
    default: {
      const points = POINTS[unit];
      return points === undefined ? undefined : value * points;
    }
  }
}

/** Points of an absolute length, or undefined for any other. */
export function absolutePoints(text: string): number | undefined {
  const number = parseNumber(text);
  const points = number && POINTS[number.unit];
  return number && points !== undefined ? number.value * points : undefined;
}

const NAMED: Readonly<Record<string, Colour>> = {
  black: [0, 0, 0],
  white: [1, 1, 1],
  gray: [0.5, 0.5, 0.5],
  grey: [0.5, 0.5, 0.5],
  silver: [0.75, 0.75, 0.75],
  red: [1, 0, 0],
  maroon: [0.5, 0, 0],
  green: [0, 0.5, 0],
  navy: [0, 0, 0.5],
  blue: [0, 0, 1],
  teal: [0, 0.5, 0.5],
};

export function parseColour(text: string): Colour | undefined {
  const value = text.trim().toLowerCase();
  const named = NAMED[value];
  if (named) return named;
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/.exec(value)?.[1];
  if (hex !== undefined) {
    const wide = hex.length === 3 ? [...hex].map((d) => d + d).join("") : hex;
    const part = (i: number): number => Number.parseInt(wide.slice(i, i + 2), 16) / 255;
    return [part(0), part(2), part(4)];
  }
  const rgb = /^rgb\(\s*(\d+)\s*[, ]\s*(\d+)\s*[, ]\s*(\d+)\s*\)$/.exec(value);
  return rgb ? [Number(rgb[1]) / 255, Number(rgb[2]) / 255, Number(rgb[3]) / 255] : undefined;
}

/** Splits at a separator outside parentheses and quotation marks. */
export function splitValue(text: string, separator: " " | ","): string[] {
  const parts = text.match(
    separator === " " ? /(?:"[^"]*"|'[^']*'|\([^)]*\)|[^\s"'()])+/g : /(?:"[^"]*"|'[^']*'|\([^)]*\)|[^,"'()])+/g,
  );
  return (parts ?? []).map((part) => part.trim()).filter((part) => part !== "");
}

/** The four sides of a box shorthand: top, right, bottom, left. */
export function fourSides(parts: readonly string[]): readonly [string, string, string, string] | undefined {
  const [top, right = top, bottom = top, left = right] = parts;
  if (top === undefined || right === undefined || bottom === undefined || left === undefined) return undefined;
  return parts.length > 4 ? undefined : [top, right, bottom, left];
}
