/**
 * The paper and its margins (CSS Paged Media 3, clauses 3 and 7).
 *
 * Comes in: the declarations that hold for one page, from the weakest to the strongest. Goes out: the page's size and margins in
 * points, and which declaration set what. Inner and outer margins are told apart by the page's side.
 */
import type { Declaration } from "./style-sheet.ts";
import { fourSides, type LengthContext, parseLength, splitValue } from "./values.ts";

/** A page: its size and the margins around the text block, points. */
export interface PageBox {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** The declarations that set each measure; absent for what is as it is by default. */
export type SetBy = Partial<Readonly<Record<keyof PageBox, Declaration>>>;

/** 6 x 9 in with a text block of 4.25 x 7 in, which stands a little high. */
export const DEFAULT_BOX: PageBox = { width: 432, height: 648, top: 66, right: 63, bottom: 78, left: 63 };

/** What lengths on a page are relative to, percentages aside. */
export type PageLengths = Omit<LengthContext, "whole">;

/** Less than this, in points, is no room for text. */
const LEAST_BLOCK = 36;

export function measureOf(box: PageBox): number {
  return box.width - box.left - box.right;
}

export function depthOf(box: PageBox): number {
  return box.height - box.top - box.bottom;
}

export function hasRoom(box: PageBox): boolean {
  return measureOf(box) >= LEAST_BLOCK && depthOf(box) >= LEAST_BLOCK;
}

/** The size first, since margins may be percentages of it. */
export function readPageBox(
  declarations: readonly Declaration[],
  side: "left" | "right",
  lengths: PageLengths,
): { readonly box: PageBox; readonly setBy: SetBy } {
  let box = DEFAULT_BOX;
  let setBy: SetBy = {};
  for (const isSize of [true, false]) {
    for (const declaration of declarations) {
      if ((declaration.property === "size") !== isSize) continue;
      const set = readGeometry(declaration, side, box, lengths) ?? {};
      box = { ...box, ...set };
      setBy = { ...setBy, ...Object.fromEntries(Object.keys(set).map((edge) => [edge, declaration])) };
    }
  }
  return { box, setBy };
}

/** `margin-inside` and `margin-outside` are Prince's and other formatters' names for what `:left` and `:right` say in CSS. */
const MARGIN = /^margin-(top|right|bottom|left|inside|outside)$/;

/** Margins by the direction of writing, which here is from left to right and downwards: one edge, or the two ends of an axis. */
const LOGICAL: Readonly<Record<string, readonly [keyof PageBox, keyof PageBox] | readonly [keyof PageBox]>> = {
  "margin-block": ["top", "bottom"],
  "margin-inline": ["left", "right"],
  "margin-block-start": ["top"],
  "margin-block-end": ["bottom"],
  "margin-inline-start": ["left"],
  "margin-inline-end": ["right"],
};

/** Whether a property is about the page's size or margins. */
export function isGeometry(property: string): boolean {
  return property === "size" || property === "margin" || MARGIN.test(property) || Object.hasOwn(LOGICAL, property);
}

/** What one declaration sets; undefined if its value is not understood or it is about something else. */
export function readGeometry(
  { property, value }: Declaration,
  side: "left" | "right",
  box: PageBox,
  lengths: PageLengths,
): Partial<PageBox> | undefined {
  if (property === "size") return readSize(value, lengths);
  const points = (text: string, whole: number): number | undefined =>
    text.toLowerCase() === "auto" ? 0 : parseLength(text, { ...lengths, whole });
  if (property === "margin") {
    const four = fourSides(splitValue(value, " "));
    const [top, right, bottom, left] = four?.map((s, i) => points(s, i % 2 === 0 ? box.height : box.width)) ?? [];
    if (top === undefined || right === undefined || bottom === undefined || left === undefined) return undefined;
    return { top, right, bottom, left };
  }
  const axis = LOGICAL[property];
  if (axis) {
    const values = splitValue(value, " ");
    const lengths = axis.map((at, i) => points(values[i] ?? values[0] ?? "", isDown(at) ? box.height : box.width));
    if (values.length > axis.length || lengths.includes(undefined)) return undefined;
    return Object.fromEntries(axis.map((at, i) => [at, lengths[i]]));
  }
  const edge = MARGIN.exec(property)?.[1];
  if (edge === undefined) return undefined;
  const length = points(value, isDown(edge) ? box.height : box.width);
  if (length === undefined) return undefined;
  const atSpine = side === "right" ? "left" : "right";
  const atEdge = side === "right" ? "right" : "left";
  return { [edge === "inside" ? atSpine : edge === "outside" ? atEdge : edge]: length };
}

function isDown(edge: string): boolean {
  return edge === "top" || edge === "bottom";
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

function readSize(value: string, lengths: PageLengths): Partial<PageBox> | undefined {
  if (value.toLowerCase() === "auto") return {};
  const words = splitValue(value.toLowerCase(), " ");
  const turned = words.find((word) => word === "portrait" || word === "landscape");
  const parts = words.filter((word) => word !== turned);
  if (parts.length === 0) return turned && turn(DEFAULT_BOX, turned);
  const [first = "", second = first, ...more] = parts;
  const length = (text: string): number | undefined => {
    const points = parseLength(text, { ...lengths, whole: undefined });
    return points !== undefined && points > 0 ? points : undefined;
  };
  const named = parts.length === 1 ? SIZES[first] : undefined;
  const [width, height] = named ?? [length(first), length(second)];
  if (width === undefined || height === undefined || more.length > 0 || (turned && !named)) return undefined;
  return turned ? turn({ width, height }, turned) : { width, height };
}

function turn({ width, height }: Pick<PageBox, "width" | "height">, way: string): Partial<PageBox> {
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  return way === "landscape" ? { width: long, height: short } : { width: short, height: long };
}
