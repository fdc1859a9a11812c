/**
 * What shops and e-readers would say of the author's cover.
 *
 * Comes in: the picture's bytes. Goes out: warnings with figures. It changes nothing: whatever the picture is, both books have it as
 * it is.
 */
import { imageSize } from "image-size";
import type { NamedFile } from "../config/book-config.ts";
import { type Diagnostic, diagnose } from "../core/diagnostic.ts";

/** Kindle Direct Publishing, "Cover Image Guidelines": what is refused, what is advised for height, and the best shape. */
const LEAST = { width: 625, height: 1000 };
const GOOD_HEIGHT = 2500;
const ADVICE = "Best for all shops is a JPEG of 1600 by 2560 pixels.";

/** Height by width outside of which a picture does not look like a book on a shop's shelf. */
const SQUATTEST = 1.2;
const TALLEST = 1.9;

/** Some e-readers show no picture beyond this; 1600 by 2560 keeps below. */
const MOST_PIXELS = 4_200_000;

export function checkCover(bytes: Uint8Array, { span }: NamedFile): Diagnostic[] {
  const found = measure(bytes);
  if (!found) return [];
  const { width, height, type } = found;
  if (type === "svg") {
    const message = "The cover is an SVG picture: shops take none, and many e-readers show none.";
    return [diagnose("image/format", span, message, ADVICE)];
  }
  const size = `${width} by ${height} pixels`;
  const say = (message: string): Diagnostic => diagnose("cover/size", span, message, ADVICE);
  const shape = height / width;
  return [
    ...(width < LEAST.width || height < LEAST.height
      ? [say(`The cover has ${size}: Kindle's shop refuses less than ${LEAST.width} by ${LEAST.height}.`)]
      : height < GOOD_HEIGHT
        ? [say(`The cover has ${size}, less than shops ask for; it may look coarse on a good screen.`)]
        : []),
    ...(shape < SQUATTEST || shape > TALLEST
      ? [say(`The cover has ${size}: shops show covers that are about one and a half times as high as wide.`)]
      : []),
    ...(width * height > MOST_PIXELS
      ? [say(`The cover has ${size}, more than 4 million in all: some e-readers show no picture so large.`)]
      : []),
    ...(isCmyk(bytes)
      ? [
          diagnose(
            "cover/colours",
            span,
            "The cover's colours are mixed for printing (CMYK): on screens they come out wrong, or the picture not at all.",
            "Save it as an RGB JPEG.",
          ),
        ]
      : []),
  ];
}

function measure(
  bytes: Uint8Array,
): { readonly width: number; readonly height: number; readonly type?: string } | undefined {
  try {
    return imageSize(bytes);
  } catch {
    return undefined;
  }
}

/** A JPEG whose frame (ITU-T T.81, B.2.2) has four components. */
function isCmyk(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return false;
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return bytes[at + 9] === 4;
    at += 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
  }
  return false;
}
