/**
 * CSS values: numbers, lengths, lists, `var()`.
 *
 * Comes in: a value's text. Goes out: numbers in points and parts of lists, or undefined for what is not understood.
 */
import { type CalcValue, evaluateCalc } from "./calc.ts";
import type { Extent } from "./computed-style.ts";

/** What relative lengths are relative to; all in points. */
export interface LengthContext {
  readonly em: number;
  readonly rem: number;
  readonly lineHeight: number;
  /** What 100 % is; undefined where percentages make no sense. */
  readonly whole: number | undefined;
  /** The page, which `vw` and `vh` are hundredths of; those units make no sense without it. */
  readonly paper?: Paper;
}

/** A page's size, points. */
export interface Paper {
  readonly width: number;
  readonly height: number;
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

/** A number and its unit, in lower case and empty for a bare number; or undefined. */
export function parseNumber(text: string): { readonly value: number; readonly unit: string } | undefined {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([a-z]*|%)$/i.exec(text.trim());
  return match ? { value: Number(match[1]), unit: (match[2] ?? "").toLowerCase() } : undefined;
}

/** A number without a unit, computed if it must be. */
export function parseFactor(text: string): number | undefined {
  const plain = parseNumber(text);
  if (plain) return plain.unit === "" ? plain.value : undefined;
  const value = evaluateCalc(text, readPlainNumber);
  return value?.kind === "number" ? value.value : undefined;
}

function readPlainNumber(text: string): CalcValue | undefined {
  const number = parseNumber(text);
  return number?.unit === "" ? { kind: "number", value: number.value } : undefined;
}

/** A length in points; `ex` and `ch` count as half an em. */
export function parseLength(text: string, context: LengthContext): number | undefined {
  const extent = parseExtent(text, context);
  return extent?.part === 0 ? extent.points : undefined;
}

/** A length whose percentages stay parts where the whole is not known. */
export function parseExtent(text: string, context: LengthContext): Extent | undefined {
  const read = (operand: string): CalcValue | undefined => readOperand(operand, context);
  const value = text.includes("(") ? evaluateCalc(text, read) : read(text);
  if (value?.kind === "number")
    return value.value === 0 && !text.includes("(") ? { points: 0, part: 0 } : undefined;
  if (!value) return undefined;
  const { points, part } = value;
  return context.whole === undefined ? { points, part } : { points: points + part * context.whole, part: 0 };
}

function readOperand(text: string, context: LengthContext): CalcValue | undefined {
  const number = parseNumber(text);
  if (!number) return undefined;
  const { value, unit } = number;
  if (unit === "") return { kind: "number", value };
  if (unit === "%") return { kind: "length", points: 0, part: value / 100 };
  const one = pointsOfUnit(unit, context);
  return one === undefined ? undefined : { kind: "length", points: value * one, part: 0 };
}

function pointsOfUnit(unit: string, { em, rem, lineHeight, paper }: LengthContext): number | undefined {
  switch (unit) {
    case "em":
      return em;
    case "rem":
      return rem;
    case "ex":
    case "ch":
      return em * 0.5;
    case "cap":
      return em * 0.7;
    case "ic":
      return em;
    case "lh":
      return lineHeight;
    case "vw":
    case "vi":
      return paper && paper.width / 100;
    case "vh":
    case "vb":
      return paper && paper.height / 100;
    case "vmin":
      return paper && Math.min(paper.width, paper.height) / 100;
    case "vmax":
      return paper && Math.max(paper.width, paper.height) / 100;
    default:
      return POINTS[unit];
  }
}

/** Points of an absolute length or of a bare 0; undefined for any other. */
export function absolutePoints(text: string): number | undefined {
  const number = parseNumber(text);
  if (!number) return undefined;
  if (number.unit === "") return number.value === 0 ? 0 : undefined;
  const points = POINTS[number.unit];
  return points === undefined ? undefined : number.value * points;
}

/** Splits at a separator that stands outside parentheses and quotation marks. */
export function splitValue(text: string, separator: " " | "," | "/"): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = "";
  let part = "";
  let escaped = false;
  for (const char of text) {
    if (quote !== "") {
      if (char === quote && !escaped) quote = "";
      escaped = char === "\\" && !escaped;
    } else if (char === '"' || char === "'") quote = char;
    else if (char === "(") depth++;
    else if (char === ")") depth--;
    else if (depth === 0 && (char === separator || (separator === " " && /\s/.test(char)))) {
      parts.push(part.trim());
      part = "";
      continue;
    }
    part += char;
  }
  parts.push(part.trim());
  return separator === " " ? parts.filter((p) => p !== "") : parts;
}

/** The four sides of a box shorthand: top, right, bottom, left. */
export function fourSides(parts: readonly string[]): readonly [string, string, string, string] | undefined {
  const [top, right = top, bottom = top, left = right] = parts;
  if (parts.length > 4) return undefined;
  if (top === undefined || right === undefined || bottom === undefined || left === undefined) return undefined;
  return [top, right, bottom, left];
}

/** A string's or a name's text without its quotation marks. */
export function unquote(text: string): string {
  return /^(["']).*\1$/s.test(text) ? text.slice(1, -1) : text;
}

/** The names of the custom properties that a value asks for without offering another value. */
export function variablesNeeded(value: string): string[] {
  return [...value.matchAll(/\bvar\(\s*(--[^\s,()]+)\s*\)/gi)].map((match) => match[1] ?? "");
}

const DEEPEST = 20;

/**
 * Puts the values of custom properties in the place of `var()` (CSS Variables 1, clause 3); undefined if one of them is set
 * nowhere and has no fallback, or stands for itself.
 */
export function substituteVariables(
  value: string,
  variables: ReadonlyMap<string, string>,
  depth = 0,
): string | undefined {
  const start = /\bvar\(/i.exec(value)?.index;
  if (start === undefined) return value;
  if (depth > DEEPEST) return undefined;
  const open = start + "var(".length;
  const close = closingParenthesis(value, open);
  const [name = "", ...fallback] = splitValue(value.slice(open, close), ",");
  const own = variables.get(name) ?? (fallback.length > 0 ? fallback.join(", ") : undefined);
  const inner = own === undefined ? undefined : substituteVariables(own, variables, depth + 1);
  const rest = inner === undefined ? undefined : substituteVariables(value.slice(close + 1), variables, depth);
  return rest === undefined ? undefined : `${value.slice(0, start)}${inner}${rest}`;
}

/** Index of the parenthesis that closes the one before `from`; the text's length if there is none. */
export function closingParenthesis(text: string, from: number): number {
  let depth = 1;
  let quote = "";
  for (let i = from; i < text.length; i++) {
    const char = text[i] ?? "";
    if (quote !== "") {
      if (char === "\\") i++;
      else if (char === quote) quote = "";
    } else if (char === '"' || char === "'") quote = char;
    else if (char === "(") depth++;
    else if (char === ")" && --depth === 0) return i;
  }
  return text.length;
}
