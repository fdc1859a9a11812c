/**
 * How large a picture is printed.
 *
 * Comes in: its own size, its style, and the room there is. Goes out: width and height. (CSS 2.2, clauses 10.4 and 10.7.)
 */
import type { ComputedStyle, Extent } from "../../style/computed-style.ts";

/** Points. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** `depth` is that of the text block, which percentages of heights refer to. The picture's shape is kept where only one side is set. */
export function sizePicture(
  natural: PictureSize,
  style: ComputedStyle,
  room: PictureSize,
  depth: number,
): PictureSize {
  const across = (size: Extent): number => size.points + size.part * room.width;
  const down = (size: Extent): number => size.points + size.part * depth;
  const ratio = natural.height / natural.width;
  let width = style.width ? across(style.width) : style.height ? down(style.height) / ratio : natural.width;
  let height = style.height ? down(style.height) : width * ratio;
  if (style.minWidth && width < across(style.minWidth)) {
    const scale = across(style.minWidth) / width;
    width *= scale;
    height *= scale;
  }
  const mostWidth = Math.min(room.width, style.maxWidth ? across(style.maxWidth) : Infinity);
  const mostHeight = Math.min(room.height, style.maxHeight ? down(style.maxHeight) : Infinity);
  const scale = Math.min(1, mostWidth / width, mostHeight / height);
  return { width: width * scale, height: height * scale };
}
