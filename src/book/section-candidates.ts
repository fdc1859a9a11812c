/**
 * Paragraphs that may be headings: numbers standing alone, letter-spaced lines.
 *
 * Comes in: the blocks of all files. Goes out: candidates, and which of them their company bears out. It changes no block and
 * gives no levels.
 */
import { closeLetters, endsSentence } from "../prose/plain-lines.ts";
import { readSectionMark, type SectionMark } from "../prose/section-mark.ts";
import { lineOf, solidAfter, textAt } from "./block-lines.ts";
import { findListed } from "./contents-lists.ts";
import type { Block } from "./model.ts";

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

/** Those that are headings. */
export function chooseCandidates(candidates: readonly Candidate[], files: Files): Candidate[] {
  const listed = findListed(candidates, files);
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
  const blocks = files[file] ?? [];
  const next = solidAfter(blocks, index);
  const isList = others.some(
    (other) =>
      other.file === file &&
      isTitled(other) &&
      (other.index === next || solidAfter(blocks, other.index) === index),
  );
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

/** Paragraphs at least this long are prose. */
export const PROSE_LENGTH = 60;

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
