/**
 * What a build has to say, in one of two languages: lines for people, JSON for programs.
 *
 * Comes in: what happens, as it happens. Goes out: text on the host's two streams. It decides nothing about the
 * build and knows no exit code but the one it is told.
 */
import path from "node:path";
import type { BuildResult, BuiltBook, Progress } from "../build.ts";
import { type ChangeKind, nameChanges } from "../core/change.ts";
import { type Diagnostic, formatDiagnostic } from "../core/diagnostic.ts";
import type { SourceFile } from "../core/span.ts";
import type { TypographicReport } from "../core/typographic-report.ts";
import type { Host } from "./host.ts";
import type { BuildCommand } from "./parse-arguments.ts";
import { makeProgressLine } from "./progress-line.ts";
import { listSections } from "./report-sections.ts";
import { showCount, showSize, showTime } from "./show-quantity.ts";
import { healthLine } from "./typography-lines.ts";

/** The end of a build. */
export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  /** How often the author's text was changed, by the kind of change. */
  readonly changes: ReadonlyMap<ChangeKind, number>;
  /** Absent if no pages were made. */
  readonly typography?: TypographicReport;
  /** False: whatever lay in the output folder is as it was. */
  readonly written: boolean;
  /** From the command's start. */
  readonly milliseconds: number;
}

/** Called in this order: progress, diagnostics, outputs, sections, summary; then done, whatever came before. */
export interface Report {
  readonly progress: (progress: Progress) => void;
  readonly diagnostics: (result: BuildResult) => void;
  readonly output: (book: BuiltBook) => void;
  /** What `--report` asks for. */
  readonly sections: (result: BuildResult) => void;
  readonly summary: (summary: Summary) => void;
  /** A failure that no line of the manuscript is to blame for. */
  readonly failure: (message: string) => void;
  readonly done: (exitCode: number) => void;
}

/** Chooses the language. */
export function makeReport(command: BuildCommand, host: Host): Report {
  return command.json ? reportInJson(command, host) : reportInWords(command, host);
}

function reportInWords({ quiet, report, out }: BuildCommand, host: Host): Report {
  const line = makeProgressLine(host);
  return {
    progress: (progress) => {
      if (!quiet) line.show(progress);
    },
    diagnostics: ({ diagnostics, sources }) => {
      line.clear();
      const lineOf = lineReader(sources);
      for (const diagnostic of diagnostics) {
        if (quiet && diagnostic.severity !== "error") continue;
        host.tell(`${formatDiagnostic(diagnostic, lineOf)}\n`);
      }
    },
    output: (book) => {
      if (!quiet) host.print(`${outputLine(book, out)}\n`);
    },
    sections: (result) => {
      for (const { title, lines } of report ? listSections(result) : [])
        host.print(`\n${[title, ...lines.map((one) => `  ${one}`)].join("\n")}\n`);
    },
    summary: (summary) => {
      if (!quiet && !report && summary.written) {
        host.print(pagesLine(summary));
        host.tell(changeLines(summary));
      }
      if (!quiet || !summary.written) host.tell(summaryLine(summary, out));
    },
    failure: (message) => {
      line.clear();
      host.tell(message);
    },
    done: () => line.clear(),
  };
}

function reportInJson({ quiet, report, out }: BuildCommand, host: Host): Report {
  const print = (type: string, fields: object) => host.print(`${JSON.stringify({ type, ...fields })}\n`);
  return {
    progress: (progress) => {
      if (!quiet) print("progress", progress);
    },
    diagnostics: ({ diagnostics }) => {
      for (const diagnostic of diagnostics) print("diagnostic", flatten(diagnostic));
    },
    output: ({ bytes, ...book }) => {
      const { kind, fileName, milliseconds, ...counts } = book;
      const file = path.join(out, fileName);
      print("output", {
        kind,
        path: file,
        bytes: bytes.length,
        ...counts,
        milliseconds: Math.round(milliseconds),
      });
    },
    sections: (result) => {
      for (const { type, items } of report ? listSections(result) : [])
        for (const item of items) print(type, item);
    },
    summary: ({ changes, typography: _, milliseconds, ...summary }) =>
      print("report", {
        ...summary,
        changes: Object.fromEntries(changes),
        milliseconds: Math.round(milliseconds),
      }),
    failure: (message) => host.tell(message),
    done: (exitCode) => print("done", { exitCode }),
  };
}

/** The span's fields stand beside the others: programs that read lines of JSON like them flat. */
function flatten({ span, ...diagnostic }: Diagnostic): object {
  const { severity, code, message, hints } = diagnostic;
  return { severity, code, ...span, message, hints };
}

function outputLine(book: BuiltBook, out: string): string {
  const { fileName, bytes, pages, documents, notice, milliseconds } = book;
  const counts = [
    ...(pages === undefined ? [] : [showCount(pages, "page")]),
    ...(documents === undefined ? [] : [showCount(documents, "document")]),
  ];
  const notices = notice === undefined ? [] : [`(${notice})`];
  return [path.join(out, fileName), ...counts, showSize(bytes.length), showTime(milliseconds), ...notices].join(
    "  ",
  );
}

function changeLines({ changes }: Summary): string {
  if (changes.size === 0) return "";
  const lines = [...changes].map(([what, count]) => `  ${nameChanges(what, count)}\n`);
  return `Changed in the text (--report lists each):\n${lines.join("")}`;
}

function pagesLine({ typography }: Summary): string {
  const line = typography ? healthLine(typography) : "";
  return line === "" ? "" : `${line}\n`;
}

function summaryLine({ errors, warnings, written }: Summary, out: string): string {
  const counts = [
    ...(errors > 0 ? [showCount(errors, "error")] : []),
    ...(warnings > 0 ? [showCount(warnings, "warning")] : []),
  ].join(", ");
  if (written) return counts === "" ? "" : `${counts}\n`;
  return `${counts === "" ? "" : `${counts}: `}no book was written, and ${out} is as it was.\n`;
}

/** Finds lines for {@link formatDiagnostic}; a file is split when its first line is asked for. */
function lineReader(sources: readonly SourceFile[]): (file: string, line: number) => string | undefined {
  const texts = new Map(sources.map((source) => [source.path, source.text]));
  const split = new Map<string, readonly string[]>();
  return (file, line) => {
    const lines = split.get(file) ?? texts.get(file)?.split("\n");
    if (lines) split.set(file, lines);
    return lines?.[line - 1];
  };
}
