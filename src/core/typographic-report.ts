/**
 * How well the printed pages came out.
 *
 * Comes in: nothing. Goes out: what is counted, and the names of what can be wrong. `typeset/page/report-pages.ts` counts.
 */
import type { Span } from "./span.ts";

/** What can be wrong, and what one and several of it are called after a number. */
export const PAGE_FAULTS = {
  overfull: ["line wider than the measure", "lines wider than the measure"],
  loose: ["line with word spaces over 0.36 em", "lines with word spaces over 0.36 em"],
  uneven: ["uneven spread", "uneven spreads"],
  stranded: ["heading with less than two lines under it", "headings with less than two lines under them"],
  widow: ["widow", "widows"],
  orphan: ["orphan", "orphans"],
  "hyphen-at-turn": ["hyphen at the turn of a page", "hyphens at the turn of a page"],
  "hyphen-at-spread": [
    "hyphen from a left-hand to a right-hand page",
    "hyphens from left-hand to right-hand pages",
  ],
  ladder: ["ladder of three hyphens", "ladders of three hyphens"],
  runt: ["runt", "runts"],
  "short-ending": [
    "chapter that ends in fewer than five lines on a page",
    "chapters that end in fewer than five lines on a page",
  ],
} as const satisfies Record<string, readonly [one: string, several: string]>;

export type PageFaultKind = keyof typeof PAGE_FAULTS;

/** Why a fault of a line is left: all that a line gives by. */
export const LINE_LIMITS =
  "at the limits: word spaces of 0.14 and 0.36 em, letters spaced by 1.5 % of an em and scaled by 2 %";

/** Why a line stays too loose that could be set by itself: its neighbours could not. */
export const NEIGHBOUR_LIMITS = "its letters would be spaced too unlike those of the lines next to it";

/** One fault that no solution within the limits avoids. */
export interface PageFault {
  readonly kind: PageFaultKind;
  /** Its folio. */
  readonly page: string;
  /** The paragraph's place in the manuscript. */
  readonly span: Span;
  /** For a fault of a line: what its paragraph lacks, points, for being set without it at the limits of all that gives. */
  readonly lacks?: number;
}

/** Why a fault of a page is left: what all other ways come to. */
export const PAGE_LIMITS =
  "every other way to break these pages, paragraphs set a line longer or shorter and spreads a line deeper or shallower among them, costs a worse fault";

/** A line and how wide its word spaces are. */
export interface LooseLine {
  /** Word space, em. */
  readonly space: number;
  readonly page: string;
  readonly span: Span;
}

export interface TypographicReport {
  readonly pages: number;
  /** Lines of running text, notes aside. */
  readonly lines: number;
  /** Of them, those that end in a hyphen. */
  readonly hyphens: number;
  /** Facing pages of which neither ends a chapter, and those of them that end level. */
  readonly spreads: number;
  readonly levelSpreads: number;
  /** Lines of the body's leading, and those of them on the baseline grid. */
  readonly gridLines: number;
  readonly linesOnGrid: number;
  /** Paragraphs set a line longer or shorter than is best for them. */
  readonly variants: number;
  readonly loosest: LooseLine | undefined;
  readonly tightest: LooseLine | undefined;
  /** In the order of the pages. */
  readonly faults: readonly PageFault[];
}
