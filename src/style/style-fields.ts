/**
 * The fields that the cascade works on: those of a computed style, and what children need beside them.
 *
 * Comes in: nothing. Goes out: types, the initial values, and which fields are inherited.
 */
import type { ComputedStyle } from "./computed-style.ts";

/** A computed style in the making. */
export type StyleFields = { -readonly [K in Exclude<keyof ComputedStyle, "fontFeatures">]: ComputedStyle[K] } & {
  /** Set if `line-height` is a number, which children multiply by their own size; undefined if it is a length. */
  lineHeightFactor: number | undefined;
  /** `hyphenate-before` and `hyphenate-after`, which {@link ComputedStyle.hyphenateLimitChars} takes in. */
  hyphenateBefore: number | undefined;
  hyphenateAfter: number | undefined;
} & { -readonly [K in FeatureField]: readonly string[] };

/** What each property says of OpenType features; they come together in {@link ComputedStyle.fontFeatures}. */
export type FeatureField =
  | "ligatureFeatures"
  | "numericFeatures"
  | "alternateFeatures"
  | "positionFeatures"
  | "eastAsianFeatures"
  | "kerningFeatures"
  | "featureSettings";

export type FieldName = keyof StyleFields;

/** `line-height: normal`. */
export const NORMAL_LINE_HEIGHT = 1.25;

const BASE_SIZE = 11;

/** `border-width: medium`, 3 px. */
const MEDIUM_BORDER = 2.25;

/** What every field is before any rule speaks. */
export const INITIAL: Readonly<StyleFields> = {
  display: "inline",
  marginTop: 0,
  marginRight: 0,
  marginBottom: 0,
  marginLeft: 0,
  autoMarginRight: false,
  autoMarginLeft: false,
  paddingTop: 0,
  paddingRight: 0,
  paddingBottom: 0,
  paddingLeft: 0,
  borderTopWidth: MEDIUM_BORDER,
  borderRightWidth: MEDIUM_BORDER,
  borderBottomWidth: MEDIUM_BORDER,
  borderLeftWidth: MEDIUM_BORDER,
  borderTopStyle: "none",
  borderRightStyle: "none",
  borderBottomStyle: "none",
  borderLeftStyle: "none",
  borderTopColor: undefined,
  borderRightColor: undefined,
  borderBottomColor: undefined,
  borderLeftColor: undefined,
  backgroundColor: undefined,
  width: undefined,
  minWidth: undefined,
  maxWidth: undefined,
  height: undefined,
  maxHeight: undefined,
  boxSizing: "content-box",
  visibility: "visible",
  float: "none",
  listStyleType: "disc",
  listStyleText: undefined,
  listStylePosition: "outside",
  fontFamily: ["serif"],
  fontSize: BASE_SIZE,
  fontWeight: 400,
  fontStyle: "normal",
  fontVariantCaps: "normal",
  ligatureFeatures: [],
  numericFeatures: [],
  alternateFeatures: [],
  positionFeatures: [],
  eastAsianFeatures: [],
  kerningFeatures: [],
  featureSettings: [],
  color: [0, 0, 0],
  letterSpacing: 0,
  wordSpacing: 0,
  textTransform: "none",
  textDecoration: "none",
  verticalAlign: "baseline",
  baselineShift: 0,
  lineHeight: BASE_SIZE * NORMAL_LINE_HEIGHT,
  lineHeightFactor: NORMAL_LINE_HEIGHT,
  textIndent: 0,
  textIndentEachLine: false,
  textAlign: "left",
  textAlignLast: "auto",
  hyphens: "manual",
  hyphenateLimitChars: {},
  hyphenateBefore: undefined,
  hyphenateAfter: undefined,
  hyphenateLimitLines: Infinity,
  hyphenateLimitLast: "none",
  hyphenateCharacter: "auto",
  whiteSpace: "normal",
  textWrap: "wrap",
  hangingPunctuation: [],
  initialLetter: undefined,
  breakBefore: "auto",
  breakAfter: "auto",
  breakInside: "auto",
  orphans: 2,
  widows: 2,
  page: "",
  stringSet: [],
  content: "normal",
  counterReset: [],
  counterIncrement: [],
  counterSet: [],
  quotes: "auto",
};

/** Fields that an element takes from its parent where no rule sets them. */
export const INHERITED: ReadonlySet<FieldName> = new Set<FieldName>([
  "visibility",
  "listStyleType",
  "listStyleText",
  "listStylePosition",
  "fontFamily",
  "fontSize",
  "fontWeight",
  "fontStyle",
  "fontVariantCaps",
  "ligatureFeatures",
  "numericFeatures",
  "alternateFeatures",
  "positionFeatures",
  "eastAsianFeatures",
  "kerningFeatures",
  "featureSettings",
  "color",
  "letterSpacing",
  "wordSpacing",
  "textTransform",
  "lineHeight",
  "lineHeightFactor",
  "textIndent",
  "textIndentEachLine",
  "textAlign",
  "textAlignLast",
  "hyphens",
  "hyphenateLimitChars",
  "hyphenateBefore",
  "hyphenateAfter",
  "hyphenateLimitLines",
  "hyphenateLimitLast",
  "hyphenateCharacter",
  "whiteSpace",
  "textWrap",
  "hangingPunctuation",
  "orphans",
  "widows",
  // `auto` is the parent's value (Paged Media 3, clause 8.1), which comes to the same.
  "page",
  "quotes",
]);

/** Some fields of `from`, to be assigned to another style. */
export function pickFields(from: Readonly<StyleFields>, names: Iterable<FieldName>): Partial<StyleFields> {
  return Object.fromEntries([...names].map((name) => [name, from[name]]));
}
