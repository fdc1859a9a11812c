/**
 * What a book may claim about its accessibility, computed from what is in it.
 *
 * Comes in: the marked-up sections, their images, the stylesheet, what navigation there is. Goes out: the values of the schema.org
 * properties that EPUB Accessibility 1.1 §3.2 asks for. Conformance is claimed only if the author asks for it and
 * `check-conformance.ts` finds nothing against it.
 */
import type { Element, MarkedSection } from "../book/element.ts";
import { elementsOf } from "../book/elements-of.ts";
import type { AccessibilityStatement } from "../config/book-config.ts";
import { findAccessWords } from "./access-words.ts";
import type { ImageTable } from "./collect-images.ts";

/** Values of the schema.org properties, each in the order they are written. */
export interface AccessClaims {
  readonly modes: readonly ("textual" | "visual")[];
  /** Each is a set of modes, joined by commas, that is enough to read the book; may be empty. */
  readonly sufficientModes: readonly string[];
  readonly features: readonly string[];
  readonly hazard: "none" | "unknown";
  /** Language absent: the book's. */
  readonly summary: { readonly text: string; readonly language?: string };
  /** Absent: no claim. */
  readonly conformance?: { readonly standard: string; readonly certifiedBy: string };
}

/** What the claims are computed from. */
export interface AccessEvidence {
  readonly sections: readonly MarkedSection[];
  readonly images: ImageTable;
  /** BCP 47, of the book. */
  readonly language: string;
  readonly hasCover: boolean;
  readonly hasPageList: boolean;
  /** The EPUB's stylesheet. */
  readonly css: string;
  readonly statement?: AccessibilityStatement;
}

/** EPUB Accessibility 1.1 §3.5.1: the string, to the letter. */
const STANDARD = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA";

/** The claims that are true of a book; `faults` are those of `checkConformance`. */
export function claimAccess(evidence: AccessEvidence, faults: readonly unknown[]): AccessClaims {
  const { sections, images, hasCover, statement } = evidence;
  const elements = sections.flatMap((section) => [...elementsOf(section.root)]);
  const informative = listPictures(elements, images).filter((e) => e.attributes.alt !== "");
  const visual = informative.length > 0;
  const described = informative.every(isDescribed);
  const textual = elements.some(holdsWords);
  const certifiedBy = faults.length === 0 ? statement?.certifiedBy : undefined;
  return {
    modes: [...(textual ? ["textual" as const] : []), ...(visual ? ["visual" as const] : [])],
    sufficientModes: [
      ...(visual ? [textual ? "textual,visual" : "visual"] : []),
      ...(textual && described ? ["textual"] : []),
    ],
    features: listFeatures(evidence, elements, { textual, described: described && (visual || hasCover) }),
    hazard: [...images.values()].some((image) => isAnimated(image.bytes)) ? "unknown" : "none",
    summary:
      statement?.summary === undefined ? summarise(evidence, { visual, described }) : { text: statement.summary },
    ...(certifiedBy !== undefined && { conformance: { standard: STANDARD, certifiedBy } }),
  };
}

/** Pictures that are in the package. */
export function listPictures(elements: readonly Element[], images: ImageTable): Element[] {
  return elements.filter((e) => e.name === "img" && images.has(e.attributes.src ?? ""));
}

/** An empty description says that a picture is decoration; none at all, that the author has forgotten it. */
export function isDescribed(image: Element): boolean {
  return image.attributes.alt !== undefined;
}

/** A GIF that loops carries the application extension of that name; whether it flashes cannot be told. */
export function isAnimated(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes("NETSCAPE2.0");
}

/** Sections of a line or two, which no book gives a heading. */
const NEEDS_NO_HEADING: ReadonlySet<string> = new Set([
  "colophon",
  "copyrightpage",
  "dedication",
  "epigraph",
  "frontispiece",
  "halftitlepage",
  "titlepage",
]);

function isHeaded({ role, root }: MarkedSection): boolean {
  return NEEDS_NO_HEADING.has(role) || [...elementsOf(root)].some((element) => /^h[1-6]$/.test(element.name));
}

function listFeatures(
  { sections, hasPageList, css }: AccessEvidence,
  elements: readonly Element[],
  { textual, described }: { readonly textual: boolean; readonly described: boolean },
): string[] {
  const features: readonly (readonly [name: string, isTrue: boolean])[] = [
    ["tableOfContents", sections.some((section) => section.role !== "titlepage")],
    ["readingOrder", textual],
    ["structuralNavigation", sections.every(isHeaded)],
    ["displayTransformability", textual && !forcesType(css)],
    ["alternativeText", described],
    ["pageBreakMarkers", hasPageList],
    ["pageNavigation", hasPageList],
    ["MathML", elements.some((e) => e.name === "math")],
  ];
  return features.filter(([, isTrue]) => isTrue).map(([name]) => name);
}

function holdsWords(element: Element): boolean {
  return element.children.some((child) => child.kind === "text" && /[\p{L}\p{N}]/u.test(child.text));
}

/** True if the stylesheet overrules the reader's own choice of type and colours. */
function forcesType(css: string): boolean {
  return /(?:^|[{;\s])(?:font[\w-]*|line-height|letter-spacing|word-spacing|color|background[\w-]*)\s*:[^;}]*!\s*important/i.test(
    css,
  );
}

function summarise(
  { sections, hasPageList, language: ofBook }: AccessEvidence,
  { visual, described }: { readonly visual: boolean; readonly described: boolean },
): AccessClaims["summary"] {
  const { words, language } = findAccessWords(ofBook);
  const sentences = [
    words.flexible,
    ...(sections.every(isHeaded) ? [] : [words.unheaded]),
    ...(hasPageList ? [words.pages] : []),
    visual ? (described ? words.described : words.undescribed) : words.textual,
  ];
  return { text: sentences.join(" "), language };
}
