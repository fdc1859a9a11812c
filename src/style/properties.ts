/**
 * The properties that the PDF understands, and what each makes of a value.
 *
 * Comes in: a property's name and a value's text. Goes out: the fields of a computed style that it sets. A property that is not
 * in this table nor among the shorthands is not supported, and the author is told so.
 */
import { parseColour } from "./colours.ts";
import type { ComputedStyle } from "./computed-style.ts";
import { type FieldName, NORMAL_LINE_HEIGHT, type StyleFields } from "./style-fields.ts";
import { type LengthContext, parseLength, parseNumber, splitValue, unquote } from "./values.ts";

/** What a value may refer to. */
export interface ValueContext {
  readonly parent: Readonly<StyleFields>;
  /** The element's own font size and line height, points, once they are known. */
  readonly fontSize: number;
  readonly lineHeight: number;
  /** Font size of `html`. */
  readonly rootSize: number;
  /** Width of the text block, which percentages of margins, paddings and indents refer to. */
  readonly measure: number;
}

/** One longhand property. */
export interface Property {
  readonly fields: readonly FieldName[];
  /** The fields as the value sets them; undefined if it is not understood. */
  readonly read: (value: string, context: ValueContext) => Partial<StyleFields> | undefined;
  /** What it takes, in words for a hint. */
  readonly takes: string;
  /** Its keywords, to find the one that was meant. */
  readonly keywords: readonly string[];
}

function keywords<K extends keyof ComputedStyle>(
  field: K,
  words: Readonly<Record<string, ComputedStyle[K]>>,
): Property {
  const names = Object.keys(words);
  const read: Property["read"] = (value) => {
    const word = value.toLowerCase();
    return Object.hasOwn(words, word) ? { [field]: words[word] } : undefined;
  };
  return { fields: [field], read, takes: listWords(names), keywords: names };
}

/** Keywords that are the field's values themselves. */
function words<K extends keyof ComputedStyle>(
  field: K,
  ...names: readonly (ComputedStyle[K] & string)[]
): Property {
  return keywords(
    field,
    Object.fromEntries(names.map((name) => [name, name])) as Record<string, ComputedStyle[K]>,
  );
}

function listWords(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}

type LengthField =
  | `margin${"Top" | "Right" | "Bottom" | "Left"}`
  | `padding${"Top" | "Right" | "Bottom" | "Left"}`
  | "textIndent"
  | "letterSpacing";

interface LengthOptions {
  /** A keyword that means 0. */
  readonly zero?: string;
  readonly percent?: boolean;
  readonly negative?: boolean;
}

function length(field: LengthField, options: LengthOptions): Property {
  const { zero, percent = true, negative = true } = options;
  const read: Property["read"] = (value, context) => {
    if (zero !== undefined && value.toLowerCase() === zero) return { [field]: 0 };
    const points = parseLength(value, lengthContext(context, percent ? context.measure : undefined));
    return points === undefined || (points < 0 && !negative) ? undefined : { [field]: points };
  };
  const takes = `a length${percent ? ", a percentage of the measure" : ""}${zero === undefined ? "" : `, ${zero}`}`;
  return { fields: [field], read, takes, keywords: zero === undefined ? [] : [zero] };
}

function lengthContext(context: ValueContext, whole: number | undefined): LengthContext {
  return { em: context.fontSize, rem: context.rootSize, lineHeight: context.lineHeight, whole };
}

/** CSS Fonts 4, clause 2.5: keywords against the size of the book's text, `smaller` and `larger` against the parent's. */
const SIZE_STEPS: Readonly<Record<string, number>> = {
  "xx-small": 0.6,
  "x-small": 0.75,
  small: 0.89,
  medium: 1,
  large: 1.2,
  "x-large": 1.5,
  "xx-large": 2,
};
const STEP = 1.2;

const fontSize: Property = {
  fields: ["fontSize"],
  takes: "a length, a percentage, smaller, larger, or a keyword from xx-small to xx-large",
  keywords: ["smaller", "larger", ...Object.keys(SIZE_STEPS)],
  read: (value, { parent, rootSize }) => {
    const word = value.toLowerCase();
    if (word === "smaller") return { fontSize: parent.fontSize / STEP };
    if (word === "larger") return { fontSize: parent.fontSize * STEP };
    const step = SIZE_STEPS[word];
    if (step !== undefined) return { fontSize: rootSize * step };
    const context = { em: parent.fontSize, rem: rootSize, lineHeight: parent.lineHeight, whole: parent.fontSize };
    const points = parseLength(value, context);
    return points === undefined || points <= 0 ? undefined : { fontSize: points };
  },
};

const lineHeight: Property = {
  fields: ["lineHeight", "lineHeightFactor"],
  takes: "a number, a length, a percentage or normal",
  keywords: ["normal"],
  read: (value, context) => {
    const { fontSize: size, parent } = context;
    const number = parseNumber(value);
    const factor =
      value.toLowerCase() === "normal" ? NORMAL_LINE_HEIGHT : number?.unit === "" ? number.value : undefined;
    if (factor !== undefined)
      return factor < 0 ? undefined : { lineHeight: factor * size, lineHeightFactor: factor };
    const points = parseLength(value, { ...lengthContext(context, size), lineHeight: parent.lineHeight });
    return points === undefined || points < 0 ? undefined : { lineHeight: points, lineHeightFactor: undefined };
  },
};

const fontWeight: Property = {
  fields: ["fontWeight"],
  takes: "normal, bold, bolder, lighter or a number from 100 to 900",
  keywords: ["normal", "bold", "bolder", "lighter"],
  read: (value, { parent }) => {
    switch (value.toLowerCase()) {
      case "normal":
        return { fontWeight: 400 };
      case "bold":
        return { fontWeight: 700 };
      case "bolder":
        return { fontWeight: parent.fontWeight < 350 ? 400 : parent.fontWeight < 550 ? 700 : 900 };
      case "lighter":
        return { fontWeight: parent.fontWeight < 550 ? 100 : parent.fontWeight < 750 ? 400 : 700 };
    }
    const number = parseNumber(value);
    if (number?.unit !== "" || number.value < 1 || number.value > 1000) return undefined;
    return { fontWeight: Math.min(900, Math.max(100, number.value)) };
  },
};

const fontFamily: Property = {
  fields: ["fontFamily"],
  takes: 'font names with commas between them, in quotation marks, as in "EB Garamond", serif',
  keywords: [],
  read: (value) => {
    const names = splitValue(value, ",").map(unquote);
    const named = names.every((name) => name !== "" && !/[:;{}()]/.test(name));
    return named ? { fontFamily: names } : undefined;
  },
};

const colour: Property = {
  fields: ["color"],
  takes: "a name, #rgb, #rrggbb, rgb() or hsl()",
  keywords: [],
  read: (value, { parent }) => {
    const parsed = value.toLowerCase() === "currentcolor" ? parent.color : parseColour(value);
    return parsed && { color: parsed };
  },
};

function count(field: "orphans" | "widows"): Property {
  const read: Property["read"] = (value) => (/^[1-9]\d*$/.test(value) ? { [field]: Number(value) } : undefined);
  return { fields: [field], read, takes: "a whole number from 1", keywords: [] };
}

const SIDES = {
  auto: "auto",
  avoid: "avoid",
  "avoid-page": "avoid",
  page: "page",
  always: "page",
  recto: "recto",
  right: "recto",
  verso: "verso",
  left: "verso",
} as const;

/** CSS Fragmentation 3, clause 3.4: the older names take fewer keywords. */
const OLD_SIDES = { auto: "auto", avoid: "avoid", always: "page", right: "recto", left: "verso" } as const;

export const LIST_STYLES = {
  none: "none",
  disc: "disc",
  circle: "circle",
  square: "square",
  decimal: "decimal",
  "lower-roman": "lower-roman",
  "upper-roman": "upper-roman",
  "lower-alpha": "lower-alpha",
  "upper-alpha": "upper-alpha",
  "lower-latin": "lower-alpha",
  "upper-latin": "upper-alpha",
} as const;

const DECORATIONS = { none: "none", underline: "underline", "line-through": "line-through" } as const;
const ALIGNMENTS = {
  left: "left",
  right: "right",
  center: "center",
  justify: "justify",
  start: "left",
  end: "right",
} as const;

/** Every longhand property that the PDF understands. */
export const PROPERTIES: ReadonlyMap<string, Property> = new Map<string, Property>([
  [
    "display",
    words(
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
  ],
  ["font-family", fontFamily],
  ["font-size", fontSize],
  ["font-weight", fontWeight],
  ["font-style", keywords("fontStyle", { normal: "normal", italic: "italic", oblique: "italic" })],
  ["font-variant-caps", words("fontVariantCaps", "normal", "small-caps")],
  ["line-height", lineHeight],
  ["color", colour],
  ["margin-top", length("marginTop", { zero: "auto" })],
  ["margin-right", length("marginRight", { zero: "auto" })],
  ["margin-bottom", length("marginBottom", { zero: "auto" })],
  ["margin-left", length("marginLeft", { zero: "auto" })],
  ["padding-top", length("paddingTop", { negative: false })],
  ["padding-right", length("paddingRight", { negative: false })],
  ["padding-bottom", length("paddingBottom", { negative: false })],
  ["padding-left", length("paddingLeft", { negative: false })],
  ["text-indent", length("textIndent", {})],
  ["text-align", keywords("textAlign", ALIGNMENTS)],
  ["text-transform", words("textTransform", "none", "uppercase", "lowercase", "capitalize")],
  ["letter-spacing", length("letterSpacing", { zero: "normal", percent: false })],
  ["hyphens", words("hyphens", "none", "manual", "auto")],
  ["white-space", words("whiteSpace", "normal", "nowrap", "pre", "pre-wrap")],
  ["vertical-align", words("verticalAlign", "baseline", "sub", "super")],
  ["text-decoration-line", keywords("textDecoration", DECORATIONS)],
  ["list-style-type", keywords("listStyleType", LIST_STYLES)],
  ["break-before", keywords("breakBefore", SIDES)],
  ["break-after", keywords("breakAfter", SIDES)],
  ["break-inside", keywords("breakInside", { auto: "auto", avoid: "avoid", "avoid-page": "avoid" })],
  ["page-break-before", keywords("breakBefore", OLD_SIDES)],
  ["page-break-after", keywords("breakAfter", OLD_SIDES)],
  ["page-break-inside", keywords("breakInside", { auto: "auto", avoid: "avoid" })],
  ["orphans", count("orphans")],
  ["widows", count("widows")],
]);
