import { describe, expect, test } from "vitest";
import type { Element } from "../../src/book/element.ts";
import { computeStyles } from "../../src/style/cascade.ts";
import { epubCss } from "../../src/style/epub-css.ts";
import { readStyle } from "../../src/style/read-style.ts";
import { el } from "./support.ts";

/** Reads `book.css` with the other stylesheets beside it. */
function read(css: string, others: Readonly<Record<string, string>> = {}) {
  const open = (path: string, shown: string) => {
    const text = others[path.replace("/book/styles/", "")];
    return text === undefined ? undefined : { path: shown, name: "style", text };
  };
  const files = { open, exists: () => true, own: "/fleuron/styles/book.css" };
  return readStyle("/book/styles/book.css", "styles/book.css", css, files);
}

const indentOf = (outcome: ReturnType<typeof read>, element: Element = el("p")): number =>
  computeStyles(outcome.value, [element], "en").styleOf(element).textIndent;

const told = (outcome: ReturnType<typeof read>): string[] =>
  outcome.diagnostics.map(({ code, span }) => `${code} ${span?.file}:${span?.line}:${span?.column}`);

describe("@import", () => {
  test("its rules stand where it stands, before the file's own", () => {
    const others = { "a.css": "p { text-indent: 1pt; orphans: 3 }" };
    expect(indentOf(read('@import "a.css"; p { text-indent: 2pt }', others))).toBe(2);
    expect(indentOf(read("@import url(a.css);", others))).toBe(1);
    expect(epubCss(read("@charset 'utf-8'; @import url('a.css'); h1 { orphans: 4 }", others).value)).toBe(
      "p {\n  text-indent: 0.091em;\n  orphans: 3;\n}\nh1 {\n  orphans: 4;\n}\n",
    );
  });
  test("Fleuron's own goes by its name, and what follows changes it", () => {
    const others = { "/fleuron/styles/book.css": "p { text-indent: 1pt; orphans: 9 }\nq { orphans: x }" };
    expect(indentOf(read('@import "fleuron";', others))).toBe(1);
    const outcome = read('@import "fleuron"; p { text-indent: 2pt }', others);
    expect(indentOf(outcome)).toBe(2);
    const paragraph = el("p");
    expect(computeStyles(outcome.value, [paragraph], "en").styleOf(paragraph).orphans).toBe(9);
    expect(told(outcome)).toEqual(["style/unsupported-value fleuron:2:5"]);
  });
  test("with media it holds for one of the books", () => {
    const others = { "a.css": "p { text-indent: 1pt }" };
    const paper = read("@import 'a.css' print;", others);
    expect([indentOf(paper), epubCss(paper.value)]).toEqual([1, ""]);
    const reader = read("@import 'a.css' screen;", others);
    expect([indentOf(reader), epubCss(reader.value)]).toEqual([0, "p {\n  text-indent: 0.091em;\n}\n"]);
  });
  test("from folder to folder, and what is wrong is told at its own place", () => {
    const others = {
      "sub/a.css": "@import '../b.css';\np { text-indent: nonsense }",
      "b.css": "p { text-indent: 7pt }\n\nq { text-indent: x }",
    };
    const outcome = read("@import 'sub/a.css';", others);
    expect(indentOf(outcome)).toBe(7);
    expect(told(outcome)).toEqual([
      "style/unsupported-value styles/b.css:3:5",
      "style/unsupported-value styles/sub/a.css:2:5",
    ]);
  });
  test("a font is found from the file that names it", () => {
    const others = { "sub/a.css": "@font-face { font-family: A; src: url(a.ttf) }" };
    expect(read("@import 'sub/a.css';", others).value.fontFaces[0]?.path).toBe("/book/styles/sub/a.ttf");
  });
  test.each([
    ["@import 'none.css';", "style/missing-file styles/book.css:1:1"],
    ["@import 'a.css' layer(x);", "style/unsupported-at-rule styles/book.css:1:1"],
    ["@import url(https://example.org/a.css);", "style/unsupported-at-rule styles/book.css:1:1"],
    ["p { orphans: 2 }\n@import 'a.css';", "style/unsupported-at-rule styles/book.css:2:1"],
    ["@import 'book.css';", "style/import-cycle styles/book.css:1:1"],
    ["@import 'round.css';", "style/import-cycle styles/round.css:2:1"],
  ])("%s", (css, message) => {
    const others = { "a.css": "", "round.css": "@import 'a.css';\n@import 'round2.css';", "round2.css": "" };
    expect(told(read(css, { ...others, "round2.css": "@import 'book.css';" })).length).toBe(1);
    expect(told(read(css, { ...others, "round.css": "/**/\n@import 'book.css';" }))).toEqual([message]);
  });
});

describe("@supports", () => {
  test.each([
    ["(text-indent: 1em)", true],
    ["(text-indent: sideways)", false],
    ["(no-such-property: 1)", false],
    ["not (no-such-property: 1)", true],
    ["(text-indent: 1em) and (orphans: 2)", true],
    ["(text-indent: 1em) and (no-such-property: 1)", false],
    ["(no-such-property: 1) or (orphans: 2)", true],
    ["((no-such-property: 1) or (orphans: 2)) and (not (color: nope))", true],
    ["selector(p > em)", true],
    ["selector(p:nonsense)", false],
    ["(--anything: goes)", true],
    ["font-tech(color-COLRv1)", false],
  ])("%s", (condition, meets) => {
    const outcome = read(`@supports ${condition} { p { text-indent: 5pt } }`);
    expect(indentOf(outcome)).toBe(meets ? 5 : 0);
    expect(outcome.diagnostics).toEqual([]);
  });
  test("the EPUB keeps the condition, which only a reader can answer", () => {
    const css =
      "@supports (display: grid) { p { display: grid } } @media screen { @supports (a: b) { q { orphans: 2 } } }";
    expect(epubCss(read(css).value)).toBe(
      "@supports (display: grid) {\np {\n  display: grid;\n}\n}\n@supports (a: b) {\nq {\n  orphans: 2;\n}\n}\n",
    );
  });
});
