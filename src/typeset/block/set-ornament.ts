/**
 * Scene breaks.
 *
 * Comes in: an `hr`. Goes out: a galley line with its ornament.
 */
import type { Element } from "../../book/element.ts";
import type { ComputedStyle } from "../../style/computed-style.ts";
import { ORNAMENT_AT_FOOT } from "../page/weights.ts";
import { baselineOf } from "./baseline.ts";
import type { Place } from "./place.ts";

/** A scene break: asterisks in the middle of the measure, so that it is seen at a page's head or foot too. */
export function setOrnament(element: Element, style: ComputedStyle, place: Place): void {
  const text = place.setting.textStyles(style, undefined);
  const shaped = text.face.shape("*", text.features);
  const gap = text.size;
  const width = 3 * shaped.width * text.size + 2 * gap;
  const words = [0, 1, 2].map((i) => ({
    dx: i * (shaped.width * text.size + gap),
    shaped,
    spaced: i > 0,
    offset: 0,
  }));
  const x = place.frame.left + (place.frame.width - width) / 2;
  const { face, size, colour } = text;
  place.flow.keepWithNext();
  place.flow.addLine({
    height: style.lineHeight,
    onGrid: style.lineHeight === place.setting.leading,
    items: () => [
      {
        kind: "run",
        x,
        y: baselineOf(style, place.setting) + 0.2 * size,
        face,
        size,
        colour,
        letterSpacing: 0,
        scale: 1,
        words,
        source: element,
      },
    ],
    notes: [],
    breakCost: ORNAMENT_AT_FOOT,
    hyphenated: false,
    span: element.span,
  });
}
