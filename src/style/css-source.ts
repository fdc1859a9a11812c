/**
 * The text and the place of css-tree's nodes.
 *
 * Comes in: nodes of one file. Goes out: what the author wrote there, and the spans that messages point at.
 */
import type { Atrule, CssNode } from "css-tree";
import { type Span, spanAt } from "../core/span.ts";
import type { Declaration } from "./style-sheet.ts";

/** The file that nodes come from. */
export interface CssFile {
  /** As messages call it. */
  readonly file: string;
  readonly text: string;
}

export function childrenOf(node: Atrule): readonly CssNode[] {
  return node.block?.children.toArray() ?? [];
}

/** The node as written: no comments, white space folded outside quotation marks. */
export function sourceOf(node: CssNode, { text }: CssFile): string {
  const { loc } = node;
  if (!loc) return "";
  const written = text.slice(loc.start.offset, loc.end.offset);
  return written
    .replace(
      /("(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*')|\/\*[\s\S]*?(?:\*\/|$)|\s+/g,
      (_, quoted?: string) => quoted ?? " ",
    )
    .replace(/^ +| +$/g, "");
}

/** The node's first line, or its first `length` characters. */
export function spanOf(node: CssNode, { file, text }: CssFile, length?: number): Span {
  const { loc } = node;
  if (!loc) return spanAt(file, 1);
  const lineEnd = text.indexOf("\n", loc.start.offset);
  const end = Math.min(loc.end.offset, lineEnd < 0 ? text.length : lineEnd);
  const whole = Math.max(1, end - loc.start.offset);
  return spanAt(file, loc.start.line, loc.start.column, Math.min(whole, length ?? whole));
}

/** The declarations among `nodes`. */
export function readDeclarations(nodes: readonly CssNode[], file: CssFile): Declaration[] {
  return nodes.flatMap((node) => {
    if (node.type !== "Declaration") return [];
    const isCustom = node.property.startsWith("--");
    if (node.value.type === "Raw" && !isCustom) return [];
    const value = sourceOf(node.value, file).replace(/\s*!\s*important$/i, "");
    const property = isCustom ? node.property : node.property.toLowerCase();
    return [{ property, value, important: node.important !== false, span: spanOf(node, file) }];
  });
}
