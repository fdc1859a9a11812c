/**
 * The author's cover as shops and e-readers take it.
 *
 * Comes in: the picture's bytes. Goes out: the same bytes if there is nothing to mend, else a JPEG made from them, if it can be;
 * and what the author should know, with figures. The picture keeps its shape and is not cut.
 */
import path from "node:path";
import type { NamedFile } from "../config/book-config.ts";
import { type Diagnostic, diagnose, type Outcome } from "../core/diagnostic.ts";
import { isWhole } from "../images/check-picture.ts";
import { makeJpeg, type PictureSize } from "../images/convert-picture.ts";
import { type Demands, listFaults } from "../images/picture-faults.ts";
import { type PictureFacts, readPicture } from "../images/read-picture.ts";

/** Kindle Direct Publishing, "Cover Image Guidelines": what is refused, what is advised for height, and the best size. */
const LEAST: PictureSize = { width: 625, height: 1000 };
const GOOD_HEIGHT = 2500;
const BEST: PictureSize = { width: 1600, height: 2560 };
const ADVICE = "Best for all shops is a JPEG of 1600 by 2560 pixels.";

/** Height by width outside of which a picture does not look like a book on a shop's shelf. */
const SQUATTEST = 1.2;
const TALLEST = 1.9;

/** Some e-readers show no picture beyond this; the best size keeps below. */
const MOST_PIXELS = 4_200_000;

/** A picture may grow so far to be taken at all; beyond, it would only pretend to be good enough. */
const MOST_GROWTH = 1.25;

/** What shops and every e-reader take. Shops refuse larger files or charge for them, and e-readers take long to show them. */
const DEMANDS: Demands = {
  kinds: new Set(["jpg", "png"]),
  mostPixels: MOST_PIXELS,
  mostBytes: 5_000_000,
  takesInks: false,
  turns: false,
  takesTransparency: false,
};

/** Undefined for what cannot be shown at all. */
export async function fitCover(
  bytes: Uint8Array,
  { path: file, span }: NamedFile,
): Promise<Outcome<Uint8Array | undefined>> {
  const facts = readPicture(bytes);
  if (!facts || !isWhole(bytes, facts.type)) {
    const fault = facts ? "is damaged" : "is no picture that Fleuron knows";
    const message = `The cover ${path.basename(file)} ${fault}, so Fleuron makes one.`;
    return { value: undefined, diagnostics: [diagnose("image/format", span, message, ADVICE)] };
  }
  if (facts.type === "svg") {
    const message = "The cover is an SVG picture: shops take none, and many e-readers show none.";
    return { value: bytes, diagnostics: [diagnose("image/format", span, message, ADVICE)] };
  }
  const size = fitSize(facts);
  const diagnostics: Diagnostic[] = [
    ...judgeSize(facts, size).map((message) => diagnose("cover/size", span, message, ADVICE)),
    ...(facts.isCmyk ? [warnOfInks(span)] : []),
  ];
  try {
    const faults = await faultsOf(facts, size, bytes);
    if (faults.length === 0) return { value: bytes, diagnostics };
    const value = await makeJpeg(bytes, size);
    const message = `The books get the cover as a JPEG of ${show(size)}, because the picture ${inWords(faults)}.`;
    return { value, diagnostics: [...diagnostics, diagnose("cover/converted", span, message)] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The cover should be made fit for shops, but cannot be converted (${reason}): it stays as it is.`;
    return { value: bytes, diagnostics: [...diagnostics, diagnose("image/format", span, message, ADVICE)] };
  }
}

/** A picture that is too large becomes as large as the best; one that is slightly too small for shops grows to what they take. */
function fitSize({ width, height }: PictureFacts): PictureSize {
  const growth = Math.max(LEAST.width / width, LEAST.height / height);
  const shrinkage = width * height > MOST_PIXELS ? Math.sqrt((BEST.width * BEST.height) / (width * height)) : 1;
  const scale = growth > 1 && growth <= MOST_GROWTH ? growth : shrinkage;
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** What is wrong with the size, a sentence each. */
function judgeSize({ width, height }: PictureFacts, size: PictureSize): string[] {
  const had = `The cover has ${show({ width, height })}`;
  const isRefused = width < LEAST.width || height < LEAST.height;
  const grown = size.height > height ? `, and it is enlarged to ${show(size)}; it may look coarse` : "";
  const shape = height / width;
  return [
    ...(isRefused ? [`${had}: Kindle's shop refuses less than ${LEAST.width} by ${LEAST.height}${grown}.`] : []),
    ...(!isRefused && height < GOOD_HEIGHT
      ? [`${had}, less than shops ask for; it may look coarse on a good screen.`]
      : []),
    ...(shape < SQUATTEST || shape > TALLEST
      ? [`${had}: shops show covers that are about one and a half times as high as wide.`]
      : []),
  ];
}

/** Why the picture cannot stay as it is; each goes on after "the picture". */
async function faultsOf(facts: PictureFacts, size: PictureSize, bytes: Uint8Array): Promise<string[]> {
  const faults = await listFaults(bytes, facts, DEMANDS);
  return size.height > facts.height ? [...faults, "is too small for shops"] : faults;
}

function warnOfInks(span: NamedFile["span"]): Diagnostic {
  return diagnose(
    "cover/colours",
    span,
    "The cover's colours are mixed for printing (CMYK). They are turned into those of screens, but may look different.",
    "Look at the cover in the e-book. If it is not right, save the picture as an RGB JPEG yourself.",
  );
}

function show({ width, height }: PictureSize): string {
  return `${width} by ${height} pixels`;
}

function inWords(parts: readonly string[]): string {
  return new Intl.ListFormat("en", { type: "conjunction" }).format(parts);
}
