/**
 * The images of a book as files of its package.
 *
 * Comes in: the marked-up sections, the cover, and a way to read a file. Goes out: a resource for every image, under a
 * name that stays the same as long as the author's file keeps its own; and diagnostics for those that cannot be read.
 * It converts nothing (`images/` does); an SVG only loses its document type.
 */

import { createHash } from "node:crypto";
import type { Element } from "../book/element.ts";
import { elementsOf } from "../book/elements-of.ts";
import type { BookConfig } from "../config/book-config.ts";
import { type Diagnostic, diagnose, type Outcome } from "../core/diagnostic.ts";
import { foldLatin } from "../core/fold-latin.ts";
import type { Span } from "../core/span.ts";
import { cleanSvg } from "./clean-svg.ts";
import type { EpubResource } from "./epub-package.ts";

/** Absolute path of an image to its resource; in order of first use, the cover first. */
export type ImageTable = ReadonlyMap<string, EpubResource>;

/** Undefined for what cannot be shown; throws if the file is not there. */
export type ReadPicture = (path: string) => Uint8Array | undefined;

interface Format {
  readonly mediaType: string;
  readonly extension: string;
  readonly matches: (bytes: Uint8Array) => boolean;
}

/** The image formats every EPUB 3 reading system shows; the text's description stands for any other. */
const FORMATS: readonly Format[] = [
  { mediaType: "image/jpeg", extension: "jpg", matches: (b) => b[0] === 0xff && b[1] === 0xd8 && b[2] === 0xff },
  { mediaType: "image/png", extension: "png", matches: (b) => startOf(b, 4) === "\x89PNG" },
  { mediaType: "image/gif", extension: "gif", matches: (b) => startOf(b, 4) === "GIF8" },
  { mediaType: "image/svg+xml", extension: "svg", matches: (b) => /<svg[\s>]/.test(startOf(b, 4096)) },
];

/** Reads every image that sections and cover use, each file once. */
export function collectImages(
  roots: readonly Element[],
  config: BookConfig,
  readFile: ReadPicture,
): Outcome<ImageTable> {
  const places = new Map<string, Span | undefined>();
  if (config.cover) places.set(config.cover.path, config.cover.span);
  for (const root of roots) {
    for (const image of elementsOf(root)) {
      const path = image.name === "img" ? image.attributes.src : undefined;
      if (path !== undefined && !places.has(path)) places.set(path, image.span);
    }
  }
  const names = nameImages([...places.keys()]);
  const table = new Map<string, EpubResource>();
  const diagnostics: Diagnostic[] = [];
  for (const [path, span] of places) {
    const name = names.get(path) ?? "";
    const image = readImage(path, span, name, readFile);
    if (image.value) table.set(path, withCover(image.value, path === config.cover?.path));
    diagnostics.push(...image.diagnostics);
  }
  return { value: table, diagnostics };
}

/**
 * A name for each path: the slug of its last part. Files that would share one add their ending, then their folders, as
 * many as it takes; files that still share one add a hash. No name tells where on the machine the book lies: only what
 * is below the images' common folder counts.
 */
export function nameImages(paths: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const common = countCommonFolders(paths);
  const relative = new Map(paths.map((path) => [path, partsOf(path).slice(common)]));
  const deepest = Math.max(0, ...[...relative.values()].map((parts) => parts.length));
  for (let step = 2; step <= 2 * deepest + 1 && names.size < relative.size; step++) {
    const open = [...relative].filter(([path]) => !names.has(path));
    const slugs = open.map(([, parts]) => slugOf(lastParts(parts, Math.floor(step / 2), step % 2 === 1)));
    open.forEach(([path], index) => {
      const slug = slugs[index] ?? "";
      if (taken.has(slug) || slugs.indexOf(slug) !== slugs.lastIndexOf(slug)) return;
      names.set(path, slug);
      taken.add(slug);
    });
  }
  for (const [path, parts] of relative) {
    if (!names.has(path)) names.set(path, addHash(slugOf(lastParts(parts, 1, false)), parts.join("/")));
  }
  return names;
}

function readImage(
  path: string,
  span: Span | undefined,
  name: string,
  readFile: ReadPicture,
): Outcome<EpubResource | undefined> {
  let bytes: Uint8Array | undefined;
  try {
    bytes = readFile(path);
  } catch {
    const missing = diagnose(
      "image/missing",
      span,
      `The image ${baseOf(path)} cannot be read.`,
      "Is it still there?",
    );
    return { value: undefined, diagnostics: [missing] };
  }
  const format = bytes && formatOf(bytes);
  // Whoever opened the pictures has told the author.
  if (!bytes || !format) return { value: undefined, diagnostics: [] };
  const { mediaType, extension } = format;
  const href = `images/${name}.${extension}`;
  const content = extension === "svg" ? cleanSvg(bytes) : bytes;
  return { value: { id: `image-${name}`, href, mediaType, properties: [], bytes: content }, diagnostics: [] };
}

function formatOf(bytes: Uint8Array): Format | undefined {
  return FORMATS.find((format) => format.matches(bytes));
}

function withCover(image: EpubResource, isCover: boolean): EpubResource {
  return isCover ? { ...image, properties: ["cover-image"] } : image;
}

function startOf(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.byteLength)).toString("latin1");
}

function baseOf(path: string): string {
  return partsOf(path).at(-1) ?? path;
}

/** How many leading folders all paths have in common. */
function countCommonFolders(paths: readonly string[]): number {
  const [first = [], ...others] = paths.map(partsOf);
  const shared = others.map((parts) => {
    const different = first.findIndex((part, index) => part !== parts[index]);
    return different < 0 ? first.length : different;
  });
  return Math.min(first.length - 1, ...shared);
}

/** The last parts of a path, with the file's ending or without: two of `/a/b/map.png` are `b/map`. */
function lastParts(parts: readonly string[], count: number, withEnding: boolean): string {
  const path = parts.slice(-count).join("/");
  return withEnding ? path : path.replace(/\.[^./]*$/, "");
}

function partsOf(path: string): string[] {
  return path.split(/[\\/]/);
}

/** Lower-case ASCII letters and digits with hyphens between; letters of other scripts become a hash of the whole. */
function slugOf(text: string): string {
  const folded = foldLatin(text).replace(/\p{M}/gu, "");
  const slug = folded.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return slug === "" || /[^\0-\x7f]/.test(folded.replace(/[^\p{L}\p{N}]/gu, "")) ? addHash(slug, text) : slug;
}

function addHash(slug: string, text: string): string {
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 8);
  return slug === "" ? hash : `${slug}-${hash}`;
}
