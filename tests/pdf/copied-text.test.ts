/** Every word is copied as it was written, however it is set. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Element, MarkedSection, TextNode } from "../../src/book/element.ts";
import type { Shaped } from "../../src/fonts/face.ts";
import { openFontLibrary } from "../../src/fonts/library.ts";
import { textsOfGlyphs } from "../../src/pdf/glyph-texts.ts";
import { readingSpaces } from "../../src/pdf/reading-spaces.ts";
import { structureOf } from "../../src/pdf/structure.ts";
import type { Page, PlacedRun } from "../../src/typeset/page/page.ts";
import { chapter, el, p } from "../support/elements.ts";
import { requireTool, runTool } from "../support/outside-tools.ts";
import { readBlocks } from "../support/structure-text.ts";
import { buildPdf } from "./small-book.ts";

const face = openFontLibrary().face({ families: ["EB Garamond"], weight: 400, style: "normal" });

describe("the texts of a word's glyphs", () => {
  it("are together the word, whatever was shaped before it", () => {
    const letters = fc
      .array(fc.constantFrom(..."abcdefilnortuABFHTé\u0301àſßﬁﬀ0123456789-"), { minLength: 1, maxLength: 9 })
      .map((characters) => characters.join(""));
    fc.assert(
      fc.property(letters, fc.constantFrom("", "smcp", "smcp,c2sc", "onum", "dlig"), (text, features) => {
        const texts = textsOfGlyphs(face.shape(text, features));
        expect(texts.join("").normalize("NFC")).toBe(text.normalize("NFC"));
        expect(texts).not.toContain("");
      }),
      { seed: 20261124 },
    );
  });

  it("are shared out where the font names others", () => {
    const shaped = (text: string, ...said: readonly string[]): Shaped => ({
      text,
      glyphs: said.map((_, i) => i + 1),
      advances: [],
      widths: [],
      codePoints: said.map((s) => [...s].map((c) => c.codePointAt(0) ?? 0)),
      width: 0,
      missing: "",
    });
    expect(textsOfGlyphs(shaped("AB", "a", "b"))).toEqual(["A", "B"]);
    expect(textsOfGlyphs(shaped("\ufb01n", "fi", "n"))).toEqual(["\ufb01", "n"]);
    expect(textsOfGlyphs(shaped("é", "é", ""))).toEqual(["e", "\u0301"]);
  });
});

describe("spaces", () => {
  const run = (source: TextNode, ...words: readonly (readonly [string, number, boolean])[]): PlacedRun => ({
    kind: "run",
    x: 0,
    y: 0,
    face,
    size: 10,
    colour: [0, 0, 0],
    letterSpacing: 0,
    scale: 1,
    words: words.map(([text, offset, spaced]) => ({ dx: 0, shaped: face.shape(text, ""), spaced, offset })),
    source,
  });
  const spacesOf = (block: Element, ...lines: readonly (readonly PlacedRun[])[]) => {
    const section: MarkedSection = chapter("one", "One", block);
    const page: Page = { index: 0, label: "1", width: 100, height: 100, items: lines.flat() };
    const spaces = readingSpaces([page], structureOf([section], () => true).placeOf);
    return lines.flat().map((line) => [[...(spaces.get(line)?.before ?? [])], spaces.get(line)?.after ?? 0]);
  };
  const textIn = (element: Element): TextNode => {
    const [child] = element.children;
    if (child?.kind === "text") return child;
    throw new Error("no text");
  };

  it("stand at the end of a line, but not inside a broken word", () => {
    const block = p("one two princi­ple");
    const text = textIn(block);
    const lines = [[run(text, ["one", 0, false])], [run(text, ["two", 4, false], ["prin-", 8, true])]];
    expect(spacesOf(block, ...lines, [run(text, ["ciple", 12, false])])).toEqual([
      [[], 1],
      [[], 0],
      [[], 0],
    ]);
  });

  it("stand where a narrow space is only white", () => {
    const block = p("Oui\u202f!");
    expect(spacesOf(block, [run(textIn(block), ["Oui", 0, false], ["!", 4, false])])).toEqual([[[[1, 1]], 0]]);
  });

  it("belong to the text before a phrase that they stand before", () => {
    const inner = el("em", {}, "two");
    const block = p("one ", inner);
    const first = run(textIn(block), ["one", 0, false]);
    expect(spacesOf(block, [first, run(textIn(inner), ["two", 0, true])])).toEqual([
      [[], 1],
      [[[0, 0]], 0],
    ]);
  });

  it("are all there in code", () => {
    const code = el("code", {}, "if\n    fry()  // hot\n");
    const text = textIn(code);
    const lines = [[run(text, ["if", 0, false])], [run(text, ["fry()", 7, false], ["//", 14, false])]];
    expect(spacesOf(el("pre", {}, code), ...lines)).toEqual([
      [[], 1],
      [
        [
          [0, 4],
          [1, 2],
        ],
        0,
      ],
    ]);
  });
});

const SET = `
@page { size: 300pt 300pt; margin: 24pt }
body { font-family: "EB Garamond"; font-size: 10pt; line-height: 12pt }
.caps { font-variant-caps: small-caps }
`;

it("small capitals, ligatures and glyphs of two characters are copied as written", async (context) => {
  const text =
    'An <span class="caps">Aalto Affair</span> of the office: affluent ﬁne ﬂags, fjords, ½ of 1\u202f000 at 10\u00a0p.m.';
  const file = await buildPdf({
    "book.yaml": "title: A\nauthor: B\nstyle: set.css\n",
    "set.css": SET,
    "1.md": `# One\n\n${text}\n`,
  });
  const plain = "An Aalto Affair of the office: affluent ﬁne ﬂags, fjords, ½ of 1 000 at 10 p.m.";
  expect(readBlocks(requireTool(context, "pdfinfo"), file)).toContain(plain);
  const copied = runTool(requireTool(context, "pdftotext"), "-raw", file, "-").stdout;
  const squeeze = (printed: string): string => printed.replace(/\s+/g, "");
  expect(squeeze(copied)).toContain(squeeze(plain));
});
