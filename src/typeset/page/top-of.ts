/**
 * Where lines come to stand below each other.
 *
 * Comes in: a line and how deep the page is filled. Goes out: the line's top. It breaks no page.
 */
import type { GalleyLine } from "../galley.ts";

/** The white above a line: its own, what it would be without the figure before it, or none, as at the head of a page. */
export type White = "full" | "joined" | "none";

/** Where the top of a line comes to stand. */
export function topOf(line: GalleyLine, y: number, white: White, leading: number): number {
  const top = white === "full" ? y + line.spaceBefore : white === "joined" ? y + (line.spaceJoined ?? 0) : y;
  return line.onGrid ? Math.max(0, Math.ceil(top / leading - 1e-6)) * leading : top;
}
