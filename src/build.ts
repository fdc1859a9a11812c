/**
 * The pipeline.
 *
 * Comes in: a manuscript's folder. Goes out: finished books as bytes, with everything there is to tell the author.
 * It writes no file and prints nothing.
 */
import { readConfig } from "./config/read-config.ts";
import { readManuscript } from "./config/read-manuscript.ts";
import { type Diagnostic, hasErrors, sortDiagnostics } from "./core/diagnostic.ts";
import type { SourceFile } from "./core/span.ts";

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
  /** The time its own stages took. */
  readonly milliseconds: number;
}

/** What a build gives back. */
export interface BuildResult {
  /** Empty if there are errors. */
  readonly books: readonly BuiltBook[];
  /** Sorted, each once. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every file that a diagnostic may point into: chapters, book.yaml, stylesheets. */
  readonly sources: readonly SourceFile[];
}

/** Placeholder: the first two stages only. */
export async function buildBooks(request: BuildRequest): Promise<BuildResult> {
  const config = readConfig(request.folder, { env: request.env });
  const manuscript = readManuscript(config.value);
  const diagnostics = sortDiagnostics([...config.diagnostics, ...manuscript.diagnostics]);
  if (!hasErrors(diagnostics)) throw new Error("The stages after readManuscript are not in place yet.");
  return { books: [], diagnostics, sources: [...config.sources, ...manuscript.value] };
}
