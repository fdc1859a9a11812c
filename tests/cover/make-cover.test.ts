import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DESIGNS } from "../../src/cover/designs.ts";
import { type Drawing, type Rgb, type Shape, transform } from "../../src/cover/drawing.ts";
import { drawCover, makeCover } from "../../src/cover/make-cover.ts";
import { makeMotifs } from "../../src/cover/motifs.ts";
import { PALETTES } from "../../src/cover/palettes.ts";
import { rasterise } from "../../src/cover/rasterise.ts";
import type { CoverWords } from "../../src/cover/stack.ts";
import { writeSvg } from "../../src/cover/write-svg.ts";
import { garamond, library } from "../fonts/faces.ts";

const italic = library.face({ families: ["EB Garamond"], weight: 400, style: "italic" });
const faces = { title: garamond, italic, plain: garamond, leaves: garamond };

function words(title: string, more: Partial<CoverWords> = {}): CoverWords {
  return { title, subtitle: "", authors: ["Jane Austen"], publisher: "", divide: () => [], ...more };
}

function make(title: string, author = "Jane Austen") {
  const book = { title, authors: [{ name: author }] };
  return makeCover(book, library, ["EB Garamond"], () => []);
}

/** Left, top, right, bottom of what a shape covers. */
function boundsOf({ outline, places }: Shape): readonly [number, number, number, number] {
  const points = places.flatMap((place) => transform(outline, place).flatMap((step) => step.points));
  const xs = points.filter((_, i) => i % 2 === 0);
  const ys = points.filter((_, i) => i % 2 === 1);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Contrast of two colours (WCAG 2.2, "contrast ratio"). */
function contrast(a: Rgb, b: Rgb): number {
  const luminance = (rgb: Rgb): number => {
    const [r, g, blue] = rgb.map((v) =>
      v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (blue ?? 0);
  };
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

test("the same title has the same cover, another has another", () => {
  const svg = (drawing: Drawing | undefined) => (drawing ? writeSvg(drawing, "x") : "");
  expect(svg(make("Emma").value)).toBe(svg(make("Emma").value));
  const looks = ["Emma", "Persuasion", "Northanger Abbey", "Mansfield Park", "Lady Susan", "Sanditon"].map(
    (title) => {
      const drawing = make(title).value;
      return `${drawing?.ground} ${drawing?.shapes.length}`;
    },
  );
  expect(new Set(looks).size).toBeGreaterThan(3);
});

test("every design, palette and motif can be chosen", () => {
  const grounds = new Set(Array.from({ length: 200 }, (_, i) => String(make(`T${i}`).value?.ground)));
  expect(grounds.size).toBe(PALETTES.length);
});

describe.each(DESIGNS.map((entry, i) => [i, entry] as const))("design %i", (_, { design, most }) => {
  const motif = makeMotifs(garamond)[0];
  const palette = PALETTES[0];
  if (!motif || !palette) throw new Error("there is always one");
  const name = fc.stringMatching(/^[A-ZÀÉ][a-zàéöß]{0,11}( [A-Z][a-z]{1,14}){0,2}$/);
  const text = fc.stringMatching(/^[A-ZÄÉ][a-zäéß]{0,13}( [A-Za-zäé]{1,12}[,:]?){0,16}$/);

  test("sets every word inside the page, none too small to be read", () => {
    fc.assert(
      fc.property(
        text,
        fc.option(text),
        fc.array(name, { maxLength: 4 }),
        fc.option(name),
        (title, sub, authors, house) => {
          const said = words(title, { subtitle: sub ?? "", authors, publisher: house ?? "" });
          fc.pre([said.title, said.subtitle, ...authors].join(" ").length <= most);
          const drawing = design({ words: said, faces, palette, motif });
          const readable = drawing.shapes.filter(({ fill }) => fill !== palette.tone && fill !== drawing.ground);
          for (const shape of readable) {
            const [left, top, right, bottom] = boundsOf(shape);
            expect(Math.min(left, top)).toBeGreaterThan(20);
            expect(right).toBeLessThan(1580);
            expect(bottom).toBeLessThan(2540);
          }
        },
      ),
      { seed: 11, numRuns: 25 },
    );
  });
});

test.each(PALETTES.map((palette) => [palette.name, palette] as const))("%s can be read", (_, palette) => {
  expect(contrast(palette.ink, palette.paper)).toBeGreaterThan(7);
  expect(contrast(palette.paper, palette.ground)).toBeGreaterThan(4.5);
  expect(contrast(palette.accent, palette.ground)).toBeGreaterThan(3);
  expect(contrast(palette.tone, palette.ground)).toBeLessThan(2);
});

test("a title that no font can show has no cover, and the author is told", () => {
  const { value, diagnostics } = make("吾輩は猫である");
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([{ code: "font/missing-glyph", severity: "warning" }]);
});

test("Cyrillic and Greek are no trouble", () => {
  expect(make("Преступление и наказание", "Фёдор Достоевский").value).toBeDefined();
  expect(make("Οδύσσεια", "Όμηρος").value).toBeDefined();
});

test("straight apostrophes are set as apostrophes", () => {
  const curled = drawCover(words("Alice’s Adventures"), faces);
  const straight = make("Alice's Adventures").value;
  expect(straight?.ground).toEqual(curled.ground);
});

test("the SVG has no text and no fonts, and names its title", () => {
  const drawing = make("Salt & <Silver>").value;
  const svg = drawing ? writeSvg(drawing, "Salt & <Silver>") : "";
  expect(svg).toContain("<title>Salt &amp; &lt;Silver&gt;</title>");
  expect(svg).toContain('viewBox="0 0 1600 2560"');
  expect(svg).not.toMatch(/<text|font|style=/);
});

test("the picture has 1600 by 2560 pixels in few colours", () => {
  const drawing = make("Emma").value;
  if (!drawing) throw new Error("no cover");
  const picture = rasterise(drawing);
  expect([picture.width, picture.height]).toEqual([1600, 2560]);
  expect(picture.palette.length).toBeLessThan(120);
});
