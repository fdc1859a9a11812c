/**
 * Names for things that have none: ids of sections and headings.
 *
 * Comes in: words. Goes out: slugs, unique among those already given. They depend on the words only, so they survive edits
 * elsewhere.
 */
import { foldLatin } from "../core/fold-latin.ts";

/** Lower case, accents dropped, anything that is no letter or figure a hyphen; may be empty. */
export function slugOf(text: string): string {
  return foldLatin(text)
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, "-")
    .replace(/^[-\p{M}]+|-+$/gu, "");
}

/** Gives slugs that are not taken yet: a second `preface` becomes `preface-2`. */
export function makeSlugGiver(): (text: string, fallback: string) => string {
  const taken = new Set<string>();
  return (text, fallback) => {
    const slug = slugOf(text) || fallback;
    const base = /^[\p{L}_]/u.test(slug) ? slug : `s-${slug}`;
    let name = base;
    for (let n = 2; taken.has(name); n++) name = `${base}-${n}`;
    taken.add(name);
    return name;
  };
}
