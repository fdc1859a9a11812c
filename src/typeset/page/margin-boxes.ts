/**
 * Where the margin boxes of a page stand and how large they are (CSS Paged Media 3, clause 5.3).
 *
 * Comes in: what each box asks for, points. Goes out: rectangles on the page. It sets no text.
 */

import type { PageBox } from "../../style/page-box.ts";
import type { MarginBoxName } from "../../style/page-rule.ts";

/** A rectangle on the page: x from its left edge, y from its top. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How much of an edge a box asks for, its own margins, borders and padding included; points. */
export interface Claim {
  /** Absent: whatever there is. */
  readonly fixed?: number;
  /** Narrowest and widest that its content makes it; fixed bounds narrow them. */
  readonly least: number;
  readonly most: number;
  /** Bounds that are said. */
  readonly floor: number;
  readonly ceiling: number;
}

/** The claims of one box: along its edge, and across it, where absent is all of the margin. */
export interface BoxClaim {
  readonly along: Claim;
  readonly across: number | undefined;
}

interface Edge {
  /** The three boxes, from the left or the top. */
  readonly boxes: readonly [MarginBoxName, MarginBoxName, MarginBoxName];
  readonly horizontal: boolean;
}

const EDGES: readonly Edge[] = [
  { boxes: ["top-left", "top-center", "top-right"], horizontal: true },
  { boxes: ["bottom-left", "bottom-center", "bottom-right"], horizontal: true },
  { boxes: ["left-top", "left-middle", "left-bottom"], horizontal: false },
  { boxes: ["right-top", "right-middle", "right-bottom"], horizontal: false },
];

/** Whether a box stands above or below the text, so that its width is shared with its neighbours. */
export function isAlongWidth(name: MarginBoxName): boolean {
  return /^(top|bottom)-(left|center|right)$/.test(name);
}

/** The margin that a box stands in: where it begins, and its width and height. */
export function marginOf(name: MarginBoxName, box: PageBox): Rectangle {
  const [edge = ""] = name.split("-");
  const isCorner = name.endsWith("-corner");
  const atLeft = edge === "left" || (isCorner && name.includes("left"));
  const atRight = edge === "right" || (isCorner && name.includes("right"));
  const x = atLeft ? 0 : atRight ? box.width - box.right : box.left;
  const width = atLeft ? box.left : atRight ? box.right : box.width - box.left - box.right;
  const y = edge === "top" ? 0 : edge === "bottom" ? box.height - box.bottom : box.top;
  const height = edge === "top" ? box.top : edge === "bottom" ? box.bottom : box.height - box.top - box.bottom;
  return { x, y, width, height };
}

/** The outer rectangle of every box that claims one. */
export function placeMarginBoxes(
  claims: ReadonlyMap<MarginBoxName, BoxClaim>,
  box: PageBox,
): ReadonlyMap<MarginBoxName, Rectangle> {
  const placed = new Map<MarginBoxName, Rectangle>();
  for (const { boxes, horizontal } of EDGES) {
    const margin = marginOf(boxes[0], box);
    const room = horizontal ? margin.width : margin.height;
    const shares = shareEdge(
      boxes.map((name) => claims.get(name)?.along),
      room,
    );
    boxes.forEach((name, i) => {
      const claim = claims.get(name);
      const [start, length] = shares[i] ?? [0, 0];
      if (!claim) return;
      const along = horizontal
        ? { ...margin, x: margin.x + start, width: length }
        : { ...margin, y: margin.y + start, height: length };
      placed.set(name, narrow(name, along, claim.across));
    });
  }
  for (const [name, claim] of claims) {
    if (!name.endsWith("-corner")) continue;
    const margin = marginOf(name, box);
    placed.set(name, narrow(name, margin, claim.across));
  }
  return placed;
}

/** A box that does not fill its margin stands next to the text block (clause 5.3.1: the outer side gives way). */
function narrow(name: MarginBoxName, { x, y, width, height }: Rectangle, across: number | undefined): Rectangle {
  if (across === undefined) return { x, y, width, height };
  const [edge] = name.split("-");
  if (edge === "top") return { x, y: y + height - across, width, height: across };
  if (edge === "bottom") return { x, y, width, height: across };
  return edge === "left" ? { x: x + width - across, y, width: across, height } : { x, y, width: across, height };
}

type Share = readonly [start: number, length: number];

/** Clause 5.3.2: the middle box is in the middle whatever its neighbours need; without it the other two share the edge. */
function shareEdge(claims: readonly (Claim | undefined)[], room: number): readonly Share[] {
  const [first, middle, last] = claims;
  const lengths = shareLengths(first, middle, last, room);
  const [a, b, c] = lengths;
  return [
    [0, a],
    [(room - b) / 2, b],
    [room - c, c],
  ];
}

type Lengths = readonly [first: number, middle: number, last: number];

/** Bounds that are broken become fixed lengths, and the rest is shared anew (clause 5.3.2.4). */
function shareLengths(
  first: Claim | undefined,
  middle: Claim | undefined,
  last: Claim | undefined,
  room: number,
): Lengths {
  const claims = [first, middle, last];
  const shared = middle ? shareThree(first, middle, last, room) : shareTwo(first, last, room);
  const bounded = claims.map((claim, i) => {
    const length = shared[i] ?? 0;
    if (!claim || claim.fixed !== undefined) return claim;
    const fixed = Math.max(claim.floor, Math.min(claim.ceiling, length));
    return fixed === length ? claim : { ...claim, fixed };
  });
  if (bounded.every((claim, i) => claim === claims[i])) return shared;
  return shareLengths(bounded[0], bounded[1], bounded[2], room);
}

function shareTwo(first: Claim | undefined, last: Claim | undefined, room: number): Lengths {
  if (!first || !last) return [first ? (first.fixed ?? room) : 0, 0, last ? (last.fixed ?? room) : 0];
  if (first.fixed !== undefined) return [first.fixed, 0, last.fixed ?? Math.max(0, room - first.fixed)];
  if (last.fixed !== undefined) return [Math.max(0, room - last.fixed), 0, last.fixed];
  const [a, c] = flexFit(first, last, room);
  return [a, 0, c];
}

/** The outer two count as one box twice as wide as the wider of them. */
function shareThree(first: Claim | undefined, middle: Claim, last: Claim | undefined, room: number): Lengths {
  const outer = [first, last].filter((claim) => claim !== undefined);
  const widest = (of: (claim: Claim) => number): number => 2 * Math.max(0, ...outer.map(of));
  const sides = {
    least: widest((claim) => claim.fixed ?? claim.least),
    most: widest((claim) => claim.fixed ?? claim.most),
  };
  const areFixed = outer.length > 0 && outer.every((claim) => claim.fixed !== undefined);
  const rest = areFixed ? Math.max(0, room - sides.most) : flexFit(middle, sides, room)[0];
  const b = middle.fixed ?? rest;
  const side = Math.max(0, (room - b) / 2);
  return [first ? (first.fixed ?? side) : 0, b, last ? (last.fixed ?? side) : 0];
}

type Content = Pick<Claim, "least" | "most">;

/** Clause 5.3.2.2: what is over or lacking is shared in proportion to what each would take. */
function flexFit(one: Content, other: Content, room: number): readonly [number, number] {
  const most = one.most + other.most;
  const least = one.least + other.least;
  const share = (base: keyof Content, weigh: (content: Content) => number): readonly [number, number] => {
    const spare = room - one[base] - other[base];
    const weights = weigh(one) + weigh(other);
    const part = weights > 0 ? weigh(one) / weights : 0.5;
    return [one[base] + spare * part, other[base] + spare * (1 - part)];
  };
  if (most <= room) return share("most", (content) => content.most);
  if (least < room) return share("least", (content) => content.most - content.least);
  return share("least", (content) => content.least);
}
