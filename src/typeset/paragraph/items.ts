/**
 * A paragraph as Knuth and Plass have it: a sequence of boxes, glue and penalties.
 *
 * Comes in: nothing. Goes out: the item types that the line breaker works on. It knows no fonts; lengths are in
 * points. (Knuth and Plass, "Breaking Paragraphs into Lines", Software: Practice and Experience 11 (1981), 1121-1126.)
 */

/** Something that is never broken. */
export interface Box {
  readonly kind: "box";
  readonly width: number;
  /** What it may gain or lose by scaled and spaced glyphs, at a ratio of 1 or -1; see {@link MICROTYPE}. Absent: nothing. */
  readonly flex?: number;
  /** How far it hangs into the margin where it begins or ends a line. Absent: not at all. */
  readonly hangLeft?: number;
  readonly hangRight?: number;
}

/** White space; a legal break if a box comes before it. */
export interface Glue {
  readonly kind: "glue";
  readonly width: number;
  /** What it gains at an adjustment ratio of 1. */
  readonly stretch: number;
  /** What it loses at an adjustment ratio of -1. */
  readonly shrink: number;
}

/**
 * A place where the line may be broken at a cost. `before` is added to the line that ends here (a hyphen, less what
 * hangs in the margin), `after` to the line that begins here (the difference that cutting a word makes to its rest).
 */
export interface Penalty {
  readonly kind: "penalty";
  /** `Infinity` forbids the break, `-Infinity` forces it. */
  readonly cost: number;
  readonly before: number;
  readonly after: number;
  /** True for hyphens: flagged breaks running cost extra. */
  readonly flagged: boolean;
  /** What the break costs where `cost` forbids it and no other way fits the limits. Absent: it is forbidden there too. */
  readonly atLast?: number;
}

export type Item = Box | Glue | Penalty;

/** Glue that takes up whatever is left of a paragraph's last line. */
export const FILL: Glue = { kind: "glue", width: 0, stretch: 1e6, shrink: 0 };
export const FORCED_BREAK: Penalty = { kind: "penalty", cost: -Infinity, before: 0, after: 0, flagged: false };
/** Between a title and a name, which should not be parted. */
export const TIE: Penalty = {
  kind: "penalty",
  cost: Infinity,
  before: 0,
  after: 0,
  flagged: false,
  atLast: 6_500,
};
export const NO_BREAK: Penalty = { kind: "penalty", cost: Infinity, before: 0, after: 0, flagged: false };

export function box(width: number): Box {
  return { kind: "box", width };
}
export function glue(width: number, stretch: number, shrink: number): Glue {
  return { kind: "glue", width, stretch, shrink };
}
export function penalty(cost: number, before = 0, flagged = false, after = 0): Penalty {
  return { kind: "penalty", cost, before, after, flagged };
}
