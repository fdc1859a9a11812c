import { expect, test } from "vitest";
import { depthOf, measureOf } from "../../src/style/page-box.ts";
import { el } from "../support/elements.ts";
import { BOOK_CSS, bodyStyle, epub, pageOf, read, styles } from "./css.ts";

test("it gives no diagnostics", () => {
  expect(read(BOOK_CSS).diagnostics).toEqual([]);
});

test("the measure is 306 pt, and the text block 504 pt: 36 lines of 14 pt", () => {
  for (const side of ["left", "right"] as const) {
    const { box } = pageOf(BOOK_CSS, { side });
    expect([box.width, box.height]).toEqual([432, 648]);
    expect([measureOf(box), depthOf(box)]).toEqual([306, 504]);
  }
  expect(bodyStyle(BOOK_CSS)).toMatchObject({ fontSize: 11, lineHeight: 14, orphans: 2, widows: 2 });
  expect(504 / bodyStyle(BOOK_CSS).lineHeight).toBe(36);
});

test("paragraphs are indented by 15 pt, but for the first ones", () => {
  const [h1, afterHeading, next, hr, afterBreak] = [
    el("h1", {}),
    el("p", {}),
    el("p", {}),
    el("hr", {}),
    el("p", {}),
  ];
  const root = el("section.chapter", {}, h1, afterHeading, next, hr, afterBreak);
  const computed = styles(BOOK_CSS, root, h1, afterHeading, next, afterBreak, root);
  expect(computed.map((s) => s.textIndent)).toEqual([0, 0, 15, 0, 0]);
  expect(computed[1]).toMatchObject({ textAlign: "justify", hyphens: "auto", marginTop: 0, lineHeight: 14 });
  expect(computed[4]).toMatchObject({ breakBefore: "page" });
  expect(computed[0]).toMatchObject({ textAlign: "center", hyphens: "none", fontSize: 18, breakAfter: "avoid" });
});

test("h1 takes whole lines in sum", () => {
  const h1 = el("h1", {});
  const [style] = styles(BOOK_CSS, el("section.chapter", {}, h1), h1);
  const sum = (style?.marginTop ?? 0) + (style?.lineHeight ?? 0) + (style?.marginBottom ?? 0);
  expect(sum % 14).toBe(0);
});

test("notes are smaller, and code in pre has the size of pre", () => {
  const [p, code] = [el("p", {}), el("code", {})];
  const pre = el("pre", {}, code);
  const root = el("section", {}, el("aside.footnote", {}, p), pre);
  expect(styles(BOOK_CSS, root, p, code)).toMatchObject([
    { fontSize: 9, lineHeight: 11, textIndent: 0 },
    { lineHeight: 11, whiteSpace: "pre" },
  ]);
  const [outer, inner] = styles(BOOK_CSS, root, pre, code);
  expect(outer?.fontSize).toBeLessThan(11);
  expect(inner?.fontSize).toBe(outer?.fontSize);
});

test("its EPUB CSS has no custom property, no pt and no @page", () => {
  const css = epub(BOOK_CSS);
  expect(css).not.toMatch(/--|var\(/);
  expect(css).not.toMatch(/[\d.]pt\b/);
  expect(css).not.toContain("@");
  expect(css).toContain("h1+p, h2+p".replaceAll("+", css.includes("h1 + p") ? " + " : "+"));
});

test("heads stand over pages in the middle of a chapter, and nowhere else", () => {
  const boxes = (kind: Parameters<typeof pageOf>[1]) => [...pageOf(BOOK_CSS, kind).marginBoxes.keys()];
  expect(boxes({ name: "chapter" })).toEqual(["top-center", "bottom-center"]);
  expect(boxes({ name: "chapter", side: "left", index: 3 })).toEqual(["top-center", "bottom-center"]);
  expect(boxes({ name: "chapter", inRun: 0 })).toEqual(["bottom-center"]);
  expect(boxes({ name: "contents" })).toEqual(["bottom-center"]);
  for (const name of ["part", "titlepage", "halftitlepage", "copyrightpage", "dedication", "epigraph"])
    expect(boxes({ name })).toEqual([]);
  expect(boxes({ name: "chapter", blank: true })).toEqual([]);
});
