import { utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../src/config/read-config.ts";
import { formatDiagnostic } from "../../src/core/diagnostic.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

/** The configuration of a folder holding this book.yaml and one chapter. */
function read(yaml: string, files: Readonly<Record<string, string>> = {}) {
  const folder = scratchFolder({ "book.yaml": yaml, "one.md": "# One\n", ...files }, "the-moonstone");
  return readConfig(folder, { env: {} });
}

/** `line:column code`, in the order told. */
function places(yaml: string, files: Readonly<Record<string, string>> = {}): string[] {
  return read(yaml, files).diagnostics.map(({ span, code }) => `${span?.line}:${span?.column} ${code}`);
}

const ENOUGH = "title: T\nauthor: A\nlanguage: en\n";

describe("book.yaml", () => {
  it("gives every key its place", () => {
    const { value, diagnostics } = read(
      `title: The Moonstone
subtitle: A Romance
authors:
  - name: Wilkie Collins
    sort: Collins, Wilkie
  - Charles Dickens
language: en-gb
publisher: Tinsley
identifier: https://example.org/moonstone
isbn: 978-0-14-143951-8
date: 1868-07-16
rights: Public domain
description: |
  A diamond.

  It is stolen.
series: {name: Mysteries, number: 2}
subjects: [Detectives, Jewels]
cover: art/cover.png
fonts: obfuscate
pdf: screen
style: art/print.css
chapters: [two.md, one.md]
chapterLevel: 2
partLevel: 1
`,
      { "two.md": "", "art/cover.png": "", "art/print.css": "" },
    );
    expect(diagnostics).toEqual([]);
    const { cover, style, chapters, modified, folder, ...plain } = value;
    expect(plain).toEqual({
      title: "The Moonstone",
      subtitle: "A Romance",
      authors: [{ name: "Wilkie Collins", sortName: "Collins, Wilkie" }, { name: "Charles Dickens" }],
      language: "en-GB",
      publisher: "Tinsley",
      contributors: [],
      identifiers: ["urn:isbn:9780141439518", "https://example.org/moonstone"],
      isbns: [{ uri: "urn:isbn:9780141439518", groups: "978-0-14-143951-8" }],
      date: "1868-07-16",
      rights: "Public domain",
      description: "A diamond.\n\nIt is stolen.",
      series: { name: "Mysteries", number: "2" },
      fonts: "obfuscate",
      pdf: "screen",
      makesCover: false,
      subjects: [{ name: "Detectives" }, { name: "Jewels" }],
      pageList: "print",
      chapterLevel: 2,
      partLevel: 1,
      slug: "the-moonstone",
    });
    expect(cover).toMatchObject({ path: path.join(folder, "art/cover.png"), span: { line: 19, column: 8 } });
    expect(style.path).toBe(path.join(folder, "art/print.css"));
    expect(chapters?.map((chapter) => path.basename(chapter.path))).toEqual(["two.md", "one.md"]);
    expect(modified).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  it("takes text as it is written, though YAML has other types", () => {
    const { value, diagnostics } = read("title: 1984\nauthor: true\nlanguage: no\ndate: 1949\nrights: 007\n");
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({
      title: "1984",
      authors: [{ name: "true" }],
      language: "no",
      date: "1949",
      rights: "007",
    });
  });

  it("treats an empty value as a key left out", () => {
    const { value, diagnostics } = read(`${ENOUGH}subtitle:\npublisher: ~\nsubjects: []\n`);
    expect(diagnostics).toEqual([]);
    expect(value).not.toHaveProperty("subtitle");
    expect(value).not.toHaveProperty("publisher");
  });

  it("tells everything that is wrong at once, each at its own line", () => {
    expect(
      places(`titel: x
author: {nam: y}
language: english
isbn: 978-0-14-143951-9
date: 2023-02-29
cover: nowhere.png
chapters: [one.md, two.md, one.md, ../three.md]
chapterLevel: 7
series: {name: S, number: two}
publisher: [a]
identifier: my book
`),
    ).toEqual([
      "1:1 config/unknown-key",
      "2:10 config/unknown-key",
      "3:11 config/wrong-type",
      "4:7 config/wrong-type",
      "5:7 config/wrong-type",
      "8:15 config/wrong-type",
      "9:27 config/wrong-type",
      "10:12 config/wrong-type",
      "11:13 config/wrong-type",
      "6:8 config/missing-file",
      "7:20 config/missing-file",
      "7:28 config/wrong-type",
      "7:36 config/wrong-type",
    ]);
  });

  it.each([
    ["titel: x", "title"],
    ["Title: x", "title"],
    ["chapter_level: 1", "chapterLevel"],
    ["lang: en", "language"],
    ["stylesheet: x", "style"],
    ["autohr: x", "author"],
  ])("suggests a key for %s", (line, key) => {
    const [found] = read(`${line}\n`).diagnostics;
    expect(found?.hints).toEqual([`Did you mean "${key}"?`]);
  });

  it("names the keys there are for one that is like none", () => {
    expect(read("zzzzzz: x\n").diagnostics[0]?.hints[0]).toContain("title, subtitle, author, authors");
  });

  it.each([
    ["true", 1],
    ["no", 0],
    ["3", 3],
  ])("takes contents: %s as a depth of %i", (written, depth) => {
    expect(read(`${ENOUGH}contents: ${written}\n`).value.contents).toBe(depth);
  });

  it("tells what contents may be, and keeps the edition as it is written", () => {
    expect(places(`${ENOUGH}contents: deep\nedition: 2nd\n`)).toEqual(["4:11 config/wrong-type"]);
    expect(read(`${ENOUGH}edition: 2nd\n`).value.edition).toBe("2nd");
    expect(read(`${ENOUGH}toc: true\n`).diagnostics[0]?.hints).toEqual(['Did you mean "contents"?']);
  });

  it("wants parts above chapters", () => {
    expect(places(`${ENOUGH}chapterLevel: 1\npartLevel: 2\n`)).toEqual(["5:12 config/wrong-type"]);
  });

  it.each(["en_GB", "English", "xx-", "1"])("knows that %s is no language", (tag) => {
    const { value, diagnostics } = read(`language: ${tag}\n`);
    expect(diagnostics.map(({ code }) => code)).toEqual(["config/wrong-type"]);
    expect(value.language).toBe("en");
  });

  it("suggests the file that was probably meant", () => {
    const { diagnostics } = read(`${ENOUGH}cover: art/fornt.png\n`, { "art/front.png": "" });
    expect(diagnostics[0]?.hints[0]).toBe("Did you mean art/front.png?");
  });

  it("does not take a folder for a file", () => {
    expect(places(`${ENOUGH}cover: art\n`, { "art/front.png": "" })).toEqual(["4:8 config/missing-file"]);
  });

  it.each(['"a\\0b"', '"\\ud800"'])("refuses %s, which no book can hold", (value) => {
    expect(places(`title: ${value}\nauthor: A\nlanguage: en\n`)).toEqual(["1:8 config/wrong-type"]);
  });
});

describe("broken YAML", () => {
  it.each([
    ["title: Emma: A Novel\n", "1:8", 'Write title: "Emma: A Novel"'],
    ["title: a\ntitle: b\n", "2:1", "Keep one of the two"],
    ["authors:\n\t- Jane\n", "2:1", "Indent with two spaces."],
    ['title: "Emma\nauthor: Jane\n', "2:12", "Close it where the value ends."],
    ["subjects: [a, b\ntitle: c\n", "2:1", "Check the line"],
    ["title: Emma\nauthor Jane\n", "2:1", "Write it as key: value."],
    ["title: @home\n", "1:8", 'Write title: "@home"'],
    ["title: *bold*\n", "1:8", "double quotes"],
    ["title: a\n---\ntitle: b\n", "2:1", "Take out this line"],
    ["- a\n- b\n", "1:1", "title: Middlemarch"],
    ["just words\n", "1:1", "title: Middlemarch"],
  ])("%j is shown where it breaks", (yaml, place, hint) => {
    const [found, ...others] = read(yaml).diagnostics;
    expect(others).toEqual([]);
    expect(found?.code).toBe("config/yaml");
    expect(`${found?.span?.line}:${found?.span?.column}`).toBe(place);
    expect(found?.hints.join(" ")).toContain(hint);
  });

  it("never runs away on aliases", () => {
    expect(places("a: &a [*a, *a]\n")).toContain("1:8 config/yaml");
  });

  it("shows the line with a caret", () => {
    const { diagnostics, sources } = read("title: T\nauther: A\n");
    const [found] = diagnostics;
    if (!found) throw new Error("nothing was told");
    const lines = sources[0]?.text.split("\n") ?? [];
    expect(formatDiagnostic(found, (_, line) => lines[line - 1])).toContain("\n 2 | auther: A\n   | ^^^^^^\n");
  });

  it("is not asked for what it could not say", () => {
    const folder = scratchFolder({ "book.yaml": Uint8Array.of(0x74, 0x3a, 0x20, 0x81), "one.md": "" });
    const { diagnostics } = readConfig(folder, { env: {} });
    expect(diagnostics.map(({ code }) => code)).toEqual(["manuscript/not-utf8"]);
  });
});

describe("defaults", () => {
  it("builds any folder, and says once what to add", () => {
    const folder = scratchFolder({ "one.md": "# One\n" }, "the-turn-of-the-screw");
    const { value, diagnostics } = readConfig(folder, { env: {} });
    expect(value).toMatchObject({
      title: "The Turn of the Screw",
      authors: [],
      language: "en",
      subjects: [],
      slug: "the-turn-of-the-screw",
    });
    expect(value.identifiers[0]).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
    expect(diagnostics.map(({ code }) => code)).toEqual(["config/incomplete"]);
    expect(diagnostics[0]?.hints[0]).toMatch(/\ntitle: The Turn of the Screw\nauthor: Your Name\nlanguage: en$/);
  });

  it("offers lines that silence the warning", () => {
    const { diagnostics } = read("publisher: P\n");
    const [, ...lines] = diagnostics[0]?.hints[0]?.split("\n") ?? [];
    expect(read(`publisher: P\n${lines.join("\n")}\n`).diagnostics).toEqual([]);
    expect(diagnostics[0]?.span).toMatchObject({ line: 1, column: 1 });
  });

  it("asks only for what is missing", () => {
    const [found] = read("author: A\nlanguage: fr\n").diagnostics;
    expect(found?.hints[0]?.split("\n").slice(1)).toEqual(["title: The Moonstone"]);
    expect(places(ENOUGH)).toEqual([]);
  });

  it("makes an identifier of title, authors and language, and of nothing else", () => {
    const [id] = read(ENOUGH).value.identifiers;
    expect(read(`${ENOUGH}publisher: P\n`).value.identifiers).toEqual([id]);
    expect(read(ENOUGH.replace("A", "B")).value.identifiers).not.toEqual([id]);
    expect(read(ENOUGH.replace("en", "fr")).value.identifiers).not.toEqual([id]);
  });

  it("looks for the stylesheet in the folder, beside it, and at home", () => {
    const outer = scratchFolder({
      "styles/book.css": "",
      "in/styles/book.css": "",
      "in/a.md": "",
      "out/a.md": "",
    });
    const styleOf = (folder: string) => readConfig(folder, { env: {} }).value.style.path;
    expect(styleOf(path.join(outer, "in"))).toBe(path.join(outer, "in/styles/book.css"));
    expect(styleOf(path.join(outer, "out"))).toBe(path.join(outer, "styles/book.css"));
    expect(styleOf(scratchFolder({ "a.md": "" }))).toBe(path.resolve("styles/book.css"));
  });

  it("dates the book by SOURCE_DATE_EPOCH, else by its newest file", () => {
    const folder = scratchFolder({
      "book.yaml": ENOUGH,
      "a.md": "",
      "b/c.md": "",
      "styles/book.css": "",
      "_d.md": "",
    });
    for (const [index, name] of ["book.yaml", "a.md", "styles/book.css", "b/c.md", "_d.md"].entries()) {
      utimesSync(path.join(folder, name), 1_000_000_000 + index, 1_000_000_000 + index);
    }
    expect(readConfig(folder, { env: {} }).value.modified).toBe("2001-09-09T01:46:43Z");
    expect(readConfig(folder, { env: { SOURCE_DATE_EPOCH: "86400" } }).value.modified).toBe(
      "1970-01-02T00:00:00Z",
    );
  });
});

describe("the header of a book of a single file", () => {
  const headed = (header: string, others: Readonly<Record<string, string>> = {}) => {
    const folder = scratchFolder({ "a.md": `---\n${header}---\nText.\n`, ...others }, "the-moonstone");
    return readConfig(folder, { env: {} });
  };

  it("says what book.yaml would say", () => {
    const { value, diagnostics } = headed(
      "title: The Ferry\nauthor: Ann Lee\nlanguage: de\nseries: Boats\nclass: plain\n",
    );
    expect(diagnostics).toEqual([]);
    expect([value.title, value.language, value.slug]).toEqual(["The Ferry", "de", "the-ferry"]);
    expect(value.authors).toEqual([{ name: "Ann Lee" }]);
    expect(value.series).toEqual({ name: "Boats" });
  });

  it("is told of what it does wrong and leaves out, at its own lines", () => {
    const { diagnostics } = headed("title: T\nauthro: A\ndate: soon\n");
    expect(diagnostics.map(({ code, span }) => `${span?.line} ${code}`)).toEqual([
      "3 config/unknown-key",
      "4 config/wrong-type",
    ]);
    expect(headed("title: T\n").diagnostics.map(({ message }) => message.replace(/\S*a\.md/, "a.md"))).toEqual([
      "The header of a.md leaves out author, language: no author is named and the language is taken to be English.",
    ]);
  });

  it("is no part of the text that title, author and language are looked for in", () => {
    const text = "---\nencoding: windows-1252\n---\nThe Lantern\n\nby Zo\u00eb Marchbank\n\nText.\n";
    const folder = scratchFolder({ "b.md": "More." }, "the-moonstone");
    writeFileSync(path.join(folder, "a.md"), Buffer.from(text, "latin1"));
    const { value } = readConfig(folder, { env: {} });
    expect([value.title, value.authors]).toEqual(["The Lantern", [{ name: "Zo\u00eb Marchbank" }]]);
  });

  it("is a chapter's if there are other chapters, or a book.yaml", () => {
    const header = "title: The Ferry\nauthor: Ann Lee\n";
    expect(headed(header, { "b.md": "More." }).value.title).toBe("The Moonstone");
    expect(headed(header, { "book.yaml": "title: Another\n" }).value.title).toBe("Another");
  });
});
