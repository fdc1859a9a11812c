import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contrast, listFaint } from "../../src/epub/check-conformance.ts";
import { epubCss } from "../../src/style/epub-css.ts";
import { readStyle } from "../../src/style/read-style.ts";

test("contrast as WCAG defines it", () => {
  expect(contrast([0, 0, 0], [1, 1, 1])).toBeCloseTo(21, 5);
  expect(contrast([1, 1, 1], [1, 1, 1])).toBe(1);
  expect(contrast([0x76 / 255, 0x76 / 255, 0x76 / 255], [1, 1, 1])).toBeCloseTo(4.54, 2);
});

test.each([
  ["p { color: #767676 }", []],
  ["p { color: #777 }", ["p"]],
  [".a,\n.b { margin: 0; color: silver }", [".a, .b"]],
  ["code { background-color: #eee }", []],
  ["code { background: #333 }", ["code"]],
  ["code { background: #333; color: white }", []],
  ["@media (min-width: 20em) { em { color: yellow } }", ["em"]],
  ["p { border-color: #eee; margin: 0 }", []],
  ["p { color: inherit }", []],
])("%s", (css, faint) => {
  expect(listFaint(css).map((selector) => selector.replace(/^.*\{\s*/, ""))).toEqual(faint);
});

test("the default design is strong enough", () => {
  const css = readFileSync(new URL("../../styles/book.css", import.meta.url), "utf8");
  expect(listFaint(epubCss(readStyle("/styles/book.css", "styles/book.css", css).value))).toEqual([]);
});
