/** What Project Gutenberg puts round a text. */
import { describe, expect, it } from "vitest";
import { readFrame } from "../../src/config/gutenberg-frame.ts";
import { readConfig } from "../../src/config/read-config.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

const NOTICE = "Title: The Box\n  A Tale\n\nAuthor: Ada Marchbank\n\nLanguage: German\n\n";
const framed = (start: string, end: string, notice = NOTICE) => {
  const lines = `${notice}${start}\n\nThe text.\n\n${end}\n\nThe licence.\n`.split("\n");
  const frame = readFrame(lines);
  return frame && { ...frame, text: lines.slice(frame.from, frame.to).join("\n").trim() };
};

describe("a frame", () => {
  it.each([
    ["*** START OF THE PROJECT GUTENBERG EBOOK THE BOX ***", "*** END OF THE PROJECT GUTENBERG EBOOK THE BOX ***"],
    [
      "***START OF THIS PROJECT GUTENBERG EBOOK THE\nBOX***",
      "*** END OF THIS PROJECT GUTENBERG EBOOK THE BOX ***",
    ],
    [
      "*** START OF X ***\n\nProduced by two readers\nand a cat",
      "End of the Project Gutenberg EBook of X\n\n*** END OF X ***",
    ],
  ])("begins with %s", (start, end) => {
    expect(framed(start, end)).toMatchObject({
      text: "The text.",
      title: "The Box A Tale",
      author: "Ada Marchbank",
      language: "de",
    });
  });

  it("may be known by its first line only", () => {
    const notice = "The Project Gutenberg EBook of The Box, by Ada Marchbank\n\n";
    expect(framed("*** START OF X ***", "*** END OF X ***", notice)).toMatchObject({
      title: "The Box",
      author: "Ada Marchbank",
    });
  });

  it("is none where nothing says so", () => {
    expect(readFrame(["Title: X", "", "*** STAR ***", "Text."])).toBeUndefined();
  });

  it("may be open at either end", () => {
    expect(readFrame(["*** START OF X ***", "Text."])).toMatchObject({ from: 1, to: 2 });
    expect(readFrame(["Text.", "*** END OF X ***", "More."])).toMatchObject({ from: 0, to: 1 });
  });
});

describe("a book's title, author and language", () => {
  const config = (yaml: string, ...notices: readonly string[]) => {
    const files = notices.map(
      (notice, index) => [`${index}.txt`, `${notice}*** START OF X ***\nText.\n`] as const,
    );
    const folder = scratchFolder({ ...Object.fromEntries(files), ...(yaml && { "book.yaml": yaml }) });
    const { value, diagnostics } = readConfig(folder, { env: {} });
    return { value, codes: diagnostics.map(({ code }) => code) };
  };

  it("are taken from there, and nothing is missed", () => {
    const { value, codes } = config("", NOTICE);
    expect(value).toMatchObject({ title: "The Box A Tale", authors: [{ name: "Ada Marchbank" }], language: "de" });
    expect(value.slug).toBe("the-box-a-tale");
    expect(codes).toEqual([]);
  });

  it("are those of book.yaml where it names them", () => {
    const { value } = config("title: Mine\nlanguage: fr\n", NOTICE);
    expect(value).toMatchObject({ title: "Mine", authors: [{ name: "Ada Marchbank" }], language: "fr" });
  });

  it("are taken only if the files agree", () => {
    const { value, codes } = config("", NOTICE, NOTICE.replace("The Box", "The Key"));
    expect(value).toMatchObject({ title: "Book", authors: [{ name: "Ada Marchbank" }] });
    expect(codes).toEqual(["config/incomplete"]);
  });
});
