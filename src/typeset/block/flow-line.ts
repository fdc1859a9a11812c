/**
 * One line of a paragraph for the flow.
 *
 * Comes in: a broken line and what its paragraph shares. Goes out: its height, what a page break after it costs, its notes, and how
 * to place its glyphs, which is done only if make-up has chosen the line.
 */
import type { Span } from "../../core/span.ts";
import type { ComputedStyle } from "../../style/computed-style.ts";
import { type FlowLine, placeOnLine } from "../flow.ts";
import type { GalleyNote, PlacedLine } from "../galley.ts";
import type { Placed } from "../page/page.ts";
import { ORPHAN, WIDOW } from "../page/weights.ts";
import type { Line } from "../paragraph/break-lines.ts";
import type { Composed, ImageBox, MarkBox } from "../paragraph/compose.ts";
import { FILL } from "../paragraph/items.ts";
import { type LineGives, MICROTYPE, trackingOf } from "../paragraph/microtype.ts";
import { type LineShape, setLine } from "../paragraph/set-lines.ts";
import { isWordBox } from "../paragraph/words.ts";
import { baselineOf } from "./baseline.ts";
import type { InitialLetter } from "./initial-letter.ts";
import type { Place, Setting } from "./place.ts";

/** A line and its place in its paragraph. */
export interface CountedLine extends Line {
  readonly index: number;
  readonly count: number;
  /** The most tracking that it was promised, em. */
  readonly most: number;
  readonly runt: boolean;
  /** See `TextLine`. */
  readonly lacks: number | undefined;
}

/** What all lines of a paragraph share. */
export interface Paragraph {
  readonly composed: Composed;
  readonly notes: NotesByItem;
  readonly style: ComputedStyle;
  readonly span: Span;
  readonly place: Place;
  readonly initial: InitialLetter | undefined;
}

/** The notes referred to, set, by the item that refers to them. */
export type NotesByItem = ReadonlyMap<number, readonly GalleyNote[]>;

export function flowLine(paragraph: Paragraph, line: CountedLine): FlowLine {
  const { composed, notes, style, span, place, initial } = paragraph;
  const { setting, frame } = place;
  const end = composed.items[line.end];
  const raised = line.index === 0 ? (initial?.above ?? 0) : 0;
  const extra = raised + raiseFor(pictureHeight(composed, line), style, setting);
  const baseline = baselineOf(style, setting) + extra;
  const { index, count, runt, lacks } = line;
  const beside = initial !== undefined && index < initial.lines;
  const narrowed = beside ? initial.width : 0;
  const shape = {
    align: style.textAlign,
    alignLast: style.textAlignLast,
    measure: frame.width - narrowed,
  };
  const at = { left: frame.left + narrowed, baseline };
  const gives = style.textAlign === "justify" ? givesOf(composed, line, style) : undefined;
  return {
    height: style.lineHeight + extra,
    spaceBefore: 0,
    onGrid: !place.offGrid && style.lineHeight === setting.leading,
    place: (tracking) =>
      placeLine(paragraph, line, { ...shape, tracking: tracking ?? (gives ? trackingOf(gives) : 0) }, at),
    text: { index, count, runt, ...(gives && { gives }), ...(lacks !== undefined && { lacks }) },
    notes: notesOf(line, notes),
    breakCost: beside && index < initial.lines - 1 ? Infinity : breakCostAfter(index, count, style),
    hyphenated: end?.kind === "penalty" && end.flagged,
    span,
  };
}

/** Sets a line's glyphs and puts them at their place in the text block. */
function placeLine(
  { composed, place, initial }: Paragraph,
  line: CountedLine,
  shape: LineShape,
  at: { readonly left: number; readonly baseline: number },
): PlacedLine {
  const { items: own, gaps, ...came } = setLine(composed, line, shape);
  const placed = placeOnLine(nameAnchors(own, place), at.left, at.baseline);
  const items = initial && line.index === 0 ? [...initial.items, ...placed] : placed;
  return {
    ...came,
    items,
    gaps: gaps.map(({ left, right }) => ({ left: left + at.left, right: right + at.left })),
  };
}

/** How a justified line gives way; the last one and one before a forced break only by their letters, where there is room. */
function givesOf({ items }: Composed, line: CountedLine, style: ComputedStyle): LineGives {
  const { ratio, most } = line;
  const end = items[line.end];
  const isLast = end?.kind === "penalty" && end.cost === -Infinity;
  const free = isLast && ratio >= 0 && style.textAlignLast !== "justify";
  if (!free) return { ratio, most, free };
  let letters = 0;
  for (let i = line.start; i < line.end; i++) {
    const item = items[i];
    if (item && isWordBox(item)) letters += item.to - item.from;
  }
  const room = ratio * FILL.stretch;
  return { ratio, most: Math.min(MICROTYPE.tracking, room / (letters * style.fontSize)), free };
}

/** The notes that a paragraph refers to; each is set once for all variants. */
export function notesIn({ items }: Composed, place: Place): NotesByItem {
  const found = new Map<number, readonly GalleyNote[]>();
  items.forEach((item, i) => {
    const { note } = item as Partial<MarkBox>;
    if (note !== undefined) found.set(i, place.setNote(note));
  });
  return found;
}

function notesOf(line: Line, notes: NotesByItem): readonly GalleyNote[] {
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
