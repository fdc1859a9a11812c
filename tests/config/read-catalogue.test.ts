import { describe, expect, it } from "vitest";
import { ROLE_NAMES, ROLES } from "../../src/config/contributor-roles.ts";
import { readConfig } from "../../src/config/read-config.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

/** The configuration of a book that has these lines beside what it needs. */
function read(lines: string) {
  const yaml = `title: T\nauthor: A\nlanguage: en\n${lines}`;
  return readConfig(scratchFolder({ "book.yaml": yaml, "one.md": "# One\n" }), { env: {} });
}

/** The only thing said: `line:column message`, then the hints. */
function told(lines: string): string[] {
  const { diagnostics } = read(lines);
  expect(diagnostics).toHaveLength(1);
  return diagnostics.flatMap(({ span, message, hints }) => [`${span?.line}:${span?.column} ${message}`, ...hints]);
}

describe("contributors", () => {
  it("have roles by plain names, and names as catalogues sort them", () => {
    const { value, diagnostics } = read(`contributors:
  - {name: Anna Weber, role: translator, sort: "Weber, Anna"}
  - {name: Tom Ashby, role: Cover-Designer}
  - {name: Ida Lund, role: ill, credit: Mit Bildern von Ida Lund}
  - {name: Jan Vos, role: introduction}
`);
    expect(diagnostics).toEqual([]);
    expect(value.contributors).toEqual([
      { name: "Anna Weber", role: "trl", task: "translator", sortName: "Weber, Anna" },
      { name: "Tom Ashby", role: "cov", task: "cover designer" },
      { name: "Ida Lund", role: "ill", task: "illustrator", credit: "Mit Bildern von Ida Lund" },
      { name: "Jan Vos", role: "aui", task: "introduction" },
    ]);
  });

  it("may be one", () => {
    expect(read("contributors: {name: Anna Weber, role: editor}\n").value.contributors).toEqual([
      { name: "Anna Weber", role: "edt", task: "editor" },
    ]);
  });

  it.each(ROLE_NAMES)("%s is a relator of three letters", (name) => {
    expect(ROLES[name]).toMatch(/^[a-z]{3}$/);
  });

  it("tell what is wrong with a role", () => {
    expect(told("contributors: [{name: A, role: transaltor}]\n")).toEqual([
      '4:32 "transaltor" is not a role that catalogues know.',
      'Did you mean "translator"?',
    ]);
    expect(told("contributors: [{name: A, role: cook}]\n")[1]).toContain("The roles are: adapter, afterword");
    expect(told("contributors: [{name: A}]\n")[0]).toBe('4:16 What did A do for the book? "role" is missing.');
    expect(told("contributors: [Anna Weber]\n")[0]).toBe('4:16 "contributors" needs each name with its role.');
  });

  it("are suggested for a role that stands as a key", () => {
    expect(told("translator: Anna Weber\n")).toEqual([
      '4:1 There is no key "translator".',
      "Write:\ncontributors:\n  - name: Anna Weber\n    role: translator",
    ]);
  });
});

describe("isbn", () => {
  it("may be one number, which is the EPUB's", () => {
    const { value } = read("isbn: 978-0-14-143951-8\n");
    expect(value.isbns).toEqual([{ uri: "urn:isbn:9780141439518", groups: "978-0-14-143951-8" }]);
    expect(value.identifiers).toEqual(["urn:isbn:9780141439518"]);
    expect(value.pageList).toBe("print");
  });

  it.each([
    ["9780141439518", undefined],
    ["ISBN 978-0-14-143951-8", "978-0-14-143951-8"],
    ["978 0 14 143951 8", "978-0-14-143951-8"],
    ["978‑0‑14‑143951‑8", "978-0-14-143951-8"],
  ])("%s is shown as its author parts it", (written, groups) => {
    expect(read(`isbn: "${written}"\n`).value.isbns).toEqual([
      { uri: "urn:isbn:9780141439518", ...(groups !== undefined && { groups }) },
    ]);
  });

  it("may be one for each edition; only the EPUB's identifies it, and the first of paper has the pages", () => {
    const { value, diagnostics } = read(
      "isbn:\n  hardback: 978-0-306-40615-7\n  paperback: 0-306-40615-2\n  epub: 978-0-14-143951-8\n",
    );
    expect(diagnostics).toEqual([]);
    expect(value.isbns).toEqual([
      { uri: "urn:isbn:9780306406157", edition: "hardback", groups: "978-0-306-40615-7" },
      { uri: "urn:isbn:0306406152", edition: "paperback", groups: "0-306-40615-2" },
      { uri: "urn:isbn:9780141439518", edition: "epub", groups: "978-0-14-143951-8" },
    ]);
    expect(value.identifiers).toEqual(["urn:isbn:9780141439518"]);
    expect(value.pageList).toBe("hardback");
  });

  it("of print alone leaves the EPUB an identifier of its own", () => {
    expect(read("isbn: {print: 978-0-306-40615-7}\n").value.identifiers[0]).toMatch(/^urn:uuid:/);
  });

  it("tells what is wrong", () => {
    expect(told("isbn: {hardcover: 978-0-306-40615-7}\n")).toEqual([
      '4:8 There is no key "hardcover".',
      'Did you mean "hardback"?',
    ]);
    expect(told("isbn: {print: 978-0-306-40615-8}\n")[0]).toMatch(/^4:15 .*check digit/);
    expect(told("isbn: {print: 978-0-306-40615-7, epub: 9780306406157}\n")[0]).toBe(
      "4:40 epub has the same ISBN as print.",
    );
  });
});

describe("pageList", () => {
  it.each(["print", "paperback", "hardback", "none"])("may be %s", (edition) => {
    const { value, diagnostics } = read(`pageList: ${edition}\n`);
    expect(diagnostics).toEqual([]);
    expect(value.pageList).toBe(edition);
  });

  it("tells what is wrong", () => {
    expect(told("pageList: hardcover\n")).toEqual([
      '4:11 "hardcover" is not an edition with pages of paper.',
      'Did you mean "hardback"?',
    ]);
    expect(told("pageList: epub\n")[1]).toBe("Write one of: print, paperback, hardback, none.");
  });
});

describe("subjects", () => {
  it("are words, or codes of BISAC and Thema with or without words", () => {
    const { value, diagnostics } = read(`subjects:
  - Printing
  - FIC019000
  - {bisac: fic019000, name: Fiction / Literary}
  - thema: FBA
  - name: Type
  - {thema: 1DDU-GB-ESH, name: Isle of Wight}
`);
    expect(diagnostics).toEqual([]);
    expect(value.subjects).toEqual([
      { name: "Printing" },
      { name: "FIC019000", scheme: { authority: "BISAC", code: "FIC019000" } },
      { name: "Fiction / Literary", scheme: { authority: "BISAC", code: "FIC019000" } },
      { name: "FBA", scheme: { authority: "Thema", code: "FBA" } },
      { name: "Type" },
      { name: "Isle of Wight", scheme: { authority: "Thema", code: "1DDU-GB-ESH" } },
    ]);
  });

  it("tell what is wrong", () => {
    expect(told("subjects: [{bisac: FIC19}]\n")).toEqual([
      '4:20 "FIC19" does not look like a BISAC code.',
      "Codes look like this: bisac: FIC019000",
    ]);
    expect(told("subjects: [{bisca: FIC019000}]\n")[1]).toBe('Did you mean "bisac"?');
    expect(told("subjects: [[Fiction]]\n")[0]).toContain("should be text");
  });
});

describe("accessibility", () => {
  it("holds who answers for the claim, and a summary", () => {
    const { value, diagnostics } = read("accessibility:\n  certifiedBy: The Press\n  summary: All is text.\n");
    expect(diagnostics).toEqual([]);
    expect(value.accessibility).toMatchObject({ certifiedBy: "The Press", summary: "All is text." });
    expect(value.accessibility?.span).toMatchObject({ line: 5, column: 3 });
  });

  it("tells what is wrong", () => {
    expect(told("accessibility: yes\n")[0]).toBe('4:16 "accessibility" is a group of keys.');
    expect(told("accessibility: {certifedBy: P}\n")[1]).toBe('Did you mean "certifiedBy"?');
  });
});
