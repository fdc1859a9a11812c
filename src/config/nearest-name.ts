/**
 * "Did you mean …?": the known name that a mistyped one is closest to.
 *
 * Comes in: a name and the names there are. Goes out: the nearest, if it is near enough to suggest.
 */

/** Compared without regard to case, hyphens, underscores and spaces; the earlier of two equally near ones wins. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const wanted = fold(name);
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let least = limit + 1;
  for (const candidate of known) {
    const distance = editDistance(wanted, fold(candidate), least);
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[-_\s]+/g, "");
}

/**
 * Optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours
 * (Damerau, "A technique for computer detection and correction of spelling errors", CACM 7:3, 1964).
 * Distances of `limit` and more are all given as `limit`.
 */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, at(beforeLast, column - 2) + 1);
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return Math.min(limit, at(last, b.length));
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
