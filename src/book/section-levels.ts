/**
 * Levels for headings that have none.
 *
 * Comes in: the numbers and titles that were found, and the blocks they stand among. Goes out: a level from 1 to 6 for each. It
 * changes no block.
 */

import { isContentsName } from "./contents-lists.ts";
import type { Title } from "./find-titles.ts";
import type { Candidate, Files } from "./section-candidates.ts";

/**
 * Series stand inside one another: parts outside chapters, chapters outside scenes. A bare number is inside the chapters if one
 * of them comes before it, and outside if it comes first; series of bare numbers follow their first appearance. All are below
 * the author's own headings that stand above them, and below a title at the top of a file. If they are to stay `inside`
 * chapters, the first level is left to these.
 */
export function levelSections(
  chosen: readonly Candidate[],
  titles: readonly Title[],
  files: Files,
  inside: boolean,
): ReadonlyMap<Candidate | Title, number> {
  const all = chosen.filter(({ isHeading }) => !isHeading);
  const tops = all.filter((one) => one.mark === undefined && isTop(one, all, files));
  const found = all.filter((one) => !tops.includes(one));
  const ranks = rankSeries(found);
  const used = [...new Set(found.map((one) => ranks.get(seriesOf(one)) ?? 0))].sort((a, b) => a - b);
  const above = Math.max(
    ...found.map((one) => levelAbove(one, found, [...titles, ...tops], files)),
    inside ? 1 : 0,
    0,
  );
  const levels = new Map<Candidate | Title, number>();
  for (const one of found) {
    const depth = used.indexOf(ranks.get(seriesOf(one)) ?? 0);
    levels.set(one, Math.min(6, above + depth + 1));
  }
  for (const title of [...titles, ...tops]) levels.set(title, 1);
  for (const title of titles) {
    const hasTop = titles.some((top) => top.file === title.file && top.index < title.index && isTopTitle(top));
    if (title.isSection && hasTop) levels.set(title, 2);
  }
  return levels;
}

/** Letter-spaced lines at the top of a file, above its text and its numbers. */
function isTop({ file, index }: Candidate, all: readonly Candidate[], files: Files): boolean {
  const lines = new Set(all.filter((one) => one.file === file && one.mark === undefined).map((one) => one.index));
  return (files[file] ?? []).slice(0, index).every((block, at) => lines.has(at) || block.kind === "sceneBreak");
}

function isTopTitle({ text, isBelow, isSection }: Title): boolean {
  return !isBelow && !isSection && !isContentsName(text);
}

function seriesOf({ mark }: Candidate): string {
  return mark?.series ?? "title";
}

const RANKS = { part: 10, chapter: 30, scene: 50 };

function rankSeries(found: readonly Candidate[]): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  let bare = 0;
  let hasChapters = false;
  for (const { mark } of found) {
    const series = mark?.series ?? "title";
    if (mark?.division === "chapter") hasChapters = true;
    if (ranks.has(series) || mark?.division === "named") continue;
    if (mark && mark.division !== "bare") ranks.set(series, RANKS[mark.division]);
    // Letter-spaced titles without numbers count as bare numbers do.
    else ranks.set(series, (hasChapters ? RANKS.chapter : RANKS.part) + ++bare);
  }
  // A prologue stands beside the outermost sections, whatever they are.
  ranks.set("named", Math.min(...ranks.values(), RANKS.chapter));
  return ranks;
}

/** The level of the last heading above a file's first number: the author's own, or the title at its top. */
function levelAbove(
  one: Candidate,
  found: readonly Candidate[],
  titles: readonly (Candidate | Title)[],
  files: Files,
): number {
  const first = found.find(({ file }) => file === one.file);
  if (first !== one) return 0;
  const before = (files[one.file] ?? []).slice(0, one.index);
  const own = before.findLast((block) => block.kind === "heading");
  const isAbove = (title: Candidate | Title): boolean =>
    title.file === one.file &&
    !("isBelow" in title && title.isBelow) &&
    !isContentsName(title.text) &&
    title.index < one.index;
  return Math.max(own?.kind === "heading" ? own.level : 0, titles.some(isAbove) ? 1 : 0);
}
