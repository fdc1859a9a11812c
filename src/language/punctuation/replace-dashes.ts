/**
 * Typed dashes as dashes.
 *
 * Comes in: passages, the language's table, and the manuscript's habit. Goes out: replacements. A hyphen that joins or ends a word
 * stays, and so does a row of hyphens that is a blank to fill in.
 */
import type { Replacement } from "./replacement.ts";
import type { DashStyle, PunctuationTable } from "./table.ts";

/** How a manuscript writes its dashes. */
export interface DashHabit extends DashStyle {
  /** As TeX has it: two hyphens are an en dash, three an em dash. */
  readonly counted: boolean;
}

export const NO_BREAK = "\u00a0";
const SPACES = " \u00a0\r";
const DASHES = /-{2,}|(?<![^ \u00a0\r])-(?=[ \r])|[–—](?=[ \r])/g;

/** The habit that the dashes show which say what they are; where there is none, the language's. */
export function readDashHabit(texts: Iterable<string>, table: PunctuationTable): DashHabit {
  const counts = { em: 0, spacedEm: 0, spacedEn: 0, two: 0, three: 0 };
  for (const text of texts) {
    for (const { 0: found, index } of text.matchAll(/[–—]|-{2,3}(?!-)/g)) {
      const spaced = SPACES.includes(text.charAt(index - 1) || "x");
      if (found === "–") counts.spacedEn += spaced ? 1 : 0;
      else if (found === "—") counts[spaced ? "spacedEm" : "em"]++;
      else if (!spaced) counts[found.length === 2 ? "two" : "three"]++;
    }
  }
  const { em, spacedEm, spacedEn, two, three } = counts;
  const counted = three > two;
  const unspaced = em + two + three;
  const most = Math.max(unspaced, spacedEm, spacedEn);
  if (most === 0) return { ...table.dash, counted };
  if (most === unspaced) return { dash: "—", spaced: false, counted };
  return { dash: most === spacedEm ? "—" : "–", spaced: true, counted };
}

export function replaceDashes(text: string, habit: DashHabit): Replacement[] {
  if (!/[-–—]/.test(text)) return [];
  return [...text.matchAll(DASHES)].flatMap(({ index, 0: written }) => replaceDash(text, index, written, habit));
}

function replaceDash(text: string, from: number, written: string, habit: DashHabit): readonly Replacement[] {
  const to = from + written.length;
  const before = spacesBefore(text, from);
  const after = spacesAfter(text, to);
  // A row of dashes is no dash.
  if (isDash(text, before - 1) || isDash(text, after)) return [];
  const spaced = before < from && after > to;
  const numbers = isDigit(text, before - 1) && isDigit(text, after);
  const typed = written.startsWith("-");
  if (written === "-" && (numbers || after === text.length)) return [];
  if (!typed) return spaced ? keepWithWord(text, before, from) : joinLine(text, to, after);
  const dash = dashFor(written, spaced, numbers, habit);
  if (dash === undefined) return [];
  const set: Replacement = { what: "dash", from, to, text: dash };
  // A long dash stands for a word, or for the rest of one.
  if (dash.length > 1) return [set];
  if (!spaced) return [...closeUp(text, before, from, to), set, ...joinLine(text, to, after)];
  if (before === 0) return [set];
  return [{ what: "dash", from: before, to: after, text: habit.spaced ? `${NO_BREAK}${dash} ` : dash }];
}

/** Undefined for what is no dash. */
function dashFor(written: string, spaced: boolean, numbers: boolean, habit: DashHabit): string | undefined {
  const { length } = written;
  if (length === 4 || length === 6) return "—".repeat(length / 2);
  if (length > 3) return undefined;
  if (length === 2 && (numbers || habit.counted)) return "–";
  return spaced || length === 1 ? habit.dash : "—";
}

/** A space before a dash that ends a sentence or a speech is no space between words. */
function closeUp(text: string, before: number, from: number, to: number): Replacement[] {
  if (before === from || before === 0) return [];
  return /^(?:$|["'”’.,;:!?)\n])/.test(text.slice(to, to + 1)) ? [remove(before, from)] : [];
}

/** A dash or an ellipsis stays on the line of the word before it. */
export function keepWithWord(text: string, before: number, from: number): Replacement[] {
  const space = text.slice(before, from);
  if (before === 0 || space === NO_BREAK) return [];
  return [{ what: "space", from: before, to: from, text: NO_BREAK }];
}

/** A line of the manuscript that ends with a dash goes on without a space. */
function joinLine(text: string, to: number, after: number): Replacement[] {
  return text.slice(to, after) === "\r" ? [remove(to, after)] : [];
}

function remove(from: number, to: number): Replacement {
  return { what: "space", from, to, text: "" };
}

export function spacesBefore(text: string, from: number): number {
  let at = from;
  while (at > 0 && SPACES.includes(text.charAt(at - 1))) at--;
  return at;
}

function spacesAfter(text: string, from: number): number {
  let at = from;
  while (at < text.length && SPACES.includes(text.charAt(at))) at++;
  return at;
}

function isDash(text: string, at: number): boolean {
  return /[-–—]/.test(text.charAt(at));
}

function isDigit(text: string, at: number): boolean {
  return /[0-9]/.test(text.charAt(at));
}
