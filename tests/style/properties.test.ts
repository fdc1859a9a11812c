import { describe, expect, test } from "vitest";
import { parseColour } from "../../src/style/colours.ts";
import type { ComputedStyle } from "../../src/style/computed-style.ts";
import { PROPERTIES } from "../../src/style/properties.ts";
import { splitValue, substituteVariables } from "../../src/style/values.ts";
import { el, styleIn, warnings } from "./support.ts";

/** In a page of 400pt measure, html 10pt, body 12pt on 15pt. */
const BASE =
  "@page { size: 500pt 700pt; margin: 50pt } html { font-size: 10pt } body { font-size: 12pt; line-height: 15pt }";

describe("lengths in points", () => {
  test.each([
    ["7pt", 7],
    ["-7pt", -7],
    [".5in", 36],
    ["1cm", 28.3465],
    ["10mm", 28.3465],
    ["40q", 28.3465],
    ["1pc", 12],
    ["4px", 3],
    ["2em", 24],
    ["2rem", 20],
    ["2ex", 12],
    ["2ch", 12],
    ["2lh", 30],
    ["2vw", 10],
    ["1vmax", 7],
    ["calc(1em + 3pt * 2)", 18],
    ["calc((10% - 1em) / 2)", 14],
    ["min(2em, 10pt, 1in)", 10],
    ["max(2em, 10pt)", 24],
    ["clamp(1pt, 2em, 5pt)", 5],
    ["calc(-1 * 1em)", -12],
    ["10%", 40],
    ["0", 0],
    ["1.5E1pt", 15],
    ["auto", 0],
  ])("margin-left: %s", (value, points) => {
    const css = `${BASE} p { margin-left: ${value} }`;
    expect(styleIn(css, el("p")).marginLeft).toBeCloseTo(points, 3);
    expect(warnings(css)).toEqual([]);
  });
});

describe("each property", () => {
  test.each<[string, string, Partial<ComputedStyle>]>([
    ["display", "none", { display: "none" }],
    ["display", "list-item", { display: "list-item" }],
    ["font-family", '"EB Garamond", Old Face, serif', { fontFamily: ["EB Garamond", "Old Face", "serif"] }],
    ["font-size", "150%", { fontSize: 18 }],
    ["font-size", "1.5em", { fontSize: 18 }],
    ["font-size", "smaller", { fontSize: 10 }],
    ["font-size", "large", { fontSize: 12 }],
    ["font-weight", "bold", { fontWeight: 700 }],
    ["font-weight", "500", { fontWeight: 500 }],
    ["font-weight", "bolder", { fontWeight: 700 }],
    ["font-style", "oblique", { fontStyle: "italic" }],
    ["font-variant", "small-caps", { fontVariantCaps: "small-caps" }],
    ["font-variant-caps", "small-caps", { fontVariantCaps: "small-caps" }],
    ["line-height", "1.5", { lineHeight: 18 }],
    ["line-height", "normal", { lineHeight: 15 }],
    ["line-height", "2lh", { lineHeight: 30 }],
    ["color", "RebeccaPurple", { color: [0.4, 0.2, 0.6] }],
    ["margin", "1pt", { marginTop: 1, marginRight: 1, marginBottom: 1, marginLeft: 1 }],
    ["margin", "1pt 2pt 3pt", { marginTop: 1, marginRight: 2, marginBottom: 3, marginLeft: 2 }],
    ["margin", "0 auto", { marginTop: 0, marginRight: 0, marginBottom: 0, marginLeft: 0 }],
    ["padding", "1pt 2pt 3pt 4pt", { paddingTop: 1, paddingRight: 2, paddingBottom: 3, paddingLeft: 4 }],
    ["text-indent", "-1em", { textIndent: -12 }],
    ["text-align", "justify", { textAlign: "justify" }],
    ["text-align", "end", { textAlign: "right" }],
    ["text-transform", "uppercase", { textTransform: "uppercase" }],
    ["letter-spacing", "0.1em", { letterSpacing: 1.2000000000000002 }],
    ["hyphens", "auto", { hyphens: "auto" }],
    ["white-space", "pre-wrap", { whiteSpace: "pre-wrap" }],
    ["vertical-align", "super", { verticalAlign: "super" }],
    ["text-decoration", "underline", { textDecoration: "underline" }],
    ["text-decoration-line", "line-through", { textDecoration: "line-through" }],
    ["list-style", "outside upper-roman", { listStyleType: "upper-roman" }],
    ["list-style-type", "lower-latin", { listStyleType: "lower-alpha" }],
    ["break-before", "recto", { breakBefore: "recto" }],
    ["break-before", "left", { breakBefore: "verso" }],
    ["page-break-before", "always", { breakBefore: "page" }],
    ["break-after", "avoid", { breakAfter: "avoid" }],
    ["page-break-after", "right", { breakAfter: "recto" }],
    ["break-inside", "avoid-page", { breakInside: "avoid" }],
    ["page-break-inside", "avoid", { breakInside: "avoid" }],
    ["orphans", "3", { orphans: 3 }],
    ["widows", "4", { widows: 4 }],
    [
      "font",
      'italic small-caps 600 20pt/1.5 "A, B", C',
      {
        fontStyle: "italic",
        fontVariantCaps: "small-caps",
        fontWeight: 600,
        fontSize: 20,
        lineHeight: 30,
        fontFamily: ["A, B", "C"],
      },
    ],
    [
      "font",
      "10pt / 12pt Old Face",
      { fontSize: 10, lineHeight: 12, fontFamily: ["Old Face"], fontStyle: "normal" },
    ],
  ])("%s: %s", (property, value, expected) => {
    const css = `${BASE} span.x { ${property}: ${value} }`;
    expect(styleIn(css, el("span.x"))).toMatchObject(expected);
    expect(warnings(css)).toEqual([]);
  });
  test("every property of the table takes the wide keywords", () => {
    const css = [...PROPERTIES.keys()].map((name) => `${name}: inherit; `).join("");
    expect(warnings(`p { ${css} }`)).toEqual([]);
  });
});

describe("values that are not understood", () => {
  test.each([
    ["display: flex"],
    ["font-size: 0"],
    ["font-size: -3pt"],
    ["line-height: -1"],
    ["margin: 1pt 2pt 3pt 4pt 5pt"],
    ["margin: 3"],
    ["margin-top: calc(1pt + 2)"],
    ["margin-top: calc(1pt*)"],
    ["border: 1pt 2pt solid"],
    ["font-variant: small"],
    ["padding: -1pt"],
    ["padding-left: auto"],
    ["letter-spacing: 5%"],
    ["font-weight: 0"],
    ["font: bold"],
    ["color: transparent"],
    ["color: rgba(0, 0, 0, x)"],
    ["list-style: inside outside"],
    ["orphans: 0"],
    ["text-align: constructor"],
    ["page-break-before: recto"],
  ])("%s", (declaration) => {
    expect(warnings(`p { ${declaration} }`)).toEqual([
      `style/unsupported-value 1:5 The PDF does not support “${declaration}”.`,
    ]);
  });
});

test.each([
  ["#f80", [1, 136 / 255, 0]],
  ["#FF8800", [1, 136 / 255, 0]],
  ["rgb(255 0 51)", [1, 0, 0.2]],
  ["rgb(100%, 0%, 20%)", [1, 0, 0.2]],
  ["rgba(255, 0, 51, 1)", [1, 0, 0.2]],
  ["hsl(120 100% 50%)", [0, 1, 0]],
  ["hsl(0deg, 0%, 50%)", [0.5, 0.5, 0.5]],
  ["yellowgreen", [154 / 255, 205 / 255, 50 / 255]],
  ["#0008", [119 / 255, 119 / 255, 119 / 255]],
  ["rgb(0 0 0 / 50%)", [0.5, 0.5, 0.5]],
  ["cmyk(0, 1, 100%, 0.5)", [0.5, 0, 0]],
  ["#ff88f", undefined],
  ["cmyk(0, 1, 1)", undefined],
  ["no-such-colour", undefined],
])("colour %s", (text, expected) => {
  const colour = parseColour(text);
  expect(colour?.map((part) => Math.round(part * 1e6) / 1e6)).toEqual(
    expected?.map((part) => Math.round(part * 1e6) / 1e6),
  );
});

test("lists are split outside quotation marks and parentheses", () => {
  expect(splitValue('"a, b", f(c, d) , e', ",")).toEqual(['"a, b"', "f(c, d)", "e"]);
  expect(splitValue("  1pt   f(a b)\t'c d' ", " ")).toEqual(["1pt", "f(a b)", "'c d'"]);
});

test("variables that lead round in circles come to nothing", () => {
  const variables = new Map([
    ["--a", "var(--b) x"],
    ["--b", "var(--a)"],
  ]);
  expect(substituteVariables("1pt var(--a)", variables)).toBeUndefined();
  expect(substituteVariables("1pt var(--c, 2pt) 3pt", variables)).toBe("1pt 2pt 3pt");
});
