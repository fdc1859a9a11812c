/**
 * What a book may claim about its accessibility, computed from what is in it.
 *
 * Comes in: the marked-up sections, their images, whether there is a cover. Goes out: the values of the schema.org
 * properties that EPUB Accessibility 1.1 §3.2 asks for. It claims no conformance: that is the author's to do.
 */
import type { Element, MarkedSection } from "../book/element.ts";
import { elementsOf, type ImageTable } from "./collect-images.ts";

/** Values of the schema.org properties, each in the order they are written. */
export interface AccessClaims {
  readonly modes: readonly ("textual" | "visual")[];
  /** Each is a set of modes, joined by commas, that is enough to read the book; may be empty. */
  readonly sufficientModes: readonly string[];
  readonly features: readonly string[];
  readonly hazard: "none" | "unknown";
  /** In English. */
  readonly summary: string;
}

/** The claims that are true of a book. */
export function claimAccess(
  sections: readonly MarkedSection[],
  images: ImageTable,
  hasCover: boolean,
): AccessClaims {
  const elements = sections.flatMap((section) => [...elementsOf(section.root)]);
  const pictures = elements.filter((e) => e.name === "img" && images.has(e.attributes.src ?? ""));
  const informative = pictures.filter((e) => e.attributes.alt !== "");
  const described = informative.every((e) => e.attributes.alt !== undefined);
  const visual = informative.length > 0;
  const textual = described ? ["textual"] : [];
  return {
    modes: visual ? ["textual", "visual"] : ["textual"],
    sufficientModes: visual ? ["textual,visual", ...textual] : textual,
    features: [
      "tableOfContents",
      "readingOrder",
      ...(sections.every(hasHeading) ? ["structuralNavigation"] : []),
      "displayTransformability",
      ...(described && (visual || hasCover) ? ["alternativeText"] : []),
      ...(elements.some((e) => e.name === "math") ? ["MathML"] : []),
    ],
    hazard: [...images.values()].some((image) => isAnimated(image.bytes)) ? "unknown" : "none",
    summary: summarise(visual, described),
  };
}

function summarise(visual: boolean, described: boolean): string {
  const text = "The text can be enlarged, restyled and read aloud, and is reached through a table of contents.";
  if (!visual) return `${text} All of the content is text.`;
  return `${text} ${described ? "Every image that matters is described in words." : "Some images are not described."}`;
}

function hasHeading(section: MarkedSection): boolean {
  return [...elementsOf(section.root)].some(isHeading);
}

function isHeading(element: Element): boolean {
  return /^h[1-6]$/.test(element.name);
}

/** A GIF that loops carries the application extension of that name; whether it flashes cannot be told. */
function isAnimated(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes("NETSCAPE2.0");
}
