/**
 * Builders for element trees, so that a test reads like the book it is about: `p("Hello ", em("world"))`.
 */
import type { Element, ElementNode, MarkedHeading, MarkedSection } from "../../src/book/element.ts";
import type { BookConfig } from "../../src/config/book-config.ts";
import { spanAt } from "../../src/core/span.ts";

const SPAN = spanAt("book/chapter.md", 1);

/** Characters, or an element. */
export type Child = string | ElementNode;

/** An element; `name` may carry an id and classes as a selector does: `section#one.chapter`. */
export function el(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Child[]
): Element {
  const [, tag = name, id, classes = ""] = /^([^#.]+)(?:#([^.]+))?((?:\.[^.]+)*)$/.exec(name) ?? [];
  return {
    kind: "element",
    name: tag,
    classes: classes.split(".").filter((c) => c !== ""),
    ...(id === undefined ? {} : { id }),
    attributes,
    children: children.map((child) =>
      typeof child === "string" ? { kind: "text", text: child, span: SPAN } : child,
    ),
    span: SPAN,
  };
}

export const p = (...children: readonly Child[]): Element => el("p", {}, ...children);
export const em = (...children: readonly Child[]): Element => el("em", {}, ...children);
export const h1 = (...children: readonly Child[]): Element => el("h1", {}, ...children);
export const h2 = (id: string, ...children: readonly Child[]): Element => el(`h2#${id}`, {}, ...children);
export const a = (href: string, ...children: readonly Child[]): Element => el("a", { href }, ...children);
export const img = (src: string, alt: string): Element => el("img", { src, alt });

/** A chapter whose body is `children`; its title is set above them. */
export function chapter(id: string, title: string, ...children: readonly Child[]): MarkedSection {
  const root = el("section.chapter", { role: "doc-chapter", "epub:type": "chapter" }, h1(title), ...children);
  return { id, role: "chapter", matter: "body", printOnly: false, title, root, headings: [] };
}

export function part(id: string, title: string): MarkedSection {
  const root = el("section.part", { role: "doc-part", "epub:type": "part" }, h1(title));
  return { id, role: "part", matter: "body", printOnly: false, title, root, headings: [] };
}

export function titlePage(title: string, author: string): MarkedSection {
  const root = el("section.titlepage", { "epub:type": "titlepage" }, h1(title), el("p.author", {}, author));
  return { id: "titlepage", role: "titlepage", matter: "front", printOnly: false, title, root, headings: [] };
}

export function heading(id: string, title: string, ...children: readonly MarkedHeading[]): MarkedHeading {
  return { id, title, children };
}

/** A resolved configuration with as little in it as there can be. */
export function config(changes: Partial<BookConfig> = {}): BookConfig {
  return {
    folder: "book",
    title: "A Book",
    authors: [],
    contributors: [],
    language: "en",
    identifiers: ["urn:uuid:3b241101-e2bb-5255-8caf-4136c566a962"],
    isbns: [],
    subjects: [],
    fonts: "embed",
    makesCover: false,
    pdf: "print",
    pageList: "print",
    style: { path: "/book/styles/book.css" },
    slug: "a-book",
    modified: "2024-05-06T07:08:09Z",
    ...changes,
  };
}
