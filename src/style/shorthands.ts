/**
 * Shorthand properties taken apart.
 *
 * Comes in: a property and its value. Goes out: longhand properties with theirs. Whether the longhands take the values is not
 * asked here.
 */
import { LIST_STYLES } from "./properties.ts";
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

function box(kind: "margin" | "padding"): Shorthand {
  const longhands = ["top", "right", "bottom", "left"].map((side) => `${kind}-${side}`);
  const expand: Shorthand["expand"] = (value) => {
    const sides = fourSides(splitValue(value, " "));
    return sides && longhands.map((name, i) => [name, sides[i] ?? "0"]);
  };
  return { longhands, expand, takes: "one to four lengths: top, right, bottom, left" };
}

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

/** CSS Fonts 4, clause 2.7: style, caps and weight in any order, then size, `/` and line height, then families. */
function expandFont(value: string): readonly Longhand[] | undefined {
  const set = new Map([
    ["font-style", "normal"],
    ["font-variant-caps", "normal"],
    ["font-weight", "normal"],
    ["line-height", "normal"],
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

/** The marker stands outside the text; that much of the position may be said. */
function expandListStyle(value: string): readonly Longhand[] | undefined {
  const types = splitValue(value.toLowerCase(), " ").filter((word) => word !== "outside");
  const [type = "disc", ...more] = types;
  return more.length === 0 && Object.hasOwn(LIST_STYLES, type) ? [["list-style-type", type]] : undefined;
}

export const SHORTHANDS: ReadonlyMap<string, Shorthand> = new Map<string, Shorthand>([
  ["margin", box("margin")],
  ["padding", box("padding")],
  [
    "font",
    {
      longhands: ["font-style", "font-variant-caps", "font-weight", "font-size", "line-height", "font-family"],
      expand: expandFont,
      takes: 'style, weight, size/line-height and families, as in italic 11pt/14pt "EB Garamond", serif',
    },
  ],
  ["font-variant", alias("font-variant-caps", "normal or small-caps")],
  ["text-decoration", alias("text-decoration-line", "none, underline or line-through")],
  [
    "list-style",
    {
      longhands: ["list-style-type"],
      expand: expandListStyle,
      takes: "a list-style-type, and outside if you like",
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
