/** Whom a quotation or an epigraph quotes. */
import { describe, expect, it } from "vitest";
import type { Element } from "../../src/book/element.ts";
import { elementsOf } from "../../src/book/elements-of.ts";
import { marked } from "./book-of.ts";
import { textOfElements } from "./print-elements.ts";

/** What stands in the first section as the source of something quoted. */
function attributions(text: string): string[] {
  const [section] = marked({ "1.md": text });
  const elements: Element[] = section ? [...elementsOf(section.root)] : [];
  return elements.filter(({ classes }) => classes.includes("attribution")).map(textOfElements);
}

describe("the last paragraph is the source if it begins with a dash", () => {
  it.each([
    ["of a quotation", "> Every family is a village.\n>\n> — Ada Holm, 1931", "— Ada Holm, 1931"],
    ["with a typed dash", "> Every family is a village.\n>\n> -- Ada Holm", "— Ada Holm"],
    ["of an epigraph", "::: epigraph\nEvery family is a village.\n\n– Ada Holm\n:::", "– Ada Holm"],
    ["of verse", "::: epigraph\n::: verse\nA village\nis a family.\n:::\n\n— Ada Holm\n:::", "— Ada Holm"],
  ])("%s", (_, text, source) => {
    expect(attributions(`${text}\n\nText.`)).toEqual([source]);
  });
});

describe("it is not", () => {
  it.each([
    ["where nothing is quoted", "> — Ada Holm"],
    ["in the text itself", "Every family is a village.\n\n— Ada Holm"],
    ["where people speak", "> — Is it far\n>\n> — Not very far"],
    ["where somebody ends a sentence", "> The door opened.\n>\n> — Come in!"],
    ["where it is long", `> Every family is a village.\n>\n> — ${"and so on ".repeat(20)}`],
    ["if it comes first", "> — Ada Holm\n>\n> Every family is a village."],
    ["in another passage with a name", "::: letter\nEvery family is a village.\n\n— Ada Holm\n:::"],
  ])("%s", (_, text) => {
    expect(attributions(`${text}\n\nText.`)).toEqual([]);
  });
});
