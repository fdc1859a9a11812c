/**
 * A picture as a PNG file.
 *
 * Comes in: palette and pixels. Goes out: bytes (PNG, third edition: signature, IHDR, PLTE, IDAT, IEND), the same wherever it is
 * made, since fflate packs them and not the machine's own zlib.
 */
import { crc32 } from "node:zlib";
import { zlib } from "fflate";
import type { Picture } from "./rasterise.ts";

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** Bits a pixel, colour type "palette", and the only compression, filtering and order there is for our purpose. */
const FORMAT = [8, 3, 0, 0, 0];

/** The rows are packed in a thread of their own, while pages are made. */
export async function writePng({ width, height, palette, pixels }: Picture): Promise<Uint8Array> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set(FORMAT, 8);
  // Each row begins with the number of its filter: none, which suits palettes best (clause 12.7).
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const packed = await pack(rows);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", Uint8Array.from(palette.flat())),
    chunk("IDAT", packed),
    chunk("IEND", new Uint8Array()),
  ]);
}

/** `rows` are gone afterwards: they are handed to the thread. */
function pack(rows: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    zlib(rows, { level: 6, consume: true }, (error, packed) => (error ? reject(error) : resolve(packed)));
  });
}

function chunk(type: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(content.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
