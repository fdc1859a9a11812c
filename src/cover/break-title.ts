/**
 * The lines of a title: few, of like length, and broken where the sense breaks.
 *
 * Comes in: words with their widths, and the room there is. Goes out: the lines and the size they are set in. The breaks are those
 * of our line breaker, on a measure made as narrow as the number of lines allows.
 */
import { breakLines } from "../typeset/paragraph/break-lines.ts";
import { box, FORCED_BREAK, glue, type Item, penalty } from "../typeset/paragraph/items.ts";

/** Where a title may stand; lengths in pixels. */
export interface TitleRoom {
  readonly width: number;
  readonly height: number;
  readonly largest: number;
  readonly smallest: number;
  /** Baseline to baseline, in em. */
  readonly leading: number;
}

export interface BrokenTitle {
  readonly lines: readonly string[];
  readonly size: number;
}

/** Offsets inside a word at which it may be divided. */
export type Divider = (word: string) => readonly number[];

/** The width of text, in em. */
export type Measure = (text: string) => number;

/** Words that lean on the one after them: a line should not end with one. English, German, French, Italian, Spanish, Dutch. */
const LEANING = new Set(
  (
    "a an the of and or in on at to for from with by as but nor my his her its our your " +
    "der die das den dem des ein eine einer eines einem einen und oder von vom zu zum zur im am mit für aus auf bei " +
    "le la les l un une des du de d et ou à au aux en dans sur sous par pour chez sans " +
    "il lo gli i e o di del della dello dei delle degli al alla con per tra fra da dal dalla nel nella " +
    "el los las y del con por para sin sobre het een van en op te voor met"
  ).split(" "),
);

/** Breaks the line breaker likes and dislikes; in its demerits. */
const AFTER_PUNCTUATION = -80;
const AFTER_LEANING = 220;
const BEFORE_LEANING = -60;
const AFTER_HYPHEN = 120;
const INSIDE_WORD = 150;

/**
 * What is taken off a size in choosing it, as a share: for a line that ends badly, for one that has nothing but words that lean,
 * for a word parted at its hyphen, and for each line beyond the second.
 */
const BAD_END = 0.12;
const LEANING_LINE = 0.2;
const PARTED = 0.35;
const MANY_LINES = 0.06;

/** A word is divided only if the title would otherwise be smaller than this many times the smallest size. */
const TOO_SMALL = 1.3;

/** The largest setting that fits and reads well. A long word makes the title smaller; a monstrous one is divided. */
export function breakTitle(text: string, measure: Measure, room: TitleRoom, divide: Divider): BrokenTitle {
  const whole = splitWords(text);
  const isHuge = ({ text: word }: Word): boolean => room.width / measure(word) < room.smallest * TOO_SMALL;
  const words = whole.flatMap((word) => (isHuge(word) ? divideWord(word, divide) : [word]));
  const widest = widestOf(words, measure);
  const largest = Math.min(room.largest, room.width / widest);
  const least = Math.min(room.smallest, largest);
  let best: (BrokenTitle & { readonly score: number }) | undefined;
  for (let size = largest; size >= least * 0.999; size *= 0.96) {
    const lines = balance(words, measure, room.width / size);
    const fits = lines.length * room.leading * size <= room.height;
    const score = size * (1 - faultsOf(lines));
    if (fits && (!best || score > best.score)) best = { lines, size, score };
  }
  if (best) return { lines: best.lines, size: best.size };
  // Too long for its room at any size: as small as it takes.
  let size = least;
  let lines = balance(words, measure, room.width / size);
  while (lines.length * room.leading * size > room.height) {
    size *= 0.92;
    lines = balance(words, measure, room.width / size);
  }
  return { lines, size };
}

function faultsOf(lines: readonly string[]): number {
  const broken = lines.slice(0, -1).map((line) => line.split(" "));
  const badEnds = broken.filter((words) => isLeaning(words.at(-1) ?? "")).length;
  const leaning = broken.filter((words) => words.every(isLeaning)).length;
  const parted = broken.filter((words) => /[-‐]$/.test(words.at(-1) ?? "")).length;
  const many = Math.max(0, lines.length - 2);
  return BAD_END * badEnds + LEANING_LINE * leaning + PARTED * parted + MANY_LINES * many;
}

interface Word {
  readonly text: string;
  /** True if a space comes before it. */
  readonly spaced: boolean;
  /** True for a part of a word that gets a hyphen if the line ends with it. */
  readonly divided: boolean;
}

function widestOf(words: readonly Word[], measure: Measure): number {
  return Math.max(...words.map(({ text, divided }) => measure(divided ? `${text}-` : text)));
}

function divideWord(word: Word, divide: Divider): Word[] {
  const offsets = [0, ...divide(word.text), word.text.length];
  return offsets.slice(1).map((end, i) => ({
    text: word.text.slice(offsets[i], end),
    spaced: word.spaced && i === 0,
    divided: end < word.text.length,
  }));
}

/** At spaces that may be broken at, and after hyphens and dashes inside words; names that no-break spaces hold stay whole. */
function splitWords(text: string): Word[] {
  return text
    .trim()
    .split(/[^\S\u00a0]+/)
    .flatMap((word) => {
      const parts = word.includes("\u00a0") ? null : word.match(/[^-‐–—]*[-‐–—]+|[^-‐–—]+/g);
      return (parts ?? [word]).map((part, i) => ({ text: part, spaced: i === 0, divided: false }));
    });
}

/** As few lines as the measure allows, on the narrowest measure that needs no more. */
function balance(words: readonly Word[], measure: Measure, width: number): string[] {
  const widest = widestOf(words, measure);
  let best = breakAt(words, measure, width);
  let [low, high] = [widest, width];
  for (let i = 0; i < 12; i++) {
    const middle = (low + high) / 2;
    const lines = breakAt(words, measure, middle);
    const fits = lines.length === best.length && lines.every((line) => measure(line) <= middle + 1e-6);
    if (fits) [best, high] = [lines, middle];
    else low = middle;
  }
  return best;
}

function breakAt(words: readonly Word[], measure: Measure, width: number): string[] {
  const space = measure("n n") - measure("nn");
  const items: Item[] = [];
  /** The word that begins at each box. */
  const wordAt = new Map<number, Word>();
  words.forEach((word, i) => {
    if (i > 0) {
      const before = words[i - 1];
      if (before?.divided) items.push(penalty(INSIDE_WORD, measure("-"), true));
      else items.push(penalty(breakCost(before?.text ?? "", word.text)));
      if (word.spaced) items.push(glue(space, 0, 0));
    }
    wordAt.set(items.length, word);
    items.push(box(measure(word.text)));
  });
  items.push(glue(0, 0, 0), FORCED_BREAK);
  const { lines } = breakLines(items, { measure: width, tolerance: 10_000, lineStretch: width / 2 });
  return lines.map(({ start, end }) => {
    let line = "";
    let last: Word | undefined;
    for (let i = start; i < end; i++) {
      const word = wordAt.get(i);
      if (word) line += (word.spaced && line !== "" ? " " : "") + word.text;
      last = word ?? last;
    }
    return last?.divided ? `${line}-` : line;
  });
}

function breakCost(word: string, next: string): number {
  if (/[:;,.!?…–—]["'”’»]?$/.test(word)) return AFTER_PUNCTUATION;
  if (/[-‐]$/.test(word)) return AFTER_HYPHEN;
  if (isLeaning(word)) return AFTER_LEANING;
  return isLeaning(next) ? BEFORE_LEANING : 0;
}

function isLeaning(word: string): boolean {
  return LEANING.has(word.toLowerCase().replace(/[’']$/, ""));
}
