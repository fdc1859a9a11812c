/**
 * Pictures found on disk.
 *
 * Comes in: an image as written. Goes out: the image with its file, or its description as text where there is none to be had.
 */
import path from "node:path";
import { diagnose } from "../core/diagnostic.ts";
import { textAt } from "./map-book.ts";
import type { Image, Text } from "./model.ts";
import type { LinkPlace } from "./resolve-link.ts";

export function checkImage(image: Image, place: LinkPlace): Image | Text {
  const { src, span } = image;
  if (/^(https?:)?\/\//i.test(src)) {
    const hint = "Save the picture beside the text and name that file: a book carries its pictures with it.";
    place.report(diagnose("image/remote", span, `The picture ${src} is on the network.`, hint));
    return textAt(image, image.alt);
  }
  if (/^data:/i.test(src)) {
    const hint = "Save the picture as a file beside the text.";
    place.report(
      diagnose(
        "image/format",
        span,
        "A picture written into the text can't be used; its description stands in its place.",
        hint,
      ),
    );
    return textAt(image, image.alt);
  }
  const file = path.resolve(place.folder, decode(src));
  if (!place.fileExists(file)) {
    const shown = path.join(path.dirname(span.file), decode(src));
    place.report(diagnose("image/missing", span, `There is no picture ${src}.`, `It was looked for at ${shown}.`));
    return textAt(image, image.alt);
  }
  return { ...image, path: file };
}

/** Without percent-encoding; as it is if that is broken. */
export function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
