/**
 * One folder for every diagnostic code: `cases/<family>__<what>/input` is built, and all that Fleuron says must be
 * what stands in `expected.txt` beside it. `UPDATE=1 npx vitest run tests/cases.test.ts` writes those files anew;
 * read the difference before you keep it.
 */
import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { buildBooks } from "../src/build.ts";
import { CODES, formatDiagnostic, hasErrors } from "../src/core/diagnostic.ts";
import { scratchFolder } from "./support/scratch-folder.ts";

const cases = fileURLToPath(new URL("cases/", import.meta.url));

/** What cannot be stored as files is made when it is wanted, in a folder that holds a copy of the case. */
const MADE: Readonly<Record<string, (folder: string) => void>> = {
  "manuscript/missing-folder": () => {},
  "manuscript/unreadable": (folder) => symlinkSync("nowhere.md", path.join(folder, "input", "2.md")),
};

const folderOf = (code: string) => path.join(cases, code.replace("/", "__"));

function prepare(code: string): string {
  const make = MADE[code];
  if (!make) return folderOf(code);
  const folder = scratchFolder({});
  if (existsSync(folderOf(code))) cpSync(folderOf(code), folder, { recursive: true });
  make(folder);
  return folder;
}

/** Everything the build says, with paths as seen from the case's folder. */
async function say(absolute: string): Promise<string> {
  const folder = path.relative("", absolute);
  const input = path.join(folder, "input");
  const { books, diagnostics, sources } = await buildBooks({ folder: input, env: { SOURCE_DATE_EPOCH: "0" } });
  expect(books.map((book) => book.kind)).toEqual(hasErrors(diagnostics) ? [] : ["epub", "pdf"]);
  const lines = new Map(sources.map((source) => [source.path, source.text.split("\n")]));
  const told = diagnostics.map((one) => formatDiagnostic(one, (file, line) => lines.get(file)?.[line - 1]));
  return `${told.join("\n")}\n`.replaceAll(folder + path.sep, "");
}

describe("every diagnostic", () => {
  it.each(Object.entries(CODES))("%s, %s", async (code, severity) => {
    const file = path.join(folderOf(code), "expected.txt");
    const said = await say(prepare(code));
    expect(said).toMatch(new RegExp(`${severity}: .*\\[${code}\\]$`, "m"));
    if (process.env.UPDATE === "1") writeFileSync(file, said);
    expect(said).toBe(readFileSync(file, "utf8"));
  });

  it("has a case, and every case a diagnostic", () => {
    const wanted = Object.keys(CODES).map((code) => code.replace("/", "__"));
    expect(readdirSync(cases).sort()).toEqual(wanted.sort());
  });
});
