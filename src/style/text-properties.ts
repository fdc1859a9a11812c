/**
 * Properties of paragraphs: CSS Text 4, and the capital letters of CSS Inline 3.
 *
 * Comes in: nothing. Goes out: rows for the table in `properties.ts`.
 */
import { string } from "css-tree/utils";
import type { HyphenateLimits } from "./computed-style.ts";
import { count, idle, keywords, length, type NamedProperty, type Property, words } from "./property.ts";
import { parseNumber, splitValue } from "./values.ts";

const ALIGNMENTS = {
  left: "left",
  right: "right",
  center: "center",
  justify: "justify",
  start: "left",
  end: "right",
} as const;

/** Sets the last line's alignment anew, too (CSS Text 4, clause 7.1). */
const textAlign: Property = {
  fields: ["textAlign", "textAlignLast"],
  takes: "left, right, center, justify, start, end or justify-all",
  keywords: [...Object.keys(ALIGNMENTS), "justify-all"],
  read: (value) => {
    const word = value.toLowerCase();
    if (word === "justify-all") return { textAlign: "justify", textAlignLast: "justify" };
    const known = Object.entries(ALIGNMENTS).find(([name]) => name === word)?.[1];
    return known && { textAlign: known, textAlignLast: "auto" };
  },
};

/** One to three numbers or `auto`; a missing part after the first two is that before it, all others are `auto`. */
const hyphenateLimitChars: Property = {
  fields: ["hyphenateLimitChars"],
  takes: "auto, or one to three whole numbers: letters of the word, before the hyphen and after it",
  keywords: ["auto"],
  read: (value) => {
    const parts = splitValue(value.toLowerCase(), " ");
    if (parts.length > 3 || parts.some((part) => part !== "auto" && !/^\d+$/.test(part))) return undefined;
    const [word, before, after = before] = parts.map((part) => (part === "auto" ? undefined : Number(part)));
    const limits: HyphenateLimits = {
      ...(word !== undefined && { word }),
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
    };
    return { hyphenateLimitChars: limits };
  },
};

/** An older name of one part of the limits. */
function hyphenateSide(field: "hyphenateBefore" | "hyphenateAfter"): Property {
  const read: Property["read"] = (value) => {
    if (value.toLowerCase() === "auto") return { [field]: undefined };
    return /^\d+$/.test(value) ? { [field]: Number(value) } : undefined;
  };
  return { fields: [field], read, takes: "auto or a whole number", keywords: ["auto"] };
}

const hyphenateLimitLines: Property = {
  fields: ["hyphenateLimitLines"],
  takes: "a whole number or no-limit",
  keywords: ["no-limit"],
  read: (value) => {
    if (value.toLowerCase() === "no-limit") return { hyphenateLimitLines: Infinity };
    return /^\d+$/.test(value) ? { hyphenateLimitLines: Number(value) } : undefined;
  },
};

const hyphenateCharacter: Property = {
  fields: ["hyphenateCharacter"],
  takes: "auto or a character in quotation marks",
  keywords: ["auto"],
  read: (value) => {
    if (value.toLowerCase() === "auto") return { hyphenateCharacter: "auto" };
    return /^(["'])[\s\S]*\1$/.test(value) ? { hyphenateCharacter: string.decode(value) } : undefined;
  },
};

const plainIndent = length("textIndent");

/** CSS Text 3, clause 8.1; of its keywords only `each-line`: lines after a forced break are indented as the first one is. */
const textIndent: Property = {
  ...plainIndent,
  fields: ["textIndent", "textIndentEachLine"],
  takes: `${plainIndent.takes}, and each-line if you like`,
  read: (value, context) => {
    const parts = splitValue(value.toLowerCase(), " ");
    const plain = parts.filter((part) => part !== "each-line");
    if (parts.length - plain.length > 1) return undefined;
    const read = plainIndent.read(plain.join(" "), context);
    return read && { ...read, textIndentEachLine: plain.length < parts.length };
  },
};

const HANGING = ["first", "last", "allow-end", "force-end"] as const;

const hangingPunctuation: Property = {
  fields: ["hangingPunctuation"],
  takes: "none, or first, last, and one of allow-end and force-end",
  keywords: ["none", ...HANGING],
  read: (value) => {
    const given = splitValue(value.toLowerCase(), " ");
    if (given.length === 1 && given[0] === "none") return { hangingPunctuation: [] };
    const known = HANGING.filter((word) => given.includes(word));
    const bothEnds = known.includes("allow-end") && known.includes("force-end");
    return known.length === given.length && !bothEnds ? { hangingPunctuation: known } : undefined;
  },
};

/** CSS Inline 3, clause 6.1: the size in lines, and how far it sinks; `drop` as far as it is high, `raise` not at all. */
const initialLetter: Property = {
  fields: ["initialLetter"],
  takes: "normal, or the lines that the letter is high and, if you like, the lines that it sinks",
  keywords: ["normal", "drop", "raise"],
  read: (value) => {
    const [first = "", second, ...more] = splitValue(value.toLowerCase(), " ");
    if (first === "normal" && second === undefined) return { initialLetter: undefined };
    const size = parseNumber(first);
    if (size?.unit !== "" || size.value < 1 || more.length > 0) return undefined;
    const whole = Math.max(1, Math.floor(size.value));
    if (second === undefined || second === "drop") return { initialLetter: { size: size.value, sink: whole } };
    if (second === "raise") return { initialLetter: { size: size.value, sink: 1 } };
    return /^[1-9]\d*$/.test(second) ? { initialLetter: { size: size.value, sink: Number(second) } } : undefined;
  },
};

export const TEXT_PROPERTIES: readonly NamedProperty[] = [
  ["text-indent", textIndent],
  ["text-align", textAlign],
  ["text-align-all", keywords("textAlign", ALIGNMENTS)],
  ["text-align-last", keywords("textAlignLast", { auto: "auto", ...ALIGNMENTS })],
  ["text-justify", idle("auto", "inter-word")],
  ["hyphens", words("hyphens", "none", "manual", "auto")],
  ["hyphenate-limit-chars", hyphenateLimitChars],
  ["hyphenate-before", hyphenateSide("hyphenateBefore")],
  ["hyphenate-after", hyphenateSide("hyphenateAfter")],
  ["hyphenate-limit-lines", hyphenateLimitLines],
  ["hyphenate-lines", hyphenateLimitLines],
  ["hyphenate-limit-last", words("hyphenateLimitLast", "none", "always", "column", "page", "spread")],
  ["hyphenate-character", hyphenateCharacter],
  ["white-space", words("whiteSpace", "normal", "nowrap", "pre", "pre-wrap")],
  [
    "text-wrap",
    keywords("textWrap", {
      wrap: "wrap",
      auto: "wrap",
      stable: "wrap",
      nowrap: "nowrap",
      balance: "balance",
      pretty: "pretty",
    }),
  ],
  ["hanging-punctuation", hangingPunctuation],
  ["initial-letter", initialLetter],
  ["initial-letter-align", idle("auto", "alphabetic", "border-box")],
  ["orphans", count("orphans")],
  ["widows", count("widows")],
  ["overflow-wrap", idle("normal", "break-word", "anywhere")],
  ["word-wrap", idle("normal", "break-word")],
  ["word-break", idle("normal", "break-word")],
  ["line-break", idle("auto", "normal", "strict", "loose")],
  ["direction", idle("ltr")],
  ["unicode-bidi", idle("normal")],
  ["writing-mode", idle("horizontal-tb")],
];
