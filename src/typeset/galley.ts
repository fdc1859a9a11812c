/**
 * The galley: the whole text in lines of the right measure, not yet cut into pages.
 *
 * Comes in: nothing. Goes out: the types between setting and make-up. Lengths are in points; items stand relative to the
 * text block's left edge and to the top of their line.
 */
import type { Span } from "../core/span.ts";
import type { Placed } from "./page/page.ts";

/** One line, or anything that takes the place of lines: a picture, a table row's line, an ornament. */
export interface GalleyLine {
  /** At least 0; a body line's is the leading. */
  readonly height: number;
  /** White above it, dropped at the head of a page unless a page was forced before it. */
  readonly spaceBefore: number;
  /** True if it must stand on the baseline grid. */
  readonly onGrid: boolean;
  readonly items: readonly Placed[];
  /** The notes referred to in it, in order. */
  readonly notes: readonly GalleyNote[];
  /** What a page break after it costs, in the weights of `page/weights.ts`; `Infinity` forbids it. */
  readonly breakCost: number;
  readonly span: Span;
}

/** A note, set. */
export interface GalleyNote {
  /** At least one. */
  readonly lines: readonly GalleyLine[];
}

/** Lines between two forced page breaks. */
export interface Chunk {
  /** Where its first page must fall. */
  readonly side: "any" | "recto" | "verso";
  /** Front matter carries no folio. */
  readonly matter: "front" | "body";
  readonly lines: readonly GalleyLine[];
}

export interface Galley {
  readonly chunks: readonly Chunk[];
}
