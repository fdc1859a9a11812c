/** Where words may be broken. */
import { describe, expect, it } from "vitest";
import { openFontLibrary } from "../../src/fonts/library.ts";
import { INITIAL } from "../../src/style/style-fields.ts";
import { makeTextStyles } from "../../src/typeset/paragraph/text-style.ts";
import { isWordBox, makeWordMaker } from "../../src/typeset/paragraph/words.ts";

const library = openFontLibrary();
const plain = makeTextStyles(library)({ ...INITIAL, fontFamily: ["EB Garamond"], fontFeatures: "" }, undefined);

/** The word with a bar at each place where it may be broken, a hyphen before the bar if one is added. */
function shown(text: string, limits: object = {}): string {
  const words = makeWordMaker(library, (word) => (word === "composition" ? [3, 5, 7] : []));
  const { items } = words(text, { ...plain, hyphenated: true, hyphenLimits: limits });
  return items
    .map((item) => {
      if (isWordBox(item)) return item.word.text.slice(item.from, item.to);
      return item.kind === "penalty" && item.before > 0 ? "-|" : "|";
    })
    .join("");
}

describe("a word", () => {
  it("is broken after its own hyphens, dashes and slashes, and where patterns allow it", () => {
    expect(shown("well-founded")).toBe("well-|founded");
    expect(shown("had—not")).toBe("had—|not");
    expect(shown("either/or")).toBe("either/|or");
    expect(shown("composition")).toBe("com-|po-|si-|tion");
  });

  it("keeps to hyphenate-limit-chars", () => {
    expect(shown("composition", { before: 4, after: 5 })).toBe("compo-|sition");
    expect(shown("composition", { word: 12 })).toBe("composition");
  });

  it("that is an address or a name of code is broken after its signs, without a hyphen", () => {
    expect(shown("https://example.org/some_page")).toBe(
      "https:/|/|example.|org/|some_|page".replace(":/|/|", "://|"),
    );
    expect(shown("Coin::Quarter(UsState::Alaska)")).toBe("Coin::|Quarter(|UsState::|Alaska)");
  });

  it("is otherwise left whole", () => {
    expect(shown("representative(s)")).toBe("representative(s)");
    expect(shown("i.e.")).toBe("i.e.");
    expect(shown("snake_case")).toBe("snake_case");
  });
});
