/**
 * Finished pages.
 *
 * Comes in: made-up pages and the styles of pages. Goes out: `Page`s, their items in their final places: recto and verso margins,
 * blank pages, heads and folios, the rule above notes. It moves no line to another page.
 */

import { depthOf, measureOf } from "../../style/page-box.ts";
import type { PageMark } from "../../style/page-marks.ts";
import type { PageKind } from "../../style/page-selector.ts";
import type { PageStyle, PageStyles } from "../../style/page-styles.ts";
import { pointsOf, visibleBox } from "../block/box-of.ts";
import type { Setting } from "../block/place.ts";
import { drawBoxes, drawWhole } from "./draw-boxes.ts";
import type { MadeUpPage } from "./lay-out.ts";
import { movePlaced, type Page, type Placed } from "./page.ts";
import { numberPages, type PageNumber } from "./page-numbers.ts";
import { readMarks } from "./page-values.ts";
import type { PositionedLine } from "./place-lines.ts";
import type { ReportedPage } from "./report-pages.ts";
import { setMarginBoxes } from "./set-margin-boxes.ts";

/** The rule above notes where the stylesheet says nothing of it, points. */
const NOTE_RULE_WIDTH = 54;
const NOTE_RULE_GAP = 4;
const BLACK = [0, 0, 0] as const;

/** Of the border of the room for notes only the upper side is drawn. */
const ABOVE_ALONE = { borderRightWidth: 0, borderBottomWidth: 0, borderLeftWidth: 0, backgroundColor: undefined };

/** A page in its place in the book; blank ones have nothing made up. */
interface ArrangedPage {
  readonly made: MadeUpPage | undefined;
  readonly matter: MadeUpPage["matter"];
  readonly kind: PageKind;
  readonly style: PageStyle;
  /** Of a page like this in the middle of its run. */
  readonly plain: PageStyle;
  readonly marks: readonly PageMark[];
  /** Of the marks, how many stand at the page's head. */
  readonly atHead: number;
}

/** Pages that have their sides and numbers, and not yet their items. */
export interface ArrangedBook {
  readonly pages: readonly ArrangedPage[];
  readonly numbers: readonly PageNumber[];
}

/** Puts the pages on their sides and numbers them. The body begins on a recto. */
export function arrangeBook(made: readonly MadeUpPage[], styleOf: PageStyles): ArrangedBook {
  const pages = arrangePages(made, styleOf);
  return { pages, numbers: numberPages(pages) };
}

/** The number of the page that each anchor falls on. */
export function findAnchors({ pages, numbers }: ArrangedBook): ReadonlyMap<string, PageNumber> {
  const found = new Map<string, PageNumber>();
  pages.forEach(({ marks }, index) => {
    const number = numbers[index];
    for (const mark of marks) {
      if (mark.kind === "anchor" && number && !found.has(mark.name)) found.set(mark.name, number);
    }
  });
  return found;
}

/** The pages as the typographic report takes them, blank ones left out. */
export function reportedPages({ pages, numbers }: ArrangedBook): ReportedPage[] {
  return pages.flatMap(({ made, kind }, index) => {
    const label = numbers[index]?.label ?? "";
    return made ? [{ made, label, side: kind.side === "right" ? "recto" : "verso" } as const] : [];
  });
}

export function finishPages({ pages, numbers }: ArrangedBook, setting: Setting): Page[] {
  const values = readMarks(pages);
  return pages.flatMap((page, index) => {
    const [number, shown] = [numbers[index], values[index]];
    if (!number || !shown) return [];
    const { width, height } = page.style.box;
    const content = { number, values: shown, pageCount: pages.length };
    const items = [...placeText(page), ...setMarginBoxes(page.style, content, setting)];
    return [{ index, label: number.label, width, height, items }];
  });
}

/** Each page on its side, blank pages where one is needed before it. */
function arrangePages(made: readonly MadeUpPage[], styleOf: PageStyles): ArrangedPage[] {
  const pages: ArrangedPage[] = [];
  let hasBody = false;
  const add = (next: MadeUpPage | undefined, from: MadeUpPage): void => {
    const last = pages.at(-1);
    const index = pages.length;
    const side = index % 2 === 0 ? "right" : "left";
    const startsRun = next !== undefined && (next.opens || next.page !== last?.kind.name);
    const inRun = startsRun || !last ? 0 : last.kind.inRun + 1;
    const kind: PageKind = { name: next?.page ?? last?.kind.name ?? "", side, blank: !next, index, inRun };
    const plain = { ...kind, blank: false, index: index + 2, inRun: inRun + 2 };
    pages.push({
      made: next,
      matter: next?.matter ?? last?.matter ?? from.matter,
      kind,
      style: styleOf(kind),
      plain: styleOf(plain),
      marks: next ? marksOn(next) : [],
      atHead: next?.lines[0]?.line.marks?.length ?? 0,
    });
  };
  for (const next of made) {
    const side = next.matter === "body" && !hasBody ? "recto" : next.side;
    if (side !== "any" && (pages.length % 2 === 0) !== (side === "recto")) add(undefined, next);
    hasBody ||= next.matter === "body";
    add(next, next);
  }
  return pages;
}

/** The rule above the notes, which begin at `y`: the stylesheet's own, as wide as the text if it says no more, or a short one. */
function ruleNotes({ noteArea, box }: PageStyle, y: number): Placed[] {
  const { left } = box;
  if (!noteArea)
    return [{ kind: "rule", x: left, y: y - NOTE_RULE_GAP, width: NOTE_RULE_WIDTH, height: 0.4, colour: BLACK }];
  const measure = measureOf(box);
  const width = noteArea.width ? pointsOf(noteArea.width, measure) : measure;
  const drawn = visibleBox({ ...noteArea, ...ABOVE_ALONE }, left, width);
  const top = y - noteArea.paddingTop - noteArea.borderTopWidth;
  return drawn ? drawWhole(drawn, top, y) : [];
}

/** White above the text of a page that does not begin at its head; notes stand at the foot, so a page with notes does. */
function spareAbove({ lines, notes }: MadeUpPage, { alignContent, box }: PageStyle): number {
  const last = lines.at(-1);
  if (alignContent === "start" || !last || notes.length > 0) return 0;
  const spare = Math.max(0, depthOf(box) - last.y - last.line.height);
  return alignContent === "end" ? spare : spare / 2;
}

function marksOn({ lines, notes }: MadeUpPage): readonly PageMark[] {
  return [...lines, ...notes].flatMap(({ line }) => line.marks ?? []);
}

function placeText({ made, style }: ArrangedPage): Placed[] {
  if (!made) return [];
  const { left } = style.box;
  const top = style.box.top + spareAbove(made, style);
  const place = ({ items, y }: PositionedLine): Placed[] => items.map((item) => movePlaced(item, left, top + y));
  const boxesOf = (lines: readonly PositionedLine[]): Placed[] =>
    drawBoxes(lines).map((rule) => movePlaced(rule, left, top));
  const items = [...boxesOf(made.lines), ...made.lines.flatMap(place)];
  const [firstNote] = made.notes;
  if (!firstNote) return items;
  items.push(...ruleNotes(style, top + firstNote.y));
  return [...items, ...boxesOf(made.notes), ...made.notes.flatMap(place)];
}
