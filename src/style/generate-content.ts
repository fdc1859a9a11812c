/**
 * Generated content: what a stylesheet adds to the book, as elements.
 *
 * Comes in: sections with their styles. Goes out: sections in which `::before`, `::after` and `::marker` are elements with their
 * text and their own styles, counters counted through the whole book, and `::first-letter` is an element around its piece of the
 * text. What a rule does not touch stays the same object. It is for the printed book; the e-book's readers do this themselves.
 */
import type { Element, ElementNode, MarkedSection, TextNode } from "../book/element.ts";
import type { StyledTrees } from "./cascade.ts";
import type { ComputedStyle } from "./computed-style.ts";
import type { ContentList } from "./content.ts";
import {
  type ContentMeans,
  contentNodes,
  generatedElement,
  type PageAnswers,
  type Target,
} from "./content-nodes.ts";
import { formatCounter } from "./counter-style.ts";
import { type CounterChanges, openCounters } from "./counters.ts";
import { cutFirstLetter } from "./first-letter.ts";
import { marksOf, type PageMark } from "./page-marks.ts";
import { quotesOf } from "./quotes.ts";

/** Sections and styles as typesetting takes them. */
export interface GeneratedTrees extends StyledTrees {
  readonly sections: readonly MarkedSection[];
  /** The values of counters where a section begins, by its id. */
  readonly startOf: (section: string) => ReadonlyMap<string, readonly number[]>;
  /** What an element changes for its page. */
  readonly marksOf: (element: Element) => readonly PageMark[];
  /** The same with page numbers, once there are pages; absent if nothing in the book asks for one. Sections that don't are the same. */
  readonly withPages?: (pages: PageAnswers) => GeneratedTrees;
}

/** Until {@link GeneratedTrees.withPages} is called, `target-counter(…, page)` is 0 everywhere. */
export function generateContent(
  sections: readonly MarkedSection[],
  styles: StyledTrees,
  language: string,
): GeneratedTrees {
  return generateRound(sections, styles, language, { labelOf: () => undefined }, undefined);
}

function generateRound(
  sections: readonly MarkedSection[],
  styles: StyledTrees,
  language: string,
  pages: PageAnswers,
  former: GeneratedTrees | undefined,
): GeneratedTrees {
  const first = generateOnce(sections, styles, language, pages, new Map());
  // What stands further on in the book is known after a first round only.
  const { trees, paged } = first.asked ? generateOnce(sections, styles, language, pages, first.targets) : first;
  if (paged.size === 0) return trees;
  const kept = former ? keepUnpaged(trees, former, paged) : trees;
  return { ...kept, withPages: (next) => generateRound(sections, styles, language, next, kept) };
}

/** Sections without page numbers are those of the round before. */
function keepUnpaged(trees: GeneratedTrees, former: GeneratedTrees, paged: ReadonlySet<number>): GeneratedTrees {
  const isOwn = new Set<Element>();
  const collect = (element: Element): void => {
    isOwn.add(element);
    for (const child of element.children) if (child.kind === "element") collect(child);
  };
  for (const index of paged) if (trees.sections[index]) collect(trees.sections[index].root);
  const from = (element: Element): GeneratedTrees => (isOwn.has(element) ? trees : former);
  return {
    ...trees,
    sections: trees.sections.map((section, index) =>
      paged.has(index) ? section : (former.sections[index] ?? section),
    ),
    styleOf: (element) => from(element).styleOf(element),
    pseudoOf: (element, part, within) => from(element).pseudoOf(element, part, within),
    marksOf: (element) => from(element).marksOf(element),
  };
}

interface Round {
  readonly trees: GeneratedTrees;
  /** Elements with ids, by anchor. */
  readonly targets: ReadonlyMap<string, Target>;
  /** True if a list has asked for a target that was not known. */
  readonly asked: boolean;
  /** The sections, by their index, that a list has asked for a page in. */
  readonly paged: ReadonlySet<number>;
}

function generateOnce(
  sections: readonly MarkedSection[],
  styles: StyledTrees,
  language: string,
  pages: PageAnswers,
  known: ReadonlyMap<string, Target>,
): Round {
  const made = new Map<Element, ComputedStyle>();
  const marks = new Map<Element, readonly PageMark[]>();
  const targets = new Map<string, Target>();
  const paged = new Set<number>();
  let asked = false;
  const counters = openCounters();
  const quotes = { depth: 0 };
  counters.enter(styles.html);
  counters.enter(styles.root);
  const generated = sections.map((section, index): MarkedSection => {
    const document = `${section.id}.xhtml`;
    const means: ContentMeans = {
      counters,
      quotes,
      quotesOf: ({ quotes: own }) => (own === "auto" ? quotesOf(section.language ?? language) : own),
      targetOf: (anchor) => {
        const target = known.get(anchor) ?? targets.get(anchor);
        asked ||= target === undefined;
        return target;
      },
      pages: {
        labelOf: (anchor, style) => {
          paged.add(index);
          return pages.labelOf(anchor, style);
        },
      },
      document,
    };
    const generation = { styles, made, marks, means, targets };
    targets.set(document, { element: section.root, counters: counters.all() });
    const root = generate(section.root, generation);
    return root === section.root ? section : { ...section, root };
  });
  const originalOf = (element: Element): Element => element.of ?? element;
  const trees: GeneratedTrees = {
    ...styles,
    sections: generated,
    startOf: (section) => targets.get(`${section}.xhtml`)?.counters ?? new Map(),
    styleOf: (element) => made.get(element) ?? styles.styleOf(originalOf(element)),
    marksOf: (element) => marks.get(originalOf(element)) ?? [],
    pseudoOf: (element, part, within) => styles.pseudoOf(originalOf(element), part, within && originalOf(within)),
  };
  return { trees, targets, asked, paged };
}

/** What is needed at every element. */
interface Generation {
  readonly styles: StyledTrees;
  /** The styles of elements that are added. */
  readonly made: Map<Element, ComputedStyle>;
  /** By the element of the book. */
  readonly marks: Map<Element, readonly PageMark[]>;
  readonly means: ContentMeans;
  readonly targets: Map<string, Target>;
}

/** The element with what is added inside it; itself if nothing is. */
function generate(element: Element, generation: Generation): Element {
  const { styles, means, targets } = generation;
  const style = styles.styleOf(element);
  if (style.display === "none") return element;
  const { counters } = means;
  counters.enter(countsOf(element, style));
  const marked = marksOf(element, style, means);
  if (marked.length > 0) generation.marks.set(element, marked);
  if (element.id !== undefined)
    targets.set(`${means.document}#${element.id}`, { element, counters: counters.all() });
  const marker = style.display === "list-item" ? makeMarker(element, style, generation) : undefined;
  const before = addPart("before", element, generation);
  const replaced = Array.isArray(style.content)
    ? contentNodes(style.content as ContentList, element, style, means)
    : undefined;
  const kept =
    replaced ?? element.children.map((child) => (child.kind === "text" ? child : generate(child, generation)));
  const after = addPart("after", element, generation);
  counters.leave();
  const children = [...(marker ? [marker] : []), ...(before ? [before] : []), ...kept, ...(after ? [after] : [])];
  const cut = style.display === "inline" ? undefined : cutLetter(element, children, generation);
  const final = cut ?? children;
  const same =
    final.length === element.children.length && final.every((child, i) => child === element.children[i]);
  return same ? element : { ...element, children: final, of: element };
}

/** What an element does to counters: by its style, by being a list or an item of one, or by carrying a note's number. */
function countsOf(element: Element, style: ComputedStyle): CounterChanges {
  const { counterReset, counterIncrement, counterSet } = style;
  const { start, value } = element.attributes;
  if (style.display === "list-item") {
    const named = counterIncrement.some(({ name }) => name === "list-item");
    return {
      counterReset,
      counterIncrement: named ? counterIncrement : [...counterIncrement, { name: "list-item", value: 1 }],
      counterSet: value === undefined ? counterSet : [...counterSet, { name: "list-item", value: Number(value) }],
    };
  }
  if (element.name === "ol" || element.name === "ul") {
    const from = start === undefined ? 0 : Number(start) - 1;
    return { counterReset: [...counterReset, { name: "list-item", value: from }], counterIncrement, counterSet };
  }
  if (element.classes.includes("noteref") || element.classes.includes("backlink")) {
    const [text] = element.children;
    const number = text?.kind === "text" ? Number.parseInt(text.text, 10) : Number.NaN;
    if (Number.isFinite(number))
      return { counterReset: [{ name: "footnote", value: number }], counterIncrement, counterSet };
  }
  return style;
}

/** `::before` or `::after`; undefined if there is none. */
function addPart(part: "before" | "after", element: Element, generation: Generation): Element | undefined {
  const { styles, made, means } = generation;
  const style = styles.pseudoOf(element, part);
  if (!style || style.display === "none" || typeof style.content === "string") return undefined;
  means.counters.enter(style);
  const children = contentNodes(style.content, element, style, means);
  means.counters.leave();
  // An empty box may still be a rule or a space.
  if (children.length === 0 && style.display === "inline") return undefined;
  const added = generatedElement(style.display === "inline" ? "span" : "div", part, element, children);
  made.set(added, style);
  return added;
}

/** What stands before a list item: `content` if the stylesheet gives it, or else the number or sign of its list. */
function makeMarker(element: Element, own: ComputedStyle, generation: Generation): Element | undefined {
  const { styles, made, means } = generation;
  const style = styles.pseudoOf(element, "marker") ?? markerStyle(own);
  if (style.content === "none") return undefined;
  const children =
    style.content === "normal"
      ? plainMarker(element, own, means)
      : contentNodes(style.content, element, style, means);
  if (children.length === 0) return undefined;
  const marker = generatedElement("span", "marker", element, children);
  made.set(marker, style);
  return marker;
}

const markerStyles = new WeakMap<ComputedStyle, ComputedStyle>();

/** The item's letters without its box. */
function markerStyle(own: ComputedStyle): ComputedStyle {
  let style = markerStyles.get(own);
  if (!style) {
    style = { ...own, display: "inline", textTransform: "none", textIndent: 0, content: "normal" };
    markerStyles.set(own, style);
  }
  return style;
}

const SIGNS = /^(disc|circle|square)$/;

function plainMarker(element: Element, style: ComputedStyle, { counters }: ContentMeans): TextNode[] {
  const { listStyleType: type, listStyleText } = style;
  if (listStyleText === undefined && type === "none") return [];
  const number = formatCounter(counters.valuesOf("list-item").at(-1) ?? 0, type);
  const sign = listStyleText ?? (SIGNS.test(type) ? number : `${number}.`);
  // Outside the text a marker keeps its distance by its place.
  const text = style.listStylePosition === "inside" && listStyleText === undefined ? `${sign}\u00a0` : sign;
  return text === "" ? [] : [{ kind: "text", text, span: element.span, addedTo: element }];
}

/** The children with the first letter in an element of its own; undefined if it has no style. */
function cutLetter(
  element: Element,
  children: readonly ElementNode[],
  { styles, made }: Generation,
): readonly ElementNode[] | undefined {
  if (!styles.pseudoOf(element, "first-letter")) return undefined;
  const styleOf = (inner: Element): ComputedStyle => made.get(inner) ?? styles.styleOf(inner.of ?? inner);
  return cutFirstLetter(children, {
    isInline: (inner) => styleOf(inner).display === "inline",
    isSkipped: (inner) => styleOf(inner).display === "none" || inner.generated === "marker",
    wrap: (piece, parent) => {
      const within = parent && !parent.generated ? (parent.of ?? parent) : undefined;
      const own = styles.pseudoOf(element, "first-letter", within);
      const style = own && sinkFloated(own, styles.styleOf(element).lineHeight);
      const letter = generatedElement("span", "first-letter", element, [piece]);
      if (style) made.set(letter, style);
      return letter;
    },
    refill: (inner, filled) => {
      const copy: Element = inner.generated
        ? { ...inner, children: filled }
        : { ...inner, children: filled, of: inner.of ?? inner };
      const style = made.get(inner);
      if (style) made.set(copy, style);
      return copy;
    },
  });
}

const sunk = new WeakMap<ComputedStyle, Map<number, ComputedStyle>>();

/** A first letter that floats, as browsers have drop capitals, stands over as many lines as its box would; else itself. */
function sinkFloated(letter: ComputedStyle, lineHeight: number): ComputedStyle {
  if (letter.float !== "left" || letter.initialLetter) return letter;
  const known = sunk.get(letter) ?? new Map<number, ComputedStyle>();
  sunk.set(letter, known);
  const height =
    letter.paddingTop + letter.lineHeight + letter.paddingBottom + letter.marginTop + letter.marginBottom;
  // A box a little too high for its lines is meant for them.
  const lines = Math.max(1, Math.ceil(height / lineHeight - 0.25));
  const style = known.get(lines) ?? { ...letter, initialLetter: { size: lines, sink: lines } };
  known.set(lines, style);
  return style;
}
