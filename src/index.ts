/**
 * The public face of the package: build books from a program, without the command line.
 *
 * Comes in: a manuscript's folder. Goes out: bytes and diagnostics; the caller decides where they go. What is not
 * exported here may change with any release.
 */
export { type BuildRequest, type BuildResult, type BuiltBook, buildBooks, type Progress } from "./build.ts";
export { CHANGES, type ChangeKind, countChanges, nameChanges, type TextChange } from "./core/change.ts";
export {
  CODES,
  type Diagnostic,
  type DiagnosticCode,
  formatDiagnostic,
  hasErrors,
  type Severity,
} from "./core/diagnostic.ts";
export type { SourceFile, Span } from "./core/span.ts";
export type { OnStage } from "./core/stopwatch.ts";
