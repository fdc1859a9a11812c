/**
 * Spaces that nobody sees but every reader needs.
 *
 * Comes in: finished pages. Goes out: where a space stands in the book but not on the page: at the end of a line, in place of a
 * narrow space, in code. Words that follow each other must be told apart without looking at where they stand (ISO 32000-1,
 * clause 14.8.2.5). A run that begins with a space which
 * stands before its text node gives it to the run before: a link does not begin with one.
 */
import type { ElementNode } from "../book/element.ts";
import type { Page, PlacedRun } from "../typeset/page/page.ts";
import type { NodePlace, ReadingText } from "./structure.ts";

/** Spaces to be drawn in a run that has others, or none. */
export interface RunSpaces {
  /** How many before a word, by its index; for a word that is not named, what the run has. */
  readonly before: ReadonlyMap<number, number>;
  /** How many after the last one. */
  readonly after: number;
}

export const NO_SPACES: RunSpaces = { before: new Map(), after: 0 };
/** What nearly every line has: one object does for them all. */
const ONE_AFTER: RunSpaces = { ...NO_SPACES, after: 1 };

/** The last word of a text so far. */
interface LastWord {
  readonly run: PlacedRun;
  readonly at: number;
}

export function readingSpaces(
  pages: readonly Page[],
  placeOf: (node: ElementNode) => NodePlace | undefined,
): ReadonlyMap<PlacedRun, RunSpaces> {
  const found = new Map<PlacedRun, RunSpaces>();
  const lastOf = new Map<ReadingText, LastWord>();
  const putAfter = (run: PlacedRun): void => {
    const known = found.get(run);
    found.set(run, known ? { ...known, after: 1 } : ONE_AFTER);
  };
  const putBefore = (run: PlacedRun, word: number, count: number): void => {
    const { before, after } = found.get(run) ?? NO_SPACES;
    found.set(run, { before: new Map(before).set(word, count), after });
  };
  const visit = (run: PlacedRun, { reading, start }: NodePlace): void => {
    const last = lastOf.get(reading);
    let from = last?.at ?? 0;
    for (const [i, word] of run.words.entries()) {
      const at = start + word.offset;
      if (word.spaced && i === 0 && last && word.offset === 0) {
        putAfter(last.run);
        putBefore(run, 0, 0);
      } else if (!word.spaced) {
        const { before, after } = spacesIn(reading, from, at, i === 0);
        if (before > 0) putBefore(run, i, before);
        if (after > 0 && last) putAfter(last.run);
      }
      from = at;
    }
    lastOf.set(reading, { run, at: from });
  };
  for (const page of pages) {
    let before: PlacedRun | undefined;
    for (const item of page.items) {
      if (item.kind !== "run" || !item.source) continue;
      const place = item.source.kind === "text" ? placeOf(item.source) : undefined;
      if (place) visit(item, place);
      else if (before && standsApart(before, item)) putBefore(item, 0, 1);
      before = item;
    }
  }
  return found;
}

/** A gap of so much of an em is read as a space. */
const GAP = 0.15;

/** True for what a stylesheet adds behind a gap on the same line: the page number in contents. */
function standsApart(before: PlacedRun, run: PlacedRun): boolean {
  const last = before.words.at(-1);
  if (!last || before.y !== run.y || run.words[0]?.spaced) return false;
  const end = before.x + last.dx + last.shaped.width * before.size * before.scale;
  return run.x - end > GAP * run.size;
}

/** What stands between two words: spaces after the first one, or before the second if that is in the same run. */
function spacesIn(
  reading: ReadingText,
  from: number,
  to: number,
  opensRun: boolean,
): { readonly before: number; readonly after: number } {
  if (to <= from) return { before: 0, after: 0 };
  const between = reading.text.slice(from, to);
  if (!/\s/.test(between)) return { before: 0, after: 0 };
  if (reading.preserved) {
    const indent = between.slice(between.lastIndexOf("\n") + 1);
    return { before: indent.match(/\s/g)?.length ?? 0, after: between.includes("\n") ? 1 : 0 };
  }
  return opensRun ? { before: 0, after: 1 } : { before: 1, after: 0 };
}
