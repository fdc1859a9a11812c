import { createRequire } from "node:module";
import path from "node:path";
import { expect, test } from "vitest";
import { spanAt } from "../../src/core/span.ts";
import { nearestCut } from "../../src/fonts/family.ts";
import { openFontLibrary } from "../../src/fonts/library.ts";
import type { FontFace } from "../../src/style/style-sheet.ts";

const root = path.dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/eb-garamond/package.json"));
const file = (cut: string): string => path.join(root, cut, `EBGaramond_${cut}.ttf`);
const own = (changes: Partial<FontFace> = {}): FontFace => ({
  family: "Mine",
  weight: 400,
  style: "normal",
  path: file("400Regular"),
  medium: "all",
  span: spanAt("book.css", 1),
  ...changes,
});

const cut = (weight: number, style: "normal" | "italic" = "normal") => ({
  weight,
  style,
  path: `${weight} ${style}`,
});

test.each([
  [400, [300, 500], 500],
  [400, [300, 600], 300],
  [500, [400, 600], 400],
  [450, [500, 400], 500],
  [700, [600, 800], 800],
  [700, [400, 500], 500],
  [300, [200, 400], 200],
  [300, [400, 700], 400],
  [700, [700, 800], 700],
])("weight %i of %j is %i", (wanted, there, chosen) => {
  expect(
    nearestCut(
      there.map((w) => cut(w)),
      wanted,
      "normal",
    )?.weight,
  ).toBe(chosen);
});

test("the style counts before the weight", () => {
  expect(nearestCut([cut(700), cut(400, "italic")], 700, "italic")).toEqual(cut(400, "italic"));
});

test("a family of the stylesheet's own is found by its name in any case", () => {
  const library = openFontLibrary([own(), own({ style: "italic", path: file("400Regular_Italic") })]);
  const face = library.face({ families: ["Nowhere", "mine"], weight: 400, style: "italic" });
  expect(face.font.postscriptName).toBe("EBGaramond-Italic");
  expect(library.diagnostics().map((d) => d.message)).toEqual([
    "The font family “Nowhere” is not at hand; the PDF is set in Mine instead, and e-readers use what they have.",
  ]);
});

test("what is missing is told once, and never imitated", () => {
  const library = openFontLibrary([own()]);
  const face = library.face({ families: ["Mine"], weight: 700, style: "italic" });
  library.face({ families: ["Mine", "serif"], weight: 700, style: "italic" });
  expect(face).toBe(library.face({ families: ["Mine"], weight: 400, style: "normal" }));
  expect(library.diagnostics().map((d) => [d.code, d.message])).toEqual([
    [
      "font/missing-style",
      "Mine has no italic and no bold here: the PDF uses weight 400 instead, and e-readers feign it.",
    ],
  ]);
});

test("a later rule for the same cut counts, and one for the e-book alone does not", () => {
  const bold = own({ path: file("700Bold") });
  const named = (faces: FontFace[]) =>
    openFontLibrary(faces).face({ families: ["Mine"], weight: 400, style: "normal" }).font.postscriptName;
  expect(named([own(), bold])).toBe("EBGaramond-Bold");
  expect(named([own(), { ...bold, medium: "screen" }])).toBe("EBGaramond-Regular");
});

test("a family of a name that comes with Fleuron takes its place", () => {
  const library = openFontLibrary([own({ family: "EB Garamond", path: file("500Medium") })]);
  expect(library.face({ families: ["serif"], weight: 400, style: "normal" }).font.postscriptName).toBe(
    "EBGaramond-Medium",
  );
});

test("a file that is no font is told with its place, and the text is set all the same", () => {
  const library = openFontLibrary([own({ path: path.join(root, "package.json") })]);
  expect(library.face({ families: ["Mine"], weight: 400, style: "normal" }).family).toBe("EB Garamond");
  expect(library.diagnostics().map((d) => [d.code, d.span?.file])).toEqual([
    ["font/missing", "book.css"],
    ["font/missing", undefined],
  ]);
});
