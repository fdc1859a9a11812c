/**
 * The printed book's half of the pipeline.
 *
 * Comes in: sections and stylesheet. Goes out: the PDF, and the pages that the EPUB's page list is made from.
 */
import type { BookInputs, BuiltBook } from "./built-book.ts";
import type { Diagnostic } from "./core/diagnostic.ts";
import type { TypographicReport } from "./core/typographic-report.ts";
import { coverPicture } from "./cover/cover-of-book.ts";
import { findWords } from "./epub/words.ts";
import { openFontLibrary } from "./fonts/library.ts";
import { loadHyphenator } from "./language/hyphenate.ts";
import { outlineOf } from "./pdf/outline.ts";
import { computeStyles } from "./style/cascade.ts";
import { generateContent } from "./style/generate-content.ts";
import type { Page } from "./typeset/page/page.ts";
import { typesetBook } from "./typeset/typeset.ts";

export interface PrintedBook {
  readonly book: BuiltBook;
  readonly pages: readonly Page[];
  readonly report: TypographicReport;
}

export async function buildPdf(inputs: BookInputs, said: Diagnostic[]): Promise<PrintedBook> {
  const { sections, config, sheet, pictures, cover, onProgress, time } = inputs;
  const { language } = config;
  const start = performance.now();
  onProgress({ stage: "setting pages", done: 0, total: sections.length });
  const library = openFontLibrary(sheet.fontFaces);
  const hyphenate = await time("loadHyphenator", () => loadHyphenator(language));
  const roots = sections.map((section) => section.root);
  const computed = time("computeStyles", () => computeStyles(sheet, roots, language));
  const styled = time("generateContent", () => generateContent(sections, computed, language));
  const onSection = (done: number): void => onProgress({ stage: "setting pages", done, total: sections.length });
  const means = { library, hyphenate, imageSize: pictures.inPrint, onSection, time };
  const typeset = typesetBook(styled.sections, styled, means);
  said.push(...typeset.diagnostics);
  const pages = typeset.value;
  onProgress({ stage: "writing the PDF" });
  const picture = config.pdf === "screen" && cover ? coverPicture(config, cover) : undefined;
  const { COVER_PAGES, writePdf } = await import("./pdf/write-pdf.ts");
  const metadata = {
    title: config.title,
    author: config.authors.map((author) => author.name).join(", "),
    subject: config.subtitle ?? "",
    language,
    modified: config.modified,
    pictureFace: library.face({ families: styled.root.fontFamily, weight: 400, style: "normal" }),
    ...(picture && { cover: { ...picture, label: findWords(language).cover } }),
  };
  const bytes = await time("writePdf", () =>
    writePdf(pages, { sections, outline: outlineOf(sections), pictureOf: pictures.inPrint }, metadata),
  );
  const count = pages.length + (picture ? COVER_PAGES : 0);
  const milliseconds = performance.now() - start;
  const book = { kind: "pdf", fileName: `${config.slug}.pdf`, bytes, pages: count, milliseconds } as const;
  return { book, pages, report: typeset.report };
}
