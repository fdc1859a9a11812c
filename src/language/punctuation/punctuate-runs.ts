/**
 * Punctuation set right.
 *
 * Comes in: a book's prose in runs of passages, and its language's table. Goes out: replacements for each passage, in order, none
 * over another. It knows nothing of nodes and files, and touches nothing but marks and the spaces beside them.
 */
import { readDashHabit, replaceDashes } from "./replace-dashes.ts";
import { replaceDots } from "./replace-dots.ts";
import { replaceQuotes } from "./replace-quotes.ts";
import { makeSpaceFinder } from "./replace-spaces.ts";
import type { Replacement, Run } from "./replacement.ts";
import type { PunctuationTable } from "./table.ts";

/** Replacements by run and passage. What one run shows of the author's habits holds for all. */
export function punctuateRuns(runs: readonly Run[], table: PunctuationTable): Replacement[][][] {
  const quotes = replaceQuotes(runs, table);
  const habit = readDashHabit(
    runs.flatMap((run) => run.map(({ text }) => text)),
    table,
  );
  const findSpaces = makeSpaceFinder(table);
  return runs.map((run, r) =>
    run.map(({ text }, p) => {
      const found = [replaceDashes(text, habit), replaceDots(text, table), findSpaces(text), quotes[r]?.[p] ?? []];
      return inOrder(found.flat());
    }),
  );
}

/** By place; of two that overlap the first holds. */
function inOrder(found: readonly Replacement[]): Replacement[] {
  let end = 0;
  return [...found]
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .filter(({ from, to }) => {
      if (from < end) return false;
      end = to;
      return true;
    });
}
