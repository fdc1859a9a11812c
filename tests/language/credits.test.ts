import { describe, expect, test } from "vitest";
import { listCredits, nameVolume } from "../../src/language/credits.ts";

const LANGUAGES = "ca cs da de en es fi fr hu it nb nl no pl pt ru sv uk".split(" ");
const TASKS = [
  ...["translator", "editor", "illustrator", "adapter", "annotator", "foreword", "introduction", "afterword"],
  ...["photographer", "compiler", "cover designer", "book designer"],
];

describe.each(LANGUAGES)("in %s", (language) => {
  test("every kind of work has words of its own, with the names in them", () => {
    const lines = listCredits(
      TASKS.map((task) => ({ name: "X Y", task })),
      language,
      true,
    );
    expect(new Set(lines).size).toBe(TASKS.length);
    for (const line of lines) expect(line).toMatch(/^\p{Lu}[^%]* X Y$/u);
    if (language !== "en") expect(lines.join()).not.toMatch(/ by /);
  });

  test("a volume has its number", () => {
    expect(nameVolume({ name: "S", number: "4" }, language)).toMatch(/^S, [^%]*\b4\b[^%]*$/);
  });
});

test("names with signs that mean something to a replacement stay as they are", () => {
  expect(listCredits([{ name: "$& % $1", task: "editor" }], "en", false)).toEqual(["Edited by $& % $1"]);
});
