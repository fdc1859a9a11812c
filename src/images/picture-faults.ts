/**
 * Why a picture cannot go as it is to where it is wanted.
 *
 * Comes in: what its head says, and what the place demands. Goes out: reasons in words. It mends nothing.
 */
import { isOpaque } from "./convert-picture.ts";
import type { PictureFacts } from "./read-picture.ts";

/** What a place takes as it is. */
export interface Demands {
  /** Kinds of files, as {@link PictureFacts} names them. */
  readonly kinds: ReadonlySet<string>;
  readonly mostPixels: number;
  readonly mostBytes: number;
  /** True if it takes colours mixed from printing inks. */
  readonly takesInks: boolean;
  /** True if it heeds a note in the file that asks for the picture to be turned. */
  readonly turns: boolean;
  /** True if something may shine through. */
  readonly takesTransparency: boolean;
}

const NAMES: Readonly<Record<string, string>> = {
  webp: "a WebP",
  gif: "a GIF",
  tiff: "a TIFF",
  avif: "an AVIF",
  heif: "an HEIF",
};

/** Each goes on after "the picture". */
export async function listFaults(bytes: Uint8Array, facts: PictureFacts, demands: Demands): Promise<string[]> {
  const { type, width, height } = facts;
  const faults: readonly (readonly [isFault: boolean, fault: string])[] = [
    [!demands.kinds.has(type), `is ${NAMES[type] ?? `a ${type.toUpperCase()}`} file`],
    [width * height > demands.mostPixels, `has ${width} by ${height} pixels, more than some e-readers can show`],
    [bytes.length > demands.mostBytes, `takes more than ${demands.mostBytes / 1e6} MB`],
    [facts.isTurned && !demands.turns, "lies on its side, with a note to turn it that some programs ignore"],
    [facts.isCmyk && !demands.takesInks, "is in printing inks"],
    [!facts.isCmyk && facts.hasForeignProfile, "has colours that are not those of the web (sRGB)"],
    [
      facts.hasAlpha && !demands.takesTransparency && !(await isOpaque(bytes)),
      "is transparent in places, which are white now",
    ],
  ];
  return faults.filter(([isFault]) => isFault).map(([, fault]) => fault);
}
