/**
 * The lines of one page, placed.
 *
 * Comes in: a page's lines and their tops. Goes out: the same with all that stands on them in place. Here letter-space is made level
 * from line to line, across paragraphs too, and gaps that would run together through several lines are parted: a line gives by
 * its letters what it gave by its spaces, or the other way, and its gaps move. It breaks no line and moves none.
 */
import type { GalleyLine, Gap, PlacedLine, TextLine } from "../galley.ts";
import { levelTracking, MICROTYPE, trackingOf } from "../paragraph/microtype.ts";

/** A line that is printed, all that stands on it in place; of the paragraph that it was set from it keeps nothing, nor its gaps. */
export interface PositionedLine extends Omit<PlacedLine, "gaps" | "ownSpace"> {
  readonly line: Omit<GalleyLine, "place">;
  /** Its top, from the text block's. */
  readonly y: number;
}

/** A line and its top. */
export interface LineAt {
  readonly line: GalleyLine;
  readonly y: number;
}

/** Gaps under each other in so many lines are a river. */
const RIVER_LINES = 4;
/** What letter-space may be changed by to part gaps, em: the least first. */
const SHIFTS = [0.002, 0.004, 0.006, 0.008].flatMap((shift) => [shift, -shift]);
/** What word spaces a line may have after that, em of the font's own. */
const NARROW = 0.8;
const WIDE = 1.5;

export function placeLines(lines: readonly LineAt[]): PositionedLine[] {
  const tracking = levelPage(lines);
  const placed: PositionedLine[] = [];
  let above: readonly Flow[] = [];
  lines.forEach((at, i) => {
    const before = lines[i - 1];
    if (!before || at.y - before.y > 1.2 * before.line.height) above = [];
    let found = place(at, tracking[i]);
    let flows = flowOn(above, found.gaps);
    for (const other of isRiver(flows) ? otherTrackings(at, i, lines, tracking) : []) {
      const parted = place(at, other);
      const flowsThen = flowOn(above, parted.gaps);
      if (isRiver(flowsThen) || !isGood(parted)) continue;
      found = parted;
      flows = flowsThen;
      tracking[i] = other;
      break;
    }
    const { gaps: _, ownSpace: __, ...kept } = found;
    placed.push(kept);
    above = flows;
  });
  return placed;
}

function place(
  { line: { place: placeLine, ...line }, y }: LineAt,
  tracking: number | undefined,
): PositionedLine & PlacedLine {
  return { line, y, ...placeLine(tracking) };
}

/** Each line's letter-space, level over lines of text that follow each other; undefined for what is not justified. */
function levelPage(lines: readonly LineAt[]): (number | undefined)[] {
  const levels: (number | undefined)[] = [];
  let run: NonNullable<TextLine["gives"]>[] = [];
  const close = (): void => {
    levels.push(...levelTracking(run));
    run = [];
  };
  for (const { line } of lines) {
    if (line.text?.gives) run.push(line.text.gives);
    else {
      close();
      levels.push(undefined);
    }
  }
  close();
  return levels;
}

/** What else a line's letter-space can be, the nearest first: within the limits, and within a step of its neighbours'. */
function otherTrackings(
  { line }: LineAt,
  i: number,
  lines: readonly LineAt[],
  tracking: readonly (number | undefined)[],
): number[] {
  const gives = line.text?.gives;
  const own = tracking[i];
  if (!gives || own === undefined) return [];
  const neighbours = [i - 1, i + 1].filter((n) => lines[n]?.line.text?.gives).flatMap((n) => tracking[n] ?? []);
  const most = gives.free ? trackingOf(gives) : MICROTYPE.tracking;
  return SHIFTS.map((shift) => own + shift).filter(
    (other) =>
      other >= -MICROTYPE.tracking &&
      other <= most &&
      neighbours.every((n) => Math.abs(other - n) <= MICROTYPE.trackingStep),
  );
}

/** True if what a line gives by its letters leaves its spaces as they may be. */
function isGood({ overfull = 0, gaps = [], space, ownSpace = 0 }: PlacedLine): boolean {
  if (overfull > 0 || gaps.length === 0) return false;
  return space === undefined || (space >= NARROW * ownSpace && space <= WIDE * ownSpace);
}

/** A gap, and through how many lines gaps flow down to it, itself counted. */
interface Flow extends Gap {
  readonly lines: number;
}

/** Gaps flow on where they overlap by half the narrower one. */
function flowOn(above: readonly Flow[], gaps: readonly Gap[] = []): readonly Flow[] {
  return gaps.map(({ left, right }) => {
    let lines = 1;
    for (const gap of above) {
      const overlap = Math.min(right, gap.right) - Math.max(left, gap.left);
      if (gap.lines >= lines && overlap >= Math.min(right - left, gap.right - gap.left) / 2) lines = gap.lines + 1;
    }
    return { left, right, lines };
  });
}

function isRiver(flows: readonly Flow[]): boolean {
  return flows.some(({ lines }) => lines >= RIVER_LINES);
}
