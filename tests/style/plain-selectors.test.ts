import { expect, test } from "vitest";
import { plainSelectors } from "../../src/style/plain-selectors.ts";

test.each([
  ["p + p", ["p + p"]],
  [":is(h1, h2) + p", ["h1 + p", "h2 + p"]],
  [":is(blockquote, .notice) > p:first-child", ["blockquote > p:first-child", ".notice > p:first-child"]],
  ["p:is(.a, [title='x, y'])", ["p.a", "p[title='x, y']"]],
  [".a:where(p, div)", ["p.a", "div.a"]],
  ["section :is(.a .b, i)", ["section .a .b", "section i"]],
  ["p:is(div)", []],
  ["p:is(.a .b)", []],
  [":is(:is(h1, h2), h3)", ["h1", "h2", "h3"]],
  ["p:not(.a, .b)", ["p:not(.a):not(.b)"]],
  ["p:not(.a)", ["p:not(.a)"]],
  ["p:not([title='a.b'])", ["p:not([title='a.b'])"]],
  ["p:not(.a .b)", []],
  ["p:not(.a.b)", []],
  ["li:nth-child(2n + 1)", ["li:nth-child(2n + 1)"]],
])("%s", (selector, plain) => {
  expect(plainSelectors(selector)).toEqual(plain);
});
