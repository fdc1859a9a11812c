/**
 * Blocks and inline nodes as elements.
 *
 * Comes in: resolved blocks of one section. Goes out: element nodes. Links inside the book are written with the file they lead to.
 */
import type { Element, ElementNode } from "./element.ts";
import { makeElement } from "./mark-up.ts";
import type { Block, Inline, Link, List, NoteReference, Table } from "./model.ts";

export function markBlocks(blocks: readonly Block[], section: string): ElementNode[] {
  return blocks.map((block) => markBlock(block, section));
}

function markBlock(block: Block, section: string): Element {
  const { span } = block;
  switch (block.kind) {
    case "heading":
      return makeElement(`h${block.level}`, span, markInlines(block.children, section), [], {}, block.id);
    case "paragraph":
      return makeElement("p", span, markInlines(block.children, section));
    case "figure": {
      const image = markInlines([block.image], section);
      const { title } = block.image;
      const caption =
        title === undefined ? [] : [makeElement("figcaption", span, [{ kind: "text", text: title, span }])];
      return makeElement("figure", span, [...image, ...caption]);
    }
    case "quotation":
      return makeElement("blockquote", span, markBlocks(block.children, section));
    case "list":
      return markList(block, section);
    case "codeBlock": {
      const classes = block.language === "" ? [] : [`language-${block.language.replace(/[^\w-]+/g, "-")}`];
      const code = makeElement("code", span, [{ kind: "text", text: `${block.text}\n`, span }], classes);
      return makeElement("pre", span, [code]);
    }
    case "table":
      return markTable(block, section);
    case "sceneBreak":
      return makeElement("hr", span, []);
    case "division": {
      const children = markBlocks(block.children, section);
      return makeElement("div", span, children, block.classes, languageOf(block.language), block.id);
    }
  }
}

function languageOf(language: string | undefined): Readonly<Record<string, string>> {
  return language === undefined ? {} : { lang: language, "xml:lang": language };
}

function markList(list: List, section: string): Element {
  const items = list.items.map((item) => {
    const children = item.children.flatMap((block): ElementNode[] =>
      list.tight && block.kind === "paragraph"
        ? markInlines(block.children, section)
        : [markBlock(block, section)],
    );
    return makeElement("li", item.span, children);
  });
  const start: Readonly<Record<string, string>> =
    list.ordered && list.start !== 1 ? { start: String(list.start) } : {};
  return makeElement(list.ordered ? "ol" : "ul", list.span, items, [], start);
}

function markTable(table: Table, section: string): Element {
  const { span } = table;
  const cells = (name: "th" | "td", row: Table["head"]): Element[] =>
    row.map((cell, c) => {
      const align = table.columns[c] ?? "none";
      const scope: Readonly<Record<string, string>> = name === "th" ? { scope: "col" } : {};
      return makeElement(
        name,
        cell.span,
        markInlines(cell.children, section),
        align === "none" ? [] : [align],
        scope,
      );
    });
  const head = makeElement("thead", span, [makeElement("tr", span, cells("th", table.head))]);
  const rows = table.rows.map((row) => makeElement("tr", row[0]?.span ?? span, cells("td", row)));
  return makeElement("table", span, rows.length > 0 ? [head, makeElement("tbody", span, rows)] : [head]);
}

const NAMES = {
  emphasis: "em",
  strong: "strong",
  strikethrough: "del",
  subscript: "sub",
  superscript: "sup",
} as const;

export function markInlines(nodes: readonly Inline[], section: string): ElementNode[] {
  return nodes.map((node) => markInline(node, section));
}

function markInline(node: Inline, section: string): ElementNode {
  const { span } = node;
  switch (node.kind) {
    case "text":
      return { kind: "text", text: node.text, span };
    case "emphasis":
    case "strong":
    case "strikethrough":
    case "subscript":
    case "superscript":
      return makeElement(NAMES[node.kind], span, markInlines(node.children, section));
    case "phrase":
      return makeElement(
        "span",
        span,
        markInlines(node.children, section),
        node.classes,
        languageOf(node.language),
        node.id,
      );
    case "code":
      return makeElement("code", span, [{ kind: "text", text: node.text, span }]);
    case "link":
      return markLink(node, section);
    case "image":
      return makeElement("img", span, [], [], { src: node.path ?? node.src, alt: node.alt });
    case "noteReference":
      return markReference(node, section);
    case "lineBreak":
      return makeElement("br", span, []);
  }
}

function markLink(link: Link, section: string): Element {
  const [file, fragment] = link.href.split("#");
  const inside = `${file ?? ""}.xhtml${fragment === undefined ? "" : `#${fragment}`}`;
  const title: Readonly<Record<string, string>> = link.title === undefined ? {} : { title: link.title };
  const href = link.internal ? inside : link.href;
  return makeElement("a", link.span, markInlines(link.children, section), [], { href, ...title });
}

/** The first reference to a note has the id that the note's back-link leads to. */
function markReference(reference: NoteReference, section: string): Element {
  const { number, occurrence, span } = reference;
  const id = occurrence > 1 ? `noteref-${number}-${occurrence}` : `noteref-${number}`;
  const attributes = { href: `${section}.xhtml#note-${number}`, "epub:type": "noteref", role: "doc-noteref" };
  return makeElement("a", span, [{ kind: "text", text: String(number), span }], ["noteref"], attributes, id);
}
