/**
 * Names for things that have none: ids of sections and headings.
 *
 * Comes in: words. Goes out: slugs, unique among those already given. They depend on the words only, so they survive edits
 * elsewhere.
 */
import { createHash } from "node:crypto";
import { foldLatin } from "../core/fold-latin.ts";

/** In characters; cut between words where there are any. */
const LONGEST = 80;

/** Lower case, Latin accents dropped, anything that is no letter or figure a hyphen; may be empty. */
export function slugOf(text: string): string {
  const slug = foldLatin(text)
    .replace(/['’ʼ]/g, "")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, "-")
    .replace(/^[-\p{M}]+|-+$/gu, "");
  if (slug.length <= LONGEST) return slug;
  const cut = slug.lastIndexOf("-", LONGEST);
  return cut > 0 ? slug.slice(0, cut) : [...slug].slice(0, LONGEST / 2).join("");
}

/** The heading's name as GitHub and mdBook make it, by which authors link: punctuation goes, each space is a hyphen. */
export function linkSlugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-");
}

/**
 * A slug for a file name, in ASCII: EPUBCheck 4 warns of any other (EPUB 3.3, 4.2.3). Words in other scripts are
 * told apart by a hash of the whole.
 */
export function fileSlugOf(text: string): string {
  const slug = slugOf(text);
  const ascii = slug.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  if (ascii === slug && slug !== "") return slug;
  const hash = createHash("sha256").update(text.normalize("NFC")).digest("hex").slice(0, 8);
  return ascii === "" ? `s-${hash}` : `${ascii}-${hash}`;
}

/** Gives each name once: a second `preface` becomes `preface-2`. */
export function makeNameGiver(reserved: readonly string[] = []): (wanted: string) => string {
  const taken = new Set(reserved);
  const next = new Map<string, number>();
  return (wanted) => {
    let name = wanted;
    let count = next.get(wanted) ?? 2;
    for (; taken.has(name); count++) name = `${wanted}-${count}`;
    next.set(wanted, count);
    taken.add(name);
    return name;
  };
}
