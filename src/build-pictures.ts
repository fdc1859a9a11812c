/**
 * The pictures' part of the pipeline.
 *
 * Comes in: sections and the books that are wanted. Goes out: the pictures of the text as each book can show them, and what the author
 * should know of them. The cover is none of them.
 */
import path from "node:path";
import type { MarkedSection } from "./book/element.ts";
import { elementsOf } from "./book/elements-of.ts";
import type { Progress } from "./built-book.ts";
import { type Diagnostic, diagnose, type Outcome } from "./core/diagnostic.ts";
import type { Span } from "./core/span.ts";
import type { Medium } from "./images/fit-picture.ts";
import { type OpenedPictures, openPictures, type PictureChange, type Pictures } from "./images/open-pictures.ts";

/** Which books are made of what an author may ask for. */
const MEDIA = { all: ["screen", "print"], epub: ["screen"], pdf: ["print"], cover: [] } as const;

const BOOKS: Readonly<Record<Medium, string>> = { screen: "e-book", print: "PDF" };

/** So many are told by name. */
const MOST_TOLD = 6;

export async function buildPictures(
  sections: readonly MarkedSection[],
  wanted: keyof typeof MEDIA,
  onProgress: (progress: Progress) => void,
): Promise<Outcome<Pictures>> {
  const places = new Map<string, Span>();
  const media = MEDIA[wanted];
  for (const { root } of media.length === 0 ? [] : sections)
    for (const { name, attributes, span } of elementsOf(root))
      if (name === "img" && attributes.src !== undefined && !places.has(attributes.src))
        places.set(attributes.src, span);
  const total = places.size;
  const opened = await openPictures([...places.keys()], media, (done) =>
    onProgress({ stage: "looking at pictures", done, total }),
  );
  return { value: opened.pictures, diagnostics: tellOf(opened, places) };
}

function tellOf({ changes, failures }: OpenedPictures, places: ReadonlyMap<string, Span>): Diagnostic[] {
  const lost = failures.map(({ path: file, fault }) => {
    const message = `The image ${path.basename(file)} ${fault}, so the books show its description instead.`;
    const hint = "Save it as JPEG (photographs) or PNG (drawings).";
    return diagnose("image/format", places.get(file), message, hint);
  });
  const [first] = changes;
  return first ? [...lost, tellChanges(changes, places.get(first.path))] : lost;
}

/** One notice for all, at the first: a book may have a hundred photographs. */
function tellChanges(changes: readonly PictureChange[], span: Span | undefined): Diagnostic {
  const sentences = new Map<string, Medium[]>();
  for (const { path: file, medium, faults } of changes) {
    const sentence = `${path.basename(file)} ${new Intl.ListFormat("en").format(faults)}`;
    sentences.set(sentence, [...(sentences.get(sentence) ?? []), medium]);
  }
  const told = [...sentences].slice(0, MOST_TOLD).map(([sentence, media]) => `${sentence} (${inWords(media)})`);
  const more = sentences.size - told.length;
  const rest = more > 0 ? `; and ${more} more` : "";
  const message = `Pictures that not every reader can show are converted; your files stay as they are: ${told.join("; ")}${rest}.`;
  return diagnose("image/converted", span, message);
}

function inWords(media: readonly Medium[]): string {
  return `for the ${new Intl.ListFormat("en").format(media.map((medium) => BOOKS[medium]))}`;
}
