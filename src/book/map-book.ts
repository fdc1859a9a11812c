/**
 * Changing nodes of the book's tree, leaving the rest as it is.
 *
 * Comes in: blocks and what to do with each. Goes out: new blocks, children first.
 */
import type { Block, Inline, TableCell, Text } from "./model.ts";

/** What becomes of nodes; either may put several, or none, in the place of one. */
export interface Mapping {
  readonly block: (block: Block) => readonly Block[];
  readonly inline: (node: Inline) => readonly Inline[];
}

export function mapBlocks(blocks: readonly Block[], mapping: Mapping): Block[] {
  return blocks.flatMap((block) => mapping.block(mapInside(block, mapping)));
}

function mapInside(block: Block, mapping: Mapping): Block {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return { ...block, children: mapInlines(block.children, mapping) };
    case "quotation":
    case "division":
      return { ...block, children: mapBlocks(block.children, mapping) };
    case "list": {
      const items = block.items.map((item) => ({ ...item, children: mapBlocks(item.children, mapping) }));
      return { ...block, items };
    }
    case "table": {
      const mapCell = (cell: TableCell): TableCell => ({ ...cell, children: mapInlines(cell.children, mapping) });
      return { ...block, head: block.head.map(mapCell), rows: block.rows.map((row) => row.map(mapCell)) };
    }
    case "figure":
    case "codeBlock":
    case "sceneBreak":
      return block;
  }
}

function mapInlines(nodes: readonly Inline[], mapping: Mapping): Inline[] {
  return nodes.flatMap((node) =>
    mapping.inline("children" in node ? { ...node, children: mapInlines(node.children, mapping) } : node),
  );
}

/** A text node in another's place; none if there is no text. */
export function textInPlace(node: Inline, text: string): readonly Text[] {
  return text === "" ? [] : [{ kind: "text", text, span: node.span }];
}
