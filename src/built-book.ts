/**
 * What the parts of the pipeline hand each other.
 *
 * Comes in: nothing. Goes out: the types of `build.ts`, `build-pdf.ts` and `build-epub.ts`.
 */
import type { MarkedSection } from "./book/element.ts";
import type { BookConfig } from "./config/book-config.ts";
import type { Stopwatch } from "./core/stopwatch.ts";
import type { Cover } from "./cover/cover-of-book.ts";
import type { Pictures } from "./images/open-pictures.ts";
import type { StyleSheet } from "./style/style-sheet.ts";

/** How far the build has come. */
export interface Progress {
  /** In words, for the author: "setting pages". */
  readonly stage: string;
  /** Chapters, of `total`. */
  readonly done?: number;
  readonly total?: number;
}

/** A finished book, or its cover as a file of its own; not yet on disk. */
export interface BuiltBook {
  readonly kind: "epub" | "pdf" | "cover";
  /** Without a folder. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Of the PDF. */
  readonly pages?: number;
  /** Of the EPUB: XHTML documents in its spine. */
  readonly documents?: number;
  /** What the author should know of it, in words. */
  readonly notice?: string;
  /** The time its own stages took. */
  readonly milliseconds: number;
}

/** What both books are made from. */
export interface BookInputs {
  readonly sections: readonly MarkedSection[];
  readonly config: BookConfig;
  readonly sheet: StyleSheet;
  /** Those of the text. */
  readonly pictures: Pictures;
  /** Absent if there is to be none, or none could be made. */
  readonly cover?: Cover;
  /** A made one as the e-book has it, being packed while the pages are made; absent if no e-book is. */
  readonly coverPng?: Promise<Uint8Array>;
  readonly onProgress: (progress: Progress) => void;
  readonly time: Stopwatch;
}
