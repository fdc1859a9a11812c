/**
 * Straight marks as quotation marks, apostrophes and primes.
 *
 * Comes in: the runs of a book and its language's table. Goes out: the replacements of each passage. What an author has typed
 * curly stays, and is heeded.
 */

import { isClipped, losesHead, losesTail } from "./lost-letters.ts";
import { glyphsOf, type Mark, readMarks, type TextMarks } from "./marks.ts";
import { costsOf, type Role } from "./quote-costs.ts";
import type { Replacement, Run } from "./replacement.ts";
import { type MarkedPassage, solveQuotes } from "./solve-quotes.ts";
import type { Elisions, PunctuationTable, QuoteKind } from "./table.ts";
import { count, learn, readVocabulary, type Vocabulary } from "./vocabulary.ts";
import { CLIPPED, inClause, leadingKey } from "./word-costs.ts";

/** A passage whose marks have been found. */
interface ReadPassage extends TextMarks {
  readonly afterGap: boolean;
}

type ReadRun = readonly ReadPassage[];

/** Replacements by run and passage. All runs together teach the words that each of them is read by. */
export function replaceQuotes(runs: readonly Run[], table: PunctuationTable): Replacement[][][] {
  const { read, vocabulary } = readRuns(runs, table);
  const primary = primaryOf(read.flat()) ?? "double";
  const solve = (run: ReadRun): Role[][] => solveRun(run, vocabulary, table, primaryOf(run, FEW) ?? primary);
  // Each run is read with what the runs before it have taught, then once more with what all have.
  const first = read.map((run) => {
    if (!isDoubtful(run)) return undefined;
    const roles = solve(run);
    teach(run, roles, vocabulary, table.elisions);
    return roles;
  });
  return read.map((run, index) => {
    // Words teach nothing about double marks.
    const roles = isDoubtful(run, "single") ? solve(run) : first[index];
    return run.map((passage, p) => replaceIn(passage, roles?.[p] ?? [], table));
  });
}

/** With fewer passages that begin with a mark, a run is read as the book is. */
const FEW = 8;

function readRuns(runs: readonly Run[], table: PunctuationTable): { read: ReadRun[]; vocabulary: Vocabulary } {
  const glyphs = glyphsOf(table);
  const pattern = new RegExp(`[${[...glyphs.keys()].join("")}]`, "g");
  const read = runs.map((run) =>
    run.map(({ text, afterGap }): ReadPassage => ({ afterGap, ...readMarks(text, glyphs, pattern) })),
  );
  const texts = read.some((run) => isDoubtful(run, "single"))
    ? runs.flatMap((run) => run.map(({ text }) => text))
    : [];
  const vocabulary = readVocabulary(texts, table.commonWords, table.elisions.whole);
  for (const run of read) {
    for (const { marks } of run) {
      for (const mark of marks) {
        if (mark.wordAfter !== "" && !mark.enclosed && inClause(mark)) count(vocabulary.marked, mark.wordAfter);
      }
    }
  }
  return { read, vocabulary };
}

/** True if there is a straight mark to be decided, of one kind or of any. */
function isDoubtful(run: ReadRun, of?: QuoteKind): boolean {
  return run.some(({ marks }) => marks.some(({ typed, kind }) => typed === "straight" && kind === (of ?? kind)));
}

function solveRun(
  run: ReadRun,
  vocabulary: Vocabulary,
  { elisions }: PunctuationTable,
  primary: QuoteKind,
): Role[][] {
  const count = (loses: typeof losesHead): number[] =>
    run.map(({ marks }) => marks.filter((mark) => loses(mark, vocabulary, elisions)).length);
  const heads = count(losesHead);
  const tails = count(losesTail);
  const passages = run.map((passage, index): MarkedPassage => {
    const about = (lost: readonly number[]): number =>
      (lost[index] ?? 0) + ((lost[index - 1] ?? 0) + (lost[index + 1] ?? 0)) / 2;
    const company = { vocabulary, elisions, primary, dialect: about(heads), clipped: about(tails) };
    return { ...passage, costs: passage.marks.map((mark) => costsOf(mark, company)) };
  });
  return solveQuotes(passages, primary);
}

function teach(
  run: ReadRun,
  roles: readonly (readonly Role[])[],
  vocabulary: Vocabulary,
  elisions: Elisions,
): void {
  run.forEach(({ marks }, passage) => {
    marks.forEach((mark, index) => {
      const { wordAfter, wordBefore, kind } = mark;
      const role = roles[passage]?.[index];
      if (kind !== "single" || role === undefined) return;
      const as = role === "apostrophe" ? "apostrophe" : "quote";
      if (wordBefore !== "") {
        learn(vocabulary.trailing, wordBefore, as);
        if (isClipped(wordBefore, vocabulary, elisions)) learn(vocabulary.trailing, CLIPPED, as);
      } else if (wordAfter !== "") learn(vocabulary.leading, leadingKey(mark), as);
    });
  });
}

/** The mark that passages begin with more often; undefined if fewer than `least` begin with one. */
function primaryOf(passages: ReadRun, least = 1): QuoteKind | undefined {
  const begun = { double: 0, single: 0 };
  for (const { marks } of passages) {
    const first = marks[0];
    if (first?.left === "edge" && !first.beginsLine) begun[first.kind]++;
  }
  if (begun.double + begun.single < least) return undefined;
  return begun.single > begun.double ? "single" : "double";
}

/** Replaces what is straight. */
function replaceIn(
  { marks, inWords }: ReadPassage,
  roles: readonly Role[],
  table: PunctuationTable,
): Replacement[] {
  const found = inWords.map((at): Replacement => {
    return { what: "apostrophe", from: at, to: at + 1, text: table.apostrophe };
  });
  const open: QuoteKind[] = [];
  marks.forEach((mark, index) => {
    const { what, text } = setMark(mark, roles[index] ?? "apostrophe", open, table);
    if (mark.typed === "straight") found.push({ what, from: mark.at, to: mark.at + 1, text });
  });
  return found;
}

/** What a mark becomes; `open` is what stands open before it, and is kept. */
function setMark(
  { kind }: Mark,
  role: Role,
  open: QuoteKind[],
  table: PunctuationTable,
): Pick<Replacement, "what" | "text"> {
  const pairs = table.quotes[kind];
  const pairAt = (depth: number) => pairs[Math.min(depth, pairs.length - 1)];
  switch (role) {
    case "open":
    case "openTerm":
      open.push(kind);
      return { what: "quote", text: pairAt(open.length - 1)?.open ?? "" };
    case "reopen":
      return { what: "quote", text: pairAt(Math.max(0, open.lastIndexOf(kind)))?.open ?? "" };
    case "close":
    case "closeTerm": {
      const depth = Math.max(0, open.lastIndexOf(kind));
      open.length = Math.min(open.length, depth);
      return { what: "quote", text: pairAt(depth)?.close ?? "" };
    }
    case "apostrophe":
      return { what: "apostrophe", text: table.apostrophe };
    case "prime":
      return { what: "prime", text: table.primes[kind] };
  }
}
