/**
 * A picture of the text, made fit for the e-book or the printed page.
 *
 * Comes in: a picture file's bytes and the book it is for. Goes out: nothing new if it fits as it is, else a JPEG or PNG made from
 * it; and why. A picture keeps its shape and is not cut.
 */
import { isOpaque, makeJpeg, makePng, type PictureSize } from "./convert-picture.ts";
import { type Demands, listFaults } from "./picture-faults.ts";
import type { PictureFacts } from "./read-picture.ts";

/** The two books. */
export type Medium = "screen" | "print";

/** Some e-readers show no picture beyond this. */
export const MOST_PIXELS = 4_200_000;

const DEMANDS: Readonly<Record<Medium, Demands>> = {
  // What every EPUB 3 reading system shows. WebP came with EPUB 3.3; older checkers refuse it, and older devices show nothing.
  screen: {
    kinds: new Set(["jpg", "png", "gif"]),
    mostPixels: MOST_PIXELS,
    mostBytes: 5_000_000,
    takesInks: false,
    turns: false,
    takesTransparency: true,
  },
  // What pdfkit embeds. Printers want all the pixels that there are, and inks if the author has mixed them.
  print: {
    kinds: new Set(["jpg", "png"]),
    mostPixels: Infinity,
    mostBytes: Infinity,
    takesInks: true,
    turns: true,
    takesTransparency: true,
  },
};

/** Kinds that drawings are kept in: of these the smaller of a PNG and a JPEG is taken. */
const DRAWN = new Set(["png", "gif", "tiff"]);

export interface FittedPicture {
  /** Absent: the file as it is. */
  readonly bytes?: Uint8Array;
  /** Why it is another; each goes on after "the picture". */
  readonly faults: readonly string[];
}

/** Rejects for what cannot be decoded. */
export async function fitPicture(bytes: Uint8Array, facts: PictureFacts, medium: Medium): Promise<FittedPicture> {
  if (facts.type === "svg") return { faults: [] };
  const faults = await listFaults(bytes, facts, DEMANDS[medium]);
  if (faults.length === 0) return { faults };
  return { bytes: await convert(bytes, facts, medium), faults };
}

async function convert(bytes: Uint8Array, facts: PictureFacts, medium: Medium): Promise<Uint8Array> {
  const size = shrink(facts, DEMANDS[medium].mostPixels);
  if (facts.type !== "jpg" && !(await isOpaque(bytes))) return makePng(bytes, size);
  const jpeg = await makeJpeg(bytes, size, medium === "print" ? "for printers" : "for screens");
  if (!DRAWN.has(facts.type)) return jpeg;
  const png = await makePng(bytes, size);
  return png.length < jpeg.length ? png : jpeg;
}

function shrink({ width, height }: PictureSize, mostPixels: number): PictureSize {
  const scale = Math.min(1, Math.sqrt(mostPixels / (width * height)));
  return { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) };
}
