/**
 * Pictures that stand alone.
 *
 * Comes in: an `img`. Goes out: a galley line of whole leadings, the picture as large as it is or as fits.
 */
import type { Element } from "../../book/element.ts";
import type { ComputedStyle } from "../../style/computed-style.ts";
import type { Place } from "./place.ts";
import { setParagraph } from "./set-paragraph.ts";

/** A picture on lines of its own, as large as it is or as fits. */
export function setPicture(element: Element, style: ComputedStyle, place: Place): void {
  const { setting, frame, flow } = place;
  const path = element.attributes.src ?? "";
  const alt = element.attributes.alt ?? "";
  const size = setting.imageSize(path);
  if (!size) {
    setParagraph([{ kind: "text", text: alt, span: element.span }], style, element.span, place);
    return;
  }
  const scale = Math.min(1, frame.width / size.width, (setting.depth - 2 * setting.leading) / size.height);
  const width = size.width * scale;
  const height = size.height * scale;
  const whole = Math.ceil(height / setting.leading) * setting.leading;
  flow.addLine({
    height: whole,
    onGrid: true,
    items: () => [
      {
        kind: "image",
        x: frame.left + (frame.width - width) / 2,
        y: (whole - height) / 2,
        width,
        height,
        path,
        alt,
        source: element,
      },
    ],
    notes: [],
    breakCost: 0,
    hyphenated: false,
    span: element.span,
  });
}
