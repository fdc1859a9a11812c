/**
 * Pictures.
 *
 * Comes in: an `img`. Goes out: its size on the page, and for one that stands alone a galley line of whole leadings.
 */
import type { Element } from "../../book/element.ts";
import type { ComputedStyle } from "../../style/computed-style.ts";
import { sizePicture } from "../paragraph/picture-size.ts";
import type { Place } from "./place.ts";
import { setParagraph } from "./set-paragraph.ts";

/** A picture on lines of its own, as large as its style says, or as it is, or as fits. `style` is that of the block around it. */
export function setPicture(element: Element, style: ComputedStyle, place: Place): void {
  const { setting, frame, flow } = place;
  const path = element.attributes.src ?? "";
  const alt = element.attributes.alt ?? "";
  const natural = setting.imageSize(path);
  if (!natural) {
    setParagraph([{ kind: "text", text: alt, span: element.span }], style, element.span, place);
    return;
  }
  const own = setting.styleOf(element);
  const room = { width: frame.width, height: setting.depth - 2 * setting.leading };
  const { width, height } = sizePicture(natural, own, room, setting.depth);
  const whole = Math.ceil(height / setting.leading - 1e-6) * setting.leading;
  const x = frame.left + shareOf(style, own) * (frame.width - width);
  flow.addLine({
    height: whole,
    spaceBefore: 0,
    onGrid: !place.offGrid,
    place: () => ({
      items: [{ kind: "image", x, y: (whole - height) / 2, width, height, path, alt, source: element }],
    }),
    notes: [],
    breakCost: 0,
    hyphenated: false,
    span: element.span,
  });
}

/** How much of the room beside a picture lies to its left: 0 to 1. */
function shareOf(around: ComputedStyle, own: ComputedStyle): number {
  if (own.display !== "inline" && (own.autoMarginLeft || own.autoMarginRight)) {
    return own.autoMarginLeft ? (own.autoMarginRight ? 0.5 : 1) : 0;
  }
  switch (around.textAlign) {
    case "left":
      return 0;
    case "right":
      return 1;
    case "center":
    case "justify":
      return 0.5;
  }
}
