/**
 * The book resolved: sections, numbers, links, pictures.
 *
 * Comes in: a `Book`. Goes out: a `ResolvedBook`, in which every link leads somewhere, every picture is a file, every note has its
 * number; and what is wrong with any of them. Everything the two outputs must agree on is settled here.
 */
import path from "node:path";
import type { BookConfig } from "../config/book-config.ts";
import type { Diagnostic, Outcome } from "../core/diagnostic.ts";
import { divideSections, type SectionDraft } from "./divide-sections.ts";
import { mapBlocks } from "./map-book.ts";
import type {
  Block,
  Book,
  Inline,
  Manuscript,
  Note,
  NoteReference,
  ResolvedBook,
  ResolvedNote,
  Section,
} from "./model.ts";
import { checkImage } from "./resolve-image.ts";
import { type LinkPlace, resolveLink, type SectionPlace } from "./resolve-link.ts";
import { makeSlugGiver, slugOf } from "./slugs.ts";
import { inlinesOf, plainText, walkBlocks, walkInlines } from "./walk.ts";

/** Whether a file is there. */
export type FileExists = (absolutePath: string) => boolean;

export function resolveBook(book: Book, config: BookConfig, fileExists: FileExists): Outcome<ResolvedBook> {
  const diagnostics: Diagnostic[] = [];
  const places = nameSections(divideSections(book.files, config));
  const sections = places.map((place) => {
    const { draft } = place;
    const folder = path.resolve(config.folder, path.dirname(draft.file.name));
    const links: LinkPlace = { place, places, folder, config, fileExists, report: (d) => diagnostics.push(d) };
    return resolveSection(place, links);
  });
  return { value: { sections }, diagnostics };
}

/** Settles the ids of sections and headings. */
function nameSections(drafts: readonly SectionDraft[]): SectionPlace[] {
  const giveSection = makeNameGiver();
  return drafts.map((draft) => {
    const stem = slugOf(draft.file.name.replace(/\.[^./]*$/, "").replace(/\//g, "-"));
    const id = giveSection(draft.ordinal === 0 ? stem : `${stem}-${slugOf(draft.title)}`);
    const giveHeading = makeSlugGiver();
    const blocks = mapBlocks(draft.blocks, {
      block: (block) =>
        block.kind === "heading" ? { ...block, id: giveHeading(plainText(block.children), "heading") } : block,
    });
    return { id, draft: { ...draft, blocks }, targets: collectTargets(blocks) };
  });
}

/** File names may begin with a figure, unlike ids. */
function makeNameGiver(): (slug: string) => string {
  const taken = new Set<string>();
  return (slug) => {
    const base = slug || "section";
    let name = base;
    for (let n = 2; taken.has(name); n++) name = `${base}-${n}`;
    taken.add(name);
    return name;
  };
}

function collectTargets(blocks: readonly Block[]): Set<string> {
  const ids = walkBlocks(blocks).flatMap((b) =>
    b.kind === "heading" || b.kind === "division" ? [b.id ?? ""] : [],
  );
  const phrases = walkInlines(inlinesOf(blocks)).flatMap((n) => (n.kind === "phrase" ? [n.id ?? ""] : []));
  return new Set([...ids, ...phrases].filter((id) => id !== ""));
}

function resolveSection(place: SectionPlace, links: LinkPlace): Section {
  const { draft, id } = place;
  const { file } = draft;
  const numbering = makeNumbering(file);
  const resolve = (blocks: readonly Block[]): Block[] =>
    mapBlocks(blocks, {
      block: (block) => {
        if (block.kind !== "figure") return block;
        const image = checkImage(block.image, links);
        return image.kind === "image"
          ? { ...block, image }
          : { kind: "paragraph", children: [image], span: block.span };
      },
      inline: (node): readonly Inline[] => {
        if (node.kind === "link") return resolveLink(node, links);
        if (node.kind === "image") return [checkImage(node, links)];
        if (node.kind === "noteReference") return [numbering.number(node)];
        return [node];
      },
    });
  const blocks = resolve(draft.blocks);
  const notes = numbering.notes((note) => resolve(note.children));
  return {
    role: draft.role,
    id,
    title: draft.title,
    classes: file.classes,
    ...(file.language === undefined ? {} : { language: file.language }),
    blocks,
    notes,
    span: draft.span,
  };
}

interface Numbering {
  readonly number: (reference: NoteReference) => NoteReference;
  readonly notes: (resolve: (note: Note) => Block[]) => ResolvedNote[];
}

/** Notes are numbered in each section by their first reference; a note may refer to further notes. */
function makeNumbering(file: Manuscript): Numbering {
  const byLabel = new Map(file.notes.map((note) => [note.label, note]));
  const order: string[] = [];
  const references = new Map<string, number>();
  return {
    number: (reference) => {
      const occurrence = (references.get(reference.label) ?? 0) + 1;
      references.set(reference.label, occurrence);
      if (occurrence === 1) order.push(reference.label);
      return { ...reference, number: order.indexOf(reference.label) + 1, occurrence };
    },
    notes: (resolve) => {
      const notes: ResolvedNote[] = [];
      for (let i = 0; i < order.length; i++) {
        const note = byLabel.get(order[i] ?? "");
        if (note) notes.push({ ...note, children: resolve(note), number: i + 1, references: 0 });
      }
      return notes.map((note) => ({ ...note, references: references.get(note.label) ?? 1 }));
    },
  };
}
