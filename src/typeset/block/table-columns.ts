/**
 * The rows and columns of a table.
 *
 * Comes in: a `table` element and the room there is. Goes out: its rows of cells, each with the style that counts for it, and the
 * columns' widths after CSS 2.2, clause 17.5.2.2: no column narrower than its widest word where there is room for that, the rest
 * shared in proportion to what each would take on one line.
 */
import type { Element } from "../../book/element.ts";
import type { ComputedStyle } from "../../style/computed-style.ts";
import { composeParagraph } from "../paragraph/compose.ts";
import type { Setting } from "./place.ts";

export interface TableCell {
  readonly element: Element;
  /** With the background and the borders of its row and of the row's group, where it has none. */
  readonly style: ComputedStyle;
}

export interface TableRow {
  readonly element: Element;
  readonly head: boolean;
  readonly cells: readonly TableCell[];
}

export interface Table {
  readonly rows: readonly TableRow[];
  /** Of the columns, points, padding and borders of cells included. */
  readonly widths: readonly number[];
  /** Between columns, points. */
  readonly gutter: number;
  /** True if the style of any part draws a border. */
  readonly hasBorders: boolean;
}

/** Between columns whose cells have no padding, points. */
const GUTTER = 8;

export function readTable(element: Element, room: number, setting: Setting): Table {
  const own = setting.styleOf(element);
  const rows = rowsOf(element, [], setting);
  const cells = rows.flatMap((row) => row.cells);
  const hasBorders = drawsBorder(own) || cells.some(({ style }) => drawsBorder(style));
  const gutter = cells.some(({ style }) => edgesOf(style) > 0) ? 0 : GUTTER;
  const widths = columnWidths(rows, room, gutter, setting);
  const share = own.width ? room / (widths.reduce((a, b) => a + b, 0) + gutter * (widths.length - 1)) : 1;
  return { rows, widths: share > 1 ? widths.map((w) => w * share) : widths, gutter, hasBorders };
}

function drawsBorder(style: ComputedStyle): boolean {
  const { borderTopWidth, borderRightWidth, borderBottomWidth, borderLeftWidth } = style;
  return borderTopWidth + borderRightWidth + borderBottomWidth + borderLeftWidth > 0;
}

function edgesOf(style: ComputedStyle): number {
  return style.paddingLeft + style.paddingRight + style.borderLeftWidth + style.borderRightWidth;
}

/** `above` are the styles of the groups that the rows stand in, the innermost first. */
function rowsOf(element: Element, above: readonly ComputedStyle[], setting: Setting): TableRow[] {
  const elements = element.children.filter((child): child is Element => child.kind === "element");
  return elements.flatMap((child) => {
    const style = setting.styleOf(child);
    if (style.display === "none") return [];
    if (child.name !== "tr") return rowsOf(child, [style, ...above], setting);
    const cells = child.children
      .filter((cell): cell is Element => cell.kind === "element")
      .map((cell) => ({ element: cell, style: showThrough(setting.styleOf(cell), [style, ...above]) }));
    return [{ element: child, head: element.name === "thead", cells }];
  });
}

/** What the row, and then its group, draws shows where the cell has nothing of its own (CSS 2.2, clauses 17.5.1 and 17.6.2.1). */
function showThrough(cell: ComputedStyle, around: readonly ComputedStyle[]): ComputedStyle {
  const backgroundColor = cell.backgroundColor ?? around.find((style) => style.backgroundColor)?.backgroundColor;
  const [row = cell] = around;
  const top = cell.borderTopWidth > 0 ? cell : row;
  const bottom = cell.borderBottomWidth > 0 ? cell : row;
  return {
    ...cell,
    backgroundColor,
    borderTopWidth: top.borderTopWidth,
    borderTopStyle: top.borderTopStyle,
    borderTopColor: top.borderTopColor,
    borderBottomWidth: bottom.borderBottomWidth,
    borderBottomStyle: bottom.borderBottomStyle,
    borderBottomColor: bottom.borderBottomColor,
  };
}

function columnWidths(rows: readonly TableRow[], whole: number, gutter: number, setting: Setting): number[] {
  const count = Math.max(0, ...rows.map((row) => row.cells.length));
  const room = whole - gutter * Math.max(0, count - 1);
  const least = new Array<number>(count).fill(0);
  const most = new Array<number>(count).fill(1);
  for (const row of rows) {
    row.cells.forEach((cell, c) => {
      const size = sizeOfCell(cell, room, setting);
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
function sizeOfCell(
  { element, style }: TableCell,
  room: number,
  setting: Setting,
): { least: number; most: number } {
  let least = 0;
  let most = 0;
  let stretch = 0;
  for (const item of composeParagraph(element.children, style, room, 0, setting).items) {
    if (item.kind === "penalty") continue;
    most += item.width;
    stretch = item.kind === "glue" ? 0 : stretch + item.width;
    least = Math.max(least, stretch);
  }
  const edges = edgesOf(style);
  return { least: least + edges + 0.01, most: most + edges };
}
