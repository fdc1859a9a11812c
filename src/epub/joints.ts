/**
 * Where two neighbours in a paragraph must not be parted at the end of a line, though browsers would.
 *
 * Comes in: what an element holds. Goes out: which of it belongs together. Inside of one text `reader-text.ts` sees to it; this is
 * about the seams between text and elements.
 */
import type { Element, ElementNode, TextNode } from "../book/element.ts";
import { countDashes } from "./reader-text.ts";

/** Characters that may stand in one line as a whole: more would not fit on the screen of a telephone with large letters. */
const LONGEST = 18;

/** Elements in the line that mean the same when they are two; a link would be read out twice. */
const DIVISIBLE = new Set(["b", "cite", "em", "i", "span", "strong"]);

/** After these a line may end before a figure (UAX #14, LB 13 and 25 do not hold it). */
const OPEN_END = /[!?\u2013\u2014\u2026]$/;

/**
 * True of what belongs to the element or text before it: a dash after an element's last word, and a note's number after a mark. In
 * a text, letters hold together by themselves.
 */
export function isJoint(left: ElementNode, right: ElementNode): boolean {
  if (right.kind === "text")
    return left.kind === "element" && countDashes(right.text) > 0 && /\S$/.test(endOf(left));
  return right.classes.includes("noteref") && OPEN_END.test(endOf(left));
}

/** The element as the part that may be broken, and the part that is kept with what follows; undefined if it can't be kept. */
export function divideEnd(element: Element): readonly [Element | undefined, Element] | undefined {
  if (textOf(element).length <= LONGEST) return [undefined, element];
  const last = element.children.at(-1);
  if (last?.kind !== "text" || element.id !== undefined || !DIVISIBLE.has(element.name)) return undefined;
  const cut = last.text.search(/\S{1,18}$/);
  if (cut <= 0) return undefined;
  const part = (text: string): TextNode => ({ ...last, text });
  return [
    { ...element, children: [...element.children.slice(0, -1), part(last.text.slice(0, cut))] },
    { ...element, children: [part(last.text.slice(cut))] },
  ];
}

/** The last text in the line; empty where another thing ends it. */
function endOf(node: ElementNode | undefined): string {
  if (node === undefined) return "";
  return node.kind === "text" ? node.text : endOf(node.children.at(-1));
}

function textOf(node: ElementNode): string {
  return node.kind === "text" ? node.text : node.children.map(textOf).join("");
}
