/**
 * Paragraphs set in galley lines.
 *
 * Comes in: inline nodes and the style of the block they stand in. Goes out: broken lines, in the best way for each number of lines
 * that the paragraph can well be set in.
 */
import type { ElementNode } from "../../book/element.ts";
import type { Span } from "../../core/span.ts";
import type { ComputedStyle } from "../../style/computed-style.ts";
import type { FlowLine, FlowVariant } from "../flow.ts";
import { mapItems } from "../galley.ts";
import type { Placed } from "../page/page.ts";
import type { BreakOptions } from "../paragraph/break-lines.ts";
import { breakParagraph, type SetParagraph } from "../paragraph/break-paragraph.ts";
import { type Composed, composeParagraph } from "../paragraph/compose.ts";
import { styleFirstLine } from "./first-line.ts";
import { flowLine, notesIn } from "./flow-line.ts";
import { type InitialLetter, takeInitialLetter } from "./initial-letter.ts";
import { placeMarker } from "./list-marker.ts";
import type { Place } from "./place.ts";

/** Breaks a paragraph and adds it to the flow; a list item's marker stands before its first line. */
export function setParagraph(nodes: readonly ElementNode[], style: ComputedStyle, span: Span, place: Place): void {
  const marker = placeMarker(style, place);
  const variants = variantsOf(nodes, style, span, place);
  if (marker.length === 0) place.flow.addParagraph(variants);
  else {
    place.flow.addParagraph(variants.map((variant) => ({ ...variant, lines: markFirst(variant.lines, marker) })));
  }
}

function markFirst(lines: readonly FlowLine[], marker: readonly Placed[]): FlowLine[] {
  return lines.map((line, i) => (i > 0 ? line : mapItems(line, (items) => [...marker, ...items])));
}

/** A paragraph's lines as they are best broken. */
export function linesOf(
  nodes: readonly ElementNode[],
  style: ComputedStyle,
  span: Span,
  place: Place,
): readonly FlowLine[] {
  return variantsOf(nodes, style, span, place)[0]?.lines ?? [];
}

/** Another number of lines may cost so much more than the best one: not quite what an uneven spread costs. */
const MOST_FOR_LENGTH = 8_000_000;

/** A paragraph in every number of lines that it can well be set in, the best first. */
function variantsOf(
  nodes: readonly ElementNode[],
  style: ComputedStyle,
  span: Span,
  place: Place,
): readonly FlowVariant[] {
  const { composed, broken, initial } = breakBesideInitial(nodes, style, place);
  const notes = notesIn(composed, place);
  const paragraph = { composed, notes, style, span, place, initial };
  const least = broken[0]?.demerits ?? 0;
  const costOf = ({ demerits }: SetParagraph): number => (demerits === least ? 0 : demerits - least);
  const worthwhile = broken.filter((way) => costOf(way) <= MOST_FOR_LENGTH);
  return worthwhile.map((way) => {
    const { lines, runt, tracking: most, lacks } = way;
    const count = lines.length;
    const counted = lines.map((line, index) => ({
      ...line,
      index,
      count,
      most,
      lacks,
      runt: runt && index === count - 1,
    }));
    return { cost: costOf(way), lines: counted.map((line) => flowLine(paragraph, line)) };
  });
}

/** Breaks a paragraph beside its initial letter, which takes no more lines than the paragraph comes to. */
function breakBesideInitial(
  nodes: readonly ElementNode[],
  style: ComputedStyle,
  place: Place,
  most = Infinity,
): BrokenNodes & { readonly initial: InitialLetter | undefined } {
  const initial = takeInitialLetter(nodes, style, place, most);
  const around = withStyles(place, initial?.styles);
  const { composed, broken } = breakNodes(initial?.rest ?? nodes, style, around, initial);
  const lines = initial?.lines ?? 0;
  const long = broken.filter((way) => way.lines.length >= lines);
  if (long.length > 0) return { composed, broken: long, initial };
  return breakBesideInitial(nodes, style, place, broken[0]?.lines.length ?? 1);
}

interface BrokenNodes {
  readonly composed: Composed;
  readonly broken: readonly SetParagraph[];
}

function breakNodes(
  nodes: readonly ElementNode[],
  style: ComputedStyle,
  place: Place,
  initial: InitialLetter | undefined,
): BrokenNodes {
  const { block, setting } = place;
  if (!block || !setting.pseudoOf(block, "first-line")) return breakOnce(nodes, style, place, initial, "any");
  const styles = {
    styleIn: (within: typeof block | undefined) => setting.pseudoOf(block, "first-line", within),
    styleOf: setting.styleOf,
  };
  const breakStyled = (count: number, firstEnd: FirstEnd): BrokenNodes => {
    const styled = styleFirstLine(nodes, count, styles);
    return breakOnce(styled.nodes, style, withStyles(place, styled.styles), initial, firstEnd);
  };
  // The line's style decides how much it holds: it is given to more and more of the text, until the line is full of it.
  let count = 0;
  let found = breakStyled(count, "whole word");
  for (let held = charactersOnFirstLine(found, nodes); held > count; held = charactersOnFirstLine(found, nodes)) {
    count = held;
    found = breakStyled(count, "whole word");
  }
  const [first, second] = found.broken[0]?.lines ?? [];
  return first && second ? breakStyled(charactersOnFirstLine(found, nodes), first.end) : found;
}

type FirstEnd = NonNullable<BreakOptions["firstEnd"]>;

function breakOnce(
  nodes: readonly ElementNode[],
  style: ComputedStyle,
  place: Place,
  initial: InitialLetter | undefined,
  firstEnd: FirstEnd,
): BrokenNodes {
  const { setting, frame } = place;
  const indent = initial ? 0 : style.textIndent;
  const composed = composeParagraph(nodes, style, frame.width, indent, setting);
  const broken = breakParagraph(composed.items, {
    measure: frame.width,
    justified: style.textAlign === "justify",
    size: style.fontSize,
    indent,
    firstEnd,
    mostHyphens: style.hyphenateLimitLines,
    hyphenBeforeLast: style.hyphenateLimitLast === "none",
    ...(initial && { narrowed: { lines: initial.lines, by: initial.width } }),
  });
  return { composed, broken };
}

/** A place whose styles know some elements more. */
function withStyles(place: Place, styles: ReadonlyMap<object, ComputedStyle> | undefined): Place {
  if (!styles || styles.size === 0) return place;
  const { setting } = place;
  return {
    ...place,
    setting: { ...setting, styleOf: (element) => styles.get(element) ?? setting.styleOf(element) },
  };
}

/** How many characters of the nodes' text stand on the first line. */
function charactersOnFirstLine({ composed, broken }: BrokenNodes, nodes: readonly ElementNode[]): number {
  const [, second] = broken[0]?.lines ?? [];
  const starts = new Map<ElementNode, number>();
  const length = countCharacters(nodes, 0, starts);
  if (!second) return length;
  const source = composed.sources[second.start];
  const item = composed.items[second.start];
  const within = item && "from" in item ? Number(item.from) : 0;
  const start = source && starts.get(source);
  return start === undefined ? length : start + (composed.offsets[second.start] ?? 0) + within;
}

/** Where each text node of the book begins among the characters of `nodes`; gives how many there are. */
function countCharacters(nodes: readonly ElementNode[], from: number, starts: Map<ElementNode, number>): number {
  let at = from;
  for (const node of nodes) {
    if (node.kind === "element") at = countCharacters(node.children, at, starts);
    else {
      const whole = node.of?.node ?? node;
      if (!starts.has(whole)) starts.set(whole, at - (node.of?.offset ?? 0));
      at += node.text.length;
    }
  }
  return at;
}
