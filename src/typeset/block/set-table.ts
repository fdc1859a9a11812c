/**
 * Tables set in galley lines.
 *
 * Comes in: a `table` element. Goes out: lines, one for each line of a row's highest cell, so that a row too long for a page
 * can still be broken. Borders of cells that touch are one border. A table whose style draws none has a rule under its head and
 * at its foot.
 */
import type { Element } from "../../book/element.ts";
import type { ComputedStyle } from "../../style/computed-style.ts";
import type { FlowLine } from "../flow.ts";
import { movePlaced } from "../page/page.ts";
import { SPLIT_TABLE_ROW } from "../page/weights.ts";
import { type BlockBox, boxOf } from "./box-of.ts";
import type { Frame, Place } from "./place.ts";
import { linesOf } from "./set-paragraph.ts";
import { readTable, type Table, type TableCell, type TableRow } from "./table-columns.ts";

const RULE = 0.5;

/** The room that a table takes of its parent's: as wide as its columns, unless its style says how wide it is. */
export function shrinkTable(element: Element, style: ComputedStyle, { frame, setting }: Place): Frame {
  if (style.width) return frame;
  const around = boxOf(style, frame).frame;
  const { widths, gutter } = readTable(element, around.width, setting);
  const spare = Math.max(0, around.width - sum(widths) - gutter * (widths.length - 1));
  const { autoMarginLeft, autoMarginRight } = style;
  const shift = autoMarginLeft ? (autoMarginRight ? spare / 2 : spare) : 0;
  return { left: frame.left + shift, width: frame.width - spare };
}

export function setTable(element: Element, place: Place): void {
  const table = readTable(element, place.frame.width, place.setting);
  const { rows } = table;
  rows.forEach((row, r) => {
    setRow(row, rows[r - 1], table, place);
    const isLast = r === rows.length - 1;
    if (!table.hasBorders && (row.head || isLast)) addRule(element, table, place);
    if (row.head && !isLast) place.flow.keepWithNext();
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

function setRow(row: TableRow, above: TableRow | undefined, table: Table, place: Place): void {
  const { flow } = place;
  const boxes = row.cells.map((_, c) => cellBox(c, row, above, table, place));
  const drawn = boxes.flatMap(({ box }) => box ?? []);
  const head = Math.max(0, ...boxes.map((cell) => cell.head));
  const foot = Math.max(0, ...boxes.map((cell) => cell.foot));
  const { span } = row.element;
  for (const box of drawn) flow.openBox(box);
  if (head > 0) flow.addEdge("head", head, span, drawn);
  const columns = row.cells.map((cell, c) => setCell(cell, boxes[c]?.frame ?? place.frame, place));
  addRowLines(row, columns, place);
  if (foot > 0) flow.addEdge("foot", foot, span, drawn);
  for (const _ of drawn) flow.closeBox();
}

/** Cells stand side by side at the row's head, its middle or its foot, in whole lines. */
function addRowLines(row: TableRow, columns: readonly (readonly FlowLine[])[], place: Place): void {
  const height = Math.max(1, ...columns.map((lines) => lines.length));
  const aligned = columns.map((lines, c) => ({ lines, above: linesAbove(row.cells[c], height - lines.length) }));
  for (let i = 0; i < height; i++) {
    const lines = aligned.flatMap(({ lines: own, above }) => own[i - above] ?? []);
    const [first] = lines;
    if (!first) continue;
    const tallest = Math.max(...lines.map((l) => l.height));
    place.flow.addLine({
      height: tallest,
      spaceBefore: 0,
      onGrid: false,
      place: () => ({
        items: lines.flatMap((l) => l.place().items.map((item) => movePlaced(item, 0, tallest - l.height))),
      }),
      notes: lines.flatMap((l) => l.notes),
      breakCost: i < height - 1 ? SPLIT_TABLE_ROW : 0,
      hyphenated: false,
      span: first.span,
    });
  }
}

function linesAbove(cell: TableCell | undefined, free: number): number {
  switch (cell?.style.verticalAlign) {
    case "bottom":
    case "text-bottom":
      return free;
    case "middle":
      return Math.floor(free / 2);
    default:
      return 0;
  }
}

/** A cell's box, without the edges that the cells above and to the left have drawn. */
function cellBox(c: number, row: TableRow, above: TableRow | undefined, table: Table, place: Place): BlockBox {
  const { widths, gutter } = table;
  const room = { left: place.frame.left + sum(widths.slice(0, c)) + c * gutter, width: widths[c] ?? 0 };
  const style = row.cells[c]?.style ?? place.setting.styleOf(row.element);
  const hasTop = (above?.cells[c]?.style.borderBottomWidth ?? 0) > 0;
  const hasLeft = (row.cells[c - 1]?.style.borderRightWidth ?? 0) > 0;
  return boxOf(
    {
      ...style,
      ...NO_SIZE,
      borderTopWidth: hasTop ? 0 : style.borderTopWidth,
      borderLeftWidth: hasLeft ? 0 : style.borderLeftWidth,
    },
    room,
  );
}

/** Cells have no margins, and are as wide as their column. */
const NO_SIZE = {
  marginTop: 0,
  marginRight: 0,
  marginBottom: 0,
  marginLeft: 0,
  width: undefined,
  minWidth: undefined,
  maxWidth: undefined,
} as const;

function setCell({ element, style }: TableCell, frame: Frame, place: Place): readonly FlowLine[] {
  const align = style.textAlign === "justify" ? "left" : style.textAlign;
  return linesOf(element.children, { ...style, textAlign: align, textIndent: 0 }, element.span, {
    ...place,
    frame,
  });
}

function addRule(element: Element, { widths, gutter }: Table, place: Place): void {
  const width = sum(widths) + gutter * (widths.length - 1);
  const colour = place.setting.styleOf(element).color;
  const { flow, frame } = place;
  flow.keepWithNext();
  flow.addLine({
    height: 4,
    spaceBefore: 0,
    onGrid: false,
    place: () => ({ items: [{ kind: "rule", x: frame.left, y: 2, width, height: RULE, colour }] }),
    notes: [],
    breakCost: 0,
    hyphenated: false,
    span: element.span,
  });
}
