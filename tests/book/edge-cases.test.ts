import { describe, expect, it } from "vitest";
import { buildBook } from "../../src/book/build-book.ts";
import { markUp } from "../../src/book/mark-up.ts";
import type { Block } from "../../src/book/model.ts";
import { resolveBook } from "../../src/book/resolve-book.ts";
import { config } from "../support/elements.ts";
import { bookOf, type Files, fileOf, marked, outline, resolved, textOf, told } from "./book-of.ts";
import { printElements, textOfElements } from "./print-elements.ts";

const codes = (files: Files): string[] => resolved(files).diagnostics.map(({ code }) => code);

/** What the first section's elements are, one a line. */
function elements(text: string): string {
  const [section] = marked({ "1.md": text });
  return (section?.root.children ?? []).map((node) => printElements(node)).join("\n");
}

describe("a header", () => {
  it("is told of by its own lines, and shifts none below it", () => {
    const text = "---\ntitle: X\ntitel: Y\n---\n\nA [^n] b.\n";
    expect(told(fileOf(text).diagnostics)).toEqual(["3:1 config/unknown-key", "6:3 note/undefined"]);
  });

  it("may not say what is the whole book's, unless it is the book's own", () => {
    const file = { path: "a.md", name: "a.md", text: "---\ntitle: T\nauthor: A\n---\nText.\n" };
    expect(told(buildBook([file], config()).diagnostics)).toEqual(["3:1 config/unknown-key"]);
    expect(buildBook([file], config({ headed: "a.md" })).diagnostics).toEqual([]);
  });

  it("that is broken is one error, and the text is still read", () => {
    const { file, diagnostics } = fileOf('---\ntitle: "X\n---\n\nText.\n');
    expect(diagnostics.map(({ code }) => code)).toEqual(["config/yaml"]);
    expect(textOf(file.blocks)).toBe("Text.");
  });

  it("may have a title that looks like a number, and must have a language there is", () => {
    const { file, diagnostics } = fileOf("---\ntitle: 1984\nlanguage: klingonisch\n---\n\nText.\n");
    expect(file.title).toBe("1984");
    expect(told(diagnostics)).toEqual(["3:11 config/wrong-type"]);
  });

  it("is not a scene break at the top of a file", () => {
    const { file } = fileOf("---\n\nHe said: no.\n\n---\n\nMore.\n");
    expect(file.blocks.map(({ kind }) => kind)).toEqual(["sceneBreak", "paragraph", "sceneBreak", "paragraph"]);
  });

  it("that has no end is an error", () => {
    expect(told(fileOf("---\ntitle: X\n\nText.\n").diagnostics)).toEqual(["1:1 config/yaml"]);
  });
});

describe("raw HTML", () => {
  it("keeps apart what stood in cells and paragraphs", () => {
    const { file } = fileOf("<table><tr><td>one</td><td>two</td></tr></table>\n\nA <p>three</p><p>four</p>");
    expect(textOf(file.blocks).split(/\s+/)).toEqual(["one", "two", "A", "three", "four"]);
  });

  it("that is literal keeps its lines and its marks", () => {
    expect(elements("<pre>\na *b*\n\n  c &lt; d\n</pre>")).toBe('pre\n  code("a *b*\\n\\n  c < d\\n")');
  });

  it("is warned of with its line, wherever it stands", () => {
    const text = "> - a <kbd>b</kbd>\n>   c <kbd>d</kbd>\n\n| x |\n|---|\n| <u>y</u> |\n";
    expect(told(fileOf(text).diagnostics)).toEqual([
      "1:7 markdown/raw-html",
      "2:7 markdown/raw-html",
      "6:3 markdown/raw-html",
    ]);
  });

  it("names the tag as it is written", () => {
    const [warning] = fileOf('<Listing number="1">\n\ncode\n\n</Listing>').diagnostics;
    expect(warning?.message).toContain("<Listing>");
  });

  it("img is an image, with its Markdown as the hint", () => {
    const { file, diagnostics } = fileOf('<img class="x" src="a b.png"\n  alt="Two\nlines">');
    expect(file.blocks).toMatchObject([{ kind: "figure", image: { src: "a b.png", alt: "Two lines" } }]);
    expect(diagnostics.map(({ hints }) => hints)).toEqual([["In Markdown: ![Two lines](<a b.png>)"]]);
  });

  it("has entities in attributes undone", () => {
    expect(elements('x <span class="a&amp;b" id="c">y</span>')).toBe('p("x " span#c.a&b("y"))');
  });

  it("i and its like may have a language or a class", () => {
    expect(elements('x <i lang="la">y</i>')).toBe('p("x " span[lang=la][xml:lang=la](em("y")))');
  });

  it("that would be invalid in the book is warned of", () => {
    expect(codes({ "1.md": '# A\n\n<span lang="no such">x</span> <span style="color: red">y</span>' })).toEqual([
      "markdown/raw-html",
      "markdown/raw-html",
    ]);
  });

  it.each(["<span>a", "a</span>", "*<span>a*</span>", "<div>\n\na", "a\n\n</div>"])(
    "that does not pair is warned of: %j",
    (text) => {
      expect(fileOf(text).diagnostics.map(({ code }) => code)).toContain("markdown/raw-html");
      expect(textOf(fileOf(text).file.blocks)).toContain("a");
    },
  );

  it("leaves no empty paragraph, but the ids that stood in it", () => {
    expect(elements("<span id=here></span>\n\n<!-- c -->\n\n<a id=there></a>\n\nx")).toBe(
      'div#here\ndiv#there\np("x")',
    );
  });

  it("does not double the space around a comment", () => {
    expect(elements("a <!-- b --> c")).toBe('p("a c")');
  });

  it("never closed is still all there", () => {
    const { file, diagnostics } = fileOf("a\n\n<!-- open\n\n*b*\n\nc");
    expect(textOf(file.blocks).match(/\b[abc]\b/g)).toEqual(["a", "b", "c"]);
    expect(told(diagnostics)).toEqual(["3:1 markdown/raw-html"]);
  });
});

describe("notes", () => {
  it("in code are no notes", () => {
    expect(fileOf("`[^a]`\n\n    [^b]\n\n```\n[^c]: d\n```\n").diagnostics).toEqual([]);
  });

  it("whose bracket is escaped are no notes, and need no definition", () => {
    const { file, diagnostics } = fileOf("A \\[^a] b.");
    expect([textOf(file.blocks), diagnostics]).toEqual(["A [^a] b.", []]);
  });

  it("undefined ones are found inside notes, links and tables, with the right place", () => {
    const text = "x[^a]\n\n| y |\n|---|\n| z [^b] |\n\n[^a]: see [w [^c]](u)\n";
    expect(told(fileOf(text).diagnostics).sort()).toEqual(["5:5 note/undefined", "7:14 note/undefined"]);
  });

  it("defined twice are told with both lines, in quotations too", () => {
    const { diagnostics } = fileOf("x[^a]\n\n[^a]: one\n\n> [^a]: two\n");
    expect(told(diagnostics)).toEqual(["5:3 note/duplicate"]);
    expect(diagnostics[0]?.message).toMatch(/line 3/);
  });

  it("that only an unused note refers to are unused", () => {
    expect(told(fileOf("x\n\n[^a]: see[^b]\n\n[^b]: there\n").diagnostics)).toEqual([
      "3:1 note/unused",
      "5:1 note/unused",
    ]);
  });

  it("may refer to themselves", () => {
    const { sections } = resolved({ "1.md": "x[^a]\n\n[^a]: again[^a]\n" });
    expect(sections[0]?.notes.map(({ number, references }) => [number, references])).toEqual([[1, 2]]);
  });

  it("that hold no paragraph, or nothing, still lead back", () => {
    expect(elements("x[^a] y[^b]\n\n[^a]:\n    > q\n\n[^b]:\n")).toContain("aside#note-2.footnote");
  });
});

describe("ids", () => {
  const ids = (text: string): string[] => {
    const [section] = marked({ "1.md": text });
    const found: string[] = [];
    const visit = (node: Parameters<typeof printElements>[0]): void => {
      if (node.kind === "text") return;
      if (node.id !== undefined) found.push(node.id);
      node.children.forEach(visit);
    };
    if (section) visit(section.root);
    return found;
  };

  it("given by hand are kept, and no heading takes them", () => {
    expect(ids("# A\n\n## Mark\n\n<span id=mark>x</span>")).toEqual(["a", "mark-2", "mark"]);
  });

  it("are XML names, and there once", () => {
    const all = ids(
      '# 1\n\n<span id="1 a">x</span> <span id="1 a">y</span>\n\n<div id="note-1">z</div>\n\nw[^n]\n\n[^n]: N',
    );
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((id) => !/^[\p{L}_][\p{L}\p{N}._-]*$/u.test(id))).toEqual([]);
    expect(all).toContain("note-1");
  });

  it("of notes are not taken by headings", () => {
    expect(ids("# Note 1\n\nw[^n]\n\n[^n]: N").sort()).toEqual(["note-1", "noteref-1", "s-note-1"]);
  });

  it("in other scripts are letters; of files they are ASCII", () => {
    const [section] = resolved({ "глава-1.md": "# Война и мир\n" }).sections;
    expect(section?.blocks).toMatchObject([{ id: "война-и-мир" }]);
    expect(section?.id).toMatch(/^[a-z0-9-]+$/);
    expect(resolved({ "глава.md": "# A" }).sections[0]?.id).not.toBe(
      resolved({ "мир.md": "# A" }).sections[0]?.id,
    );
  });
});

describe("links", () => {
  const lead = (href: string, heading = "## What’s *New* in 2.0?"): unknown => {
    const { sections, diagnostics } = resolved({ "1.md": `# One\n\n[x](${href})\n\n${heading}\n` });
    const [, paragraph] = sections[0]?.blocks ?? [];
    const link = paragraph?.kind === "paragraph" ? paragraph.children[0] : undefined;
    return link?.kind === "link" ? link.href : diagnostics.map(({ code }) => code).join();
  };

  it.each([
    ["#whats-new-in-20", "1#whats-new-in-2-0"],
    ["#whats-new-in-2-0", "1#whats-new-in-2-0"],
    ["#What%E2%80%99s-new", "link/unknown-heading"],
    ["1.md#ONE", "1#one"],
    ["/1.md", "1"],
    ["1.html#one", "1#one"],
    ["#", "1"],
  ])("%s, by whatever habit, leads to %s", (href, place) => {
    expect(lead(href)).toBe(place);
  });

  it.each([
    ["<https://example.org/a b>", "https://example.org/a%20b"],
    ["//example.org/x", "https://example.org/x"],
    ["https://example.org/ü?q=[1]", "https://example.org/%C3%BC?q=%5B1%5D"],
  ])("%s is made valid", (href, address) => {
    expect(lead(href)).toBe(address);
  });

  it.each(["foo:bar", "c:\\books\\x", "https://", "", "ch04-01.html", "notes.txt", "?x"])(
    "%j, which nobody can follow, is told of and left out",
    (href) => {
      expect(lead(href)).toBe("link/unknown-file");
    },
  );
});

describe("images", () => {
  const resolve = (text: string, existing: readonly string[]) => {
    const built = bookOf({ "part/1.md": text });
    const folder = "/book";
    const { value, diagnostics } = resolveBook(built.value, config({ folder }), (file) => existing.includes(file));
    const [block] = value.sections[0]?.blocks ?? [];
    return { block, codes: diagnostics.map(({ code }) => code), hints: diagnostics.flatMap(({ hints }) => hints) };
  };
  const pathOf = (block: Block | undefined) => (block?.kind === "figure" ? block.image.path : undefined);

  it("are found beside the file that names them, or from the folder of the book", () => {
    expect(pathOf(resolve("![a](../img/x%20y.png)", ["/book/img/x y.png"]).block)).toBe("/book/img/x y.png");
    expect(pathOf(resolve("![a](/img/x.png)", ["/book/img/x.png"]).block)).toBe("/book/img/x.png");
    expect(pathOf(resolve("![a](x.png?v=2)", ["/book/part/x.png"]).block)).toBe("/book/part/x.png");
    expect(pathOf(resolve("![a](100%.png)", ["/book/part/100%.png"]).block)).toBe("/book/part/100%.png");
  });

  it("that are not there are told of with the nearest that is", () => {
    const missing = resolve("![a](Map.png)", ["/book/part/Map.jpg"]);
    expect(missing.codes).toEqual(["image/missing"]);
    expect(missing.hints[0]).toBe("Did you mean Map.jpg?");
    expect(resolve("![a](x.png)", ["/book/img/x.png"]).hints[0]).toBe("Did you mean ../img/x.png?");
  });

  it("without a description leave nothing where they cannot be shown", () => {
    const { block, codes: said } = resolve("![](data:image/png;base64,AA==)\n\nx", []);
    expect(said).toEqual(["image/format"]);
    expect(block?.kind).toBe("paragraph");
  });
});

describe("sections", () => {
  const sections = (files: Files, changes = {}) => outline(resolved(files, changes).sections);

  it("a higher heading with text of its own opens a chapter that keeps its sub-headings", () => {
    const files = {
      "0.md": "# Before\n\nText.\n\n## Who\n\nText.\n\n## How\n\nText.",
      "1.md": "## One\n\na",
      "2.md": "## Two\n\nb",
    };
    expect(sections(files)).toEqual(["chapter 0: Before", "chapter 1: One", "chapter 2: Two"]);
    const levels = resolved(files).sections[0]?.blocks.flatMap((b) => (b.kind === "heading" ? [b.level] : []));
    expect(levels).toEqual([1, 2, 2]);
  });

  it("one slip of a # in a small book makes no level", () => {
    const files = { "1.md": "# One\n\n## Sub\n\na", "2.md": "# Two\n\nb", "3.md": "## Three\n\nc" };
    expect(sections(files)).toEqual(["chapter 1: One", "chapter 2: Two", "chapter 3: Three"]);
  });

  it("a part may stand between two chapters of one file", () => {
    const files = {
      "1.md": "## One\n\na\n\n# Part\n\n## Two\n\nb",
      "2.md": "## Three\n\nc",
      "3.md": "## Four\n\nd",
    };
    expect(sections(files)).toEqual([
      "chapter 1: One",
      "part 1-part: Part",
      "chapter 1-two: Two",
      "chapter 2: Three",
      "chapter 3: Four",
    ]);
  });

  it("a whole book in one file is divided below its own title", () => {
    expect(sections({ "all.md": "# Book\n\n## One\n\na\n\n## Two\n\nb" })).toEqual([
      "part all: Book",
      "chapter all-one: One",
      "chapter all-two: Two",
    ]);
  });

  it("an anchor or an epigraph above the heading belongs to its chapter", () => {
    const text = "<!-- old -->\n\n<a id=old></a>\n\n> Epigraph.\n\n## One\n\nSee [here](#old).";
    const { sections: all, diagnostics } = resolved({ "1.md": text, "2.md": "## Two\n\nb" });
    expect(outline(all)).toEqual(["chapter 1: One", "chapter 2: Two"]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["markdown/raw-html"]);
  });

  it("a chapter wrapped in a div has its heading for a title", () => {
    const [section] = resolved({ "1.md": "<div class=x>\n\n## One\n\na\n\n</div>" }).sections;
    expect(section?.title).toBe("One");
    const [division] = section?.blocks ?? [];
    expect(division).toMatchObject({ kind: "division", children: [{ kind: "heading", level: 1, id: "one" }, {}] });
  });

  it("headings in quotations and lists have ids and levels too", () => {
    const [section] = marked({ "1.md": "# A\n\n> ### Quoted\n\n- #### Listed\n" });
    const printed = section ? printElements(section.root) : "";
    expect(printed).toContain('h2#quoted("Quoted")');
    expect(printed).toContain('h3#listed("Listed")');
    expect(section?.headings).toEqual([]);
  });

  it("a title in the header names the chapter in the contents; the heading stays", () => {
    const [section] = resolved({ "1.md": "---\ntitle: Short\n---\n\n# A very long heading\n\nx" }).sections;
    expect(section?.title).toBe("Short");
    expect(textOf(section?.blocks ?? [])).toBe("A very long heading\nx");
  });

  it("a title is never empty", () => {
    for (const text of ["", "#\n\n", "***", "![](x.png)", "# ![](x.png)"]) {
      expect(resolved({ "02_the-end.md": text }).sections[0]?.title).toBe("02 the end");
    }
  });
});

it("lines of a paragraph are nodes of their own, joined by a space", () => {
  const [paragraph] = fileOf("one\ntwo *three\nfour* five").file.blocks;
  const children = paragraph?.kind === "paragraph" ? paragraph.children : [];
  expect(textOf(paragraph ? [paragraph] : [])).toBe("one two three four five");
  expect(children.map(({ span }) => `${span.line}:${span.column}+${span.length}`)).toEqual([
    "1:1+3",
    "2:1+4",
    "2:5+6",
    "3:6+5",
  ]);
});

it("what stands twice is the same twice: the stages are pure", () => {
  const built = bookOf({ "1.md": "# A\n\nx[^1] [y](#a) <span id=z>w</span>\n\n[^1]: n\n" });
  const before = JSON.stringify(built.value);
  const once = markUp(resolveBook(built.value, config(), () => true).value, config());
  const twice = markUp(resolveBook(built.value, config(), () => true).value, config());
  expect(JSON.stringify(twice)).toBe(JSON.stringify(once));
  expect(JSON.stringify(built.value)).toBe(before);
  expect(once.map(({ root }) => textOfElements(root)).join(" ")).toContain("w");
});
