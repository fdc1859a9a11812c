/**
 * How far letters and spaces may give way, and what hangs in the margins.
 *
 * Comes in: faces and characters. Goes out: limits and lengths in em. (Han The Thanh, "Micro-typographic extensions to the TeX
 * typesetting system", 2000, chapters 3 and 4; the factors began as those of microtype for Garamond.)
 */
import type { Face } from "../../fonts/face.ts";

/** What glyphs give at an adjustment ratio of 1 or -1. */
export const MICROTYPE = {
  /** Part of their width that glyphs are scaled by. */
  expansion: 0.02,
  /** Space added between letters, em. */
  tracking: 0.01,
  /** How much of it neighbouring lines may differ by. */
  trackingStep: 0.01,
} as const;

/** What a word space gains and loses at a ratio of 1 and -1, in parts of the font's own, and the extremes that it may go to. */
const SPACE_GIVES = 0.21;
const NARROWEST = 0.7;
const WIDEST = 1.8;
/** Fonts whose space is far from what text needs, as that of a typewriter, give as if it were this wide, em. */
const LEAST_SPACE = 0.18;
const MOST_SPACE = 0.28;

/** What a face's word space gains and loses at a ratio of 1 and -1, em. */
export function spaceGives(face: Face): number {
  return SPACE_GIVES * Math.max(LEAST_SPACE, Math.min(MOST_SPACE, face.space));
}

/**
 * How far spaces may go, as ratios: beyond 1 and -1 they go on alone. EB Garamond's own space of 0.20 em so stays between 0.14 and
 * 0.36 em in all that is set. A ragged line that could only be filled with spaces of about an em is left short.
 */
export const WORD_SPACE = {
  narrowestRatio: (NARROWEST - 1) / SPACE_GIVES,
  widestRatio: (WIDEST - 1) / SPACE_GIVES,
  raggedRatio: 19,
} as const;

/**
 * The greatest adjustment ratio that a line may have: 0.20 em and 3.3 times 0.042 em make 0.34 em; what a tight neighbour keeps it
 * from taking up in letter-space brings it to 0.36 em at most.
 */
export const LOOSEST_RATIO = 3.3;

/** A paragraph that can't be set otherwise: letters give 1.5 % of an em, spaces all that they may. */
export const STRAIN = { tracking: 0.015, loosestRatio: WORD_SPACE.widestRatio } as const;

/** A line may end so far from the margin if nothing else will do, em: less than the shapes of letters make edges differ by. */
export const EDGE = 0.035;

/** Ratios from which a line's spaces grow so wide that letters take up more than they were to, and from which they take up all they can. */
const LOOSE = 1.5;
const VERY_LOOSE = 2.5;
/** The ratio from which a line is helped by a tighter neighbour, whose spaces then make good for what its letters give up. */
const HELPLESS = 2;
/** What such a neighbour's spaces have to give at a ratio of 0, and what they lose at -1, em; and letters that share one of them. */
const ROOM_TO_GIVE = 0.056;
const LOST_BY_RATIO = 0.042;
const LETTERS_TO_SPACE = 5.5;

/** What a line of justified text has to say of its letter-space. */
export interface LineGives {
  readonly ratio: number;
  /** Tracking at a ratio of 1, em; of a line that need not fill the measure, what there is room for. */
  readonly most: number;
  /** True for a line that is set as it is, as a paragraph's last one mostly is: its tracking can be chosen. */
  readonly free: boolean;
}

/** The tracking that a line would have by itself, and at most, em. */
export function trackingOf({ ratio, most, free }: LineGives): number {
  if (free) return most;
  const more = Math.max(0, Math.min(1, (ratio - LOOSE) / (VERY_LOOSE - LOOSE)));
  return most * Math.max(-1, Math.min(1, ratio)) + Math.max(0, STRAIN.tracking - most) * more;
}

/**
 * Each line's tracking, em, for lines that follow each other. Neighbours stay within a step of each other: of two that are further
 * apart the looser one gives in, because its spaces can take up the rest; unless they are wide already and the tighter one has
 * room to give. A line that is set as it is comes as near to its neighbours as it must.
 */
export function levelTracking(lines: readonly LineGives[]): number[] {
  const { trackingStep: step } = MICROTYPE;
  const most = lines.map(trackingOf);
  lines.forEach((line, i) => {
    for (const neighbour of [i - 1, i + 1]) most[i] = Math.max(most[i] ?? 0, helped(line, lines[neighbour]));
  });
  spread(most, (own, neighbour) => Math.min(own, neighbour + step));
  const least = most.map((level, i) => (lines[i]?.free ? -Infinity : level));
  spread(least, (own, neighbour) => Math.max(own, neighbour - step));
  return most.map((level, i) => (lines[i]?.free ? Math.min(level, Math.max(least[i] ?? 0, 0)) : level));
}

/** The tracking that a line takes on for the sake of a very loose neighbour, as far as its spaces can do with less. */
function helped(line: LineGives, neighbour: LineGives | undefined): number {
  const own = trackingOf(line);
  if (line.free || !neighbour || neighbour.free || neighbour.ratio < HELPLESS) return own;
  const help = Math.max(0, ROOM_TO_GIVE + LOST_BY_RATIO * Math.min(0, line.ratio)) / LETTERS_TO_SPACE;
  return Math.min(own + help, trackingOf(neighbour) - MICROTYPE.trackingStep);
}

/** Carries a limit that each line sets its neighbours down the lines and up again. */
function spread(levels: number[], limit: (own: number, neighbour: number) => number): void {
  const pass = (i: number, neighbour: number): void => {
    levels[i] = limit(levels[i] ?? 0, levels[neighbour] ?? 0);
  };
  for (let i = 1; i < levels.length; i++) pass(i, i - 1);
  for (let i = levels.length - 2; i >= 0; i--) pass(i, i + 1);
}

/** How much of a mark's ink hangs in the margin; marks of the left margin and of the right. */
const HANGING: Readonly<Record<string, readonly [left: number, right: number]>> = {
  ".": [0, 0.7],
  ",": [0, 0.7],
  "…": [0, 0.2],
  ":": [0, 0.5],
  ";": [0, 0.5],
  "!": [0, 0.1],
  "?": [0, 0.2],
  "-": [0, 0.6],
  "‐": [0, 0.6],
  "–": [0.3, 0.3],
  "—": [0.2, 0.2],
  "‘": [0.6, 0.4],
  "’": [0.6, 0.6],
  "“": [0.5, 0.3],
  "”": [0.3, 0.5],
  "‚": [0.5, 0.4],
  "„": [0.4, 0.3],
  "«": [0.3, 0.3],
  "»": [0.3, 0.3],
  "‹": [0.3, 0.3],
  "›": [0.3, 0.3],
  '"': [0.5, 0.5],
  "'": [0.6, 0.6],
  "(": [0.2, 0],
  ")": [0, 0.2],
  "[": [0.1, 0],
  "]": [0, 0.1],
  "*": [0.3, 0.3],
};

/** Capitals whose arms leave the margin looking dented. */
const ARMS = /^[ATVWXY]$/;
const ARM = 0.05;
/** Letters are moved by their own side bearing, so that the edge is one of ink, but by no more than this, em. */
const MOST_BEARING = 0.012;

/** Which margin. */
export type Edge = "left" | "right";

const known = new WeakMap<Face, Map<string, number>>();

/** How far a character hangs into a margin, em; below 0 if its ink would stick out of the line by itself. */
export function hangOf(face: Face, character: string, edge: Edge): number {
  let hangs = known.get(face);
  if (!hangs) {
    hangs = new Map();
    known.set(face, hangs);
  }
  const key = edge + character;
  let hang = hangs.get(key);
  if (hang === undefined) {
    hang = measureHang(face, character, edge);
    hangs.set(key, hang);
  }
  return hang;
}

function measureHang(face: Face, character: string, edge: Edge): number {
  const { ink, left, right } = face.bearings(character);
  const bearing = edge === "left" ? left : right;
  const part = HANGING[character]?.[edge === "left" ? 0 : 1];
  if (part !== undefined) return part === 0 ? 0 : Math.max(0, bearing) + part * ink;
  const own = Math.max(-MOST_BEARING, Math.min(MOST_BEARING, bearing));
  return ARMS.test(character) ? own + ARM * ink : own;
}
