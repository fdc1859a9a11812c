/** Where paragraphs begin and end in wrapped text. */
import { describe, expect, it } from "vitest";
import { printed } from "./read-book.ts";

const LINES =
  "The lamp on the harbour wall had been out for three nights when she\ncame back to the port, and nobody had mended it or said that he would.";

const paragraphs = (text: string): string[] =>
  printed(text)
    .split("\n")
    .filter((line) => /^\d/.test(line))
    .map((line) => line.replace(/^\S+ +/, ""));

const joined = LINES.replace("\n", " ");

describe("wrapped text", () => {
  it("keeps a dash for which there was no room with its paragraph", () => {
    expect(paragraphs(`${LINES}\n--\n\n${LINES}\n\n${LINES}\n`)).toEqual([`${joined} --`, joined, joined]);
    expect(paragraphs(`${LINES}\n-- --\n\n${LINES}\n\n${LINES}\n`)[0]).toBe(`${joined} -- --`);
    expect(paragraphs(`${LINES}\n\n--\n\n${LINES}\n\n${LINES}\n`)[1]).toBe("* * *");
  });

  it("has one paragraph for each indent, be it short and without a full stop", () => {
    const dense = `   ${LINES}\n   « Qui est là ? »\n   ${LINES}\n   A SIGN\n   17, Monday\n   ${LINES}\n`;
    expect(paragraphs(`${dense}${dense}`).slice(0, 6)).toEqual([
      joined,
      "« Qui est là ? »",
      joined,
      "A SIGN",
      "17, Monday",
      joined,
    ]);
  });

  it("keeps verse together that is set off, whatever quotation marks its lines open with", () => {
    const verse = '    "Who goes down by night,\n    "Comes not home by day,"\n    And the lamp is bright.\n';
    expect(paragraphs(`${LINES}\n\n${verse}\n${LINES}\n\n${LINES}\n`)[1]).toMatch(
      /"Who goes down by night, ⏎ "Comes not home by day," ⏎ And the lamp is bright\.$/,
    );
  });
});
