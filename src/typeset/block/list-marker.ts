/**
 * The marks before list items.
 *
 * Comes in: a list item whose first child is its marker (`generate-content.ts`). Goes out: the marker, placed once, before the
 * first line of the item, however deep in it that line stands.
 */
import type { Element, ElementNode } from "../../book/element.ts";
import type { ComputedStyle } from "../../style/computed-style.ts";
import type { Placed } from "../page/page.ts";
import { baselineOf } from "./baseline.ts";
import type { Marker, Place } from "./place.ts";

/** Between a marker and the text, em. */
const MARKER_GAP = 0.4;

/** The marker, if the line to come is the first after it; it is placed once. `style` is that of the line. */
export function placeMarker(style: ComputedStyle, place: Place): Placed[] {
  const { marker, setting } = place;
  if (!marker || marker.placed) return [];
  marker.placed = true;
  const { face, size, colour, features, letterSpacing } = setting.textStyles(marker.style, undefined);
  const shaped = face.shape(marker.text, features);
  const width = (shaped.width + MARKER_GAP) * size + shaped.glyphs.length * letterSpacing;
  const x = Math.max(0, marker.left - width);
  const y = baselineOf(style, setting);
  return [
    {
      kind: "run",
      x,
      y,
      face,
      size,
      colour,
      letterSpacing,
      scale: 1,
      words: [{ dx: 0, shaped, spaced: false, offset: 0 }],
      source: marker.element,
    },
  ];
}

/** A list item's marker that stands outside its text, and the rest of the item. */
export function takeMarker(
  element: Element,
  style: ComputedStyle,
  place: Place,
): { readonly marker: Marker | undefined; readonly children: readonly ElementNode[] } {
  const [first, ...rest] = element.children;
  const isMarker = first?.kind === "element" && first.generated === "marker";
  if (!isMarker || style.listStylePosition === "inside") return { marker: undefined, children: element.children };
  const text = textOf(first).replace(/\s+$/, "");
  const marker: Marker = {
    text,
    style: place.setting.styleOf(first),
    element: element.of ?? element,
    left: place.frame.left,
    placed: false,
  };
  return { marker, children: rest };
}

function textOf(element: Element): string {
  return element.children.map((child) => (child.kind === "text" ? child.text : textOf(child))).join("");
}
