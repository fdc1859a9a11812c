/**
 * Scene breaks.
 *
 * Comes in: an `hr`. Goes out: a galley line with its ornament.
 */
import type { Element } from "../../book/element.ts";
import type { ComputedStyle } from "../../style/computed-style.ts";
import type { PlacedRun } from "../page/page.ts";
import { ORNAMENT_AT_FOOT } from "../page/weights.ts";
import { baselineOf } from "./baseline.ts";
import type { Place } from "./place.ts";

/** A scene break without text of its own: what the stylesheet draws, or else asterisks in the middle of the measure, so that it is seen at a page's head or foot too. */
export function setOrnament(element: Element, style: ComputedStyle, place: Place): void {
  place.flow.keepWithNext();
  if (isDrawn(style)) {
    setRule(element, style, place);
    return;
  }
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
  const y = baselineOf(style, place.setting) + 0.2 * size;
  const how = { face, size, colour, letterSpacing: 0, scale: 1 };
  const run: PlacedRun = { kind: "run", x, y, ...how, words, source: element };
  place.flow.addLine({
    height: style.lineHeight,
    spaceBefore: 0,
    onGrid: style.lineHeight === place.setting.leading,
    place: () => ({ items: style.visibility === "hidden" ? [] : [run] }),
    notes: [],
    breakCost: ORNAMENT_AT_FOOT,
    hyphenated: false,
    span: element.span,
  });
}

/** True if the stylesheet draws the scene break as a box: a rule by a border, a bar by a background. */
function isDrawn(style: ComputedStyle): boolean {
  const { borderTopWidth, borderBottomWidth, backgroundColor, height } = style;
  return borderTopWidth > 0 || borderBottomWidth > 0 || (backgroundColor !== undefined && height !== undefined);
}

/** What the box holds: nothing, as high as it says. Its border is drawn with the box. */
function setRule(element: Element, style: ComputedStyle, place: Place): void {
  const { height = { points: 0, part: 0 } } = style;
  place.flow.addLine({
    height: height.points + height.part * place.setting.depth,
    spaceBefore: 0,
    onGrid: false,
    place: () => ({ items: [] }),
    notes: [],
    breakCost: ORNAMENT_AT_FOOT,
    hyphenated: false,
    span: element.span,
  });
}
