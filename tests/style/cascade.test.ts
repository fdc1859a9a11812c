import { expect, test } from "vitest";
import { el } from "../support/elements.ts";
import { bodyStyle, ofParagraph, sheet, styles } from "./css.ts";

const target = el("p#x.c", { title: "t" });
const root = el("section.s", {}, target);
const indent = (css: string) => styles(css, root, target)[0]?.textIndent;

test.each<[string, string, string]>([
  ["class over type", ".c { text-indent: 1pt }", "p { text-indent: 2pt }"],
  ["class over many types", ".c { text-indent: 1pt }", "html body section p { text-indent: 2pt }"],
  ["id over class", "#x { text-indent: 1pt }", ".s .c.c { text-indent: 2pt }"],
  ["attribute over type", "[title] { text-indent: 1pt }", "section p { text-indent: 2pt }"],
  ["pseudo-class over type", ":first-child { text-indent: 1pt }", "p { text-indent: 2pt }"],
  [":not(#id) weighs as an id", "p:not(#y) { text-indent: 1pt }", ".s p.c { text-indent: 2pt }"],
  ["two types over one", "section p { text-indent: 1pt }", "p { text-indent: 2pt }"],
  ["type over *", "p { text-indent: 1pt }", "* { text-indent: 2pt }"],
])("%s, whichever comes first", (_, strong, weak) => {
  expect(indent(strong + weak)).toBe(1);
  expect(indent(weak + strong)).toBe(1);
});

test("of equal selectors the later rule wins, and in one rule the later declaration", () => {
  expect(indent("p { text-indent: 1pt } p { text-indent: 2pt }")).toBe(2);
  expect(indent("p { text-indent: 2pt; text-indent: 3pt }")).toBe(3);
  expect(indent(".c, #none { text-indent: 4pt } p { text-indent: 5pt }")).toBe(4);
});

test("!important wins over specificity and order, and among its like the cascade goes on", () => {
  expect(indent("p { text-indent: 1pt !important } #x { text-indent: 2pt }")).toBe(1);
  expect(indent("p { text-indent: 1pt !important } #x { text-indent: 2pt !important }")).toBe(2);
  expect(indent("p { text-indent: 1pt !important; text-indent: 2pt }")).toBe(1);
});

test("a value that is not understood leaves the weaker one standing", () => {
  expect(indent("p { text-indent: 1pt } #x { text-indent: sideways }")).toBe(1);
});

test("a stylesheet wins over what elements are by themselves", () => {
  expect(ofParagraph("").display).toBe("block");
  expect(ofParagraph("* { display: inline }").display).toBe("inline");
});

test("@media print holds for the page, @media screen does not", () => {
  expect(indent("@media print { p { text-indent: 3pt } }")).toBe(3);
  expect(indent("p { text-indent: 1pt } @media screen { p { text-indent: 3pt } }")).toBe(1);
});

test("inherited fields come from the parent, the others do not", () => {
  const css = `section { font-size: 20pt; font-family: "A B", serif; color: #f00; text-align: center; text-indent: 7pt;
    hyphens: auto; font-weight: 700; font-style: italic; line-height: 30pt; orphans: 4; widows: 5; letter-spacing: 1pt;
    text-transform: uppercase; font-variant: small-caps; white-space: nowrap; list-style-type: square;
    margin: 9pt; padding: 8pt; break-before: page; break-after: page; break-inside: avoid; vertical-align: super }
    span { margin: 0 }`;
  const span = el("span", {});
  const [style] = styles(css, el("section", {}, span), span);
  expect(style).toMatchObject({
    fontSize: 20,
    fontFamily: ["A B", "serif"],
    color: [1, 0, 0],
    textAlign: "center",
    textIndent: 7,
    hyphens: "auto",
    fontWeight: 700,
    fontStyle: "italic",
    lineHeight: 30,
    orphans: 4,
    widows: 5,
    letterSpacing: 1,
    textTransform: "uppercase",
    fontVariantCaps: "small-caps",
    whiteSpace: "nowrap",
    listStyleType: "square",
  });
  expect(style).toMatchObject({
    display: "inline",
    marginTop: 0,
    paddingLeft: 0,
    breakBefore: "auto",
    breakAfter: "auto",
    breakInside: "auto",
    verticalAlign: "baseline",
  });
});

test("inherit, initial and unset", () => {
  const css = (word: string) =>
    `section { text-indent: 7pt; margin-top: 9pt } p { text-indent: 1pt; margin-top: 2pt }
     p { text-indent: ${word}; margin-top: ${word} }`;
  expect(ofParagraph(css("inherit"))).toMatchObject({ textIndent: 7, marginTop: 9 });
  expect(ofParagraph(css("initial"))).toMatchObject({ textIndent: 0, marginTop: 0 });
  expect(ofParagraph(css("unset"))).toMatchObject({ textIndent: 7, marginTop: 0 });
  expect(ofParagraph("section { margin: 1pt 2pt } p { margin: inherit }")).toMatchObject({
    marginTop: 1,
    marginRight: 2,
    marginBottom: 1,
    marginLeft: 2,
  });
});

test("a bare number of line-height is inherited as a number, any other value as a length", () => {
  const em = el("em", {});
  const tree = el("section", {}, el("p", {}, em));
  const height = (value: string, more = "") =>
    styles(`section { font-size: 10pt; line-height: ${value} } em { font-size: 20pt; ${more} }`, tree, em)[0]
      ?.lineHeight;
  expect(height("1.5")).toBe(30);
  expect(height("1.5em")).toBe(15);
  expect(height("150%")).toBe(15);
  expect(height("15pt")).toBe(15);
  expect(height("1.5", "line-height: inherit")).toBe(30);
  expect(height("1.5", "line-height: 12pt")).toBe(12);
  expect(height("15pt", "line-height: 2")).toBe(40);
});

test("line-height: a length stops the number from being inherited further", () => {
  const em = el("em", {});
  const css = "section { font-size: 10pt; line-height: 2 } p { line-height: 14pt } em { font-size: 20pt }";
  expect(styles(css, el("section", {}, el("p", {}, em)), em)[0]?.lineHeight).toBe(14);
});

test("custom properties: value, fallback, one in another, missing", () => {
  expect(ofParagraph(":root { --i: 6pt } p { text-indent: var(--i) }").textIndent).toBe(6);
  expect(ofParagraph("p { text-indent: var(--none, 4pt) }").textIndent).toBe(4);
  expect(ofParagraph("p { color: var(--none, rgb(255, 0, 0)) }").color).toEqual([1, 0, 0]);
  expect(ofParagraph("body { --a: var(--b); --b: 5pt } p { margin: 0 var(--a) }").marginLeft).toBe(5);
  expect(ofParagraph("html { --I: 6pt } p { text-indent: var(--i, 1pt) }").textIndent).toBe(1);
  expect(ofParagraph("section { text-indent: 3pt } p { text-indent: var(--none) }").textIndent).toBe(3);
});

test("elements for which equal declarations win under the same parent share one object", () => {
  const [a, b, c, d] = [el("p.a", {}), el("p.b", {}), el("p.c", {}), el("p.d", {})];
  const css = ".a, .b { text-indent: 1pt } .b, .c { text-indent: 1pt } .d { text-indent: 2pt }";
  const one = styles(".a, .b { text-indent: 1pt }", el("section", {}, a, b), a, b);
  expect(one[0]).toBe(one[1]);
  const [, second, third, fourth] = styles(css, el("section", {}, a, b, c, d), a, b, c, d);
  expect(second).toBe(third);
  expect(fourth).not.toBe(third);
  const plain = [el("p", {}), el("p", {})] as const;
  const equal = styles("p { margin: 1pt }", el("section", {}, ...plain), ...plain);
  expect(equal[0]).toBe(equal[1]);
});

test("the root style is that of body", () => {
  expect(bodyStyle("body { font-size: 12pt; line-height: 16pt }")).toMatchObject({ fontSize: 12, lineHeight: 16 });
  expect(sheet("").rules).toEqual([]);
});
