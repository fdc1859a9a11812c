/** What sections are, by their headers, their files' names and their titles; and where they stand. */
import { describe, expect, it } from "vitest";
import { findRole, findRoleOfFile, findRoleOfTitle } from "../../src/book/roles.ts";
import { type Files, resolved, told } from "./book-of.ts";

const sections = (files: Files, changes = {}) =>
  resolved(files, changes).sections.map(({ role, matter, title }) => `${matter} ${role}: ${title}`);

describe("roles", () => {
  it.each([
    ["dedication", "dedication"],
    ["Acknowledgements", "acknowledgments"],
    ["about the author", "about-the-author"],
    ["copyright", "copyrightpage"],
    ["Appendix B", "appendix"],
    ["part", "part"],
    ["chapterette", undefined],
  ])("of a header: %s", (name, role) => {
    expect(findRole(name)).toBe(role);
  });

  it.each([
    ["00-dedication", "dedication"],
    ["99_about_the_author", "about-the-author"],
    ["Vorwort", "preface"],
    ["appendix-a", "appendix"],
    ["chapter-1", undefined],
    ["part-2", undefined],
    ["index", undefined],
    ["my-dedication-to-work", undefined],
  ])("of a file: %s", (name, role) => {
    expect(findRoleOfFile(name)).toBe(role);
  });

  it.each([
    ["Prologue", "prologue"],
    ["ÉPILOGUE", "epilogue"],
    ["Appendix: Sources", "appendix"],
    ["The Prologue of the Wife of Bath", undefined],
    ["Dedication", undefined],
    ["Contents", undefined],
    ["Part", undefined],
    ["Author", undefined],
  ])("of a title: %s", (title, role) => {
    expect(findRoleOfTitle(title)).toBe(role);
  });
});

describe("matter", () => {
  const CHAPTERS = { "1-one.md": "# One\n\na", "2-two.md": "# Two\n\nb" };

  it("is the body from its first chapter to its last", () => {
    const files = {
      "0-preface.md": "# Before\n\nx",
      "1-prologue.md": "# Night\n\nx",
      "2-one.md": "# One\n\na",
      "3-acknowledgements.md": "# Thanks\n\nx",
      "4-two.md": "# Two\n\nb",
      "5-afterword.md": "# After\n\nx",
    };
    expect(sections(files)).toEqual([
      "front preface: Before",
      "body prologue: Night",
      "body chapter: One",
      "body acknowledgments: Thanks",
      "body chapter: Two",
      "back afterword: After",
    ]);
  });

  it("of files without a number is where such sections belong", () => {
    const files = {
      ...CHAPTERS,
      "about-the-author.md": "Born, lived.",
      "acknowledgements.md": "# Thanks\n\nx",
      "dedication.md": "For A.",
      "epilogue.md": "# Later\n\nx",
      "foreword.md": "# Foreword\n\nx",
    };
    expect(sections(files)).toEqual([
      "front dedication: Dedication",
      "front foreword: Foreword",
      "body chapter: One",
      "body chapter: Two",
      "body epilogue: Later",
      "back acknowledgments: Thanks",
      "back about-the-author: Born, lived.",
    ]);
  });

  it("of a book without chapters is the body", () => {
    expect(sections({ "1-preface.md": "# Preface\n\nx" })).toEqual(["body preface: Preface"]);
  });
});

describe("a header's role", () => {
  it("makes the file one section", () => {
    const files = { "1.md": "---\nrole: preface\n---\n\n# First\n\na\n\n# Second\n\nb", "2.md": "# One\n\nc" };
    expect(sections(files)).toEqual(["front preface: First", "body chapter: One"]);
  });

  it("goes before what the file's name says", () => {
    expect(sections({ "1-epilogue.md": "---\nrole: chapter\n---\n\n# X\n\nx" })).toEqual(["body chapter: X"]);
  });

  it("must be one that there is", () => {
    const { diagnostics } = resolved({ "1.md": "---\nrole: dedicaton\n---\n\nx" });
    expect(told(diagnostics)).toEqual(["2:7 config/wrong-type"]);
    expect(diagnostics[0]?.hints).toEqual(["Did you mean dedication?"]);
  });
});

it("a title that is a role's name gives the role, in a book of one file too", () => {
  expect(sections({ "all.md": "# Prologue\n\na\n\n# One\n\nb\n\n# Acknowledgments\n\nc" })).toEqual([
    "body prologue: Prologue",
    "body chapter: One",
    "back acknowledgments: Acknowledgments",
  ]);
});

it("sections without a heading are called by their role, in the book's language", () => {
  expect(sections({ "1-dedication.md": "Für A.", "2.md": "# Eins\n\na" }, { language: "de" })[0]).toBe(
    "front dedication: Widmung",
  );
});
