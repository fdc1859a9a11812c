import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeSlug } from "../../src/config/slug.ts";

describe("makeSlug", () => {
  it.each([
    ["Pride and Prejudice", "pride-and-prejudice"],
    ["Emma: A Novel", "emma-a-novel"],
    ["Lady Audley’s Secret", "lady-audleys-secret"],
    ["Les Misérables", "les-miserables"],
    ["Straße nach Ærø", "strasse-nach-aero"],
    ["STRASSE ẞ", "strasse-ss"],
    ["Łódź & Þingvellir", "lodz-thingvellir"],
    ["İstanbul ısı", "istanbul-isi"],
    ["ﬁn de siècle ½", "fin-de-siecle-1-2"],
    ["Война и мир", "война-и-мир"],
    ["Мой край", "мой-край"],
    ["源氏物語", "源氏物語"],
    ["がんばれ", "がんばれ"],
    ["한국어", "한국어"],
    ["हिन्दी", "हिन्दी"],
    ["  …!  ", "book"],
    ["😀", "book"],
    ["", "book"],
    ["../../etc/passwd", "etc-passwd"],
    ["Con", "con-book"],
  ])("%j becomes %j", (title, slug) => {
    expect(makeSlug(title)).toBe(slug);
  });

  it("cuts a long title after a whole word", () => {
    const slug = makeSlug("The Life and Strange Surprizing Adventures of Robinson Crusoe ".repeat(4));
    expect(slug).toBe(
      "the-life-and-strange-surprizing-adventures-of-robinson-crusoe-the-life-and-strange-surprizing-adventures-of-robinson",
    );
    expect(makeSlug("源".repeat(200))).toBe("源".repeat(40));
  });

  it("makes a file name of any title, and keeps it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (title) => {
        const slug = makeSlug(title);
        expect(slug).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*$/u);
        expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(125);
        expect(slug.endsWith("-")).toBe(false);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});
