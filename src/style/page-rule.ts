/**
 * `@page`: the paper and its margins (CSS Paged Media 3, clauses 3 to 7).
 *
 * Comes in: the declarations of `@page`, `@page :left` and `@page :right`. Goes out: the page's geometry, and the declarations
 * it could not use, each with what to do about it.
 */
import type { PageGeometry } from "./computed-style.ts";
import type { Declaration } from "./style-sheet.ts";
import { fourSides, parseLength, splitValue } from "./values.ts";

/** The declarations of one `@page` rule, custom properties substituted. */
export interface PageRule {
  readonly side: "both" | "left" | "right";
  readonly declarations: readonly Declaration[];
}

/** A declaration that the page's geometry could not take. */
export interface Refused {
  readonly declaration: Declaration;
  /** False if there is no such property for a page. */
  readonly known: boolean;
  readonly hint: string;
}

/** 6 x 9 in with a text block of 4.25 x 7 in, which stands a little high. */
export const DEFAULT_PAGE: PageGeometry = {
  width: 432,
  height: 648,
  marginTop: 66,
  marginBottom: 78,
  marginInner: 63,
  marginOuter: 63,
};

/** One side of a leaf, before inner and outer are told apart. */
interface Side {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

const DEFAULT_SIDE: Side = { width: 432, height: 648, top: 66, right: 63, bottom: 78, left: 63 };

/** Less than this, in points, is no room for text. */
const LEAST_BLOCK = 36;

export function readPage(rules: readonly PageRule[]): {
  readonly value: PageGeometry;
  readonly refused: Refused[];
} {
  const refused = new Map<Declaration, Refused>();
  const right = readSide(rules, "right", refused);
  const left = readSide(rules, "left", refused);
  const margins = rules.flatMap((rule) => rule.declarations).filter((d) => !refused.has(d));
  const last = margins.at(-1);
  const { width, height } = right;
  if (
    last &&
    (width - right.left - right.right < LEAST_BLOCK || height - right.top - right.bottom < LEAST_BLOCK)
  ) {
    const hint =
      "Make the page larger or its margins smaller; until then it is 6in by 9in, as if nothing were said.";
    refused.set(last, { declaration: last, known: true, hint });
    return { value: DEFAULT_PAGE, refused: [...refused.values()] };
  }
  if (last && !areMirrored(left, right)) {
    const hint =
      "Left pages mirror right ones: set margin-inside and margin-outside, or mirrored margins on @page :left and " +
      "@page :right. Until then right pages give the measure.";
    refused.set(last, { declaration: last, known: true, hint });
  }
  const value = {
    width,
    height,
    marginTop: right.top,
    marginBottom: right.bottom,
    marginInner: right.left,
    marginOuter: right.right,
  };
  return { value, refused: [...refused.values()] };
}

function areMirrored(left: Side, right: Side): boolean {
  const pairs = [
    [left.width, right.width],
    [left.height, right.height],
    [left.top, right.top],
    [left.bottom, right.bottom],
    [left.left, right.right],
    [left.right, right.left],
  ] as const;
  return pairs.every(([a, b]) => Math.abs(a - b) < 0.01);
}

/** The size first, since margins may be percentages of it; then what holds for both sides, then the side's own. */
function readSide(rules: readonly PageRule[], name: "left" | "right", refused: Map<Declaration, Refused>): Side {
  const ordered = [...rules.filter((r) => r.side === "both"), ...rules.filter((r) => r.side === name)];
  const declarations = ordered.flatMap((rule) => rule.declarations);
  let side = DEFAULT_SIDE;
  for (const isSize of [true, false]) {
    for (const declaration of declarations) {
      if ((declaration.property === "size") !== isSize) continue;
      const set = isSize ? readSize(declaration.value) : readMargin(declaration, name, side);
      if (set) side = { ...side, ...set };
      else refused.set(declaration, refuse(declaration));
    }
  }
  return side;
}

const MARGIN = /^margin-(top|right|bottom|left|inside|outside)$/;

function refuse(declaration: Declaration): Refused {
  const { property } = declaration;
  if (property === "size") {
    return {
      declaration,
      known: true,
      hint: "size takes two lengths, as in 6in 9in, or a5, b5, letter, landscape.",
    };
  }
  if (property === "margin" || MARGIN.test(property)) {
    return { declaration, known: true, hint: "Margins of a page are lengths, or percentages of the page." };
  }
  const hint = "On @page the PDF knows size, margin, margin-top, -right, -bottom, -left, -inside and -outside.";
  return { declaration, known: false, hint };
}

function readMargin(
  { property, value }: Declaration,
  name: "left" | "right",
  side: Side,
): Partial<Side> | undefined {
  const points = (text: string, whole: number): number | undefined =>
    parseLength(text, { em: 11, rem: 11, lineHeight: 14, whole });
  if (property === "margin") {
    const four = fourSides(splitValue(value, " "));
    const [top, right, bottom, left] =
      four?.map((s, i) => points(s, i % 2 === 0 ? side.height : side.width)) ?? [];
    if (top === undefined || right === undefined || bottom === undefined || left === undefined) return undefined;
    return { top, right, bottom, left };
  }
  const edge = MARGIN.exec(property)?.[1];
  if (edge === undefined) return undefined;
  const length = points(value, edge === "top" || edge === "bottom" ? side.height : side.width);
  if (length === undefined) return undefined;
  const atSpine = name === "right" ? "left" : "right";
  const atEdge = name === "right" ? "right" : "left";
  return { [edge === "inside" ? atSpine : edge === "outside" ? atEdge : edge]: length };
}

const MM = 72 / 25.4;

/** Paged Media 3, clause 7.1, and A6, which small books use. */
const SIZES: Readonly<Record<string, readonly [number, number]>> = {
  a6: [105 * MM, 148 * MM],
  a5: [148 * MM, 210 * MM],
  a4: [210 * MM, 297 * MM],
  a3: [297 * MM, 420 * MM],
  b5: [176 * MM, 250 * MM],
  b4: [250 * MM, 353 * MM],
  "jis-b5": [182 * MM, 257 * MM],
  "jis-b4": [257 * MM, 364 * MM],
  letter: [612, 792],
  legal: [612, 1008],
  ledger: [792, 1224],
};

function readSize(value: string): Partial<Side> | undefined {
  const words = splitValue(value.toLowerCase(), " ");
  const turned = words.find((word) => word === "portrait" || word === "landscape");
  const parts = words.filter((word) => word !== turned);
  const [first = "", second = first, ...more] = parts;
  const length = (text: string): number | undefined => {
    const points = parseLength(text, { em: 11, rem: 11, lineHeight: 14, whole: undefined });
    return points !== undefined && points > 0 ? points : undefined;
  };
  const named = parts.length === 1 ? SIZES[first] : undefined;
  const [width, height] = named ?? [length(first), length(second)];
  if (width === undefined || height === undefined || more.length > 0 || (turned && !named)) return undefined;
  if (turned === "landscape") return { width: height, height: width };
  return { width, height };
}
