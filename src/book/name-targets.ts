/**
 * Ids: of sections, of their headings, and of what the author has given one.
 *
 * Comes in: drafts of sections. Goes out: each with its file's stem, the levels and ids of its headings, and every name by which a
 * link may mean them. It follows no link.
 */
import type { SectionDraft } from "./divide-sections.ts";
import type { Block, Division, Heading, Note, Phrase } from "./model.ts";
import { fileSlugOf, linkSlugOf, makeNameGiver, slugOf } from "./slugs.ts";
import { inlinesOf, plainText, walkBlocks, walkInlines } from "./walk.ts";

/** A section whose names are settled. */
export interface NamedSection {
  readonly draft: SectionDraft;
  readonly id: string;
  readonly headings: ReadonlyMap<Heading, { readonly id: string; readonly level: number }>;
  /** Ids of divisions and phrases; absent for one that would stand twice. */
  readonly hooks: ReadonlyMap<Division | Phrase, string>;
  /** Ids by the names that links use, folded with `foldTarget`. */
  readonly targets: ReadonlyMap<string, string>;
}

/** Ids that notes and references to them have. */
const NOTE_ID = /^note(?:ref)?-/;

/** XML names in ASCII or not, without the colon (Namespaces in XML 1.0, 3: NCName). */
const NAME = /^[\p{L}_][\p{L}\p{N}\p{M}._-]*$/u;

/** Names all sections. `notesOf` gives the notes that stand in a section. */
export function nameSections(
  drafts: readonly SectionDraft[],
  notesOf: (draft: SectionDraft) => readonly Note[],
): NamedSection[] {
  const give = makeNameGiver();
  return drafts.map((draft) => {
    const stem = fileSlugOf(draft.file.name.replace(/\.[^./]*$/, "").replaceAll("/", "-"));
    const id = give(draft.ordinal === 0 ? stem : `${stem}-${fileSlugOf(draft.title)}`);
    const blocks = [...draft.blocks, ...notesOf(draft).flatMap((note) => note.children)];
    return { draft, id, ...nameTargets(blocks, draft.heading) };
  });
}

/** How names of targets are compared. */
export function foldTarget(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

function nameTargets(
  blocks: readonly Block[],
  title: Heading | undefined,
): Pick<NamedSection, "headings" | "hooks" | "targets"> {
  const targets = new Map<string, string>();
  const hooks = new Map<Division | Phrase, string>();
  const given = new Set<string>();
  for (const node of hookedNodes(blocks)) {
    const id = validId(node.id ?? "");
    if (given.has(id)) continue;
    given.add(id);
    hooks.set(node, id);
    addTarget(targets, node.id ?? "", id);
  }
  const give = makeNameGiver([...given]);
  const headings = new Map<Heading, { readonly id: string; readonly level: number }>();
  const levels = levelHeadings(blocks, title);
  for (const [heading, level] of levels) {
    const text = plainText(heading.children);
    const id = give(validId(slugOf(text) || "section"));
    headings.set(heading, { id, level });
    for (const name of [id, slugOf(text), linkSlugOf(text)]) addTarget(targets, name, id);
  }
  return { headings, hooks, targets };
}

/** The first of two equal names wins. */
function addTarget(targets: Map<string, string>, name: string, id: string): void {
  const folded = foldTarget(name);
  if (folded !== "" && !targets.has(folded)) targets.set(folded, id);
}

function validId(wanted: string): string {
  const name = NAME.test(wanted) ? wanted : slugOf(wanted) || "place";
  const begun = /^[\p{L}_]/u.test(name) ? name : `s-${name}`;
  return NOTE_ID.test(begun) ? `s-${begun}` : begun;
}

/** Divisions and phrases that have an id, in reading order. */
function hookedNodes(blocks: readonly Block[]): (Division | Phrase)[] {
  return walkBlocks(blocks).flatMap((block): (Division | Phrase)[] => {
    if (block.kind === "division") return block.id === undefined ? [] : [block];
    const phrases = walkInlines(inlinesOf([block], false));
    return phrases.filter((node): node is Phrase => node.kind === "phrase" && node.id !== undefined);
  });
}

/** The title is 1; below it no level is skipped. HTML has six. */
function levelHeadings(blocks: readonly Block[], title: Heading | undefined): Map<Heading, number> {
  const levels = new Map<Heading, number>();
  const open: number[] = [];
  for (const block of walkBlocks(blocks)) {
    if (block.kind !== "heading") continue;
    if (block === title) {
      levels.set(block, 1);
      continue;
    }
    while ((open.at(-1) ?? 0) >= block.level) open.pop();
    open.push(block.level);
    levels.set(block, Math.min(6, open.length + 1));
  }
  return levels;
}
