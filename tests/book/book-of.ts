/** Books made from a table of file names and Markdown. */
import { buildBook } from "../../src/book/build-book.ts";
import { markUp } from "../../src/book/mark-up.ts";
import type { Block, Book, Inline, Manuscript, Section } from "../../src/book/model.ts";
import { resolveBook } from "../../src/book/resolve-book.ts";
import { walkBlocks } from "../../src/book/walk.ts";
import type { BookConfig } from "../../src/config/book-config.ts";
import type { Diagnostic } from "../../src/core/diagnostic.ts";
import { config } from "../support/elements.ts";

export type Files = Readonly<Record<string, string>>;

/** The book as written. */
export function bookOf(files: Files) {
  const sources = Object.entries(files).map(([name, text]) => ({ path: `book/${name}`, name, text }));
  return buildBook(sources, config());
}

/** The only file of a book. */
export function fileOf(text: string): { file: Manuscript; diagnostics: readonly Diagnostic[] } {
  const { value, diagnostics } = bookOf({ "1.md": text });
  const [file] = value.files;
  if (!file) throw new Error("There is no file.");
  return { file, diagnostics };
}

export function resolved(files: Files, changes: Partial<BookConfig> = {}) {
  const built = bookOf(files);
  const { value, diagnostics } = resolveBook(built.value, config(changes), () => true);
  return { sections: value.sections, diagnostics: [...built.diagnostics, ...diagnostics] };
}

/** The elements of the manuscript's own sections. */
export function marked(files: Files) {
  const { sections } = resolved(files);
  return markUp({ sections }, config()).filter(({ id }) => sections.some((section) => section.id === id));
}

/** `line:column code`, in the order told. */
export const told = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(({ span, code }) => `${span?.line}:${span?.column} ${code}`);

/** All text of blocks: code, tables and pictures' descriptions too. */
export function textOf(blocks: readonly Block[]): string {
  return walkBlocks(blocks).map(ownText).join("\n");
}

function ownText(block: Block): string {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return block.children.map(inlineText).join("");
    case "figure":
      return block.image.alt;
    case "codeBlock":
      return block.text;
    case "table":
      return [block.head, ...block.rows]
        .flat()
        .map((cell) => cell.children.map(inlineText).join(""))
        .join(" ");
    default:
      return "";
  }
}

function inlineText(node: Inline): string {
  if ("children" in node) return node.children.map(inlineText).join("");
  if (node.kind === "image") return node.alt;
  if (node.kind === "lineBreak") return " ";
  return node.kind === "noteReference" ? "" : node.text;
}

/** All text of a book, file by file: blocks, then notes. */
export function textOfBook(book: Book): string {
  return book.files
    .map(({ blocks, notes }) => [blocks, ...notes.map((note) => note.children)].map(textOf).join("\n"))
    .join("\n");
}

/** `role id: title`. */
export const outline = (sections: readonly Section[]): string[] =>
  sections.map(({ role, id, title }) => `${role} ${id}: ${title}`);
