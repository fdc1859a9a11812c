/**
 * Preformatted text.
 *
 * Comes in: a `pre`. Goes out: its lines as galley lines, off the baseline grid.
 */
import type { Element, TextNode } from "../../book/element.ts";
import type { ComputedStyle } from "../../style/computed-style.ts";
import type { Placed } from "../page/page.ts";
import { ORPHAN, WIDOW } from "../page/weights.ts";
import { placeMarker } from "./list-marker.ts";
import type { Place } from "./place.ts";
import { linesOf } from "./set-paragraph.ts";

const TAB = "    ";

/** Preformatted text: one line a line, long ones turned over to the next. */
export function setCode(element: Element, style: ComputedStyle, place: Place): void {
  const code = element.children.find((c): c is Element => c.kind === "element" && !c.generated) ?? element;
  const source = code.children.find((c): c is TextNode => c.kind === "text");
  if (!source) return;
  const codeStyle = { ...place.setting.styleOf(code), lineHeight: style.lineHeight, display: style.display };
  const kept: ComputedStyle = {
    ...codeStyle,
    whiteSpace: "pre-wrap",
    textAlign: "left",
    textIndent: 0,
    hyphens: "none",
  };
  const rows = source.text.replace(/\n$/, "").split("\n");
  let start = 0;
  rows.forEach((row, i) => {
    const from = start;
    start += row.length + 1;
    const span = { ...element.span, line: element.span.line + i };
    const shown = row.replace(/\t/g, TAB);
    const nodes = [{ kind: "text", text: shown === "" ? "\u200b" : shown, span }] as const;
    const alone = (i === 0 ? ORPHAN : 0) + (i === rows.length - 2 ? WIDOW : 0);
    for (const line of linesOf(nodes, kept, span, place)) {
      const marker = placeMarker(kept, place);
      place.flow.addLine({
        ...line,
        onGrid: false,
        items: () => [...marker, ...line.items().map((item) => showCode(item, source, from, row))],
        breakCost: line.breakCost + (rows.length > 1 ? alone : 0),
      });
    }
  });
}

/** Says of an item of a row which text node it shows, and where: the row begins at `from` in it. */
function showCode(item: Placed, source: TextNode, from: number, row: string): Placed {
  if (item.kind !== "run") return item;
  return { ...item, source, words: item.words.map((w) => ({ ...w, offset: from + inRow(row, w.offset) })) };
}

/** Where in the row a place is after its tabs have become spaces. */
function inRow(row: string, shown: number): number {
  let at = 0;
  for (let width = 0; at < row.length && width < shown; at++) width += row[at] === "\t" ? TAB.length : 1;
  return at;
}
