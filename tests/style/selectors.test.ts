import { expect, test } from "vitest";
import type { Element } from "../../src/book/element.ts";
import { el } from "../support/elements.ts";
import { read, styles } from "./css.ts";

const first = el("p#one.a.b", { title: "alpha beta", href: "Notes.xhtml" });
const nested = el("em", {});
const second = el("p.b", { lang: "de-AT" }, nested);
const third = el("blockquote", {});
const fourth = el("p", {});
const root = el("section.chapter", {}, first, "text", second, third, fourth);
const names = new Map<Element, string>([
  [root, "root"],
  [first, "first"],
  [second, "second"],
  [nested, "nested"],
  [third, "third"],
  [fourth, "fourth"],
]);

/** The names of the elements that a selector matches. `margin-top` is not inherited. */
function matched(selector: string): string[] {
  const css = `${selector} { margin-top: 77pt }`;
  expect(read(css).diagnostics).toEqual([]);
  const all = [...names.keys()];
  const computed = styles(css, root, ...all);
  return all.filter((_, i) => computed[i]?.marginTop === 77).map((element) => names.get(element) ?? "");
}

test.each<[string, string[]]>([
  ["p", ["first", "second", "fourth"]],
  ["P", ["first", "second", "fourth"]],
  ["h1", []],
  ["*", ["root", "first", "second", "nested", "third", "fourth"]],
  [".b", ["first", "second"]],
  [".a.b", ["first"]],
  [".B", []],
  ["em.b", []],
  ["#one", ["first"]],
  ["#two", []],
  ["p#one.a", ["first"]],
  ["[title]", ["first"]],
  ["[alt]", []],
  ['[title="alpha beta"]', ["first"]],
  ['[title="alpha"]', []],
  ['[title~="beta"]', ["first"]],
  ['[title~="bet"]', []],
  ["[lang|=de]", ["second"]],
  ["[lang|=d]", []],
  ['[href^="Notes"]', ["first"]],
  ['[href^="otes"]', []],
  ['[href$=".xhtml"]', ["first"]],
  ['[href$=".html"]', []],
  ['[href*="tes.x"]', ["first"]],
  ['[href*="zzz"]', []],
  ["[class~=b]", ["first", "second"]],
  ["[id=one]", ["first"]],
  ["section em", ["nested"]],
  ["body section em", ["nested"]],
  ["blockquote em", []],
  ["section > p", ["first", "second", "fourth"]],
  ["section > em", []],
  ["p > em", ["nested"]],
  ["p + p", ["second"]],
  ["blockquote + p", ["fourth"]],
  ["blockquote + em", []],
  [".a ~ p", ["second", "fourth"]],
  ["blockquote ~ .b", []],
  ["section > .a + p em", ["nested"]],
  ["p:first-child", ["first"]],
  ["em:first-child", ["nested"]],
  ["blockquote:first-child", []],
  ["p:last-child", ["fourth"]],
  ["blockquote:last-child", []],
  ["section > :nth-child(2)", ["second"]],
  ["section > :nth-child(odd)", ["first", "third"]],
  ["section > :nth-child(even)", ["second", "fourth"]],
  ["section > :nth-child(3n+1)", ["first", "fourth"]],
  ["section > :nth-child(-n+2)", ["first", "second"]],
  ["section > :nth-child(n+3)", ["third", "fourth"]],
  ["p:nth-child(3)", []],
  ["p:not(.a)", ["second", "fourth"]],
  ["p:not(.a, :last-child)", ["second"]],
  ["p:not(p)", []],
  [":lang(de)", ["second", "nested"]],
  [":lang(de-AT)", ["second", "nested"]],
  ["p:lang(en)", ["first", "fourth"]],
  [":lang(d)", []],
  ["blockquote, em, .nowhere", ["third", "nested"]],
])("%s matches %j", (selector, wanted) => {
  expect(matched(selector).sort()).toEqual([...wanted].sort());
});
