/**
 * Changing nodes of the book's tree, leaving the rest as it is.
 *
 * Comes in: blocks and what to do with each. Goes out: new blocks, children first.
 */
import type { Block, Inline, Text } from "./model.ts";

export interface Mapping {
  readonly block?: (block: Block) => Block;
  /** May put several nodes, or none, in the place of one. */
  readonly inline?: (node: Inline) => readonly Inline[];
}

export function mapBlocks(blocks: readonly Block[], mapping: Mapping): Block[] {
  return blocks.map((block) => {
    const mapped = mapInside(block, mapping);
    return mapping.block ? mapping.block(mapped) : mapped;
  });
}

function mapInside(block: Block, mapping: Mapping): Block {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return { ...block, children: mapInlines(block.children, mapping) };
    case "quotation":
    case "division":
      return { ...block, children: mapBlocks(block.children, mapping) };
    case "list":
      return {
        ...block,
        items: block.items.map((item) => ({ ...item, children: mapBlocks(item.children, mapping) })),
      };
    case "table": {
      const cell = (c: (typeof block.head)[number]): typeof c => ({
        ...c,
        children: mapInlines(c.children, mapping),
      });
      return { ...block, head: block.head.map(cell), rows: block.rows.map((row) => row.map(cell)) };
    }
    case "figure":
    case "codeBlock":
    case "sceneBreak":
      return block;
  }
}

export function mapInlines(nodes: readonly Inline[], mapping: Mapping): Inline[] {
  const { inline } = mapping;
  if (!inline) return [...nodes];
  return nodes.flatMap((node): readonly Inline[] => {
    if (!("children" in node)) return inline(node);
    return inline({ ...node, children: mapInlines(node.children, mapping) });
  });
}

/** A text node in another's place. */
export function textAt(node: Inline, text: string): Text {
  return { kind: "text", text, span: node.span };
}
