/**
 * Whether a picture file is whole: copying it, a bad memory card or a broken download may have cut or spoilt it.
 *
 * Comes in: bytes. Goes out: a judgement, without one pixel being made. What is in a kind of file that is converted anyway, its
 * decoder judges.
 */
import { inflateSync } from "node:zlib";

/** False for a JPEG that has no end, and for a PNG that has none or whose pixels cannot be unpacked. */
export function isWhole(bytes: Uint8Array, type: string): boolean {
  if (type === "jpg") return hasEnd(bytes);
  return type !== "png" || holdsPixels(bytes);
}

/** ITU-T T.81, B.1.1.3: an image ends with the marker EOI. Cameras write more after it, sometimes a second picture. */
function hasEnd(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes("\xff\xd9", 2, "latin1");
}

/** PNG, third edition, 5.3 and 10.1: chunks of a length, a name and content; the contents of all IDAT together are one zlib stream. */
function holdsPixels(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const packed: Uint8Array[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (name === "IEND") return canUnpack(packed);
    if (name === "IDAT") packed.push(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return false;
}

function canUnpack(packed: readonly Uint8Array[]): boolean {
  try {
    inflateSync(Buffer.concat(packed));
    return true;
  } catch {
    return false;
  }
}
