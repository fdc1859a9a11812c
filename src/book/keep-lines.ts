/**
 * The lines of verse as the author wrote them.
 *
 * Comes in: a paragraph's inline syntax. Goes out: the same with a line break for each line's end, and spaces for what a line is indented
 * further than the others. It looks at places only, never at the source.
 */
import type { InlineSyntax } from "../markdown/syntax.ts";

/** Half an em for each space that was typed: EM SPACEs and an EN SPACE, which no stylesheet folds. */
function indentOf(columns: number): string {
  return "\u2003".repeat(Math.floor(columns / 2)) + "\u2002".repeat(columns % 2);
}

/** Line ends that are kept; those at either end of the paragraph are none. */
export function keepLines(nodes: readonly InlineSyntax[]): readonly InlineSyntax[] {
  const from = nodes.findIndex((node) => node.kind !== "softBreak");
  const to = nodes.findLastIndex((node) => node.kind !== "softBreak") + 1;
  const lines = nodes.slice(Math.max(0, from), to);
  const margin = Math.min(...lineStarts(lines, true));
  return breakLines(lines, true, margin);
}

/** The columns that lines begin at; `opens` if the first node begins one. */
function lineStarts(nodes: readonly InlineSyntax[], opens: boolean): number[] {
  return nodes.flatMap((node, index) => {
    const starts = beginsLine(nodes, index, opens) ? [node.place.column] : [];
    return holdsLines(node) ? [...starts, ...lineStarts(node.children, false)] : starts;
  });
}

function breakLines(nodes: readonly InlineSyntax[], opens: boolean, margin: number): InlineSyntax[] {
  return nodes.flatMap((node, index): InlineSyntax[] => {
    if (node.kind === "softBreak") return [{ kind: "hardBreak", place: node.place }];
    const indent = beginsLine(nodes, index, opens) ? indentOf(node.place.column - margin) : "";
    const before: InlineSyntax[] =
      indent === "" ? [] : [{ kind: "text", text: indent, place: { ...node.place, length: 1 } }];
    return [...before, holdsLines(node) ? { ...node, children: breakLines(node.children, false, margin) } : node];
  });
}

function beginsLine(nodes: readonly InlineSyntax[], index: number, opens: boolean): boolean {
  return !isBreak(nodes[index]) && (index === 0 ? opens : isBreak(nodes[index - 1]));
}

function isBreak(node: InlineSyntax | undefined): boolean {
  return node?.kind === "softBreak" || node?.kind === "hardBreak";
}

/** A note in the text is a paragraph of its own. */
function holdsLines(
  node: InlineSyntax,
): node is Extract<InlineSyntax, { readonly children: readonly InlineSyntax[] }> {
  return "children" in node && node.kind !== "inlineNote";
}
