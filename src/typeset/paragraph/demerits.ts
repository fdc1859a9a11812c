/**
 * What a line's faults cost.
 *
 * Comes in: adjustment ratios and breaks. Goes out: badness, fitness classes and demerits as in TeX: The Program, sections 108
 * and 859 (Knuth and Plass 1981, pages 1124-1129), and the weights of what TeX does not know.
 */

/** Demerits beside those of the lines themselves. */
export interface LineWeights {
  /** TeX's `\linepenalty`: added to every line's badness, so that fewer lines are better. */
  readonly line: number;
  /** Two hyphenated lines running; TeX's `\doublehyphendemerits`. */
  readonly ladder: number;
  /** For each further one. */
  readonly longLadder: number;
  /** A hyphen in the last full line; TeX's `\finalhyphendemerits`. */
  readonly finalHyphen: number;
  /** Neighbours whose fitness classes differ by more than one; TeX's `\adjdemerits`. */
  readonly fitness: number;
  /** A tight line next to a very loose one: what one of them takes in letter-space the other can't give. */
  readonly clash: number;
  /** A last line that is too short to stand alone. */
  readonly runt: number;
}

/** The weights that TeX has. */
export const TEX_WEIGHTS: LineWeights = {
  line: 10,
  ladder: 10_000,
  longLadder: 10_000,
  finalHyphen: 5_000,
  fitness: 10_000,
  clash: 10_000,
  runt: 0,
};

/**
 * Ours. A line can give way by its glyphs too, so ladders, lonely syllables and runts need hardly ever be; they cost what makes
 * them a last resort.
 */
export const BOOK_WEIGHTS: LineWeights = {
  line: 10,
  ladder: 200_000,
  longLadder: 20_000_000,
  finalHyphen: 30_000,
  fitness: 40_000,
  clash: 5_000_000,
  runt: 60_000_000,
};

export const INFINITELY_BAD = 10_000;

/** `100 |r|^3`, at most 10,000 (TeX: The Program, section 108). */
export function badnessOf(ratio: number): number {
  const r = Math.abs(ratio);
  return Math.min(INFINITELY_BAD, 100 * r * r * r);
}

/** 0 tight, 1 decent, 2 loose, 3 very loose. */
export function fitnessClass(ratio: number): 0 | 1 | 2 | 3 {
  if (ratio < -0.5) return 0;
  if (ratio <= 0.5) return 1;
  return ratio <= 1 ? 2 : 3;
}

/** Demerits of one line by itself: `(l + b)^2` and the square of what its break costs. */
export function lineDemerits(badness: number, cost: number, weights: LineWeights): number {
  const base = (weights.line + badness) ** 2;
  if (cost >= 0) return base + cost * cost;
  return cost > -INFINITELY_BAD ? base - cost * cost : base;
}

/** Demerits of hyphenating a line that comes after `run` hyphenated ones. */
export function ladderDemerits(run: number, weights: LineWeights): number {
  if (run === 0) return 0;
  return run === 1 ? weights.ladder : weights.longLadder;
}

/** Demerits of two neighbouring lines of these fitness classes. */
export function fitnessDemerits(above: number, below: number, weights: LineWeights): number {
  const distance = Math.abs(above - below);
  if (distance <= 1) return 0;
  return distance === 2 ? weights.fitness : weights.clash;
}
