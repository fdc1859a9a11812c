/**
 * Properties of the letters: CSS Fonts 4, and the spacing and drawing of CSS Text 4 and Text Decoration 4.
 *
 * Comes in: nothing. Goes out: rows for the table in `properties.ts`.
 */
import { parseColour } from "./colours.ts";
import { idle, keywords, length, lengthContext, type NamedProperty, type Property, words } from "./property.ts";
import { type FeatureField, NORMAL_LINE_HEIGHT } from "./style-fields.ts";
import { parseFactor, parseLength, parseNumber, splitValue, unquote } from "./values.ts";

/** CSS Fonts 4, clause 2.5: keywords against the size of the book's text, `smaller` and `larger` against the parent's. */
const SIZE_STEPS: Readonly<Record<string, number>> = {
  "xx-small": 0.6,
  "x-small": 0.75,
  small: 0.89,
  medium: 1,
  large: 1.2,
  "x-large": 1.5,
  "xx-large": 2,
  "xxx-large": 3,
};
const STEP = 1.2;

const fontSize: Property = {
  fields: ["fontSize"],
  takes: "a length, a percentage, smaller, larger, or a keyword from xx-small to xxx-large",
  keywords: ["smaller", "larger", ...Object.keys(SIZE_STEPS)],
  read: (value, context) => {
    const { parent, rootSize } = context;
    const word = value.toLowerCase();
    if (word === "smaller") return { fontSize: parent.fontSize / STEP };
    if (word === "larger") return { fontSize: parent.fontSize * STEP };
    const step = SIZE_STEPS[word];
    if (step !== undefined) return { fontSize: rootSize * step };
    const around = { ...context, fontSize: parent.fontSize, lineHeight: parent.lineHeight };
    const points = parseLength(value, lengthContext(around, parent.fontSize));
    return points === undefined || points <= 0 ? undefined : { fontSize: points };
  },
};

const lineHeight: Property = {
  fields: ["lineHeight", "lineHeightFactor"],
  takes: "a number, a length, a percentage or normal",
  keywords: ["normal"],
  read: (value, context) => {
    const { fontSize: size, parent } = context;
    const factor = value.toLowerCase() === "normal" ? NORMAL_LINE_HEIGHT : parseFactor(value);
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

const fontStyle: Property = {
  fields: ["fontStyle"],
  takes: "normal, italic or oblique",
  keywords: ["normal", "italic", "oblique"],
  read: (value) => {
    const word = value.toLowerCase();
    if (word === "normal") return { fontStyle: "normal" };
    return /^(italic|oblique(\s+-?[\d.]+deg)?)$/.test(word) ? { fontStyle: "italic" } : undefined;
  },
};

const colour: Property = {
  fields: ["color"],
  takes: "a name, #rgb, #rrggbb, rgb(), hsl() or cmyk()",
  keywords: [],
  read: (value, { parent }) => {
    const parsed = value.toLowerCase() === "currentcolor" ? parent.color : parseColour(value);
    return parsed && { color: parsed };
  },
};

/** CSS Fonts 4, clauses 6.4 to 6.10: what each keyword switches on, or off where `-` stands before it. */
const FEATURES: Readonly<Record<FeatureField, Readonly<Record<string, readonly string[]>>>> = {
  ligatureFeatures: {
    none: ["-liga", "-clig", "-dlig", "-hlig", "-calt"],
    "common-ligatures": ["liga", "clig"],
    "no-common-ligatures": ["-liga", "-clig"],
    "discretionary-ligatures": ["dlig"],
    "no-discretionary-ligatures": ["-dlig"],
    "historical-ligatures": ["hlig"],
    "no-historical-ligatures": ["-hlig"],
    contextual: ["calt"],
    "no-contextual": ["-calt"],
  },
  numericFeatures: {
    "lining-nums": ["lnum"],
    "oldstyle-nums": ["onum"],
    "proportional-nums": ["pnum"],
    "tabular-nums": ["tnum"],
    "diagonal-fractions": ["frac"],
    "stacked-fractions": ["afrc"],
    ordinal: ["ordn"],
    "slashed-zero": ["zero"],
  },
  alternateFeatures: { "historical-forms": ["hist"] },
  positionFeatures: { sub: ["subs"], super: ["sups"] },
  eastAsianFeatures: {
    jis78: ["jp78"],
    jis83: ["jp83"],
    jis90: ["jp90"],
    jis04: ["jp04"],
    simplified: ["smpl"],
    traditional: ["trad"],
    "full-width": ["fwid"],
    "proportional-width": ["pwid"],
    ruby: ["ruby"],
  },
  kerningFeatures: { auto: [], none: ["-kern"] },
  featureSettings: {},
};

/** Keywords in any order; `normal` is none of them. */
function features(field: FeatureField): Property {
  const known = FEATURES[field];
  const names = ["normal", ...Object.keys(known)];
  const read: Property["read"] = (value) => {
    const given = splitValue(value.toLowerCase(), " ");
    if (given.length === 1 && given[0] === "normal") return { [field]: [] };
    const found = given.map((word) => (Object.hasOwn(known, word) ? known[word] : undefined));
    return found.every((one) => one !== undefined) ? { [field]: found.flat() } : undefined;
  };
  return {
    fields: [field],
    read,
    takes: `${names.slice(0, 5).join(", ")}…`.replace(/…$/, names.length > 5 ? " and others" : ""),
    keywords: names,
  };
}

/** CSS Fonts 4, clause 6.12: `"smcp", "liga" off, "ss01" 1`. */
const featureSettings: Property = {
  fields: ["featureSettings"],
  takes: 'feature tags, as in "onum", "liga" off',
  keywords: ["normal"],
  read: (value) => {
    if (value.toLowerCase() === "normal") return { featureSettings: [] };
    const settings = splitValue(value, ",").map((one) => {
      const [, tag = "", set = "on"] = /^["']([\x20-\x7e]{4})["'](?:\s+(on|off|0|1))?$/i.exec(one) ?? [];
      return tag === "" ? undefined : /^(off|0)$/i.test(set) ? `-${tag}` : tag;
    });
    return settings.every((one) => one !== undefined) ? { featureSettings: settings } : undefined;
  },
};

const verticalAlign: Property = {
  fields: ["verticalAlign", "baselineShift"],
  takes:
    "baseline, sub, super, a length, a percentage of the line height, or top, middle and bottom for table cells",
  keywords: ["baseline", "sub", "super", "top", "middle", "bottom", "text-top", "text-bottom"],
  read: (value, context) => {
    const word = value.toLowerCase();
    switch (word) {
      case "baseline":
      case "sub":
      case "super":
      case "top":
      case "middle":
      case "bottom":
      case "text-top":
      case "text-bottom":
        return { verticalAlign: word, baselineShift: 0 };
    }
    const points = parseLength(value, lengthContext(context, context.lineHeight));
    return points === undefined ? undefined : { verticalAlign: "baseline", baselineShift: points };
  },
};

export const FONT_PROPERTIES: readonly NamedProperty[] = [
  ["font-family", fontFamily],
  ["font-size", fontSize],
  ["font-weight", fontWeight],
  ["font-style", fontStyle],
  ["line-height", lineHeight],
  [
    "font-variant-caps",
    words(
      "fontVariantCaps",
      "normal",
      "small-caps",
      "all-small-caps",
      "petite-caps",
      "all-petite-caps",
      "unicase",
      "titling-caps",
    ),
  ],
  ["font-variant-ligatures", features("ligatureFeatures")],
  ["font-variant-numeric", features("numericFeatures")],
  ["font-variant-alternates", features("alternateFeatures")],
  ["font-variant-position", features("positionFeatures")],
  ["font-variant-east-asian", features("eastAsianFeatures")],
  ["font-kerning", features("kerningFeatures")],
  ["font-feature-settings", featureSettings],
  ["color", colour],
  ["letter-spacing", length("letterSpacing", { zero: "normal", percent: false })],
  ["word-spacing", length("wordSpacing", { zero: "normal", percent: false })],
  ["text-transform", words("textTransform", "none", "uppercase", "lowercase", "capitalize")],
  [
    "text-decoration-line",
    keywords("textDecoration", {
      none: "none",
      underline: "underline",
      overline: "overline",
      "line-through": "line-through",
    }),
  ],
  ["text-decoration-style", idle("solid")],
  ["text-decoration-color", idle("currentcolor")],
  ["text-decoration-thickness", idle("auto", "from-font")],
  ["vertical-align", verticalAlign],
  ["font-stretch", idle("normal", "100%")],
  ["font-optical-sizing", idle("auto", "none")],
  ["font-size-adjust", idle("none")],
  ["font-variation-settings", idle("normal")],
  ["font-language-override", idle("normal")],
  ["font-synthesis", idle()],
  ["font-synthesis-weight", idle()],
  ["font-synthesis-style", idle()],
  ["font-synthesis-small-caps", idle()],
  ["text-shadow", idle("none")],
  ["text-rendering", idle()],
];
