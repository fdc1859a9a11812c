/**
 * `::first-letter`: where an element's text begins (CSS Pseudo-Elements 4, clause 2.2).
 *
 * Comes in: an element's children, some of them generated. Goes out: the same, the first letter of the first line with the
 * punctuation around it in elements of its own; or undefined if the line does not begin with a letter.
 */
import type { Element, ElementNode, TextNode } from "../book/element.ts";

/** What is asked of the tree around. */
export interface FirstLetterMeans {
  /** True for an element whose text is part of its parent's line. */
  readonly isInline: (element: Element) => boolean;
  /** True for an element without text of its own line: hidden, a marker outside it. */
  readonly isSkipped: (element: Element) => boolean;
  /** Wraps a piece of text that stands in `parent`, an element inside the one that is asked about, or undefined for itself. */
  readonly wrap: (piece: TextNode, parent: Element | undefined) => Element;
  /** Puts other children into an element. */
  readonly refill: (element: Element, children: readonly ElementNode[]) => Element;
}

/** Marks before a letter, with a no-break space as French has it after «. */
const MARKS_BEFORE = /^[\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Po}\u00a0\u2009\u202f]+/u;
/** A letter, digit or sign with its accents, and the marks after it, but no dash or opening mark. */
const LETTER = /^[\p{L}\p{N}\p{S}]\p{M}*[\p{Pe}\p{Pi}\p{Pf}\p{Po}]*/u;
const SPACE = /^[ \t\r\n\f]*/;

/** How the search stands: nothing met yet, or marks that wait for their letter. */
type State = "searching" | "marked";

interface Cut {
  readonly children: readonly ElementNode[];
  /** Undefined if the search ended without a letter. */
  readonly next: State | "found" | undefined;
}

export function cutFirstLetter(
  children: readonly ElementNode[],
  means: FirstLetterMeans,
): readonly ElementNode[] | undefined {
  const cut = cutNodes(children, undefined, "searching", means);
  return cut.next === "found" ? cut.children : undefined;
}

function cutNodes(
  nodes: readonly ElementNode[],
  parent: Element | undefined,
  from: State,
  means: FirstLetterMeans,
): Cut {
  let state: State = from;
  const done: ElementNode[] = [];
  for (const [i, node] of nodes.entries()) {
    const cut = node.kind === "text" ? cutText(node, parent, state, means) : cutElement(node, state, means);
    done.push(...cut.children);
    if (cut.next === undefined || cut.next === "found") {
      return { children: [...done, ...nodes.slice(i + 1)], next: cut.next };
    }
    state = cut.next;
  }
  return { children: done, next: state };
}

/** Elements that take the place of text, or end a line. */
const OPAQUE = /^(img|br|hr|table|svg|math)$/;

function cutElement(element: Element, state: State, means: FirstLetterMeans): Cut {
  if (means.isSkipped(element)) return { children: [element], next: state };
  const isBlock = !means.isInline(element);
  if (OPAQUE.test(element.name) || (isBlock && state === "marked"))
    return { children: [element], next: undefined };
  const inner = cutNodes(element.children, element, state, means);
  if (inner.next === undefined) return { children: [element], next: undefined };
  // A block that holds no text at all, such as a heading's rule, is no first line.
  if (inner.next === state) return { children: [element], next: state };
  return { children: [means.refill(element, inner.children)], next: inner.next };
}

function cutText(node: TextNode, parent: Element | undefined, state: State, means: FirstLetterMeans): Cut {
  const { text } = node;
  const space = SPACE.exec(text)?.[0].length ?? 0;
  if (space === text.length) return { children: [node], next: state };
  if (space > 0 && state === "marked") return { children: [node], next: undefined };
  const marks = MARKS_BEFORE.exec(text.slice(space))?.[0].length ?? 0;
  const letter = LETTER.exec(text.slice(space + marks))?.[0].length ?? 0;
  const end = space + marks + letter;
  if (letter === 0 && end < text.length) return { children: [node], next: undefined };
  const pieces = [
    ...(space > 0 ? [pieceOf(node, 0, space)] : []),
    means.wrap(pieceOf(node, space, end), parent),
    ...(end < text.length ? [pieceOf(node, end, text.length)] : []),
  ];
  return { children: pieces, next: letter > 0 ? "found" : "marked" };
}

function pieceOf(node: TextNode, from: number, to: number): TextNode {
  const text = node.text.slice(from, to);
  if (node.addedTo) return { ...node, text };
  const whole = node.of?.node ?? node;
  return { kind: "text", text, span: node.span, of: { node: whole, offset: from + (node.of?.offset ?? 0) } };
}
