/**
 * Preformatted text.
 *
 * Comes in: a `pre`. Goes out: its lines as galley lines, off the baseline grid.
 */
import type { Element, TextNode } from "../../book/element.ts";
import type { ComputedStyle } from "../../style/computed-style.ts";
import { mapItems } from "../galley.ts";
import type { Placed } from "../page/page.ts";
import { ORPHAN, WIDOW } from "../page/weights.ts";
import { placeMarker } from "./list-marker.ts";
import type { Place } from "./place.ts";
import { linesOf } from "./set-paragraph.ts";

/** What a tab is set as. */
const TAB = "    ";

/** Preformatted text: one line a line, long ones turned over to the next. */
export function setCode(element: Element, style: ComputedStyle, place: Place): void {
  const code = element.children.find((c): c is Element => c.kind === "element" && !c.generated) ?? element;
  const texts = code.children.filter((child) => child.kind === "text");
  const [source] = texts.length === 1 ? texts : [];
  const text = texts.map((child) => child.text).join("");
  const codeStyle = { ...place.setting.styleOf(code), lineHeight: style.lineHeight, display: style.display };
  const kept: ComputedStyle = {
    ...codeStyle,
    whiteSpace: "pre-wrap",
    textAlign: "left",
    textIndent: 0,
    hyphens: "none",
  };
  const rows = text.replace(/\n$/, "").split("\n");
  let start = 0;
  rows.forEach((row, i) => {
    const from = start;
    start += row.length + 1;
    const span = { ...element.span, line: element.span.line + i };
    const shown = row.replaceAll("\t", TAB);
    const nodes = [{ kind: "text", text: shown === "" ? "\u200b" : shown, span }] as const;
    const alone = (i === 0 ? ORPHAN : 0) + (i === rows.length - 2 ? WIDOW : 0);
    for (const line of linesOf(nodes, kept, span, place)) {
      const marker = placeMarker(kept, place);
      place.flow.addLine({
        ...mapItems(line, (items) => [
          ...marker,
          ...items.map((item) => (source ? inSource(item, source, row, from) : item)),
        ]),
        onGrid: false,
        breakCost: line.breakCost + (rows.length > 1 ? alone : 0),
      });
    }
  });
}

/** An item of a line, showing the code's own text instead of the line's; `start` is where the line begins in that. */
function inSource(item: Placed, source: TextNode, row: string, start: number): Placed {
  if (item.kind !== "run" || item.source === undefined) return item;
  const words = item.words.map((word) => ({ ...word, offset: start + beforeTabs(row, word.offset) }));
  return { ...item, source, words };
}

/** The offset in a row for one in the row with its tabs set. */
function beforeTabs(row: string, offset: number): number {
  let set = 0;
  let at = 0;
  for (; at < row.length && set < offset; at++) set += row.charAt(at) === "\t" ? TAB.length : 1;
  return at;
}
