/** A manuscript from bytes to the book as written, and all that is said on the way. */
import { buildBook } from "../../src/book/build-book.ts";
import { divideSections } from "../../src/book/divide-sections.ts";
import { readConfig } from "../../src/config/read-config.ts";
import { readManuscript } from "../../src/config/read-manuscript.ts";
import { scratchFolder } from "../support/scratch-folder.ts";
import { printManuscript } from "./print-book.ts";

export function readBook(folder: string) {
  const config = readConfig(folder, { env: {} });
  const sources = readManuscript(config.value);
  const book = buildBook(sources.value, config.value);
  return {
    config: config.value,
    sources: sources.value,
    files: book.value.files,
    changes: [...sources.changes, ...book.changes],
    diagnostics: [...config.diagnostics, ...sources.diagnostics, ...book.diagnostics],
    sections: divideSections(book.value.files, config.value),
  };
}

/** A book of these files; book.yaml is complete unless it is one of them. */
export function bookOf(files: Readonly<Record<string, string | Uint8Array>>) {
  return readBook(scratchFolder({ "book.yaml": "title: T\nauthor: A\nlanguage: en\n", ...files }));
}

/** The blocks of a text, printed. */
export function printed(text: string | Uint8Array, name = "a.txt"): string {
  return bookOf({ [name]: text })
    .files.map(printManuscript)
    .join("\n");
}
