/**
 * The file name of a book, made from its title.
 *
 * Comes in: a title in any script. Goes out: lower-case letters and digits joined by hyphens; never empty.
 * It does not look at the disk.
 */
import { foldLatin } from "../core/fold-latin.ts";

/** In UTF-8 bytes: leaves room for an ending and for a temporary name where names may have 255. */
const LONGEST = 120;

/** Names that Windows keeps for devices. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/** Latin letters lose their accents; other scripts keep theirs, since there they make other letters. */
export function makeSlug(title: string): string {
  const plain = foldLatin(title)
    .replace(/['’ʼ`´]/g, "")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, "-")
    .replace(/^[-\p{M}]+|-+$/gu, "");
  const slug = shorten(plain) || "book";
  return RESERVED.test(slug) ? `${slug}-book` : slug;
}

/** Cuts after the last whole word that fits, or after the last letter if there is no such word. */
function shorten(slug: string): string {
  if (Buffer.byteLength(slug) <= LONGEST) return slug;
  let kept = "";
  for (const letter of slug) {
    if (Buffer.byteLength(kept + letter) > LONGEST) break;
    kept += letter;
  }
  const cut = slug.charAt(kept.length) === "-" ? -1 : kept.lastIndexOf("-");
  return cut > 0 ? kept.slice(0, cut) : kept.replace(/-+$/, "");
}
