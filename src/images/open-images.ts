/**
 * Pictures as the printed page needs them.
 *
 * Comes in: a picture's path. Goes out: its size in points, each file looked at once. It draws nothing.
 */
import { readFileSync } from "node:fs";
import { imageSize } from "image-size";

export interface Images {
  /** Undefined if the picture is of a kind that can't be printed. */
  readonly size: (path: string) => { readonly width: number; readonly height: number } | undefined;
}

/** Points in a CSS pixel. */
const PIXEL = 0.75;
const PRINTABLE = new Set(["png", "jpg", "svg"]);

export function openImages(): Images {
  const known = new Map<string, ReturnType<Images["size"]>>();
  return {
    size: (path) => {
      if (!known.has(path)) known.set(path, measure(path));
      return known.get(path);
    },
  };
}

function measure(path: string): ReturnType<Images["size"]> {
  try {
    const { width, height, type } = imageSize(readFileSync(path));
    if (!PRINTABLE.has(type ?? "") || width <= 0 || height <= 0) return undefined;
    return { width: width * PIXEL, height: height * PIXEL };
  } catch {
    return undefined;
  }
}
