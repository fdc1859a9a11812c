/**
 * Every example of the CommonMark specification: the book has the text that the specification's own HTML has, mark for
 * mark, and can be resolved and marked up.
 */
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import type { Block, Inline } from "../../src/book/model.ts";
import { inlinesOf, walkBlocks } from "../../src/book/walk.ts";
import { fileOf, marked } from "../book/book-of.ts";

interface Example {
  readonly markdown: string;
  readonly html: string;
  readonly number: number;
  readonly section: string;
}

const { tests } = createRequire(import.meta.url)("commonmark-spec") as { tests: Example[] };
const examples = tests.map((example) => ({ ...example, markdown: example.markdown.replaceAll("→", "\t") }));

const UNDERSTOOD = /^(?:br|sub|sup|em|i|b|strong|span|div)$/;

/** True if HTML that the author wrote, and that is not understood, stands in the example's own HTML. */
function hasForeignTags({ html, markdown }: Example): boolean {
  const written = [...markdown.matchAll(/<\/?([a-z][\w-]*)/gi)].map(([, name = ""]) => name.toLowerCase());
  const passed = written.filter((name) => new RegExp(`</?${name}\\b`, "i").test(html));
  return passed.some((name) => !UNDERSTOOD.test(name)) || /<[!?]/.test(html);
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', amp: "&" };

function htmlText(html: string): string {
  const bare = html.replaceAll("→", "\t").replace(/<(?:"[^"]*"|'[^']*'|[^'">])*>/g, "");
  return bare.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ENTITIES[name] ?? "");
}

function inlineText(node: Inline): string {
  if ("children" in node) return node.children.map(inlineText).join("");
  return node.kind === "text" || node.kind === "code" ? node.text : "";
}

function bookText(blocks: readonly Block[]): string {
  return walkBlocks(blocks)
    .map((block) => {
      if (block.kind === "codeBlock") return block.text;
      return block.kind === "heading" || block.kind === "paragraph" ? block.children.map(inlineText).join("") : "";
    })
    .join("\n");
}

/** Without white space; in HTML blocks also without the marks that CommonMark does not read there, and we do. */
const marks = (text: string, { section }: Example): string =>
  text.replace(section === "HTML blocks" ? /[\s*`]+/g : /\s+/g, "");

describe("CommonMark 0.31.2", () => {
  const compared = examples.filter((example) => !hasForeignTags(example));

  it("has more than 580 examples without HTML that is not understood", () => {
    expect(compared.length).toBeGreaterThan(580);
  });

  it.each(examples)("example $number can be marked up", ({ markdown }) => {
    expect(marked({ "1.md": markdown }).length).toBeGreaterThan(0);
  });

  it.each(compared)("example $number, $section: text", (example) => {
    const { blocks } = fileOf(example.markdown).file;
    expect(marks(bookText(blocks), example)).toBe(marks(htmlText(example.html), example));
    expect(inlinesOf(blocks).every(({ span }) => span.line > 0 && span.column > 0 && span.length > 0)).toBe(true);
  });
});
