/**
 * Mathematical functions: `calc()`, `min()`, `max()` and `clamp()` (CSS Values 4, clause 10).
 *
 * Comes in: an expression's text, and what a single number with its unit comes to. Goes out: a number or a length, or undefined
 * if the expression makes no sense.
 */
import type { Extent } from "./computed-style.ts";

/** What an expression may come to. */
export type CalcValue =
  | { readonly kind: "number"; readonly value: number }
  | ({ readonly kind: "length" } & Extent);

/** Reads one operand, such as `2em`. */
export type ReadOperand = (text: string) => CalcValue | undefined;

const TOKEN = /\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?:[a-z]+|%)?|[a-z-]+\(|[()*/,]|(?<=\s)[+-](?=\s))/iy;

/** The value of a function's call; undefined if `text` is not one or not understood. */
export function evaluateCalc(text: string, read: ReadOperand): CalcValue | undefined {
  const tokens = tokenize(text.trim());
  if (!tokens || !/^[a-z-]+\($/i.test(tokens[0] ?? "")) return undefined;
  const state = { tokens, at: 0, read };
  const value = readValue(state);
  return state.at === tokens.length ? value : undefined;
}

function tokenize(text: string): string[] | undefined {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const [, token] = TOKEN.exec(text) ?? [];
    if (token === undefined) return undefined;
    tokens.push(token.toLowerCase());
  }
  return tokens;
}

interface State {
  readonly tokens: readonly string[];
  at: number;
  readonly read: ReadOperand;
}

function readSum(state: State): CalcValue | undefined {
  let sum = readProduct(state);
  for (let sign = state.tokens[state.at]; sum && (sign === "+" || sign === "-"); sign = state.tokens[state.at]) {
    state.at++;
    const next = readProduct(state);
    sum = next && add(sum, next, sign === "+" ? 1 : -1);
  }
  return sum;
}

function readProduct(state: State): CalcValue | undefined {
  let product = readValue(state);
  for (
    let sign = state.tokens[state.at];
    product && (sign === "*" || sign === "/");
    sign = state.tokens[state.at]
  ) {
    state.at++;
    const next = readValue(state);
    product = next && (sign === "*" ? multiply(product, next) : divide(product, next));
  }
  return product;
}

function readValue(state: State): CalcValue | undefined {
  const token = state.tokens[state.at++];
  if (token === undefined) return undefined;
  if (token !== "(" && !token.endsWith("(")) return state.read(token);
  const given: CalcValue[] = [];
  for (;;) {
    const one = readSum(state);
    if (!one) return undefined;
    given.push(one);
    const next = state.tokens[state.at++];
    if (next === ")") break;
    if (next !== ",") return undefined;
  }
  return call(token.slice(0, -1), given);
}

function call(name: string, given: readonly CalcValue[]): CalcValue | undefined {
  const [first, second, third, ...more] = given;
  switch (name) {
    case "":
    case "calc":
      return given.length === 1 ? first : undefined;
    case "min":
      return given.reduce<CalcValue | undefined>((a, b) => a && choose(a, b, (x, y) => x <= y), first);
    case "max":
      return given.reduce<CalcValue | undefined>((a, b) => a && choose(a, b, (x, y) => x >= y), first);
    case "clamp": {
      if (!first || !second || !third || more.length > 0) return undefined;
      const least = choose(second, third, (x, y) => x <= y);
      return least && choose(first, least, (x, y) => x >= y);
    }
    default:
      return undefined;
  }
}

function add(a: CalcValue, b: CalcValue, sign: number): CalcValue | undefined {
  if (a.kind === "number") return b.kind === "number" ? { ...a, value: a.value + sign * b.value } : undefined;
  if (b.kind === "number") return undefined;
  return { kind: "length", points: a.points + sign * b.points, part: a.part + sign * b.part };
}

function multiply(a: CalcValue, b: CalcValue): CalcValue | undefined {
  if (a.kind === "number") return scale(b, a.value);
  return b.kind === "number" ? scale(a, b.value) : undefined;
}

function divide(a: CalcValue, b: CalcValue): CalcValue | undefined {
  return b.kind === "number" && b.value !== 0 ? scale(a, 1 / b.value) : undefined;
}

function scale(a: CalcValue, by: number): CalcValue {
  if (a.kind === "number") return { ...a, value: a.value * by };
  return { kind: "length", points: a.points * by, part: a.part * by };
}

/** The one of two that the test picks; undefined where it depends on room that is not known yet. */
function choose(a: CalcValue, b: CalcValue, picksFirst: (x: number, y: number) => boolean): CalcValue | undefined {
  if (a.kind === "number" || b.kind === "number") {
    if (a.kind !== b.kind || a.kind !== "number" || b.kind !== "number") return undefined;
    return picksFirst(a.value, b.value) ? a : b;
  }
  if (a.points === b.points) return picksFirst(a.part, b.part) ? a : b;
  if (a.part === b.part) return picksFirst(a.points, b.points) ? a : b;
  return undefined;
}
