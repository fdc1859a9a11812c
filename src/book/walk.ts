/**
 * Ways through the book's tree.
 *
 * Comes in: blocks or inline nodes. Goes out: all that stand in them, in reading order.
 */
import type { Block, Inline } from "./model.ts";

/** The blocks themselves and all blocks inside them. */
export function walkBlocks(blocks: readonly Block[]): Block[] {
  const found: Block[] = [];
  const visit = (block: Block): void => {
    found.push(block);
    if (block.kind === "quotation" || block.kind === "division") block.children.forEach(visit);
    if (block.kind === "list") for (const item of block.items) item.children.forEach(visit);
  };
  blocks.forEach(visit);
  return found;
}

/** The outermost inline nodes in blocks, and in the blocks inside them if `deep`. */
export function inlinesOf(blocks: readonly Block[], deep = true): Inline[] {
  return (deep ? walkBlocks(blocks) : blocks).flatMap(ownInlines);
}

function ownInlines(block: Block): readonly Inline[] {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return block.children;
    case "figure":
      return [block.image];
    case "table":
      return [...block.head, ...block.rows.flat()].flatMap((cell) => cell.children);
    case "quotation":
    case "division":
    case "list":
    case "codeBlock":
    case "sceneBreak":
      return [];
  }
}

/** The nodes themselves and all nodes inside them. */
export function walkInlines(nodes: readonly Inline[]): Inline[] {
  const found: Inline[] = [];
  const visit = (node: Inline): void => {
    found.push(node);
    if ("children" in node) node.children.forEach(visit);
  };
  nodes.forEach(visit);
  return found;
}

/** The words of inline nodes on one line, without markup and notes. */
export function plainText(nodes: readonly Inline[]): string {
  return nodes
    .map(textOf)
    .join("")
    .replace(/[ \t\n]+/g, " ")
    .trim();
}

function textOf(node: Inline): string {
  switch (node.kind) {
    case "text":
    case "code":
      return node.text;
    case "image":
      return node.alt;
    case "lineBreak":
      return " ";
    case "noteReference":
      return "";
    case "emphasis":
    case "strong":
    case "strikethrough":
    case "subscript":
    case "superscript":
    case "phrase":
    case "link":
      return node.children.map(textOf).join("");
  }
}
