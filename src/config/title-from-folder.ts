/**
 * A title for a book that has none: its folder's name in words.
 *
 * Comes in: the folder's path. Goes out: a title, capitalised as English titles are; never empty.
 * It does not look at the disk.
 */
import path from "node:path";

/** Words that stay small inside a title. */
const SMALL = new Set("a an and as at but by for from in into nor of on or the to with".split(" "));

/** `pride-and-prejudice` becomes `Pride and Prejudice`; a word that has capitals keeps them. */
export function titleFromFolder(folder: string): string {
  const words = path
    .basename(path.resolve(folder))
    .normalize("NFC")
    .split(/[\s_-]+/)
    .filter((word) => word !== "");
  const last = words.length - 1;
  const titled = words.map((word, index) => {
    if (word !== word.toLowerCase()) return word;
    return SMALL.has(word) && index > 0 && index < last ? word : capitalise(word);
  });
  return titled.join(" ") || "Untitled";
}

function capitalise(word: string): string {
  const [first = ""] = word;
  return first.toUpperCase() + word.slice(first.length);
}
