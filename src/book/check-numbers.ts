/**
 * What can be wrong with the numbers of sections: one is missing, one stands twice.
 *
 * Comes in: the headings of a book in reading order, those that were found among them. Goes out: warnings. Where the author has
 * marked all headings, nothing is said: such numbers may be meant.
 */
import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import type { SectionMark } from "../prose/section-mark.ts";
import type { Heading } from "./model.ts";
import { plainText } from "./walk.ts";

export interface CountedHeading {
  readonly heading: Heading;
  readonly file: number;
  /** Absent for headings that are no numbers. */
  readonly mark?: SectionMark;
}

/** Numbers begin anew below each heading of a higher level, and may begin anew in each file. */
export function checkNumbers(headings: readonly CountedHeading[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const last = new Map<string, CountedHeading>();
  for (const one of headings) {
    for (const [series, other] of last) if (other.heading.level > one.heading.level) last.delete(series);
    const { mark } = one;
    if (mark?.number === undefined) continue;
    const before = last.get(mark.series);
    const told = before && compareNumbers(before, one);
    if (told) diagnostics.push(told);
    last.set(mark.series, one);
  }
  return diagnostics;
}

function compareNumbers(before: CountedHeading, one: CountedHeading): Diagnostic | undefined {
  const [last = 0, next = 0] = [before.mark?.number, one.mark?.number];
  const isNew = next === 1 && before.file !== one.file;
  const isFound = before.heading.found !== undefined || one.heading.found !== undefined;
  if (next === last + 1 || isNew || !isFound) return undefined;
  const [shown, shownBefore] = [one, before].map(({ heading }) => `“${plainText(heading.children)}”`);
  const place = `${before.heading.span.file}, line ${before.heading.span.line}`;
  const { span } = one.heading;
  if (next > last + 1) {
    const count = next - last - 1;
    const missing = count === 1 ? "one number is" : `${count} numbers are`;
    const message = `${shown} follows ${shownBefore} (${place}): ${missing} missing.`;
    return diagnose("section/missing-number", span, message, HINT);
  }
  const message = `${shown} follows ${shownBefore} (${place}): this number has been there before.`;
  return diagnose("section/repeated-number", span, message, HINT);
}

const HINT =
  "Check the numbers, and that no section is lost or stands twice. If these lines are no headings, write sections: off.";
