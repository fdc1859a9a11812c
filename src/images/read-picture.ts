/**
 * What the head of a picture file says of it.
 *
 * Comes in: the file's bytes. Goes out: size, colours and the like, without one pixel being decoded. It judges nothing.
 */
import { inflateSync } from "node:zlib";
import { imageSize } from "image-size";

export interface PictureFacts {
  /** As `image-size` calls it: `jpg`, `png`, `webp`, `svg` … */
  readonly type: string;
  /** Pixels, as the picture is to be seen. */
  readonly width: number;
  readonly height: number;
  /** True if a note in the file (EXIF 2.32, tag 0x0112) asks for it to be turned or mirrored, which not every program heeds. */
  readonly isTurned: boolean;
  /** True if its colours are mixed from four printing inks. */
  readonly isCmyk: boolean;
  /** True if the file could hold transparent places; whether it does, the pixels say. */
  readonly hasAlpha: boolean;
  /** True if a colour profile comes with it, and is another than sRGB. */
  readonly hasForeignProfile: boolean;
}

/** What is found in the head of a JPEG or PNG. */
type Colours = Pick<PictureFacts, "isCmyk" | "hasAlpha" | "hasForeignProfile">;

const PLAIN: Colours = { isCmyk: false, hasAlpha: false, hasForeignProfile: false };

/** Undefined for what is no picture. */
export function readPicture(bytes: Uint8Array): PictureFacts | undefined {
  try {
    const { width, height, type = "", orientation = 1 } = imageSize(bytes);
    if (width <= 0 || height <= 0) return undefined;
    const isOnSide = orientation > 4;
    const shown = isOnSide ? { width: height, height: width } : { width, height };
    const colours = type === "jpg" ? readJpeg(bytes) : type === "png" ? readPng(bytes) : PLAIN;
    return { type, ...shown, isTurned: orientation > 1, ...colours };
  } catch {
    return undefined;
  }
}

/** ITU-T T.81, B.1.1: a JPEG is segments, each a marker and its length, until the scan begins. */
function readJpeg(bytes: Uint8Array): Colours {
  let found = PLAIN;
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    const length = ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { ...found, isCmyk: bytes[at + 9] === 4 };
    const content = bytes.subarray(at + 4, at + 2 + length);
    // ICC.1:2022, B.4: the profile stands in APP2 segments of this name.
    if (marker === 0xe2 && latin(content.subarray(0, 11)) === "ICC_PROFILE")
      found = { ...found, hasForeignProfile: found.hasForeignProfile || isForeign(content) };
    at += 2 + length;
  }
  return found;
}

/** PNG, third edition, 5.3: chunks of a length, a name and content. What tells of colours stands before the pixels. */
function readPng(bytes: Uint8Array): Colours {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let found = PLAIN;
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const name = latin(bytes.subarray(at + 4, at + 8));
    const content = bytes.subarray(at + 8, at + 8 + view.getUint32(at));
    // Colour types 4 and 6 have an alpha channel; a tRNS chunk gives it to the others.
    if (name === "tRNS" || (name === "IHDR" && ((content[9] ?? 0) & 4) !== 0))
      found = { ...found, hasAlpha: true };
    // A name that ends with a zero, the number of the compression, and the profile, packed.
    if (name === "iCCP")
      found = { ...found, hasForeignProfile: isForeign(inflateSync(content.subarray(content.indexOf(0) + 2))) };
    if (name === "IDAT") break;
  }
  return found;
}

/** A profile's description is Latin or UTF-16 text; the one wanted bears its standard's name. */
function isForeign(profile: Uint8Array): boolean {
  return !latin(profile.subarray(0, 4096)).replaceAll("\0", "").includes("sRGB");
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
