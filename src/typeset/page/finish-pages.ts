/**
 * Finished pages.
 *
 * Comes in: made-up pages and the page's geometry. Goes out: `Page`s, their items in their final places: recto and verso
 * margins, blank pages, folios, the rule above notes. It moves no line to another page.
 */
import type { Face } from "../../fonts/face.ts";
import type { PageGeometry } from "../../style/computed-style.ts";
import { toRoman } from "../numerals.ts";
import { drawBoxes } from "./draw-boxes.ts";
import type { MadeUpPage, PositionedLine } from "./make-up.ts";
import { movePlaced, type Page, type Placed } from "./page.ts";

/** How folios are set. */
export interface FolioStyle {
  readonly face: Face;
  readonly size: number;
}

const NOTE_RULE_WIDTH = 54;
const BLACK = [0, 0, 0] as const;

/** Finishes the pages; body pages are numbered from 1, which falls on a recto; front matter in Roman numerals. */
export function finishPages(made: readonly MadeUpPage[], page: PageGeometry, folio: FolioStyle): Page[] {
  const pages: Page[] = [];
  let bodyFrom = -1;
  for (const next of made) {
    const startsBody = next.matter === "body" && bodyFrom < 0;
    const side = startsBody ? "recto" : next.side;
    if (side !== "any" && (pages.length % 2 === 0) !== (side === "recto")) {
      pages.push(blankPage(pages.length, labelOf(pages.length, bodyFrom), page));
    }
    if (startsBody) bodyFrom = pages.length;
    pages.push(finishPage(next, pages.length, labelOf(pages.length, bodyFrom), page, folio));
  }
  return pages;
}

function labelOf(index: number, bodyFrom: number): string {
  return bodyFrom < 0 ? toRoman(index + 1) : String(index - bodyFrom + 1);
}

function blankPage(index: number, label: string, page: PageGeometry): Page {
  return { index, label, width: page.width, height: page.height, items: [] };
}

function finishPage(made: MadeUpPage, index: number, label: string, page: PageGeometry, folio: FolioStyle): Page {
  const left = index % 2 === 0 ? page.marginInner : page.marginOuter;
  const place = ({ line, y }: PositionedLine): Placed[] =>
    line.items().map((item) => movePlaced(item, left, page.marginTop + y));
  const boxesOf = (lines: readonly PositionedLine[]): Placed[] =>
    drawBoxes(lines).map((rule) => movePlaced(rule, left, page.marginTop));
  const items = [...boxesOf(made.lines), ...made.lines.flatMap(place)];
  const [firstNote] = made.notes;
  if (firstNote) {
    const y = page.marginTop + firstNote.y - 4;
    items.push({ kind: "rule", x: left, y, width: NOTE_RULE_WIDTH, height: 0.4, colour: BLACK });
    items.push(...boxesOf(made.notes), ...made.notes.flatMap(place));
  }
  if (made.matter === "body") items.push(setFolio(label, left, page, folio));
  return { index, label, width: page.width, height: page.height, items };
}

/** At the foot, in the middle of the measure. */
function setFolio(label: string, left: number, page: PageGeometry, folio: FolioStyle): Placed {
  const shaped = folio.face.shape(label, "");
  const measure = page.width - page.marginInner - page.marginOuter;
  return {
    kind: "run",
    x: left + (measure - shaped.width * folio.size) / 2,
    y: page.height - page.marginBottom + Math.min(32, page.marginBottom / 2),
    face: folio.face,
    size: folio.size,
    colour: BLACK,
    letterSpacing: 0,
    scale: 1,
    words: [{ dx: 0, shaped, spaced: false, offset: 0 }],
  };
}
