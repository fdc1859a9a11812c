/**
 * The box of a block: how wide it is, where its text stands in it, and what is drawn of it.
 *
 * Comes in: a style and the room that the block has. Goes out: the frame of its content, and the box if anything of it can be seen.
 * (CSS 2.2, clause 10.3.3.)
 */
import type { ComputedStyle, Extent } from "../../style/computed-style.ts";
import type { BorderEdge, Box } from "../page/draw-boxes.ts";
import type { Frame } from "./place.ts";

export interface BlockBox {
  /** Of the content. */
  readonly frame: Frame;
  /** Undefined if it has neither a border nor a background. */
  readonly box: Box | undefined;
  /** Room above and below the content that belongs to the box: padding and border. */
  readonly head: number;
  readonly foot: number;
}

/** Points of a size in `room`. */
export function pointsOf({ points, part }: Extent, room: number): number {
  return points + part * room;
}

export function boxOf(style: ComputedStyle, room: Frame): BlockBox {
  const before = style.borderLeftWidth + style.paddingLeft;
  const after = style.borderRightWidth + style.paddingRight;
  const around = style.marginLeft + before + after + style.marginRight;
  const width = Math.max(0, contentWidth(style, room.width, room.width - around, before + after));
  const spare = Math.max(0, room.width - around - width);
  const { autoMarginLeft, autoMarginRight } = style;
  const shift = autoMarginLeft ? (autoMarginRight ? spare / 2 : spare) : 0;
  const outer = room.left + style.marginLeft + shift;
  return {
    frame: { left: outer + before, width },
    box: visibleBox(style, outer, before + width + after),
    head: style.borderTopWidth + style.paddingTop,
    foot: style.borderBottomWidth + style.paddingBottom,
  };
}

/** What is drawn of a border box; undefined if nothing is. */
export function visibleBox(style: ComputedStyle, left: number, width: number): Box | undefined {
  if (style.visibility !== "visible") return undefined;
  const edges = {
    top: edgeOf(style, "Top"),
    end: edgeOf(style, "Right"),
    bottom: edgeOf(style, "Bottom"),
    start: edgeOf(style, "Left"),
  };
  const background = style.backgroundColor;
  const isDrawn = background !== undefined || Object.values(edges).some((edge) => edge !== undefined);
  return isDrawn ? { left, width, background, ...edges } : undefined;
}

/** `free` is what the block takes if nothing is said of its width. */
function contentWidth(style: ComputedStyle, room: number, free: number, edges: number): number {
  const content = (size: Extent): number => pointsOf(size, room) - (style.boxSizing === "border-box" ? edges : 0);
  let width = style.width ? content(style.width) : free;
  if (style.maxWidth) width = Math.min(width, content(style.maxWidth));
  return style.minWidth ? Math.max(width, content(style.minWidth)) : width;
}

function edgeOf(style: ComputedStyle, side: "Top" | "Right" | "Bottom" | "Left"): BorderEdge | undefined {
  const width = style[`border${side}Width`];
  const line = style[`border${side}Style`];
  if (width === 0 || line === "none") return undefined;
  return { width, style: line, colour: style[`border${side}Color`] ?? style.color };
}
