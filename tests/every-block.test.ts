/**
 * Everything that CommonMark can produce, in both books: the specification's own examples as one manuscript.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type BuildResult, buildBooks } from "../src/build.ts";
import { listEpubFaults, requireTool, runTool } from "./support/outside-tools.ts";

const require = createRequire(import.meta.url);
const examples = (require("commonmark-spec") as { tests: readonly { markdown: string }[] }).tests;
const out = mkdtempSync(path.join(tmpdir(), "fleuron-examples-"));
let result: BuildResult;

/** Examples whose pictures or places are not there are errors, as they should be; the others make the book. */
beforeAll(async () => {
  const folder = path.join(out, "examples");
  mkdirSync(folder);
  // What print has more than the e-book is left out.
  mkdirSync(path.join(folder, "styles"));
  const less = ".halftitlepage { display: none } @page { @top-center { content: none !important } }";
  const own = readFileSync(new URL("../styles/book.css", import.meta.url), "utf8");
  writeFileSync(path.join(folder, "styles", "book.css"), `${own}\n${less}\n`);
  writeFileSync(path.join(folder, "book.yaml"), "title: Examples\ncontents: false\n");
  const name = (i: number): string => path.join(folder, `${String(i).padStart(3, "0")}.md`);
  examples.forEach((example, i) => {
    writeFileSync(name(i), example.markdown.replaceAll("→", "\t"));
  });
  const first = await buildBooks({ folder, env: {} });
  expect(first.books).toEqual([]);
  const wrong = new Set(first.diagnostics.filter((d) => d.severity === "error").map((d) => d.span?.file ?? ""));
  for (const file of wrong) rmSync(file);
  expect(wrong.size).toBeLessThan(30);
  result = await buildBooks({ folder, env: {} });
  for (const book of result.books) writeFileSync(path.join(out, book.fileName), book.bytes);
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

const file = (kind: "epub" | "pdf"): string =>
  path.join(out, result.books.find((b) => b.kind === kind)?.fileName ?? "missing");

/** How often each letter occurs; figures are left out, since print shows the numbers of list items. */
function countLetters(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const letter of text.normalize("NFKD").toLowerCase().match(/\p{L}/gu) ?? []) {
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  return counts;
}

it("is in both books to the letter", (context) => {
  const pdftotext = requireTool(context, "pdftotext");
  const epub = result.books.find((b) => b.kind === "epub");
  const documents = Object.entries(unzipSync(epub?.bytes ?? new Uint8Array())).filter(([name]) =>
    /text\/.*xhtml/.test(name),
  );
  const xhtml = documents.map(([, bytes]) => strFromU8(bytes).replace(/<head[\s\S]*?<\/head>/, "")).join("");
  const text = xhtml
    .replace(/<[^>]+>/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#\d+;/g, " ")
    .replace(/&amp;/g, "&");
  const printed = runTool(pdftotext, "-layout", file("pdf"), "-").stdout;
  expect([...countLetters(printed)].sort()).toEqual([...countLetters(text)].sort());
});

it("makes a valid EPUB", (context) => {
  for (const name of ["epubcheck 4", "epubcheck 5"] as const) {
    expect(listEpubFaults(requireTool(context, name), file("epub"))).toEqual([]);
  }
});

it("makes a sound PDF", (context) => {
  const checked = runTool(requireTool(context, "qpdf"), "--check", file("pdf"));
  expect(checked.stdout).toContain("No syntax or stream encoding errors found");
});
