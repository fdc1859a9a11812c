import { describe, expect, test } from "vitest";
import { readStyle } from "../../src/style/read-style.ts";
import { sheet, warnings } from "./support.ts";

describe("left and right pages", () => {
  const MIRRORED = { marginInner: 60, marginOuter: 40, marginTop: 50, marginBottom: 70 };
  test.each([
    ["margin-inside and -outside", "@page { margin: 50pt 0 70pt; margin-inside: 60pt; margin-outside: 40pt }"],
    [
      "both sides said",
      "@page { margin: 50pt 0 70pt } @page :right { margin-left: 60pt; margin-right: 40pt } @page :left { margin-right: 60pt; margin-left: 40pt }",
    ],
    [
      "right, and left as an exception",
      "@page { margin: 50pt 40pt 70pt 60pt } @page :left { margin: 50pt 60pt 70pt 40pt }",
    ],
    ["in whatever order", "@page :left { margin: 50pt 60pt 70pt 40pt } @page { margin: 50pt 40pt 70pt 60pt }"],
  ])("%s", (_, css) => {
    expect(sheet(css).page).toMatchObject(MIRRORED);
    expect(warnings(css)).toEqual([]);
  });
  test("sides that do not mirror each other are told", () => {
    expect(warnings("@page { margin: 50pt; margin-left: 60pt }")).toEqual([
      "style/unsupported-value 1:23 The PDF does not support “margin-left: 60pt”.",
    ]);
    expect(warnings("@page :left { margin-left: 60pt }")).toHaveLength(1);
  });
});

test("percentages are of the page, and var() is substituted", () => {
  const css = ":root { --w: 400pt; --m: 10% } @page { margin: var(--m); size: var(--w) 600pt }";
  expect(sheet(css).page).toMatchObject({
    width: 400,
    height: 600,
    marginTop: 60,
    marginInner: 40,
    marginOuter: 40,
  });
  expect(warnings(css)).toEqual([]);
});

test("a page without room for text stays as it was", () => {
  const css = "@page { size: 4in 6in; margin: 2in }";
  expect(sheet(css).page).toEqual(sheet("").page);
  const [diagnostic] = readStyle("/book.css", "book.css", css).diagnostics;
  expect(diagnostic).toMatchObject({ code: "style/unsupported-value", span: { line: 1, column: 24 } });
  expect(diagnostic?.hints[0]).toContain("Make the page larger");
});

test("what a page does not take is told once, with what it takes", () => {
  const css =
    "@page {\n  bleed: 3mm;\n  size: 5in 6in 7in;\n  @top-center { content: 'x' }\n}\n@page chapter:first { margin: 0 }";
  expect(warnings(css)).toEqual([
    "style/unsupported-property 2:3 The PDF does not support “bleed: 3mm”.",
    "style/unsupported-value 3:3 The PDF does not support “size: 5in 6in 7in”.",
    "style/unsupported-at-rule 4:3 The PDF does not support “@top-center”.",
    "style/unsupported-at-rule 6:1 The PDF does not support “@page chapter:first”.",
  ]);
  expect(sheet("@page { size: landscape }").page).toEqual(sheet("").page);
  expect(sheet("@media print { @page { size: 5in 8in } }").page).toMatchObject({ width: 360, height: 576 });
});
