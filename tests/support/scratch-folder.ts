/** Folders for tests that need files: made from a table of names and contents, gone when the test is. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

/** Makes a temporary folder called `name`; the files' folders are made as needed. */
export function scratchFolder(files: Readonly<Record<string, string | Uint8Array>>, name = "book"): string {
  const parent = mkdtempSync(path.join(tmpdir(), "fleuron-"));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  const folder = path.join(parent, name);
  mkdirSync(folder);
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
  return folder;
}
