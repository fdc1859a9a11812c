import { expect, test } from "vitest";
import { findAccessWords } from "../../src/epub/access-words.ts";

const LANGUAGES = "ca cs da de en es fi fr hu it nb nl no pl pt ru sv uk".split(" ");

test.each(LANGUAGES)("%s has every sentence, each of its own", (language) => {
  const found = findAccessWords(language);
  const sentences = Object.values(found.words);
  expect(found.language).toBe(language);
  expect(sentences).toHaveLength(6);
  expect(new Set(sentences).size).toBe(6);
  for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}.*\p{L}\.$/u);
  if (language !== "en") expect(sentences).not.toContain(findAccessWords("en").words.textual);
});

test("a region speaks its language, an unknown language English, and says so", () => {
  expect(findAccessWords("de-AT")).toEqual({ words: findAccessWords("de").words, language: "de-AT" });
  expect(findAccessWords("tlh")).toEqual({ words: findAccessWords("en").words, language: "en" });
});
