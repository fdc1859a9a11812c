/**
 * What Fleuron says to the author about the author's files.
 *
 * Comes in: codes, spans, words. Goes out: `Diagnostic` values, their order, and their text
 * with the offending line and a caret. It prints nothing.
 */
import type { Span } from "./span.ts";

/** `error`: no book is written. `warning`: the book is written all the same. `notice`: nothing is wrong. */
export type Severity = "error" | "warning" | "notice";

/** One thing to tell the author. */
export interface Diagnostic {
  /** `family/what`, stable from release to release; the families are listed in `catalogue.ts`. */
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** Absent where no line of a file is to blame. */
  readonly span?: Span;
  /** One sentence: what is wrong. */
  readonly message: string;
  /** What to do about it, most useful first. */
  readonly hints: readonly string[];
}

/** A stage's result: the value it could make, and everything it has to say. */
export interface Outcome<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** Every code, with the severity it always has. `tests/cases/` holds one case for each. */
export const CODES = {
  "config/yaml": "error",
  "config/unknown-key": "error",
  "config/wrong-type": "error",
  "config/missing-file": "error",
  "config/incomplete": "warning",
  "manuscript/missing-folder": "error",
  "manuscript/empty-folder": "error",
  "manuscript/unreadable": "error",
  "manuscript/not-utf8": "error",
  "manuscript/encoding": "warning",
  "manuscript/paragraphs": "notice",
  "manuscript/set-aside": "notice",
  "section/missing-number": "warning",
  "section/repeated-number": "warning",
  "markdown/raw-html": "warning",
  "markdown/unclosed": "warning",
  "note/undefined": "error",
  "note/unused": "warning",
  "note/duplicate": "error",
  "link/unknown-heading": "error",
  "link/unknown-file": "warning",
  "image/missing": "error",
  "image/remote": "error",
  "image/format": "warning",
  "image/converted": "notice",
  "cover/size": "warning",
  "cover/colours": "warning",
  "cover/converted": "notice",
  "image/no-description": "warning",
  "style/syntax": "warning",
  "style/unsupported-property": "warning",
  "style/unsupported-value": "warning",
  "style/unsupported-selector": "warning",
  "style/unsupported-at-rule": "warning",
  "style/missing-file": "warning",
  "style/import-cycle": "warning",
  "font/missing": "warning",
  "font/missing-style": "warning",
  "font/missing-glyph": "warning",
  "font/restricted": "warning",
  "page/overfull": "warning",
  "page/geometry": "warning",
  "page/unsettled": "warning",
  "accessibility/not-claimed": "warning",
} as const satisfies Record<string, Severity>;

/** One of {@link CODES}. */
export type DiagnosticCode = keyof typeof CODES;

/** Makes a diagnostic of the severity that belongs to its code. */
export function diagnose(
  code: DiagnosticCode,
  span: Span | undefined,
  message: string,
  ...hints: readonly string[]
): Diagnostic {
  const severity = CODES[code];
  return span ? { code, severity, span, message, hints } : { code, severity, message, hints };
}

/** True if any of them keeps the books from being written. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((d) => d.severity === "error");
}

/** By file, line and column; those without a place come first. Equal ones are told once. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  const once = diagnostics.filter((d) => {
    const key = JSON.stringify([d.code, d.span, d.message]);
    return !seen.has(key) && seen.add(key);
  });
  return once.sort((a, b) => {
    if (!a.span || !b.span) return Number(!!a.span) - Number(!!b.span);
    if (a.span.file !== b.span.file) return a.span.file < b.span.file ? -1 : 1;
    return a.span.line - b.span.line || a.span.column - b.span.column;
  });
}

/**
 * The text an author reads: place, severity, message, the line itself with a caret under the span,
 * then the hints. `lineOf` gives line `n` (1-based) of a file, or undefined if it is not at hand.
 */
export function formatDiagnostic(
  diagnostic: Diagnostic,
  lineOf: (file: string, line: number) => string | undefined,
): string {
  const { span } = diagnostic;
  const place = span ? `${span.file}:${span.line}:${span.column}: ` : "";
  const out = [`${place}${diagnostic.severity}: ${diagnostic.message} [${diagnostic.code}]`];
  // A notice is about the file; its first line would say nothing.
  const line = span && diagnostic.severity !== "notice" ? lineOf(span.file, span.line) : undefined;
  if (span && line !== undefined) out.push(...frame(line, span));
  for (const hint of diagnostic.hints) out.push(`  → ${hint}`);
  return out.join("\n");
}

const FRAME_WIDTH = 100;

/** The line (a window of it, if it is long) and a caret under its span. */
function frame(line: string, span: Span): string[] {
  const start = span.column - 1;
  const from = start + span.length > FRAME_WIDTH ? Math.max(0, start - 40) : 0;
  const shown = line.slice(from, from + FRAME_WIDTH).replace(/\t/g, " ");
  const lead = from > 0 ? "…" : "";
  const tail = from + FRAME_WIDTH < line.length ? "…" : "";
  const carets = Math.max(1, Math.min(span.length, shown.length - (start - from)));
  const gutter = String(span.line);
  return [
    ` ${gutter} | ${lead}${shown}${tail}`,
    ` ${" ".repeat(gutter.length)} | ${" ".repeat(lead.length + start - from)}${"^".repeat(carets)}`,
  ];
}
