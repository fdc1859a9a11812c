/**
 * Straight marks as quotation marks, apostrophes and primes.
 *
 * Comes in: the runs of a book and its language's table. Goes out: the replacements of each passage. What an author has typed
 * curly stays, and is heeded.
 */
import { glyphsOf, type Mark, readMarks } from "./marks.ts";
import { costsOf, leadingKey, losesHead, type Role } from "./quote-costs.ts";
import type { Replacement, Run } from "./replacement.ts";
import { type MarkedPassage, solveQuotes } from "./solve-quotes.ts";
import type { PunctuationTable, QuoteKind } from "./table.ts";
import { learn, readVocabulary, type Vocabulary } from "./vocabulary.ts";

/** A passage whose marks have been found. */
interface ReadPassage {
  readonly text: string;
  readonly afterGap: boolean;
  readonly marks: readonly Mark[];
}

type ReadRun = readonly ReadPassage[];

/** Replacements by run and passage. All runs together teach the words that each of them is read by. */
export function replaceQuotes(runs: readonly Run[], table: PunctuationTable): Replacement[][][] {
  const { read, vocabulary } = readRuns(runs, table);
  const primary = primaryOf(read.flat()) ?? "double";
  const solve = (run: ReadRun): Role[][] => solveRun(run, vocabulary, table, primaryOf(run, FEW) ?? primary);
  const doubtful = read.filter(isDoubtful);
  for (const run of doubtful) teach(run, solve(run), vocabulary);
  return read.map((run) => {
    const roles = isDoubtful(run) ? solve(run) : [];
    return run.map((passage, index) => replaceIn(passage, roles[index] ?? [], table));
  });
}

/** With fewer passages that begin with a mark, a run is read as the book is. */
const FEW = 8;

function readRuns(runs: readonly Run[], table: PunctuationTable): { read: ReadRun[]; vocabulary: Vocabulary } {
  const glyphs = glyphsOf(table);
  const pattern = new RegExp(`[${[...glyphs.keys()].join("")}]`, "g");
  const lower: string[] = [];
  const read = runs.map((run) =>
    run.map((passage): ReadPassage => {
      const text = passage.text.toLowerCase();
      lower.push(text);
      // A letter whose other case is longer would put all offsets wrong.
      const words = text.length === passage.text.length ? text : passage.text;
      return { ...passage, marks: readMarks(passage.text, words, glyphs, pattern) };
    }),
  );
  return { read, vocabulary: readVocabulary(lower, table.commonWords) };
}

function isDoubtful(run: ReadRun): boolean {
  return run.some(({ marks }) => marks.some(({ typed }) => typed === "straight"));
}

function solveRun(
  run: ReadRun,
  vocabulary: Vocabulary,
  { elisions }: PunctuationTable,
  primary: QuoteKind,
): Role[][] {
  const lost = run.map(({ marks }) => marks.filter((mark) => losesHead(mark, vocabulary, elisions)).length);
  const passages = run.map((passage, index): MarkedPassage => {
    const beside = (lost[index - 1] ?? 0) + (lost[index + 1] ?? 0);
    const company = { vocabulary, elisions, primary, dialect: (lost[index] ?? 0) + beside / 2 };
    return { ...passage, costs: passage.marks.map((mark) => costsOf(mark, company)) };
  });
  return solveQuotes(passages, primary);
}

function teach(run: ReadRun, roles: readonly (readonly Role[])[], vocabulary: Vocabulary): void {
  run.forEach(({ marks }, passage) => {
    marks.forEach((mark, index) => {
      const { wordAfter, wordBefore, kind } = mark;
      if (kind !== "single") return;
      const as = roles[passage]?.[index] === "apostrophe" ? "apostrophe" : "quote";
      if (wordBefore !== "") {
        learn(vocabulary.trailing, wordBefore, as);
        if (wordBefore.endsWith("in")) learn(vocabulary.trailing, "-in", as);
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

/** Replaces what is straight. A single mark that the solver has not seen stands between letters. */
function replaceIn({ text, marks }: ReadPassage, roles: readonly Role[], table: PunctuationTable): Replacement[] {
  const found: Replacement[] = [];
  const open: QuoteKind[] = [];
  const seen = new Map<number, Replacement>();
  marks.forEach((mark, index) => {
    const role = roles[index] ?? "apostrophe";
    const replacement = { ...setMark(mark, role, open, table), from: mark.at, to: mark.at + 1 };
    if (mark.typed === "straight") seen.set(mark.at, replacement);
  });
  for (let at = text.search(STRAIGHT); at >= 0 && at < text.length; at++) {
    const character = text.charAt(at);
    if (character !== "'" && character !== '"') continue;
    found.push(seen.get(at) ?? { what: "apostrophe", from: at, to: at + 1, text: table.apostrophe });
  }
  return found;
}

const STRAIGHT = /["']/;

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
