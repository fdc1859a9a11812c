/**
 * The book set in galleys.
 *
 * Comes in: marked-up sections with their computed styles, and a measure. Goes out: a `Galley`, every line broken and
 * justified, notes set beside the lines that refer to them. It knows no page.
 */
import type { Element, ElementNode, MarkedSection } from "../book/element.ts";
import { diagnose } from "../core/diagnostic.ts";
import type { Span } from "../core/span.ts";
import type { ComputedStyle } from "../style/computed-style.ts";
import { type Flow, type FlowLine, openFlow, placeOnLine } from "./flow.ts";
import type { Galley, GalleyNote } from "./galley.ts";
import { numberItem } from "./numerals.ts";
import type { Placed } from "./page/page.ts";
import { HYPHEN_AT_PAGE_END, ORPHAN, WIDOW } from "./page/weights.ts";
import { breakLines } from "./paragraph/break-lines.ts";
import { type Composer, composeParagraph } from "./paragraph/compose.ts";
import { setLine } from "./paragraph/set-lines.ts";
import { setTable } from "./set-table.ts";

/** What setting needs beside the text. */
export interface Setting extends Composer {
  /** Width of the text block. */
  readonly measure: number;
  /** Height of the text block, which no picture may exceed. */
  readonly depth: number;
  /** The leading of the body, on whose grid its lines stand. */
  readonly leading: number;
  /** Called after each section with how many are set. */
  readonly onSection: (done: number) => void;
}

/** The room a block has: from the text block's left edge. */
export interface Frame {
  readonly left: number;
  readonly width: number;
}

/** What a block being set belongs to. */
export interface Place {
  readonly setting: Setting;
  readonly flow: Flow;
  readonly frame: Frame;
  readonly section: MarkedSection;
  /** The notes of the section not yet placed, by their element ids. */
  readonly notes: Map<string, Element>;
  /** The number of the list item to come, in an ordered list. */
  readonly ordinal?: number;
  /** The list item's marker that stands before the next line, wherever that is. */
  readonly marker?: Marker;
}

interface Marker {
  readonly text: string;
  readonly style: ComputedStyle;
  /** Left edge of the list item's text. */
  readonly left: number;
  placed: boolean;
}

export function setGalley(sections: readonly MarkedSection[], setting: Setting): Galley {
  const flow = openFlow();
  sections.forEach((section, i) => {
    flow.setMatter(section.role === "titlepage" ? "front" : "body");
    const frame = { left: 0, width: setting.measure };
    const notes = new Map(findNotes(section.root).map((note) => [note.id ?? "", note]));
    flow.addAnchor(`${section.id}.xhtml`, 0);
    setBlock(section.root, { setting, flow, frame, section, notes });
    setting.onSection(i + 1);
  });
  return { chunks: flow.finish() };
}

function findNotes(element: Element): Element[] {
  if (element.classes.includes("footnote")) return [element];
  return element.children.flatMap((child) => (child.kind === "element" ? findNotes(child) : []));
}

/** Sets one block element and all it holds. */
export function setBlock(element: Element, place: Place): void {
  const { setting, flow, section } = place;
  const style = setting.styleOf(element);
  if (style.display === "none" || element.classes.includes("footnotes")) return;
  breakBefore(style, flow);
  const frame = {
    left: place.frame.left + style.marginLeft + style.paddingLeft,
    width: place.frame.width - style.marginLeft - style.paddingLeft - style.marginRight - style.paddingRight,
  };
  const inner = { ...place, frame };
  if (element.id !== undefined) flow.addAnchor(`${section.id}.xhtml#${element.id}`, frame.left);
  flow.addMargin(style.marginTop + style.paddingTop);
  const from = flow.count();
  setContent(element, style, inner);
  if (style.breakInside === "avoid") flow.keepTogether(Math.min(from, flow.count()));
  flow.addMargin(style.marginBottom + style.paddingBottom);
  if (style.breakAfter === "avoid") flow.keepWithNext();
  else if (style.breakAfter !== "auto") flow.breakPage(style.breakAfter === "page" ? "any" : style.breakAfter);
}

function breakBefore(style: ComputedStyle, flow: Flow): void {
  if (style.breakBefore === "avoid") flow.keepWithNext();
  else if (style.breakBefore !== "auto") flow.breakPage(style.breakBefore === "page" ? "any" : style.breakBefore);
}

/** Elements that are not set as what they hold. */
const SPECIAL: Readonly<Record<string, (element: Element, style: ComputedStyle, place: Place) => void>> = {
  hr: setOrnament,
  pre: setCode,
  table: (element, _, place) => setTable(element, place),
  img: setPicture,
};

function setContent(element: Element, style: ComputedStyle, place: Place): void {
  const setSpecial = SPECIAL[element.name];
  if (setSpecial) {
    setSpecial(element, style, place);
    return;
  }
  const marker = style.display === "list-item" ? markerOf(style, place) : undefined;
  const inner = marker ? { ...place, marker } : place;
  let ordinal = Number(element.attributes.start ?? 1);
  const groups = groupChildren(element, place.setting);
  for (const group of groups) {
    if (group.kind === "inline") setParagraph(group.nodes, style, element.span, inner);
    else setBlock(group.element, element.name === "ol" ? { ...inner, ordinal: ordinal++ } : inner);
  }
  if (marker && groups.length === 0)
    setParagraph([{ kind: "text", text: "\u200b", span: element.span }], style, element.span, inner);
}

type Group =
  | { readonly kind: "block"; readonly element: Element }
  | { readonly kind: "inline"; readonly nodes: readonly ElementNode[] };

/** Block children one by one, inline ones together; white space between blocks is nothing. */
function groupChildren(element: Element, setting: Setting): Group[] {
  const groups: Group[] = [];
  let nodes: ElementNode[] = [];
  const close = (): void => {
    if (nodes.some((n) => n.kind === "element" || /[^ \t\r\n\f]/.test(n.text)))
      groups.push({ kind: "inline", nodes });
    nodes = [];
  };
  for (const child of element.children) {
    if (child.kind === "element" && isBlock(child, setting)) {
      close();
      groups.push({ kind: "block", element: child });
    } else nodes.push(child);
  }
  close();
  return groups;
}

function isBlock(element: Element, setting: Setting): boolean {
  return setting.styleOf(element).display !== "inline";
}

/** Breaks and sets one paragraph; a list item's marker stands before its first line. */
function setParagraph(nodes: readonly ElementNode[], style: ComputedStyle, span: Span, place: Place): void {
  const picture =
    nodes.length === 1 && nodes[0]?.kind === "element" && nodes[0].name === "img" ? nodes[0] : undefined;
  if (picture) {
    setPicture(picture, style, place);
    return;
  }
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
  const items = composeParagraph(nodes, style, frame.width, style.textIndent, setting);
  const ragged = style.textAlign === "justify" ? 0 : style.fontSize * 4;
  const { lines } = breakLines(items, { measure: frame.width, lineStretch: ragged });
  return lines.map((line, i) => {
    const set = setLine(items, line, style.textAlign, frame.width);
    if (set.overfull > 0) reportOverfull(set.overfull, span, setting);
    const extra = raiseFor(set.pictureHeight, style, setting);
    const baseline = baselineOf(style, setting) + extra;
    return {
      height: style.lineHeight + extra,
      onGrid: style.lineHeight === setting.leading,
      items: placeOnLine(nameAnchors(set.items, place), frame.left, baseline),
      notes: set.notes.flatMap((href) => setNote(href, place)),
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

/** The baseline below the top of a line: the leading is shared above and below the text (CSS Inline 3, clause 5). */
function baselineOf(style: ComputedStyle, setting: Setting): number {
  const { face } = setting.textStyles(style, undefined);
  const content = (face.ascent + face.descent) * style.fontSize;
  return (style.lineHeight - content) / 2 + face.ascent * style.fontSize;
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

/** The note that `href` leads to, set; each note once. */
function setNote(href: string, place: Place): GalleyNote[] {
  const id = href.slice(href.indexOf("#") + 1);
  const note = place.notes.get(id);
  if (!note) return [];
  place.notes.delete(id);
  const flow = openFlow();
  const frame = { left: 0, width: place.setting.measure };
  setBlock(note, { ...place, flow, frame });
  const lines = flow.finish().flatMap((chunk) => chunk.lines);
  return lines.length > 0 ? [{ lines }] : [];
}

function placeMarker(place: Place): Placed[] {
  const { marker, setting } = place;
  if (!marker || marker.placed) return [];
  marker.placed = true;
  const { face, size, colour, features } = setting.textStyles(marker.style, undefined);
  const shaped = face.shape(marker.text, features);
  const x = Math.max(0, marker.left - (shaped.width + 0.4) * size);
  const y = baselineOf(marker.style, setting);
  return [{ kind: "run", x, y, face, size, colour, letterSpacing: 0, words: [{ dx: 0, shaped, spaced: false }] }];
}

const BULLETS: Readonly<Record<string, string>> = { disc: "•", circle: "◦", square: "▪" };

function markerOf(style: ComputedStyle, place: Place): Marker | undefined {
  const type = style.listStyleType;
  if (type === "none") return undefined;
  const text = BULLETS[type] ?? `${numberItem(place.ordinal ?? 1, type)}.`;
  return { text, style, left: place.frame.left, placed: false };
}

/** A scene break: asterisks in the middle of the measure, so that it is seen at a page's head or foot too. */
function setOrnament(element: Element, style: ComputedStyle, place: Place): void {
  const text = place.setting.textStyles(style, undefined);
  const shaped = text.face.shape("*", text.features);
  const gap = text.size;
  const width = 3 * shaped.width * text.size + 2 * gap;
  const words = [0, 1, 2].map((i) => ({ dx: i * (shaped.width * text.size + gap), shaped, spaced: i > 0 }));
  const x = place.frame.left + (place.frame.width - width) / 2;
  const { face, size, colour } = text;
  place.flow.keepWithNext();
  place.flow.addLine({
    height: style.lineHeight,
    onGrid: style.lineHeight === place.setting.leading,
    items: [
      {
        kind: "run",
        x,
        y: baselineOf(style, place.setting) + 0.2 * size,
        face,
        size,
        colour,
        letterSpacing: 0,
        words,
      },
    ],
    notes: [],
    breakCost: 0,
    span: element.span,
  });
}

/** Preformatted text: one line a line, long ones turned over to the next. */
function setCode(element: Element, style: ComputedStyle, place: Place): void {
  const code = element.children.find((c): c is Element => c.kind === "element") ?? element;
  const text = code.children.map((c) => (c.kind === "text" ? c.text : "")).join("");
  const codeStyle = { ...place.setting.styleOf(code), lineHeight: style.lineHeight, display: style.display };
  const kept: ComputedStyle = {
    ...codeStyle,
    whiteSpace: "pre-wrap",
    textAlign: "left",
    textIndent: 0,
    hyphens: "none",
  };
  const rows = text.replace(/\n$/, "").split("\n");
  rows.forEach((row, i) => {
    const span = { ...element.span, line: element.span.line + i };
    const shown = row.replace(/\t/g, "    ");
    const nodes = [{ kind: "text", text: shown === "" ? "\u200b" : shown, span }] as const;
    const alone = (i === 0 ? ORPHAN : 0) + (i === rows.length - 2 ? WIDOW : 0);
    for (const line of linesOf(nodes, kept, span, place)) {
      const items = [...placeMarker(place), ...line.items];
      place.flow.addLine({
        ...line,
        onGrid: false,
        items,
        breakCost: line.breakCost + (rows.length > 1 ? alone : 0),
      });
    }
  });
}

/** A picture on lines of its own, as large as it is or as fits. */
function setPicture(element: Element, style: ComputedStyle, place: Place): void {
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
    items: [
      {
        kind: "image",
        x: frame.left + (frame.width - width) / 2,
        y: (whole - height) / 2,
        width,
        height,
        path,
        alt,
      },
    ],
    notes: [],
    breakCost: 0,
    span: element.span,
  });
}
