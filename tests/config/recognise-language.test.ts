/** The language of a text, by its commonest words; title and author, by its first lines. */
import { describe, expect, it } from "vitest";
import { readConfig } from "../../src/config/read-config.ts";
import { recogniseLanguage } from "../../src/config/recognise-language.ts";
import { readTitleLines } from "../../src/config/title-lines.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

const TEXTS: Readonly<Record<string, string>> = {
  de: "Der Müller stand auf dem Steg und sah in das Wasser, das unter ihm vorbeizog. Es war schon spät, und die Lampe brannte nicht. Er wußte nicht, wer sie ihm genommen hatte, aber er ging mit dem Licht in der Hand noch einmal um das Haus, als ob er sich nicht fürchtete.",
  en: "The miller stood on the bridge and looked at the water that went by below him. It was late, and the lamp was not lit. He did not know who had taken it from him, but he went round the house with a light in his hand as if he were not afraid of the dark.",
  es: "El molinero estaba en el puente y miraba el agua que pasaba por debajo de él. Era tarde, y la lámpara no estaba encendida. No sabía quién se la había quitado, pero dio la vuelta a la casa con una luz en la mano, como si no tuviera miedo de nada en el mundo.",
  fr: "Le meunier était sur le pont et regardait l'eau qui passait au-dessous de lui. Il était tard, et la lampe n'était pas allumée. Il ne savait pas qui la lui avait prise, mais il fit le tour de la maison avec une lumière à la main, comme s'il n'avait peur de rien dans ce monde.",
  it: "Il mugnaio stava sul ponte e guardava l'acqua che passava sotto di lui. Era tardi, e la lampada non era accesa. Non sapeva chi gli avesse preso la lampada, ma fece il giro della casa con un lume in mano, come se non avesse paura di nulla al mondo, e poi rientrò.",
  nl: "De molenaar stond op de brug en keek naar het water dat onder hem voorbij ging. Het was al laat, en de lamp was niet aan. Hij wist niet wie haar had genomen, maar hij ging met een licht in de hand nog eens om het huis, alsof hij niet bang was voor het donker.",
  sv: "Mjölnaren stod på bron och såg på vattnet som rann förbi under honom. Det var sent, och lampan var inte tänd. Han visste inte vem som hade tagit den, men han gick runt huset med ett ljus i handen, som om han inte var rädd för det mörka, och sedan gick han in.",
};

describe("a text", () => {
  it.each(Object.entries(TEXTS))("in %s is known by its small words", (language, text) => {
    expect(recogniseLanguage(text.split(". "))).toBe(language);
    expect(recogniseLanguage([text.toUpperCase()])).toBe(language);
  });

  it("is not guessed at if it is short, or in no language of the table", () => {
    expect(recogniseLanguage(["Der Müller stand auf dem Steg."])).toBeUndefined();
    expect(recogniseLanguage(Array<string>(60).fill("zork plugh xyzzy"))).toBeUndefined();
  });

  it("that quotes another language is in its own", () => {
    expect(recogniseLanguage([TEXTS.en ?? "", TEXTS.en ?? "", TEXTS.fr ?? ""])).toBe("en");
  });
});

describe("a book's language", () => {
  const read = (yaml: string, text = TEXTS.de ?? "") => {
    const { value, diagnostics } = readConfig(scratchFolder({ "book.yaml": yaml, "a.txt": text }), { env: {} });
    return { language: value.language, said: diagnostics.map(({ message, hints }) => `${message} ${hints[0]}`) };
  };

  it("is recognised where nothing says it, and the author is told how to", () => {
    const { language, said } = read("title: T\nauthor: A\n");
    expect(language).toBe("de");
    expect(said[0]).toContain("the language is taken to be German, since its commonest words are");
    expect(said[0]).toMatch(/\nlanguage: de$/);
  });

  it("is never taken against what is written", () => {
    expect(read("title: T\nauthor: A\nlanguage: en-GB\n")).toEqual({ language: "en-GB", said: [] });
    const frame = `Language: Danish\n\n*** START OF X ***\n\n${TEXTS.de}\n`;
    expect(read("title: T\nauthor: A\n", frame)).toEqual({ language: "da", said: [] });
  });
});

describe("title and author", () => {
  it.each([
    ["The Lantern\nby Ada Marchbank\n\nIt was late.", "The Lantern", "Ada Marchbank"],
    ["\n\nDIE MÜHLE\n\nEine Novelle\n\nVON\n\nHEDWIG VON DER AUE\n\nI.\n", "DIE MÜHLE", "HEDWIG VON DER AUE"],
    ["# Le Pont\n\npar J.-B. d'Aubry.\n", "Le Pont", "J.-B. d'Aubry"],
  ])("are those of %j", (text, title, author) => {
    expect(readTitleLines(text.split("\n"))).toEqual({ title, author });
  });

  it.each([
    "The lamp was out.\nBy Thursday Ada had mended it.\n",
    "The Lantern\nby the light of which she read\n",
    "by Ada Marchbank\n",
    "The Lantern\n\nAda Marchbank\n",
    "T H E L A N T E R N\nby Ada Marchbank\n",
  ])("are not read out of %j", (text) => {
    expect(readTitleLines(text.split("\n"))).toBeUndefined();
  });
});
