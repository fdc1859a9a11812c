/**
 * `::first-line` (CSS Pseudo-Elements 4, clause 2.1).
 *
 * Comes in: a paragraph's nodes and how far its first line reaches. Goes out: the same nodes, what stands on that line in elements
 * that have the line's style. How far the line reaches depends on the style itself, so `set-paragraph.ts` asks until it holds.
 */
import type { Element, ElementNode, TextNode } from "../../book/element.ts";
import type { ComputedStyle } from "../../style/computed-style.ts";

/** Nodes in which the first characters are styled, and the styles of the elements that were made for that. */
export interface FirstLine {
  readonly nodes: readonly ElementNode[];
  readonly styles: ReadonlyMap<Element, ComputedStyle>;
}

/** What is asked of the styles around. */
export interface LineStyles {
  /** The style of the first line within an element of the paragraph, or in the paragraph itself. */
  readonly styleIn: (within: Element | undefined) => ComputedStyle | undefined;
  readonly styleOf: (element: Element) => ComputedStyle;
}

export function styleFirstLine(
  nodes: readonly ElementNode[],
  count: number,
  { styleIn, styleOf }: LineStyles,
): FirstLine {
  const styles = new Map<Element, ComputedStyle>();
  let left = count;
  const visit = (node: ElementNode, within: Element | undefined): ElementNode[] => {
    if (left <= 0) return [node];
    if (node.kind === "element") {
      if (node.generated === "first-letter") {
        left -= lengthOf(node);
        return [node];
      }
      if (node.children.length === 0) return [node];
      const filled = { ...node, children: node.children.flatMap((child) => visit(child, node)) };
      styles.set(filled, styleOf(node));
      return [filled];
    }
    const taken = Math.min(left, node.text.length);
    left -= taken;
    const style = styleIn(within);
    if (!style) return [node];
    const piece: Element = { ...span(node), children: [cut(node, 0, taken)] };
    styles.set(piece, style);
    return taken < node.text.length ? [piece, cut(node, taken, node.text.length)] : [piece];
  };
  return { nodes: nodes.flatMap((node) => visit(node, undefined)), styles };
}

function span(node: TextNode): Element {
  return { kind: "element", name: "span", classes: [], attributes: {}, children: [], span: node.span };
}

function lengthOf(node: ElementNode): number {
  return node.kind === "text" ? node.text.length : node.children.reduce((sum, child) => sum + lengthOf(child), 0);
}

function cut(node: TextNode, from: number, to: number): TextNode {
  const text = node.text.slice(from, to);
  if (node.addedTo) return { ...node, text };
  return { ...node, text, of: { node: node.of?.node ?? node, offset: from + (node.of?.offset ?? 0) } };
}
