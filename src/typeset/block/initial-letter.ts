/**
 * Initial letters (CSS Inline Layout 3, clause 7).
 *
 * Comes in: a paragraph's nodes, whose `::first-letter` is an element of its own. Goes out: the letter, placed over the first lines,
 * and the nodes without it. Its cap height reaches from the cap height of its first line to the baseline of its last; its ink,
 * not its side bearing, stands on the margin; a quotation mark before it hangs in the margin at the size of the text.
 */
import type { Element, ElementNode, TextNode } from "../../book/element.ts";
import type { ComputedStyle } from "../../style/computed-style.ts";
import type { Placed } from "../page/page.ts";
import { baselineOf } from "./baseline.ts";
import type { Place } from "./place.ts";

export interface InitialLetter {
  /** Relative to the top of the paragraph's first line, {@link above} included. */
  readonly items: readonly Placed[];
  /** Room it takes from the first lines, points. */
  readonly width: number;
  /** Lines that stand beside it. */
  readonly lines: number;
  /** How far it rises above its first line, points. */
  readonly above: number;
  /** The paragraph without it, and the styles of the elements that it was taken out of. */
  readonly rest: readonly ElementNode[];
  readonly styles: ReadonlyMap<Element, ComputedStyle>;
}

/** White between the letter and the text where the stylesheet says nothing of it, em of the text. */
const GAP = 0.22;
/** Marks that a letter may have before it. */
const MARKS = /^[^\p{L}\p{N}]+/u;

/**
 * The initial letter of a paragraph that has so many lines at most; undefined if it has none, or not the lines for one. It is as
 * much smaller as the paragraph is too short for it. `style` is the paragraph's.
 */
export function takeInitialLetter(
  nodes: readonly ElementNode[],
  style: ComputedStyle,
  place: Place,
  most = Infinity,
): InitialLetter | undefined {
  const taken: Element[] = [];
  const styles = new Map<Element, ComputedStyle>();
  const rest = takeFrom(nodes, taken, (made, from) => styles.set(made, place.setting.styleOf(from)));
  const letter = taken.map((element) => place.setting.styleOf(element)).find((own) => own.initialLetter);
  if (!letter?.initialLetter) return undefined;
  const sink = Math.min(most, letter.initialLetter.sink);
  const size = letter.initialLetter.size - (letter.initialLetter.sink - sink);
  if (size <= 1) return undefined;
  const above = Math.max(0, size - sink) * style.lineHeight;
  const texts = taken.flatMap(textsIn);
  const placed = placeLetter(texts, letter, size, style, place);
  const drop = above + (sink - 1) * style.lineHeight;
  const items = placed.items.map((item) =>
    item.mark ? { ...item.placed, y: item.placed.y + above } : { ...item.placed, y: item.placed.y + drop },
  );
  return { items, width: placed.width, lines: sink, above, rest, styles };
}

/** Takes the generated first letters out of the nodes' beginning; tells of each element that is made anew without one. */
function takeFrom(
  nodes: readonly ElementNode[],
  taken: Element[],
  onMade: (made: Element, from: Element) => void,
): readonly ElementNode[] {
  const rest: ElementNode[] = [];
  let searching = true;
  for (const node of nodes) {
    if (!searching || (node.kind === "text" && node.text.trim() !== "")) {
      searching = false;
      rest.push(node);
    } else if (node.kind === "element" && node.generated === "first-letter") taken.push(node);
    else if (node.kind === "element" && node.children.length > 0) {
      const before = taken.length;
      const children = takeFrom(node.children, taken, onMade);
      const made = taken.length > before ? { ...node, children } : node;
      if (made !== node) onMade(made, node);
      rest.push(made);
      searching = children.every((child) => child.kind === "text" && child.text.trim() === "");
    } else rest.push(node);
  }
  return rest;
}

function textsIn(element: Element): TextNode[] {
  return element.children.flatMap((child) => (child.kind === "text" ? [child] : textsIn(child)));
}

interface PlacedPart {
  readonly placed: Extract<Placed, { kind: "run" }>;
  /** True for marks before the letter, which stand on the first line. */
  readonly mark: boolean;
}

function placeLetter(
  texts: readonly TextNode[],
  letter: ComputedStyle,
  size: number,
  style: ComputedStyle,
  place: Place,
): { readonly items: readonly PlacedPart[]; readonly width: number } {
  const { setting, frame } = place;
  const body = setting.textStyles(style, undefined);
  const own = setting.textStyles(letter, undefined);
  const height = (size - 1) * style.lineHeight + body.face.capHeight * body.size;
  const big = { ...own, size: height / own.face.capHeight };
  const baseline = baselineOf(style, setting);
  const items: PlacedPart[] = [];
  const before = letter.marginLeft + letter.paddingLeft;
  const after = letter.marginRight + letter.paddingRight;
  let x = frame.left + before;
  const put = (text: string, node: TextNode, offset: number, at: number, mark: boolean): number => {
    const set = mark ? body : big;
    const shaped = set.face.shape(text, set.features);
    const { face, colour } = set;
    const word = { dx: 0, shaped, spaced: false, offset: offset + (node.of?.offset ?? 0) };
    const run = { face, size: set.size, colour, letterSpacing: 0, scale: 1, words: [word] };
    items.push({
      mark,
      placed: { kind: "run", x: at, y: baseline, ...run, source: node.addedTo ?? node.of?.node ?? node },
    });
    return shaped.width * set.size;
  };
  for (const node of texts) {
    const marks = items.some((item) => !item.mark) ? "" : (MARKS.exec(node.text)?.[0] ?? "");
    const shown = marks.trim();
    if (shown !== "") {
      const width = body.face.shape(shown, body.features).width * body.size;
      put(shown, node, 0, frame.left - width - 0.05 * body.size, true);
    }
    const rest = node.text.slice(marks.length);
    if (rest === "") continue;
    const bearing = big.face.bearings(rest.charAt(0)).left * big.size;
    x += put(rest, node, marks.length, x - bearing, false) - bearing;
    // Room that the stylesheet asks for begins where the letter ends, as in a browser; ours where its ink does.
    if (after === 0) x -= Math.max(0, big.face.bearings(rest.slice(-1)).right) * big.size;
  }
  return { items, width: x - frame.left + (after === 0 ? GAP * body.size : after) };
}
