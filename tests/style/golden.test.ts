/**
 * One small stylesheet for each property and at-rule: what it computes to, what the EPUB gets, and what becomes of the page.
 * `npx vitest run tests/style/golden.test.ts -u` writes the expected files anew; read the difference before you keep it.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Element, MarkedSection } from "../../src/book/element.ts";
import { formatDiagnostic } from "../../src/core/diagnostic.ts";
import { openFontLibrary } from "../../src/fonts/library.ts";
import { loadHyphenator } from "../../src/language/hyphenate.ts";
import { computeStyles, type StyledTrees } from "../../src/style/cascade.ts";
import { epubCss } from "../../src/style/epub-css.ts";
import { generateContent } from "../../src/style/generate-content.ts";
import { PROPERTIES } from "../../src/style/properties.ts";
import { readStyle } from "../../src/style/read-style.ts";
import { expandShorthand, SHORTHANDS } from "../../src/style/shorthands.ts";
import { dumpPages } from "../../src/typeset/page/dump-pages.ts";
import { typesetBook } from "../../src/typeset/typeset.ts";
import { a, chapter, el, em, h1, img, p } from "../support/elements.ts";

const folder = fileURLToPath(new URL("golden/", import.meta.url));
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".css"))
  .map((name) => name.replace(/\.css$/, ""));

/** A page of 200 by 540 points of text, and margins and sizes that make whole lines. */
const BASE = `@page { size: 260pt 600pt; margin: 30pt }
body { font: 10pt/12pt "EB Garamond", serif }
h1 { margin: 12pt 0; font-size: 14pt; line-height: 24pt }
p, ul, ol, table { margin: 0 }
blockquote, figure, hr { margin: 12pt 10pt }
.noteref { font-size: 0.7em; vertical-align: super }
.footnote p { font-size: 8pt; line-height: 9pt }
`;

const noteref = el(
  "a#noteref-1.noteref",
  { href: "one.xhtml#note-1", "epub:type": "noteref", role: "doc-noteref" },
  "1",
);
const note = el("aside#note-1.footnote", {}, p(el("a.backlink", { href: "one.xhtml#noteref-1" }, "1"), " Seen."));
const cell = (name: string, text: string): Element => el(name, {}, text);
const section: MarkedSection = {
  ...chapter("one", "One"),
  root: el(
    "section.chapter",
    {},
    h1("One"),
    el(
      "p.a",
      {},
      "In 1812 the extraordinary ",
      em("office"),
      " kept ",
      el("code", {}, "Two Rows"),
      " of presses",
      noteref,
      " and ",
      a("one.xhtml#x", "a clerk"),
      ".",
    ),
    el("p.b", {}, "“Figures,” said he, “first figures.”"),
    el("blockquote", {}, p("Letters wait.")),
    el("ul", {}, el("li", {}, "ink"), el("li", {}, "lead")),
    el("ol", {}, el("li", {}, "set"), el("li", {}, "print")),
    el("hr", {}),
    el("div.box", {}, p("Boxed text."), p("More of it.")),
    el("figure", {}, img("/picture.png", "A press")),
    el(
      "table",
      {},
      el("thead", {}, el("tr", {}, cell("th", "Day"), cell("th", "Sheets"))),
      el(
        "tbody",
        {},
        el("tr", {}, cell("td", "Monday"), cell("td", "40")),
        el("tr", {}, cell("td", "Tuesday"), cell("td", "9")),
      ),
    ),
    el("section.footnotes", {}, note),
  ),
};

interface Set {
  readonly said: readonly string[];
  readonly styles: StyledTrees;
  readonly epub: string;
  readonly page: readonly string[];
}

async function set(css: string): Promise<Set> {
  const file = path.join(folder, "book.css");
  const open = (opened: string, shown: string) => ({
    path: shown,
    name: "style",
    text: readFileSync(opened, "utf8"),
  });
  const imports = /^(@charset[^;]*;|@import[^;]*;|\s)*/.exec(css)?.[0] ?? "";
  const whole = imports.replace(/\n$/, "") + BASE.replaceAll("\n", " ") + css.slice(imports.length);
  const sheet = readStyle(file, "book.css", whole, { open, exists: existsSync, own: "" });
  const computed = computeStyles(sheet.value, [section.root], "en");
  const { sections, ...print } = generateContent([section], computed, "en");
  const means = {
    library: openFontLibrary(sheet.value.fontFaces),
    hyphenate: await loadHyphenator("en"),
    imageSize: () => ({ width: 120, height: 60 }),
  };
  const { value: pages, diagnostics } = typesetBook(sections, print, means);
  const lines = whole.split("\n");
  const said = [...sheet.diagnostics, ...diagnostics].map((one) =>
    formatDiagnostic(one, (_, line) => lines[line - 1]),
  );
  return {
    said,
    styles: computed,
    epub: epubCss(sheet.value),
    page: dumpPages(pages).split("\n").map(relative()),
  };
}

/** Gives each item's distance from the one above instead of its height on the page, so that what moves as a whole stays the same. */
function relative(): (line: string) => string {
  let last = 0;
  return (line) => {
    const [, head, y, rest] = /^( {2}\w+ [\d.-]+) ([\d.-]+)( .*)$/.exec(line) ?? [];
    if (y === undefined) {
      last = 0;
      return line;
    }
    const step = Math.round((Number(y) - last) * 10) / 10;
    last = Number(y);
    return `${head} ${step < 0 ? "" : "+"}${step}${rest}`;
  };
}

/** Fields that differ from the plain page's, where they do not come from the parent. */
function listChanges(now: StyledTrees, plain: StyledTrees): string[] {
  const visit = (element: Element, above: string, inherited: ReadonlySet<string>): string[] => {
    const name = [element.name, ...element.classes].join(".");
    const place = above === "" ? name : `${above} ${name}`;
    const style = now.styleOf(element);
    const before = new Map(Object.entries(plain.styleOf(element)));
    const changes = Object.entries(style)
      .filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(before.get(field)))
      .map(([field, value]) => `${field}: ${JSON.stringify(value, roundLengths) ?? "none"}`);
    const own = changes.filter((change) => !inherited.has(change));
    return [
      ...(own.length > 0 ? [`${place} { ${own.join("; ")} }`] : []),
      ...element.children.flatMap((child) =>
        child.kind === "element" ? visit(child, place, new Set(changes)) : [],
      ),
    ];
  };
  return [...new Set(visit(section.root, "", new Set()))];
}

function roundLengths(_: string, value: unknown): unknown {
  return typeof value === "number" && Number.isFinite(value) ? Math.round(value * 1000) / 1000 : value;
}

/** What differs, a line of the dump each: taken away, or put in its place. */
function listDifferences(now: readonly string[], plain: readonly string[]): string[] {
  const gone = plain.filter((line) => !now.includes(line)).map((line) => `-${line}`);
  const come = now.filter((line) => !plain.includes(line)).map((line) => `+${line}`);
  return [...gone, ...come].filter((line) => line.length > 1);
}

const plain = set("");

describe("each property and at-rule", () => {
  test.each(names)("%s", async (name) => {
    const now = await set(readFileSync(path.join(folder, `${name}.css`), "utf8"));
    const before = await plain;
    const epub = now.epub.replace(before.epub, "");
    const parts = [
      ["said", now.said.join("\n")],
      ["computed", listChanges(now.styles, before.styles).join("\n")],
      ["epub", epub.trimEnd()],
      ["page", listDifferences(now.page, before.page).join("\n")],
    ];
    const shown = parts.filter(([, text]) => text !== "").map(([title, text]) => `== ${title}\n${text}\n`);
    await expect(shown.join("\n")).toMatchFileSnapshot(path.join(folder, `${name}.expected.txt`));
  });

  test("every property is in one of them", () => {
    const written = names.flatMap((name) => [
      ...readFileSync(path.join(folder, `${name}.css`), "utf8").matchAll(/([a-z-]+): ([^;}]+)/g),
    ]);
    const used = written.flatMap(([, property = "", value = ""]) => [
      property,
      ...(expandShorthand(property, value.trim()) ?? []).map(([longhand]) => longhand),
    ]);
    const drawn = [...PROPERTIES].filter(([, { fields }]) => fields.length > 0).map(([property]) => property);
    expect(drawn.filter((property) => !used.includes(property))).toEqual([]);
    const logical = /^(margin|padding|border)-(inline|block)|inline-size$/;
    expect([...SHORTHANDS.keys()].filter((name) => !logical.test(name) && !used.includes(name))).toEqual([]);
  });
});

test("the page without a rule of one's own", async () => {
  await expect((await plain).page.join("\n")).toMatchFileSnapshot(path.join(folder, "plain.expected.txt"));
});
