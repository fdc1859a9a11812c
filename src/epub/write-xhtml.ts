/**
 * Elements as XHTML text.
 *
 * Comes in: an element tree, and what its addresses become inside the package. Goes out: well-formed XML in the XHTML
 * syntax of HTML (https://html.spec.whatwg.org/multipage/xhtml.html). It decides nothing about the tree: names,
 * classes, roles and ids are written as they are.
 */
import type { Element, ElementNode, TextNode } from "../book/element.ts";
import { divideEnd, isJoint } from "./joints.ts";
import { cutText, simplifyText } from "./reader-text.ts";

/** The beginning of a page of the print edition: before an element, or in a text. */
export interface PageBreak {
  /** Unique in its document. */
  readonly id: string;
  /** The page's number. */
  readonly label: string;
  /** UTF-16 code units in the text; 0 before an element. */
  readonly offset: number;
}

/** What an element's addresses become inside the package. */
export interface Addresses {
  /** The `src` for an image's absolute path; undefined if the package has no such image, and its text is written instead. */
  readonly imageSource: (path: string) => string | undefined;
  /** The `href` for one of the tree; undefined if it leads nowhere, and only the link's text stays. */
  readonly linkTarget: (href: string) => string | undefined;
}

/** All that an element tree does not say of itself. */
export interface Surroundings extends Addresses {
  /** Where print pages begin, by ascending offset. */
  readonly pageBreaks: ReadonlyMap<ElementNode, readonly PageBreak[]>;
  /** Attributes that only reading systems need. */
  readonly attributesOf: (element: Element) => Readonly<Record<string, string>>;
}

/** The parts of an XHTML document. */
export interface DocumentParts {
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  /** Relative to the document. */
  readonly stylesheet: string;
  /** Markup: what `body` holds. */
  readonly body: string;
}

/** The class of what must not be broken between lines. */
export const UNBROKEN = "unbroken";

/** Makes `cutText` cut a word off. */
const JOINER = "\u2060";

const VOID = new Set(["br", "col", "hr", "img", "wbr"]);

const BLOCKS = new Set(
  (
    "aside blockquote caption col colgroup dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li nav ol p " +
    "pre section table tbody td tfoot th thead tr ul"
  ).split(" "),
);

/** XML 1.0 §2.2: no control characters but tab, newline and return, no lone surrogates, no U+FFFE and U+FFFF. */
const NOT_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** Text as XML character data; a character that XML forbids becomes U+FFFD. */
export function escapeText(text: string): string {
  return text.replace(NOT_XML, "\u{fffd}").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** Text as the inside of a double-quoted XML attribute; line ends and tabs survive attribute normalisation. */
export function escapeAttribute(text: string): string {
  return escapeText(text)
    .replace(/"/g, "&quot;")
    .replace(/[\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`);
}

/** A whole XHTML document. */
export function writeDocument(parts: DocumentParts): string {
  const language = escapeAttribute(parts.language);
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="${language}" lang="${language}">
<head>
<meta charset="UTF-8"/>
<title>${escapeText(parts.title)}</title>
<link rel="stylesheet" type="text/css" href="${escapeAttribute(parts.stylesheet)}"/>
</head>
<body>
${parts.body}
</body>
</html>
`;
}

/** One element and all that it holds; blocks that hold only blocks are written a line each. */
export function writeElement(element: Element, around: Surroundings): string {
  const before = writePageBreaks(around.pageBreaks.get(element) ?? []);
  if (element.name === "img") return before + writeImage(element, around);
  const { href, ...others } = element.attributes;
  const target = href === undefined ? undefined : around.linkTarget(href);
  const attributes = { ...(target !== undefined && { href: target }), ...others, ...around.attributesOf(element) };
  const tag = openTag(element, attributes);
  if (VOID.has(element.name)) return `${before}${tag}/>`;
  const apart = element.children.length > 0 && element.children.every(isBlock) ? "\n" : "";
  const children = element.name === "code" ? writeVerbatim(element, around) : writeChildren(element, around);
  return `${before}${tag}>${apart}${children.join(apart)}${apart}</${element.name}>`;
}

/** Code, to the letter. */
function writeVerbatim({ children }: Element, around: Surroundings): string[] {
  return children.map((child) =>
    child.kind === "element"
      ? writeElement(child, around)
      : withPageBreaks(child, around, escapeText, (marks) => marks).join(""),
  );
}

/** Markup of a stretch that is broken between lines as a browser likes, or not at all. */
interface Piece {
  readonly markup: string;
  readonly unbroken: boolean;
  /** True if no line may end after it. */
  readonly joinsNext: boolean;
}

const breakable = (markup: string): Piece => ({ markup, unbroken: false, joinsNext: false });

/** What no line may part is one span, so that it reaches over texts and elements. */
function writeChildren({ children }: Element, around: Surroundings): string[] {
  const pieces = children.flatMap((child, index) => {
    const isBound = (at: number): boolean => joins(children[at], children[at + 1], around);
    return child.kind === "text"
      ? pieceText(child, around, isBound(index - 1), isBound(index))
      : pieceElement(child, around, isBound(index));
  });
  const written: string[] = [];
  for (let at = 0; at < pieces.length; ) {
    let end = at;
    while (pieces[end]?.joinsNext) end++;
    const run = pieces.slice(at, end + 1);
    const markup = run.map((piece) => piece.markup).join("");
    written.push(run.some((piece) => piece.unbroken) ? `<span class="${UNBROKEN}">${markup}</span>` : markup);
    at = end + 1;
  }
  return written;
}

/** A page that begins between the two comes before the joint's right side, and is no part of it. */
function joins(left: ElementNode | undefined, right: ElementNode | undefined, around: Surroundings): boolean {
  if (!left || !right || !isJoint(left, right) || around.pageBreaks.get(right)?.[0]?.offset === 0) return false;
  if (left.kind === "text") return true;
  const last = left.children.at(-1);
  return !(last && around.pageBreaks.has(last)) && divideEnd(left) !== undefined;
}

function pieceElement(element: Element, around: Surroundings, joinsNext: boolean): Piece[] {
  if (!joinsNext) return [breakable(writeElement(element, around))];
  const [head, end = element] = divideEnd(element) ?? [];
  return [
    ...(head ? [breakable(writeElement(head, around))] : []),
    { markup: writeElement(end, around), unbroken: true, joinsNext },
  ];
}

/** Marks of print pages, which take no space. */
export function writePageBreaks(breaks: readonly PageBreak[]): string {
  return breaks
    .map(({ id, label }) => {
      const name = escapeAttribute(label);
      return `<span id="${escapeAttribute(id)}" epub:type="pagebreak" role="doc-pagebreak" aria-label="${name}"></span>`;
    })
    .join("");
}

/** Text as reading systems can show it; at a joint its first dashes or its last word are a piece of their own. */
function pieceText(node: TextNode, around: Surroundings, joinsPrevious: boolean, joinsNext: boolean): Piece[] {
  const write = (text: string, place: SlicePlace): Piece[] =>
    cutText(
      `${joinsPrevious && place.isFirst ? JOINER : ""}${text}${joinsNext && place.isLast ? JOINER : ""}`,
    ).flatMap(({ text: part, unbroken, breakAfter }) => [
      { markup: escapeText(part), unbroken, joinsNext: false },
      ...(breakAfter ? [breakable("<wbr/>")] : []),
    ]);
  const pieces = withPageBreaks(node, around, write, (marks) => [breakable(marks)]).flat();
  const last = pieces.at(-1);
  return joinsNext && last ? [...pieces.slice(0, -1), { ...last, joinsNext }] : pieces;
}

/** Where a slice between marks stands in its text. */
interface SlicePlace {
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** The text between marks and the marks, each written in its way. */
function withPageBreaks<T>(
  node: TextNode,
  around: Surroundings,
  write: (text: string, place: SlicePlace) => T,
  writeMarks: (marks: string) => T,
): T[] {
  const breaks = around.pageBreaks.get(node) ?? [];
  const written: T[] = [];
  let end = 0;
  for (const pageBreak of breaks) {
    written.push(write(node.text.slice(end, pageBreak.offset), { isFirst: end === 0, isLast: false }));
    written.push(writeMarks(writePageBreaks([pageBreak])));
    end = pageBreak.offset;
  }
  return [...written, write(node.text.slice(end), { isFirst: end === 0, isLast: true })];
}

/** True of elements that stand apart from the text around them. */
export function isBlock(node: ElementNode): boolean {
  return node.kind === "element" && BLOCKS.has(node.name);
}

function writeImage(element: Element, around: Surroundings): string {
  const { src = "", alt = "", ...others } = element.attributes;
  const source = around.imageSource(src);
  if (source === undefined) return escapeText(alt);
  return `${openTag(element, { src: source, alt, ...others })}/>`;
}

/** `lang` is written as `xml:lang` too: EPUB 3.3 §6.1.2 wants both if either is there. */
function openTag(element: Element, attributes: Readonly<Record<string, string>>): string {
  let tag = `<${element.name}`;
  if (element.id !== undefined) tag += ` id="${escapeAttribute(element.id)}"`;
  if (element.classes.length > 0) tag += ` class="${escapeAttribute(element.classes.join(" "))}"`;
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "lang" && !("xml:lang" in attributes)) tag += ` xml:lang="${escapeAttribute(value)}"`;
    tag += ` ${name}="${escapeAttribute(name === "href" || name === "src" ? value : simplifyText(value))}"`;
  }
  return tag;
}
