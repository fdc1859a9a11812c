/** What `@page` does to finished pages: one case a feature. Geometry is in page dumps, all else is shown in words. */
import { describe, expect, it } from "vitest";
import { dumpPages } from "../../src/typeset/page/dump-pages.ts";
import { type Files, SMALL_PAGES, setBook, showPages } from "./set-book.ts";

/** The book without its half-title, title page and blanks. */
const show = async (files: Files, css: string, changes = {}): Promise<string[]> => {
  const { pages } = await setBook(
    files,
    `${SMALL_PAGES} .halftitlepage, .titlepage { display: none } ${css}`,
    changes,
  );
  return showPages(pages);
};

const lines = (count: number): string => Array.from({ length: count }, (_, i) => `Line ${i + 1}.`).join("\n\n");
const CHAPTERS = { "1.md": `# Alpha\n\n${lines(12)}`, "2.md": `# Beta\n\n${lines(3)}` };
const HEADS = "@page { @top-center { content: string(head) } @bottom-center { content: counter(page) } }";

describe("margin boxes", () => {
  it("stand all round the page", async () => {
    const names = [
      ...["top-left-corner", "top-left", "top-center", "top-right", "top-right-corner"],
      ...["right-top", "right-middle", "right-bottom"],
      ...["bottom-right-corner", "bottom-right", "bottom-center", "bottom-left", "bottom-left-corner"],
      ...["left-bottom", "left-middle", "left-top"],
    ];
    const boxes = names
      .map((name) => `@${name} { content: "${name.replace(/-?([a-z])[a-z]*/g, "$1")}" }`)
      .join(" ");
    const { pages } = await setBook(
      { "1.md": "# One\n\nText." },
      `${SMALL_PAGES} .halftitlepage, .titlepage { display: none } @page { font-size: 6pt; line-height: 7pt; ${boxes} }`,
    );
    await expect(dumpPages(pages)).toMatchFileSnapshot("expected/margin-boxes.txt");
  });

  it("have type, padding, borders and backgrounds of their own", async () => {
    const { pages } = await setBook(
      { "1.md": "# One\n\nText." },
      `${SMALL_PAGES} .halftitlepage, .titlepage { display: none } @page { @top-left {
        content: "Head " counter(page, upper-roman); font: italic 8pt/10pt "EB Garamond"; letter-spacing: 1pt;
        vertical-align: bottom; padding-bottom: 3pt; border-bottom: 0.5pt solid; margin-bottom: 4pt; width: 50%;
      } @bottom-right { content: "two\\A lines"; white-space: pre; font-size: 6pt; line-height: 7pt; background: #eee } }`,
    );
    await expect(dumpPages(pages)).toMatchFileSnapshot("expected/margin-box-style.txt");
  });

  it("turn over what is too long for them", async () => {
    const css =
      '@page { @top-center { content: "A head that is too long for one line"; font-size: 12pt; width: 80pt } }';
    expect(await show({ "1.md": "Text." }, css)).toEqual(["1: A head that is too | long for one line | Text."]);
  });
});

describe("named strings", () => {
  it("show what the page's first element sets, and on later pages what was set before", async () => {
    expect(await show(CHAPTERS, `${HEADS} h1 { string-set: head content() }`)).toEqual([
      "1: Alpha | Alpha | Line 1. | Line 2. | Line 3. | Line 4. | Line 5. | 1",
      "2: Alpha | Line 6. | Line 7. | Line 8. | Line 9. | Line 10. | Line 11. | Line 12. | 2",
      "3: Beta | Beta | Line 1. | Line 2. | Line 3. | 3",
    ]);
  });

  it("hold counters, attributes and text", async () => {
    const css = `${HEADS} section { counter-increment: n } h1 { string-set: head counter(n, upper-roman) " – " content() " (" attr(id) ")" }`;
    const [, , third] = await show(CHAPTERS, css);
    expect(third).toMatch(/^3: II – Beta \(beta\) \|/);
  });

  it("can be first, last, at the start, or all but the first", async () => {
    const choices = ["first", "last", "start", "first-except"];
    const list = choices.map((choice) => `string(w, ${choice})`).join(' "," ');
    const css = `@page { @top-left { content: ${list}; white-space: nowrap } } h2 { string-set: w content(); margin: 0; font-size: 10pt; line-height: 12pt }`;
    const files = { "1.md": `# T\n\na\n\n## One\n\na\n\n## Two\n\n${lines(12)}\n\n## Three\n\na` };
    expect((await show(files, css)).map((page) => page.split(" | ")[0])).toEqual([
      "1: One,Two,,",
      "2: Two,Two,Two,Two",
      "3: Three,Three,Two,",
    ]);
  });

  it("leave out the numbers of notes", async () => {
    const [first] = await show(
      { "1.md": "# Alpha[^1]\n\na\n\n[^1]: Note." },
      `${HEADS} h1 { string-set: head content() }`,
    );
    expect(first).toMatch(/^1: Alpha \| 1 \| Alpha \|/);
  });
});

describe("counters in margin boxes", () => {
  it("are the page's, the number of pages, and those of elements", async () => {
    const css = `@page { @top-center { content: counter(n) ": " counter(page) " of " counter(pages) } } section { counter-increment: n }`;
    expect((await show(CHAPTERS, css)).map((page) => page.split(" | ")[0])).toEqual([
      "1: 1: 1 of 3",
      "2: 1: 2 of 3",
      "3: 2: 3 of 3",
    ]);
  });

  it("begin anew where an element says so", async () => {
    const labels = async (css: string) =>
      (await setBook(CHAPTERS, SMALL_PAGES + css)).pages.map(({ label }) => label);
    expect(await labels(HEADS)).toEqual(["i", "ii", "1", "2", "3"]);
    expect(await labels(`${HEADS} #beta { counter-reset: page 20 }`)).toEqual(["1", "2", "3", "4", "20"]);
    expect(
      await labels(`@page titlepage { @bottom-left { content: counter(page, upper-alpha) } } ${HEADS}`),
    ).toEqual([...["A", "B", "1", "2", "3"]]);
  });
});

describe("kinds of pages", () => {
  it("have names, that elements ask for; another name is another page", async () => {
    const css = `h2 { page: plate; margin: 0 } @page plate { @top-left { content: "plate" } } @page { @top-right { content: "text" } }`;
    expect(await show({ "1.md": "# One\n\na\n\n## Two\n\nb" }, css)).toEqual([
      "1: text | One | a",
      "2: plate text | Two",
      "3: text | b",
    ]);
  });

  it("are left and right, first of their name, and blank", async () => {
    const css = `section { page: c; break-before: recto } @page :left { @top-left { content: "L" } } @page :right { @top-right { content: "R" } }
      @page c:first { @top-right { content: "first" } } @page :blank { @bottom-left { content: "blank" } }`;
    const heads = (await show(CHAPTERS, css)).map((page) => page.split(" | ")[0]);
    expect(heads).toEqual(["1: first", "2: L", "3: first"]);
    const three = { ...CHAPTERS, "2.md": `# Beta\n\n${lines(2)}`, "3.md": "# Gamma\n\na" };
    expect((await show(three, css, { contents: 0 })).map((page) => page.split(" | ")[0])).toEqual([
      "1: first",
      "2: L",
      "3: first",
      "4: blank",
      "5: first",
    ]);
  });

  it("may begin lower on their first page", async () => {
    const css = "section { page: c } @page c:first { margin-top: 60pt }";
    const { pages } = await setBook(
      CHAPTERS,
      `${SMALL_PAGES} .halftitlepage, .titlepage { display: none } ${css}`,
    );
    expect(showPages(pages).map((page) => page.split(" | ").length)).toEqual([4, 9, 4]);
    const tops = pages.map((page) => Math.min(...page.items.map((item) => item.y)));
    expect(tops.map((top) => top >= 60)).toEqual([true, false, true]);
  });

  it("may have a measure of their own", async () => {
    const words = "word ".repeat(12);
    const css = "@page wide { size: 300pt 150pt } section.wide { page: wide }";
    const files = { "1.md": `${words}`, "2.md": `---\nclass: wide\n---\n\n${words}` };
    const { pages } = await setBook(files, `${SMALL_PAGES} .halftitlepage, .titlepage { display: none } ${css}`);
    expect(showPages(pages)).toEqual([
      "1: word word word word word word word | word word word word word",
      "2: word word word word word word word word word word word word",
    ]);
    expect(pages.map(({ width }) => width)).toEqual([200, 300]);
  });

  it("may stand on the foot of the page", async () => {
    const tops = async (value: string) => {
      const css = `${SMALL_PAGES} .halftitlepage, .titlepage { display: none } @page { align-content: ${value} }`;
      const { pages } = await setBook({ "1.md": "Some text.\n\nMore text." }, css);
      return Math.round(
        Math.min(...(pages[0]?.items ?? []).flatMap((item) => (item.kind === "run" ? [item.y] : []))),
      );
    };
    const start = await tops("start");
    expect([await tops("center"), await tops("end")]).toEqual([start + 36, start + 72]);
  });
});

describe("the rule above notes", () => {
  it.each([
    ["", "0.4 54 20"],
    ["@footnote { border-top: 1pt solid red; padding-top: 3pt }", "1 160 20"],
    ["@footnotes { border-top: 0.5pt solid; width: 25% }", "0.5 40 20"],
    ["@footnote { border-top: none }", ""],
  ])("%s", async (area, rule) => {
    const css = `${SMALL_PAGES} .halftitlepage, .titlepage { display: none } @page { ${area} }`;
    const { pages, diagnostics } = await setBook({ "1.md": "Text.[^1]\n\n[^1]: Note." }, css);
    const rules = (pages[0]?.items ?? []).filter((item) => item.kind === "rule");
    expect(rules.map(({ height, width, x }) => `${height} ${width} ${x}`).join()).toBe(rule);
    expect(diagnostics).toEqual([]);
  });
});

describe("contents", () => {
  const LEADERS =
    '.toc a::after { content: leader(".") target-counter(attr(href), page) } .toc h1 { display: none }';
  const FILES = { "0-foreword.md": "# Foreword\n\na", ...CHAPTERS, "3.md": "# Gamma\n\na" };

  it("say the pages as these are numbered, along rows of dots that stand in line", async () => {
    const { pages } = await setBook(
      FILES,
      `${SMALL_PAGES} ${HEADS} ${LEADERS} .halftitlepage, .titlepage { display: none }`,
      {
        contents: 1,
      },
    );
    await expect(dumpPages(pages.slice(0, 1))).toMatchFileSnapshot("expected/contents.txt");
    expect(showPages(pages)[0]?.replace(/\.{2,}/g, "…")).toBe(
      "i: Foreword … ii | Alpha … 1 | Beta … 3 | Gamma … 4 | i",
    );
  });

  it("say them in another style if that is wanted", async () => {
    const css = `${HEADS} ${LEADERS} .toc a::after { content: " " target-counter(attr(href), page, upper-roman) }`;
    const [first] = await show(FILES, css, { contents: 1 });
    expect(first).toBe("i: Foreword II | Alpha I | Beta III | Gamma IV | i");
  });

  it("are right where the contents themselves push a page on", async () => {
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`${i + 10}.md`, `# C${i}\n\na`]));
    const css = `${HEADS} .toc a::after { content: " " target-counter(attr(href), page) }`;
    const shown = await show({ "00-foreword.md": "# Foreword\n\na", ...many }, css, { contents: 1 });
    expect(shown[0]).toContain("| Foreword iv |");
    expect(shown[3]).toBe("iv: Foreword | a | iv");
    expect(shown[2]).toContain("C19 20 |");
  });
});
