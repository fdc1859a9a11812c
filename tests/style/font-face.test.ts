import { expect, test } from "vitest";
import { readStyle } from "../../src/style/read-style.ts";
import type { FontFace } from "../../src/style/style-sheet.ts";

const FILES = {
  open: () => undefined,
  exists: (path: string) => /^\/book\/(styles\/)?fonts\/(a|b)\.(ttf|otf)$/.test(path),
};

const read = (css: string) => readStyle("/book/styles/book.css", "styles/book.css", css, FILES);

const faces = (css: string): Omit<FontFace, "span">[] =>
  read(css).value.fontFaces.map(({ span: _, ...face }) => face);

const told = (css: string): string[] =>
  read(css).diagnostics.map(({ code, span, hints }) => `${code} ${span?.line}:${span?.column} ${hints[0]}`);

test("a face with its file, which stands relative to the stylesheet", () => {
  const css = `@font-face { font-family: "Old Face"; font-weight: bold; font-style: oblique 10deg; font-display: swap;
    src: url(../fonts/a.otf) format("opentype") }`;
  expect(faces(css)).toEqual([
    { family: "Old Face", weight: 700, style: "italic", path: "/book/fonts/a.otf", medium: "all" },
  ]);
  expect(read(css).diagnostics).toEqual([]);
  expect(read(css).value.fontFaces[0]?.span).toMatchObject({ file: "styles/book.css", line: 2, column: 5 });
});

test("of a list the first file that can be used", () => {
  const css = `@media print { @font-face { font-family: A; src: local("A"), url("fonts/a.woff2") format("woff2"),
    url("https://example.org/a.ttf"), url('fonts/b.ttf?#iefix') format("truetype") } }`;
  expect(faces(css)).toEqual([
    { family: "A", weight: 400, style: "normal", path: "/book/styles/fonts/b.ttf", medium: "print" },
  ]);
  expect(read(css).diagnostics).toEqual([]);
});

test.each([
  [
    "src: url(fonts/none.ttf)",
    "style/missing-file 1:30 Its path starts from the folder that this stylesheet is in.",
  ],
  [
    "src: url(fonts/a.woff2)",
    'style/unsupported-value 1:30 Put a .ttf or .otf file beside the stylesheet and name it: src: url("name.ttf"). Nothing is fetched from the web.',
  ],
  ["color: red", 'style/unsupported-at-rule 1:1 It takes both: font-family: "Name"; src: url("name.ttf");'],
])("%s makes no face", (descriptor, message) => {
  const css = `@font-face { font-family: A; ${descriptor} }`;
  expect(faces(css)).toEqual([]);
  expect(told(css)).toContain(message);
});

test.each([
  [
    "font-weight: 200 900",
    "A variable font is set as its file stands, here as 400; give one file for each weight.",
  ],
  [
    "font-weight: 600 900",
    "A variable font is set as its file stands, here as 600; give one file for each weight.",
  ],
  ["font-weight: heavy", "font-weight takes normal, bold or a number from 100 to 900."],
  ["font-style: slanted", "font-style takes normal or italic."],
  ["unicode-range: U+0-7F", "The font is used for every character that it has."],
  ["font-stretch: 75%", "Widths of one family are families of their own here."],
  ["size-adjust: 90%", "@font-face takes font-family, font-weight, font-style and src."],
])("%s is told, and the face is used", (descriptor, hint) => {
  const css = `@font-face { font-family: A; src: url("fonts/a.ttf");\n${descriptor} }`;
  expect(faces(css)).toHaveLength(1);
  expect(told(css)).toEqual([`style/unsupported-value 2:1 ${hint}`]);
});
