import { expect, test } from "vitest";
import { computeStyles } from "../../src/style/cascade.ts";
import { carryCounters } from "../../src/style/epub-counters.ts";
import { generateContent } from "../../src/style/generate-content.ts";
import { chapter, part } from "../support/elements.ts";
import { sheet } from "./support.ts";

const book = [part("p", "Part"), chapter("a", "A"), chapter("b", "B"), chapter("c", "C")];
const carry = (css: string) =>
  carryCounters(sheet(css), book, () => {
    const roots = book.map((section) => section.root);
    return generateContent(book, computeStyles(sheet(css), roots, "en", "screen"), "en");
  });

test("a chapter's document begins with the number that the book has come to", () => {
  const { css, sections } = carry(`body { counter-reset: chapter } .chapter { counter-reset: figure 0 }
    .chapter h1 { counter-increment: chapter } .chapter h1::before { content: counter(chapter) }`);
  expect(css).toBe(
    '[id="counted-b"] {\n  counter-reset: chapter 1 figure 0;\n}\n[id="counted-c"] {\n  counter-reset: chapter 2 figure 0;\n}\n',
  );
  expect(sections.map((section) => section.root.id)).toEqual([undefined, undefined, "counted-b", "counted-c"]);
  expect(sections[0]).toBe(book[0]);
  expect(sections[3]?.root.children).toBe(book[3]?.root.children);
});

test.each([
  [
    "counters that begin anew in each section",
    ".chapter { counter-reset: n } p { counter-increment: n } p::before { content: counter(n) }",
  ],
  ["counters that nobody sees", "h1 { counter-increment: n }"],
  [
    "counters that only the PDF shows",
    "h1 { counter-increment: n } @media print { h1::before { content: counter(n) } }",
  ],
])("%s need no rule", (_, css) => {
  expect(carry(css)).toEqual({ css: "", sections: book });
});
