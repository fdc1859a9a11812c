/** A book as written, as readable lines: one block a line, emphasis between underscores, places in front. */
import type { Block, Inline, Manuscript } from "../../src/book/model.ts";

export function printManuscript({ blocks, notes }: Manuscript): string {
  const lines = blocks.map(printBlock);
  const below = notes.map((note) => `note ${note.label}: ${note.children.map(printBlock).join(" / ")}`);
  return [...lines, ...below].join("\n");
}

function printBlock(block: Block): string {
  const place = `${block.span.line}:${block.span.column}`.padEnd(6);
  switch (block.kind) {
    case "heading":
      return `${place} h${block.level}${block.found ? ` ${block.found}` : ""}: ${printInlines(block.children)}`;
    case "paragraph":
      return `${place} ${printInlines(block.children)}`;
    case "figure":
      return `${place} figure: ${block.image.src}`;
    case "sceneBreak":
      return `${place} * * *`;
    case "quotation":
    case "division":
      return `${place} ${block.kind}: ${block.children.map(printBlock).join(" / ")}`;
    case "list":
      return `${place} list: ${block.items.map((item) => item.children.map(printBlock).join(" / ")).join(" | ")}`;
    default:
      return `${place} ${block.kind}`;
  }
}

export function printInlines(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      switch (node.kind) {
        case "text":
        case "code":
          return node.text;
        case "lineBreak":
          return " ⏎ ";
        case "image":
          return `![${node.alt}]`;
        case "noteReference":
          return `[^${node.label}]`;
        case "emphasis":
          return `_${printInlines(node.children)}_`;
        case "strong":
          return `**${printInlines(node.children)}**`;
        default:
          return printInlines(node.children);
      }
    })
    .join("");
}
