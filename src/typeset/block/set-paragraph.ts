/**
 * Paragraphs set in galley lines.
 *
 * Comes in: inline nodes and the style of the block they stand in. Goes out: broken lines with what page breaks among them
 * cost, in the best way for each number of lines. A line's glyphs are placed only when make-up has chosen its variant.
 */
import type { ElementNode } from "../../book/element.ts";
import { diagnose } from "../../core/diagnostic.ts";
import type { Span } from "../../core/span.ts";
import type { ComputedStyle } from "../../style/computed-style.ts";
import { type FlowLine, type FlowVariant, placeOnLine } from "../flow.ts";
import type { GalleyNote } from "../galley.ts";
import type { Placed } from "../page/page.ts";
import { ORPHAN, WIDOW } from "../page/weights.ts";
import type { Line } from "../paragraph/break-lines.ts";
import { breakParagraph } from "../paragraph/break-paragraph.ts";
import { type Composed, composeParagraph, type ImageBox, type MarkBox } from "../paragraph/compose.ts";
import { levelTracking } from "../paragraph/microtype.ts";
import { type SetLine, setLine } from "../paragraph/set-lines.ts";
import { baselineOf } from "./baseline.ts";
import { placeMarker } from "./list-marker.ts";
import type { Place, Setting } from "./place.ts";

/** Breaks a paragraph and adds it to the flow; a list item's marker stands before its first line. */
export function setParagraph(nodes: readonly ElementNode[], style: ComputedStyle, span: Span, place: Place): void {
  const marker = placeMarker(style, place);
  const variants = variantsOf(nodes, style, span, place);
  if (marker.length === 0) place.flow.addParagraph(variants);
  else
    place.flow.addParagraph(variants.map((variant) => ({ ...variant, lines: markFirst(variant.lines, marker) })));
}

function markFirst(lines: readonly FlowLine[], marker: readonly Placed[]): FlowLine[] {
  return lines.map((line, i) => (i > 0 ? line : { ...line, items: () => [...marker, ...line.items()] }));
}

/** A paragraph's lines as they are best broken. */
export function linesOf(
  nodes: readonly ElementNode[],
  style: ComputedStyle,
  span: Span,
  place: Place,
): readonly FlowLine[] {
  return variantsOf(nodes, style, span, place)[0]?.lines ?? [];
}

/** A paragraph in every number of lines that it can well be set in, the best first. */
function variantsOf(
  nodes: readonly ElementNode[],
  style: ComputedStyle,
  span: Span,
  place: Place,
): readonly FlowVariant[] {
  const { setting, frame } = place;
  const composed = composeParagraph(nodes, style, frame.width, style.textIndent, setting);
  const notes = notesIn(composed, place);
  const broken = breakParagraph(composed.items, {
    measure: frame.width,
    justified: style.textAlign === "justify",
    size: style.fontSize,
    indent: style.textIndent,
  });
  const least = broken[0]?.demerits ?? 0;
  return broken.map(({ lines, demerits, runt, tracking: most }) => {
    const tracking = levelTracking(
      lines.map((line) => line.ratio),
      most,
    );
    const counted = lines.map((line, i) => ({
      ...line,
      index: i,
      count: lines.length,
      tracking: tracking[i] ?? 0,
      runt: runt && i === lines.length - 1,
    }));
    return {
      cost: demerits - least,
      lines: counted.map((line) => flowLine(composed, line, notes, style, span, place)),
    };
  });
}

/** A line and its place in its paragraph. */
interface CountedLine extends Line {
  readonly index: number;
  readonly count: number;
  /** Em. */
  readonly tracking: number;
  readonly runt: boolean;
}

function flowLine(
  composed: Composed,
  line: CountedLine,
  notes: ReadonlyMap<number, readonly GalleyNote[]>,
  style: ComputedStyle,
  span: Span,
  place: Place,
): FlowLine {
  const { setting, frame } = place;
  const end = composed.items[line.end];
  const extra = raiseFor(pictureHeight(composed, line), style, setting);
  const baseline = baselineOf(style, setting) + extra;
  const { index, count, runt } = line;
  let made: SetLine | undefined;
  return {
    height: style.lineHeight + extra,
    onGrid: !place.offGrid && style.lineHeight === setting.leading,
    items: () => {
      const set = setLine(composed, line, style.textAlign, frame.width, line.tracking);
      if (set.overfull > 0) reportOverfull(set.overfull, span, setting);
      made = { ...set, items: [] };
      return placeOnLine(nameAnchors(set.items, place), frame.left, baseline);
    },
    text: { index, count, runt, space: () => made?.space, overfull: () => (made?.overfull ?? 0) > 0 },
    notes: notesOf(line, notes),
    breakCost: breakCostAfter(index, count, style),
    hyphenated: end?.kind === "penalty" && end.flagged,
    span,
  };
}

/** The notes that a paragraph refers to, set, by the item that refers to them; each note is set once for all variants. */
function notesIn({ items }: Composed, place: Place): ReadonlyMap<number, readonly GalleyNote[]> {
  const found = new Map<number, readonly GalleyNote[]>();
  items.forEach((item, i) => {
    const { note } = item as Partial<MarkBox>;
    if (note !== undefined) found.set(i, place.setNote(note));
  });
  return found;
}

function notesOf(line: Line, notes: ReadonlyMap<number, readonly GalleyNote[]>): readonly GalleyNote[] {
  if (notes.size === 0) return NO_NOTES;
  return [...notes].flatMap(([at, set]) => (at >= line.start && at < line.end ? set : []));
}

const NO_NOTES: readonly GalleyNote[] = [];

function pictureHeight({ items }: Composed, line: Line): number {
  let most = 0;
  for (let i = line.start; i < line.end; i++) {
    const { height } = items[i] as Partial<ImageBox>;
    if (height !== undefined && height > most) most = height;
  }
  return most;
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

function breakCostAfter(i: number, count: number, style: ComputedStyle): number {
  const above = i + 1;
  const below = count - above;
  if (below === 0) return 0;
  return (above < style.orphans ? ORPHAN : 0) + (below < style.widows ? WIDOW : 0);
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
