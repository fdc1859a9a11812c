import { createRequire } from "node:module";
import MarkdownIt from "markdown-it";
import { expect, it } from "vitest";
import { bookOf, textOfBook } from "../book/book-of.ts";

interface Example {
  readonly markdown: string;
  readonly number: number;
}

const spec = createRequire(import.meta.url)("commonmark-spec") as { readonly tests: readonly Example[] };
const examples = spec.tests.map(({ markdown, number }) => ({ number, markdown: markdown.replaceAll("→", "\t") }));

/** The example as the text of a book. */
const read = (markdown: string): string => textOfBook(bookOf({ "1.md": markdown }).value);

const plain = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "");

const markdownIt = new MarkdownIt({ html: true });

/** What a reader of the HTML sees, pictures' descriptions too. */
function visible(markdown: string): string {
  const html = markdownIt
    .render(markdown)
    .replace(/<img\b[^>]*?\balt="([^"]*)"[^>]*>/g, "$1")
    .replace(/<[^>]*>/g, "");
  const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };
  return html.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => named[name] ?? "");
}

it("there are 652 examples", () => {
  expect(examples).toHaveLength(652);
});

it("every example can be read", () => {
  const failures = examples.flatMap(({ number, markdown }) => {
    try {
      read(markdown);
      return [];
    } catch (error) {
      return [`${number}: ${String(error)}`];
    }
  });
  expect(failures).toEqual([]);
});

it("no letter is lost, added or moved in examples without raw HTML", () => {
  const compared = examples.filter(({ markdown }) => !markdown.includes("<"));
  const failures = compared.flatMap(({ number, markdown }) => {
    const is = plain(read(markdown));
    const wanted = plain(visible(markdown));
    return is === wanted ? [] : [{ number, markdown, is, wanted }];
  });
  expect(compared.length).toBeGreaterThan(500);
  expect(failures).toEqual([]);
});
