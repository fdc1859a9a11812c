import * as fontkit from "fontkit";
import { describe, expect, test } from "vitest";
import { embeddingRight, subsetFace } from "../../src/fonts/subset-face.ts";
import { garamond, garamondWithRights } from "./faces.ts";

async function subset(characters: string, ...features: string[]): Promise<fontkit.Font> {
  const opened = fontkit.create(Buffer.from(await subsetFace(garamond, characters, features)));
  if (!("layout" in opened)) throw new Error("a collection");
  return opened;
}

test("a subset shows its characters and no others", async () => {
  const font = await subset("Finest 1é");
  const characters = font.characterSet.filter((c) => c < 0xffff);
  expect(String.fromCodePoint(...characters)).toBe(" 1Feinsté");
});

test("kerning and ligatures stay", async () => {
  const font = await subset("AVfi");
  const whole = garamond.font;
  const advances = (f: fontkit.Font, text: string) => f.layout(text).positions.map((p) => p.xAdvance);
  expect(advances(font, "AV")).toEqual(advances(whole, "AV"));
  expect(font.layout("fi").glyphs.length).toBe(whole.layout("fi").glyphs.length);
  expect(font.layout("fi").glyphs).toHaveLength(1);
});

test("figures of both kinds stay, since a table and a date want different ones", async () => {
  const font = await subset("0123456789");
  expect(font.availableFeatures).toEqual(expect.arrayContaining(["lnum", "onum", "pnum", "tnum"]));
});

test("small capitals are there only if they are asked for", async () => {
  const plain = await subset("abc");
  const small = await subset("abc", "smcp");
  const width = (font: fontkit.Font) => font.layout("abc", ["smcp"]).advanceWidth;
  expect(plain.availableFeatures).not.toContain("smcp");
  expect(width(small)).toBe(garamond.font.layout("abc", ["smcp"]).advanceWidth);
  expect(width(plain)).toBe(garamond.font.layout("abc").advanceWidth);
  expect(small.numGlyphs).toBeGreaterThan(plain.numGlyphs);
});

test("the copyright and the licence travel with the font", async () => {
  const font = await subset("abc");
  expect(font.copyright).toBe(garamond.font.copyright);
  expect(
    Buffer.from(await subsetFace(garamond, "abc", [])).includes(
      Buffer.from("Open Font License", "utf16le").swap16(),
    ),
  ).toBe(true);
});

test("the same characters give the same bytes, a hundred times smaller than the whole font", async () => {
  const [first, second] = [await subsetFace(garamond, "abc", []), await subsetFace(garamond, "abc", [])];
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  expect(first.length).toBeLessThan(4800);
});

describe("what the font's maker allows", () => {
  test.each([
    [0, "subset"],
    [2, "none"],
    [4, "subset"],
    [8, "subset"],
    [0x100, "whole"],
    [0x200, "none"],
    [0x102, "none"],
  ] as const)("fsType %i: %s", (fsType, right) => {
    expect(embeddingRight(garamondWithRights(fsType))).toBe(right);
  });

  test("a font that may not be cut down stays whole", async () => {
    const face = garamondWithRights(0x100);
    expect((await subsetFace(face, "abc", [])).length).toBeGreaterThan(400_000);
  });
});
