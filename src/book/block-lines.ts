/**
 * Blocks as the lines that they are.
 *
 * Comes in: blocks. Goes out: the text of one that is a single line, or of all its lines; a line's inline content; which block follows another. It
 * judges nothing.
 */
import type { Block, Inline, Phrase } from "./model.ts";
import { plainText } from "./walk.ts";

/** The text of a block of one line; undefined for anything longer, and for what is no text alone. */
export function lineOf(block: Block | undefined): string | undefined {
  if (block === undefined) return undefined;
  // Markdown takes `3.` for a list whose one item is empty.
  if (block.kind === "list" && block.ordered) {
    const [item, ...others] = block.items;
    return item?.children.length === 0 && others.length === 0 ? `${block.start}.` : undefined;
  }
  if (block.kind !== "paragraph" && block.kind !== "heading") return undefined;
  return rawText(block.children);
}

function rawText(nodes: readonly Inline[]): string | undefined {
  let text = "";
  for (const node of nodes) {
    const isStyled = node.kind === "emphasis" || node.kind === "strong";
    const inner = node.kind === "text" ? node.text : isStyled ? rawText(node.children) : undefined;
    if (inner === undefined) return undefined;
    text += inner;
  }
  return text;
}

/** Lines of a paragraph that breaks part: those of verse, a publisher and his town. Of set-off verse, the lines in it. */
export function linesOf(block: Block | undefined): string[] {
  if (block?.kind === "quotation") return block.children.flatMap(linesOf);
  const single = block && lineOf(block);
  if (single !== undefined) return [single.trim()];
  return block?.kind === "paragraph" ? splitLines(block.children).map(plainText) : [];
}

/** Inline content cut at its line breaks; what wraps several lines wraps each of them, and only the first keeps its id. */
export function splitLines(nodes: readonly Inline[]): readonly (readonly Inline[])[] {
  const lines: Inline[][] = [[]];
  for (const node of nodes) {
    if (node.kind === "lineBreak") lines.push([]);
    else if ("children" in node) {
      const [first = [], ...others] = splitLines(node.children);
      lines.at(-1)?.push({ ...node, children: first });
      const again = node.kind === "phrase" ? withoutId(node) : node;
      lines.push(...others.map((children) => [{ ...again, children }]));
    } else lines.at(-1)?.push(node);
  }
  return lines;
}

function withoutId({ id: _, ...phrase }: Phrase): Phrase {
  return phrase;
}

/** The block after `index` that is no scene break. */
export function solidAfter(blocks: readonly Block[], index: number): number | undefined {
  const next = blocks.findIndex((block, at) => at > index && block.kind !== "sceneBreak");
  return next < 0 ? undefined : next;
}

export function textAt(block: Block | undefined): string {
  return block?.kind === "paragraph" ? plainText(block.children) : "";
}
