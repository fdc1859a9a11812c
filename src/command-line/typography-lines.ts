/**
 * The typographic report in words.
 *
 * Comes in: a `TypographicReport`. Goes out: one line for the end of a build, a table and a list of faults for `--report`, and the same
 * as objects for programs. It judges nothing.
 */
import type { Span } from "../core/span.ts";
import {
  LINE_LIMITS,
  type LooseLine,
  NEIGHBOUR_LIMITS,
  PAGE_FAULTS,
  PAGE_LIMITS,
  type PageFault,
  type PageFaultKind,
  type TypographicReport,
} from "../core/typographic-report.ts";
import { showCount } from "./show-quantity.ts";

/** How the pages came out, on one line; empty for a book without text. */
export function healthLine(report: TypographicReport): string {
  if (report.lines === 0) return "";
  const { lines, hyphens, spreads, levelSpreads, loosest } = report;
  const rate = ((100 * hyphens) / lines).toFixed(1);
  const parts = [
    `${showCount(lines, "line")}, ${rate} hyphens in 100`,
    ...(loosest ? [`widest word space ${showSpace(loosest)}`] : []),
    ...(spreads > 0 ? [`${levelSpreads} of ${showCount(spreads, "spread")} level`] : []),
    ...(report.linesOnGrid < report.gridLines
      ? [`${report.gridLines - report.linesOnGrid} lines off the grid`]
      : []),
    ...countFaults(report).map(([kind, count]) => nameFault(kind, count)),
  ];
  const hint = report.faults.length > 0 ? " (--report lists each)" : "";
  return `Pages: ${parts.join("; ")}${hint}`;
}

/** What `--report` shows of the pages. */
export function typographyTable(report: TypographicReport): string[] {
  const { lines, hyphens, spreads, levelSpreads, gridLines, linesOnGrid, variants, loosest, tightest } = report;
  const rows: [string, string][] = [
    ["pages", String(report.pages)],
    ["lines of text", String(lines)],
    ["lines that end in a hyphen", `${hyphens} (${((100 * hyphens) / Math.max(1, lines)).toFixed(2)} in 100)`],
    ["widest word space", loosest ? showSpace(loosest) : "none"],
    ["narrowest word space", tightest ? showSpace(tightest) : "none"],
    ["paragraphs set longer or shorter than is best", String(variants)],
    ["facing pages that end level", `${levelSpreads} of ${spreads}`],
    ["lines on the baseline grid", `${linesOnGrid} of ${gridLines}`],
    ...KINDS.map((kind): [string, string] => [PAGE_FAULTS[kind][1], String(countOf(report, kind))]),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`);
}

/** `page 146  runt: story/03.md:12:1, lacks 0.4 pt` */
export function faultLine({ kind, page, span, lacks }: PageFault): string {
  const shown = lacks === undefined ? "" : `, lacks ${lacks.toFixed(1)} pt`;
  return `page ${page}  ${PAGE_FAULTS[kind][0]}: ${showPlace(span)}${shown}`;
}

/** Why the faults of a list are left, each reason once. */
export function explainFaults(faults: readonly PageFault[]): string[] {
  return [
    ...new Set(
      faults.map((fault) => `${fault.lacks === undefined ? "Else" : "It lacks so much"} ${whyLeft(fault)}.`),
    ),
  ];
}

function whyLeft({ kind, lacks }: PageFault): string {
  if (lacks !== undefined) return LINE_LIMITS;
  return kind === "loose" ? NEIGHBOUR_LIMITS : PAGE_LIMITS;
}

/** The report's figures for programs. */
export function typographyItem(report: TypographicReport): object {
  const { faults: _, loosest, tightest, ...figures } = report;
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, countOf(report, kind)]));
  return { ...figures, loosest: loosest && flat(loosest), tightest: tightest && flat(tightest), faults: counts };
}

export function faultItem(fault: PageFault): object {
  const { kind, page, span, lacks } = fault;
  const why = whyLeft(fault);
  if (lacks === undefined) return { kind, page, ...span, why };
  return { kind, page, ...span, lacks: Number(lacks.toFixed(1)), why: `lacks ${lacks.toFixed(1)} pt ${why}` };
}

const KINDS = Object.keys(PAGE_FAULTS) as PageFaultKind[];

function countOf({ faults }: TypographicReport, kind: PageFaultKind): number {
  return faults.filter((fault) => fault.kind === kind).length;
}

function countFaults(report: TypographicReport): [PageFaultKind, number][] {
  return KINDS.map((kind): [PageFaultKind, number] => [kind, countOf(report, kind)]).filter(([, n]) => n > 0);
}

function nameFault(kind: PageFaultKind, count: number): string {
  return `${count} ${PAGE_FAULTS[kind][count === 1 ? 0 : 1]}`;
}

function showSpace({ space, page }: LooseLine): string {
  return `${space.toFixed(2)} em (page ${page})`;
}

function showPlace({ file, line, column }: Span): string {
  return `${file}:${line}:${column}`;
}

function flat({ span, ...line }: LooseLine): object {
  return { ...line, ...span };
}
