/**
 * Blocks and inline nodes as elements.
 *
 * Comes in: resolved blocks of one section. Goes out: element nodes. Links inside the book are written with the file they lead to.
 */
import { splitLines } from "./block-lines.ts";
import type { Element, ElementNode } from "./element.ts";
import { findAttribution } from "./find-attribution.ts";
import { languageOf, makeElement, makeText } from "./make-element.ts";
import type {
  Block,
  CodeBlock,
  Figure,
  Image,
  Inline,
  Link,
  List,
  NoteReference,
  Styled,
  Table,
} from "./model.ts";
import { isBareNumber } from "./number-titles.ts";
import { VERSE } from "./verse.ts";
import { plainText } from "./walk.ts";

/** The class of a division that is an epigraph. */
const EPIGRAPH = "epigraph";

/** `section` is the id of the section that the blocks stand in. */
export function markBlocks(blocks: readonly Block[], section: string): ElementNode[] {
  return blocks.map((block) => markBlock(block, section));
}

function markBlock(block: Block, section: string, isVerse = false): Element {
  const { span } = block;
  switch (block.kind) {
    case "heading": {
      // Running heads have no use for a bare number.
      const classes = isBareNumber(plainText(block.children)) ? ["number"] : [];
      return makeElement(`h${block.level}`, span, markInlines(block.children, section), { classes, id: block.id });
    }
    case "paragraph":
      return makeElement("p", span, (isVerse ? markVerse : markInlines)(block.children, section));
    case "figure":
      return markFigure(block);
    case "quotation":
      return makeElement("blockquote", span, markQuoted(block.children, section));
    case "list":
      return markList(block, section);
    case "codeBlock":
      return markCode(block);
    case "table":
      return markTable(block, section);
    case "sceneBreak":
      return makeElement("hr", span, []);
    case "division": {
      const { classes, id = "", language } = block;
      const attributes = languageOf(language);
      const children = classes.includes(EPIGRAPH)
        ? markQuoted(block.children, section)
        : block.children.map((child) => markBlock(child, section, classes.includes(VERSE)));
      return makeElement("div", span, children, { classes, id, attributes });
    }
  }
}

/** Words of somebody else; who that is gets a class. */
function markQuoted(blocks: readonly Block[], section: string): ElementNode[] {
  const attribution = findAttribution(blocks);
  return blocks.map((block) => {
    if (block !== attribution) return markBlock(block, section);
    return makeElement("p", block.span, markInlines(attribution.children, section), { classes: ["attribution"] });
  });
}

/** Each line of a stanza in an element of its own, so that what is too long for the page can be turned over as verse is. */
function markVerse(stanza: readonly Inline[], section: string): ElementNode[] {
  return splitLines(stanza).flatMap((line, index) => {
    const span = line[0]?.span ?? stanza[0]?.span;
    if (!span) return [];
    const marked = makeElement("span", span, markInlines(line, section), { classes: ["line"] });
    return index === 0 ? [marked] : [makeElement("br", span, []), marked];
  });
}

/** An image's title is its caption. */
function markFigure({ image, span }: Figure): Element {
  const { title, ...untitled } = image;
  const caption = title === undefined ? [] : [makeElement("figcaption", span, [makeText(title, span)])];
  return makeElement("figure", span, [markImage(untitled), ...caption]);
}

/** Without `alt` if it should have a description and has none; with an empty one if it is decoration. */
function markImage({ path, src, alt, decorative = false, title, span }: Image): Element {
  const described = decorative ? { alt: "" } : alt === "" ? {} : { alt };
  const attributes = { src: path ?? src, ...described, ...(title !== undefined && { title }) };
  return makeElement("img", span, [], { attributes });
}

function markCode({ language, text, span }: CodeBlock): Element {
  // A line ends where code ends: copied code keeps it, and a `pre` shows nothing of it.
  const lines = makeText(`${text}\n`, span);
  const name = language.replace(/[^\p{L}\p{N}+#_-]+/gu, "-");
  const classes = name === "" ? [] : [`language-${name}`];
  return makeElement("pre", span, [makeElement("code", span, [lines], { classes })]);
}

function markList(list: List, section: string): Element {
  const { tight, ordered, start } = list;
  const items = list.items.map(({ children, span }) => {
    const nodes = children.flatMap((block, index): ElementNode[] => {
      if (!tight || block.kind !== "paragraph") return [markBlock(block, section)];
      const apart = children[index - 1]?.kind === "paragraph" ? [makeElement("br", block.span, [])] : [];
      return [...apart, ...markInlines(block.children, section)];
    });
    return makeElement("li", span, nodes);
  });
  const attributes: Readonly<Record<string, string>> = ordered && start !== 1 ? { start: String(start) } : {};
  return makeElement(ordered ? "ol" : "ul", list.span, items, { attributes });
}

function markTable(table: Table, section: string): Element {
  const { span, columns } = table;
  const markRow = (name: "th" | "td", row: Table["head"]): Element => {
    const cells = row.map((cell, index) => {
      const align = columns[index] ?? "none";
      const classes = align === "none" ? [] : [align];
      // An empty corner heads nothing.
      const tag = cell.children.length === 0 ? "td" : name;
      const attributes: Readonly<Record<string, string>> = tag === "th" ? { scope: "col" } : {};
      return makeElement(tag, cell.span, markInlines(cell.children, section), { classes, attributes });
    });
    return makeElement("tr", row[0]?.span ?? span, cells);
  };
  const head = makeElement("thead", span, [markRow("th", table.head)]);
  const rows = table.rows.map((row) => markRow("td", row));
  const body = rows.length > 0 ? [makeElement("tbody", rows[0]?.span ?? span, rows)] : [];
  return makeElement("table", span, [head, ...body]);
}

const STYLED = {
  emphasis: "em",
  strong: "strong",
  strikethrough: "del",
  subscript: "sub",
  superscript: "sup",
} as const satisfies Record<Styled["kind"], string>;

function markInlines(nodes: readonly Inline[], section: string): ElementNode[] {
  return nodes.map((node) => markInline(node, section));
}

function markInline(node: Inline, section: string): ElementNode {
  const { span } = node;
  switch (node.kind) {
    case "text":
      return makeText(node.text, span);
    case "emphasis":
    case "strong":
    case "strikethrough":
    case "subscript":
    case "superscript":
      return makeElement(STYLED[node.kind], span, markInlines(node.children, section));
    case "phrase": {
      const { classes, id = "", language } = node;
      const attributes = languageOf(language);
      return makeElement("span", span, markInlines(node.children, section), { classes, id, attributes });
    }
    case "code":
      return makeElement("code", span, [makeText(node.text, span)]);
    case "link":
      return markLink(node, section);
    case "image":
      return markImage(node);
    case "noteReference":
      return markReference(node, section);
    case "lineBreak":
      return makeElement("br", span, []);
  }
}

function markLink({ href, internal, title, children, span }: Link, section: string): Element {
  const [target = "", id] = href.split("#");
  const inside = `${target}.xhtml${id === undefined ? "" : `#${id}`}`;
  const attributes = { href: internal ? inside : href, ...(title !== undefined && { title }) };
  return makeElement("a", span, markInlines(children, section), { attributes });
}

/** The first reference to a note has the id that the note's back-link leads to. */
function markReference({ number, occurrence, span }: NoteReference, section: string): Element {
  return makeElement("a", span, [makeText(String(number), span)], {
    classes: ["noteref"],
    id: occurrence > 1 ? `noteref-${number}-${occurrence}` : `noteref-${number}`,
    attributes: { href: `${section}.xhtml#note-${number}`, "epub:type": "noteref", role: "doc-noteref" },
  });
}
