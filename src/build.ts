/**
 * The pipeline.
 *
 * Comes in: a manuscript's folder. Goes out: finished books as bytes, with everything there is to tell the author.
 * It writes no file and prints nothing.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { buildBook } from "./book/build-book.ts";
import { markUp } from "./book/mark-up.ts";
import { punctuateTitles } from "./book/punctuate-titles.ts";
import { resolveBook } from "./book/resolve-book.ts";
import { buildEpub, listCovers } from "./build-epub.ts";
import { buildPdf } from "./build-pdf.ts";
import { buildPictures } from "./build-pictures.ts";
import type { BookInputs, BuiltBook, Progress } from "./built-book.ts";
import { readConfig } from "./config/read-config.ts";
import { readManuscript } from "./config/read-manuscript.ts";
import { readSource } from "./config/read-source.ts";
import { OWN_STYLESHEET } from "./config/resolve-config.ts";
import { sortChanges, type TextChange } from "./core/change.ts";
import { type Diagnostic, hasErrors, type Outcome, sortDiagnostics } from "./core/diagnostic.ts";
import type { SourceFile } from "./core/span.ts";
import { makeStopwatch, type OnStage } from "./core/stopwatch.ts";
import type { TypographicReport } from "./core/typographic-report.ts";
import { coverOfBook, coverPng } from "./cover/cover-of-book.ts";
import { readStyle } from "./style/read-style.ts";
import type { StyleSheet } from "./style/style-sheet.ts";

export type { BuiltBook, Progress } from "./built-book.ts";

/** What to build. */
export interface BuildRequest {
  /** The manuscript's folder as the author gave it. */
  readonly folder: string;
  /** Absent: both. */
  readonly only?: "epub" | "pdf" | "cover";
  /** Where SOURCE_DATE_EPOCH is looked for. */
  readonly env: NodeJS.ProcessEnv;
  readonly onProgress?: (progress: Progress) => void;
  /** Told how long each stage took. */
  readonly onStage?: OnStage;
}

/** What a build gives back. */
export interface BuildResult {
  /** Empty if there are errors. */
  readonly books: readonly BuiltBook[];
  /** Sorted, each once. */
  readonly diagnostics: readonly Diagnostic[];
  /** All that was changed in the author's text, in reading order. */
  readonly changes: readonly TextChange[];
  /** How the printed pages came out; absent if there are none. */
  readonly typography?: TypographicReport;
  /** Every file that a diagnostic may point into: chapters, book.yaml, stylesheets. */
  readonly sources: readonly SourceFile[];
}

const NOTHING: Outcome<undefined> = { value: undefined, diagnostics: [] };

/** Builds the books. Rejects only for a bug of ours; whatever is wrong with the manuscript is in the diagnostics. */
export async function buildBooks(request: BuildRequest): Promise<BuildResult> {
  const { folder, only, env, onProgress = () => undefined } = request;
  const time = makeStopwatch(request.onStage);
  onProgress({ stage: "reading" });
  const config = time("readConfig", () => readConfig(folder, { env }));
  const files = time("readManuscript", () => readManuscript(config.value));
  const style = time("readStyle", () => openStyle(config.value.style.path));
  const sources = [...config.sources, ...files.value, ...style.sources];
  const book = time("buildBook", () => buildBook(files.value, config.value));
  const resolved = time("resolveBook", () => resolveBook(book.value, config.value, existsSync));
  const titled = punctuateTitles(config.value);
  const changes: TextChange[] = [...files.changes, ...book.changes, ...titled.changes, ...resolved.changes];
  const said = [config, files, style, book, resolved].flatMap((outcome) => outcome.diagnostics);
  const paths = sources.map((source) => source.path);
  const result = (books: readonly BuiltBook[], typography?: TypographicReport): BuildResult => ({
    books,
    diagnostics: sortDiagnostics(said),
    changes: sortChanges(changes, paths),
    ...(typography && { typography }),
    sources,
  });
  if (hasErrors(said)) return result([]);

  const sections = time("markUp", () => markUp(resolved.value, titled.value));
  const showsCover = only !== "pdf" || titled.value.pdf === "screen";
  const cover = showsCover ? await time("makeCover", () => coverOfBook(titled.value, style.value)) : NOTHING;
  said.push(...cover.diagnostics);
  const made =
    cover.value?.kind === "made" && only !== "pdf" && only !== "cover" ? cover.value.drawing : undefined;
  // In an object, so that the stopwatch does not wait for the thread that packs it.
  const drawn = made && time("drawCover", () => ({ coverPng: coverPng(made) }));
  const pictures = await time("buildPictures", () => buildPictures(sections, only ?? "all", onProgress));
  said.push(...pictures.diagnostics);
  const inputs: BookInputs = {
    sections,
    config: titled.value,
    sheet: style.value,
    pictures: pictures.value,
    ...(cover.value && { cover: cover.value }),
    ...drawn,
    onProgress,
    time,
  };
  if (only === "cover") return result(await listCovers(inputs, said));
  const printed = only === "epub" ? undefined : await buildPdf(inputs, said);
  const books: BuiltBook[] = [];
  if (only !== "pdf") books.push(await buildEpub(inputs, printed?.pages, said));
  if (printed) books.push(printed.book);
  return hasErrors(said) ? result([]) : result(books, printed?.report);
}

/** The stylesheet with all that it imports. */
function openStyle(file: string): Outcome<StyleSheet> & { readonly sources: readonly SourceFile[] } {
  const main = readSource(file, shownPath(file), "style");
  const sources = main.value ? [main.value] : [];
  const diagnostics = [...main.diagnostics];
  const sheet = readStyle(file, shownPath(file), main.value?.text ?? "", {
    exists: existsSync,
    own: OWN_STYLESHEET,
    open: (imported, shown) => {
      const opened = readSource(imported, shown, "style");
      if (opened.value) {
        sources.push(opened.value);
        diagnostics.push(...opened.diagnostics);
      }
      return opened.value;
    },
  });
  return { value: sheet.value, diagnostics: [...diagnostics, ...sheet.diagnostics], sources };
}

/** As an author would write it: from the current folder if it lies inside. */
function shownPath(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith("..") ? file : relative;
}
