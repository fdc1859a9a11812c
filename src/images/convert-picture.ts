/**
 * Pictures made into what every screen and shop takes: a JPEG in sRGB, upright, nowhere transparent.
 *
 * Comes in: a picture file of any usual kind. Goes out: the bytes of another. Only this module knows sharp, which is loaded when the
 * first picture needs it: books without such a picture do not wait for it.
 */

/** In pixels; a picture of another shape would be distorted, so callers keep the shape. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** From the first that keeps the file small enough; the last is taken in any case. At 90 no difference is seen on a screen. */
const QUALITIES = [90, 82, 74];

/** Some e-readers show no picture file that is larger. */
const MOST_BYTES = 1_500_000;

/** What shows through transparent places. */
const PAPER = "#ffffff";

/** The picture in that size. Rejects for what cannot be decoded. */
export async function makeJpeg(picture: Uint8Array, { width, height }: PictureSize): Promise<Uint8Array> {
  const { default: sharp } = await import("sharp");
  const pixels = sharp(picture)
    .autoOrient()
    .toColourspace("srgb")
    .flatten({ background: PAPER })
    .resize({ width, height, fit: "fill" });
  let jpeg = new Uint8Array();
  for (const quality of QUALITIES) {
    // Whole colours keep red letters sharp; old e-readers know no progressive scans.
    jpeg = await pixels.clone().jpeg({ quality, chromaSubsampling: "4:4:4", progressive: false }).toBuffer();
    if (jpeg.length <= MOST_BYTES) break;
  }
  return jpeg;
}

/** False if light falls through any pixel. */
export async function isOpaque(picture: Uint8Array): Promise<boolean> {
  const { default: sharp } = await import("sharp");
  return (await sharp(picture).stats()).isOpaque;
}
