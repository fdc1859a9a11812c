/** The e-book in foliate-js, which turns pages as Foliate, Readest and others do: what is read, seen and reached there. */
import { describe, expect, it, type TestContext } from "vitest";
import { buildBooks } from "../../src/build.ts";
import { requireTool } from "../support/outside-tools.ts";
import { lacking, manuscriptWords, plainWords } from "../support/plain-words.ts";
import { type FoliateReport, readInFoliate } from "../support/read-in-foliate.ts";

const sample = new URL("../../manuscript/", import.meta.url).pathname;
const code = new URL("../books/code/", import.meta.url).pathname;

async function read(context: TestContext, folder: string, width: number, height: number): Promise<FoliateReport> {
  const chromium = requireTool(context, "chromium");
  const { books } = await buildBooks({ folder, env: { SOURCE_DATE_EPOCH: "0" } });
  const epub = books.find(({ kind }) => kind === "epub");
  return readInFoliate(chromium, epub?.bytes ?? new Uint8Array(), width, height);
}

/** Each pops up where it is called, with its number first. */
function expectNotes({ notes }: FoliateReport): void {
  expect(notes.length).toBeGreaterThan(0);
  for (const { call, type, isHidden, text } of notes) {
    expect([type, isHidden]).toEqual(["footnote", true]);
    expect(text.trim()).toMatch(new RegExp(`^${call}\\b.*\\p{L}`, "su"));
  }
}

describe.each([
  ["a telephone", 320, 560],
  ["two pages of a tablet", 1024, 768],
] as const)("on %s", (_, width, height) => {
  it("the sample is read whole, fits its pages, and every way into it leads somewhere", async (context) => {
    const report = await read(context, sample, width, height);
    expect(report.title).toBe("Standing Type");
    expect(report.authors).toContain("Hester Tostevin");
    expect(lacking(manuscriptWords(sample), plainWords(report.texts.join("\n")))).toEqual([]);
    expect(report.tooLarge).toEqual([]);
    expect(report.lost).toEqual([]);
    expect(report.landmarks).toEqual(expect.arrayContaining(["cover", "titlepage", "toc", "bodymatter"]));
    expect(report.pages.length).toBeGreaterThan(10);
    expectNotes(report);
  });

  it("pictures, tables and code fit as well, and every note pops up", async (context) => {
    const report = await read(context, code, width, height);
    expect(report.tooLarge).toEqual([]);
    expect(report.lost).toEqual([]);
    expectNotes(report);
  });
});
