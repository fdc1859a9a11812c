import { describe, expect, test } from "vitest";
import { computeStyles, makeStyler } from "../../src/style/cascade.ts";
import { el, sheet, styleIn } from "./support.ts";

test("a drawn line and a raised baseline go on inside inline elements only", () => {
  const inner = el("em");
  const block = el("p");
  const struck = el("section", el("del", el("sup", inner)), block);
  expect(styleIn("", struck, inner)).toMatchObject({ textDecoration: "line-through", verticalAlign: "super" });
  expect(styleIn("section { vertical-align: super }", struck, block).verticalAlign).toBe("baseline");
});

describe("custom properties, further", () => {
  const h1 = el("h1");
  const tree = el("section.chapter", h1);
  test.each([
    ["inherited from a class", ":root { --c: red } .chapter { --c: blue } h1 { color: var(--c) }", [0, 0, 1]],
    ["a fallback in a fallback", "h1 { color: var(--no, var(--nor, rgb(255, 0, 0))) }", [1, 0, 0]],
    ["none: as if unset", "section { color: red } h1 { color: blue; color: var(--no) }", [1, 0, 0]],
    ["itself: as if unset", "section { color: red } h1 { --a: var(--a); color: var(--a) }", [1, 0, 0]],
  ])("%s", (_, css, color) => {
    expect(styleIn(css, tree, h1).color).toEqual(color);
  });
  test("names keep their case, and parts of a value can be given", () => {
    const css = ":root { --Gap: 3pt; --gap: 9pt } h1 { margin: 0 var(--Gap) 1pt }";
    expect(styleIn(css, tree, h1)).toMatchObject({ marginLeft: 3, marginRight: 3, marginBottom: 1 });
  });
});

describe("the user agent's sheet", () => {
  test.each([
    ["em", { fontStyle: "italic", display: "inline" }],
    ["strong", { fontWeight: 700 }],
    ["code", { fontFamily: ["monospace"] }],
    ["pre", { whiteSpace: "pre", display: "block", fontFamily: ["monospace"] }],
    ["sub", { verticalAlign: "sub" }],
    ["sup", { verticalAlign: "super" }],
    ["del", { textDecoration: "line-through" }],
    ["th", { fontWeight: 700, textAlign: "center", display: "table-cell" }],
    ["li", { display: "list-item" }],
    ["ol", { listStyleType: "decimal", paddingLeft: 30 }],
    ["title", { display: "none" }],
    ["blockquote", { marginTop: 14, marginLeft: 30, marginBottom: 14 }],
  ])("%s", (name, expected) => {
    expect(styleIn("body { line-height: 14pt }", el(name))).toMatchObject(expected);
  });
  test("hidden elements are not set", () => {
    expect(styleIn("", el("p", { hidden: "hidden" })).display).toBe("none");
  });
});

test("the base comes from html and body, 11pt if they say nothing", () => {
  expect(makeStyler(sheet("")).root).toMatchObject({ fontSize: 11, lineHeight: 13.75 });
  expect(
    makeStyler(sheet("html { font-size: 10pt } body { font-size: 120%; line-height: 1.5rem }")).root,
  ).toMatchObject({
    fontSize: 12,
    lineHeight: 15,
  });
});

describe("equal styles are one object", () => {
  const css = "p { text-indent: 15pt } h1 + p { text-indent: 0 } .x { color: black } blockquote { margin: 0 }";
  test("among siblings, across sections, and through different rules", () => {
    const [a, b, c, d] = [el("p", el("em")), el("p", el("em")), el("p.x", el("em")), el("p")];
    const first = el("section", el("h1"), el("p"), a, b);
    const second = el("section.x", c, el("blockquote", d));
    const { styleOf } = computeStyles(sheet(css), [first, second], "en");
    expect(styleOf(b)).toBe(styleOf(a));
    expect(styleOf(c)).toBe(styleOf(a));
    expect(styleOf(d)).toBe(styleOf(a));
    const [emA, emB] = [a.children[0], c.children[0]];
    expect(emA?.kind === "element" && emB?.kind === "element" && styleOf(emA) === styleOf(emB)).toBe(true);
  });
  test("different ones are not", () => {
    const [opening, following] = [el("p"), el("p")];
    const { styleOf, root } = computeStyles(sheet(css), [el("section", el("h1"), opening, following)], "en");
    expect(styleOf(opening).textIndent).toBe(0);
    expect(styleOf(following).textIndent).toBe(15);
    expect(styleOf(el("p"))).toBe(root);
  });
});

test("of fifty thousand elements, those for which the same rules win share their styles", () => {
  const paragraphs = Array.from({ length: 25_000 }, () => el("p", el("em")));
  const root = el("section.chapter", el("h1"), ...paragraphs);
  const read = sheet("p { text-indent: 1em } h1 + p { text-indent: 0 } section.chapter > p em { color: red }");
  const { styleOf } = computeStyles(read, [root], "en");
  expect(new Set(paragraphs.map(styleOf)).size).toBe(2);
});

test("one element at a time, by its place", () => {
  const styler = makeStyler(sheet("p + p { text-indent: 9pt }"));
  const siblings = [el("p"), el("p")];
  expect(styler.style(siblings, 0, styler.body).style.textIndent).toBe(0);
  expect(styler.style(siblings, 1, styler.body).style.textIndent).toBe(9);
});
