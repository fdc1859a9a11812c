/**
 * Paragraphs set in galley lines.
 *
 * Comes in: inline nodes and the style of the block they stand in. Goes out: broken, justified lines with what page breaks among
 * them cost.
 */
import type { ElementNode } from "../../book/element.ts";
import { diagnose } from "../../core/diagnostic.ts";
import type { Span } from "../../core/span.ts";
import type { ComputedStyle } from "../../style/computed-style.ts";
import { type FlowLine, placeOnLine } from "../flow.ts";
import type { Placed } from "../page/page.ts";
import { HYPHEN_AT_PAGE_END, ORPHAN, WIDOW } from "../page/weights.ts";
import { breakLines } from "../paragraph/break-lines.ts";
import { composeParagraph } from "../paragraph/compose.ts";
import { setLine } from "../paragraph/set-lines.ts";
import { baselineOf } from "./baseline.ts";
import { placeMarker } from "./list-marker.ts";
import type { Place, Setting } from "./place.ts";

/** Breaks and sets one paragraph; a list item's marker stands before its first line. */
export function setParagraph(nodes: readonly ElementNode[], style: ComputedStyle, span: Span, place: Place): void {
  for (const line of linesOf(nodes, style, span, place)) {
    place.flow.addLine({ ...line, items: [...placeMarker(place), ...line.items] });
  }
}

/** A paragraph's lines with what page breaks among them cost. */
export function linesOf(
  nodes: readonly ElementNode[],
  style: ComputedStyle,
  span: Span,
  place: Place,
): FlowLine[] {
  const { setting, frame } = place;
  const composed = composeParagraph(nodes, style, frame.width, style.textIndent, setting);
  const ragged = style.textAlign === "justify" ? 0 : style.fontSize * 4;
  const { lines } = breakLines(composed.items, { measure: frame.width, lineStretch: ragged });
  return lines.map((line, i) => {
    const set = setLine(composed, line, style.textAlign, frame.width);
    if (set.overfull > 0) reportOverfull(set.overfull, span, setting);
    const extra = raiseFor(set.pictureHeight, style, setting);
    const baseline = baselineOf(style, setting) + extra;
    return {
      height: style.lineHeight + extra,
      onGrid: style.lineHeight === setting.leading,
      items: placeOnLine(nameAnchors(set.items, place), frame.left, baseline),
      notes: set.notes.flatMap(place.setNote),
      breakCost: breakCostAfter(i, lines.length, style, set.hyphenated),
      span,
    };
  });
}

function nameAnchors(items: readonly Placed[], place: Place): readonly Placed[] {
  if (!items.some((item) => item.kind === "anchor")) return items;
  return items.map((i) => (i.kind === "anchor" ? { ...i, name: `${place.section.id}.xhtml#${i.name}` } : i));
}

/** Whole leadings by which a line grows so that its picture does not touch the line above. */
function raiseFor(pictureHeight: number, style: ComputedStyle, setting: Setting): number {
  const over = pictureHeight - style.fontSize;
  return over > 0 ? Math.ceil(over / setting.leading) * setting.leading : 0;
}

function breakCostAfter(i: number, count: number, style: ComputedStyle, hyphenated: boolean): number {
  const above = i + 1;
  const below = count - above;
  if (below === 0) return 0;
  return (
    (above < style.orphans ? ORPHAN : 0) +
    (below < style.widows ? WIDOW : 0) +
    (hyphenated ? HYPHEN_AT_PAGE_END : 0)
  );
}

function reportOverfull(points: number, span: Span, setting: Setting): void {
  setting.report(
    diagnose(
      "page/overfull",
      span,
      `A line of this paragraph is ${points.toFixed(1)} pt wider than the measure.`,
      "Reword it, or give the long word a place to break with a soft hyphen (&shy;).",
    ),
  );
}
