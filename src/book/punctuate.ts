/**
 * The book's punctuation set right.
 *
 * Comes in: resolved sections. Goes out: the same sections with the right marks, and every change that was made. Only text changes:
 * nodes, ids and addresses stay. Which mark is right is said by `language/punctuation/`, over all sections at once, for an author's
 * habits and words run through the whole book.
 */
import type { TextChange } from "../core/change.ts";
import type { Span } from "../core/span.ts";
import { findTable } from "../language/punctuation/find-table.ts";
import { punctuateRuns } from "../language/punctuation/punctuate-runs.ts";
import type { Replacement } from "../language/punctuation/replacement.ts";
import type { PunctuationTable } from "../language/punctuation/table.ts";
import { gatherProse, type PictureWords, type ProseBlock, type ProseRun } from "./gather-prose.ts";
import { mapProse } from "./map-book.ts";
import type { Heading, Image, Inline, Section } from "./model.ts";
import { type Piece, type Prose, readProse, replaceProse } from "./prose.ts";
import { plainText, walkBlocks } from "./walk.ts";

export interface PunctuatedLine {
  readonly text: string;
  readonly changes: readonly TextChange[];
}

export interface PunctuatedSections {
  readonly sections: readonly Section[];
  readonly changes: readonly TextChange[];
}

/** `language` is the book's; sections in a language that has no table stay as they are. */
export function punctuateSections(sections: readonly Section[], language: string): PunctuatedSections {
  const { runs, pictures } = gatherProse(sections, language);
  const titles = new Map(sections.map((section) => [section, readTitle(section)]));
  const unseen = new Map(
    [...titles].filter(([, { seen }]) => !seen).map(([section, { nodes }]) => [nodes, section]),
  );
  const lone = [...unseen].map(([nodes, section]) => loneRun(nodes, section.language ?? language));
  const changed = new Map<readonly Inline[], readonly Inline[]>();
  const changes: TextChange[] = [];
  for (const { prose, nodes, replacements } of replaceAll([...runs, ...lone])) {
    changed.set(nodes, replaceProse(nodes, prose, replacements));
    if (unseen.has(nodes)) continue;
    for (const replacement of replacements) changes.push(tellChange(prose, replacement));
  }
  const change = (nodes: readonly Inline[]): readonly Inline[] => changed.get(nodes) ?? nodes;
  const image = (picture: Image): Image => changePicture(picture, pictures.get(picture) ?? {}, change);
  const mapping = { inlines: change, image };
  const value = sections.map((section): Section => {
    const title = plainText(change(titles.get(section)?.nodes ?? []));
    const notes = section.notes.map((note) => ({ ...note, children: mapProse(note.children, mapping) }));
    return { ...section, title, blocks: mapProse(section.blocks, mapping), notes };
  });
  return { sections: value, changes };
}

/** A text that stands by itself, such as the book's title. `span` is where it comes from. */
export function punctuateLine(text: string, language: string, span: Span): PunctuatedLine {
  const nodes: readonly Inline[] = [{ kind: "text", text, span }];
  const [replaced] = replaceAll([loneRun(nodes, language)]);
  if (!replaced) return { text, changes: [] };
  const { prose, replacements } = replaced;
  return {
    text: plainText(replaceProse(nodes, prose, replacements)),
    changes: replacements.map((replacement) => tellChange(prose, replacement)),
  };
}

function loneRun(nodes: readonly Inline[], language: string): ProseRun {
  return { language, blocks: [{ nodes, prose: readProse(nodes), afterGap: false }] };
}

interface ReplacedBlock extends ProseBlock {
  readonly replacements: readonly Replacement[];
}

/** The blocks in which there is something to replace. */
function replaceAll(runs: readonly ProseRun[]): ReplacedBlock[] {
  return [...groupByTable(runs)].flatMap(([table, own]) => {
    const passages = own.map(({ blocks }) =>
      blocks.map(({ prose, afterGap }) => ({ text: prose.text, afterGap })),
    );
    const found = punctuateRuns(passages, table);
    return own.flatMap(({ blocks }, r) =>
      blocks.flatMap((block, p) => {
        const replacements = found[r]?.[p] ?? [];
        return replacements.length === 0 ? [] : [{ ...block, replacements }];
      }),
    );
  });
}

function groupByTable(runs: readonly ProseRun[]): Map<PunctuationTable, ProseRun[]> {
  const groups = new Map<PunctuationTable, ProseRun[]>();
  for (const run of runs) {
    const table = findTable(run.language);
    if (!table) continue;
    const others = groups.get(table);
    if (others) others.push(run);
    else groups.set(table, [run]);
  }
  return groups;
}

/** The heading that a section has its title from; else the title as a text of its own, which is seen in lists of titles only. */
function readTitle({ blocks, title, span }: Section): {
  readonly nodes: readonly Inline[];
  readonly seen: boolean;
} {
  const heading = walkBlocks(blocks).find(
    (block): block is Heading => block.kind === "heading" && plainText(block.children) === title,
  );
  return heading
    ? { nodes: heading.children, seen: true }
    : { nodes: [{ kind: "text", text: title, span }], seen: false };
}

function changePicture(
  image: Image,
  { alt, title }: PictureWords,
  change: (nodes: readonly Inline[]) => readonly Inline[],
): Image {
  return {
    ...image,
    ...(alt && { alt: plainText(change(alt)) }),
    ...(title && { title: plainText(change(title)) }),
  };
}

function tellChange({ text, pieces }: Prose, { what, from, to, text: after }: Replacement): TextChange {
  const piece = pieces.findLast((one) => one.from <= from);
  const before = text.slice(from, to).replaceAll("\r", " ");
  return { what: `punctuation/${what}`, span: placeOf(piece, from, to), before, after };
}

/** A place in the file; escapes and entities before it on the line make it inexact, within the text node. */
function placeOf(piece: Piece | undefined, from: number, to: number): Span {
  if (!piece) throw new Error("A replacement stands outside all text.");
  const { span } = piece.node;
  const offset = Math.min(from - piece.from, span.length - 1);
  return { ...span, column: span.column + offset, length: Math.max(1, Math.min(to - from, span.length - offset)) };
}
