import { expect, test } from "vitest";
import { ofParagraph, read } from "./css.ts";

const BASE = "html { font-size: 10pt } p { font-size: 20pt; line-height: 25pt }";

test.each<[string, number]>([
  ["3pt", 3],
  ["4px", 3],
  ["25.4mm", 72],
  ["2.54cm", 72],
  ["1in", 72],
  ["1pc", 12],
  ["1.5em", 30],
  ["1.5rem", 15],
  ["2lh", 50],
  ["10%", 30.6],
  ["-2pt", -2],
  [".5em", 10],
  ["0", 0],
])("text-indent: %s is %d points", (value, points) => {
  expect(
    ofParagraph(`@page { size: 432pt 648pt; margin: 63pt } ${BASE} p { text-indent: ${value} }`).textIndent,
  ).toBeCloseTo(points, 6);
});

test.each<[string, number]>([
  ["2em", 20],
  ["150%", 15],
  ["2rem", 24],
  ["9pt", 9],
])("font-size: %s is measured in the parent's", (value, points) => {
  expect(
    ofParagraph(`html { font-size: 12pt } body { font-size: 10pt } p { font-size: ${value} }`).fontSize,
  ).toBeCloseTo(points, 6);
});

test("font size and line height count wherever they stand in the rule", () => {
  expect(ofParagraph("p { margin-top: 2em; text-indent: 1lh; line-height: 2em; font-size: 8pt }")).toMatchObject({
    marginTop: 16,
    textIndent: 16,
    lineHeight: 16,
  });
});

test.each<[string, [number, number, number, number]]>([
  ["1pt", [1, 1, 1, 1]],
  ["1pt 2pt", [1, 2, 1, 2]],
  ["1pt 2pt 3pt", [1, 2, 3, 2]],
  ["1pt 2pt 3pt 4pt", [1, 2, 3, 4]],
])("margin and padding: %s", (value, [top, right, bottom, left]) => {
  expect(ofParagraph(`p { margin: ${value}; padding: ${value} }`)).toMatchObject({
    marginTop: top,
    marginRight: right,
    marginBottom: bottom,
    marginLeft: left,
    paddingTop: top,
    paddingRight: right,
    paddingBottom: bottom,
    paddingLeft: left,
  });
});

test("a side set after the shorthand wins, one set before it does not", () => {
  expect(ofParagraph("p { margin: 1pt; margin-left: 5pt }").marginLeft).toBe(5);
  expect(ofParagraph("p { margin-left: 5pt; margin: 1pt }").marginLeft).toBe(1);
});

test("other shorthands", () => {
  const css = "p { list-style: square; text-decoration: underline; font-variant: small-caps }";
  expect(ofParagraph(css)).toMatchObject({
    listStyleType: "square",
    textDecoration: "underline",
    fontVariantCaps: "small-caps",
  });
});

test.each<[string, readonly [number, number, number]]>([
  ["#0f0", [0, 1, 0]],
  ["#0000ff", [0, 0, 1]],
  ["white", [1, 1, 1]],
  ["rgb(255, 0, 0)", [1, 0, 0]],
])("color: %s", (value, wanted) => {
  expect(ofParagraph(`p { color: ${value} }`).color).toEqual(wanted);
});

test.each([
  "text-indent: 3",
  "text-indent: 3foo",
  "margin: 1pt 2pt 3pt 4pt 5pt",
  "orphans: 0",
  "font-size: -1pt",
  "color: nope",
])("%s is not a value", (declaration) => {
  expect(read(`p { ${declaration} }`).diagnostics.map((d) => d.code)).toEqual(["style/unsupported-value"]);
});
