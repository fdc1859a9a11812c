/**
 * The marks before list items.
 *
 * Comes in: a list item and its style. Goes out: a bullet or a number, placed once, before the first line of the item, however
 * deep in it that line stands.
 */
import type { Element } from "../../book/element.ts";
import type { ComputedStyle } from "../../style/computed-style.ts";
import { numberItem } from "../numerals.ts";
import type { Placed } from "../page/page.ts";
import { baselineOf } from "./baseline.ts";
import type { Marker, Place } from "./place.ts";

/** The marker, if the line to come is the first after it; it is placed once. */
export function placeMarker(place: Place): Placed[] {
  const { marker, setting } = place;
  if (!marker || marker.placed) return [];
  marker.placed = true;
  const { face, size, colour, features } = setting.textStyles(marker.style, undefined);
  const shaped = face.shape(marker.text, features);
  const x = Math.max(0, marker.left - (shaped.width + 0.4) * size);
  const y = baselineOf(marker.style, setting);
  return [
    {
      kind: "run",
      x,
      y,
      face,
      size,
      colour,
      letterSpacing: 0,
      scale: 1,
      words: [{ dx: 0, shaped, spaced: false, offset: 0 }],
      source: marker.element,
    },
  ];
}

const BULLETS: Readonly<Record<string, string>> = { disc: "•", circle: "◦", square: "▪" };

/** A list item's marker as its style has it. */
export function markerOf(element: Element, style: ComputedStyle, place: Place): Marker | undefined {
  const type = style.listStyleType;
  if (type === "none") return undefined;
  const text = BULLETS[type] ?? `${numberItem(place.ordinal ?? 1, type)}.`;
  return { text, style, element, left: place.frame.left, placed: false };
}
