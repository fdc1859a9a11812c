/**
 * Properties of boxes and of where pages may break: CSS 2.2, Backgrounds and Borders 3, Box 4, Sizing 3, Fragmentation 3.
 *
 * Comes in: nothing. Goes out: rows for the table in `properties.ts`.
 */

import { string } from "css-tree/utils";
import { parseColour } from "./colours.ts";
import type { BorderStyle } from "./computed-style.ts";
import { readCounterStyle } from "./counter-style.ts";
import {
  extent,
  idle,
  keywords,
  length,
  lengthContext,
  type NamedProperty,
  type Property,
  words,
} from "./property.ts";
import { parseLength } from "./values.ts";

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

/** What is drawn in relief is drawn flat. */
export const BORDER_STYLES: Readonly<Record<string, BorderStyle>> = {
  none: "none",
  hidden: "none",
  solid: "solid",
  dashed: "dashed",
  dotted: "dotted",
  double: "double",
  groove: "solid",
  ridge: "solid",
  inset: "solid",
  outset: "solid",
};

/** 1, 3 and 5 px (Backgrounds and Borders 3, clause 3.3). */
export const BORDER_WIDTHS: Readonly<Record<string, number>> = { thin: 0.75, medium: 2.25, thick: 3.75 };

function borderWidth(field: `border${Side}Width`): Property {
  const read: Property["read"] = (value, context) => {
    const points = BORDER_WIDTHS[value.toLowerCase()] ?? parseLength(value, lengthContext(context, undefined));
    return points === undefined || points < 0 ? undefined : { [field]: points };
  };
  return { fields: [field], read, takes: "a length, thin, medium or thick", keywords: Object.keys(BORDER_WIDTHS) };
}

function colour(field: `border${Side}Color` | "backgroundColor"): Property {
  const isBackground = field === "backgroundColor";
  const read: Property["read"] = (value) => {
    const word = value.toLowerCase();
    // A border takes the colour of the text by itself.
    if (word === (isBackground ? "transparent" : "currentcolor")) return { [field]: undefined };
    const parsed = parseColour(value);
    return parsed && { [field]: parsed };
  };
  return {
    fields: [field],
    read,
    takes: "a name, #rgb, #rrggbb, rgb(), hsl() or cmyk()",
    keywords: ["transparent"],
  };
}

type Side = "Top" | "Right" | "Bottom" | "Left";

const margin = (side: Side): Property => length(`margin${side}`, { zero: "auto" });
const padding = (side: Side): Property => length(`padding${side}`, { negative: false });

/** `auto` at the sides is kept apart from 0, since it centres a block that is narrower than its room. */
function sideMargin(side: "Right" | "Left"): Property {
  const plain = margin(side);
  const auto = `autoMargin${side}` as const;
  const read: Property["read"] = (value, context) => {
    const fields = plain.read(value, context);
    return fields && { ...fields, [auto]: value.toLowerCase() === "auto" };
  };
  return { ...plain, fields: [...plain.fields, auto], read };
}

function borderOf(side: Side): NamedProperty[] {
  const name = `border-${side.toLowerCase()}`;
  return [
    [`${name}-width`, borderWidth(`border${side}Width`)],
    [`${name}-style`, keywords(`border${side}Style`, BORDER_STYLES)],
    [`${name}-color`, colour(`border${side}Color`)],
  ];
}

const listStyleType: Property = {
  fields: ["listStyleType", "listStyleText"],
  takes:
    "none, disc, circle, square, decimal, lower-roman, upper-roman, lower-alpha, upper-alpha, or text in quotation marks",
  keywords: [
    "none",
    "disc",
    "circle",
    "square",
    "decimal",
    "lower-roman",
    "upper-roman",
    "lower-alpha",
    "upper-alpha",
  ],
  read: (value) => {
    if (/^(["'])[\s\S]*\1$/.test(value)) return { listStyleType: "none", listStyleText: string.decode(value) };
    const style = readCounterStyle(value);
    return style && { listStyleType: style, listStyleText: undefined };
  },
};

const float: Property = {
  ...words("float", "none", "footnote", "left"),
  takes: "none, footnote, or left on ::first-letter",
  keywords: ["none", "footnote"],
};

const page: Property = {
  fields: ["page"],
  takes: "auto or the name of an @page rule",
  keywords: ["auto"],
  read: (value, { parent }) => {
    if (value.toLowerCase() === "auto") return { page: parent.page };
    return /^-?[\p{L}_][\p{L}\p{N}_-]*$/u.test(value) ? { page: value } : undefined;
  },
};

const display: Property = {
  ...keywords("display", {
    block: "block",
    inline: "inline",
    "list-item": "list-item",
    table: "table",
    "table-row-group": "table-row-group",
    "table-header-group": "table-row-group",
    "table-footer-group": "table-row-group",
    "table-row": "table-row",
    "table-cell": "table-cell",
    none: "none",
    "flow-root": "block",
    "inline-block": "inline",
  }),
  takes: "block, inline, list-item, none, or table and its parts",
};

export const BOX_PROPERTIES: readonly NamedProperty[] = [
  ["display", display],
  ["margin-top", margin("Top")],
  ["margin-right", sideMargin("Right")],
  ["margin-bottom", margin("Bottom")],
  ["margin-left", sideMargin("Left")],
  ["padding-top", padding("Top")],
  ["padding-right", padding("Right")],
  ["padding-bottom", padding("Bottom")],
  ["padding-left", padding("Left")],
  ...borderOf("Top"),
  ...borderOf("Right"),
  ...borderOf("Bottom"),
  ...borderOf("Left"),
  ["background-color", colour("backgroundColor")],
  ["width", extent("width", "auto")],
  ["min-width", extent("minWidth", "auto")],
  ["max-width", extent("maxWidth", "none")],
  ["height", extent("height", "auto")],
  ["max-height", extent("maxHeight", "none")],
  ["box-sizing", words("boxSizing", "content-box", "border-box")],
  ["visibility", keywords("visibility", { visible: "visible", hidden: "hidden", collapse: "hidden" })],
  ["float", float],
  ["list-style-type", listStyleType],
  ["list-style-position", words("listStylePosition", "outside", "inside")],
  ["list-style-image", idle("none")],
  ["break-before", keywords("breakBefore", SIDES)],
  ["break-after", keywords("breakAfter", SIDES)],
  ["break-inside", keywords("breakInside", { auto: "auto", avoid: "avoid", "avoid-page": "avoid" })],
  ["page-break-before", keywords("breakBefore", OLD_SIDES)],
  ["page-break-after", keywords("breakAfter", OLD_SIDES)],
  ["page-break-inside", keywords("breakInside", { auto: "auto", avoid: "avoid" })],
  ["page", page],
  ["footnote-display", idle("block")],
  ["footnote-policy", idle("auto")],
  ["box-decoration-break", idle("slice")],
  ["border-image", idle("none")],
  ["border-image-source", idle("none")],
  ["border-collapse", idle("collapse", "separate")],
  ["border-radius", idle("0")],
  ["outline", idle("none", "0")],
  ["box-shadow", idle("none")],
  ["clear", idle()],
  ["position", idle("static")],
  ["overflow", idle("visible")],
  ["opacity", idle("1")],
  ["transform", idle("none")],
  ["columns", idle("auto", "1")],
  ["column-count", idle("auto", "1")],
  // Of screens and pointers: nothing on paper asks for them.
  ...[
    "cursor",
    "color-scheme",
    "accent-color",
    "caret-color",
    "appearance",
    "transition",
    "animation",
    "user-select",
    "pointer-events",
    "scroll-behavior",
    "will-change",
    "print-color-adjust",
    "image-rendering",
  ].map((name): NamedProperty => [name, idle()]),
];
