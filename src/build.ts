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
import { type Diagnostic, hasErrors, type Outcome, sortDiagnostics } from "./core/diagnostic.ts";
import type { SourceFile, Span } from "./core/span.ts";
import { coverFiles, coverOfBook, coverPicture, coverPng } from "./cover/cover-of-book.ts";
import type { Drawing } from "./cover/drawing.ts";
import { type EmbeddedFonts, embedFonts } from "./epub/embed-fonts.ts";
import { findFaceUses, imagineContents } from "./epub/face-uses.ts";
import { coverResource, packageEpub } from "./epub/package-epub.ts";
import { findWords } from "./epub/words.ts";
import type { Face } from "./fonts/face.ts";
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
import { typesetBook } from "./typeset/typeset.ts";

/** What to build. */
export interface BuildRequest {
  /** The manuscript's folder as the author gave it. */
  readonly folder: string;
  /** Absent: both. */
  readonly only?: "epub" | "pdf" | "cover";
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
  const given = { sections, config: titled.value, sheet: sheet.value, onProgress };
  const showsCover = only !== "pdf" || titled.value.pdf === "screen";
  const cover = showsCover ? await coverOfBook(titled.value, sheet.value) : NOTHING;
  said.push(...cover.diagnostics);
  const inputs: Inputs = { ...given, ...(cover.value && { cover: cover.value }) };
  if (only === "cover") return result(listCovers(inputs));
  const books: BuiltBook[] = [];
  if (only !== "epub") books.push(await buildPdf(inputs, said));
  if (only !== "pdf") books.unshift(await buildEpub(inputs, said));
  return result(hasErrors(said) ? [] : books);
}

const NOTHING: Outcome<undefined> = { value: undefined, diagnostics: [] };

/** What both books are made from. */
interface Inputs {
  readonly sections: readonly MarkedSection[];
  readonly config: BookConfig;
  readonly sheet: StyleSheet;
  /** The made cover, if the author has none. */
  readonly cover?: Drawing;
  readonly onProgress: (progress: Progress) => void;
}

async function buildEpub(inputs: Inputs, said: Diagnostic[]): Promise<BuiltBook> {
  const { sections, config, sheet, onProgress } = inputs;
  const start = performance.now();
  onProgress({ stage: "making the e-book", total: sections.length });
  const { writeEpub } = await import("./epub/write-epub.ts");
  const inEpub = sections.filter((section) => !section.printOnly);
  const counted = carryCounters(sheet, inEpub, config.language);
  const fonts = config.fonts === "none" ? undefined : await embedBookFonts({ ...inputs, sections: inEpub });
  const packaged = packageEpub(counted.sections, config, epubCss(sheet) + counted.css, readFileSync, {
    ...(fonts && { fonts: fonts.value }),
    ...(inputs.cover && { cover: coverResource(coverPng(inputs.cover)) }),
  });
  said.push(...(fonts?.diagnostics ?? []), ...packaged.diagnostics);
  const bytes = await writeEpub(packaged.value);
  const documents = packaged.value.documents.length;
  return {
    kind: "epub",
    fileName: `${config.slug}.epub`,
    bytes,
    documents,
    milliseconds: performance.now() - start,
  };
}

function listCovers({ config, cover }: Inputs): BuiltBook[] {
  const start = performance.now();
  const files = coverFiles(config, cover);
  return files.map((file) => ({ kind: "cover", ...file, milliseconds: performance.now() - start }));
}

/** The fonts that an e-reader needs for the sections and the contents. */
async function embedBookFonts({ sections, config, sheet }: Inputs): Promise<Outcome<EmbeddedFonts>> {
  const library = openFontLibrary(sheet.fontFaces, "screen");
  const { language } = config;
  const shown = [...sections, imagineContents(sections, findWords(language).contents)];
  const roots = shown.map((section) => section.root);
  const trees = generateContent(shown, computeStyles(sheet, roots, language, "screen"), language);
  const generated = trees.sections.map((section) => section.root);
  const spanOf = ({ file }: Face): Span | undefined => sheet.fontFaces.find(({ path }) => path === file)?.span;
  const identifier = config.fonts === "obfuscate" ? config.identifiers[0] : undefined;
  const fonts = await embedFonts(findFaceUses(generated, trees.styleOf, library), identifier, spanOf);
  return { ...fonts, diagnostics: [...fonts.diagnostics, ...library.diagnostics()] };
}

async function buildPdf(
  { sections, config, sheet, cover, onProgress }: Inputs,
  said: Diagnostic[],
): Promise<BuiltBook> {
  const start = performance.now();
  onProgress({ stage: "setting pages", done: 0, total: sections.length });
  const library = openFontLibrary(sheet.fontFaces);
  const hyphenate = await loadHyphenator(config.language);
  const roots = sections.map((section) => section.root);
  const styled = generateContent(sections, computeStyles(sheet, roots, config.language), config.language);
  const { root } = styled;
  const images = openImages();
  const onSection = (done: number): void => onProgress({ stage: "setting pages", done, total: sections.length });
  const typeset = typesetBook(styled.sections, styled, { library, hyphenate, imageSize: images.size, onSection });
  said.push(...typeset.diagnostics);
  const pages = typeset.value;
  onProgress({ stage: "writing the PDF" });
  const picture = config.pdf === "screen" ? coverPicture(config, cover) : undefined;
  const { COVER_PAGES, writePdf } = await import("./pdf/write-pdf.ts");
  const bytes = await writePdf(pages, outlineOf(sections), {
    title: config.title,
    author: config.authors.map((author) => author.name).join(", "),
    subject: config.subtitle ?? "",
    language: config.language,
    modified: config.modified,
    pictureFace: library.face({ families: root.fontFamily, weight: 400, style: "normal" }),
    ...(picture && { cover: { ...picture, label: findWords(config.language).cover } }),
  });
  const milliseconds = performance.now() - start;
  return {
    kind: "pdf",
    fileName: `${config.slug}.pdf`,
    bytes,
    pages: pages.length + (picture ? COVER_PAGES : 0),
    milliseconds,
  };
}

/** As an author would write it: from the current folder if it lies inside. */
function shownPath(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith("..") ? file : relative;
}
