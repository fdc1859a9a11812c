/**
 * Quantities as a reader likes them.
 *
 * Comes in: bytes, milliseconds, counts. Goes out: words in English, the same in every locale.
 */

/** `812 B`, `24 kB`, `1.3 MB`; a kilobyte is 1000 bytes. */
export function showSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 999_500) return `${(bytes / 1000).toFixed(0)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** `0.4 s`, `1 min 5 s`. */
export function showTime(milliseconds: number): string {
  if (milliseconds < 59_950) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** `1 page`, `2 pages`. */
export function showCount(count: number, singular: string): string {
  return `${count} ${singular}${count === 1 ? "" : "s"}`;
}
