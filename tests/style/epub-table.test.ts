import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { epubCss } from "../../src/style/epub-css.ts";
import { EPUB_TABLE, type EpubDeclaration, translateDeclaration } from "../../src/style/epub-table.ts";
import { sheet } from "./support.ts";

/** In a body of 10pt on 15pt, html 8pt, measure 400pt; the rule is for an h1 of 20pt on 25pt. */
const PROPORTIONS = { parentSize: 10, size: 20, lineHeight: 25, rootSize: 8, measure: 400 };

/** What a declaration becomes, and the row that decided. */
function translate(
  css: string,
  more: Partial<Pick<EpubDeclaration, "isPage" | "hasBackground" | "pseudoElement">> = {},
): string {
  const [, property = "", value = ""] = /^([^:]+): ?(.*)$/.exec(css) ?? [];
  const declaration = { property, value, isPage: false, hasBackground: false, proportions: PROPORTIONS, ...more };
  return translateDeclaration(declaration)
    .map(([name, text]) => `${name}: ${text}`)
    .join("; ");
}

describe("row by row", () => {
  test.each<[string, string]>([
    ["--ink: red", ""],
    ["page: frontmatter", ""],
    ["string-set: title content()", ""],
    ["bookmark-level: 1", ""],
    ["hyphenate-limit-chars: 6 3 3", ""],
    ["hanging-punctuation: first", ""],
    ["initial-letter: 3", "-webkit-initial-letter: 3; initial-letter: 3"],
    ["-prince-bookmark-level: 1", ""],
    ["content: leader('.') target-counter(attr(href), page)", ""],
    ["content: counter(page)", ""],
    ["float: footnote", ""],
    ["float: left", "float: left"],
    ["*zoom: 1", ""],
    ["background: url(paper.png)", ""],
    ["position: absolute", ""],
    ["direction: rtl", ""],
    ["unicode-bidi: embed", ""],
    ["break-before: recto", ""],
    ["page-break-after: always", ""],
    ["break-after: avoid", "page-break-after: avoid; break-after: avoid"],
    ["page-break-inside: avoid", "page-break-inside: avoid; break-inside: avoid"],
    ["break-inside: avoid-page", "page-break-inside: avoid; break-inside: avoid"],
    ["color: black", ""],
    ["color: #000", ""],
    ["color: rgb(0, 0, 0)", ""],
    ["color: #700", "color: #700"],
    ["background-color: yellow", "background-color: yellow"],
    ["font-variant-caps: small-caps", "font-variant: small-caps"],
    ["hyphens: auto", "-webkit-hyphens: auto; hyphens: auto"],
    ["font-size: 18pt", "font-size: 1.8em"],
    ["font-size: 2rem", "font-size: 1.6em"],
    ["font-size: 120%", "font-size: 120%"],
    ["line-height: 30pt", "line-height: 1.5"],
    ["line-height: 1.2", "line-height: 1.2"],
    ["line-height: normal", "line-height: normal"],
    ["margin-left: 20pt", "margin-left: 5%"],
    ["margin-right: -20pt", "margin-right: -5%"],
    ["margin-left: 2em", "margin-left: 2em"],
    ["margin-top: 30pt", "margin-top: 1.5em"],
    ["margin-top: 2lh", "margin-top: 2.5em"],
    ["width: 100pt", "width: 25%"],
    ["max-width: 5cm", "max-width: 35.433%"],
    ["margin: 20pt", "margin: 1em 5%"],
    ["margin: 0", "margin: 0"],
    ["margin: auto", "margin: auto"],
    ["margin: 10pt 20pt", "margin: 0.5em 5%"],
    ["margin: 10pt auto 20pt", "margin: 0.5em auto 1em"],
    ["margin: 10pt 20pt 30pt 40pt", "margin: 0.5em 5% 1.5em 10%"],
    ["border-top: 0.5pt solid #700", "border-top: 0.5pt solid #700"],
    ["border-spacing: 10pt", "border-spacing: 0.5em"],
    ["text-indent: -10pt", "text-indent: -0.5em"],
    ["padding-left: 20pt", "padding-left: 1em"],
    ["letter-spacing: 0.1rem", "letter-spacing: 0.04em"],
    ["height: calc(10pt + 2em)", "height: 2.5em"],
    ["margin-left: calc(10pt + 2em)", "margin-left: 12.5%"],
    ["margin-left: calc(10% - 20pt)", "margin-left: calc(10% - 5%)"],
    ["padding: max(1em, 10pt) 2rem", "padding: 1em 0.8em"],
    ["margin-inline: 20pt", "margin-left: 5%; margin-right: 5%"],
    ["padding-block-start: 10pt", "padding-top: 0.5em"],
    ["max-inline-size: 200pt", "max-width: 50%"],
    [
      "border-inline-start: 1pt solid",
      "border-left-width: 1pt; border-left-style: solid; border-left-color: currentcolor",
    ],
    ["color: cmyk(0, 1, 1, 0.5)", "color: #800000"],
    ["border: 1pt solid device-cmyk(0 0 0 0.5)", "border: 1pt solid #808080"],
    ["text-align: start", "text-align: left"],
    ["text-align: justify-all", "text-align: justify"],
    ["text-align: center", "text-align: center"],
    ['font-family: "10pt Face", h2in', 'font-family: "10pt Face", h2in'],
    ["text-shadow: 1px 1px #12ab3c", "text-shadow: 0.038em 0.038em #12ab3c"],
  ])("%s", (css, expected) => {
    expect(translate(css)).toBe(expected);
  });
  test("content is for pseudo-elements", () => {
    expect(translate("content: counter(chapter)", { pseudoElement: "before" })).toBe("content: counter(chapter)");
    expect(translate("content: '*'", { pseudoElement: "footnote-call" })).toBe("");
    expect(translate("content: '*'")).toBe("");
  });
  test("on html and body what the reader chooses is left out, and only there", () => {
    for (const css of [
      "font-size: 11pt",
      "line-height: 1.3",
      "color: #222",
      "background: ivory",
      "background-color: red",
    ]) {
      expect(translate(css, { isPage: true })).toBe("");
      expect(translate(css)).not.toBe("");
    }
    expect(translate("font-family: serif", { isPage: true })).toBe("font-family: serif");
  });
  test("black stays on a background of its own", () => {
    expect(translate("color: black", { hasBackground: true })).toBe("color: black");
    expect(epubCss(sheet("p { color: black; background: #ffc }"))).toContain("color: black");
  });
  test("every row says what it is about, and the last one takes what is left", () => {
    expect(EPUB_TABLE.every((row) => /^[^:]+: .+\.$/.test(row.about) || /^Names/.test(row.about))).toBe(true);
    const rest = { property: "x", value: "y", isPage: false, hasBackground: false, proportions: PROPORTIONS };
    expect(EPUB_TABLE.filter((row) => row.fits(rest))).toEqual([EPUB_TABLE.at(-1)]);
  });
});

/** The EPUB's stylesheet on one line. */
const epub = (css: string): string => epubCss(sheet(css)).replace(/\s+/g, " ").trim();

describe("what lengths are parts of", () => {
  test("the size that the element has by the cascade, not the body's", () => {
    const css =
      "body { font-size: 10pt } h1 { font-size: 20pt } .chapter > h1 { margin-top: 40pt } h1 + p { margin-top: 5pt }";
    expect(epub(css)).toContain(".chapter > h1 { margin-top: 2em; }");
    expect(epub(css)).toContain("h1 + p { margin-top: 0.5em; }");
  });
  test("the size of what it stands in", () => {
    const css =
      "body { font-size: 10pt } .note { font-size: 8pt } .note p { font-size: 8pt } pre code { font-size: 5pt }";
    expect(epub(css)).toBe(
      ".note { font-size: 0.8em; } .note p { font-size: 1em; } pre code { font-size: 0.5em; }",
    );
  });
  test("the printed body's, even if only the PDF has it", () => {
    const css =
      "p { text-indent: 20pt } @media print { body { font-size: 10pt } } @media screen { body { font-size: 2em } }";
    expect(epub(css)).toBe("p { text-indent: 2em; }");
  });
});

describe("rules", () => {
  test("a list of body and others is taken apart", () => {
    expect(epub("body, p { font-size: 10pt; font-style: italic }")).toBe(
      "body { font-style: italic; } p { font-size: 1em; font-style: italic; }",
    );
    expect(epub("html:root, body.dark { color: red }")).toBe("");
  });
  test("bare div and span are left out, wherever they stand", () => {
    expect(epub("p span, section > div, span.x, div[lang] { color: red }")).toBe(
      "span.x, div[lang] { color: red; }",
    );
  });
  test("font is taken apart", () => {
    expect(epub('body { font: italic 11pt/14pt "A", serif }')).toBe(
      'body { font-style: italic; font-variant: normal; font-weight: normal; font-family: "A", serif; }',
    );
  });
  test("custom properties come from where the PDF takes them; one that is set nowhere drops the declaration", () => {
    const css =
      ":root { --i: 22pt; --c: red } .x { --c: blue } .x p { color: var(--c); text-indent: var(--i) } h1 { color: var(--no) }";
    expect(epub(css)).toBe(".x p { color: blue; text-indent: 2em; }");
  });
  test("those of @media print are not the EPUB's", () => {
    expect(epub(":root { --c: red } @media print { :root { --c: blue } } p { color: var(--c) }")).toBe(
      "p { color: red; }",
    );
  });
  test("a condition for e-readers is kept", () => {
    expect(epub("@media screen and (min-width: 40em) { p { color: red } }")).toBe(
      "@media screen and (min-width: 40em) { p { color: red; } }",
    );
    expect(epub("@media print and (color) { p { color: red } } @media not screen { p { color: red } }")).toBe("");
  });
  test("what only the EPUB understands stays", () => {
    expect(epub("p::first-letter { font-size: 300% } a:hover { color: red }")).toBe(
      "p::first-letter { font-size: 300%; } a:hover { color: red; }",
    );
  });
  test("comments and broken rules do not get in", () => {
    expect(epub("p { /* -- */ color: /* x */ red } h1,,h2 { color: red } h3 { color red }")).toBe(
      "p { color: red; }",
    );
  });
  test("it is empty for an empty stylesheet", () => {
    expect(epubCss(sheet(""))).toBe("");
  });
});

test("the README prints the table", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const printed = EPUB_TABLE.map((row) => `- ${row.about}`).join("\n");
  expect(readme).toContain(printed);
});
