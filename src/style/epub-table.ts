/**
 * The translation table: what becomes of each declaration on its way into the EPUB.
 *
 * Comes in: a declaration, its custom properties substituted and `font` taken apart. Goes out: the declarations written in its
 * place, often itself, often none. The first row that fits decides.
 */
import { parseColour } from "./colours.ts";
import { expandShorthand } from "./shorthands.ts";
import type { PseudoElement } from "./style-sheet.ts";
import { absolutePoints, closingParenthesis, parseLength, splitValue } from "./values.ts";

/** What lengths become parts of; points. */
export interface Proportions {
  /** Font size of the parent of what the rule selects. */
  readonly parentSize: number;
  /** Font size and line height of what the rule selects. */
  readonly size: number;
  readonly lineHeight: number;
  /** Font size of `html`, which an e-reader replaces by its own. */
  readonly rootSize: number;
  /** Width of the printed text block. */
  readonly measure: number;
}

/** A declaration to be translated. */
export interface EpubDeclaration {
  readonly property: string;
  readonly value: string;
  /** True on `html` and `body`. */
  readonly isPage: boolean;
  /** The pseudo-element that the rule is for. */
  readonly pseudoElement?: PseudoElement;
  /** True if the same rule sets a background. */
  readonly hasBackground: boolean;
  readonly proportions: Proportions;
}

type Written = readonly (readonly [property: string, value: string])[];

/** One row of the table. */
export interface TableRow {
  /** Whom it is about, and why; printed in the documentation. */
  readonly about: string;
  readonly fits: (declaration: EpubDeclaration) => boolean;
  readonly write: (declaration: EpubDeclaration) => Written;
}

const leaveOut = (): Written => [];

const PAGED =
  /^(page|string-set|bookmark-.*|footnote-.*|float-reference|float-defer|size|marks|bleed|initial-letter-.*|hanging-punctuation|hyphenate-.*|-(prince|ro|ah|vivliostyle|weasy|pdf|fleuron)-.*)$/;
const PAGED_VALUE =
  /\b(string|leader|target-counters?|target-text|element|running|content)\(|\bcounters?\(\s*(page|pages|footnote)\b/i;
const PAGED_FLOAT = /^(footnote|top|bottom|inside|outside|inline-footnote|snap-.*)\b/;
const MISHANDLED = /^(position|z-index|direction|unicode-bidi|zoom)$/;
const BACKGROUND = /^background(-|$)/;
const READERS_CHOICE = /^(font-size|line-height|color|background(-.*)?)$/;
const BREAK = /^(?:page-)?break-(before|after|inside)$/;
const BLACK = /^(black|#000|#000000|rgb\(\s*0[\s,]+0[\s,]+0\s*\))$/i;
const ACROSS = /^(margin-(left|right|inline.*)|(min-|max-)?width)$/;

const LOGICAL = /^(margin|padding|border)-(inline|block)(-start|-end)?$|^(max-)?inline-size$/;
const INKS = /\b(?:device-)?cmyk\([^()]*\)/gi;
const PLAIN_ALIGNMENTS: Readonly<Record<string, string>> = {
  start: "left",
  end: "right",
  "justify-all": "justify",
};

/** The rows in order. */
export const EPUB_TABLE: readonly TableRow[] = [
  {
    about: "Custom properties: old readers drop whole rules that hold them. var() is substituted beforehand.",
    fits: ({ property }) => property.startsWith("--"),
    write: leaveOut,
  },
  {
    about: "Properties of paged media, and other formatters' own: no e-reader knows them.",
    fits: ({ property, value }) =>
      PAGED.test(property) || PAGED_VALUE.test(value) || (property === "float" && PAGED_FLOAT.test(value)),
    write: leaveOut,
  },
  {
    about: "content of notes' numbers, and of elements: in the e-book they are text.",
    fits: ({ property, pseudoElement }) =>
      property === "content" && !/^(before|after|marker)$/.test(pseudoElement ?? ""),
    write: leaveOut,
  },
  {
    about: "Names by the direction of writing, such as margin-inline: as left, right, top and bottom.",
    fits: ({ property }) => LOGICAL.test(property),
    write: (declaration) =>
      (expandShorthand(declaration.property, declaration.value) ?? []).flatMap(([property, value]) =>
        translateDeclaration({ ...declaration, property, value }),
      ),
  },
  {
    about: "Inks, cmyk(): as red, green and blue.",
    fits: ({ value }) => INKS.test(value),
    write: (declaration) =>
      translateDeclaration({ ...declaration, value: declaration.value.replace(INKS, inRgb) }),
  },
  {
    about: "text-align: start and end as left and right, justify-all as justify.",
    fits: ({ property, value }) => property === "text-align" && value.toLowerCase() in PLAIN_ALIGNMENTS,
    write: ({ property, value }) => [[property, PLAIN_ALIGNMENTS[value.toLowerCase()] ?? value]],
  },
  {
    about: "Names that are no CSS, such as *zoom.",
    fits: ({ property }) => !/^-?[a-z][a-z0-9-]*$/.test(property),
    write: leaveOut,
  },
  {
    about: "Files named by url(): they are not in the package.",
    fits: ({ value }) => /\burl\(/i.test(value),
    write: leaveOut,
  },
  {
    about: "position, z-index, direction, unicode-bidi: reading systems mishandle them, or EPUB forbids them.",
    fits: ({ property }) => MISHANDLED.test(property),
    write: leaveOut,
  },
  {
    about:
      "Size, leading, colour and background of html and body: the reader's own choice. The font family stays.",
    fits: ({ property, isPage }) => isPage && READERS_CHOICE.test(property),
    write: leaveOut,
  },
  {
    about:
      "break-*: `avoid` and `auto` in the old spelling too; forced breaks not, since every chapter is a file.",
    fits: ({ property }) => BREAK.test(property),
    write: ({ property, value }) => {
      const place = BREAK.exec(property)?.[1] ?? "";
      const plain = value.replace(/^avoid-page$/, "avoid");
      if (plain !== "avoid" && plain !== "auto") return [];
      return [
        [`page-break-${place}`, plain],
        [`break-${place}`, plain],
      ];
    },
  },
  {
    about: "Black text without a background: it would vanish when the reader turns the page dark.",
    fits: ({ property, value, hasBackground }) => property === "color" && BLACK.test(value) && !hasBackground,
    write: leaveOut,
  },
  {
    about: "font-variant-caps: font-variant, which old readers know.",
    fits: ({ property }) => property === "font-variant-caps",
    write: ({ value }) => [["font-variant", value]],
  },
  {
    about:
      "initial-letter: with the name that WebKit knows it by, too. Engines that know neither leave the letter as it is.",
    fits: ({ property }) => property === "initial-letter",
    write: ({ value }) => [
      ["-webkit-initial-letter", value],
      ["initial-letter", value],
    ],
  },
  {
    about: "hyphens: with the name that WebKit knew it by, too.",
    fits: ({ property }) => property === "hyphens",
    write: ({ value }) => [
      ["-webkit-hyphens", value],
      ["hyphens", value],
    ],
  },
  {
    about: "font-size: lengths become em of the parent's size.",
    fits: ({ property }) => property === "font-size",
    write: ({ value, proportions }) => [
      ["font-size", inEm(value, { ...proportions, size: proportions.parentSize })],
    ],
  },
  {
    about: "line-height: lengths become numbers.",
    fits: ({ property }) => property === "line-height",
    write: ({ value, proportions }) => [["line-height", inEm(value, proportions).replace(/em$/, "")]],
  },
  {
    about: "Side margins and widths: lengths become percent of the measure.",
    fits: ({ property }) => ACROSS.test(property),
    write: ({ property, value, proportions }) => [[property, inPercent(value, proportions)]],
  },
  {
    about: "margin: up and down in em, left and right in percent.",
    fits: ({ property }) => property === "margin",
    write: ({ value, proportions }) => [["margin", marginOf(value, proportions)]],
  },
  {
    about: "Borders and outlines: as they are, since hairlines do not grow with the text.",
    fits: ({ property }) => /^(border|outline)(-|$)/.test(property) && property !== "border-spacing",
    write: ({ property, value }) => [[property, value]],
  },
  {
    about: "All else: absolute lengths become em of the element's own size.",
    fits: () => true,
    write: ({ property, value, proportions }) => [[property, inEm(value, proportions)]],
  },
];

/** What is written into the EPUB for one declaration. */
export function translateDeclaration(declaration: EpubDeclaration): Written {
  return EPUB_TABLE.find((row) => row.fits(declaration))?.write(declaration) ?? [];
}

/** Whether a property makes {@link EpubDeclaration.hasBackground} true. */
export function isBackground(property: string): boolean {
  return BACKGROUND.test(property);
}

const LENGTHS =
  /("[^"]*"|'[^']*'|#[\w-]+|--[\w-]+|-?[a-z_][\w-]*)|([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(pt|px|in|cm|mm|q|pc|rem|lh)(?![\w%-])/gi;
/** Puts another length in the place of each that is not relative to the text's own size. */
function mapLengths(value: string, proportions: Proportions, write: (points: number) => string): string {
  return computeCalls(value, proportions, write).replace(
    LENGTHS,
    (whole, word: string | undefined, number: string, unit: string) => {
      if (word !== undefined) return whole;
      const one = { rem: proportions.rootSize, lh: proportions.lineHeight }[unit.toLowerCase()];
      const points = one === undefined ? absolutePoints(`${number}${unit}`) : Number(number) * one;
      return points === undefined ? whole : write(points);
    },
  );
}

/** `#rrggbb` of a colour that is written otherwise; itself if it is none. */
function inRgb(written: string): string {
  const colour = parseColour(written);
  if (!colour) return written;
  const digits = (part: number): string =>
    Math.round(part * 255)
      .toString(16)
      .padStart(2, "0");
  return `#${colour.map(digits).join("")}`;
}

/** Computes `calc()` and its like where no percentage is in them; a reader need not know them then. */
function computeCalls(value: string, proportions: Proportions, write: (points: number) => string): string {
  const start = /(?<![\w-])(calc|min|max|clamp)\(/i.exec(value);
  if (!start) return value;
  const end = closingParenthesis(value, start.index + start[0].length) + 1;
  const call = value.slice(start.index, end);
  const { size, rootSize, lineHeight } = proportions;
  const points = parseLength(call, { em: size, rem: rootSize, lineHeight, whole: undefined });
  const rest = computeCalls(value.slice(end), proportions, write);
  return value.slice(0, start.index) + (points === undefined ? call : write(points)) + rest;
}

function inEm(value: string, proportions: Proportions): string {
  return mapLengths(value, proportions, (points) => measured(points / proportions.size, "em"));
}

function inPercent(value: string, proportions: Proportions): string {
  return mapLengths(value, proportions, (points) => measured((points / proportions.measure) * 100, "%"));
}

function marginOf(value: string, proportions: Proportions): string {
  const parts = splitValue(value, " ");
  const [first = "", second] = parts;
  if (parts.length === 1) {
    const [em, percent] = [inEm(first, proportions), inPercent(first, proportions)];
    return em === percent ? em : `${em} ${percent}`;
  }
  if (second === undefined) return value;
  return parts.map((part, i) => (i % 2 === 0 ? inEm(part, proportions) : inPercent(part, proportions))).join(" ");
}

function measured(value: number, unit: string): string {
  const rounded = Math.round(value * 1000) / 1000;
  return rounded === 0 ? "0" : `${rounded}${unit}`;
}
