/**
 * Links followed.
 *
 * Comes in: a link as written. Goes out: a link to a place in this book or to an outside address, or the link's text alone where it
 * leads nowhere.
 */
import path from "node:path";
import type { BookConfig } from "../config/book-config.ts";
import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import type { SectionDraft } from "./divide-sections.ts";
import type { Inline, Link } from "./model.ts";
import { decode } from "./resolve-image.ts";
import { slugOf } from "./slugs.ts";

/** A section with its id and the ids inside it. */
export interface SectionPlace {
  readonly id: string;
  readonly draft: SectionDraft;
  readonly targets: ReadonlySet<string>;
}

/** Where a link stands, and where it may lead. */
export interface LinkPlace {
  readonly place: SectionPlace;
  readonly places: readonly SectionPlace[];
  /** Absolute folder of the file the link stands in. */
  readonly folder: string;
  readonly config: BookConfig;
  readonly fileExists: (absolutePath: string) => boolean;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** A heading is found by its id, or by its words as other tools make ids of them: `#Über-uns` for `uber-uns`. */
export function resolveLink(link: Link, from: LinkPlace): readonly Inline[] {
  const { href, span } = link;
  if (/^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith("//")) return [link];
  if (href === "") return link.children;
  const cut = href.indexOf("#");
  const address = cut < 0 ? href : href.slice(0, cut);
  const fragment = cut < 0 ? "" : decode(href.slice(cut + 1));
  const candidates = address === "" ? sameFile(from) : sectionsOf(decode(address), from);
  if (candidates.length === 0) {
    const hint =
      "The text of the link stays, the link is left out. Chapters of this book are named by their files.";
    from.report(
      diagnose("link/unknown-file", span, `The link to ${href} leads to no chapter of this book.`, hint),
    );
    return link.children;
  }
  const ids = [fragment, slugOf(fragment)];
  const id = ids.find((name) => candidates.some((c) => c.targets.has(name))) ?? "";
  const target = fragment === "" ? candidates[0] : candidates.find((c) => c.targets.has(id));
  if (!target) {
    const near = nearest(
      fragment,
      candidates.flatMap((c) => [...c.targets]),
    );
    const hint = near === undefined ? "It has no headings to link to." : `The nearest heading is #${near}.`;
    from.report(diagnose("link/unknown-heading", span, `The link to ${href} leads to no heading.`, hint));
    return link.children;
  }
  return [{ ...link, internal: true, href: fragment === "" ? target.id : `${target.id}#${id}` }];
}

/** The section itself first, then the others of its file. */
function sameFile(from: LinkPlace): SectionPlace[] {
  const others = from.places.filter((p) => p.draft.file === from.place.draft.file && p !== from.place);
  return [from.place, ...others];
}

function sectionsOf(address: string, from: LinkPlace): SectionPlace[] {
  const wanted = path.resolve(from.folder, address);
  const root = path.resolve(from.config.folder);
  return from.places.filter((p) => path.resolve(root, p.draft.file.name) === wanted);
}

/** The candidate that shares most with the wanted id: the least edits (Levenshtein). */
function nearest(wanted: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Infinity;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, candidate);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
