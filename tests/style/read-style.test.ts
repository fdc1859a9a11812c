import { expect, test } from "vitest";
import { pageOf, read } from "./css.ts";

/** Code, file, line and column of each diagnostic. */
const places = (css: string) =>
  read(css).diagnostics.map((d) => [d.code, d.severity, d.span?.file, d.span?.line, d.span?.column]);

test("what the PDF does not support is told with its place", () => {
  expect(places("p {\n  text-indent: 0;\n  text-shadowing: 1pt 1pt black;\n}")).toEqual([
    ["style/unsupported-property", "warning", "book.css", 3, 3],
  ]);
  expect(places("p {\n  text-align: sideways;\n}")).toEqual([
    ["style/unsupported-value", "warning", "book.css", 2, 3],
  ]);
  expect(places("p { margin: 0 }\n  p:has(a) { margin: 0 }")).toEqual([
    ["style/unsupported-selector", "warning", "book.css", 2, 3],
  ]);
  expect(places("\n @font-face { font-family: X }")).toEqual([
    ["style/unsupported-at-rule", "warning", "book.css", 2, 2],
  ]);
  expect(places("p::selection { margin: 0 }")).toEqual([
    ["style/unsupported-selector", "warning", "book.css", 1, 1],
  ]);
});

test("once per rule, however many selectors it has", () => {
  expect(places("h1, h2, .x { blob: none }")).toHaveLength(1);
  expect(places("h1 { blob: none } h2 { blob: none }")).toHaveLength(2);
});

test("nothing is told of @media screen, but of @media print", () => {
  expect(places("@media screen { p:hover { text-shadow: none; text-align: sideways } }")).toEqual([]);
  expect(places("@media print { p { blob: none } }")).toHaveLength(1);
});

test("nor of at-rules in @media screen", () => {
  expect(places("@media screen { @container (width > 3em) { p { margin: 0 } } }")).toEqual([]);
});

test("of a list of selectors those that are understood hold", () => {
  expect(read("a:has(em), p { text-indent: 3pt }").diagnostics).toHaveLength(1);
  expect(read("p { --own: anything; color: var(--x) }").diagnostics.map((d) => d.code)).not.toContain(
    "style/unsupported-property",
  );
});

test("what is not CSS is told, and the rules after it are read", () => {
  const { value, diagnostics } = read("p { margin 1em; }\nh1 { margin: 0 }");
  expect(diagnostics.map((d) => [d.code, d.span?.line])).toEqual([["style/syntax", 1]]);
  expect(value.rules.at(-1)?.declarations[0]).toMatchObject({ property: "margin", value: "0" });
});

const MM = 72 / 25.4;

test.each<[string, number, number]>([
  ["A5", 148 * MM, 210 * MM],
  ["a4", 210 * MM, 297 * MM],
  ["letter", 612, 792],
  ["A5 landscape", 210 * MM, 148 * MM],
  ["A5 portrait", 148 * MM, 210 * MM],
  ["5in 8in", 360, 576],
  ["100mm 150mm", 100 * MM, 150 * MM],
  ["300pt", 300, 300],
])("@page size: %s", (value, width, height) => {
  const { box } = pageOf(`@page { size: ${value}; margin: 20pt }`);
  expect(box.width).toBeCloseTo(width, 6);
  expect(box.height).toBeCloseTo(height, 6);
});

test("@page inside @media screen is not the printed page", () => {
  expect(pageOf("@media screen { @page { size: A4 } }").box).toEqual(pageOf("").box);
});
