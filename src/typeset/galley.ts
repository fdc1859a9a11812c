/**
 * The galley: the whole text in lines of the right measure, not yet cut into pages.
 *
 * Comes in: nothing. Goes out: the types between setting and make-up. Lengths are in points; items stand relative to the
 * text block's left edge and to the top of their line.
 */
import type { Span } from "../core/span.ts";
import type { PageMark } from "../style/page-marks.ts";
import type { LineBox } from "./page/draw-boxes.ts";
import type { Placed } from "./page/page.ts";
import type { LineGives } from "./paragraph/microtype.ts";

/** One line, or anything that takes the place of lines: a picture, a table row's line, an ornament. */
export interface GalleyLine {
  /** At least 0; a body line's is the leading. */
  readonly height: number;
  /** White above it, dropped at the head of a page unless a page was forced before it. */
  readonly spaceBefore: number;
  /** The same if the figure right before it stands elsewhere; absent for none. */
  readonly spaceJoined?: number;
  /** True if it must stand on the baseline grid. */
  readonly onGrid: boolean;
  /** Places the line's items, letter-spaced by so much of an em; asked only of lines that are printed. */
  readonly place: (tracking?: number) => PlacedLine;
  /** The notes referred to in it, in order. */
  readonly notes: readonly GalleyNote[];
  /** What a page break after it costs, in the weights of `page/weights.ts`; `Infinity` forbids it. */
  readonly breakCost: number;
  /** True if it ends in a hyphen, which costs by the side of the page that it ends. */
  readonly hyphenated: boolean;
  /** What there is to say of it as a line of running text; absent for all else. */
  readonly text?: TextLine;
  /** The blocks with a border or a background that it stands in, from the outermost in; absent for none. */
  readonly boxes?: readonly LineBox[];
  readonly span: Span;
  /** What the elements that begin at this line change for the page. */
  readonly marks?: readonly PageMark[];
}

/** What stands on a line, and how it came out. */
export interface PlacedLine {
  readonly items: readonly Placed[];
  /** Word space of a justified line of text, em, and the font's own. */
  readonly space?: number;
  readonly ownSpace?: number;
  /** The gaps between its words. */
  readonly gaps?: readonly Gap[];
  /** By how much a line of text is wider than its measure, points; absent or 0 for a good line. */
  readonly overfull?: number;
}

/** A gap between words, from left to right, points. */
export interface Gap {
  readonly left: number;
  readonly right: number;
}

/** A line's place in its paragraph, and how it is to be set. */
export interface TextLine {
  readonly index: number;
  readonly count: number;
  /** How it gives way; absent for text that is not justified. */
  readonly gives?: LineGives;
  /** True if it is a paragraph's last line and too short to stand alone, or only the tail of a word. */
  readonly runt: boolean;
  /** How far its paragraph is from being set without a fault at the limits of all that gives, points; absent for a good one. */
  readonly lacks?: number;
}

/** A note, set. */
export interface GalleyNote {
  /** At least one. */
  readonly lines: readonly GalleyLine[];
}

/** One way to set a piece of the text. */
export interface Variant {
  /** At least one. */
  readonly lines: readonly GalleyLine[];
  /** What it costs more than the piece's best variant; at least 0. */
  readonly cost: number;
}

/** A paragraph, or one line of anything else: what make-up takes as a whole to choose a variant of. */
export interface Piece {
  /** At least one, the best first. */
  readonly variants: readonly Variant[];
  /** True for a figure, which may go to the foot of its page or the head of a later one instead of where it stands. It has one variant. */
  readonly floats?: boolean;
}

/** Pieces between two forced page breaks. */
export interface Chunk {
  /** Where its first page must fall. */
  readonly side: "any" | "recto" | "verso";
  readonly matter: "front" | "body";
  /** The named page that it stands on; empty for pages without a name. */
  readonly page: string;
  /** True if a section of the book begins with it. */
  readonly opens: boolean;
  readonly pieces: readonly Piece[];
}

/** The book, chunk by chunk; each is set when it is asked for, so that no more of them need be at hand than are being made up. */
export interface Galley {
  readonly chunks: Iterable<Chunk>;
}

/** The same line with other items. */
export function mapItems<Line extends Pick<GalleyLine, "place">>(
  line: Line,
  change: (items: readonly Placed[]) => readonly Placed[],
): Line {
  return {
    ...line,
    place: (tracking) => {
      const placed = line.place(tracking);
      return { ...placed, items: change(placed.items) };
    },
  };
}

/** The lines of the best variants, in order. */
export function bestLines(pieces: readonly Piece[]): readonly GalleyLine[] {
  return pieces.flatMap((piece) => piece.variants[0]?.lines ?? []);
}
