/**
 * `fleuron`, from arguments to exit code.
 *
 * Comes in: the arguments and the host. Goes out: the exit code, what was printed, and the books in their
 * folder. What building means is the host's affair.
 */
import { statSync } from "node:fs";
import type { BuildResult } from "../build.ts";
import { systemReason } from "../config/read-source.ts";
import { countChanges } from "../core/change.ts";
import { type Diagnostic, hasErrors, type Severity } from "../core/diagnostic.ts";
import { EXIT, type Host } from "./host.ts";
import { type BuildCommand, HELP, parseArguments } from "./parse-arguments.ts";
import { makeReport, type Report } from "./report.ts";
import { writeBooks } from "./write-books.ts";

/** Never throws: what goes wrong inside is told as a bug of ours. */
export async function runCommand(words: readonly string[], host: Host): Promise<number> {
  const command = parseArguments(words);
  switch (command.kind) {
    case "help":
      host.print(HELP);
      return EXIT.written;
    case "version":
      host.print(`${host.version}\n`);
      return EXIT.written;
    case "misuse":
      host.tell(`fleuron: ${command.message}\n\n${HELP}`);
      if (command.json) host.print(`${JSON.stringify({ type: "done", exitCode: EXIT.misuse })}\n`);
      return EXIT.misuse;
    case "build":
      return runBuild(command, host);
  }
}

async function runBuild(command: BuildCommand, host: Host): Promise<number> {
  const report = makeReport(command, host);
  let exitCode: number;
  try {
    exitCode = await build(command, host, report);
  } catch (error) {
    const reason = refusal(error);
    exitCode = reason === undefined ? EXIT.bug : EXIT.cannotReadOrWrite;
    report.failure(reason ?? describeBug(error, host.version));
  }
  report.done(exitCode);
  return exitCode;
}

async function build(command: BuildCommand, host: Host, report: Report): Promise<number> {
  const start = host.now();
  const { only, out } = command;
  const folder = command.folder ?? (isFolder("manuscript") ? "manuscript" : ".");
  const request = { folder, env: host.env, ...(only && { only }), onProgress: report.progress };
  const result = await host.build(request);
  report.diagnostics(result);
  const summarise = (written: boolean) =>
    report.summary({
      ...count(result),
      changes: countChanges(result.changes),
      ...(result.typography && { typography: result.typography }),
      written,
      milliseconds: host.now() - start,
    });
  if (hasErrors(result.diagnostics)) {
    summarise(false);
    return result.diagnostics.some(isUnreadable) ? EXIT.cannotReadOrWrite : EXIT.faultyBook;
  }
  const failure = writeBooks(result.books, out);
  if (failure) {
    report.failure(`fleuron: ${failure.path} cannot be written: ${failure.reason}.\n`);
    summarise(false);
    return EXIT.cannotReadOrWrite;
  }
  for (const book of result.books) report.output(book);
  report.sections(result);
  summarise(true);
  return EXIT.written;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function count({ diagnostics }: BuildResult): { errors: number; warnings: number } {
  const of = (wanted: Severity): number => diagnostics.filter(({ severity }) => severity === wanted).length;
  return { errors: of("error"), warnings: of("warning") };
}

function isUnreadable({ code }: Diagnostic): boolean {
  return code === "manuscript/missing-folder" || code === "manuscript/unreadable";
}

/** The system's refusal to open a file, in words; undefined for any other exception. */
function refusal(error: unknown): string | undefined {
  const isRefusal =
    error instanceof Error && "syscall" in error && "path" in error && "code" in error && error.code !== undefined;
  return isRefusal ? `fleuron: ${String(error.path)}: ${systemReason(error)}.\n` : undefined;
}

/** What to send us. */
export function describeBug(error: unknown, version: string): string {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `fleuron: this is a bug in Fleuron, not in your book. No book was replaced.
Please report it, with the lines below and, if you can, the chapter that it stopped at.

Fleuron ${version}, Node ${process.version}, ${process.platform}
${trace}
`;
}
