/** Verse on the page: lines end where the author ends them, and what is too long goes on further in. */
import { describe, expect, it } from "vitest";
import { SMALL_PAGES, setBook, showPages } from "./set-book.ts";

const STYLE = `${SMALL_PAGES} .verse p { padding-left: 20pt; text-indent: -20pt each-line }`;

describe("a stanza", () => {
  it("turns over what is too long, and begins each line at the margin", async () => {
    const text =
      "::: verse\nThe pencil is a little plough,\nit turns the margin’s fallow row and leaves it so;\nand then.\n:::";
    const { pages } = await setBook({ "1.md": `# A\n\n${text}` }, STYLE);
    expect(showPages(pages).at(-1)).toBe(
      "1: A | The pencil is a little plough, | it turns the margin’s fallow row and leaves | it so; | and then.",
    );
    const starts = new Map<number, number>();
    for (const item of pages.at(-1)?.items ?? []) {
      if (item.kind === "run") starts.set(item.y, Math.min(item.x, starts.get(item.y) ?? Infinity));
    }
    const [, ...lines] = [...starts].sort(([a], [b]) => a - b).map(([, x]) => Math.round(x));
    expect(lines).toEqual([20, 20, 40, 20]);
  });

  it("keeps its line ends in justified text too, whatever rivers that makes", async () => {
    const lines = [
      "Aaa bbb ccc,",
      "it turns the margin’s fallow row;",
      "and what the author did not know the reader’s hand will",
    ];
    const { pages } = await setBook(
      { "1.md": `${lines.join("\\\n")} bury now, and leave it there a hundred years\\\nfor other readers.` },
      `${SMALL_PAGES} @page { size: 346pt 200pt } p { text-align: justify; text-indent: 15pt }`,
    );
    const set = showPages(pages).join(" | ");
    for (const line of lines.slice(0, 2)) expect(set).toContain(`${line} |`);
  });
});
