/**
 * A computed style: what the cascade says of one element, in points.
 *
 * Comes in: nothing. Goes out: the types that typesetting reads. `cascade.ts` makes them.
 */

/** Red, green, blue from 0 to 1. */
export type Colour = readonly [number, number, number];

/** Every length is in points (1/72 in) of the printed page. */
export interface ComputedStyle {
  readonly display:
    | "block"
    | "inline"
    | "list-item"
    | "table"
    | "table-row-group"
    | "table-row"
    | "table-cell"
    | "none";
  /** Family names in order of preference, unquoted, as written. */
  readonly fontFamily: readonly string[];
  readonly fontSize: number;
  /** 100 to 900. */
  readonly fontWeight: number;
  readonly fontStyle: "normal" | "italic";
  readonly fontVariantCaps: "normal" | "small-caps";
  /** Baseline to baseline. */
  readonly lineHeight: number;
  readonly color: Colour;
  readonly marginTop: number;
  readonly marginRight: number;
  readonly marginBottom: number;
  readonly marginLeft: number;
  readonly paddingTop: number;
  readonly paddingRight: number;
  readonly paddingBottom: number;
  readonly paddingLeft: number;
  /** May be negative (hanging). */
  readonly textIndent: number;
  readonly textAlign: "left" | "right" | "center" | "justify";
  readonly textTransform: "none" | "uppercase" | "lowercase" | "capitalize";
  readonly letterSpacing: number;
  readonly hyphens: "none" | "manual" | "auto";
  readonly whiteSpace: "normal" | "nowrap" | "pre" | "pre-wrap";
  readonly verticalAlign: "baseline" | "sub" | "super";
  readonly textDecoration: "none" | "underline" | "line-through";
  readonly listStyleType:
    | "none"
    | "disc"
    | "circle"
    | "square"
    | "decimal"
    | "lower-roman"
    | "upper-roman"
    | "lower-alpha"
    | "upper-alpha";
  readonly breakBefore: "auto" | "page" | "recto" | "verso" | "avoid";
  readonly breakAfter: "auto" | "page" | "recto" | "verso" | "avoid";
  readonly breakInside: "auto" | "avoid";
  /** Least lines left at a page's foot, and taken to a page's head. */
  readonly orphans: number;
  readonly widows: number;
}

/** The printed page's geometry, in points; inner and outer margins are mirrored on versos. */
export interface PageGeometry {
  readonly width: number;
  readonly height: number;
  readonly marginTop: number;
  readonly marginBottom: number;
  /** At the spine. */
  readonly marginInner: number;
  readonly marginOuter: number;
}
