/**
 * `@media`: for which of the two books rules are meant (Media Queries 4).
 *
 * Comes in: a media query list. Goes out: the medium, and the condition that only an e-reader can answer. Fleuron asks
 * no device anything: a condition is passed on to the EPUB, and the PDF leaves its rules out.
 */
import type { Medium, StyleRule } from "./style-sheet.ts";

/** Where rules hold. */
export type MediaQuery = Pick<StyleRule, "medium" | "condition" | "supports">;

export interface ReadMedia {
  /** Absent if neither book can use the rules. */
  readonly query?: MediaQuery;
  /** False if the PDF might have been meant, and the author should be told that it leaves the rules out. */
  readonly understood: boolean;
}

/** Reads a list of queries that stands inside `outer`. */
export function readMedia(list: string, outer: MediaQuery): ReadMedia {
  const queries = list
    .toLowerCase()
    .split(",")
    .map((query) => query.trim());
  const plain = queries.map(plainMedium);
  if (plain.every((medium) => medium !== undefined)) {
    const medium = plain.reduce((a, b) => (a === b ? a : "all"));
    const both = intersect(outer.medium, medium);
    return { ...(both ? { query: { ...outer, medium: both } } : {}), understood: true };
  }
  const forReaders = queries.every((query) => /^(only\s+)?(?!print\b|all\b|only\b|not\b)[a-z][\w-]*/.test(query));
  const asksScreens = queries.every((query) =>
    /^\((prefers-[a-z-]+|(any-)?(hover|pointer)|scripting|display-mode|update)\b/.test(query),
  );
  const onlyPaper = queries.every((query) => /^(only\s+)?print\b/.test(query));
  const understood = forReaders || asksScreens || outer.medium === "screen";
  if (onlyPaper || outer.medium === "print" || outer.condition !== undefined) return { understood: false };
  return { query: { ...outer, medium: "screen", condition: list }, understood };
}

function plainMedium(query: string): Medium | undefined {
  const [, not, type] = /^(?:only\s+|(not)\s+)?(print|screen|all)$/.exec(query) ?? [];
  if (not === undefined) return type === "print" || type === "screen" || type === "all" ? type : undefined;
  return type === "print" ? "screen" : type === "screen" ? "print" : undefined;
}

function intersect(a: Medium, b: Medium): Medium | undefined {
  if (a === "all" || a === b) return b;
  return b === "all" ? a : undefined;
}
