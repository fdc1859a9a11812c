/**
 * Elements as XHTML text.
 *
 * Comes in: an element tree, and what its addresses become inside the package. Goes out: well-formed XML in the XHTML
 * syntax of HTML (https://html.spec.whatwg.org/multipage/xhtml.html). It decides nothing about the tree: names,
 * classes, roles and ids are written as they are.
 */
import type { Element, ElementNode } from "../book/element.ts";

/** What an element's addresses become inside the package. */
export interface Addresses {
  /** The `src` for an image's absolute path; undefined if the package has no such image, and its text is written instead. */
  readonly imageSource: (path: string) => string | undefined;
  /** The `href` for one of the tree; undefined if it leads nowhere, and only the link's text stays. */
  readonly linkTarget: (href: string) => string | undefined;
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
export function writeElement(element: Element, addresses: Addresses): string {
  if (element.name === "img") return writeImage(element, addresses);
  const { href, ...others } = element.attributes;
  const target = href === undefined ? undefined : addresses.linkTarget(href);
  const attributes = target === undefined ? others : { href: target, ...others };
  const tag = openTag(element, attributes);
  if (VOID.has(element.name)) return `${tag}/>`;
  const apart = element.children.length > 0 && element.children.every(isBlock) ? "\n" : "";
  const children = element.children.map((child) => writeNode(child, addresses));
  return `${tag}>${apart}${children.join(apart)}${apart}</${element.name}>`;
}

function writeNode(node: ElementNode, addresses: Addresses): string {
  switch (node.kind) {
    case "text":
      return escapeText(node.text);
    case "element":
      return writeElement(node, addresses);
  }
}

function isBlock(node: ElementNode): boolean {
  return node.kind === "element" && BLOCKS.has(node.name);
}

function writeImage(element: Element, addresses: Addresses): string {
  const { src = "", alt = "", ...others } = element.attributes;
  const source = addresses.imageSource(src);
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
    tag += ` ${name}="${escapeAttribute(value)}"`;
  }
  return tag;
}
