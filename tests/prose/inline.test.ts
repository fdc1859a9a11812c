/** Inline Markdown in text that is none otherwise. */
import { describe, expect, it } from "vitest";
import { printed } from "./read-book.ts";

const SECOND = "She put her bag down in the hall, and looked at the letters. It was late.";

/** A line among others, as it is read. */
const read = (line: string): string =>
  /^5:\S+ +(.*)$/m.exec(printed(`---\nparagraphs: lines\n---\n${SECOND}\n${line}\n${SECOND}\n`))?.[1] ?? "";

describe("emphasis", () => {
  it.each([
    ["_word_", "_word_"],
    ["*word*", "_word_"],
    ["a **word**", "a **word**"],
    ["l'_Ami du Peuple_, dit-il", "l'_Ami du Peuple_, dit-il"],
    ["_I_'m not", "_I_'m not"],
    ['"_What?_" he said', '"_What?_" he said'],
    ["«_Non!_»", "«_Non!_»"],
    ["(_sic_)", "(_sic_)"],
    ["yes--_no_--yes", "yes--_no_--yes"],
    ["two _Times_es", "two _Times_es"],
    ["un_believ_able", "un_believ_able"],
    ["_one_ and _two_", "_one_ and _two_"],
  ])("in %s", (written, wanted) => {
    expect(read(written)).toBe(wanted);
  });
});

describe("text", () => {
  it.each([
    "a_b_c@example.org",
    "https://example.org/a_b_c",
    "5 * 3 * 2",
    "`Who's there?' he said. `Who?'",
    "<Nobody> answered",
    "1. One",
    "- One",
    "+ One",
    "> One",
    "| One |",
    "A < B, and B > C",
    "#one",
    "Ann's $5",
  ])("is %s", (written) => {
    expect(read(written)).toBe(written);
  });

  it("keeps what Markdown has for words: notes, pictures, breaks, escapes", () => {
    expect(read("see ![the sea](sea.png) there")).toBe("see ![the sea] there");
    expect(read("so^[or not] it was")).toMatch(/^so\[\^/);
    expect(read("one<br>two")).toBe("one ⏎ two");
    expect(read("\\*not\\* so")).toBe("*not* so");
    expect(read("<i>so</i>")).toBe("_so_");
  });
});
