/**
 * What the user typed, understood.
 *
 * Comes in: the arguments after `fleuron`. Goes out: one of the commands there are, or what is wrong with the
 * usage. It looks at no file, so FOLDER may still be absent.
 */
import { parseArgs } from "node:util";
import { nearestName } from "../config/nearest-name.ts";

const OUTPUTS = ["epub", "pdf", "cover"] as const;

/** What can be made alone. */
export type Output = (typeof OUTPUTS)[number];

/** `fleuron build`. */
export interface BuildCommand {
  readonly kind: "build";
  /** Absent: `manuscript/` if there is one, else the current folder. */
  readonly folder?: string;
  /** Where the books go. */
  readonly out: string;
  readonly only?: Output;
  /** Say nothing but errors. */
  readonly quiet: boolean;
  /** List every change to the author's text. */
  readonly report: boolean;
  /** Standard output is one JSON object a line. */
  readonly json: boolean;
}

/** Anything that can be typed. */
export type Command =
  | BuildCommand
  | { readonly kind: "help" }
  | { readonly kind: "version" }
  | { readonly kind: "misuse"; readonly message: string; readonly json: boolean };

export const HELP = `Usage: fleuron build [FOLDER] [--out FOLDER] [--only epub|pdf|cover]
                     [--report] [--quiet] [--json]

Builds an EPUB and a typeset PDF from a folder of Markdown or text files.

  FOLDER          the manuscript, or a single file of it that is a book by itself;
                  left out: manuscript/ if there is one, else this folder
  --out FOLDER    where the books go (default: dist)
  --only epub     build only the EPUB; --only pdf: only the PDF
  --only cover    write only the cover, as a JPEG to give to shops
  --report        list everything that was changed in the text, with file and line
  --quiet         say nothing but errors
  --json          print one JSON object a line: progress, diagnostic, output,
                  report, done; with --report also change
  --help          print this
  --version       print the version

Exit codes: 0 books written, 1 errors in the manuscript, its style or its configuration,
2 wrong usage, 3 cannot read or write, 70 a bug in Fleuron. Unless it is 0, no book is replaced.
`;

const OPTIONS = {
  out: { type: "string" },
  only: { type: "string" },
  report: { type: "boolean" },
  quiet: { type: "boolean", short: "q" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

/** Understands the arguments that follow the program's name. */
export function parseArguments(words: readonly string[]): Command {
  const json = words.includes("--json");
  const misuse = (message: string): Command => ({ kind: "misuse", message, json });
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(words);
  } catch (error) {
    if (!isUsageError(error)) throw error;
    return misuse(explain(error.message, words));
  }
  const { values, positionals } = parsed;
  const [command, folder, ...others] = positionals;
  if (values.help || command === "help") return { kind: "help" };
  if (values.version) return { kind: "version" };
  if (command === undefined) return misuse("There is no command. Did you mean: fleuron build?");
  if (command !== "build") {
    const meant = nearestName(command, ["build"]) ?? `build ${command}`;
    return misuse(`There is no command "${command}". Did you mean: fleuron ${meant}?`);
  }
  if (others.length > 0) return misuse(`One manuscript at a time: "${others.join(" ")}" is too much.`);
  const { out = "dist", report = false, quiet = false } = values;
  const only = OUTPUTS.find((output) => output === values.only);
  if (values.only !== undefined && !only) {
    return misuse(`--only takes epub, pdf or cover, not "${values.only}".`);
  }
  if (out === "" || folder === "") return misuse("The name of a folder cannot be empty.");
  return {
    kind: "build",
    ...(folder !== undefined && { folder }),
    out,
    ...(only && { only }),
    report,
    quiet,
    json,
  };
}

function parse(words: readonly string[]) {
  return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true, strict: true });
}

function isUsageError(error: unknown): error is Error {
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}

/** Names the option that does not exist and its neighbour; other complaints are Node's own first sentence. */
function explain(complaint: string, words: readonly string[]): string {
  const unknown = /^Unknown option '([^']+)'/.exec(complaint)?.[1];
  const [, valueless] = /^Option '(?:-\w, )?(--\w+) <value>' argument/.exec(complaint) ?? [];
  if (valueless !== undefined) return `${valueless} needs a value after it.`;
  if (unknown === undefined) return complaint.replace(/\.\s.*$/s, ".");
  const typed = words.find((word) => word === unknown || word.startsWith(`${unknown}=`)) ?? unknown;
  const near = nearestName(unknown.replace(/^-+/, ""), Object.keys(OPTIONS));
  return `There is no option ${typed}.${near === undefined ? "" : ` Did you mean --${near}?`}`;
}
