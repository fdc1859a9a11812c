/**
 * Images found on disk.
 *
 * Comes in: an image as written. Goes out: the image with its file; or its description as text, and what is wrong.
 */
import path from "node:path";
import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import { textInPlace } from "./map-book.ts";
import type { Image, Text } from "./model.ts";

/** Where images are looked for. */
export interface ImagePlace {
  /** The manuscript's, absolute. */
  readonly root: string;
  /** That of the file the image stands in, absolute. */
  readonly folder: string;
  readonly fileExists: (absolutePath: string) => boolean;
  readonly report: (diagnostic: Diagnostic) => void;
}

const ENDINGS = [".png", ".jpg", ".jpeg", ".svg", ".gif", ".PNG", ".JPG"];
const FOLDERS = ["images", "img", "pictures", "assets", "figures"];

export function resolveImage(image: Image, place: ImagePlace): readonly (Image | Text)[] {
  const { src, span, alt } = image;
  if (/^(?:https?:)?\/\//i.test(src)) {
    const hint = "Save it beside the text and name that file: a book carries its pictures with it.";
    place.report(diagnose("image/remote", span, `The image ${src} is on the network, not in the book.`, hint));
    return textInPlace(image, alt);
  }
  if (/^data:/i.test(src)) {
    const message =
      "An image that is written into the text itself cannot be used; its description stands in its place.";
    place.report(
      diagnose("image/format", span, message, "Save it as a PNG or JPEG file beside the text, and name that."),
    );
    return textInPlace(image, alt);
  }
  const names = [decodeAddress(src), src, decodeAddress(src).replace(/[?#].*$/, "")].filter((name) => name !== "");
  const found = names.flatMap((name) => candidatesFor(name, place)).find(place.fileExists);
  if (found !== undefined) return [{ ...image, path: found }];
  const [name = ""] = names;
  const near = name === "" ? undefined : nearbyFile(name, place);
  const hints = near === undefined ? [] : [`Did you mean ${near}?`];
  const message = name === "" ? "This image names no file." : `There is no image ${name}.`;
  const looked = path.relative(place.root, path.resolve(place.folder, name)).split(path.sep).join("/");
  place.report(
    diagnose(
      "image/missing",
      span,
      message,
      ...hints,
      `It was looked for at ${looked} in the manuscript's folder.`,
    ),
  );
  return textInPlace(image, alt);
}

/** Without percent-encoding; as it is if that is broken. */
export function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** `/img/map.png` counts from the manuscript's folder, as it does on a web site. */
function candidatesFor(name: string, { root, folder }: ImagePlace): string[] {
  return name.startsWith("/") ? [path.join(root, name), name] : [path.resolve(folder, name)];
}

/** A file of almost that name, as the author would write it: another ending, other capitals, another folder. */
function nearbyFile(name: string, { root, folder, fileExists }: ImagePlace): string | undefined {
  const { dir, name: stem, ext, base } = path.posix.parse(name.replace(/^\/+/, ""));
  const bases = [
    ...ENDINGS.map((ending) => stem + ending),
    base.toLowerCase(),
    stem.toLowerCase() + ext.toLowerCase(),
    base.replace(/[ _]/g, "-"),
    base.replace(/[ -]/g, "_"),
    base.replace(/[_-]/g, " "),
  ];
  const near = [
    ...bases.map((other) => path.posix.join(dir, other)),
    ...FOLDERS.map((other) => path.posix.join(other, base)),
    ...FOLDERS.map((other) => path.posix.join("..", other, base)),
    base,
    path.posix.join("..", dir, base),
  ];
  const beside = near.find((other) => other !== name && fileExists(path.resolve(folder, other)));
  if (beside !== undefined) return beside;
  const atRoot = near.find((other) => fileExists(path.resolve(root, other)));
  return atRoot === undefined
    ? undefined
    : path.relative(folder, path.resolve(root, atRoot)).split(path.sep).join("/");
}
