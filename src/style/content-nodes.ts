/**
 * A `content` list as text.
 *
 * Comes in: the parts of a list, and what they may ask: counters, attributes, quotation marks, other elements. Goes out: nodes for
 * the element that the text is added to. It moves no counter but the depth of quotations.
 */
import type { Element, ElementNode, TextNode } from "../book/element.ts";
import type { ComputedStyle } from "./computed-style.ts";
import type { ContentList, ContentPart, ContentTarget } from "./content.ts";
import { type CounterStyle, formatCounter } from "./counter-style.ts";
import type { Counters } from "./counters.ts";

/** What the pages of a former round can tell of the places that links lead to; undefined for what is not known yet. */
export interface PageAnswers {
  /** `anchor` as links inside the book are written: `section.xhtml#id`; without a style the number looks as the page's folio. */
  readonly labelOf: (anchor: string, style: CounterStyle | undefined) => string | undefined;
}

/** What is known of an element that has an id. */
export interface Target {
  readonly element: Element;
  readonly counters: ReadonlyMap<string, readonly number[]>;
}

/** What a list may ask. */
export interface ContentMeans {
  readonly counters: Counters;
  readonly quotes: { depth: number };
  readonly quotesOf: (style: ComputedStyle, element: Element) => readonly (readonly [string, string])[];
  readonly targetOf: (anchor: string) => Target | undefined;
  readonly pages: PageAnswers;
  /** File name of the section that the element stands in: `one.xhtml`. */
  readonly document: string;
}

/** What stands where a page's number is not known yet. */
const UNKNOWN_PAGE = "0";

/** The nodes of a list; `element` is the element of the book that they are added to, `style` that of the text. */
export function contentNodes(
  list: ContentList,
  element: Element,
  style: ComputedStyle,
  means: ContentMeans,
): ElementNode[] {
  const nodes: ElementNode[] = [];
  let text = "";
  const flush = (): void => {
    if (text !== "") nodes.push(...textNodes(text, element, style));
    text = "";
  };
  for (const part of list) {
    if (part.kind === "leader") {
      flush();
      nodes.push(generatedElement("span", "leader", element, [addedText(part.pattern, element)]));
    } else text += textOfPart(part, element, style, means);
  }
  flush();
  return nodes;
}

/** An element that a stylesheet adds. */
export function generatedElement(
  name: string,
  generated: Element["generated"] & string,
  { span }: Element,
  children: readonly ElementNode[],
): Element {
  return { kind: "element", name, classes: [], attributes: {}, children, span, generated };
}

function addedText(text: string, element: Element): TextNode {
  return { kind: "text", text, span: element.span, addedTo: element.of ?? element };
}

/** Where spaces are kept, a newline (`\A`) ends a line. */
function textNodes(text: string, element: Element, style: ComputedStyle): ElementNode[] {
  if (!style.whiteSpace.startsWith("pre")) return [addedText(text, element)];
  return text
    .split("\n")
    .flatMap((line, i) => [
      ...(i > 0
        ? [{ kind: "element", name: "br", classes: [], attributes: {}, children: [], span: element.span } as const]
        : []),
      ...(line === "" ? [] : [addedText(line, element)]),
    ]);
}

function textOfPart(part: ContentPart, element: Element, style: ComputedStyle, means: ContentMeans): string {
  switch (part.kind) {
    case "text":
      return part.text;
    case "attribute":
      return attributeOf(element, part.name) ?? "";
    case "counter":
      return formatCounter(means.counters.valuesOf(part.name).at(-1) ?? 0, part.style);
    case "counters":
      return joinValues(means.counters.valuesOf(part.name), part.separator, part.style);
    case "targetCounter":
      return targetCounter(part, element, means);
    case "targetText": {
      const target = means.targetOf(anchorOf(part.target, element, means));
      return target ? partOfText(plainText(target.element), part.choice) : "";
    }
    case "quote":
      return quote(part.quote, element, style, means);
    case "content":
      return partOfText(plainText(element), part.choice);
    case "leader":
    case "string":
    case "picture":
      return "";
  }
}

function joinValues(values: readonly number[], separator: string, style: CounterStyle): string {
  return (values.length > 0 ? values : [0]).map((value) => formatCounter(value, style)).join(separator);
}

function targetCounter(
  part: Extract<ContentPart, { kind: "targetCounter" }>,
  element: Element,
  means: ContentMeans,
): string {
  const anchor = anchorOf(part.target, element, means);
  if (part.name === "page")
    return means.pages.labelOf(anchor, part.styled ? part.style : undefined) ?? UNKNOWN_PAGE;
  const values = means.targetOf(anchor)?.counters.get(part.name) ?? [];
  return part.separator === undefined
    ? formatCounter(values.at(-1) ?? 0, part.style)
    : joinValues(values, part.separator, part.style);
}

function anchorOf(target: ContentTarget, element: Element, means: ContentMeans): string {
  const href = target.kind === "address" ? target.href : (attributeOf(element, target.name) ?? "");
  return href.startsWith("#") ? means.document + href : href;
}

function attributeOf(element: Element, name: string): string | undefined {
  if (name === "class") return element.classes.join(" ");
  return name === "id" ? element.id : element.attributes[name];
}

/** CSS Content 3, clause 2.2: the depth is counted through the whole book. */
function quote(
  kind: "open" | "close" | "no-open" | "no-close",
  element: Element,
  style: ComputedStyle,
  means: ContentMeans,
): string {
  const { quotes } = means;
  const isOpen = kind.endsWith("open");
  if (!isOpen) quotes.depth = Math.max(0, quotes.depth - 1);
  const pairs = means.quotesOf(style, element);
  const pair = pairs[Math.min(quotes.depth, pairs.length - 1)];
  if (isOpen) quotes.depth++;
  return kind.startsWith("no-") ? "" : (pair?.[isOpen ? 0 : 1] ?? "");
}

/** The text that stands in the book, without the numbers of notes. */
function plainText(element: Element): string {
  if (element.classes.includes("noteref")) return "";
  return element.children
    .map((child) => (child.kind === "text" ? (child.addedTo ? "" : child.text) : plainText(child)))
    .join("");
}

function partOfText(text: string, choice: string): string {
  const folded = text.replace(/\s+/g, " ").trim();
  if (choice === "text") return folded;
  return choice === "first-letter" ? (/^\P{L}*\p{L}/u.exec(folded)?.[0] ?? "") : "";
}
