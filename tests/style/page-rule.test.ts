/** `@page`: size, margins, kinds of pages, margin boxes. One case a feature. */
import { describe, expect, test } from "vitest";
import { matchesPage, type PageKind, readPageSelectors } from "../../src/style/page-selector.ts";
import { pageOf } from "./css.ts";
import { warnings } from "./support.ts";

const boxOf = (css: string, kind: Partial<PageKind> = {}) => pageOf(css, kind).box;

describe("margins", () => {
  test("the four sides", () => {
    expect(boxOf("@page { margin: 21pt 22pt 23pt 24pt }")).toMatchObject({
      top: 21,
      right: 22,
      bottom: 23,
      left: 24,
    });
    const css = "@page { margin: 20pt; margin-top: 29pt; margin-left: 28pt; margin-right: 27pt }";
    expect(boxOf(css)).toMatchObject({ top: 29, right: 27, bottom: 20, left: 28 });
  });

  test.each([
    "@page { margin-block: 50pt 70pt; margin-inline: 60pt }",
    "@page { margin-block-start: 50pt; margin-block-end: 70pt; margin-inline-start: 60pt; margin-inline-end: 60pt }",
  ])("by the direction of writing: %s", (css) => {
    expect(boxOf(css)).toMatchObject({ top: 50, right: 60, bottom: 70, left: 60 });
    expect(warnings(css)).toEqual([]);
    expect(warnings("@page { margin-inline: 40pt 50pt 60pt }")).toHaveLength(1);
  });

  const RIGHT = { left: 60, right: 40, top: 50, bottom: 70 };
  const LEFT = { left: 40, right: 60, top: 50, bottom: 70 };
  test.each([
    ["margin-inside and -outside", "@page { margin: 50pt 0 70pt; margin-inside: 60pt; margin-outside: 40pt }"],
    [
      "both sides said",
      "@page { margin: 50pt 0 70pt } @page :right { margin-left: 60pt; margin-right: 40pt } @page :left { margin-right: 60pt; margin-left: 40pt }",
    ],
    [
      "recto, and verso as an exception",
      "@page { margin: 50pt 40pt 70pt 60pt } @page :verso { margin: 50pt 60pt 70pt 40pt }",
    ],
    ["in whatever order", "@page :left { margin: 50pt 60pt 70pt 40pt } @page { margin: 50pt 40pt 70pt 60pt }"],
  ])("are mirrored: %s", (_, css) => {
    expect(boxOf(css)).toMatchObject(RIGHT);
    expect(boxOf(css, { side: "left", index: 3 })).toMatchObject(LEFT);
    expect(warnings(css)).toEqual([]);
  });

  test("that are not mirrored leave the text block as wide", () => {
    expect(warnings("@page { margin: 50pt; margin-left: 60pt }")).toEqual([]);
  });

  test("in em are of the page's own text, and percentages of the page", () => {
    expect(boxOf("@page { font-size: 10pt; margin: 4em }")).toMatchObject({ top: 40, left: 40 });
    const css = ":root { --w: 400pt; --m: 10% } @page { margin: var(--m); size: var(--w) 600pt }";
    expect(boxOf(css)).toMatchObject({ width: 400, height: 600, top: 60, bottom: 60, left: 40, right: 40 });
    expect(warnings(css)).toEqual([]);
  });
});

describe("size", () => {
  test.each([
    ["landscape", 648, 432],
    ["portrait", 432, 648],
    ["auto", 432, 648],
    ["500pt", 500, 500],
    ["a5 landscape", 595.28, 419.53],
  ])("%s", (value, width, height) => {
    const box = boxOf(`@page { size: ${value}; margin: 50pt }`);
    expect(box.width).toBeCloseTo(width, 2);
    expect(box.height).toBeCloseTo(height, 2);
  });
});

describe("the printer's view", () => {
  test("sides of unlike width or height are told", () => {
    expect(warnings("@page :left { margin-left: 80pt }")).toEqual([
      "page/geometry 1:15 Left and right pages leave the text blocks of different width.",
    ]);
    expect(warnings("@page { margin: 50pt } @page :left { margin-top: 80pt }")).toEqual([
      "page/geometry 1:38 Left and right pages leave the text blocks of different height.",
    ]);
  });

  test("a first page may be shorter, but not narrower", () => {
    expect(warnings("@page chapter:first { margin-top: 200pt }")).toEqual([]);
    expect(warnings("@page chapter:first { margin-left: 90pt }")).toEqual([
      "page/geometry 1:23 The first page and the others leave the text blocks of different width.",
    ]);
  });

  test("margins that a printer would cut into are told", () => {
    expect(warnings("@page { margin: 1in; margin-bottom: 0.2in }")).toEqual([
      "page/geometry 1:22 The bottom margin is 0.2 in, nearer to the edge than printers allow.",
    ]);
  });

  test("a page without room for text stays as it was", () => {
    const css = "@page { size: 4in 6in; margin: 2in }";
    expect(boxOf(css)).toEqual(boxOf(""));
    expect(warnings(css)).toEqual([
      "page/geometry 1:24 A page of 4 by 6 in with these margins has no room for text.",
    ]);
  });
});

describe("selectors", () => {
  const page = (changes: Partial<PageKind>): PageKind => ({
    name: "",
    side: "right",
    blank: false,
    index: 4,
    inRun: 3,
    ...changes,
  });
  test.each<[string, Partial<PageKind>, boolean]>([
    ["", {}, true],
    [":left", {}, false],
    [":recto", {}, true],
    [":first", { index: 0 }, true],
    [":first", { inRun: 0 }, false],
    ["chapter", { name: "chapter" }, true],
    ["chapter", { name: "Chapter" }, false],
    ["chapter:first", { name: "chapter", inRun: 0 }, true],
    ["chapter:first:left", { name: "chapter", inRun: 0 }, false],
    [":blank", { blank: true }, true],
    [":blank", {}, false],
    [":nth(5)", {}, true],
    [":nth(2n+1)", {}, true],
    [":nth(even)", {}, false],
    [":nth(4 of chapter)", { name: "chapter" }, true],
    [":nth(-n+3)", {}, false],
    ["a, chapter", { name: "chapter" }, true],
  ])("%s on %o: %s", (selector, kind, matches) => {
    const selectors = readPageSelectors(selector);
    expect(selectors.some((one) => one !== undefined && matchesPage(one, page(kind)))).toBe(matches);
  });

  test.each(["chapter :first", ":last", ":nth()", ":first()", "1st", "a b"])("%s is none", (selector) => {
    expect(readPageSelectors(selector)).toEqual([undefined]);
    expect(warnings(`@page ${selector} { margin: 1in }`)).toEqual([
      `style/unsupported-at-rule 1:1 The PDF does not support “@page ${selector}”.`,
    ]);
  });

  test("a name weighs more than :first, :first more than a side, a side more than nothing", () => {
    const rules = [
      "@page chapter { margin-top: 40pt }",
      "@page :first { margin-top: 50pt }",
      "@page :right { margin-top: 60pt }",
      "@page { margin-top: 70pt }",
    ].join(" ");
    expect(boxOf(rules, { name: "chapter", index: 0 }).top).toBe(40);
    expect(boxOf(rules, { index: 0 }).top).toBe(50);
    expect(boxOf(rules).top).toBe(60);
    expect(boxOf(rules, { side: "left", index: 3 }).top).toBe(70);
    expect(boxOf(`${rules} @page { margin-top: 80pt !important }`).top).toBe(80);
  });
});

describe("margin boxes", () => {
  const FOLIO = "@page { @bottom-center { content: counter(page) } }";
  const names = (css: string, kind: Partial<PageKind> = {}) => [...pageOf(css, kind).marginBoxes.keys()];

  test("are there if they have content, an empty one too", () => {
    expect(names(FOLIO)).toEqual(["bottom-center"]);
    expect(names('@page { @top-left { content: "" } @top-right { color: red } }')).toEqual(["top-left"]);
    expect(names(`${FOLIO} @page :right { @bottom-center { content: none } }`)).toEqual([]);
    expect(names(`${FOLIO} @page :right { @bottom-center { content: normal } }`)).toEqual([]);
  });

  test("are silent on blank pages and pages that show one thing alone, unless these are spoken of", () => {
    expect(names(FOLIO, { blank: true })).toEqual([]);
    expect(names(FOLIO, { name: "titlepage" })).toEqual([]);
    const spoken =
      '@page :blank { @bottom-center { content: "blank" } } @page titlepage { @top-left { content: "t" } }';
    expect(names(FOLIO + spoken, { blank: true })).toEqual(["bottom-center"]);
    expect(names(FOLIO + spoken, { name: "titlepage" })).toEqual(["top-left"]);
  });

  test("inherit from the page, and the page from html; a font that body alone has is theirs too", () => {
    const style = (css: string) => pageOf(`${css} ${FOLIO}`).marginBoxes.get("bottom-center")?.style;
    const css =
      "html { font-size: 10pt; color: red } @page { font-style: italic } @page { @bottom-center { font-size: 2em } }";
    expect(style(css)).toMatchObject({ fontSize: 20, fontStyle: "italic", color: [1, 0, 0] });
    expect(style('body { font-family: "Source Code Pro" }')?.fontFamily).toEqual(["Source Code Pro"]);
    expect(
      style('html { font-family: "EB Garamond" } body { font-family: "Source Code Pro" }')?.fontFamily,
    ).toEqual(["EB Garamond"]);
  });

  test.each([
    ["top-left-corner", "right", "middle"],
    ["top-left", "left", "middle"],
    ["top-center", "center", "middle"],
    ["bottom-right", "right", "middle"],
    ["bottom-right-corner", "left", "middle"],
    ["left-top", "center", "top"],
    ["right-bottom", "center", "bottom"],
  ] as const)("%s is aligned %s and %s", (name, textAlign, verticalAlign) => {
    const box = pageOf(`@page { text-align: justify; @${name} { content: "x" } }`).marginBoxes.get(name);
    expect(box).toMatchObject({ verticalAlign, style: { textAlign } });
  });

  test("take sizes, and percentages of their margin", () => {
    const css =
      "@page { margin: 50pt 100pt; @top-left { content: 'x'; width: 50%; height: 20%; max-width: 30pt; vertical-align: top } }";
    const box = pageOf(css).marginBoxes.get("top-left");
    expect(box).toMatchObject({
      verticalAlign: "top",
      style: {
        width: { points: 0, part: 0.5 },
        height: { points: 0, part: 0.2 },
        maxWidth: { points: 30, part: 0 },
      },
    });
  });
});

test("counters of the page", () => {
  expect(pageOf("@page { counter-reset: page 4; counter-increment: page 2 }")).toMatchObject({
    counterReset: [{ name: "page", value: 4 }],
    counterIncrement: [{ name: "page", value: 2 }],
  });
});

test("what a page does not take is told once, with its place", () => {
  const css = `@page {
  bleed: 3mm;
  marks: none;
  size: 5in 6in 7in;
  color: blue;
  border: 1pt solid;
  @top-middle { content: 'x' }
  @top-center { content: 'x' leader('.'); display: block; width: wide }
  @top-left { content: element(x); vertical-align: baseline; letter-spacing: 1pt }
}
@page chapter:last { margin: 0 }
@page { counter-reset: 1 }`;
  expect(warnings(css)).toEqual([
    "style/unsupported-value 2:3 The PDF does not support “bleed: 3mm” on a page.",
    "style/unsupported-value 4:3 The PDF does not support “size: 5in 6in 7in” on a page.",
    "style/unsupported-property 6:3 The PDF does not support “border: 1pt solid”.",
    "style/unsupported-at-rule 7:3 A page has no “@top-middle”.",
    "style/unsupported-value 8:17 The PDF does not support “content: 'x' leader('.')” on a page.",
    "style/unsupported-property 8:43 The PDF does not support “display: block”.",
    "style/unsupported-value 8:59 The PDF does not support “width: wide”.",
    "style/unsupported-value 9:15 The PDF does not support “content: element(x)” on a page.",
    "style/unsupported-value 9:36 The PDF does not support “vertical-align: baseline” on a page.",
    "style/unsupported-at-rule 11:1 The PDF does not support “@page chapter:last”.",
    "style/unsupported-value 12:9 The PDF does not support “counter-reset: 1” on a page.",
  ]);
  expect(warnings("@page { size: var(--size) }")).toHaveLength(1);
});
