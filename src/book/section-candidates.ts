/**
 * Paragraphs that may be headings: numbers standing alone, letter-spaced lines.
 *
 * Comes in: the blocks of all files. Goes out: candidates, and which of them their company bears out. It changes no block and
 * gives no levels.
 */
import { foldLatin } from "../core/fold-latin.ts";
import { closeLetters, endsSentence } from "../prose/plain-lines.ts";
import { readSectionMark, type SectionMark } from "../prose/section-mark.ts";
import type { Block, Inline } from "./model.ts";
import { plainText } from "./walk.ts";

/** A paragraph, or an author's heading, that reads as the number of a section. */
export interface Candidate {
  readonly file: number;
  /** Of the block in its file. */
  readonly index: number;
  /** As written, but for letter-spacing. */
  readonly text: string;
  /** The line was letter-spaced. */
  readonly isSpaced: boolean;
  /** Absent for a letter-spaced line that is no number. */
  readonly mark?: SectionMark;
  /** The author has marked it as a heading: it is one, and keeps others company. */
  readonly isHeading: boolean;
}

/** Blocks by file and index. */
export type Files = readonly (readonly Block[])[];

/** All candidates in reading order. `divide` takes words apart that letter-spacing has run together. */
export function findCandidates(files: Files, divide: (letters: string) => string): Candidate[] {
  return files.flatMap((blocks, file) =>
    blocks.flatMap((block, index): Candidate[] => {
      const written = lineOf(block);
      if (written === undefined) return [];
      const closed = closeLetters(written, divide);
      const text = closed ?? written.trim();
      const mark = readSectionMark(text);
      const isHeading = block.kind === "heading";
      if (!mark && (closed === undefined || isHeading)) return [];
      return [{ file, index, text, isSpaced: closed !== undefined, ...(mark && { mark }), isHeading }];
    }),
  );
}

/** The text of a block of one line; undefined for anything longer, and for what is no text alone. */
export function lineOf(block: Block | undefined): string | undefined {
  if (block === undefined) return undefined;
  // Markdown takes `3.` for a list whose one item is empty.
  if (block.kind === "list" && block.ordered) {
    const [item, ...others] = block.items;
    return item?.children.length === 0 && others.length === 0 ? `${block.start}.` : undefined;
  }
  if (block.kind !== "paragraph" && block.kind !== "heading") return undefined;
  return rawText(block.children);
}

function rawText(nodes: readonly Inline[]): string | undefined {
  let text = "";
  for (const node of nodes) {
    const isStyled = node.kind === "emphasis" || node.kind === "strong";
    const inner = node.kind === "text" ? node.text : isStyled ? rawText(node.children) : undefined;
    if (inner === undefined) return undefined;
    text += inner;
  }
  return text;
}

/** Those that are headings. */
export function chooseCandidates(candidates: readonly Candidate[], files: Files): Candidate[] {
  const listed = findContents(candidates, files);
  const likely = candidates.filter((one) => one.isHeading || (!listed.has(one) && hasText(one, files)));
  const folios = findFolios(likely, files);
  const counted = likely.filter(({ mark }) => !mark || !folios.has(mark.series));
  return counted.filter((one) => {
    const { mark, isHeading } = one;
    if (isHeading || !mark) return true;
    if (mark.titled) return isOfSeries(one, counted, files);
    return (
      mark.sure ||
      isFirst(one, files) ||
      isBelowSure(one, counted, files) ||
      (hasNeighbour(one, counted) && !isStray(one, counted))
    );
  });
}

/** A lower number of the series before it or a higher one behind it, with hardly a gap; for a name, any number at all. */
function hasNeighbour(one: Candidate, others: readonly Candidate[]): boolean {
  const { mark } = one;
  const at = others.indexOf(one);
  return others.some((other, index) => {
    if (!mark || other.mark?.number === undefined || index === at) return false;
    if (mark.number === undefined) return true;
    const distance = (other.mark.number - mark.number) * Math.sign(index - at);
    return isAlike(other, one) && distance > 0 && distance <= 2;
  });
}

/** The series goes on as if it were not there. */
function isStray(one: Candidate, others: readonly Candidate[]): boolean {
  const at = others.indexOf(one);
  const before = others.slice(0, at).findLast((other) => isAlike(other, one))?.mark?.number;
  const after = others.slice(at + 1).find((other) => isAlike(other, one))?.mark?.number;
  return before !== undefined && after === before + 1;
}

/** Of one series, and written alike: those who write `III.` do not write `I`. A title may end as it likes. */
function isAlike(one: Candidate, other: Candidate): boolean {
  if (one.mark?.series !== other.mark?.series) return false;
  return hasTitle(one) || hasTitle(other) || isStopped(one.text) === isStopped(other.text);
}

function hasTitle({ mark, text }: Candidate): boolean {
  return mark?.division === "bare" && text.trim().length > LONGEST_NUMBER;
}

/** Characters of a bare number, with all that may stand round it. */
const LONGEST_NUMBER = 12;

function isStopped(text: string): boolean {
  return /\.[*_]*$/.test(text);
}

/** A number with a title in small letters: its series begins with 1, goes on, and has text below each of its numbers. */
function isOfSeries(one: Candidate, others: readonly Candidate[], files: Files): boolean {
  const { mark, file, index } = one;
  const isTitled = (other: Candidate): boolean =>
    other.mark?.titled === true && other.mark.series === mark?.series;
  const next = solidAfter(files[file] ?? [], index);
  const isList = others.some((other) => other.file === file && other.index === next && isTitled(other));
  const begins = others.some((other) => isTitled(other) && other.mark?.number === 1);
  return begins && !isList && hasNeighbour(one, others) && !isStray(one, others);
}

/** The first block of a file, or only headings and lines of a title page stand before it. */
function isFirst({ file, index }: Candidate, files: Files): boolean {
  return (
    index <= MOST_TITLE_LINES &&
    (files[file] ?? []).slice(0, index).every((block) => {
      if (block.kind === "heading" || block.kind === "sceneBreak") return true;
      const line = lineOf(block);
      return line !== undefined && line.length < PROSE_LENGTH && !endsSentence(line);
    })
  );
}

/** Lines of a title page, at the most. */
const MOST_TITLE_LINES = 12;

/** Directly below a heading that is beyond doubt. */
function isBelowSure({ file, index, mark }: Candidate, others: readonly Candidate[], files: Files): boolean {
  const above = (files[file] ?? []).findLastIndex((block, at) => at < index && block.kind !== "sceneBreak");
  return others.some(
    (other) =>
      other.file === file && other.index === above && other.mark?.sure && other.mark.series !== mark?.series,
  );
}

/** Something follows in the file that a section may consist of. */
function hasText({ file, index }: Candidate, files: Files): boolean {
  return solidAfter(files[file] ?? [], index) !== undefined;
}

/** The block after `index` that is no scene break. */
export function solidAfter(blocks: readonly Block[], index: number): number | undefined {
  const next = blocks.findIndex((block, at) => at > index && block.kind !== "sceneBreak");
  return next < 0 ? undefined : next;
}

/**
 * Lists of contents, and people counting: numbers that follow one another without text, several of one series. What the text
 * itself opens with may follow at once, and begins to count anew.
 */
function findContents(candidates: readonly Candidate[], files: Files): ReadonlySet<Candidate> {
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
  for (const { listed } of findContentsLists(candidates, files)) for (const one of listed) found.add(one);
  return found;
}

/** Paragraphs at least this long are prose. */
const PROSE_LENGTH = 60;

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

/** A list of contents below its name. */
export interface ContentsList {
  readonly file: number;
  /** Of the line that names it. */
  readonly index: number;
  readonly listed: readonly Candidate[];
}

/**
 * From the name on, numbers and short lines, until the text begins or the file ends. What opens the text is none of it: it has
 * been there before.
 */
export function findContentsLists(candidates: readonly Candidate[], files: Files): ContentsList[] {
  return files.flatMap((blocks, file) => {
    const index = blocks.findIndex((block) => block.kind === "paragraph" && isContentsName(lineOf(block) ?? ""));
    if (index < 0) return [];
    const text = blocks.findIndex((block, at) => at > index && textAt(block).length >= LONGEST_ENTRY);
    const end = text < 0 ? blocks.length : text;
    const all = candidates.filter((one) => one.file === file && one.index > index && one.index < end);
    const listed = text < 0 ? all : all.slice(0, all.length - beginningLength(all));
    return listed.length > 1 ? [{ file, index, listed }] : [];
  });
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

/** Characters of an entry of a list of contents, or of several that stand in one block. */
const LONGEST_ENTRY = 120;

const CONTENTS_NAMES = new Set(
  "contents tableofcontents table tabledesmatieres sommaire inhalt inhaltsverzeichnis indice indicegeneral inhoud indhold innehall".split(
    " ",
  ),
);

/** The line is what a list of contents is called. */
export function isContentsName(line: string): boolean {
  return line.length < PROSE_LENGTH && CONTENTS_NAMES.has(foldLatin(line).replace(/[^a-z]/g, ""));
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

/** How often of all places a page's number stands in the middle of a sentence. */
const FOLIO_SHARE = 0.25;

/** Series that are page numbers: the text runs on over them. */
function findFolios(candidates: readonly Candidate[], files: Files): ReadonlySet<string> {
  const places = new Map<string, { all: number; inside: number }>();
  for (const { file, index, mark, isHeading } of candidates) {
    if (!mark || isHeading || !mark.series.endsWith("figures")) continue;
    const blocks = files[file] ?? [];
    const [before, after] = [textAt(blocks[index - 1]), textAt(blocks[index + 1])];
    const count = places.get(mark.series) ?? { all: 0, inside: 0 };
    const isInside = before !== "" && !endsSentence(before) && /^\p{Ll}/u.test(after);
    places.set(mark.series, { all: count.all + 1, inside: count.inside + Number(isInside) });
  }
  return new Set(
    [...places].filter(([, { all, inside }]) => inside > FOLIO_SHARE * all).map(([series]) => series),
  );
}

function textAt(block: Block | undefined): string {
  return block?.kind === "paragraph" ? plainText(block.children) : "";
}
