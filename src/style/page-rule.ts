/**
 * `@page`: the paper and its margins (CSS Paged Media 3, clauses 3 and 7).
 *
 * Comes in: the rule's declarations. Goes out: the page's geometry, and the declarations it could not use.
 */
import type { PageGeometry } from "./computed-style.ts";
import type { Declaration } from "./style-sheet.ts";
import { absolutePoints, fourSides, splitValue } from "./values.ts";

/** 6 x 9 in, a text block of 4.25 x 7 in. */
export const DEFAULT_PAGE: PageGeometry = {
  width: 432,
  height: 648,
  marginTop: 66,
  marginBottom: 78,
  marginInner: 63,
  marginOuter: 63,
};

const MM = 72 / 25.4;
const SIZES: Readonly<Record<string, readonly [number, number]>> = {
  a6: [105 * MM, 148 * MM],
  a5: [148 * MM, 210 * MM],
  a4: [210 * MM, 297 * MM],
  b5: [176 * MM, 250 * MM],
  letter: [612, 792],
};

export function readPage(
  declarations: readonly Declaration[],
  before: PageGeometry,
): { readonly value: PageGeometry; readonly unread: readonly Declaration[] } {
  let value = before;
  const unread: Declaration[] = [];
  for (const declaration of declarations) {
    const set = readPageDeclaration(declaration);
    if (set) value = { ...value, ...set };
    else unread.push(declaration);
  }
  return { value, unread };
}

const MARGINS: Readonly<Record<string, keyof PageGeometry>> = {
  "margin-top": "marginTop",
  "margin-bottom": "marginBottom",
  "margin-left": "marginInner",
  "margin-right": "marginOuter",
  "margin-inside": "marginInner",
  "margin-outside": "marginOuter",
};

function readPageDeclaration({ property, value }: Declaration): Partial<PageGeometry> | undefined {
  if (property === "size") return readSize(value);
  if (property === "margin") {
    const points = fourSides(splitValue(value, " "))?.map((side) => (side === "0" ? 0 : absolutePoints(side)));
    const [marginTop, marginOuter, marginBottom, marginInner] = points ?? [];
    if (marginTop === undefined || marginOuter === undefined) return undefined;
    if (marginBottom === undefined || marginInner === undefined) return undefined;
    return { marginTop, marginOuter, marginBottom, marginInner };
  }
  const field = MARGINS[property];
  const points = value === "0" ? 0 : absolutePoints(value);
  return field && points !== undefined ? { [field]: points } : undefined;
}

function readSize(value: string): Partial<PageGeometry> | undefined {
  const parts = splitValue(value, " ");
  const named = parts.map((part) => SIZES[part.toLowerCase()]).find((size) => size !== undefined);
  const lengths = parts.map(absolutePoints).filter((points) => points !== undefined);
  const [width, height = width] = named ?? lengths;
  if (width === undefined || height === undefined) return undefined;
  const landscape = parts.includes("landscape");
  return landscape ? { width: Math.max(width, height), height: Math.min(width, height) } : { width, height };
}
