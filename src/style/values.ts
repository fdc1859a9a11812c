/**
 * CSS values: numbers, lengths, lists, `var()`.
 *
 * Comes in: a value's text. Goes out: numbers in points and parts of lists, or undefined for what is not understood.
 */

/** What relative lengths are relative to; all in points. */
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

/** A number and its unit, in lower case and empty for a bare number; or undefined. */
export function parseNumber(text: string): { readonly value: number; readonly unit: string } | undefined {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([a-z]*|%)$/i.exec(text.trim());
  return match ? { value: Number(match[1]), unit: (match[2] ?? "").toLowerCase() } : undefined;
}

/** A length in points; `ex` and `ch` count as half an em. */
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
  return rest === undefined ? undefined : `${value.slice(0, start)}${inner}${rest}`.trim();
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
