/** Which lines are headings and scene breaks, by the company they keep. */
import { describe, expect, it } from "vitest";
import { bookOf, printed } from "./read-book.ts";

const PROSE = "He went down to the harbour, and nobody saw him go. It was late.";
const YAML = "title: T\nauthor: A\nlanguage: en\n";

/** Lines of prose with these lines standing alone among them, in the ways that files have. */
const among = (...lines: readonly string[]): string =>
  [...lines.flatMap((line) => [line, PROSE, PROSE]), ""].join("\n");
const apart = (text: string): string => text.replace(/\n(?=.)/g, "\n\n");

/** Texts of the headings that were found, with their levels. */
const headings = (text: string, name = "a.txt"): string[] =>
  [...printed(text, name).matchAll(/^\S+ +(h\d) (?:number|title): (.*)$/gm)].map(
    ([, level, words]) => `${level} ${words}`,
  );

describe("a number standing alone", () => {
  it.each([
    ["III."],
    ["III"],
    ["I."],
    ["3"],
    ["3."],
    ["— 4 —"],
    ["- 4 -"],
    ["[4]"],
    ["*4*"],
    ["§ 4"],
    ["Chapter Three"],
    ["CHAPTER XIV."],
    ["Chapter the Second"],
    ["Chapter 3: The Return"],
    ["CHAPTER II. Mr. Vavasor at Home."],
    ["CHAPTER I. LOOMINGS."],
    ["PREMIÈRE PARTIE"],
    ["CHAPITRE PREMIER"],
    ["LIVRE PREMIER--UN JUSTE"],
    ["Erstes Kapitel"],
    ["Zweiundzwanzigstes Kapitel"],
    ["Das erste Buch"],
    ["Capítulo primero"],
    ["Parte seconda"],
    ["Twenty-One"],
    ["Vingt et unième"],
  ])("%s is a heading at the top of a file, as it is written", (line) => {
    const shown = line.replaceAll("*", "_");
    expect(headings(among(line))).toEqual([`h1 ${shown}`]);
    expect(headings(apart(among(line)))).toEqual([`h1 ${shown}`]);
    expect(headings(apart(among(line)), "a.md")).toEqual([`h1 ${shown}`]);
  });

  it.each([
    ["a year", "1984"],
    ["a sentence", "Chapter Three was the worst of all."],
    ["a numbered sentence", "3. That was the last of them."],
    ["a word", "Six of them"],
    ["a date", "On the 3rd"],
    ["speech", "— Un."],
    ["an answer", "- 4"],
  ])("%s is none", (_, line) => {
    expect(headings(`${PROSE}\n${among(line)}`)).toEqual([]);
  });

  it("in the middle of a text needs others of its kind, unless it cannot be anything else", () => {
    expect(headings(`${PROSE}\n${among("I")}`)).toEqual([]);
    expect(headings(`${PROSE}\n${among("V.")}`)).toEqual([]);
    expect(headings(`${PROSE}\n${among("7")}`)).toEqual([]);
    expect(headings(`${PROSE}\n${among("XX")}`)).toEqual([]);
    expect(headings(`${PROSE}\n${among("II")}`)).toEqual(["h1 II"]);
    expect(headings(`${PROSE}\n${among("I", "II")}`)).toEqual(["h1 I", "h1 II"]);
    expect(headings(`${PROSE}\n${among("7", "8", "9")}`)).toEqual(["h1 7", "h1 8", "h1 9"]);
  });

  it("is none where the series goes on without it", () => {
    expect(headings(among("I.", "II.", "I", "III."))).toEqual(["h1 I.", "h1 II.", "h1 III."]);
    expect(headings(among("I", "II", "I", "III"))).toEqual(["h1 I", "h1 II", "h1 III"]);
  });

  it("is none in a list of contents, nor where somebody counts", () => {
    expect(headings(`I\nII\nIII\n${among("I", "II", "III")}`)).toEqual(["h1 I", "h1 II", "h1 III"]);
    expect(headings(`${PROSE}\n1\n2\n3\n${PROSE}\n${PROSE}`)).toEqual([]);
  });

  it("is none in a list of contents with parts, and the text begins to count anew", () => {
    const contents = "PREMIÈRE PARTIE\nI\nII\nIII\nDEUXIÈME PARTIE\nI\nII\n";
    const text = among("I", "II", "III");
    const wanted = ["h1 PREMIÈRE PARTIE", "h2 I", "h2 II", "h2 III"];
    expect(headings(`${contents}PREMIÈRE PARTIE\n${text}`)).toEqual(wanted);
    expect(headings(`${contents}\n${PROSE}\n\nPREMIÈRE PARTIE\n\n${apart(text)}`)).toEqual(wanted);
  });

  it("is none where sentences run on over it, as over the numbers of pages", () => {
    const half = "and so he went on and on\n\n— 7 —\n\nuntil he came to the sea.";
    const text = `${PROSE} ${half}\n\n${PROSE} ${half.replace("7", "8")}\n\n${PROSE}\n`;
    expect(headings(text)).toEqual([]);
  });

  it("stands below parts, and parts below the title at the top", () => {
    const text = `THE HARBOUR\n${among("PART ONE", "I", "II", "PART TWO", "I", "II")}`.replace(
      /(PART \w+)\n.*\n.*/g,
      "$1",
    );
    expect(headings(text)).toEqual([
      "h1 THE HARBOUR",
      "h2 PART ONE",
      "h3 I",
      "h3 II",
      "h2 PART TWO",
      "h3 I",
      "h3 II",
    ]);
    expect(bookOf({ "a.txt": text }).sections.map(({ role, title }) => `${role} ${title}`)).toEqual([
      "part THE HARBOUR",
      "part PART ONE",
      "chapter I",
      "chapter II",
      "part PART TWO",
      "chapter I",
      "chapter II",
    ]);
  });

  it("makes one heading with the title below it", () => {
    expect(headings(among("I.\nThe Box", "II.\nThe Key"))).toEqual(["h1 I. ⏎ The Box", "h1 II. ⏎ The Key"]);
    expect(headings(among("I.\nTHE BOX"))).toEqual(["h1 I. ⏎ THE BOX"]);
    expect(headings(among("I.\n\nL E   R E T O U R"))).toEqual(["h1 I. ⏎ LE RETOUR"]);
    expect(headings(among("I.\nNobody came"))).toEqual(["h1 I."]);
  });

  it("may have a title at the top, which no dash, number or space begins", () => {
    expect(headings(`The Harbour\n${PROSE}\n${PROSE}\n`)).toEqual(["h1 The Harbour"]);
    for (const line of [
      "- One",
      "1. One",
      "  Nobody",
      "'Tis one",
      "nobody",
      "one",
      "The harbour,",
      "Nobody came.",
    ])
      expect(headings(`${line}\n${PROSE}\n${PROSE}\n`)).toEqual([]);
  });

  it("closes up letter-spaced lines, and finds their words", () => {
    expect(headings(among("P R E M I È R E   P A R T I E"))).toEqual(["h1 PREMIÈRE PARTIE"]);
    expect(headings(among("T H E H A R B O U R"))).toEqual(["h1 THE HARBOUR"]);
  });
});

describe("sections", () => {
  const numbered = apart(among("I.", "II.", "III."));
  const sections = (yaml: string, files: Readonly<Record<string, string>>): string[] =>
    bookOf({ "book.yaml": YAML + yaml, ...files }).sections.map(({ role, title }) => `${role} ${title}`);

  it("are chapters, or stay in one chapter, or are none, as configured", () => {
    expect(sections("", { "a.md": numbered })).toEqual(["chapter I.", "chapter II.", "chapter III."]);
    expect(sections("sections: chapters\n", { "a.md": numbered })).toHaveLength(3);
    expect(sections("sections: inside\n", { "a-story.md": numbered })).toEqual(["chapter a story"]);
    expect(sections("", { "a.md": `---\ntitle: A Story\nsections: inside\n---\n${numbered}` })).toEqual([
      "chapter A Story",
    ]);
    const off = bookOf({ "book.yaml": `${YAML}sections: off\n`, "a.md": numbered });
    expect(off.sections).toHaveLength(1);
    expect(off.changes.filter(({ what }) => what.startsWith("section/"))).toEqual([]);
  });

  it("stay below the author's headings, or become chapters if they shall", () => {
    const stories = { "a.md": `# One\n\n${numbered}`, "b.md": `# Two\n\n${numbered}` };
    expect(sections("", stories)).toEqual(["chapter One", "chapter Two"]);
    expect(sections("sections: chapters\n", stories)).toEqual([
      "part One",
      "chapter I.",
      "chapter II.",
      "chapter III.",
      "part Two",
      "chapter I.",
      "chapter II.",
      "chapter III.",
    ]);
    expect(sections("sections: inside\n", stories)).toEqual(["chapter One", "chapter Two"]);
  });

  const warnings = (...texts: readonly string[]): string[] => {
    const files = Object.fromEntries(texts.map((text, index) => [`${index}.md`, text]));
    return bookOf(files).diagnostics.flatMap(({ code, severity }) => (severity === "warning" ? [code] : []));
  };

  it("have numbers of which none is missing and none stands twice", () => {
    expect(warnings(numbered)).toEqual([]);
    expect(warnings(apart(among("III.")))).toEqual([]);
    expect(warnings(apart(among("I.", "II.", "IV.")))).toEqual(["section/missing-number"]);
    expect(warnings(apart(among("I.", "II.", "II.", "III.")))).toEqual(["section/repeated-number"]);
    expect(warnings(apart(among("I.", "II.")), apart(among("IV.")))).toEqual(["section/missing-number"]);
    expect(warnings(apart(among("I.", "II.")), apart(among("I.", "II.")))).toEqual([]);
    expect(warnings(apart(among("PART ONE", "I", "II", "PART TWO", "I", "II")))).toEqual([]);
    expect(warnings("# I\n\nText.\n\n# III\n\nText.\n")).toEqual([]);
  });
});

describe("scene breaks", () => {
  it.each([
    "* * *",
    "***",
    "#",
    "##",
    "~",
    "~~~",
    "⁂",
    "• • •",
    "-o-",
    "oOo",
    "x x x",
    "+",
    "=====",
    "—",
    "*",
    "§",
    "***",
    "-----",
  ])("%s is one between paragraphs", (line) => {
    const wanted = /^\S+ +He .*\n\S+ +\* \* \*\n\S+ +He /;
    expect(printed(`${PROSE}\n${line}\n${PROSE}\n${PROSE}\n`)).toMatch(wanted);
    expect(printed(`${PROSE}\n\n${line}\n\n${PROSE}\n\n${PROSE}\n`)).toMatch(wanted);
    // In Markdown these are the fence of code.
    if (line === "~~~") return;
    expect(printed(`${PROSE}\n\n${line}\n\n${PROSE}\n\n${PROSE}\n`, "a.md")).toMatch(wanted);
  });

  it.each(["...", "…", ". . .", "— Oui", "?", "!"])("%s is none", (line) => {
    expect(printed(`${PROSE}\n${line}\n${PROSE}\n${PROSE}\n`)).not.toContain("* * *");
  });

  it("are told only where Markdown would not have one", () => {
    const kinds = (text: string): string[] =>
      bookOf({ "a.txt": text }).changes.flatMap(({ what }) => (what.startsWith("scene/") ? [what] : []));
    expect(kinds(`${PROSE}\n* * *\n${PROSE}\n${PROSE}\n`)).toEqual([]);
    expect(kinds(`${PROSE}\n#\n${PROSE}\n${PROSE}\n`)).toEqual(["scene/mark"]);
    expect(kinds(`${PROSE}\n\n${PROSE}\n${PROSE}\n${PROSE}\n`)).toEqual(["scene/empty-line"]);
    expect(kinds(`${PROSE}\n${PROSE}\n\nII.\n\n${PROSE}\n${PROSE}\n`)).toEqual([]);
  });

  it("in wrapped text are gaps that are wider than the others", () => {
    const text = `${`${PROSE}\n\n`.repeat(8)}\n\n${PROSE}\n`;
    expect(printed(text).match(/\* \* \*/g)).toHaveLength(1);
  });
});

describe("titles without capitals", () => {
  const LONGER = `${PROSE} ${PROSE} ${PROSE} ${PROSE}`;
  const chapters = (titles: readonly string[], below = LONGER): string =>
    titles.map((title, at) => `Chapter ${at + 1}\n\n${title}\n\n${below}\n\n${LONGER}\n`).join("\n");
  const five = ["The box.", "He comes back!", "Of a key, and of him who lost it.", '"Who is it?"', "The end"];

  it("may end like sentences, if all chapters have them and longer text below", () => {
    expect(headings(chapters(five))).toEqual(five.map((title, at) => `h1 Chapter ${at + 1} ⏎ ${title}`));
    expect(headings(chapters(five.slice(0, 3)))).toEqual(["h1 Chapter 1", "h1 Chapter 2", "h1 Chapter 3"]);
    expect(
      headings(chapters(five, "He went.")).every((heading) => /^h1 Chapter \d( ⏎ The end)?$/.test(heading)),
    ).toBe(true);
  });

  it("stand behind bare numbers too, in a series from the first on", () => {
    expect(headings(among("I. The Box", "II. The Key"))).toEqual(["h1 I. The Box", "h1 II. The Key"]);
    expect(headings(among("I. — The box.", "II – THE KEY", "III.--The lock."))).toEqual([
      "h1 I. — The box.",
      "h1 II – THE KEY",
      "h1 III.--The lock.",
    ]);
    expect(headings(among("1. The Box", "2. The Key"))).toEqual(["h1 1. The Box", "h1 2. The Key"]);
    expect(headings(`${PROSE}\n1. Bread\n2. Milk\n${PROSE}`)).toEqual([]);
    expect(headings(`${PROSE}\n${among("4. The Box", "5. The Key")}`)).toEqual([]);
    expect(headings(among("1. Mai 1771", "2. Mai 1771"))).toEqual([]);
  });

  it("are no dates", () => {
    for (const date of ["Am 4. Mai 1771", "Paris, le 3 février", "Monday, August 12th"]) {
      expect(headings(`${date}\n${PROSE}\n${PROSE}\n`)).toEqual([]);
      expect(headings(among(`I.\n${date}`, `II.\n${date}`))).toEqual(["h1 I.", "h1 II."]);
    }
  });
});

describe("sections with names and no numbers", () => {
  const text = [PROSE, PROSE, PROSE, PROSE].join("\n");
  const named = (...names: readonly string[]): string => names.map((name) => `${name}\n\n${text}\n`).join("\n");

  it("are found as a series that begins at the top", () => {
    expect(headings(named("The Box", "The Key", "The Lock"))).toEqual(["h1 The Box", "h1 The Key", "h1 The Lock"]);
    expect(headings(`THE HARBOUR\n\n${named("The Box", "The Key", "The Lock")}`).slice(1)).toEqual([
      "h2 The Box",
      "h2 The Key",
      "h2 The Lock",
    ]);
  });

  it("are not made of a few lines that stand apart", () => {
    expect(headings(`${text}\n\n${named("The Box", "The Key", "The Lock")}`)).toEqual([]);
    expect(headings(`${text}\n\nYours, Ada\n\n${text}\n\nClosed\n\n${text}\n`)).toEqual([]);
  });
});

describe("what stands above a text", () => {
  const roles = (text: string): string[] =>
    bookOf({
      "book.yaml": "title: The Harbour\nauthor: Ada Marchbank\nlanguage: en\n",
      "a.txt": text,
    }).sections.map(({ role, title }) => `${role} ${title}`);

  it("is a title page, a dedication, a list of contents", () => {
    const page = "THE HARBOUR\n\nby Ada Marchbank\n\nLondon, 1911\n\n";
    expect(roles(`${page}${apart(among("I.", "II."))}`)).toEqual([
      "titlepage THE HARBOUR",
      "chapter I.",
      "chapter II.",
    ]);
    expect(roles(`${page}To my sister.\n\n${apart(among("I.", "II."))}`)[1]).toBe("dedication Dedication");
    expect(roles(`${page}CONTENTS\n\nI.\n\nII.\n\n${apart(among("I.", "II."))}`)).toEqual([
      "titlepage THE HARBOUR",
      "contents-list CONTENTS",
      "chapter I.",
      "chapter II.",
    ]);
    expect(roles(`${page}${PROSE}\n${PROSE}\n`)).toEqual(["titlepage THE HARBOUR", "chapter The Harbour"]);
  });

  it("may be a list of contents at the end as well", () => {
    const parts = `PART ONE\n\n${apart(among("I.", "II."))}\n\nPART TWO\n\n${apart(among("I.", "II."))}`;
    expect(
      roles(`${parts}\n\nCONTENTS\n\nPart One\n\nI. The box\nII. The key\n\nPart Two\n\nI. The lock\n`),
    ).toEqual([
      "part PART ONE",
      "chapter I.",
      "chapter II.",
      "part PART TWO",
      "chapter I.",
      "chapter II.",
      "contents-list CONTENTS",
    ]);
  });

  it("is no title page if it is prose, or one line", () => {
    expect(roles(`THE HARBOUR\n\n${apart(among("I.", "II."))}`)).toEqual([
      "part THE HARBOUR",
      "chapter I.",
      "chapter II.",
    ]);
    expect(roles(`${PROSE}\nby Ada Marchbank\n${PROSE}\n${PROSE}\n`)).toHaveLength(1);
  });
});
