/**
 * The PDF's structure: what a voice reads, in the order in which it reads.
 *
 * Comes in: the book's sections. Goes out: structure elements in the manuscript's order, each note after the paragraph that
 * refers to it, and for every node of the book the place where its content goes. It knows no page; `tagger.ts` fills the places.
 */
import type { Element, ElementNode, MarkedSection } from "../book/element.ts";
import { MIXED, PARAGRAPHS, type Role, rolesOf } from "./structure-roles.ts";

/** An element of the structure tree (ISO 32000-1, clause 14.7.2). */
export interface StructureElement {
  readonly kind: "element";
  readonly role: Role;
  readonly parent: StructureElement | undefined;
  /** What it stands for; undefined for the document. */
  readonly element: Element | undefined;
  readonly kids: (StructureElement | Slot)[];
}

/** A place among the kids of an element that marked content goes to. */
export interface Slot {
  readonly kind: "slot";
  readonly owner: StructureElement;
}

/** The text that is read as one: a paragraph's, a cell's. */
export interface ReadingText {
  text: string;
  /** True where every space counts. */
  readonly preserved: boolean;
}

/** Where a node's content goes. */
export interface NodePlace {
  readonly slot: Slot;
  /** For an element: where content goes that a style adds after its own. */
  after?: Slot;
  readonly reading: ReadingText;
  /** Where the node begins in the text, UTF-16 code units. */
  readonly start: number;
}

export interface Structure {
  readonly document: StructureElement;
  readonly placeOf: (node: ElementNode) => NodePlace | undefined;
  /** The link that a node stands in; undefined if it stands in none that leads anywhere. */
  readonly linkOf: (node: ElementNode) => StructureElement | undefined;
}

/** `leads` tells whether an address leads anywhere in print. */
export function structureOf(sections: readonly MarkedSection[], leads: (href: string) => boolean): Structure {
  const places = new Map<ElementNode, NodePlace>();
  const links = new Map<ElementNode, StructureElement>();
  const document: StructureElement = {
    kind: "element",
    role: "Document",
    parent: undefined,
    element: undefined,
    kids: [],
  };
  let part: StructureElement | undefined;
  for (const section of sections) {
    const walk: Walk = { places, links, leads, notes: notesIn(section), reading: newReading(false), called: [] };
    if (section.role === "part") {
      part = open("Part", section.root, document);
      addParagraph(section.root, part, part, walk);
    } else addElement(section.root, part ?? document, walk);
  }
  return { document, placeOf: (node) => places.get(bookNode(node)), linkOf: (node) => links.get(bookNode(node)) };
}

/** An element as the book has it. */
function bookNode(node: ElementNode): ElementNode {
  return node.kind === "element" ? (node.of ?? node) : node;
}

/** What the walk over a section has at hand; `reading`, `link` and the rest hold for the branch it is on. */
interface Walk {
  readonly places: Map<ElementNode, NodePlace>;
  readonly links: Map<ElementNode, StructureElement>;
  readonly leads: (href: string) => boolean;
  /** Notes that nothing has referred to yet, by what links to them call them. */
  readonly notes: Map<string, Element>;
  readonly reading: ReadingText;
  /** Notes referred to in the present paragraph. */
  readonly called: Element[];
  readonly link?: StructureElement;
  readonly inContents?: boolean;
}

function newReading(preserved: boolean): ReadingText {
  return { text: "", preserved };
}

function notesIn({ id, root }: MarkedSection): Map<string, Element> {
  const found = new Map<string, Element>();
  const visit = (element: Element): void => {
    if (element.classes.includes("footnote")) found.set(`${id}.xhtml#${element.id ?? ""}`, element);
    else for (const child of element.children) if (child.kind === "element") visit(child);
  };
  visit(root);
  return found;
}

function open(role: Role, element: Element, parent: StructureElement): StructureElement {
  const opened: StructureElement = { kind: "element", role, parent, element, kids: [] };
  parent.kids.push(opened);
  return opened;
}

function addElement(element: Element, parent: StructureElement, walk: Walk): void {
  const { name, classes } = element;
  if (name === "hr" || classes.includes("footnotes")) return;
  const { href } = element.attributes;
  const roles = rolesOf(element, walk.inContents === true, href !== undefined && walk.leads(href));
  let inner = parent;
  for (const role of roles) inner = open(role, element, inner);
  if (name === "br") walk.reading.text += "\n";
  callNote(element, walk);
  const branch: Walk = {
    ...walk,
    ...(classes.includes("toc") && { inContents: true }),
    ...(inner.role === "Link" && { link: inner }),
  };
  if (inner.role === "LI") addItem(element, inner, branch);
  else if (PARAGRAPHS.has(inner.role) && inner !== parent) addParagraph(element, inner, parent, branch);
  else if (MIXED.has(inner.role) && inner !== parent) addParagraph(element, inner, inner, branch);
  else addChildren(element, inner, branch);
}

function callNote(element: Element, walk: Walk): void {
  if (!element.classes.includes("noteref")) return;
  const href = element.attributes.href ?? "";
  const note = walk.notes.get(href);
  if (!note) return;
  walk.notes.delete(href);
  walk.called.push(note);
}

/** A list item's marker is its label; all else is its body. */
function addItem(element: Element, item: StructureElement, walk: Walk): void {
  const own = { ...walk, reading: newReading(false), called: [] };
  const marker = place(element, open("Lbl", element, item), own);
  const body = open("LBody", element, item);
  addNodes(element, body, own);
  marker.after = slotIn(body);
  for (const note of own.called) addElement(note, body, walk);
}

/** A block of text, and the notes that it refers to among the kids of `after`. */
function addParagraph(element: Element, inner: StructureElement, after: StructureElement, walk: Walk): void {
  const called: Element[] = [];
  addChildren(element, inner, { ...walk, reading: newReading(element.name === "pre"), called });
  for (const note of called) addElement(note, after, walk);
}

function addChildren(element: Element, inner: StructureElement, walk: Walk): void {
  const own = place(element, inner, walk);
  addNodes(element, inner, walk);
  own.after = slotIn(inner);
}

function addNodes(element: Element, inner: StructureElement, walk: Walk): void {
  for (const child of element.children) {
    if (child.kind === "element") addElement(child, inner, walk);
    else {
      place(child, inner, walk);
      walk.reading.text += child.text;
    }
  }
}

function place(node: ElementNode, owner: StructureElement, walk: Walk): NodePlace {
  const placed = { slot: slotIn(owner), reading: walk.reading, start: walk.reading.text.length };
  walk.places.set(node, placed);
  if (walk.link) walk.links.set(node, walk.link);
  return placed;
}

/** The place after all that an element has so far; content that nothing comes between shares one. */
function slotIn(owner: StructureElement): Slot {
  const last = owner.kids.at(-1);
  if (last?.kind === "slot") return last;
  const slot: Slot = { kind: "slot", owner };
  owner.kids.push(slot);
  return slot;
}
