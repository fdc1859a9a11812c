/**
 * Lists of contents that authors and old books have in their texts.
 *
 * Comes in: lines that may be headings, and the blocks they stand among. Goes out: which of them are entries of a list, and where
 * lists with a name begin and end. It changes no block.
 */
import { foldLatin } from "../core/fold-latin.ts";
import { readSectionMark } from "../prose/section-mark.ts";
import { lineOf, linesOf, solidAfter, textAt } from "./block-lines.ts";
import type { Block } from "./model.ts";
import { type Candidate, type Files, PROSE_LENGTH } from "./section-candidates.ts";

/** A list of contents with its name. */
export interface ContentsList {
  readonly file: number;
  /** Of the block that names it, and of the one behind its last entry. */
  readonly index: number;
  readonly end: number;
}

/**
 * From the name on, blocks whose lines are numbers for the greater part. What opens the text may follow at once: it is the first of
 * its series, and has been there before.
 */
export function findContentsLists(candidates: readonly Candidate[], files: Files): ContentsList[] {
  return files.flatMap((blocks, file) => {
    const index = blocks.findIndex((block) => block.kind === "paragraph" && isContentsName(lineOf(block) ?? ""));
    if (index < 0) return [];
    const behind = blocks.findIndex((block, at) => at > index && !isEntry(block));
    const end = behind < 0 ? blocks.length : behind;
    const own = candidates.filter((one) => one.file === file && one.index > index && one.index < end);
    const first = behind < 0 ? undefined : own[own.length - beginningLength(own)];
    const stop = first?.index ?? end;
    const entries = blocks.slice(index + 1, stop).flatMap(linesOf);
    return entries.length > 1 ? [{ file, index, end: stop }] : [];
  });
}

function isEntry(block: Block): boolean {
  if (block.kind === "sceneBreak") return true;
  const lines = linesOf(block);
  const marks = lines.filter((line) => readSectionMark(line) !== undefined).length;
  return lines.length > 0 && marks * 2 >= lines.length && lines.every((line) => line.length < LONGEST_ENTRY);
}

/** Characters of an entry. */
const LONGEST_ENTRY = 100;

const CONTENTS_NAMES = new Set(
  "contents tableofcontents table tabledesmatieres sommaire inhalt inhaltsverzeichnis indice indicegeneral inhoud indhold innehall".split(
    " ",
  ),
);

/** The line is what a list of contents is called. */
export function isContentsName(line: string): boolean {
  return line.length < PROSE_LENGTH && CONTENTS_NAMES.has(foldLatin(line).replace(/[^a-z]/g, ""));
}

/**
 * Lists of contents, and people counting: numbers that follow one another without text, several of one series. What the text
 * itself opens with may follow at once, and begins to count anew.
 */
export function findListed(candidates: readonly Candidate[], files: Files): ReadonlySet<Candidate> {
  const found = new Set<Candidate>();
  for (const run of runsOf(candidates, files)) {
    const counts = new Map<string, number>();
    for (const { mark } of run) counts.set(mark?.series ?? "", (counts.get(mark?.series ?? "") ?? 0) + 1);
    const most = Math.max(...counts.values());
    if (most < 2 || run.length < 3 || (most < 3 && run.length < 4)) continue;
    const opening = openingLength(run);
    for (const one of run.slice(0, run.length - opening)) found.add(one);
  }
  for (const one of findAnnounced(candidates, files)) found.add(one);
  for (const { file, index, end } of findContentsLists(candidates, files))
    for (const one of candidates) if (one.file === file && one.index > index && one.index < end) found.add(one);
  return found;
}

/** Parts and chapters that stand there once more before any prose does, and all that stands between: a list of contents with titles. */
function findAnnounced(candidates: readonly Candidate[], files: Files): Candidate[] {
  const lines = candidates.filter((one) => !one.isHeading);
  return lines.flatMap((one, at) => {
    const again = lines.findIndex(
      ({ file, mark }, index) =>
        index > at && file === one.file && mark?.series === one.mark?.series && mark?.number === one.mark?.number,
    );
    const between = again < 0 ? [] : (files[one.file] ?? []).slice(one.index, lines[again]?.index);
    if (
      one.mark?.number !== 1 ||
      one.mark.division === "bare" ||
      again < at + 2 ||
      between.some((block) => textAt(block).length >= PROSE_LENGTH)
    )
      return [];
    const run = lines.slice(at, again + 1);
    return run.slice(0, run.length - beginningLength(run));
  });
}

/** Candidates with nothing but scene breaks between them. */
function runsOf(candidates: readonly Candidate[], files: Files): Candidate[][] {
  const runs: Candidate[][] = [];
  for (const one of candidates) {
    const last = runs.at(-1)?.at(-1);
    const isNext = last?.file === one.file && solidAfter(files[one.file] ?? [], last.index) === one.index;
    if (isNext && !one.isHeading && !last.isHeading) runs.at(-1)?.push(one);
    else runs.push([one]);
  }
  return runs;
}

/** How many at the end are the first of their series, each of another: a part, and a chapter below it. */
function beginningLength(listed: readonly Candidate[]): number {
  const series = new Set<string>();
  const last = listed.findLastIndex(({ mark }) => {
    const isBeginning = (mark?.number ?? 1) === 1 && !series.has(mark?.series ?? "");
    series.add(mark?.series ?? "");
    return !isBeginning;
  });
  return listed.length - 1 - last;
}

/** How many at the end of a run open the text: each of another series, the last with a number that has been there. */
function openingLength(run: readonly Candidate[]): number {
  const last = run.at(-1);
  const before = run.slice(0, -1).findLast((one) => one.mark?.series === last?.mark?.series);
  if ((before?.mark?.number ?? 0) < (last?.mark?.number ?? 0)) return 0;
  const series = new Set<string>();
  let length = 0;
  for (const { mark } of [...run].reverse()) {
    if (series.has(mark?.series ?? "")) break;
    series.add(mark?.series ?? "");
    length++;
  }
  return length;
}
