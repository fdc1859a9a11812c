/**
 * The pipeline.
 *
 * Comes in: a manuscript's folder. Goes out: finished books as bytes, with everything there is to tell the author.
 * It writes no file and prints nothing.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { buildBook } from "./book/build-book.ts";
import type { MarkedSection } from "./book/element.ts";
import { markUp } from "./book/mark-up.ts";
import { punctuateTitles } from "./book/punctuate-titles.ts";
import { resolveBook } from "./book/resolve-book.ts";
import type { BookConfig } from "./config/book-config.ts";
import { readConfig } from "./config/read-config.ts";
import { readManuscript } from "./config/read-manuscript.ts";
import { readSource } from "./config/read-source.ts";
import { sortChanges, type TextChange } from "./core/change.ts";
import { type Diagnostic, hasErrors, sortDiagnostics } from "./core/diagnostic.ts";
import type { SourceFile } from "./core/span.ts";
import { packageEpub } from "./epub/package-epub.ts";
import { openFontLibrary } from "./fonts/library.ts";
import { openImages } from "./images/open-images.ts";
import { loadHyphenator } from "./language/hyphenate.ts";
import { outlineOf } from "./pdf/outline.ts";
import { computeStyles } from "./style/cascade.ts";
import { carryCounters } from "./style/epub-counters.ts";
import { epubCss } from "./style/epub-css.ts";
import { generateContent } from "./style/generate-content.ts";
import { readStyle } from "./style/read-style.ts";
import type { StyleSheet } from "./style/style-sheet.ts";
import type { Page } from "./typeset/page/page.ts";
import { typesetBook } from "./typeset/typeset.ts";

/** What to build. */
export interface BuildRequest {
  /** The manuscript's folder as the author gave it. */
  readonly folder: string;
  /** Absent: both. */
  readonly only?: "epub" | "pdf";
  /** Where SOURCE_DATE_EPOCH is looked for. */
  readonly env: NodeJS.ProcessEnv;
  readonly onProgress?: (progress: Progress) => void;
}

/** How far the build has come. */
export interface Progress {
  /** In words, for the author: "setting pages". */
  readonly stage: string;
  /** Chapters, of `total`. */
  readonly done?: number;
  readonly total?: number;
}

/** A finished book, not yet on disk. */
export interface BuiltBook {
  readonly kind: "epub" | "pdf";
  /** Without a folder. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Of the PDF. */
  readonly pages?: number;
  /** Of the EPUB: XHTML documents in its spine. */
  readonly documents?: number;
  /** What the author should know of it, and is no fault of the manuscript. */
  readonly notice?: string;
  /** The time its own stages took. */
  readonly milliseconds: number;
}

/** What a build gives back. */
export interface BuildResult {
  /** Empty if there are errors. */
  readonly books: readonly BuiltBook[];
  /** Sorted, each once. */
  readonly diagnostics: readonly Diagnostic[];
  /** All that was changed in the author's text, in reading order. */
  readonly changes: readonly TextChange[];
  /** Every file that a diagnostic may point into: chapters, book.yaml, stylesheets. */
  readonly sources: readonly SourceFile[];
}

/** Builds the books. Rejects only for a bug of ours; whatever is wrong with the manuscript is in the diagnostics. */
export async function buildBooks(request: BuildRequest): Promise<BuildResult> {
  const { folder, only, env, onProgress = () => undefined } = request;
  onProgress({ stage: "reading" });
  const config = readConfig(folder, { env });
  const files = readManuscript(config.value);
  const style = readSource(config.value.style.path, shownPath(config.value.style.path), "style");
  const imported: { readonly source: SourceFile; readonly diagnostics: readonly Diagnostic[] }[] = [];
  const sheet = readStyle(config.value.style.path, shownPath(config.value.style.path), style.value?.text ?? "", {
    exists: existsSync,
    open: (file, shown) => {
      const { value, diagnostics } = readSource(file, shown, "style");
      if (value) imported.push({ source: value, diagnostics });
      return value;
    },
  });
  const sources = [
    ...config.sources,
    ...files.value,
    ...(style.value ? [style.value] : []),
    ...imported.map((one) => one.source),
  ];
  const book = buildBook(files.value, config.value);
  const resolved = resolveBook(book.value, config.value, existsSync);
  const titled = punctuateTitles(config.value);
  const changes: TextChange[] = [...files.changes, ...book.changes, ...titled.changes, ...resolved.changes];
  const said = [config, files, style, ...imported, sheet, book, resolved].flatMap(
    (outcome) => outcome.diagnostics,
  );
  const result = (books: readonly BuiltBook[]): BuildResult => ({
    books,
    diagnostics: sortDiagnostics(said),
    changes: sortChanges(
      changes,
      sources.map((source) => source.path),
    ),
    sources,
  });
  if (hasErrors(said)) return result([]);

  const sections = markUp(resolved.value, titled.value);
  const inputs: Inputs = { sections, config: titled.value, sheet: sheet.value, onProgress };
  const books: BuiltBook[] = [];
  const printed = only === "epub" ? undefined : await buildPdf(inputs, said);
  if (only !== "pdf") books.push(await buildEpub(inputs, printed?.pages, said));
  if (printed) books.push(printed.book);
  return result(hasErrors(said) ? [] : books);
}

/** What both books are made from. */
interface Inputs {
  readonly sections: readonly MarkedSection[];
  readonly config: BookConfig;
  readonly sheet: StyleSheet;
  readonly onProgress: (progress: Progress) => void;
}

const NO_PAGE_LIST = "no page list, since the pages of print are made only with the PDF";

/** The EPUB. Its page list comes from `pages`, so they are made before it. */
async function buildEpub(
  { sections, config, sheet, onProgress }: Inputs,
  pages: readonly Page[] | undefined,
  said: Diagnostic[],
): Promise<BuiltBook> {
  const start = performance.now();
  onProgress({ stage: "making the e-book", total: sections.length });
  const { writeEpub } = await import("./epub/write-epub.ts");
  const counted = carryCounters(sheet, sections, config.language);
  const css = epubCss(sheet) + counted.css;
  const packaged = packageEpub(counted.sections, config, css, readFileSync, pages ? { pages } : {});
  said.push(...packaged.diagnostics);
  const bytes = await writeEpub(packaged.value);
  const documents = packaged.value.documents.length;
  return {
    kind: "epub",
    fileName: `${config.slug}.epub`,
    bytes,
    documents,
    ...(!pages && config.pageList !== "none" && { notice: NO_PAGE_LIST }),
    milliseconds: performance.now() - start,
  };
}

async function buildPdf(
  { sections, config, sheet, onProgress }: Inputs,
  said: Diagnostic[],
): Promise<{ readonly book: BuiltBook; readonly pages: readonly Page[] }> {
  const start = performance.now();
  onProgress({ stage: "setting pages", done: 0, total: sections.length });
  const library = openFontLibrary(sheet.fontFaces);
  const hyphenate = await loadHyphenator(config.language);
  const roots = sections.map((section) => section.root);
  const { root, ...styled } = generateContent(
    sections,
    computeStyles(sheet, roots, config.language),
    config.language,
  );
  const images = openImages();
  const style = { page: sheet.page, root, styleOf: styled.styleOf, pseudoOf: styled.pseudoOf };
  const onSection = (done: number): void => onProgress({ stage: "setting pages", done, total: sections.length });
  const typeset = typesetBook(styled.sections, style, { library, hyphenate, imageSize: images.size, onSection });
  said.push(...typeset.diagnostics);
  const pages = typeset.value;
  onProgress({ stage: "writing the PDF" });
  const { writePdf } = await import("./pdf/write-pdf.ts");
  const bytes = await writePdf(pages, outlineOf(sections), {
    title: config.title,
    author: config.authors.map((author) => author.name).join(", "),
    subject: config.subtitle ?? "",
    language: config.language,
    modified: config.modified,
    pictureFace: library.face({ families: root.fontFamily, weight: 400, style: "normal" }),
  });
  const milliseconds = performance.now() - start;
  return {
    book: { kind: "pdf", fileName: `${config.slug}.pdf`, bytes, pages: pages.length, milliseconds },
    pages,
  };
}

/** As an author would write it: from the current folder if it lies inside. */
function shownPath(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith("..") ? file : relative;
}
