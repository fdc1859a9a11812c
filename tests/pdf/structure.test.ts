/** What a voice reads, of a small book with everything in it. */
import { expect, it } from "vitest";
import { requireTool, runTool } from "../support/outside-tools.ts";
import { dumpStructure, readBlocks } from "../support/structure-text.ts";
import { BOOK, buildPdf, LONG } from "./small-book.ts";

it("has every part of the book, in the order in which it is read", async (context) => {
  const pdfinfo = requireTool(context, "pdfinfo");
  await expect(dumpStructure(pdfinfo, await buildPdf(BOOK))).toMatchFileSnapshot("structure.expected.txt");
});

it("reads a paragraph over two pages as one, its broken words whole", async (context) => {
  const pdfinfo = requireTool(context, "pdfinfo");
  const pdftotext = requireTool(context, "pdftotext");
  const file = await buildPdf(BOOK);
  const printed = runTool(pdftotext, "-raw", file, "-").stdout;
  expect(printed).toMatch(/\p{L}\u00ad\n\p{L}/u);
  const block = readBlocks(pdfinfo, file).find((text) => text.startsWith("Notwithstanding"));
  expect(block).toBe(LONG);
  const pages = printed.split("\f");
  const first = pages.findIndex((page) => page.includes("Notwith"));
  expect(pages.findIndex((page) => page.includes("them."))).toBe(first + 1);
});

it("is sound to qpdf", async (context) => {
  const checked = runTool(requireTool(context, "qpdf"), "--check", await buildPdf(BOOK));
  expect(checked.stdout).toContain("No syntax or stream encoding errors found");
});
