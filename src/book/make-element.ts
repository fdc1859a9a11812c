/**
 * Elements, made in one way.
 *
 * Comes in: a name, a place, children and attributes. Goes out: an `Element`. It knows no role and no class.
 */
import type { Span } from "../core/span.ts";
import type { Element, ElementNode, TextNode } from "./element.ts";

/** What an element may have beside its children. */
export interface Marks {
  readonly classes?: readonly string[];
  /** Empty: none. */
  readonly id?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

export function makeElement(
  name: string,
  span: Span,
  children: readonly ElementNode[],
  { classes = [], id = "", attributes = {} }: Marks = {},
): Element {
  return { kind: "element", name, classes, ...(id !== "" && { id }), attributes, children, span };
}

export function makeText(text: string, span: Span): TextNode {
  return { kind: "text", text, span };
}

/** XHTML wants a language twice (EPUB 3.3, 6.1.2). */
export function languageOf(language: string | undefined): Readonly<Record<string, string>> {
  return language === undefined ? {} : { lang: language, "xml:lang": language };
}
