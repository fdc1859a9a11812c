/** The verdict on how lines make paragraphs. */
import { describe, expect, it } from "vitest";
import { judgeParagraphs } from "../../src/prose/judge-paragraphs.ts";

const LONG =
  "The lamp on the harbour wall had been out for three nights. Nobody had mended it, and nobody had said that he would; they only looked.";
const SHORT = '"It is out," said Tomas.';
const WRAPPED = [
  "The lamp on the harbour wall had been out for three nights when Inés",
  "came back to the port. She said nothing about it at first; she put her",
  "bag down in the hall, looked at the letters on the table, and asked if",
  "the café was open.",
];

const judge = (lines: readonly string[], name = "md", isFramed = false) =>
  judgeParagraphs(lines, { isPlainText: name === "txt", isFramed }).paragraphs;

describe("one paragraph to a line", () => {
  it.each([
    ["narration and speech", [LONG, SHORT, LONG, SHORT]],
    ["a stray empty line", [LONG, SHORT, "", LONG, SHORT, SHORT]],
    ["scenes of a few lines", [LONG, SHORT, SHORT, "", LONG, SHORT, LONG, "", LONG, LONG, SHORT]],
    ["a number above two lines", ["III.", LONG, SHORT]],
    ["speech that begins with hyphens", [LONG, "- Oui.", "- Non.", LONG, "- Alors ?", LONG]],
    ["lines that end in no full stop", [LONG, SHORT, "and so it went", LONG, LONG, SHORT, "And on", LONG, SHORT]],
    ["indents", [LONG, SHORT, LONG].map((line) => `    ${line}`)],
  ])("%s", (_, lines) => {
    expect(judge(lines)).toBe("lines");
    expect(judge(lines, "txt")).toBe("lines");
  });
});

describe("wrapped text", () => {
  const paragraphs = [...WRAPPED, "", ...WRAPPED, "", SHORT, "", ...WRAPPED];

  it("is told by full lines that end no sentence", () => {
    expect(judge(paragraphs, "txt")).toBe("wrapped");
    expect(judge(paragraphs, "md", true)).toBe("wrapped");
    expect(judge(["I.", "", ...paragraphs, "", "II.", "", ...paragraphs])).toBe("wrapped");
  });

  it("in a Markdown file without numbers or cut words is Markdown, which reads the same", () => {
    expect(judge(paragraphs)).toBe("markdown");
    expect(judge(["# One", "", ...paragraphs])).toBe("markdown");
  });

  it("is told by lines in the middle of the page, or numbers that keep each other company", () => {
    const titled = (title: string) => [title, "", ...paragraphs, ""];
    const sections = ["The Box", "The Key", "The Lock"].flatMap((title) => titled(`${" ".repeat(24)}${title}`));
    expect(judge(sections)).toBe("wrapped");
    expect(judge(["- 1 -", "- 2 -", "- 3 -"].flatMap(titled))).toBe("wrapped");
  });

  it("without an empty line is wrapped all the same", () => {
    expect(judge([...WRAPPED, ...WRAPPED, ...WRAPPED], "txt")).toBe("wrapped");
  });
});

describe("Markdown", () => {
  it.each([
    ["paragraphs on lines of their own", [LONG, "", SHORT, "", LONG, "", SHORT]],
    ["one paragraph that lacks an empty line", [LONG, "", SHORT, "", LONG, SHORT, "", SHORT]],
    ["a list", [LONG, "", "- One thing.", "- Another thing.", "- The last thing.", "", LONG]],
    ["a list in order", [LONG, "", "1. One thing.", "2. Another thing.", "3. The last thing.", "", LONG]],
    ["a quotation", ["> A line.", "> Another line.", "> The last line."]],
    ["code", ["```", "Run it.", "Stop it.", "Mend it.", "```"]],
    ["a table", ["| A. | B. |", "|----|----|", "| C. | D. |", "| E. | F. |"]],
    ["kept line ends", ["A rose is a rose.  ", "Is a rose.  ", "Is a rose."]],
    [
      "one sentence to a line",
      [
        "We went home.",
        "It was late.",
        "The dog barked.",
        "",
        "We slept.",
        "Nobody came.",
        "",
        "Then it was day.",
        "It rained.",
      ],
    ],
    ["verse", ["The river's deep,", "the river's wide,", "there's no one", "on the other side"]],
    ["nothing", [""]],
  ])("%s", (_, lines) => {
    expect(judge(lines)).toBe("markdown");
  });

  it("in a text file is Markdown if it shows that it is", () => {
    expect(judge(["# One", "", LONG, "", SHORT], "txt")).toBe("markdown");
    expect(judge([LONG, "", "1. One thing.", "2. Another thing.", "", LONG], "txt")).toBe("markdown");
    expect(judge([LONG, "", SHORT, "", LONG], "txt")).toBe("wrapped");
  });
});
