/**
 * Links followed.
 *
 * Comes in: a link as written. Goes out: a link to a place in this book or to an outside address, or the link's text alone where it
 * leads nowhere, and what is wrong with it.
 */
import path from "node:path";
import { nearestName } from "../config/nearest-name.ts";
import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import type { Inline, Link } from "./model.ts";
import { foldTarget, type NamedSection } from "./name-targets.ts";
import { isOutside, tidyAddress } from "./outside-address.ts";
import { decodeAddress } from "./resolve-image.ts";
import { slugOf } from "./slugs.ts";

/** Where a link stands, and where it may lead. */
export interface LinkPlace {
  /** The section that the link stands in. */
  readonly section: NamedSection;
  /** The sections of each file, by its name inside the manuscript's folder. */
  readonly files: ReadonlyMap<string, readonly NamedSection[]>;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** A heading is found by its id, or by its words as other tools make ids of them. */
export function resolveLink(link: Link, from: LinkPlace): readonly Inline[] {
  const { href } = link;
  if (isOutside(href)) {
    const outside = tidyAddress(href);
    return outside === undefined ? unlink(link, from, tellBroken(link)) : [{ ...link, href: outside }];
  }
  const [, address = "", fragment = ""] = /^([^#]*)#?([\s\S]*)$/.exec(href) ?? [];
  if (address === "" && !href.startsWith("#")) return unlink(link, from, tellBroken(link));
  const sections = address === "" ? ownFile(from) : findFile(decodeAddress(address), from);
  const [first] = sections ?? [];
  if (!sections || !first) return unlink(link, from, tellUnknownFile(link, decodeAddress(address), from));
  const name = foldTarget(decodeAddress(fragment));
  if (name === "" || (name === "top" && !first.targets.has("top")))
    return [{ ...link, internal: true, href: first.id }];
  const names = [name, slugOf(name)];
  const known = names.find((wanted) => sections.some((section) => section.targets.has(wanted))) ?? name;
  const home = sections.find((section) => section.targets.has(known));
  const id = home?.targets.get(known);
  if (!home || id === undefined) return unlink(link, from, tellUnknownHeading(link, name, sections));
  return [{ ...link, internal: true, href: `${home.id}#${id}` }];
}

function unlink(link: Link, from: LinkPlace, diagnostic: Diagnostic): readonly Inline[] {
  from.report(diagnostic);
  return link.children;
}

/** The section itself first: `#notes` may stand in each. */
function ownFile({ section, files }: LinkPlace): NamedSection[] {
  const all = files.get(section.draft.file.name) ?? [];
  return [section, ...all.filter((other) => other !== section)];
}

/** By its path from the linking file, or from the manuscript's folder; `.html` is what other tools make of `.md`. */
function findFile(address: string, { section, files }: LinkPlace): readonly NamedSection[] | undefined {
  const written = address.replace(/\?.*$/, "");
  const beside = path.posix.dirname(section.draft.file.name);
  const name = written.startsWith("/") ? path.posix.normalize(written.slice(1)) : path.posix.join(beside, written);
  const names = [name, ...[".md", ".markdown"].map((ending) => name.replace(/(?:\.html?|\.xhtml)$/i, ending))];
  return names.map((candidate) => files.get(candidate)).find((sections) => sections !== undefined);
}

function tellBroken({ href, span }: Link): Diagnostic {
  const message =
    href === "" ? "This link has no address." : `The address ${href} is none that a reader could open.`;
  return diagnose(
    "link/unknown-file",
    span,
    `${message} The link's text stays.`,
    "Web addresses begin with https://, mail addresses with mailto:",
  );
}

function tellUnknownFile({ span }: Link, address: string, { files }: LinkPlace): Diagnostic {
  // A name of a letter or two is near to every other.
  const near = address.length < 6 ? undefined : nearestName(address, [...files.keys()]);
  const message = `The link leads to ${address}, which is no chapter of this book. The link's text stays.`;
  const hint =
    near === undefined ? "Name a chapter's .md file, or give a web address in full." : `Did you mean ${near}?`;
  return diagnose("link/unknown-file", span, message, hint);
}

function tellUnknownHeading({ span }: Link, name: string, sections: readonly NamedSection[]): Diagnostic {
  const known = sections.flatMap((section) => [...section.targets.keys()]);
  const file = sections[0]?.draft.file.path ?? "";
  const near = nearestName(name, known);
  const hints = [
    near === undefined
      ? "A heading's name is its words in small letters with hyphens between them."
      : `The nearest heading is #${near}.`,
  ];
  return diagnose("link/unknown-heading", span, `There is no heading #${name} in ${file}.`, ...hints);
}
