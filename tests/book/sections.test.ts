import { describe, expect, it } from "vitest";
import type { Heading } from "../../src/book/model.ts";
import { type Files, outline, resolved } from "./book-of.ts";

const sections = (files: Files, changes = {}) => outline(resolved(files, changes).sections);

describe("chapters", () => {
  it("are of the level that files commonly open with", () => {
    expect(sections({ "1.md": "## One\n\na\n\n### Under\n", "2.md": "## Two\n\nb" })).toEqual([
      "chapter 1: One",
      "chapter 2: Two",
    ]);
  });

  it("stand in parts, which are higher headings alone in their files", () => {
    const files = { "0.md": "# Part", "1.md": "## One\n\na", "2.md": "## Two\n\nb", "3.md": "## Three\n\nc" };
    expect(sections(files)).toEqual(["part 0: Part", "chapter 1: One", "chapter 2: Two", "chapter 3: Three"]);
  });

  it("share a file with their part", () => {
    const files = { "1.md": "# Part\n\n## One\n\na", "2.md": "## Two\n\nb", "3.md": "## Three\n\nc" };
    expect(sections(files)).toEqual(["part 1: Part", "chapter 1-one: One", "chapter 2: Two", "chapter 3: Three"]);
  });

  it("divide a file", () => {
    expect(sections({ "all.md": "# One\n\na\n\n# Two\n\nb\n\n# Two\n\nc" })).toEqual([
      "chapter all: One",
      "chapter all-two: Two",
      "chapter all-two-2: Two",
    ]);
  });

  it("have the level that the configuration says", () => {
    const files = { "1.md": "# One\n\n## Two\n\na" };
    expect(sections(files)).toEqual(["chapter 1: One"]);
    expect(sections(files, { chapterLevel: 2 })).toEqual(["part 1: One", "chapter 1-two: Two"]);
  });

  it("take the title of the file's header", () => {
    const { sections: all } = resolved({ "1.md": "---\ntitle: Headed\nclass: dark\nlanguage: fr\n---\n\nText." });
    expect(outline(all)).toEqual(["chapter 1: Headed"]);
    expect(all[0]).toMatchObject({ classes: ["dark"], language: "fr" });
    expect(all[0]?.blocks[0]).toMatchObject({ kind: "heading", level: 1, children: [{ text: "Headed" }] });
  });

  it("without a heading are called by their first words, or their file", () => {
    const files = { "1.md": "One two three four five six seven.", "2.md": "Short.", "third.md": "" };
    expect(sections(files)).toEqual([
      "chapter 1: One two three four five six …",
      "chapter 2: Short.",
      "chapter third: third",
    ]);
    expect(resolved(files).sections[0]?.blocks.map((block) => block.kind)).toEqual(["paragraph"]);
  });
});

describe("ids", () => {
  const files = { "a/1.md": "# One\n\n## Same\n\n## Same\n\n## 1st\n", "a-1.md": "# One\n\n## Same\n" };
  const ids = (given: Files) =>
    resolved(given).sections.map(({ id, blocks }) => [
      id,
      ...blocks.filter((block): block is Heading => block.kind === "heading").map((heading) => heading.id),
    ]);

  it("are unique: sections in the book, headings in their section", () => {
    expect(ids(files)).toEqual([
      ["a-1", "one", "same", "same-2", "s-1st"],
      ["a-1-2", "one", "same"],
    ]);
  });

  it("do not change with what is written elsewhere", () => {
    const [first] = ids(files);
    const later = ids({ "0.md": "# Before\n", "a/1.md": `${files["a/1.md"]}\nMore.\n\n## New\n` });
    expect(later[1]?.slice(0, 5)).toEqual(first);
  });
});

it("headings below the title skip no level", () => {
  const [section] = resolved({ "1.md": "## A\n\n##### B\n\n###### C\n\n#### D\n\n##### E\n" }).sections;
  const levels = section?.blocks.flatMap((block) => (block.kind === "heading" ? [block.level] : []));
  expect(levels).toEqual([1, 2, 3, 2, 3]);
});
