/** What the style tests share: a stylesheet read from text, and the style of one element in a small tree. */
import type { Element, ElementNode } from "../../src/book/element.ts";
import { spanAt } from "../../src/core/span.ts";
import { computeStyles } from "../../src/style/cascade.ts";
import type { ComputedStyle } from "../../src/style/computed-style.ts";
import { readStyle } from "../../src/style/read-style.ts";
import type { StyleSheet } from "../../src/style/style-sheet.ts";

/** An element; `name` may carry an id and classes as a selector does: `section#one.chapter`. */
export function el(name: string, ...children: readonly (Element | Readonly<Record<string, string>>)[]): Element {
  const [, tag = name, id, classes = ""] = /^([^#.]+)(?:#([^.]+))?((?:\.[^.]+)*)$/.exec(name) ?? [];
  const isElement = (child: Element | Readonly<Record<string, string>>): child is Element =>
    typeof child.children === "object";
  const nodes: ElementNode[] = children.filter(isElement);
  const attributes = Object.assign({}, ...children.filter((child) => !isElement(child)));
  return {
    kind: "element",
    name: tag,
    classes: classes.split(".").filter((c) => c !== ""),
    ...(id === undefined ? {} : { id }),
    attributes,
    children: nodes,
    span: spanAt("x.md", 1),
  };
}

export function sheet(css: string): StyleSheet {
  return readStyle("/book/styles/book.css", "styles/book.css", css).value;
}

/** `code line:column message`, one for each diagnostic. */
export function warnings(css: string): string[] {
  return readStyle("/book/styles/book.css", "styles/book.css", css).diagnostics.map(
    ({ code, span, message }) => `${code} ${span?.line}:${span?.column} ${message}`,
  );
}

/** The style of `wanted`, which stands somewhere in `root`, a child of `body`. */
export function styleIn(css: string, root: Element, wanted: Element = root): ComputedStyle {
  return computeStyles(sheet(css), [root], "en-GB").styleOf(wanted);
}
