/**
 * Whether a file may say of itself that it conforms to PDF/UA-1 (ISO 14289-1).
 *
 * Comes in: what was printed. Goes out: yes or no. Most of what the standard asks for is the same for every book and is always
 * there; looked at here is what depends on the manuscript.
 */
import type { Page } from "../typeset/page/page.ts";
import type { StructureElement } from "./structure.ts";

/** What was printed. */
export interface Printed {
  readonly title: string;
  readonly pages: readonly Page[];
  /** The elements that have content, in reading order. */
  readonly elements: readonly StructureElement[];
  /** Links that belong to no element (clause 7.18.5). */
  readonly untagged: number;
}

export function isAccessible({ title, pages, elements, untagged }: Printed): boolean {
  return title !== "" && untagged === 0 && headingsDescend(elements) && showsEveryCharacter(pages);
}

/** Clause 7.4.2: the first heading is the highest, and none is more than one level below the one before it. */
function headingsDescend(printed: readonly StructureElement[]): boolean {
  let last = 0;
  for (const { role } of printed) {
    const level = Number(/^H(\d)$/.exec(role)?.[1] ?? 0);
    if (level === 0) continue;
    if (level > last + 1) return false;
    last = level;
  }
  return true;
}

/** Clause 7.21.8: the glyph for what a font lacks must not be shown. */
function showsEveryCharacter(pages: readonly Page[]): boolean {
  return pages.every((page) =>
    page.items.every((item) => item.kind !== "run" || item.words.every((word) => word.shaped.missing === "")),
  );
}
