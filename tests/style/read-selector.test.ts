import { describe, expect, test } from "vitest";
import type { Element } from "../../src/book/element.ts";
import { el, sheet, styleIn, warnings } from "./support.ts";

const one = el("p#one.first");
const two = el("p.second.wide", { lang: "de-AT", "epub:type": "note", title: "a long-winded title" });
const three = el("em.third");
const four = el("p.last");
const note = el("em.inner");
const aside = el("aside.footnote", note);
const tree = el("section.chapter", one, two, three, four, aside);
const NAMES = new Map<Element, string>([
  [one, "one"],
  [two, "two"],
  [three, "three"],
  [four, "four"],
  [aside, "aside"],
  [note, "note"],
  [tree, "section"],
]);

/** Names of the elements that a selector matches. */
function matched(selector: string): string {
  const css = `${selector} { orphans: 7 } * { widows: 3 }`;
  const hit = [...NAMES].filter(([element]) => {
    const own = styleIn(`* { orphans: 2 } ${css.replace("orphans: 7", "orphans: 7 !important")}`, tree, element);
    return own.orphans === 7;
  });
  return hit.map(([, name]) => name).join(" ");
}

describe("selectors match", () => {
  test.each([
    ["body > section > em", "three"],
    [":first-child", "one note section"],
    ["em:not(aside em)", "three"],
    [':lang(fr, "de-AT")', "two"],
    [":root p.last", "four"],
    ["section:root", ""],
    ["[title*='WIND']", ""],
    ["[title*='WIND' i]", "two"],
    ["[title*='']", ""],
    ["[epub|type=note]", "two"],
    ["[epub\\:type=note]", "two"],
    ["p.first, aside > em", "one note"],
    ["p:first-of-type", "one"],
    ["p:last-of-type", "four"],
    ["p:nth-of-type(2)", "two"],
    ["section > :nth-last-child(2)", "four"],
    ["em:only-child", "note"],
    ["em:only-of-type", "three note"],
    ["p:nth-last-of-type(odd)", "one four"],
    [":nth-child(2 of p)", "two"],
    [":nth-last-child(1 of p, em)", "four note"],
    [":is(p.first, aside) , em:where(.third)", "one three aside"],
    ["p:empty", "one two four"],
    ["aside:empty", ""],
    [":lang('*-AT')", "two"],
    ["p:hover, p:visited", ""],
    ["p:not(:hover, .last)", "one two"],
  ])("%s", (selector, names) => {
    expect(matched(selector)).toBe(names);
  });
});

test.each([
  ["*", 0],
  ["p", 1],
  ["section > p + em", 3],
  [".a", 1_000],
  ["p.a[b]:first-child", 3_001],
  ["#x .a p", 1_001_001],
  [":not(.a, #x p)", 1_000_001],
  [":is(.a, #x p) em", 1_000_002],
  [":where(.a, #x p) em", 1],
  ["p:only-child", 1_001],
  ["p:nth-child(2n of .a, b)", 2_001],
  ["p::before", 2],
  ["p:first-line", 2],
  ["p:lang(de):nth-child(2)", 2_001],
])("specificity of %s", (selector, specificity) => {
  expect(sheet(`${selector} { margin: 0 }`).rules[0]?.selectors[0]?.selector?.specificity).toBe(specificity);
});

test("what is not understood of a selector is told, and the rest of the list still holds", () => {
  const css = "h1,\np::selection,\n  em:has(.a) { color: red }";
  expect(warnings(css)).toEqual([
    "style/unsupported-selector 2:1 The PDF does not support “::selection” in a selector.",
    "style/unsupported-selector 3:3 The PDF does not support “:has()” in a selector.",
  ]);
  expect(styleIn(css, el("h1")).color).toEqual([1, 0, 0]);
});

test.each([
  ["p:nth-of-type(2 of .a)", ":nth-of-type()"],
  ["p::before em", "::before before the end"],
  ["p:not(::before)", ":not()"],
  ["p:frist-child", ":frist-child"],
  ["a:has(em)", ":has()"],
  ["p::selection", "::selection"],
])("%s is not understood", (selector, part) => {
  expect(warnings(`${selector} { margin: 0; grid-area: a }`)).toEqual([
    `style/unsupported-selector 1:1 The PDF does not support “${part}” in a selector.`,
  ]);
});
