/**
 * How well the pages came out.
 *
 * Comes in: made-up pages with the folios they got. Goes out: counts, the worst line, and every fault that remained, each with its
 * page and the place in the manuscript, so that an author can reword it. It judges; it changes nothing.
 */
import type { LooseLine, PageFault, PageFaultKind, TypographicReport } from "../../core/typographic-report.ts";
import type { MadeUpPage } from "./lay-out.ts";
import type { PositionedLine } from "./place-lines.ts";
import { LEAST_LAST_LINES, STRANDED_HEADING } from "./weights.ts";

/** A made-up page and what became of it. */
export interface ReportedPage {
  readonly made: MadeUpPage;
  readonly label: string;
  readonly side: "recto" | "verso";
}

/** `leading` is the body's, points. */
export function reportPages(pages: readonly ReportedPage[], leading: number): TypographicReport {
  const lines = pages.flatMap((page) => page.made.lines.map((placed) => ({ placed, page: page.label })));
  const text = lines.filter(({ placed }) => placed.line.text);
  const spreads = pages.flatMap((page, i) => spreadAt(pages[i - 1], page, leading));
  const onGrid = pages.flatMap(({ made }) => made.lines.filter(({ line }) => line.onGrid));
  return {
    pages: pages.length,
    lines: text.length,
    hyphens: text.filter(({ placed }) => placed.line.hyphenated).length,
    spreads: spreads.length,
    levelSpreads: spreads.filter(({ uneven }) => !uneven).length,
    gridLines: onGrid.length,
    linesOnGrid: onGrid.filter(({ y }) => isWhole(y / leading)).length,
    variants: pages.reduce((sum, { made }) => sum + made.altered, 0),
    loosest: extreme(text, (a, b) => a > b),
    tightest: extreme(text, (a, b) => a < b),
    faults: [
      ...pages.flatMap((page, i) => [...pageFaults(page, pages[i - 1]), ...lineFaults(page)]),
      ...spreads.flatMap(({ uneven }) => uneven ?? []),
    ],
  };
}

/** Word spaces up to here are within the limits, em; the thousandths are for rounding. */
const WIDEST_SPACE = 0.365;

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 0.01;
}

interface PagedLine {
  readonly placed: PositionedLine;
  readonly page: string;
}

/** The line with the most extreme spaces among those that are justified. */
function extreme(lines: readonly PagedLine[], wins: (a: number, b: number) => boolean): LooseLine | undefined {
  let found: LooseLine | undefined;
  for (const { placed, page } of lines) {
    const { line, space } = placed;
    if (space === undefined || (found && !wins(space, found.space))) continue;
    found = { space, page, span: line.span };
  }
  return found;
}

/** The spread that a recto closes, if neither of its pages ends a chapter or is blank. */
function spreadAt(
  verso: ReportedPage | undefined,
  recto: ReportedPage,
  leading: number,
): { readonly uneven: PageFault | undefined }[] {
  if (verso?.side !== "verso" || recto.side !== "recto" || verso.made.last || recto.made.last) return [];
  const left = footOf(verso.made);
  const right = footOf(recto.made);
  const last = recto.made.lines.at(-1);
  // Lines that stand off the grid, as code does, can't end level to the point.
  const onGrid = [verso, recto].every(({ made }) => made.lines.at(-1)?.line.onGrid);
  if (!last || Math.abs(left - right) < (onGrid ? 2 : leading - 0.1)) return [{ uneven: undefined }];
  return [{ uneven: { kind: "uneven", page: recto.label, span: last.line.span } }];
}

/** Where the last thing on a page ends, points from the text block's top. */
function footOf({ lines, notes }: MadeUpPage): number {
  const end = (line: PositionedLine | undefined): number => (line ? line.y + line.line.height : 0);
  return Math.max(end(lines.at(-1)), end(notes.at(-1)));
}

function pageFaults({ made, label, side }: ReportedPage, before: ReportedPage | undefined): PageFault[] {
  const faults: PageFault[] = [];
  const add = (kind: PageFaultKind, line: PositionedLine["line"]): void => {
    faults.push({ kind, page: label, span: line.span });
  };
  const first = made.lines[0]?.line;
  const last = made.lines.at(-1)?.line;
  if (first?.text && first.text.count > 1 && first.text.index === first.text.count - 1) add("widow", first);
  if (last && !made.last) {
    if (last.text && last.text.count > 1 && last.text.index === 0) add("orphan", last);
    if (last.breakCost >= STRANDED_HEADING) add("stranded", last);
    if (last.hyphenated) add(side === "recto" ? "hyphen-at-turn" : "hyphen-at-spread", last);
  }
  const few = made.lines.length > 0 && made.lines.length < LEAST_LAST_LINES && made.notes.length === 0;
  if (made.last && last && few && before && !before.made.last) add("short-ending", last);
  return faults;
}

function lineFaults({ made, label }: ReportedPage): PageFault[] {
  const faults: PageFault[] = [];
  let run = 0;
  for (const { line, space = 0, overfull = 0 } of made.lines) {
    run = line.hyphenated && line.text ? (line.text.index === 0 ? 1 : run + 1) : 0;
    if (run === 3) faults.push({ kind: "ladder", page: label, span: line.span });
    const lacks = line.text?.lacks;
    const own = { page: label, span: line.span, ...(lacks !== undefined && { lacks }) };
    if (line.text?.runt) faults.push({ kind: "runt", ...own });
    if (space > WIDEST_SPACE) faults.push({ kind: "loose", ...own });
    if (overfull > 0) faults.push({ kind: "overfull", ...own });
  }
  return faults;
}
