/**
 * The print edition's pages as places in the EPUB.
 *
 * Comes in: finished pages, whose items say which node of the marked-up sections they show, and those sections. Goes out: for
 * every page that shows something of the EPUB, a mark at the exact place where its text begins. It writes no XHTML.
 */
import type { Element, ElementNode, MarkedSection } from "../book/element.ts";
import { elementsOf } from "../book/elements-of.ts";
import type { Page } from "../typeset/page/page.ts";
import { isBlock } from "./write-xhtml.ts";

/** Where a page of the print edition begins. */
export interface PageMark {
  /** The folio: `12`, `xii`. */
  readonly label: string;
  /** Unique in its document. */
  readonly id: string;
  /** The mark stands before this element, or in this text. */
  readonly node: ElementNode;
  /** UTF-16 code units in the text; 0 for an element. */
  readonly offset: number;
  readonly section: MarkedSection;
}

/** Something that can be seen: text, an image, a scene break. */
interface Leaf {
  readonly node: ElementNode;
  readonly parents: readonly Element[];
  readonly section: MarkedSection;
  readonly isNote: boolean;
  /** The same for leaves between which a word may go on. */
  readonly line: number;
}

/** A leaf by its number in reading order, and a place in it. */
interface Place {
  readonly leaf: number;
  readonly offset: number;
}

/** All leaves in reading order; each element is known by the first leaf in it. */
interface ReadingOrder {
  readonly leaves: readonly Leaf[];
  readonly numberOf: ReadonlyMap<ElementNode, number>;
}

/** The marks in reading order. Blank pages and those that show nothing of these sections have none. */
export function markPages(pages: readonly Page[], sections: readonly MarkedSection[]): PageMark[] {
  const order = orderLeaves(sections);
  const ids = new Map(sections.map((section) => [section, idsIn(section)]));
  return findBeginnings(pages, order).map(({ label, place }) => {
    const { node, offset, section } = settle(startOfWord(place, order.leaves), order.leaves);
    return { label, id: makeId(label, ids.get(section) ?? new Set()), node, offset, section };
  });
}

function orderLeaves(sections: readonly MarkedSection[]): ReadingOrder {
  const leaves: Leaf[] = [];
  const numberOf = new Map<ElementNode, number>();
  let line = 0;
  const visit = (
    node: ElementNode,
    parents: readonly Element[],
    section: MarkedSection,
    isNote: boolean,
  ): void => {
    numberOf.set(node, leaves.length);
    if (node.kind === "text") {
      if (node.text !== "") leaves.push({ node, parents, section, isNote, line });
      return;
    }
    const { name, children, attributes } = node;
    const isApart = isBlock(node) || name === "br" || attributes.role === "doc-noteref";
    if (isApart) line += 1;
    if (name === "img" || name === "hr") leaves.push({ node, parents, section, isNote, line });
    const inside = [...parents, node];
    for (const child of children) visit(child, inside, section, isNote || attributes.role === "doc-footnote");
    if (isApart) line += 1;
  };
  for (const section of sections) visit(section.root, [], section, false);
  return { leaves, numberOf };
}

/**
 * A page begins at the first of its main text that no page before it has shown: a figure that was moved to a later page
 * is passed by. A page of nothing but notes begins in them, if they come before the next page's text, or else with that.
 */
function findBeginnings(
  pages: readonly Page[],
  { leaves, numberOf }: ReadingOrder,
): { readonly label: string; readonly place: Place }[] {
  const begun: { readonly label: string; readonly place: Place }[] = [];
  const shown = new Map<MarkedSection, Place>();
  let waiting: { readonly label: string; readonly notes: readonly Place[] }[] = [];
  for (const { label, items } of pages) {
    const places = placesOf(items, { leaves, numberOf });
    if (places.length === 0) continue;
    const isNew = (place: Place): boolean => {
      const section = leaves[place.leaf]?.section;
      const last = section && shown.get(section);
      return last === undefined || isBefore(last, place);
    };
    const isNote = ({ leaf }: Place): boolean => leaves[leaf]?.isNote === true;
    const first = earliest(places.filter((place) => !isNote(place) && isNew(place)));
    if (!first) {
      waiting.push({ label, notes: places.filter((place) => isNote(place) && isNew(place)) });
      continue;
    }
    for (const page of waiting) {
      const note = earliest(page.notes);
      begun.push({ label: page.label, place: note && isBefore(note, first) ? note : first });
    }
    waiting = [];
    begun.push({ label, place: first });
    for (const place of places) {
      const section = leaves[place.leaf]?.section;
      if (section && !isNote(place) && isNew(place)) shown.set(section, place);
    }
  }
  for (const { label, notes } of waiting) {
    const note = earliest(notes);
    if (note) begun.push({ label, place: note });
  }
  return begun.sort((a, b) => (isBefore(a.place, b.place) ? -1 : Number(isBefore(b.place, a.place))));
}

/** All that a page shows of the sections. What a style adds to an element stands where the element begins. */
function placesOf(items: Page["items"], { leaves, numberOf }: ReadingOrder): Place[] {
  return items.flatMap((item): Place[] => {
    if ((item.kind !== "run" && item.kind !== "image") || !item.source) return [];
    const { node, offset } = inBook(item.source);
    const leaf = numberOf.get(node) ?? -1;
    const found = leaves[leaf];
    if (!found || (found.node !== node && found.parents.every((parent) => parent !== node))) return [];
    return item.kind === "image"
      ? [{ leaf, offset }]
      : item.words.map((word) => ({ leaf, offset: offset + word.offset }));
  });
}

/** The node of the book for one that print may have cut or changed. */
function inBook(node: ElementNode): { readonly node: ElementNode; readonly offset: number } {
  if (node.kind === "element") return { node: node.of ?? node, offset: 0 };
  return node.addedTo ? { node: node.addedTo, offset: 0 } : (node.of ?? { node, offset: 0 });
}

function isBefore(a: Place, b: Place): boolean {
  return a.leaf < b.leaf || (a.leaf === b.leaf && a.offset < b.offset);
}

function earliest(places: readonly Place[]): Place | undefined {
  return places.reduce<Place | undefined>(
    (first, place) => (first && !isBefore(place, first) ? first : place),
    undefined,
  );
}

/** Letters, figures, marks, apostrophes inside words, halves of surrogate pairs, and what is not seen. */
const IN_WORD = /[\p{L}\p{M}\p{N}\p{Cs}'’\u00ad\u2060]/u;

/** Where the word begins that print has broken; the same place if it is not inside a word. */
function startOfWord(place: Place, leaves: readonly Leaf[]): Place {
  let { leaf, offset } = place;
  for (;;) {
    const text = textOf(leaves[leaf]);
    if (!IN_WORD.test(text[offset] ?? "")) return place;
    while (offset > 0 && IN_WORD.test(text[offset - 1] ?? "")) offset -= 1;
    const before = leaves[leaf - 1];
    if (offset > 0 || before?.line !== leaves[leaf]?.line || !IN_WORD.test(textOf(before).at(-1) ?? "")) break;
    leaf -= 1;
    offset = textOf(before).length - 1;
  }
  return { leaf, offset };
}

function textOf(leaf: Leaf | undefined): string {
  return leaf?.node.kind === "text" ? leaf.node.text : "";
}

/**
 * A mark at the very beginning of a section stands before it. One at the beginning of a heading, a link or another inline
 * element stands before that, so that its label is no part of a heading's or a link's name.
 */
function settle(
  { leaf: number, offset }: Place,
  leaves: readonly Leaf[],
): Pick<PageMark, "node" | "offset" | "section"> {
  const leaf = leaves[number];
  if (!leaf) throw new RangeError(`no leaf ${number} among ${leaves.length}`);
  const { section } = leaf;
  if (offset > 0) return { node: leaf.node, offset, section };
  if (leaves[number - 1]?.section !== section) return { node: section.root, offset, section };
  let node: ElementNode = leaf.node;
  for (const parent of leaf.parents.toReversed()) {
    if (parent.children[0] !== node || (isBlock(parent) && !/^h[1-6]$/.test(parent.name))) break;
    node = parent;
  }
  return { node, offset, section };
}

function idsIn(section: MarkedSection): Set<string> {
  return new Set([...elementsOf(section.root)].flatMap(({ id }) => (id === undefined ? [] : [id])));
}

/** `page-12`, as links from outside expect it; an author's heading may have taken that. */
function makeId(label: string, taken: Set<string>): string {
  const name = label.replace(/[^\p{L}\p{N}-]+/gu, "-");
  let id = `page-${name}`;
  while (taken.has(id)) id = id.replace(/^page-/, "page-break-");
  taken.add(id);
  return id;
}
