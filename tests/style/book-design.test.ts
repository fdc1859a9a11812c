import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Element } from "../../src/book/element.ts";
import type { ComputedStyle } from "../../src/style/computed-style.ts";
import { epubCss } from "../../src/style/epub-css.ts";
import { readStyle } from "../../src/style/read-style.ts";
import { USER_AGENT_CSS } from "../../src/style/user-agent.ts";
import { el, sheet, styleIn } from "./support.ts";

const CSS = readFileSync(new URL("../../styles/book.css", import.meta.url), "utf8");

/** Space above, line and space below. */
const linesOf = (style: ComputedStyle): number => (style.marginTop + style.lineHeight + style.marginBottom) / 14;

const inChapter = (element: Element): ComputedStyle =>
  styleIn(CSS, el("section.chapter", el("p"), element), element);

test("the user agent's sheet is understood whole", () => {
  expect(readStyle("", "", USER_AGENT_CSS).diagnostics).toEqual([]);
});

describe("whole lines in sum", () => {
  test.each([
    ["h1", 6],
    ["h2", 3],
    ["h3", 2],
    ["h4", 2],
    ["hr", 3],
    ["blockquote", 3],
    ["figure", 3],
    ["ul", 3],
    ["table", 3],
  ])("%s takes %i", (name, lines) => {
    expect(linesOf(inChapter(el(name)))).toBe(lines);
  });
  test("an opening page carries 30 lines under a title of one", () => {
    expect(36 - linesOf(inChapter(el("h1")))).toBe(30);
  });
  test("the title page's and the part's too", () => {
    const h1 = el("h1");
    expect(linesOf(styleIn(CSS, el("section.titlepage", h1), h1)) % 1).toBe(0);
    expect(linesOf(styleIn(CSS, el("section.part", h1), h1))).toBe(15);
    expect(styleIn(CSS, el("section.titlepage", h1)).breakBefore).toBe("recto");
  });
});

test("which paragraphs are indented", () => {
  const p = (): Element => el("p");
  const [afterTitle, second, afterBreak, quoted, quotedNext, afterQuote, note, item] = [
    p(),
    p(),
    p(),
    p(),
    p(),
    p(),
    p(),
    p(),
  ];
  const root = el(
    "section.chapter",
    ...[el("h1"), afterTitle, second, el("hr"), afterBreak, el("blockquote", quoted, quotedNext), afterQuote],
    ...[el("ul", el("li", item)), el("section.footnotes", el("aside.footnote", note))],
  );
  const indents = [afterTitle, second, afterBreak, quoted, quotedNext, afterQuote, note, item].map(
    (element) => styleIn(CSS, root, element).textIndent,
  );
  expect(indents).toEqual([0, 15, 0, 0, 15, 15, 0, 0]);
});

test("code and notes are smaller, in the text and in headings", () => {
  expect(inChapter(el("code")).fontSize).toBeCloseTo(9, 1);
  expect(inChapter(el("code")).fontFamily).toEqual(["Source Code Pro", "monospace"]);
  expect(inChapter(el("pre"))).toMatchObject({
    fontSize: 8.5,
    lineHeight: 11,
    hyphens: "none",
    textAlign: "left",
  });
  expect(inChapter(el("a.noteref"))).toMatchObject({ verticalAlign: "super", fontSize: 7.15 });
  expect(inChapter(el("aside.footnote"))).toMatchObject({ fontSize: 9, lineHeight: 11 });
  expect(inChapter(el("span.smallcaps")).fontVariantCaps).toBe("small-caps");
});

test("the e-book's stylesheet leaves the text to its reader", () => {
  const css = epubCss(sheet(CSS));
  const [body = ""] = /^body \{[^}]*\}/m.exec(css) ?? [];
  expect(body).toBe(
    'body {\n  font-family: "EB Garamond", serif;\n  font-variant-numeric: oldstyle-nums;\n  orphans: 2;\n  widows: 2;\n}',
  );
  expect(css).not.toMatch(/@|\/\*|var\(|\d(pt|in|mm|cm|rem|lh)\b/);
  expect(css).not.toMatch(/^(div|span)\b *[{,]/m);
  expect(css).toContain("blockquote {\n  margin: 1.273em 4.902%;\n}");
});
