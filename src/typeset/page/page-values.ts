/**
 * What pages show of named strings and counters.
 *
 * Comes in: the marks of each page, in order. Goes out: what `string()` and `counter()` come to on it. (Generated Content for Paged
 * Media, clause 1.2.) It sets no text.
 */
import type { StringChoice } from "../../style/content.ts";
import type { PageMark } from "../../style/page-marks.ts";

/** A page's marks. */
export interface MarkedPage {
  readonly marks: readonly PageMark[];
  /** How many of them stand at the page's very head. */
  readonly atHead: number;
}

/** What a page shows. */
export interface PageValues {
  /** Empty for a string that no element has set yet. */
  readonly string: (name: string, choice: StringChoice) => string;
  /** The value that the page's last element leaves; 0 for a counter that no element has touched yet. */
  readonly counter: (name: string) => number;
}

/** Values page by page. */
export function readMarks(pages: readonly MarkedPage[]): PageValues[] {
  const strings = new Map<string, string>();
  const counters = new Map<string, number>();
  return pages.map(({ marks, atHead }) => {
    const before = new Map(strings);
    const first = new Map<string, string>();
    const atStart = new Map<string, string>();
    marks.forEach((mark, i) => {
      if (mark.kind === "counter") counters.set(mark.name, mark.value);
      if (mark.kind !== "string") return;
      strings.set(mark.name, mark.value);
      if (!first.has(mark.name)) first.set(mark.name, mark.value);
      if (i < atHead) atStart.set(mark.name, mark.value);
    });
    const after = new Map(strings);
    const counted = new Map(counters);
    return {
      string: (name, choice) => chooseString(name, choice, { before, first, atStart, after }),
      counter: (name) => counted.get(name) ?? 0,
    };
  });
}

interface PageStrings {
  readonly before: ReadonlyMap<string, string>;
  readonly first: ReadonlyMap<string, string>;
  readonly atStart: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
}

function chooseString(name: string, choice: StringChoice, page: PageStrings): string {
  const before = page.before.get(name) ?? "";
  switch (choice) {
    case "first":
      return page.first.get(name) ?? before;
    case "start":
      return page.atStart.get(name) ?? before;
    case "last":
      return page.after.get(name) ?? "";
    case "first-except":
      return page.first.has(name) ? "" : before;
  }
}
