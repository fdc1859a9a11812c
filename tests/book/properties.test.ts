/** What must hold for any manuscript at all, tried on scraps of Markdown thrown together, and on whole books. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildBook } from "../../src/book/build-book.ts";
import type { Element, ElementNode } from "../../src/book/element.ts";
import type { Manuscript } from "../../src/book/model.ts";
import { inlinesOf, walkInlines } from "../../src/book/walk.ts";
import { config } from "../support/elements.ts";
import { fileOf, marked } from "./book-of.ts";
import { textOfElements } from "./print-elements.ts";

const SCRAPS = [
  ..."*_`~[]()<>!#|\\^:&-+=\"'\t\n".split(""),
  ..."\n\n,\n> ,\n- ,\n1. ,\n    ,\n# ,\n## ,---\n,```\n,***,~~,[^1],[^1]: ,^[,](#a),](b.md),![,<b>,</b>,<i lang=la>".split(
    ",",
  ),
  ..."<span id=a>,</span>,<div class=x>,</div>,<td>,<pre>,</pre>,<!--,-->,<br>,<img src=x>,<a id=a>,&amp;,|--|--|\n".split(
    ",",
  ),
  ..."word, word ,é,日本,a,b,1,{}".split(","),
];

const scraps = fc.array(fc.constantFrom(...SCRAPS), { maxLength: 40, size: "max" }).map((all) => all.join(""));

function* elementsIn(node: ElementNode): Generator<Element> {
  if (node.kind === "text") return;
  yield node;
  for (const child of node.children) yield* elementsIn(child);
}

describe("any text at all", () => {
  it("makes elements with unique, valid ids and links that lead somewhere", () => {
    fc.assert(
      fc.property(scraps, scraps, (one, two) => {
        const sections = marked({ "a.md": one, "b.md": two });
        const targets = new Set(sections.map(({ id }) => `${id}.xhtml`));
        for (const { id, root } of sections) {
          const ids = [...elementsIn(root)].flatMap((element) => element.id ?? []);
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids.filter((name) => !/^[\p{L}_][\p{L}\p{N}\p{M}._-]*$/u.test(name))).toEqual([]);
          for (const name of ids) targets.add(`${id}.xhtml#${name}`);
        }
        const hrefs = sections.flatMap(({ root }) =>
          [...elementsIn(root)].flatMap(({ attributes }) => attributes.href ?? []),
        );
        expect(hrefs.filter((href) => !targets.has(href) && !URL.canParse(href))).toEqual([]);
        expect(sections.filter(({ title }) => title.trim() === "")).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it("keeps every word that no address, tag, comment or label holds, once", () => {
    const plain = SCRAPS.filter((scrap) => !/[[\]<>&\\|:`^!#]|word|---|~/.test(scrap));
    const text = fc.array(fc.oneof(fc.constantFrom(...plain), fc.constant("w")), { maxLength: 40, size: "max" });
    fc.assert(
      fc.property(text, (all) => {
        let count = 0;
        const written = `a ${all.map((scrap) => (scrap === "w" ? ` w${count++} ` : scrap)).join("")}`;
        const words = marked({ "a.md": written }).flatMap(({ root }) => textOfElements(root).match(/w\d+/g) ?? []);
        expect(words).toEqual(Array.from({ length: count }, (_, index) => `w${index}`));
      }),
      { numRuns: 500 },
    );
  });

  it("has its places inside the text", () => {
    fc.assert(
      fc.property(scraps, (text) => {
        expect(misplaced(fileOf(text).file, text)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

/** Text nodes whose place in the source does not show their first character, or what stands for it. */
function misplaced({ blocks, notes }: Manuscript, source: string): string[] {
  const lines = source.split("\n");
  const nodes = walkInlines([...inlinesOf(blocks), ...notes.flatMap((note) => inlinesOf(note.children))]);
  return nodes.flatMap((node) => {
    const { line, column, length } = node.span;
    const written = lines[line - 1] ?? "";
    if (column < 1 || column - 1 + length > Math.max(written.length, column))
      return [`${node.kind} ${line}:${column}+${length}`];
    if (node.kind !== "text" || node.text.trim() === "") return [];
    const found = written.charAt(column - 1);
    const fits = found === node.text.charAt(0) || "\\&<".includes(found);
    return fits ? [] : [`${line}:${column} ${JSON.stringify(node.text)} in ${JSON.stringify(written)}`];
  });
}

describe("whole books", () => {
  const corpus = process.env.FLEURON_CORPUS ?? "";

  it.for(["pride-and-prejudice", "rust-book-part"])("%s has every text where its place says", (name, context) => {
    const folder = path.join(corpus, name);
    if (corpus === "" || !existsSync(folder)) {
      if (process.env.CI === "true") throw new Error(`FLEURON_CORPUS names no folder with ${name}`);
      context.skip(`needs FLEURON_CORPUS with ${name}`);
    }
    const names = readdirSync(folder)
      .filter((file) => file.endsWith(".md"))
      .sort();
    const files = names.map((file) => ({
      path: file,
      name: file,
      text: readFileSync(path.join(folder, file), "utf8"),
    }));
    const built = buildBook(files, config({ folder }));
    expect(built.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const wrong = built.value.files.flatMap((file, index) => misplaced(file, files[index]?.text ?? ""));
    expect(wrong).toEqual([]);
  });
});
