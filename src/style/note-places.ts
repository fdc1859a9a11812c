/**
 * Notes, and the two elements that `::footnote-call` and `::footnote-marker` of a note stand for (Generated Content for Paged
 * Media, clause 2.3): the reference in the text and the number at the note's head.
 *
 * Comes in: the tree of one section. Goes out: the notes in their places, and which part of which note an element is.
 */
import type { Element } from "../book/element.ts";
import type { TreePlace } from "./match-selector.ts";

/** The note of each id. */
export type NotePlaces = ReadonlyMap<string, TreePlace>;

export function elementsIn(element: Element): readonly Element[] {
  return element.children.filter((child) => child.kind === "element");
}

/** The notes in `root`, which stands alone in `parent`. */
export function findNotes(root: Element, parent: TreePlace): NotePlaces {
  const notes = new Map<string, TreePlace>();
  const visit = (siblings: readonly Element[], above: TreePlace): void => {
    siblings.forEach((element, index) => {
      const place = { element, parent: above, siblings, index };
      if (element.id !== undefined && element.classes.includes("footnote")) notes.set(element.id, place);
      visit(elementsIn(element), place);
    });
  };
  visit([root], parent);
  return notes;
}

/** The part of a note that an element is; undefined for most. */
export function notePartOf(
  place: TreePlace,
  notes: NotePlaces,
): readonly [part: "footnote-call" | "footnote-marker", note: TreePlace] | undefined {
  const { classes, attributes } = place.element;
  if (classes.includes("noteref")) {
    const note = notes.get(attributes.href?.split("#")[1] ?? "");
    return note && ["footnote-call", note];
  }
  if (!classes.includes("backlink")) return undefined;
  for (let up = place.parent; up; up = up.parent) {
    const note = notes.get(up.element.id ?? "");
    if (note?.element === up.element) return ["footnote-marker", note];
  }
  return undefined;
}
