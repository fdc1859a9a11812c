/**
 * Tables set in galley lines.
 *
 * Comes in: a `table` element. Goes out: lines, one for each line of a row's highest cell, so that a row too long for a page
 * can still be broken. Column widths follow CSS 2.2, clause 17.5.2.2: no column narrower than its widest word where there
 * is room for that, the rest shared in proportion to what each would take on one line.
 */
import type { Element } from "../../book/element.ts";
import type { Flow, FlowLine } from "../flow.ts";
import { movePlaced } from "../page/page.ts";
import { SPLIT_TABLE_ROW } from "../page/weights.ts";
import { composeParagraph } from "../paragraph/compose.ts";
import type { Place } from "./place.ts";
import { linesOf } from "./set-paragraph.ts";

const GUTTER = 8;
const RULE = 0.5;

export function setTable(table: Element, place: Place): void {
  const rows = rowsOf(table);
  const count = Math.max(0, ...rows.map((row) => row.cells.length));
  if (count === 0) return;
  const widths = columnWidths(rows, count, place);
  rows.forEach((row, r) => {
    setRow(row, widths, place);
    if (row.head) {
      addRule(table, widths, place);
      place.flow.keepWithNext();
    } else if (r === rows.length - 1) addRule(table, widths, place);
  });
}

interface Row {
  readonly head: boolean;
  readonly cells: readonly Element[];
}

function rowsOf(element: Element, head = false): Row[] {
  return element.children.flatMap((child) => {
    if (child.kind === "text") return [];
    if (child.name !== "tr") return rowsOf(child, child.name === "thead");
    return [{ head, cells: child.children.filter((c): c is Element => c.kind === "element") }];
  });
}

function columnWidths(rows: readonly Row[], count: number, place: Place): number[] {
  const room = place.frame.width - GUTTER * (count - 1);
  const least = new Array<number>(count).fill(0);
  const most = new Array<number>(count).fill(1);
  for (const row of rows) {
    row.cells.forEach((cell, c) => {
      const size = sizeOfCell(cell, room, place);
      least[c] = Math.max(least[c] ?? 0, size.least);
      most[c] = Math.max(most[c] ?? 0, size.most);
    });
  }
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  if (sum(most) <= room) return most.map((m) => m + 0.01);
  const fair = room / count;
  const floor = sum(least) <= room ? least : least.map((l) => Math.min(l, fair));
  const spare = room - sum(floor);
  const wants = most.map((m, c) => Math.max(0, m - (floor[c] ?? 0)));
  const wanted = Math.max(1, sum(wants));
  return floor.map((f, c) => f + (spare * (wants[c] ?? 0)) / wanted);
}

/** Width of a cell's widest unbreakable stretch, and of all of it on one line. */
function sizeOfCell(cell: Element, room: number, place: Place): { least: number; most: number } {
  const style = place.setting.styleOf(cell);
  let least = 0;
  let most = 0;
  let stretch = 0;
  for (const item of composeParagraph(cell.children, style, room, 0, place.setting).items) {
    if (item.kind === "penalty") continue;
    most += item.width;
    stretch = item.kind === "glue" ? 0 : stretch + item.width;
    least = Math.max(least, stretch);
  }
  return { least: least + 0.01, most };
}

function setRow(row: Row, widths: readonly number[], place: Place): void {
  const columns = row.cells.map((cell, c) => setCell(cell, widths, c, place));
  const height = Math.max(1, ...columns.map((lines) => lines.length));
  for (let i = 0; i < height; i++) {
    const lines = columns.flatMap((column) => column[i] ?? []);
    const [first] = lines;
    if (!first) continue;
    const tallest = Math.max(...lines.map((l) => l.height));
    place.flow.addLine({
      height: tallest,
      onGrid: false,
      items: () => lines.flatMap((l) => l.items().map((item) => movePlaced(item, 0, tallest - l.height))),
      notes: lines.flatMap((l) => l.notes),
      breakCost: i < height - 1 ? SPLIT_TABLE_ROW : 0,
      hyphenated: false,
      span: first.span,
    });
  }
}

function setCell(cell: Element, widths: readonly number[], c: number, place: Place): readonly FlowLine[] {
  const { frame } = place;
  const left = frame.left + widths.slice(0, c).reduce((sum, w) => sum + w + GUTTER, 0);
  const style = place.setting.styleOf(cell);
  const align = style.textAlign === "justify" ? "left" : style.textAlign;
  const inner = { ...place, frame: { left, width: widths[c] ?? frame.width } };
  return linesOf(cell.children, { ...style, textAlign: align, textIndent: 0 }, cell.span, inner);
}

function addRule(table: Element, widths: readonly number[], place: Place): void {
  const width = widths.reduce((sum, w) => sum + w + GUTTER, -GUTTER);
  const colour = place.setting.styleOf(table).color;
  const { flow, frame }: { flow: Flow; frame: Place["frame"] } = place;
  flow.keepWithNext();
  flow.addLine({
    height: 4,
    onGrid: false,
    items: () => [{ kind: "rule", x: frame.left, y: 2, width, height: RULE, colour }],
    notes: [],
    breakCost: 0,
    hyphenated: false,
    span: table.span,
  });
}
