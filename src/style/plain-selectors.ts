/**
 * Selectors as old reading systems, and EPUBCheck 4, can read them.
 *
 * Comes in: one complex selector. Goes out: the same as plain ones, with every list in `:is()`, `:where()` and `:not()` taken apart.
 * What cannot be said without a list is left out.
 */
import { closingParenthesis } from "./values.ts";

const LISTS = /:(is|where|not)\(/gi;

/** More than these would be written by nobody, and read by no e-reader. */
const MOST = 200;

export function plainSelectors(selector: string): string[] {
  let open = [selector];
  const plain: string[] = [];
  while (open.length > 0 && open.length + plain.length <= MOST) {
    const [next = "", ...rest] = open;
    const parts = takeApart(next);
    if (parts) open = [...parts, ...rest];
    else {
      plain.push(next);
      open = rest;
    }
  }
  return plain;
}

/** The selectors in the place of one that has a list; undefined if it has none. */
function takeApart(selector: string): string[] | undefined {
  for (const { 0: head, 1: name = "", index } of selector.matchAll(LISTS)) {
    const from = index + head.length;
    const close = closingParenthesis(selector, from);
    const inside = splitList(selector.slice(from, close));
    const before = selector.slice(0, index);
    const after = selector.slice(close + 1);
    if (name.toLowerCase() !== "not") return inside.flatMap((part) => join(before, part, after));
    if (inside.length > 1) return [`${before}${inside.map((part) => `:not(${part})`).join("")}${after}`];
    // CSS 2 and Selectors 3 know `:not()` of a single simple selector only.
    if (/[\s>+~]|[^.#[:].*[.#[:]/.test(withoutAttributes(inside[0] ?? ""))) return [];
  }
  return undefined;
}

/** A type selector goes to the front of its compound; a selector of several compounds can stand only at the very beginning of one. */
function join(before: string, part: string, after: string): string[] {
  const compound = /[^\s>+~]*$/.exec(before)?.[0] ?? "";
  const isComplex = /[\s>+~]/.test(part.replace(/\[[^\]]*\]|\([^()]*\)/g, ""));
  if (compound === "") return [`${before}${part}${after}`];
  if (isComplex) return [];
  if (!/^[\p{L}*]/u.test(part)) return [`${before}${part}${after}`];
  if (/^[\p{L}*]/u.test(compound)) return [];
  return [`${before.slice(0, before.length - compound.length)}${part}${compound}${after}`];
}

function withoutAttributes(selector: string): string {
  return selector.replace(/\[[^\]]*\]/g, "[]");
}

/** At the commas outside of brackets and quotes. */
function splitList(list: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i <= list.length; i++) {
    const character = list.charAt(i);
    if (character === "(") i = closingParenthesis(list, i + 1);
    else if (character === "[") i = Math.max(i, list.indexOf("]", i));
    else if (character === "," || i === list.length) {
      parts.push(list.slice(from, i).trim());
      from = i + 1;
    }
  }
  return parts.filter((part) => part !== "");
}
