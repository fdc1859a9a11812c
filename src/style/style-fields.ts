/**
 * The fields that the cascade works on: those of a computed style, and what children need beside them.
 *
 * Comes in: nothing. Goes out: types, the initial values, and which fields are inherited.
 */
import type { ComputedStyle } from "./computed-style.ts";

/** A computed style in the making. */
export type StyleFields = { -readonly [K in keyof ComputedStyle]: ComputedStyle[K] } & {
  /** Set if `line-height` is a number, which children multiply by their own size; undefined if it is a length. */
  lineHeightFactor: number | undefined;
};

export type FieldName = keyof StyleFields;

/** `line-height: normal`. */
export const NORMAL_LINE_HEIGHT = 1.25;

const BASE_SIZE = 11;

/** What every field is before any rule speaks. */
export const INITIAL: Readonly<StyleFields> = {
  display: "inline",
  fontFamily: ["serif"],
  fontSize: BASE_SIZE,
  fontWeight: 400,
  fontStyle: "normal",
  fontVariantCaps: "normal",
  lineHeight: BASE_SIZE * NORMAL_LINE_HEIGHT,
  lineHeightFactor: NORMAL_LINE_HEIGHT,
  color: [0, 0, 0],
  marginTop: 0,
  marginRight: 0,
  marginBottom: 0,
  marginLeft: 0,
  paddingTop: 0,
  paddingRight: 0,
  paddingBottom: 0,
  paddingLeft: 0,
  textIndent: 0,
  textAlign: "left",
  textTransform: "none",
  letterSpacing: 0,
  hyphens: "manual",
  whiteSpace: "normal",
  verticalAlign: "baseline",
  textDecoration: "none",
  listStyleType: "disc",
  breakBefore: "auto",
  breakAfter: "auto",
  breakInside: "auto",
  orphans: 2,
  widows: 2,
};

/** Fields that an element takes from its parent where no rule sets them. */
export const INHERITED: ReadonlySet<FieldName> = new Set<FieldName>([
  "fontFamily",
  "fontSize",
  "fontWeight",
  "fontStyle",
  "fontVariantCaps",
  "lineHeight",
  "lineHeightFactor",
  "color",
  "textIndent",
  "textAlign",
  "textTransform",
  "letterSpacing",
  "hyphens",
  "whiteSpace",
  "listStyleType",
  "orphans",
  "widows",
]);

/** Some fields of `from`, to be assigned to another style. */
export function pickFields(from: Readonly<StyleFields>, names: Iterable<FieldName>): Partial<StyleFields> {
  return Object.fromEntries([...names].map((name) => [name, from[name]]));
}
