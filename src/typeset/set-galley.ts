/**
 * The book set in galleys.
 *
 * Comes in: marked-up sections with their computed styles, and a measure. Goes out: a `Galley`, every line broken and
 * justified, notes set beside the lines that refer to them. It knows no page. What kinds of blocks there are is in `block/`.
 */
import type { Element, ElementNode, MarkedSection } from "../book/element.ts";
import type { Span } from "../core/span.ts";
import type { ComputedStyle } from "../style/computed-style.ts";
import { boxOf } from "./block/box-of.ts";
import { takeMarker } from "./block/list-marker.ts";
import type { Place, Setting } from "./block/place.ts";
import { setCode } from "./block/set-code.ts";
import { setOrnament } from "./block/set-ornament.ts";
import { setParagraph } from "./block/set-paragraph.ts";
import { setPicture } from "./block/set-picture.ts";
import { setTable, shrinkTable } from "./block/set-table.ts";
import { type Flow, openFlow } from "./flow.ts";
import { bestLines, type Chunk, type Galley } from "./galley.ts";

/** Sets a section when the chunks before it are taken. */
export function setGalley(sections: readonly MarkedSection[], setting: Setting): Galley {
  return { chunks: setChunks(sections, setting) };
}

function* setChunks(sections: readonly MarkedSection[], setting: Setting): Generator<Chunk> {
  const flow = openFlow(setting.leading);
  for (const [i, section] of sections.entries()) {
    flow.openSection(section.matter === "front" ? "front" : "body");
    const frame = frameOf(setting, setting.measure);
    if (setting.styleOf(section.root).display !== "none") flow.addAnchor(`${section.id}.xhtml`, 0);
    setBlock(section.root, { setting, flow, frame, page: "", section, setNote: noteSetter(section, setting) });
    setting.onSection(i + 1);
    yield* flow.take();
  }
  yield* flow.finish();
}

/** The text block of a width, less what `body` has of margins and padding at its sides. */
function frameOf({ body }: Setting, measure: number): Place["frame"] {
  return boxOf(body, { left: 0, width: measure }).frame;
}

/** Sets the notes of a section as they are referred to, each once. */
function noteSetter(section: MarkedSection, setting: Setting): Place["setNote"] {
  const waiting = new Map(findNotes(section.root).map((note) => [note.id ?? "", note]));
  const { page } = setting.styleOf(section.root);
  const frame = frameOf(setting, setting.measureOf(page));
  const setNote: Place["setNote"] = (href) => {
    const id = href.slice(href.indexOf("#") + 1);
    const note = waiting.get(id);
    if (!note) return [];
    waiting.delete(id);
    const flow = openFlow(setting.leading);
    setBlock(note, { setting, flow, frame, page, section, setNote });
    const lines = flow.finish().flatMap((chunk) => bestLines(chunk.pieces));
    return lines.length > 0 ? [{ lines }] : [];
  };
  return setNote;
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
  flow.setPage(style.page);
  for (const mark of setting.marksOf(element)) flow.addMark(mark);
  const outer = style.page === place.page ? place.frame : frameOf(setting, setting.measureOf(style.page));
  const room = element.name === "table" ? shrinkTable(element, style, { ...place, frame: outer }) : outer;
  const { frame, box, head, foot } = boxOf(style, room);
  const hasEdges = head > 0 || foot > 0;
  const inner: Place = {
    ...place,
    block: element,
    frame,
    page: style.page,
    offGrid: place.offGrid || hasEdges,
  };
  if (element.id !== undefined) flow.addAnchor(`${section.id}.xhtml#${element.id}`, frame.left);
  flow.addMargin(style.marginTop);
  if (box) flow.openBox(box);
  const from = flow.count();
  if (head > 0) flow.addEdge("head", head, element.span, box ? [box] : []);
  setContent(element, style, inner);
  if (foot > 0) flow.addEdge("foot", foot, element.span, box ? [box] : []);
  if (box) flow.closeBox();
  if (style.breakInside === "avoid" && from <= flow.count()) {
    if (element.name === "figure") flow.floatTogether(from, { top: style.marginTop, bottom: style.marginBottom });
    else flow.keepTogether(from);
  } else if (style.breakInside === "avoid") flow.keepTogether(0);
  flow.addMargin(style.marginBottom);
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
  if (setSpecial && !(element.name === "hr" && element.children.length > 0)) {
    setSpecial(element, style, place);
    return;
  }
  if (element.name === "hr") place.flow.keepWithNext();
  const { marker, children } = takeMarker(element, style, place);
  const inner = marker ? { ...place, marker } : place;
  const groups = groupChildren(children, place.setting);
  for (const group of groups) {
    if (group.kind === "inline") setInlines(group.nodes, style, element.span, inner);
    else setBlock(group.element, inner);
  }
  if (marker && groups.length === 0)
    setParagraph([{ kind: "text", text: "\u200b", span: element.span }], style, element.span, inner);
}

type Group =
  | { readonly kind: "block"; readonly element: Element }
  | { readonly kind: "inline"; readonly nodes: readonly ElementNode[] };

/** Block children one by one, inline ones together; white space between blocks is nothing. */
function groupChildren(children: readonly ElementNode[], setting: Setting): Group[] {
  const groups: Group[] = [];
  let nodes: ElementNode[] = [];
  const close = (): void => {
    if (nodes.some((n) => n.kind === "element" || /[^ \t\r\n\f]/.test(n.text)))
      groups.push({ kind: "inline", nodes });
    nodes = [];
  };
  for (const child of children) {
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

/** A picture that stands alone is set as such, everything else as a paragraph. */
function setInlines(nodes: readonly ElementNode[], style: ComputedStyle, span: Span, place: Place): void {
  markInlines(nodes, place);
  const [only] = nodes;
  if (nodes.length === 1 && only?.kind === "element" && only.name === "img") setPicture(only, style, place);
  else setParagraph(nodes, style, span, place);
}

/** What inline elements change counts from the paragraph's first line on. */
function markInlines(nodes: readonly ElementNode[], place: Place): void {
  for (const node of nodes) {
    if (node.kind === "text") continue;
    for (const mark of place.setting.marksOf(node)) place.flow.addMark(mark);
    if (node.id !== undefined)
      place.flow.addMark({ kind: "anchor", name: `${place.section.id}.xhtml#${node.id}` });
    markInlines(node.children, place);
  }
}
