/**
 * Stylesheets as short strings. The only file of these tests that knows how the stages are called.
 */
import { readFileSync } from "node:fs";
import type { Element } from "../../src/book/element.ts";
import { computeStyles, makeStyler } from "../../src/style/cascade.ts";
import type { ComputedStyle } from "../../src/style/computed-style.ts";
import { epubCss } from "../../src/style/epub-css.ts";
import type { PageKind } from "../../src/style/page-selector.ts";
import type { PageStyle } from "../../src/style/page-styles.ts";
import { readStyle } from "../../src/style/read-style.ts";
import { el } from "../support/elements.ts";

export const BOOK_CSS = readFileSync(new URL("../../styles/book.css", import.meta.url), "utf8");

export const read = (css: string) => readStyle("/book/book.css", "book.css", css);

export const sheet = (css: string) => read(css).value;

/** Computes the style of each wanted element of a section. */
export function styles(css: string, root: Element, ...wanted: readonly Element[]): ComputedStyle[] {
  const { styleOf } = computeStyles(sheet(css), [root], "en");
  return wanted.map(styleOf);
}

/** The style of a `p` that is alone in a section. */
export function ofParagraph(css: string): ComputedStyle {
  const p = el("p", {});
  return computeStyles(sheet(css), [el("section", {}, p)], "en").styleOf(p);
}

export const bodyStyle = (css: string): ComputedStyle => computeStyles(sheet(css), [el("section", {})], "en").root;

/** EPUB CSS with its white space folded. */
export const epub = (css: string): string => epubCss(sheet(css)).replace(/\s+/g, " ").trim();

/** The style of a right page in the middle of the book, or of another kind of page. */
export function pageOf(css: string, kind: Partial<PageKind> = {}): PageStyle {
  return makeStyler(sheet(css)).pageStyles({ name: "", side: "right", blank: false, index: 2, inRun: 2, ...kind });
}
