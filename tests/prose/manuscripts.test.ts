/**
 * Manuscripts as authors have them: `manuscripts/<name>/` is read, and the book's tree, its sections and all that was said and
 * changed must be what stands in `expected/<name>.txt`. `UPDATE=1 npx vitest run tests/prose/manuscripts.test.ts` writes those
 * files anew; read the difference before you keep it.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { printManuscript } from "./print-book.ts";
import { readBook } from "./read-book.ts";

const home = fileURLToPath(new URL(".", import.meta.url));

function show(folder: string): string {
  const { config, files, changes, diagnostics, sections } = readBook(folder);
  const authors = config.authors.map(({ name }) => name).join(", ");
  const lines = [
    `${config.title} / ${authors} / ${config.language}`,
    ...files.flatMap((file) => ["", `# ${file.name}`, printManuscript(file)]),
    "",
    "# Sections",
    ...sections.map(({ role, title }) => `${role} ${title}`),
    "",
    "# Said",
    ...diagnostics.map(({ code, span, message }) => `${span?.line}:${span?.column} ${code}: ${message}`),
    "",
    "# Changed",
    ...changes.map(
      ({ what, span, before, after }) => `${span.line}:${span.column} ${what}: ${before ?? ""} → ${after ?? ""}`,
    ),
  ];
  return `${lines.join("\n").replaceAll(folder + path.sep, "")}\n`;
}

describe("manuscripts", () => {
  it.each(readdirSync(path.join(home, "manuscripts")))("%s", (name) => {
    const file = path.join(home, "expected", `${name}.txt`);
    const found = show(path.join(home, "manuscripts", name));
    if (process.env.UPDATE === "1") {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, found);
    }
    expect(found).toBe(readFileSync(file, "utf8"));
  });
});
