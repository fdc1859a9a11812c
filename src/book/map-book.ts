/**
 * Changing nodes of the book's tree, leaving the rest as it is.
 *
 * Comes in: blocks and what to do with each. Goes out: new blocks, children first.
 */
import type { Block, Image, Inline, TableCell, Text } from "./model.ts";

/** What becomes of nodes; either may put several, or none, in the place of one. */
export interface Mapping {
  readonly block: (block: Block) => readonly Block[];
  readonly inline: (node: Inline) => readonly Inline[];
}

export function mapBlocks(blocks: readonly Block[], mapping: Mapping): Block[] {
  const inside: Inside = {
    blocks: (children) => mapBlocks(children, mapping),
    inlines: (children) => mapInlines(children, mapping),
  };
  return blocks.flatMap((block) => mapping.block(mapInside(block, inside)));
}

/** What becomes of the content of each block that has text, as a whole, and of each picture that is a block. */
export interface ProseMapping {
  readonly inlines: (nodes: readonly Inline[]) => readonly Inline[];
  readonly image: (image: Image) => Image;
}

/** Changes text, and no block. */
export function mapProse(blocks: readonly Block[], mapping: ProseMapping): Block[] {
  const inside: Inside = { blocks: (children) => mapProse(children, mapping), inlines: mapping.inlines };
  return blocks.map((block) =>
    block.kind === "figure" ? { ...block, image: mapping.image(block.image) } : mapInside(block, inside),
  );
}

/** What becomes of a block's children. */
interface Inside {
  readonly blocks: (blocks: readonly Block[]) => readonly Block[];
  readonly inlines: (nodes: readonly Inline[]) => readonly Inline[];
}

function mapInside(block: Block, { blocks, inlines }: Inside): Block {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return { ...block, children: inlines(block.children) };
    case "quotation":
    case "division":
      return { ...block, children: blocks(block.children) };
    case "list": {
      const items = block.items.map((item) => ({ ...item, children: blocks(item.children) }));
      return { ...block, items };
    }
    case "table": {
      const mapCell = (cell: TableCell): TableCell => ({ ...cell, children: inlines(cell.children) });
      return { ...block, head: block.head.map(mapCell), rows: block.rows.map((row) => row.map(mapCell)) };
    }
    case "figure":
    case "codeBlock":
    case "sceneBreak":
      return block;
  }
}

export function mapInlines(nodes: readonly Inline[], mapping: Mapping): Inline[] {
  return nodes.flatMap((node) =>
    mapping.inline("children" in node ? { ...node, children: mapInlines(node.children, mapping) } : node),
  );
}

/** A text node in another's place; none if there is no text. */
export function textInPlace(node: Inline, text: string): readonly Text[] {
  return text === "" ? [] : [{ kind: "text", text, span: node.span }];
}
