import { expect, test } from "vitest";
import { epub } from "./css.ts";

test.each<[string, string, string]>([
  ["@page is dropped", "@page { size: A5 } p { color: red }", "p { color: red; }"],
  ["print is dropped", "@media print { p { color: red } } h1 { color: red }", "h1 { color: red; }"],
  ["screen is unwrapped", "@media screen { p { max-width: 100% } }", "p { max-width: 100%; }"],
  ["the reader chooses size, leading and colour", "body { font-size: 11pt; line-height: 14pt; color: red }", ""],
  ["the rest of body stays", "body { font-size: 11pt; font-style: italic }", "body { font-style: italic; }"],
  [
    "lengths become em of the body's size",
    "body { font-size: 10pt } p { text-indent: 15pt }",
    "p { text-indent: 1.5em; }",
  ],
  ["px and mm as well", "body { font-size: 12pt } p { letter-spacing: 16px }", "p { letter-spacing: 1em; }"],
  ["em and percent stay", "p { text-indent: 2em; padding-left: 5% }", "p { text-indent: 2em; padding-left: 5%; }"],
  [
    "rem becomes em",
    "html { font-size: 10pt } p { font-size: 20pt; margin-top: 1rem }",
    "p { font-size: 2em; margin-top: 0.5em; }",
  ],
  ["var() is resolved", ":root { --i: 2em } p { text-indent: var(--i) }", "p { text-indent: 2em; }"],
  ["its fallback too", "p { text-indent: var(--none, 3em) }", "p { text-indent: 3em; }"],
  ["bare div is left out", "div { color: red } span { color: red }", ""],
  ["div with a class stays", "div.a { color: red }", "div.a { color: red; }"],
  ["of a list only bare div is left out", "div, p { color: red }", "p { color: red; }"],
  [
    "a list in :not() is taken apart, without splitting the selector",
    "p:not(.a, .b) { color: red }",
    "p:not(.a):not(.b) { color: red; }",
  ],
  ["commas in attribute values neither", 'p[title="a, div"] { color: red }', 'p[title="a, div"] { color: red; }'],
  ["!important stays", "p { color: red !important }", "p { color: red !important; }"],
  [
    "bare numbers stay",
    "@media screen { p { opacity: 0; line-height: 1.5 } }",
    "p { opacity: 0; line-height: 1.5; }",
  ],
  ["what the PDF lacks stays", "p { text-shadow: none }", "p { text-shadow: none; }"],
])("%s", (_, css, wanted) => {
  const comparable = (text: string) => text.replace(/\s*([,:;{}])\s*/g, "$1");
  expect(comparable(epub(css))).toBe(comparable(wanted));
});

const PAGE = "@page { size: 400pt 600pt; margin: 50pt } body { font-size: 10pt }";

test("side margins become percent of the measure, the others em", () => {
  expect(epub(`${PAGE} p { margin-left: 30pt; margin-right: 15pt; margin-top: 20pt }`)).toMatch(
    /margin-left: 10%; margin-right: 5%; margin-top: 2em/,
  );
  expect(epub(`${PAGE} p { margin: 10pt 30pt }`)).toContain("margin: 1em 10%");
  expect(epub(`${PAGE} p { margin: 10pt 30pt 20pt 15pt }`)).toContain("margin: 1em 10% 2em 5%");
});

test("em are those of the rule's own font size", () => {
  const css = epub("body { font-size: 10pt } h1 { font-size: 20pt; margin-top: 40pt }");
  expect(css).toContain("font-size: 2em");
  expect(css).toContain("margin-top: 2em");
});
