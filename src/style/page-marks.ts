/**
 * What an element changes for the pages that it begins on: named strings and counters.
 *
 * Comes in: an element with its style, and the counters as they stand at it. Goes out: marks, in the order in which they count.
 * (Generated Content for Paged Media, clause 1.2; CSS Lists 3, clause 4.)
 */
import type { Element, ElementNode } from "../book/element.ts";
import type { ComputedStyle } from "./computed-style.ts";
import { type ContentMeans, contentNodes } from "./content-nodes.ts";

/** One change, at the first line of the element that makes it. */
export type PageMark =
  | { readonly kind: "string"; readonly name: string; readonly value: string }
  /** A counter and its value from here on. */
  | { readonly kind: "counter"; readonly name: string; readonly value: number }
  /** The page's own number, which is counted by pages: set anew, or raised. */
  | { readonly kind: "pageNumber"; readonly change: "set" | "add"; readonly value: number }
  /** A place that links lead to, named as they are. */
  | { readonly kind: "anchor"; readonly name: string };

const PAGE = "page";

/** The marks of an element whose counters have been entered. */
export function marksOf(element: Element, style: ComputedStyle, means: ContentMeans): readonly PageMark[] {
  const { stringSet, counterReset, counterIncrement, counterSet } = style;
  if (stringSet.length + counterReset.length + counterIncrement.length + counterSet.length === 0) return NONE;
  const marks: PageMark[] = [];
  const count = (change: "set" | "add", name: string, value: number): void => {
    if (name === PAGE) marks.push({ kind: "pageNumber", change, value });
    else marks.push({ kind: "counter", name, value: means.counters.valuesOf(name).at(-1) ?? 0 });
  };
  for (const { name, value } of [...counterReset, ...counterSet]) count("set", name, value);
  for (const { name, value } of counterIncrement) count("add", name, value);
  for (const { name, list } of stringSet) {
    const value = contentNodes(list, element, style, means).map(textOf).join("");
    marks.push({ kind: "string", name, value: value.replace(/\s+/g, " ").trim() });
  }
  return marks;
}

const NONE: readonly PageMark[] = [];

function textOf(node: ElementNode): string {
  if (node.kind === "text") return node.text;
  return node.name === "br" ? " " : node.children.map(textOf).join("");
}
