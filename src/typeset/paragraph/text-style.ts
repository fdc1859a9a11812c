/**
 * How a stretch of text is set: face, size, colour and what goes with them.
 *
 * Comes in: computed styles. Goes out: one `TextStyle` object for each distinct style, so that words can be cached by it.
 */
import type { Face } from "../../fonts/face.ts";
import type { FontLibrary } from "../../fonts/library.ts";
import type { Colour, ComputedStyle } from "../../style/computed-style.ts";

export interface TextStyle {
  readonly face: Face;
  /** Points. */
  readonly size: number;
  readonly colour: Colour;
  /** Along the foot of the text; undefined: none. */
  readonly ruleBelow: { readonly width: number; readonly colour: Colour; readonly gap: number } | undefined;
  /** Of the text's own stretch of the line; undefined: none. */
  readonly background: Colour | undefined;
  /** OpenType features beside the default ones, as {@link Face.shape} takes them. */
  readonly features: string;
  /** Points above the baseline. */
  readonly rise: number;
  readonly letterSpacing: number;
  /** Added to every word space, points. */
  readonly wordSpacing: number;
  readonly hyphenated: boolean;
  /** Letters of the shortest word that may be hyphenated, and before and after the hyphen; absent: as the language has it. */
  readonly hyphenLimits: ComputedStyle["hyphenateLimitChars"];
  /** What is put where a word is broken. */
  readonly hyphen: string;
  /** True if stops and commas at the end of a line stand wholly in the margin. */
  readonly hangsStops: boolean;
  readonly transform: ComputedStyle["textTransform"];
  readonly decoration: ComputedStyle["textDecoration"];
  /** True for text that takes its room and is not seen. */
  readonly hidden: boolean;
  /** True where spaces and newlines are kept. */
  readonly preserved: boolean;
  /** True where lines are broken by forced breaks only. */
  readonly unbroken: boolean;
  /** Where the text leads, if it is a link. */
  readonly href: string | undefined;
}

/** Gives equal styles the same object. */
export type TextStyles = (style: ComputedStyle, href: string | undefined) => TextStyle;

/** How far a superscript and a subscript stand off the baseline, in em of the text around it. */
const SUPER_RISE = 0.33;
const SUB_RISE = -0.16;

export function makeTextStyles(library: FontLibrary): TextStyles {
  const made = new Map<ComputedStyle, Map<string | undefined, TextStyle>>();
  return (style, href) => {
    const known = made.get(style) ?? new Map<string | undefined, TextStyle>();
    made.set(style, known);
    const ready = known.get(href);
    if (ready) return ready;
    const fresh = makeTextStyle(style, href, library);
    known.set(href, fresh);
    return fresh;
  };
}

/** The border at the foot of an element in the line. */
function ruleBelow({
  display,
  borderBottomWidth,
  borderBottomColor,
  color,
  paddingBottom,
}: ComputedStyle): TextStyle["ruleBelow"] {
  if (display !== "inline" || borderBottomWidth === 0) return undefined;
  return { width: borderBottomWidth, colour: borderBottomColor ?? color, gap: paddingBottom };
}

function makeTextStyle(style: ComputedStyle, href: string | undefined, library: FontLibrary): TextStyle {
  const face = library.face({
    families: style.fontFamily,
    weight: style.fontWeight,
    style: style.fontStyle,
    features: style.fontFeatures,
  });
  const raised = style.verticalAlign === "super" ? SUPER_RISE : style.verticalAlign === "sub" ? SUB_RISE : 0;
  return {
    face,
    size: style.fontSize,
    colour: style.color,
    ruleBelow: ruleBelow(style),
    background: style.display === "inline" ? style.backgroundColor : undefined,
    features: style.fontFeatures,
    rise: raised * style.fontSize * 1.4 + style.baselineShift,
    letterSpacing: style.letterSpacing,
    wordSpacing: style.wordSpacing,
    hyphenated: style.hyphens === "auto",
    hyphenLimits: style.hyphenateLimitChars,
    hyphen: style.hyphenateCharacter === "auto" ? "-" : style.hyphenateCharacter,
    hangsStops: style.hangingPunctuation.some((mark) => mark === "allow-end" || mark === "force-end"),
    transform: style.textTransform,
    decoration: style.textDecoration,
    hidden: style.visibility === "hidden",
    preserved: style.whiteSpace === "pre" || style.whiteSpace === "pre-wrap",
    unbroken: style.whiteSpace === "nowrap",
    href,
  };
}
