/** Half-title, title page, copyright page, contents. */
import { describe, expect, it } from "vitest";
import { addFrontMatter } from "../../src/book/add-front-matter.ts";
import { markUp } from "../../src/book/mark-up.ts";
import type { BookConfig } from "../../src/config/book-config.ts";
import { config } from "../support/elements.ts";
import { type Files, resolved } from "./book-of.ts";
import { printElements } from "./print-elements.ts";

const book = (files: Files, changes: Partial<BookConfig> = {}) =>
  markUp({ sections: resolved(files, changes).sections }, config(changes));
const roles = (files: Files, changes: Partial<BookConfig> = {}) => book(files, changes).map(({ role }) => role);
const page = (role: string, changes: Partial<BookConfig>, files: Files = {}) => {
  const section = book(files, changes).find((one) => one.role === role);
  return section ? printElements(section.root) : "";
};

const TITLED = { "1.md": "# The Quay\n\na", "2.md": "# The Storm\n\nb", "3.md": "# The Calm\n\nc" };

describe("the pages before the text", () => {
  it("stand in their order, contents after dedication and epigraph", () => {
    const files = {
      ...TITLED,
      "dedication.md": "For A.",
      "epigraph.md": "> Words.",
      "foreword.md": "# Foreword\n\nx",
    };
    expect(roles(files, { date: "2026", authors: [{ name: "A" }] })).toEqual([
      ...["halftitlepage", "titlepage", "copyrightpage", "dedication", "epigraph", "toc", "foreword"],
      ...["chapter", "chapter", "chapter"],
    ]);
  });

  it("are the author's own where there are any", () => {
    const files = {
      "0-half-title.md": "X",
      "1-title-page.md": "# X",
      "2-copyright.md": "© X",
      "3.md": "# One\n\na",
    };
    const sections = book(files, { rights: "All rights reserved." });
    expect(sections.map(({ id }) => id)).toEqual(["0-half-title", "1-title-page", "2-copyright", "3"]);
    expect(sections.map(({ printOnly }) => printOnly)).toEqual([false, false, false, false]);
  });

  it("have ids that no chapter has", () => {
    const ids = book({ "titlepage.md": "---\nrole: chapter\n---\n\n# X\n\na" }).map(({ id }) => id);
    expect(ids).toEqual(["halftitlepage", "titlepage-2", "titlepage"]);
  });

  it("a half-title is for print alone, as are the contents", () => {
    const printOnly = book(TITLED).filter((section) => section.printOnly);
    expect(printOnly.map(({ role }) => role)).toEqual(["halftitlepage", "toc"]);
  });
});

it("the title page", () => {
  const changes = { title: "T", subtitle: "S", authors: [{ name: "A" }], publisher: "P" };
  expect(page("titlepage", changes)).toBe(`section.titlepage[epub:type=titlepage]
  h1("T")
  p.subtitle("S")
  p.author("A")
  p.publisher("P")`);
  expect(page("titlepage", { ...changes, authors: [{ name: "A" }, { name: "B" }] })).toContain(`div.authors
    p.author("A")
    p.author("B")`);
});

describe("who had a part in the book", () => {
  const contributors: BookConfig["contributors"] = [
    { name: "Anna Weber", role: "trl", task: "translator" },
    { name: "Tom Ashby", role: "cov", task: "cover designer" },
    { name: "Jan Vos", role: "trl", task: "translator" },
    { name: "Ida Lund", role: "aui", task: "foreword" },
    { name: "Per Moe", role: "pfr", task: "proofreader" },
  ];

  it.each([
    ["en-GB", ["Translated by Anna Weber and Jan Vos", "Foreword by Ida Lund"], "Cover design by Tom Ashby"],
    [
      "de",
      ["Übersetzt von Anna Weber und Jan Vos", "Mit einem Vorwort von Ida Lund"],
      "Umschlaggestaltung: Tom Ashby",
    ],
    ["fr", ["Traduit par Anna Weber et Jan Vos", "Avant-propos\u00a0: Ida Lund"], "Couverture\u00a0: Tom Ashby"],
    ["cs", ["Překlad: Anna Weber a\u00a0Jan Vos", "Předmluva: Ida Lund"], "Obálka: Tom Ashby"],
    ["eo", ["Translated by Anna Weber and Jan Vos", "Foreword by Ida Lund"], "Cover design by Tom Ashby"],
  ])("is named on title page and copyright page, in %s", (language, names, cover) => {
    const lines = (role: string) =>
      [...page(role, { contributors, language }).matchAll(/p\.contributor\("(.*)"\)/g)].map(([, text]) => text);
    expect(lines("titlepage")).toEqual(names);
    expect(lines("copyrightpage")).toEqual([names[0], cover, names[1]]);
  });

  it("is named in the author’s own words, if there are any", () => {
    const credit = "Aus dem Englischen von Anna Weber";
    const own: BookConfig["contributors"] = [{ name: "Anna Weber", role: "trl", task: "translator", credit }];
    expect(page("titlepage", { contributors: own, language: "de" })).toContain(`p.contributor("${credit}")`);
  });
});

it.each([
  ["en", "2", "Tales, Book\u00a02"],
  ["de", "III", "Tales, Band\u00a0III"],
  ["hu", "2", "Tales, 2.\u00a0kötet"],
  ["fr", undefined, "Tales"],
])("a series is named on the title page, in %s", (language, number, shown) => {
  const series = { name: "Tales", ...(number !== undefined && { number }) };
  expect(page("titlepage", { series, language })).toContain(`p.series("${shown}")`);
});

describe("the copyright page", () => {
  it("has all that is given", () => {
    const changes = {
      ...{
        title: "T",
        authors: [{ name: "A" }, { name: "B" }],
        date: "2026-03",
        rights: "All rights\nreserved.\n\nNo copies.",
      },
      ...{ edition: "Second edition", publisher: "P", identifiers: ["urn:isbn:9780306406157"], language: "en-GB" },
    };
    expect(page("copyrightpage", changes)).toBe(`section.copyrightpage[epub:type=copyright-page]
  p.title("T")
  p.copyright("Copyright © 2026 A and B")
  p.rights("All rights reserved.")
  p.rights("No copies.")
  p.edition("Second edition")
  p.publisher("P")
  p.isbn("ISBN 9780306406157")`);
  });

  it("names the ISBNs of all editions, in the words of the book's language", () => {
    const isbns = [
      { uri: "urn:isbn:9780306406157", edition: "epub", groups: "978-0-306-40615-7" },
      { uri: "urn:isbn:9780141439518", edition: "paperback" },
      { uri: "urn:isbn:9783161484100", edition: "print" },
    ] as const;
    const shown = page("copyrightpage", { isbns, identifiers: ["urn:isbn:9780306406157"], language: "fr" });
    expect(shown).toBe(`section.copyrightpage[epub:type=copyright-page]
  p.title("A Book")
  p.isbn("ISBN 978-0-306-40615-7 (EPUB)")
  p.isbn("ISBN 9780141439518 (broché)")
  p.isbn("ISBN 9783161484100")`);
  });

  it("is left out if nothing is given", () => {
    expect(page("copyrightpage", { authors: [{ name: "A" }] })).toBe("");
  });

  it.each(["© 2026 The Press", "In the public domain", "Copyright the heirs"])(
    "claims nothing beside “%s”",
    (rights) => {
      const shown = page("copyrightpage", { rights, date: "2026", authors: [{ name: "A" }] });
      expect(shown).toContain(rights);
      expect(shown).not.toContain("p.copyright");
    },
  );
});

describe("contents", () => {
  it("list parts, chapters and what else has a heading", () => {
    const files = {
      "0-preface.md": "# Preface\n\nx",
      "1.md": "# North\n\n## *The* Quay\n\na\n\n### Deep",
      "2.md": "## The Storm\n\nb",
      "3.md": "## The Calm\n\nc",
      "3-epilogue.md": "## Epilogue\n\nc",
      "4-dedication.md": "For A.",
    };
    expect(page("toc", { language: "de" }, files)).toBe(`nav.toc[epub:type=toc][role=doc-toc]
  h1("Inhalt")
  ol
    li.toc-preface
      a[href=0-preface.xhtml]("Preface")
    li.toc-part
      a[href=1.xhtml]("North")
      ol
        li.toc-chapter
          a[href=1-the-quay.xhtml]("The Quay")
        li.toc-chapter
          a[href=2.xhtml]("The Storm")
        li.toc-chapter
          a[href=3.xhtml]("The Calm")
    li.toc-epilogue
      a[href=3-epilogue.xhtml]("Epilogue")`);
    expect(page("toc", { contents: 2 }, files)).toContain(`a[href=1-the-quay.xhtml]("The Quay")
          ol
            li.toc-heading
              a[href=1-the-quay.xhtml#deep]("Deep")`);
  });

  const NUMBERED = Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`${n}.md`, `# ${n}\n\nWord.`]));
  const words = `${"word ".repeat(1300)}\n`;
  it.each<[string, Files, number | undefined, boolean]>([
    ["titled chapters", TITLED, undefined, true],
    ["titled chapters, unwanted", TITLED, 0, false],
    ["a part", { "1.md": "# North\n\n## 1\n\na", "2.md": "## 2\n\nb", "3.md": "## 3\n\nc" }, undefined, true],
    ["a story's sections", NUMBERED, undefined, false],
    ["a story's sections, wanted", NUMBERED, 1, true],
    [
      "a novel's numbered chapters",
      Object.fromEntries(Object.entries(NUMBERED).map(([k, t]) => [k, t + words])),
      undefined,
      true,
    ],
    ["a text without headings", { "1.md": "a", "2.md": "b", "3.md": "c" }, 1, false],
    ["a story", { "1.md": "# The Quay\n\na" }, undefined, false],
  ])("for %s", (_, files, contents, there) => {
    expect(roles(files, contents === undefined ? {} : { contents }).includes("toc")).toBe(there);
  });
});

it("a book without a text still has its title", () => {
  expect(addFrontMatter([], config()).map(({ role }) => role)).toEqual(["halftitlepage", "titlepage"]);
});
