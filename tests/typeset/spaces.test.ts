/** Every kind of space in a line, and no word lost beside it. */
import { expect, it } from "vitest";
import { openFontLibrary } from "../../src/fonts/library.ts";
import { computeStyles } from "../../src/style/cascade.ts";
import { readStyle } from "../../src/style/read-style.ts";
import type { Page } from "../../src/typeset/page/page.ts";
import { typesetBook } from "../../src/typeset/typeset.ts";
import { chapter, p } from "../support/elements.ts";

function setText(text: string): readonly Page[] {
  const section = chapter("one", "", p(text));
  const sheet = readStyle("/book.css", "book.css", "body { font-size: 10pt }").value;
  const { pageStyles, root, styleOf } = computeStyles(sheet, [section.root], "en");
  const means = { library: openFontLibrary(), hyphenate: () => [], imageSize: () => undefined };
  const pseudoOf = () => undefined;
  return typesetBook([section], { pageStyles, root, styleOf, pseudoOf }, means).value;
}

const SPACES = [0x09, 0x0b, 0x20, 0x85, 0xa0, 0x1680, 0x202f, 0x205f, 0x3000, 0x2028, 0x2029, 0xfeff];
for (let code = 0x2000; code <= 0x200b; code++) SPACES.push(code);

it.each(SPACES.map((code) => [code.toString(16).toUpperCase().padStart(4, "0"), code] as const))(
  "U+%s",
  (_, code) => {
    const words = setText(`one${String.fromCodePoint(code)}two`).flatMap((page) =>
      page.items.flatMap((item) =>
        item.kind === "run" && item.source ? item.words.map((w) => w.shaped.text) : [],
      ),
    );
    expect(words.join("")).toBe("onetwo");
  },
);
