/**
 * Pictures made into what every screen, shop and printer takes: JPEGs and PNGs in sRGB, upright.
 *
 * Comes in: a picture file of any usual kind. Goes out: the bytes of another. Only this module knows sharp, which is loaded when the
 * first picture needs it: books without such a picture do not wait for it.
 */
import type { Sharp } from "sharp";

/** In pixels; a picture of another shape would be distorted, so callers keep the shape. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Qualities, from the first that keeps the file small enough; the last is taken in any case. At 90 no difference is seen on a screen. */
const QUALITIES = { "for screens": [90, 82, 74], "for printers": [95] } as const;

/** Some e-readers show no picture file that is larger. */
const MOST_BYTES = 1_500_000;

/** What shows through transparent places of a JPEG, which has none. */
const PAPER = "#ffffff";

/** The picture in that size. Rejects for what cannot be decoded. */
export async function makeJpeg(
  picture: Uint8Array,
  size: PictureSize,
  purpose: keyof typeof QUALITIES = "for screens",
): Promise<Uint8Array> {
  const pixels = (await decode(picture, size)).flatten({ background: PAPER });
  let jpeg = new Uint8Array();
  for (const quality of QUALITIES[purpose]) {
    // Whole colours keep red letters sharp; old e-readers know no progressive scans.
    jpeg = await pixels.clone().jpeg({ quality, chromaSubsampling: "4:4:4", progressive: false }).toBuffer();
    if (jpeg.length <= MOST_BYTES) break;
  }
  return jpeg;
}

/** The picture in that size, with its transparent places. Rejects for what cannot be decoded. */
export async function makePng(picture: Uint8Array, size: PictureSize): Promise<Uint8Array> {
  return (await decode(picture, size)).png({ compressionLevel: 9 }).toBuffer();
}

async function decode(picture: Uint8Array, { width, height }: PictureSize): Promise<Sharp> {
  const { default: sharp } = await import("sharp");
  // Cameras write files with small faults that everybody else overlooks.
  return sharp(picture, { failOn: "error" })
    .autoOrient()
    .toColourspace("srgb")
    .resize({ width, height, fit: "fill" });
}

/** False if light falls through any pixel. */
export async function isOpaque(picture: Uint8Array): Promise<boolean> {
  const { default: sharp } = await import("sharp");
  return (await sharp(picture).stats()).isOpaque;
}
