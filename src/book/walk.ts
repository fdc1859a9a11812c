/**
 * Ways through the book's tree.
 *
 * Comes in: blocks or inline nodes. Goes out: all that stand in them, in reading order.
 */
import type { Block, Inline } from "./model.ts";

/** The blocks themselves and all blocks inside them. */
export function walkBlocks(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    switch (block.kind) {
      case "quotation":
      case "division":
        return [block, ...walkBlocks(block.children)];
      case "list":
        return [block, ...block.items.flatMap((item) => walkBlocks(item.children))];
      default:
        return [block];
    }
  });
}

/** The outermost inline nodes in blocks. */
export function inlinesOf(blocks: readonly Block[]): Inline[] {
  return walkBlocks(blocks).flatMap((block): readonly Inline[] => {
    switch (block.kind) {
      case "heading":
      case "paragraph":
        return block.children;
      case "figure":
        return [block.image];
      case "table":
        return [...block.head, ...block.rows.flat()].flatMap((cell) => cell.children);
      default:
        return [];
    }
  });
}

/** The nodes themselves and all nodes inside them. */
export function walkInlines(nodes: readonly Inline[]): Inline[] {
  return nodes.flatMap((node): Inline[] => ("children" in node ? [node, ...walkInlines(node.children)] : [node]));
}

/** The words of inline nodes, without markup. */
export function plainText(nodes: readonly Inline[]): string {
  return nodes
    .map((node): string => {
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
        default:
          return plainText(node.children);
      }
    })
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}
