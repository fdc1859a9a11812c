/**
 * The last step from a style's fields to a computed style.
 *
 * Comes in: the fields of one element. Goes out: its `ComputedStyle`, features of the font gathered in one place.
 */
import type { ComputedStyle } from "./computed-style.ts";
import type { StyleFields } from "./style-fields.ts";

/** CSS Fonts 4, clause 6.6. */
const CAPS: Readonly<Record<ComputedStyle["fontVariantCaps"], readonly string[]>> = {
  normal: [],
  "small-caps": ["smcp"],
  "all-small-caps": ["c2sc", "smcp"],
  "petite-caps": ["pcap"],
  "all-petite-caps": ["c2pc", "pcap"],
  unicase: ["unic"],
  "titling-caps": ["titl"],
};

/** Spaced letters are not tied together (CSS Text 4, clause 9.2). */
const NO_LIGATURES = ["-clig", "-liga"];

export function finishStyle(fields: Readonly<StyleFields>): ComputedStyle {
  const {
    lineHeightFactor: _,
    hyphenateBefore: before,
    hyphenateAfter: after,
    ligatureFeatures,
    numericFeatures,
    alternateFeatures,
    positionFeatures,
    eastAsianFeatures,
    kerningFeatures,
    featureSettings,
    ...style
  } = fields;
  const fontFeatures = gatherFeatures([
    ...(fields.letterSpacing === 0 ? [] : NO_LIGATURES),
    ...CAPS[fields.fontVariantCaps],
    ...ligatureFeatures,
    ...numericFeatures,
    ...alternateFeatures,
    ...positionFeatures,
    ...eastAsianFeatures,
    ...kerningFeatures,
    ...featureSettings,
  ]);
  const limits = {
    ...style.hyphenateLimitChars,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  };
  return { ...style, hyphenateLimitChars: limits, fontFeatures };
}

/** Of two words about one feature the later counts (CSS Fonts 4, clause 7.2). */
function gatherFeatures(written: readonly string[]): string {
  if (written.length === 0) return "";
  const tags = new Map(written.map((feature) => [feature.replace(/^-/, ""), feature]));
  return [...tags.values()].sort().join(",");
}
