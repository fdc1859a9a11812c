/**
 * Preformatted text.
 *
 * Comes in: a `pre`. Goes out: its lines as galley lines, off the baseline grid.
 */
import type { Element } from "../../book/element.ts";
import type { ComputedStyle } from "../../style/computed-style.ts";
import { ORPHAN, WIDOW } from "../page/weights.ts";
import { placeMarker } from "./list-marker.ts";
import type { Place } from "./place.ts";
import { linesOf } from "./set-paragraph.ts";

/** Preformatted text: one line a line, long ones turned over to the next. */
export function setCode(element: Element, style: ComputedStyle, place: Place): void {
  const code = element.children.find((c): c is Element => c.kind === "element" && !c.generated) ?? element;
  const text = code.children.map((c) => (c.kind === "text" ? c.text : "")).join("");
  const codeStyle = { ...place.setting.styleOf(code), lineHeight: style.lineHeight, display: style.display };
  const kept: ComputedStyle = {
    ...codeStyle,
    whiteSpace: "pre-wrap",
    textAlign: "left",
    textIndent: 0,
    hyphens: "none",
  };
  const rows = text.replace(/\n$/, "").split("\n");
  rows.forEach((row, i) => {
    const span = { ...element.span, line: element.span.line + i };
    const shown = row.replace(/\t/g, "    ");
    const nodes = [{ kind: "text", text: shown === "" ? "\u200b" : shown, span }] as const;
    const alone = (i === 0 ? ORPHAN : 0) + (i === rows.length - 2 ? WIDOW : 0);
    for (const line of linesOf(nodes, kept, span, place)) {
      const marker = placeMarker(kept, place);
      place.flow.addLine({
        ...line,
        onGrid: false,
        items: () => [...marker, ...line.items()],
        breakCost: line.breakCost + (rows.length > 1 ? alone : 0),
      });
    }
  });
}
