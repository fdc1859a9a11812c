/**
 * Heads and folios: the margin boxes of one page, set.
 *
 * Comes in: the page's style and what its strings and counters show. Goes out: placed items in the page's own coordinates. They are
 * no part of the book's text, so they have no source.
 */
import type { ElementNode } from "../../book/element.ts";
import type { Extent } from "../../style/computed-style.ts";
import type { ContentList } from "../../style/content.ts";
import { formatCounter } from "../../style/counter-style.ts";
import type { MarginBoxName } from "../../style/page-rule.ts";
import type { MarginBoxStyle, PageStyle } from "../../style/page-styles.ts";
import { baselineOf } from "../block/baseline.ts";
import { pointsOf, visibleBox } from "../block/box-of.ts";
import type { Setting } from "../block/place.ts";
import { placeOnLine } from "../flow.ts";
import { breakLines } from "../paragraph/break-lines.ts";
import { composeParagraph } from "../paragraph/compose.ts";
import { setLine } from "../paragraph/set-lines.ts";
import { drawWhole } from "./draw-boxes.ts";
import { type BoxClaim, isAlongWidth, marginOf, placeMarginBoxes, type Rectangle } from "./margin-boxes.ts";
import type { Placed } from "./page.ts";
import type { PageNumber } from "./page-numbers.ts";
import type { PageValues } from "./page-values.ts";

/** What content lists of a page's boxes refer to. */
export interface PageContent {
  readonly values: PageValues;
  readonly number: PageNumber;
  /** How many pages the book has. */
  readonly pageCount: number;
}

export function setMarginBoxes(page: PageStyle, content: PageContent, setting: Setting): Placed[] {
  const { box, marginBoxes } = page;
  const texts = new Map([...marginBoxes].map(([name, { content: list }]) => [name, textOfList(list, content)]));
  const claims = new Map<MarginBoxName, BoxClaim>();
  for (const [name, style] of marginBoxes) {
    claims.set(name, claimOf(name, style, texts.get(name) ?? "", marginOf(name, box), setting));
  }
  const rectangles = placeMarginBoxes(claims, box);
  return [...marginBoxes].flatMap(([name, style]) => {
    const outer = rectangles.get(name);
    if (!outer) return [];
    return [...drawBorder(outer, style), ...setBox(texts.get(name) ?? "", style, insideOf(outer, style), setting)];
  });
}

/** Parts that a page has nothing for are warned of when the stylesheet is read, and are empty here. */
function textOfList(list: ContentList, { values, number, pageCount }: PageContent): string {
  return list
    .map((part) => {
      switch (part.kind) {
        case "text":
          return part.text;
        case "string":
          return values.string(part.name, part.choice);
        case "counter":
        case "counters":
          if (part.name === "page") return formatCounter(number.value, part.styled ? part.style : number.look);
          return formatCounter(part.name === "pages" ? pageCount : values.counter(part.name), part.style);
        default:
          return "";
      }
    })
    .join("");
}

/** Margins, borders and padding of a box, points. */
function around({ style }: MarginBoxStyle): { readonly across: number; readonly down: number } {
  const { marginLeft, marginRight, paddingLeft, paddingRight, borderLeftWidth, borderRightWidth } = style;
  const { marginTop, marginBottom, paddingTop, paddingBottom, borderTopWidth, borderBottomWidth } = style;
  return {
    across: marginLeft + borderLeftWidth + paddingLeft + paddingRight + borderRightWidth + marginRight,
    down: marginTop + borderTopWidth + paddingTop + paddingBottom + borderBottomWidth + marginBottom,
  };
}

function insideOf({ x, y, width, height }: Rectangle, box: MarginBoxStyle): Rectangle {
  const { across, down } = around(box);
  const { marginLeft, marginTop, borderLeftWidth, borderTopWidth, paddingLeft, paddingTop } = box.style;
  return {
    x: x + marginLeft + borderLeftWidth + paddingLeft,
    y: y + marginTop + borderTopWidth + paddingTop,
    width: Math.max(0, width - across),
    height: Math.max(0, height - down),
  };
}

function drawBorder({ x, y, width, height }: Rectangle, { style }: MarginBoxStyle): Placed[] {
  const { marginLeft, marginRight, marginTop, marginBottom } = style;
  const box = visibleBox(style, x + marginLeft, width - marginLeft - marginRight);
  return box ? drawWhole(box, y + marginTop, y + height - marginBottom) : [];
}

function claimOf(
  name: MarginBoxName,
  box: MarginBoxStyle,
  text: string,
  margin: Rectangle,
  setting: Setting,
): BoxClaim {
  const { style } = box;
  const edges = around(box);
  const sizeOf = (extent: Extent | undefined, room: number, edge: number): number | undefined => {
    if (!extent) return undefined;
    const inner = style.boxSizing === "border-box";
    return pointsOf(extent, room) + (inner ? 0 : edge);
  };
  const width = sizeOf(style.width, margin.width, edges.across);
  const height = sizeOf(style.height, margin.height, edges.down);
  if (isAlongWidth(name)) {
    const { least, most } = widthsOf(text, box, setting);
    const floor = sizeOf(style.minWidth, margin.width, edges.across) ?? 0;
    const ceiling = sizeOf(style.maxWidth, margin.width, edges.across) ?? Infinity;
    const content = { least: least + edges.across, most: most + edges.across };
    return { along: { ...content, floor, ceiling, ...(width !== undefined && { fixed: width }) }, across: height };
  }
  const inner = (width ?? margin.width) - edges.across;
  const deep = setLines(text, box, inner, setting).length * style.lineHeight + edges.down;
  const content = { least: deep, most: deep, floor: 0, ceiling: Infinity };
  return { along: { ...content, ...(height !== undefined && { fixed: height }) }, across: width };
}

/** Lines are kept where the style keeps them. */
function nodesOf(text: string, { style, declaration }: MarginBoxStyle): readonly ElementNode[] {
  const { span } = declaration;
  const keepsLines = style.whiteSpace === "pre" || style.whiteSpace === "pre-wrap";
  const lines = keepsLines ? text.split("\n") : [text];
  return lines.flatMap((line, i): ElementNode[] => {
    const lineBreak = { kind: "element", name: "br", classes: [], attributes: {}, children: [], span } as const;
    return [...(i > 0 ? [lineBreak] : []), { kind: "text", text: line, span }];
  });
}

/** The widest stretch that can't be broken, and all of it on one line. */
function widthsOf(text: string, box: MarginBoxStyle, setting: Setting): { least: number; most: number } {
  let least = 0;
  let most = 0;
  let stretch = 0;
  for (const item of composeParagraph(nodesOf(text, box), box.style, Infinity, 0, setting).items) {
    if (item.kind === "penalty") continue;
    most += item.width;
    stretch = item.kind === "glue" ? 0 : stretch + item.width;
    least = Math.max(least, stretch);
  }
  // A hundredth of a point, so that what was measured fits again.
  return { least: least + 0.01, most: most + 0.01 };
}

/** Each line's items, its baseline at y = 0. */
function setLines(text: string, box: MarginBoxStyle, width: number, setting: Setting): readonly Placed[][] {
  if (text.trim() === "" || width <= 0) return [];
  const { style } = box;
  const composed = composeParagraph(nodesOf(text, box), style, width, 0, setting);
  const { lines } = breakLines(composed.items, { measure: width, lineStretch: style.fontSize * 4 });
  const shape = { align: style.textAlign, alignLast: style.textAlignLast, measure: width, tracking: 0 };
  return lines.map((line) =>
    setLine(composed, line, shape).items.map((item) => {
      if (item.kind !== "run") return item;
      const { source: _, ...run } = item;
      return run;
    }),
  );
}

function setBox(text: string, box: MarginBoxStyle, inside: Rectangle, setting: Setting): Placed[] {
  const { style, verticalAlign } = box;
  const lines = setLines(text, box, inside.width, setting);
  const spare = inside.height - lines.length * style.lineHeight;
  const top = verticalAlign === "top" ? 0 : verticalAlign === "bottom" ? spare : spare / 2;
  const baseline = baselineOf(style, setting);
  return lines.flatMap((items, i) =>
    placeOnLine(items, inside.x, inside.y + top + i * style.lineHeight + baseline),
  );
}
