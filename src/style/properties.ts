/**
 * The properties that the PDF understands, and what each makes of a value.
 *
 * Comes in: a declaration's property and value. Goes out: the fields of a computed style it sets, or undefined if the value is
 * not understood. What is not in this table is not supported, and the author is told so.
 */
import type { ComputedStyle } from "./computed-style.ts";
import { fourSides, type LengthContext, parseColour, parseLength, parseNumber, splitValue } from "./values.ts";

export type StyleFields = Partial<{ -readonly [K in keyof ComputedStyle]: ComputedStyle[K] }>;

/** What a value may refer to. */
export interface ValueContext {
  readonly parent: ComputedStyle;
  /** The element's own font size and line height. */
  readonly fontSize: number;
  readonly lineHeight: number;
  readonly rootSize: number;
  /** Width of the text block, which percentages refer to. */
  readonly measure: number;
}

type Reader = (value: string, context: ValueContext) => StyleFields | undefined;

const lengths = (context: ValueContext, whole?: number): LengthContext => ({
  em: context.fontSize,
  rem: context.rootSize,
  lineHeight: context.lineHeight,
  whole,
});

function keyword<K extends keyof ComputedStyle>(
  field: K,
  allowed: Readonly<Record<string, ComputedStyle[K]>>,
): Reader {
  return (value) => {
    const found = allowed[value.toLowerCase()];
    return found === undefined ? undefined : ({ [field]: found } as StyleFields);
  };
}

function same<K extends keyof ComputedStyle>(
  field: K,
  ...allowed: readonly (ComputedStyle[K] & string)[]
): Reader {
  return keyword(
    field,
    Object.fromEntries(allowed.map((word) => [word, word])) as Record<string, ComputedStyle[K]>,
  );
}

type LengthField =
  | `margin${"Top" | "Right" | "Bottom" | "Left"}`
  | `padding${"Top" | "Right" | "Bottom" | "Left"}`
  | "textIndent"
  | "letterSpacing";

function length(field: LengthField): Reader {
  return (value, context) => {
    if (value === "auto" || value === "normal") return { [field]: 0 };
    const points = parseLength(value, lengths(context, context.measure));
    return points === undefined ? undefined : { [field]: points };
  };
}

function sides(kind: "margin" | "padding"): Reader {
  return (value, context) => {
    const four = fourSides(splitValue(value, " "));
    if (!four) return undefined;
    const names = ["Top", "Right", "Bottom", "Left"] as const;
    const fields: StyleFields = {};
    for (const [i, side] of names.entries()) {
      const set = length(`${kind}${side}`)(four[i] ?? "0", context);
      if (!set) return undefined;
      Object.assign(fields, set);
    }
    return fields;
  };
}

const SIZES: Readonly<Record<string, number>> = {
  smaller: 1 / 1.2,
  larger: 1.2,
  small: 0.89,
  medium: 1,
  large: 1.2,
};

const fontSize: Reader = (value, { parent, rootSize }) => {
  const scale = SIZES[value];
  if (scale !== undefined) return { fontSize: parent.fontSize * scale };
  const context = { em: parent.fontSize, rem: rootSize, lineHeight: parent.lineHeight, whole: parent.fontSize };
  const points = parseLength(value, context);
  return points === undefined || points <= 0 ? undefined : { fontSize: points };
};

/** `normal` is 1.25 times the size. */
const lineHeight: Reader = (value, context) => {
  if (value === "normal") return { lineHeight: context.fontSize * 1.25 };
  const number = parseNumber(value);
  if (number?.unit === "") return { lineHeight: number.value * context.fontSize };
  const points = parseLength(value, {
    ...lengths(context, context.fontSize),
    lineHeight: context.parent.lineHeight,
  });
  return points === undefined ? undefined : { lineHeight: points };
};

const fontWeight: Reader = (value, { parent }) => {
  if (value === "normal") return { fontWeight: 400 };
  if (value === "bold") return { fontWeight: 700 };
  if (value === "bolder") return { fontWeight: parent.fontWeight < 600 ? 700 : 900 };
  if (value === "lighter") return { fontWeight: parent.fontWeight > 500 ? 400 : 100 };
  const number = Number(value);
  return number >= 1 && number <= 1000 ? { fontWeight: number } : undefined;
};

const fontFamily: Reader = (value) => ({
  fontFamily: splitValue(value, ",").map((name) => name.replace(/^["']|["']$/g, "")),
});

const colour: Reader = (value) => {
  const parsed = parseColour(value);
  return parsed && { color: parsed };
};

function count(field: "orphans" | "widows"): Reader {
  return (value) => (/^[1-9]\d*$/.test(value) ? { [field]: Number(value) } : undefined);
}

const BREAKS = {
  auto: "auto",
  avoid: "avoid",
  page: "page",
  always: "page",
  recto: "recto",
  right: "recto",
  verso: "verso",
  left: "verso",
  "avoid-page": "avoid",
} as const;
const INSIDE = { auto: "auto", avoid: "avoid", "avoid-page": "avoid" } as const;
const DECORATIONS = { none: "none", underline: "underline", "line-through": "line-through" } as const;
const LIST_STYLES = [
  "none",
  "disc",
  "circle",
  "square",
  "decimal",
  "lower-roman",
  "upper-roman",
  "lower-alpha",
  "upper-alpha",
] as const;

export const PROPERTIES: Readonly<Record<string, Reader>> = {
  display: same(
    "display",
    "block",
    "inline",
    "list-item",
    "table",
    "table-row-group",
    "table-row",
    "table-cell",
    "none",
  ),
  "font-family": fontFamily,
  "font-size": fontSize,
  "font-weight": fontWeight,
  "font-style": keyword("fontStyle", { normal: "normal", italic: "italic", oblique: "italic" }),
  "font-variant": same("fontVariantCaps", "normal", "small-caps"),
  "font-variant-caps": same("fontVariantCaps", "normal", "small-caps"),
  "line-height": lineHeight,
  color: colour,
  margin: sides("margin"),
  "margin-top": length("marginTop"),
  "margin-right": length("marginRight"),
  "margin-bottom": length("marginBottom"),
  "margin-left": length("marginLeft"),
  padding: sides("padding"),
  "padding-top": length("paddingTop"),
  "padding-right": length("paddingRight"),
  "padding-bottom": length("paddingBottom"),
  "padding-left": length("paddingLeft"),
  "text-indent": length("textIndent"),
  "text-align": keyword("textAlign", {
    left: "left",
    start: "left",
    right: "right",
    end: "right",
    center: "center",
    justify: "justify",
  }),
  "text-transform": same("textTransform", "none", "uppercase", "lowercase", "capitalize"),
  "letter-spacing": length("letterSpacing"),
  hyphens: same("hyphens", "none", "manual", "auto"),
  "white-space": same("whiteSpace", "normal", "nowrap", "pre", "pre-wrap"),
  "vertical-align": same("verticalAlign", "baseline", "sub", "super"),
  "text-decoration": keyword("textDecoration", DECORATIONS),
  "text-decoration-line": keyword("textDecoration", DECORATIONS),
  "list-style": same("listStyleType", ...LIST_STYLES),
  "list-style-type": same("listStyleType", ...LIST_STYLES),
  "break-before": keyword("breakBefore", BREAKS),
  "break-after": keyword("breakAfter", BREAKS),
  "break-inside": keyword("breakInside", INSIDE),
  "page-break-before": keyword("breakBefore", BREAKS),
  "page-break-after": keyword("breakAfter", BREAKS),
  "page-break-inside": keyword("breakInside", INSIDE),
  orphans: count("orphans"),
  widows: count("widows"),
};

/** Fields that an element takes from its parent where nothing sets them. */
export const INHERITED = [
  "fontFamily",
  "fontSize",
  "fontWeight",
  "fontStyle",
  "fontVariantCaps",
  "lineHeight",
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
] as const satisfies readonly (keyof ComputedStyle)[];

/** What every field is before any rule speaks. */
export const INITIAL: ComputedStyle = {
  display: "inline",
  fontFamily: ["serif"],
  fontSize: 11,
  fontWeight: 400,
  fontStyle: "normal",
  fontVariantCaps: "normal",
  lineHeight: 13.75,
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
