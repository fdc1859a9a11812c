/**
 * Where the baseline of a line lies.
 *
 * Comes in: a block's style. Goes out: points below the top of its lines.
 */
import type { ComputedStyle } from "../../style/computed-style.ts";
import type { Setting } from "./place.ts";

/** The baseline below the top of a line: the leading is shared above and below the text (CSS Inline 3, clause 5). */
export function baselineOf(style: ComputedStyle, setting: Setting): number {
  const { face } = setting.textStyles(style, undefined);
  const content = (face.ascent + face.descent) * style.fontSize;
  return (style.lineHeight - content) / 2 + face.ascent * style.fontSize;
}
