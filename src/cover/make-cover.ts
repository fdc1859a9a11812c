/**
 * A cover made from type, for a book that has none.
 *
 * Comes in: the configuration and the faces of the book. Goes out: a drawing of 1600 by 2560 pixels, which is what Kindle's shop asks
 * for. The title decides design, colours and ornament: the same book has the same cover for ever.
 */
import { createHash } from "node:crypto";
import type { BookConfig } from "../config/book-config.ts";
import { type Diagnostic, diagnose, type Outcome } from "../core/diagnostic.ts";
import type { Face } from "../fonts/face.ts";
import type { FontLibrary } from "../fonts/library.ts";
import type { Divider } from "./break-title.ts";
import { DESIGNS } from "./designs.ts";
import type { Drawing } from "./drawing.ts";
import { makeMotifs } from "./motifs.ts";
import { PALETTES } from "./palettes.ts";
import type { CoverFaces, CoverWords } from "./stack.ts";

/** `families` are those of the book's text. Undefined if no face has the letters of the title. */
export function makeCover(
  config: Pick<BookConfig, "title" | "subtitle" | "authors" | "publisher">,
  library: FontLibrary,
  families: readonly string[],
  divide: Divider,
): Outcome<Drawing | undefined> {
  const words = wordsOf(config, divide);
  const faces = facesFor(words, library, families);
  if (!faces) return { value: undefined, diagnostics: [refuse(words)] };
  return { value: drawCover(words, faces), diagnostics: [] };
}

export function drawCover(words: CoverWords, faces: CoverFaces): Drawing {
  const [first, second, third] = createHash("sha256").update(words.title).digest();
  const motifs = makeMotifs(faces.leaves);
  const length = [words.title, words.subtitle, ...words.authors].join(" ").length;
  const { design } = pick(
    DESIGNS.filter(({ most }) => length <= most),
    first,
  );
  return design({ words, faces, palette: pick(PALETTES, second), motif: pick(motifs, third) });
}

function pick<T>(choices: readonly T[], number = 0): T {
  const choice = choices[number % choices.length];
  if (choice === undefined) throw new RangeError("nothing to choose from");
  return choice;
}

function wordsOf(
  { title, subtitle = "", authors, publisher = "" }: Parameters<typeof makeCover>[0],
  divide: Divider,
): CoverWords {
  return {
    title: curlApostrophes(title),
    subtitle: curlApostrophes(subtitle),
    authors: authors.map(({ name }) => curlApostrophes(name)),
    publisher: curlApostrophes(publisher),
    divide,
  };
}

/** Between letters a straight mark is always an apostrophe. */
function curlApostrophes(text: string): string {
  return text.replace(/(?<=\p{L})'(?=\p{L}|\s|$)/gu, "’");
}

/** The book's own faces, or others for letters that these lack. */
function facesFor(words: CoverWords, library: FontLibrary, families: readonly string[]): CoverFaces | undefined {
  const all = [words.title, words.subtitle, ...words.authors, words.publisher].join("");
  const find = (weight: number, style: "normal" | "italic"): Face | undefined => {
    const own = library.face({ families, weight, style });
    const lacking = missingFrom(own, all);
    if (lacking === undefined) return own;
    const other = library.faceFor(lacking, own);
    return other && missingFrom(other, all) === undefined ? other : undefined;
  };
  const [title, italic, plain] = [find(500, "normal"), find(400, "italic"), find(500, "normal")];
  const leaves = plain && library.faceFor("\u2766", plain);
  return title && italic && plain && leaves && { title, italic, plain, leaves };
}

/** The first character that the face lacks, in either case. */
function missingFrom(face: Face, text: string): string | undefined {
  return [...(text + text.toLocaleUpperCase())].find((c) => /\S/u.test(c) && !face.hasGlyph(c));
}

function refuse({ title }: CoverWords): Diagnostic {
  return diagnose(
    "font/missing-glyph",
    undefined,
    `No font at hand has all the letters of “${title}”, so no cover was made.`,
    "Give the book a picture: cover: cover.jpg",
  );
}
