/** A small book, dumped page by page. */
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { buildBook } from "../../src/book/build-book.ts";
import type { ElementNode, MarkedSection, TextNode } from "../../src/book/element.ts";
import { markUp } from "../../src/book/mark-up.ts";
import { resolveBook } from "../../src/book/resolve-book.ts";
import { openFontLibrary } from "../../src/fonts/library.ts";
import { loadHyphenator } from "../../src/language/hyphenate.ts";
import { computeStyles } from "../../src/style/cascade.ts";
import { readStyle } from "../../src/style/read-style.ts";
import { dumpPages } from "../../src/typeset/page/dump-pages.ts";
import type { Page } from "../../src/typeset/page/page.ts";
import { hangOf } from "../../src/typeset/paragraph/microtype.ts";
import { typesetBook } from "../../src/typeset/typeset.ts";
import { config } from "../support/elements.ts";

const CSS = `
@page { size: 200pt 150pt; margin: 20pt 25pt 30pt 25pt; @bottom-center { content: counter(page) } }
.halftitlepage { display: none }
body { font-family: "EB Garamond"; font-size: 10pt; line-height: 12pt }
section.chapter { break-before: page }
.titlepage { break-after: recto }
h1 { margin: 12pt 0; font-size: 14pt; line-height: 24pt; text-align: center; break-after: avoid }
p { margin: 0; text-indent: 10pt; text-align: justify; hyphens: auto }
hr { margin: 12pt 0 }
blockquote { margin: 12pt 10pt }
.footnote p { font-size: 8pt; line-height: 9pt; text-indent: 0 }
.noteref { font-size: 0.7em; vertical-align: super }
`;

/** With a tab, an empty line, and a line longer than the measure. */
const CODE = `\`\`\`\nif (open)\n\n\tgo(${"somewhere, ".repeat(8)})\n\tstay()\n\`\`\``;

async function setPages(text: string): Promise<readonly Page[]> {
  return (await setBook(text)).pages;
}

async function setBook(text: string): Promise<{ pages: readonly Page[]; sections: readonly MarkedSection[] }> {
  const settings = config();
  const book = buildBook([{ path: "a.md", name: "a.md", text }], settings).value;
  const sections = markUp(resolveBook(book, settings, existsSync).value, settings);
  const sheet = readStyle("book.css", "book.css", CSS).value;
  const styles = computeStyles(
    sheet,
    sections.map((s) => s.root),
    "en",
  );
  const means = {
    library: openFontLibrary(),
    hyphenate: await loadHyphenator("en"),
    imageSize: () => undefined,
  };
  return { sections, pages: typesetBook(sections, styles, means).value };
}

/** Every text node of the sections, in order. */
function textsOf(node: ElementNode): TextNode[] {
  return node.kind === "text" ? [node] : node.children.flatMap(textsOf);
}

describe("pages", () => {
  it("are these for a chapter with a note, a quotation and a scene break", async () => {
    const pages = await setPages(
      "# One\n\nThe extraordinary *compositor* came in at nine.[^a]\n\n> Letters wait.\n\n* * *\n\nHe left at ten.\n\n[^a]: By the clock.\n",
    );
    await expect(dumpPages(pages)).toMatchFileSnapshot("pages.expected.txt");
  });

  it("keep the lines of justified paragraphs to the measure", async () => {
    const words = "typography serves the reader before anyone else and asks for nothing in return ";
    const pages = await setPages(`# One\n\n${words.repeat(12)}\n`);
    const runs = pages.flatMap((page) => page.items.filter((item) => item.kind === "run" && item.size === 10));
    const ends = runs.flatMap((run) => {
      if (run.kind !== "run") return [];
      const last = run.words.at(-1);
      if (!last) return [];
      const { text, width, glyphs } = last.shaped;
      const tracked = (glyphs.length - 1) * run.letterSpacing;
      const hang = hangOf(run.face, text.at(-1) ?? "", "right") * run.size;
      return [run.x + last.dx + width * run.size * run.scale + tracked - hang];
    });
    const full = ends.filter((end) => Math.abs(end - 175) < 0.01);
    expect(full.length).toBe(ends.length - 1);
  });

  it("number the body from 1 on a recto, and the front matter in Roman figures", async () => {
    const pages = await setPages("# One\n\nText.\n");
    expect(pages.map((p) => [p.index, p.label])).toEqual([
      [0, "i"],
      [1, "ii"],
      [2, "1"],
    ]);
  });

  it("say of every word which text node it shows and where in it", async () => {
    const text =
      "An *extraordinarily* well-founded compositor said: “Typography — of all things!”[^a] and so on. ";
    const { pages, sections } = await setBook(
      `# One\n\n${text.repeat(4).replace(/\[\^a\](?=.*\[)/g, "")}\n\n${CODE}\n\n[^a]: A note.\n`,
    );
    const shownOnes = sections.filter((section) => section.role !== "halftitlepage");
    const nodes = new Set(shownOnes.flatMap((section) => textsOf(section.root)));
    const shown = new Map<TextNode, string>();
    for (const item of pages.flatMap((page) => page.items)) {
      if (item.kind !== "run" || item.source?.kind !== "text") continue;
      const { source } = item;
      expect(nodes.has(source)).toBe(true);
      for (const word of item.words) {
        const there = source.text.slice(word.offset);
        expect(there.startsWith(word.shaped.text) || there.startsWith(word.shaped.text.replace(/-$/, ""))).toBe(
          true,
        );
        const known = shown.get(source) ?? "";
        const added = there.startsWith(word.shaped.text) ? word.shaped.text : word.shaped.text.slice(0, -1);
        shown.set(source, known + added);
      }
    }
    const visible = [...nodes].filter((node) => node.text.trim() !== "");
    expect(visible.map((node) => shown.get(node))).toEqual(visible.map((node) => node.text.replace(/\s/g, "")));
  });
});
