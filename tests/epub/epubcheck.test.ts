import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MarkedSection } from "../../src/book/element.ts";
import type { BookConfig } from "../../src/config/book-config.ts";
import { spanAt } from "../../src/core/span.ts";
import { packageEpub } from "../../src/epub/package-epub.ts";
import { writeEpub } from "../../src/epub/write-epub.ts";
import { a, chapter, config, el, em, h2, heading, img, p, part, titlePage } from "../support/elements.ts";
import { GIF, PNG, SVG } from "../support/images.ts";
import { listEpubFaults, requireTool } from "../support/outside-tools.ts";

const IMAGES: Readonly<Record<string, Uint8Array>> = { png: PNG, svg: SVG, gif: GIF };

/** All that a manuscript can hold, with awkward names and characters. */
const RICH: readonly MarkedSection[] = [
  titlePage('Für & "wider" <x>', "Käthe von Müller"),
  chapter("toc", "Vorwort", p(a("part-1.xhtml", "Weiter"), a("глава-1.xhtml", "глава"))),
  part("part-1", "Erster Teil"),
  {
    ...chapter(
      "001-größe",
      "Größe & Maß",
      h2("überschrift", "Überschrift"),
      p(
        "Text",
        el("a#ref-1", { href: "001-größe.xhtml#note-1", "epub:type": "noteref", role: "doc-noteref" }, "1"),
      ),
      p(
        a("https://example.com/a|b c?[d]#e#f", "hinaus"),
        a("mailto:a b@example.com", "Post"),
        a("x:y", "nirgends"),
      ),
      p(el("span", { lang: "la" }, "ibidem"), el("br", {}), el("sub", {}, "2"), "\u0007"),
      el("ol", { start: "3" }, el("li", {}, "drei"), el("li", {}, p("vier"), p("mehr"))),
      el("pre", {}, el("code", {}, "a < b && c\n\td")),
      el("hr", {}),
      el(
        "table",
        {},
        el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "A"), el("th", { scope: "col" }, "B"))),
        el("tbody", {}, el("tr", {}, el("td", {}, "1"), el("td", {}, em("2")))),
      ),
      el("figure", {}, img("/b/Ä b.png", 'Ein "Punkt"'), el("figcaption", {}, "Punkt")),
      p(img("/b/c.svg", "Quadrat"), img("/b/d.gif", "")),
      el(
        "section.footnotes",
        {},
        el(
          "aside#note-1.footnote",
          { "epub:type": "footnote", role: "doc-footnote" },
          p(el("a", { href: "001-größe.xhtml#ref-1", role: "doc-backlink" }, "1"), " Eine Note."),
        ),
      ),
    ),
    headings: [heading("überschrift", "Überschrift")],
  },
  { ...chapter("глава-1", "Глава", p("Слово.")), language: "ru" },
];

const FULL: Partial<BookConfig> = {
  title: 'Für & "wider" <x>',
  subtitle: "Eine Geschichte",
  language: "de",
  authors: [{ name: "Käthe von Müller" }, { name: "B" }],
  contributors: [{ name: "Anna Weber", role: "trl", task: "translator" }],
  identifiers: ["urn:isbn:9780306406157", "urn:uuid:3b241101-e2bb-5255-8caf-4136c566a962"],
  publisher: "P & Q",
  date: "2024-05",
  description: "Zwei Absätze.\n\nMit Zeichen: <&>.",
  subjects: [
    { name: "Meer & Küste" },
    { name: "Fiction / Sea", scheme: { authority: "BISAC", code: "FIC047000" } },
    { name: "FBA", scheme: { authority: "Thema", code: "FBA" } },
  ],
  isbns: [
    { uri: "urn:isbn:9780306406157", edition: "epub" },
    { uri: "urn:isbn:9780141439518", edition: "paperback" },
  ],
  pageList: "paperback",
  accessibility: { certifiedBy: "P & Q", summary: "Alles ist Text.", span: spanAt("book/book.yaml", 9) },
  rights: "© 2024",
  series: { name: "Die Reihe", number: "2" },
  cover: { path: "/b/Umschlag.png" },
};

let folder = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "fleuron-epub-"));
  const readFile = (path: string) => IMAGES[path.slice(-3)] ?? new Uint8Array();
  const css = "body { font-family: serif } p { margin: 0; text-indent: 1em }\n";
  const rich = packageEpub(RICH, config(FULL), css, readFile);
  const least = packageEpub([chapter("one", "One", p("Words."))], config(), "");
  writeFileSync(join(folder, "rich.epub"), await writeEpub(rich.value));
  writeFileSync(join(folder, "least.epub"), await writeEpub(least.value));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(["epubcheck 4", "epubcheck 5"] as const)("%s", (name) => {
  test.for(["rich.epub", "least.epub"])(
    "finds no error and no warning in %s",
    { timeout: 60_000 },
    (book, context) => {
      const tool = requireTool(context, name);
      expect(listEpubFaults(tool, join(folder, book))).toEqual([]);
    },
  );
});

test("the checkers can say no", { timeout: 60_000 }, async (context) => {
  const tool = requireTool(context, "epubcheck 5");
  const { value } = packageEpub([chapter("one", "One", p(a("one.xhtml#nowhere", "x")))], config(), "");
  const path = join(folder, "broken.epub");
  writeFileSync(path, await writeEpub(value));
  expect(listEpubFaults(tool, path)).toEqual([expect.stringContaining("RSC-012")]);
});
