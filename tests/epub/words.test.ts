import { expect, test } from "vitest";
import { findWords } from "../../src/epub/words.ts";

const LANGUAGES = "ca cs da de en es fi fr hu it nb nl no pl pt ru sv uk".split(" ");

test.each(LANGUAGES)("%s has a word for everything", (language) => {
  for (const word of Object.values(findWords(language))) expect(word).toMatch(/^\S.*\S$/);
  expect(Object.keys(findWords(language))).toEqual(Object.keys(findWords("en")));
});

test("a region has its language's words, an unknown language has English ones", () => {
  expect(findWords("de-AT").pages).toBe("Seiten");
  expect(findWords("tlh").pages).toBe("Pages");
});
