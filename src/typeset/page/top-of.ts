/**
 * Where lines come to stand below each other.
 *
 * Comes in: a line and how deep the page is filled. Goes out: the line's top. It breaks no page.
 */
import type { GalleyLine } from "../galley.ts";

/** Where the top of a line comes to stand. */
export function topOf(line: GalleyLine, y: number, dropSpace: boolean, leading: number): number {
  const top = dropSpace ? y : y + line.spaceBefore;
  return line.onGrid ? Math.max(0, Math.ceil(top / leading - 1e-6)) * leading : top;
}
