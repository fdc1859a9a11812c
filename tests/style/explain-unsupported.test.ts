import { describe, expect, test } from "vitest";
import { readMedia } from "../../src/style/media-query.ts";
import { readStyle } from "../../src/style/read-style.ts";
import { el, styleIn, warnings } from "./support.ts";

const hints = (css: string): readonly string[] =>
  readStyle("/book.css", "book.css", css).diagnostics.flatMap((diagnostic) => diagnostic.hints.slice(0, 1));

describe("the nearest thing that works", () => {
  test.each([
    ["p { colour: red }", "Did you mean color?"],
    ["p { hyphens: automatic }", "hyphens takes none, manual or auto."],
    ["p { text-align: centre }", "Did you mean center?"],
    ["p { min-height: 20em }", "Space is given by margin-top and padding; pictures take height and max-height."],
    ["p { -webkit-text-indent: 2em }", "The PDF knows text-indent without a prefix."],
    ["p { border-radius: 3pt }", "Borders have square corners."],
    ["p { display: flex }", "display takes block, inline, list-item, none, or table and its parts."],
    [
      "body { background: ivory }",
      "Paper has its own colour, and an e-reader's is its reader's choice. A block inside may have a background.",
    ],
    [
      "p::before { content: string(title) }",
      "string() and counter(page) stand in the margin boxes of @page; a link takes target-counter(attr(href), page).",
    ],
    ["p { float: left }", "float takes none, footnote, or left on ::first-letter."],
    ["p { -webkit-hyphens: auto }", "The PDF knows hyphens without a prefix."],
    ["p { blob: 1 }", "To keep it for the EPUB alone, put it in @media screen { }."],
    ["p:first-chlid { margin: 0 }", "Did you mean :first-child?"],
    ["p:has(em) { margin: 0 }", "Put a class on the element in the manuscript and select by that."],
    ["p::befor { margin: 0 }", "Did you mean ::before?"],
    [
      "p::selection { margin: 0 }",
      "Pseudo-elements stand at the end, one in a selector: ::before, ::after, ::first-letter, ::first-line, ::marker, ::footnote-call, ::footnote-marker.",
    ],
    [
      "@media (width > 3em) { }",
      "@media print { } is for the PDF, @media screen { } for the EPUB, each without a condition.",
    ],
    ["@import 'x.css';", "Its path starts from the folder that this stylesheet is in."],
    ["p { color: var(--ink) }", "Set it once for the whole book: :root { --ink: … }."],
    ["h1 { background: url(x.png) }", "Put the picture into the manuscript: ![words](file)."],
  ])("%s", (css, hint) => {
    expect(hints(css)).toEqual([hint]);
  });
});

test("once for a rule and a property, again for the next rule", () => {
  const css = "p, h1 {\n  grid-area: a; grid-area: b;\n  hyphens: x; hyphens: y;\n}\nh2 { grid-area: a }";
  expect(warnings(css)).toEqual([
    "style/unsupported-property 2:3 The PDF does not support “grid-area: a”.",
    "style/unsupported-value 3:3 The PDF does not support “hyphens: x”.",
    "style/unsupported-property 5:6 The PDF does not support “grid-area: a”.",
  ]);
});

test("spans cover what is not supported and stay on their line", () => {
  const css =
    "p {\n  grid-template:\n    'a b'\n    'c d';\n  float : left !important; }\n@font-face { src: url(a.ttf) }";
  const spans = readStyle("/book.css", "book.css", css).diagnostics.map((d) => d.span);
  expect(spans.map((span) => [span?.line, span?.column, span?.length])).toEqual([
    [2, 3, "grid-template:".length],
    [5, 3, "float : left !important".length],
    [6, 1, "@font-face".length],
  ]);
});

describe("what is not CSS", () => {
  test.each([
    ["a brace too many", "}\np { color: red }\nh1 { color: red }", 1],
    ["a missing semicolon", "p { margin: 0\n text-indent: 0 }\nh1 { color: red }", 2],
    ["an empty selector", "p,,em { margin: 0 }\nh1 { color: red }", 1],
    ["a string that does not end", "p { font-family: 'x }\n}\nh1 { color: red }", 1],
  ])("%s", (_, css, line) => {
    const { diagnostics } = readStyle("/book.css", "book.css", css);
    expect(diagnostics.map((d) => [d.code, d.span?.line])).toContainEqual(["style/syntax", line]);
  });
  test("a rule in a rule is told, and is in neither book", () => {
    const css = "section {\n  & em { color: red }\n  margin-left: 3pt;\n}";
    expect(warnings(css)).toEqual([
      "style/unsupported-selector 2:3 The rule “& em” stands inside another rule, which neither book can use.",
    ]);
    const em = el("em");
    const section = el("section", em);
    expect(styleIn(css, section, em).color).toEqual([0, 0, 0]);
    expect(styleIn(css, section).marginLeft).toBe(3);
  });
});

describe("media queries", () => {
  const ALL = { medium: "all" } as const;
  test.each<[string, ReturnType<typeof readMedia>]>([
    ["print", { query: { medium: "print" }, understood: true }],
    ["only screen", { query: { medium: "screen" }, understood: true }],
    ["all", { query: { medium: "all" }, understood: true }],
    ["print, screen", { query: { medium: "all" }, understood: true }],
    ["not print", { query: { medium: "screen" }, understood: true }],
    ["not screen", { query: { medium: "print" }, understood: true }],
    ["amzn-kf8", { query: { medium: "screen", condition: "amzn-kf8" }, understood: true }],
    [
      "screen and (orientation: portrait)",
      { query: { medium: "screen", condition: "screen and (orientation: portrait)" }, understood: true },
    ],
    ["(min-width: 30em)", { query: { medium: "screen", condition: "(min-width: 30em)" }, understood: false }],
    [
      "(prefers-color-scheme: dark)",
      { query: { medium: "screen", condition: "(prefers-color-scheme: dark)" }, understood: true },
    ],
    ["print and (color)", { understood: false }],
  ])("%s", (list, expected) => {
    expect(readMedia(list, ALL)).toEqual(expected);
  });
  test("one inside another holds where both do", () => {
    expect(readMedia("screen", { medium: "print" })).toEqual({ understood: true });
    expect(readMedia("all", { medium: "print" })).toEqual({ query: { medium: "print" }, understood: true });
    expect(readMedia("(min-width: 3em)", { medium: "screen" }).understood).toBe(true);
  });
});
