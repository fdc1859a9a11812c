/**
 * `@page` as read: selectors, declarations, margin boxes; each value still the text that the author wrote.
 *
 * Comes in: nothing. Goes out: types, the names of the sixteen boxes, and the properties that pages and boxes have beside those of
 * elements. (CSS Paged Media 3, clauses 3 to 6.)
 */
import type { PageSelector } from "./page-selector.ts";
import { PROPERTIES } from "./properties.ts";
import { expandShorthand, SHORTHANDS } from "./shorthands.ts";
import { INHERITED } from "./style-fields.ts";
import type { Declaration } from "./style-sheet.ts";

/** Clockwise from the top left corner (Paged Media 3, clause 5.1). */
export const MARGIN_BOXES = [
  "top-left-corner",
  "top-left",
  "top-center",
  "top-right",
  "top-right-corner",
  "right-top",
  "right-middle",
  "right-bottom",
  "bottom-right-corner",
  "bottom-right",
  "bottom-center",
  "bottom-left",
  "bottom-left-corner",
  "left-bottom",
  "left-middle",
  "left-top",
] as const;

export type MarginBoxName = (typeof MARGIN_BOXES)[number];

/** The room for notes at the foot of the text, above which a rule may stand; the older drafts' name has an s. */
const NOTE_AREA = /^footnotes?$/i;

/** One `@page` rule. */
export interface PageRule {
  /** Never empty. */
  readonly selectors: readonly PageSelector[];
  readonly declarations: readonly Declaration[];
  readonly boxes: readonly MarginBoxRule[];
}

/** A margin box inside an `@page` rule, or the room for notes. */
export interface MarginBoxRule {
  readonly name: MarginBoxName | "footnote";
  readonly declarations: readonly Declaration[];
}

export function readMarginBoxName(name: string): MarginBoxRule["name"] | undefined {
  if (NOTE_AREA.test(name)) return "footnote";
  return MARGIN_BOXES.find((known) => known === name.toLowerCase());
}

/** What text in margin boxes takes from the page. */
export function isInheritable(property: string): boolean {
  const longhands = SHORTHANDS.has(property)
    ? (expandShorthand(property, "inherit") ?? [])
    : [[property] as const];
  return longhands.every(([name]) => {
    const fields = PROPERTIES.get(name)?.fields ?? [];
    return name !== "page" && fields.length > 0 && fields.every((field) => INHERITED.has(field));
  });
}

/** Properties of elements that mean nothing for a margin box. */
const NOT_FOR_BOXES = /^(display|float|page|string-set|orphans|widows|(page-)?break-.*|counter-.*|list-style.*)$/;

/** Whether a margin box takes the property as an element does. */
export function isOfBox(property: string): boolean {
  return (PROPERTIES.has(property) || SHORTHANDS.has(property)) && !NOT_FOR_BOXES.test(property);
}
