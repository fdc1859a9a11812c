/** What becomes of words that are cut at the ends of lines. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collectWords, divideWords, guessCut, judgeCut, readCut } from "../../src/prose/vocabulary.ts";

/** What the words of a book say about `head-` at a line's end and `tail` on the next. */
function judge(book: string, cut: string) {
  const [line = "", next = ""] = cut.split("|");
  const found = readCut(line, next);
  return found && judgeCut(found, collectWords([book]));
}

describe("a cut word", () => {
  it.each([
    ["joined", "Il parle souvent.", "sou-|vent"],
    ["joined", "Souvent.", "Plus sou-|vent, dit-il"],
    ["joined", "Les hommes.", "l'hom-|mes"],
    ["joined", "Il venait.", "ve-|nait-il"],
    ["joined", "", "sou\u00ad|vent"],
    ["compound", "La grand-mère dormait.", "la grand-|mère"],
    ["compound", "Grand-mère! La grandmère; grand-mère.", "grand-|mère"],
    ["compound", "Dit-il. Fait-il. Elle répond.", "répond-|il"],
    ["compound", "Une demi-heure; un tour.", "un demi-|tour"],
    ["compound", "", "eux-|mêmes"],
    ["compound", "", "celle-|là"],
    ["compound", "", "répondit-|elle"],
    ["compound", "", "va-t-|il"],
    ["compound", "", "enveloppez-|vous"],
    ["compound", "", "finiras-|tu"],
    ["compound", "", "rappelle-|toi"],
    [undefined, "", "ver-|tu"],
    ["compound", "", "une demi-|couchée"],
    ["compound", "", "demanda-|t-il"],
    ["compound", "", "Saint-|Malo"],
    ["compound", "", "1848-|1850"],
    ["compound", "", "forty-|two"],
    ["compound", "", "mother-in-|law"],
    [undefined, "Dis-je. Elle parut.", "dis-|parut"],
    [undefined, "Le grand-père; es; ils espérèrent.", "es-|père"],
    [undefined, "The life-boat; a tender; tend-hand; ly.", "tend-|ly"],
    [undefined, "", "guari-|to da solo"],
    ["apart", "", "Vor-|und Nachteile"],
    ["apart", "", "two-|and three-storied"],
    [undefined, "", "friend-|less"],
    [undefined, "The sea.", "friend-|less"],
  ])("is %s by the words of %j: %s", (joint, book, cut) => {
    expect(judge(book, cut)).toBe(joint);
  });

  it.each(["word|next", "word--|next", "word —|next", "word -|next", "word-|— next", "-|next", "word-|"])(
    "is none in %s",
    (cut) => {
      expect(judge("", cut)).toBeUndefined();
    },
  );

  it("that the words do not decide follows the habit of the book", () => {
    const words = collectWords(["A friend had a house, helpless; the water, a plant, a sore throat."]);
    const guess = (head: string, tail: string, decided: readonly ("joined" | "compound")[]) =>
      guessCut({ head, hyphen: "-", tail }, words, decided);
    expect(guess("friend", "less", ["joined"])).toBe("joined");
    expect(guess("water", "plant", ["joined"])).toBe("compound");
    expect(guess("gar", "den", ["joined"])).toBe("joined");
    expect(guess("gar", "den", ["compound", "compound"])).toBe("compound");
    expect(guess("gar", "den", ["compound", "compound", ...Array<"joined">(9).fill("joined")])).toBe("joined");
    expect(guess("water", "plant", Array<"joined">(500).fill("joined"))).toBe("joined");
  });

  it("is no word of the vocabulary by its halves", () => {
    const { counts } = collectWords(["the well-", "known house", "and garden"]);
    expect([...counts.keys()]).toEqual(["the", "house", "and", "garden"]);
  });
});

describe("words run together", () => {
  const words = collectWords(["The light of the harbour, and the sea.", "a"]);

  it.each([
    ["THEHARBOUR", "THE HARBOUR"],
    ["LIGHTANDSEA", "LIGHT AND SEA"],
    ["THEHARBOURX", "THEHARBOURX"],
  ])("%s is %s", (letters, divided) => {
    expect(divideWords(letters, words)).toBe(divided);
  });

  it("lose no letter", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("THE", "SEA", "OF", "A", "Q", "LIGHT")), (parts) => {
        expect(divideWords(parts.join(""), words).replaceAll(" ", "")).toBe(parts.join(""));
      }),
    );
  });
});
