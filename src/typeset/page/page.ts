/**
 * A finished page: a size and a flat list of placed items.
 *
 * Comes in: nothing. Goes out: the types that the PDF writer draws and `dump-pages.ts` prints. All lengths are in points;
 * x grows to the right from the page's left edge, y downwards from its top edge.
 */
import type { Element, ElementNode } from "../../book/element.ts";
import type { Face, Shaped } from "../../fonts/face.ts";
import type { Colour } from "../../style/computed-style.ts";

/** One word of a run. */
export interface PlacedWord {
  /** From the run's `x` to the word's origin. */
  readonly dx: number;
  readonly shaped: Shaped;
  /** True if a space stands before it, which a reader's copy should have too. */
  readonly spaced: boolean;
  /** Where it begins in its text node's text, UTF-16 code units; 0 for what was added. */
  readonly offset: number;
  /** True if it ends in a hyphen that only the end of the line has put there. */
  readonly hyphenated?: boolean;
}

/** Words on one baseline in one face, size and colour, all of one source. */
export interface PlacedRun {
  readonly kind: "run";
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly face: Face;
  readonly size: number;
  readonly colour: Colour;
  /** Added after every glyph, points on the page. */
  readonly letterSpacing: number;
  /** Glyphs are drawn so many times as wide as they are; near 1. */
  readonly scale: number;
  readonly words: readonly PlacedWord[];
  /**
   * What it shows of the book: a text node, the same object as in the EPUB; or for what a style adds (a list's number, an
   * ornament) the element it is added to. Absent for what belongs to the page: heads, folios.
   */
  readonly source?: ElementNode;
}

/** A filled rectangle; `y` is its top. */
export interface PlacedRule {
  readonly kind: "rule";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: Colour;
}

/** A picture; `y` is its top. */
export interface PlacedImage {
  readonly kind: "image";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Absolute. */
  readonly path: string;
  readonly alt: string;
  /** The `img` it shows; absent for decoration. */
  readonly source?: Element;
}

/** A rectangle that leads somewhere: `href` is an outside address or the name of an anchor. */
export interface PlacedLink {
  readonly kind: "link";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly href: string;
  /** What it leads from, as the run that it lies on has it. */
  readonly source?: ElementNode;
}

/** A place that links and the outline lead to. */
export interface PlacedAnchor {
  readonly kind: "anchor";
  readonly x: number;
  readonly y: number;
  /** As links inside the book are written: `section.xhtml` or `section.xhtml#id`. */
  readonly name: string;
}

export type Placed = PlacedRun | PlacedRule | PlacedImage | PlacedLink | PlacedAnchor;

/** A finished page. */
export interface Page {
  /** 0-based; even pages are rectos. */
  readonly index: number;
  /** The folio as the page list and the PDF's page labels have it; empty on pages before the first. */
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly items: readonly Placed[];
}

/** The same item elsewhere. */
export function movePlaced(item: Placed, dx: number, dy: number): Placed {
  return { ...item, x: item.x + dx, y: item.y + dy };
}
