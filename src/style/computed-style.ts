/**
 * A computed style: what the cascade says of one element, in points.
 *
 * Comes in: nothing. Goes out: the types that typesetting reads. `cascade.ts` makes them.
 */
import type { Content, StringSetting } from "./content.ts";
import type { CounterChange } from "./counter-changes.ts";
import type { CounterStyle } from "./counter-style.ts";

/** Red, green, blue from 0 to 1. */
export type Colour = readonly [number, number, number];

/** A length that may be a part of the room there is: `points + part × room`; 0.5 is 50 %. */
export interface Extent {
  readonly points: number;
  readonly part: number;
}

export type BorderStyle = "none" | "solid" | "dashed" | "dotted" | "double";

/** What `hyphenate-limit-chars` says; a part that is absent is left to the language. */
export interface HyphenateLimits {
  /** Letters of the shortest word that may be broken. */
  readonly word?: number;
  /** Letters before and after the hyphen. */
  readonly before?: number;
  readonly after?: number;
}

/** Every length is in points (1/72 in) of the printed page. */
export interface ComputedStyle extends BoxStyle, FontStyle, ParagraphStyle, PaginationStyle, GeneratedStyle {}

/** The box that an element is. */
export interface BoxStyle {
  readonly display:
    | "block"
    | "inline"
    | "list-item"
    | "table"
    | "table-row-group"
    | "table-row"
    | "table-cell"
    | "none";
  /** Vertical margins may be negative. */
  readonly marginTop: number;
  readonly marginRight: number;
  readonly marginBottom: number;
  readonly marginLeft: number;
  /** True for `auto`, which takes its share of the room that a block of a given `width` leaves; the margin itself is then 0. */
  readonly autoMarginRight: boolean;
  readonly autoMarginLeft: boolean;
  readonly paddingTop: number;
  readonly paddingRight: number;
  readonly paddingBottom: number;
  readonly paddingLeft: number;
  /** 0 where the style is `none`. */
  readonly borderTopWidth: number;
  readonly borderRightWidth: number;
  readonly borderBottomWidth: number;
  readonly borderLeftWidth: number;
  readonly borderTopStyle: BorderStyle;
  readonly borderRightStyle: BorderStyle;
  readonly borderBottomStyle: BorderStyle;
  readonly borderLeftStyle: BorderStyle;
  /** Undefined: that of the text. */
  readonly borderTopColor: Colour | undefined;
  readonly borderRightColor: Colour | undefined;
  readonly borderBottomColor: Colour | undefined;
  readonly borderLeftColor: Colour | undefined;
  /** Undefined: transparent. */
  readonly backgroundColor: Colour | undefined;
  /** Of the content, or of the border box if `boxSizing` says so; undefined: all the room there is. */
  readonly width: Extent | undefined;
  readonly minWidth: Extent | undefined;
  readonly maxWidth: Extent | undefined;
  /** Of pictures and ornaments alone; parts are of the text block's depth. */
  readonly height: Extent | undefined;
  readonly maxHeight: Extent | undefined;
  readonly boxSizing: "content-box" | "border-box";
  /** Hidden text keeps its room. */
  readonly visibility: "visible" | "hidden";
  /** `footnote`: it stands at the foot of the page. `left` is for first letters, and has become an `initialLetter`. */
  readonly float: "none" | "footnote" | "left";
  readonly listStyleType: CounterStyle;
  /** The marker's text where `list-style-type` is a string. */
  readonly listStyleText: string | undefined;
  readonly listStylePosition: "outside" | "inside";
}

/** The letters. */
export interface FontStyle {
  /** Family names in order of preference, unquoted, as written. */
  readonly fontFamily: readonly string[];
  readonly fontSize: number;
  /** 100 to 900. */
  readonly fontWeight: number;
  readonly fontStyle: "normal" | "italic";
  readonly fontVariantCaps:
    | "normal"
    | "small-caps"
    | "all-small-caps"
    | "petite-caps"
    | "all-petite-caps"
    | "unicase"
    | "titling-caps";
  /**
   * What all `font-variant-*`, `font-kerning`, `font-feature-settings` and the letter-spacing come to: OpenType features beside a
   * font's default ones as `Face.shape` takes them, sorted, with commas between; `-` stands before one that is switched off
   * (`-liga,onum,smcp`).
   */
  readonly fontFeatures: string;
  readonly color: Colour;
  /** Added after every letter. */
  readonly letterSpacing: number;
  /** Added to every space between words. */
  readonly wordSpacing: number;
  readonly textTransform: "none" | "uppercase" | "lowercase" | "capitalize";
  readonly textDecoration: "none" | "underline" | "overline" | "line-through";
  /** The last five are for table cells and pictures. */
  readonly verticalAlign: "baseline" | "sub" | "super" | "top" | "middle" | "bottom" | "text-top" | "text-bottom";
  /** Points above the baseline, in addition to `verticalAlign`; may be negative. */
  readonly baselineShift: number;
}

/** Lines of a paragraph. */
export interface ParagraphStyle {
  /** Baseline to baseline. */
  readonly lineHeight: number;
  /** May be negative (hanging). */
  readonly textIndent: number;
  /** True if lines after a forced break are indented like the first one. */
  readonly textIndentEachLine: boolean;
  readonly textAlign: "left" | "right" | "center" | "justify";
  /** Of a paragraph's last line, and of one before a forced break; `auto`: as `textAlign`, but justified lines end ragged. */
  readonly textAlignLast: "auto" | "left" | "right" | "center" | "justify";
  readonly hyphens: "none" | "manual" | "auto";
  readonly hyphenateLimitChars: HyphenateLimits;
  /** How many lines running may end in a hyphen; `Infinity` for no limit. */
  readonly hyphenateLimitLines: number;
  /** The last line that may not end in a hyphen: none, that before the paragraph's last, or also that before a page break. */
  readonly hyphenateLimitLast: "none" | "always" | "column" | "page" | "spread";
  /** What is put at the end of a line that breaks a word; `auto`: the hyphen of the font. */
  readonly hyphenateCharacter: string;
  readonly whiteSpace: "normal" | "nowrap" | "pre" | "pre-wrap";
  readonly textWrap: "wrap" | "nowrap" | "balance" | "pretty";
  /** What may hang in the margin; empty for nothing. `allow-end` and `force-end` do not come together. */
  readonly hangingPunctuation: readonly ("first" | "last" | "allow-end" | "force-end")[];
  /** A capital over several lines: `size` lines high, its foot on line `sink` (from 1). Undefined: none. */
  readonly initialLetter: { readonly size: number; readonly sink: number } | undefined;
}

/** Where pages may break. */
export interface PaginationStyle {
  readonly breakBefore: "auto" | "page" | "recto" | "verso" | "avoid";
  readonly breakAfter: "auto" | "page" | "recto" | "verso" | "avoid";
  readonly breakInside: "auto" | "avoid";
  /** Least lines left at a page's foot, and taken to a page's head. */
  readonly orphans: number;
  readonly widows: number;
  /** The named page that the element stands on; empty for pages without a name. */
  readonly page: string;
  /** Named strings that the page's margin boxes show. */
  readonly stringSet: readonly StringSetting[];
}

/** Text that the stylesheet adds. `generate-content.ts` has made elements of it before typesetting reads a style. */
export interface GeneratedStyle {
  readonly content: Content;
  readonly counterReset: readonly CounterChange[];
  readonly counterIncrement: readonly CounterChange[];
  readonly counterSet: readonly CounterChange[];
  /** Pairs from the outermost in; empty: no marks; `auto`: those of the language. */
  readonly quotes: "auto" | readonly (readonly [open: string, close: string])[];
}
