/**
 * Shorthand properties taken apart.
 *
 * Comes in: a property and its value. Goes out: longhand properties with theirs. Whether the longhands take the values is not
 * asked here.
 */
import { BORDER_STYLES, BORDER_WIDTHS } from "./box-properties.ts";
import { PROPERTIES } from "./properties.ts";
import { fourSides, parseNumber, splitValue } from "./values.ts";

/** A longhand property and its value. */
export type Longhand = readonly [property: string, value: string];

/** Values that any property takes, a shorthand for all its longhands. */
export const WIDE_KEYWORDS: ReadonlySet<string> = new Set(["inherit", "initial", "unset"]);

interface Shorthand {
  readonly longhands: readonly string[];
  readonly expand: (value: string) => readonly Longhand[] | undefined;
  /** What it takes, in words for a hint. */
  readonly takes: string;
}

const SIDES = ["top", "right", "bottom", "left"] as const;

/** One to four values for `margin-top`, `border-top-width` and so on. */
function fourOf(nameOf: (side: string) => string, takes: string): Shorthand {
  const longhands = SIDES.map(nameOf);
  const expand: Shorthand["expand"] = (value) => {
    const sides = fourSides(splitValue(value, " "));
    return sides && longhands.map((name, i) => [name, sides[i] ?? "0"]);
  };
  return { longhands, expand, takes };
}

/** One or two values for the two ends of an axis. */
function twoOf(longhands: readonly [string, string], takes: string): Shorthand {
  const expand: Shorthand["expand"] = (value) => {
    const [start = "", end = start, ...more] = splitValue(value, " ");
    return more.length > 0
      ? undefined
      : [
          [longhands[0], start],
          [longhands[1], end],
        ];
  };
  return { longhands, expand, takes };
}

/** A border of the given sides: width, style and colour in any order (Backgrounds and Borders 3, clause 3.4). */
function border(...sides: readonly string[]): Shorthand {
  const longhands = sides.flatMap((side) => ["width", "style", "color"].map((part) => `border-${side}-${part}`));
  const expand: Shorthand["expand"] = (value) => {
    const set = new Map([
      ["width", "medium"],
      ["style", "none"],
      ["color", "currentcolor"],
    ]);
    const given = new Set<string>();
    for (const word of splitValue(value, " ")) {
      const part = Object.hasOwn(BORDER_STYLES, word.toLowerCase()) ? "style" : isWidth(word) ? "width" : "color";
      if (given.has(part)) return undefined;
      given.add(part);
      set.set(part, word);
    }
    return sides.flatMap((side) => [...set].map(([part, word]) => [`border-${side}-${part}`, word] as const));
  };
  return { longhands, expand, takes: "width, style and colour, as in 0.5pt solid black" };
}

function isWidth(word: string): boolean {
  return (
    Object.hasOwn(BORDER_WIDTHS, word.toLowerCase()) || /^([+-]?[\d.]|calc\(|min\(|max\(|clamp\()/i.test(word)
  );
}

/** Keywords of several longhands in any order; those of which none is given are `normal`. */
function expandVariant(value: string): readonly Longhand[] | undefined {
  const set = new Map<string, string[]>(VARIANTS.map((name) => [name, []]));
  const words = splitValue(value.toLowerCase(), " ");
  if (words.length === 1 && words[0] === "none") set.set("font-variant-ligatures", ["none"]);
  else if (words.length !== 1 || words[0] !== "normal") {
    for (const word of words) {
      const owner = VARIANTS.find((name) => word !== "normal" && PROPERTIES.get(name)?.keywords.includes(word));
      if (owner === undefined) return undefined;
      set.get(owner)?.push(word);
    }
  }
  return [...set].map(([name, own]) => [name, own.length > 0 ? own.join(" ") : "normal"]);
}

const VARIANTS = ["caps", "ligatures", "numeric", "alternates", "position", "east-asian"].map(
  (part) => `font-variant-${part}`,
);

/** A colour alone; pictures and their places are not for the page. */
function expandBackground(value: string): readonly Longhand[] | undefined {
  return [["background-color", value.toLowerCase() === "none" ? "transparent" : value]];
}

/** The line, its style, colour and thickness in any order; `PROPERTIES` says which of them can be drawn. */
function expandDecoration(value: string): readonly Longhand[] | undefined {
  const set = new Map<string, string>();
  for (const word of splitValue(value, " ")) {
    const known = ["line", "style", "thickness"].find((part) =>
      DECORATION_WORDS[part]?.includes(word.toLowerCase()),
    );
    const part = known ?? (isWidth(word) ? "thickness" : "color");
    if (set.has(part)) return undefined;
    set.set(part, word);
  }
  const names = ["line", "style", "color", "thickness"] as const;
  const initial = { line: "none", style: "solid", color: "currentcolor", thickness: "auto" } as const;
  return names.map((name) => [`text-decoration-${name}`, set.get(name) ?? initial[name]]);
}

const DECORATION_WORDS: Readonly<Record<string, readonly string[]>> = {
  line: ["none", "underline", "overline", "line-through", "blink"],
  style: ["solid", "double", "dotted", "dashed", "wavy"],
  thickness: ["auto", "from-font"],
};

function alias(longhand: string, takes: string): Shorthand {
  return { longhands: [longhand], expand: (value) => [[longhand, value]], takes };
}

const FONT_WORDS: Readonly<Record<string, string>> = {
  italic: "font-style",
  oblique: "font-style",
  "small-caps": "font-variant-caps",
  bold: "font-weight",
  bolder: "font-weight",
  lighter: "font-weight",
};

/** What `font` can't set, and sets back. */
export const RESET_BY_FONT: readonly string[] = [
  "font-variant-ligatures",
  "font-variant-numeric",
  "font-variant-alternates",
  "font-variant-position",
  "font-variant-east-asian",
  "font-feature-settings",
];

/** CSS Fonts 4, clause 2.7: style, caps and weight in any order, then size, `/` and line height, then families. */
function expandFont(value: string): readonly Longhand[] | undefined {
  const set = new Map([
    ["font-style", "normal"],
    ["font-variant-caps", "normal"],
    ["font-weight", "normal"],
    ["line-height", "normal"],
    ...RESET_BY_FONT.map((name) => [name, "normal"] as const),
  ]);
  const [head = "", ...moreFamilies] = splitValue(value.replace(/\s*\/\s*/g, "/"), ",");
  const words = splitValue(head, " ");
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const property = FONT_WORDS[word.toLowerCase()];
    const isWeight = parseNumber(word)?.unit === "" && word !== "0";
    if (property !== undefined || isWeight) set.set(property ?? "font-weight", word);
    else if (word.toLowerCase() !== "normal") {
      const [size = "", height, ...more] = splitValue(word, "/");
      if (more.length > 0 || words.length === 0) return undefined;
      if (height !== undefined) set.set("line-height", height);
      return [...set, ["font-size", size], ["font-family", [words.join(" "), ...moreFamilies].join(", ")]];
    }
  }
  return undefined;
}

/** The type, the position, and no picture, in any order (CSS Lists 3, clause 3.4). */
function expandListStyle(value: string): readonly Longhand[] | undefined {
  const set = new Map([
    ["list-style-type", "disc"],
    ["list-style-position", "outside"],
  ]);
  const given = new Set<string>();
  for (const word of splitValue(value, " ")) {
    const name = /^(outside|inside)$/i.test(word) ? "list-style-position" : "list-style-type";
    if (given.has(name)) return undefined;
    given.add(name);
    set.set(name, word);
  }
  return [...set];
}

const FOUR_LENGTHS = "one to four lengths: top, right, bottom, left";

/** Names by the direction of writing, which here is from left to right and downwards. */
const LOGICAL: readonly (readonly [string, Shorthand])[] = [
  ...["margin", "padding"].flatMap((kind): (readonly [string, Shorthand])[] => [
    [`${kind}-inline`, twoOf([`${kind}-left`, `${kind}-right`], "one or two lengths: start and end")],
    [`${kind}-block`, twoOf([`${kind}-top`, `${kind}-bottom`], "one or two lengths: above and below")],
    [`${kind}-inline-start`, alias(`${kind}-left`, "a length")],
    [`${kind}-inline-end`, alias(`${kind}-right`, "a length")],
    [`${kind}-block-start`, alias(`${kind}-top`, "a length")],
    [`${kind}-block-end`, alias(`${kind}-bottom`, "a length")],
  ]),
  ["border-inline", border("left", "right")],
  ["border-block", border("top", "bottom")],
  ["border-inline-start", border("left")],
  ["border-inline-end", border("right")],
  ["border-block-start", border("top")],
  ["border-block-end", border("bottom")],
  ["inline-size", alias("width", "a length, a percentage or auto")],
  ["max-inline-size", alias("max-width", "a length, a percentage or none")],
];

export const SHORTHANDS: ReadonlyMap<string, Shorthand> = new Map<string, Shorthand>([
  ["margin", fourOf((side) => `margin-${side}`, FOUR_LENGTHS)],
  ["padding", fourOf((side) => `padding-${side}`, FOUR_LENGTHS)],
  ["border-width", fourOf((side) => `border-${side}-width`, "one to four lengths: top, right, bottom, left")],
  ["border-style", fourOf((side) => `border-${side}-style`, "one to four of none, solid, dashed, dotted, double")],
  ["border-color", fourOf((side) => `border-${side}-color`, "one to four colours: top, right, bottom, left")],
  ["border", border(...SIDES)],
  ...SIDES.map((side) => [`border-${side}`, border(side)] as const),
  ["background", { longhands: ["background-color"], expand: expandBackground, takes: "a colour" }],
  ...LOGICAL,
  [
    "font",
    {
      longhands: [
        "font-style",
        "font-variant-caps",
        "font-weight",
        "font-size",
        "line-height",
        "font-family",
        ...RESET_BY_FONT,
      ],
      expand: expandFont,
      takes: 'style, weight, size/line-height and families, as in italic 11pt/14pt "EB Garamond", serif',
    },
  ],
  [
    "font-variant",
    {
      longhands: VARIANTS,
      expand: expandVariant,
      takes: "normal, none, or keywords of font-variant-caps, -numeric, -ligatures",
    },
  ],
  [
    "text-decoration",
    {
      longhands: ["line", "style", "color", "thickness"].map((part) => `text-decoration-${part}`),
      expand: expandDecoration,
      takes: "none, underline, overline or line-through, in the colour of the text",
    },
  ],
  [
    "list-style",
    {
      longhands: ["list-style-type", "list-style-position"],
      expand: expandListStyle,
      takes: "a list-style-type, and outside or inside if you like",
    },
  ],
]);

/** The longhands of any property; of a longhand it alone. Undefined if a shorthand's value can't be taken apart. */
export function expandShorthand(property: string, value: string): readonly Longhand[] | undefined {
  const shorthand = SHORTHANDS.get(property);
  if (!shorthand) return [[property, value]];
  if (WIDE_KEYWORDS.has(value.toLowerCase())) return shorthand.longhands.map((name) => [name, value]);
  return shorthand.expand(value);
}
