/**
 * Borders and backgrounds of blocks.
 *
 * Comes in: the lines of a page, each with the boxes that it stands in. Goes out: filled rectangles, to be drawn before the lines.
 * A box may be broken at any line: each page draws its own part of it, with a head or a foot only where the box has its own
 * (CSS Fragmentation 3, clause 5.4, `slice`).
 */
import type { BorderStyle, Colour } from "../../style/computed-style.ts";
import type { PlacedRule } from "./page.ts";
import type { PositionedLine } from "./place-lines.ts";

/** One side of a border. */
export interface BorderEdge {
  /** More than 0. */
  readonly width: number;
  readonly style: Exclude<BorderStyle, "none">;
  readonly colour: Colour;
}

/** A block that is drawn: its border box across, from the text block's left edge. */
export interface Box {
  readonly left: number;
  readonly width: number;
  readonly background: Colour | undefined;
  readonly top: BorderEdge | undefined;
  readonly end: BorderEdge | undefined;
  readonly bottom: BorderEdge | undefined;
  readonly start: BorderEdge | undefined;
}

/** A box that a line stands in; `edge` says that the line is the box's own head or foot. */
export interface LineBox {
  readonly box: Box;
  readonly edge?: "head" | "foot" | "both";
}

/** A box's part on one page. */
interface Part {
  top: number;
  bottom: number;
  hasHead: boolean;
  hasFoot: boolean;
}

/** Rectangles from the outermost box in, their `x` and `y` from the text block's corner. */
export function drawBoxes(lines: readonly PositionedLine[]): PlacedRule[] {
  const parts = new Map<Box, Part>();
  for (const { line, y } of lines) {
    for (const { box, edge } of line.boxes ?? []) {
      const part = parts.get(box) ?? { top: y, bottom: y, hasHead: false, hasFoot: false };
      parts.set(box, part);
      part.bottom = Math.max(part.bottom, y + line.height);
      part.hasHead ||= edge === "head" || edge === "both";
      part.hasFoot ||= edge === "foot" || edge === "both";
    }
  }
  return [...parts].flatMap(([box, part]) => drawPart(box, part));
}

/** A box that is whole, from `top` to `bottom`. */
export function drawWhole(box: Box, top: number, bottom: number): PlacedRule[] {
  return drawPart(box, { top, bottom, hasHead: true, hasFoot: true });
}

function drawPart(box: Box, { top, bottom, hasHead, hasFoot }: Part): PlacedRule[] {
  const { left: x, width, background } = box;
  const height = bottom - top;
  const right = x + width;
  const drawn: PlacedRule[] = [];
  if (background && height > 0) drawn.push({ kind: "rule", x, y: top, width, height, colour: background });
  if (hasHead && box.top) drawn.push(...drawAcross(box.top, x, top, width, 1));
  if (hasFoot && box.bottom) drawn.push(...drawAcross(box.bottom, x, bottom, width, -1));
  if (box.start) drawn.push(...drawDown(box.start, x, top, height, 1));
  if (box.end) drawn.push(...drawDown(box.end, right, top, height, -1));
  return drawn;
}

/** An edge that runs across; `inwards` is 1 if the box lies below it. */
function drawAcross(edge: BorderEdge, x: number, y: number, length: number, inwards: 1 | -1): PlacedRule[] {
  return strokesOf(edge, length).map(({ along, across, long, thick }) => ({
    kind: "rule",
    x: x + along,
    y: inwards === 1 ? y + across : y - across - thick,
    width: long,
    height: thick,
    colour: edge.colour,
  }));
}

function drawDown(edge: BorderEdge, x: number, y: number, length: number, inwards: 1 | -1): PlacedRule[] {
  return strokesOf(edge, length).map(({ along, across, long, thick }) => ({
    kind: "rule",
    x: inwards === 1 ? x + across : x - across - thick,
    y: y + along,
    width: thick,
    height: long,
    colour: edge.colour,
  }));
}

interface Stroke {
  /** From the start of the edge, and from its outer side. */
  readonly along: number;
  readonly across: number;
  readonly long: number;
  readonly thick: number;
}

/** In less room two lines and a gap can't be told apart from one. */
const LEAST_DOUBLE = 1.5;

function strokesOf({ width, style }: BorderEdge, length: number): Stroke[] {
  if (length <= 0) return [];
  switch (style) {
    case "solid":
      return [{ along: 0, across: 0, long: length, thick: width }];
    case "double": {
      if (width < LEAST_DOUBLE) return [{ along: 0, across: 0, long: length, thick: width }];
      const thick = width / 3;
      return [0, 2].map((n) => ({ along: 0, across: n * thick, long: length, thick }));
    }
    case "dashed":
      return dashes(length, 3 * width, width);
    case "dotted":
      return dashes(length, width, width);
  }
}

/** Dashes and gaps of one length, both ends a dash. */
function dashes(length: number, dash: number, thick: number): Stroke[] {
  const count = Math.max(1, Math.round((length / dash + 1) / 2));
  const step = count > 1 ? (length - dash) / (count - 1) : 0;
  return Array.from({ length: count }, (_, i) => ({
    along: i * step,
    across: 0,
    long: Math.min(dash, length),
    thick,
  }));
}
