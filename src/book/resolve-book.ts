/**
 * The book resolved: sections, numbers, links, images.
 *
 * Comes in: a `Book`. Goes out: a `ResolvedBook`, in which every link leads somewhere, every image is a file and every note has its
 * number; and what is wrong with any of them. Everything the two outputs must agree on is settled here:
 * their punctuation too.
 */
import path from "node:path";
import type { BookConfig } from "../config/book-config.ts";
import type { Changed } from "../core/change.ts";
import type { Diagnostic } from "../core/diagnostic.ts";
import { checkDescriptions, decorateDivision, decoratePhrase } from "./describe-images.ts";
import { divideSections, type SectionDraft } from "./divide-sections.ts";
import { type Mapping, mapBlocks } from "./map-book.ts";
import type { Block, Book, Division, Image, Inline, Phrase, ResolvedBook, Section } from "./model.ts";
import { type NamedSection, nameSections } from "./name-targets.ts";
import { type NumberedNote, type Numbering, numberNotes } from "./number-notes.ts";
import { orderFiles } from "./order-files.ts";
import { punctuateSections } from "./punctuate.ts";
import { type ImagePlace, resolveImage } from "./resolve-image.ts";
import { type LinkPlace, resolveLink } from "./resolve-link.ts";

/** Resolves all files. `fileExists` is asked about absolute paths. */
export function resolveBook(
  book: Book,
  config: BookConfig,
  fileExists: (absolutePath: string) => boolean,
): Changed<ResolvedBook> {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => {
    diagnostics.push(diagnostic);
  };
  const drafts = divideSections(orderFiles(book.files, config), config);
  const numberings = new Map(drafts.map((draft) => [draft, numberNotes(draft)]));
  const notesOf = (draft: SectionDraft): readonly NumberedNote[] => numberings.get(draft)?.notes ?? [];
  const named = nameSections(drafts, (draft) => notesOf(draft).map(({ note }) => note));
  const files = groupByFile(named);
  const root = path.resolve(config.folder);
  const sections = named.map((section) => {
    const { draft } = section;
    const folder = path.join(root, path.dirname(draft.file.name));
    const references = numberings.get(draft)?.references ?? new Map();
    const mapping = makeMapping(
      section,
      references,
      { root, folder, fileExists, report },
      { section, files, report },
    );
    return resolveSection(section, notesOf(draft), mapping);
  });
  for (const { blocks, notes } of sections) {
    for (const part of [blocks, ...notes.map((note) => note.children)])
      diagnostics.push(...checkDescriptions(part));
  }
  const smart = sections.filter(
    (_, index) => (named[index]?.draft.file.punctuation ?? config.punctuation) !== "off",
  );
  const punctuated = punctuateSections(smart, config.language);
  const set = new Map(smart.map((section, index) => [section, punctuated.sections[index]]));
  const value = { sections: sections.map((section) => set.get(section) ?? section) };
  return { value, diagnostics, changes: punctuated.changes };
}

function groupByFile(sections: readonly NamedSection[]): ReadonlyMap<string, readonly NamedSection[]> {
  const files = new Map<string, NamedSection[]>();
  for (const section of sections) {
    const { name } = section.draft.file;
    const others = files.get(name);
    if (others) others.push(section);
    else files.set(name, [section]);
  }
  return files;
}

function resolveSection({ draft, id }: NamedSection, notes: readonly NumberedNote[], mapping: Mapping): Section {
  const { language, classes } = draft.file;
  return {
    role: draft.role,
    matter: draft.matter,
    id,
    title: draft.title,
    ...(language !== undefined && { language }),
    classes,
    blocks: mapBlocks(draft.blocks, mapping),
    notes: notes.map(({ note, number, references }) => {
      const children = mapBlocks(note.children, mapping);
      return { label: note.label, children, span: note.span, number, references };
    }),
    span: draft.span,
  };
}

/**
 * What becomes of each node of a section. Children are mapped before their parents, so nodes that were looked up by
 * identity are recognised by their span, which mapping keeps.
 */
function makeMapping(
  section: NamedSection,
  references: Numbering["references"],
  images: ImagePlace,
  links: LinkPlace,
): Mapping {
  const headings = new Map([...section.headings].map(([heading, named]) => [heading.span, named]));
  const hooks = new Map([...section.hooks].map(([node, id]) => [node.span, id]));
  const withId = <T extends Division | Phrase>(node: T): T => {
    const { id: _, ...bare } = node;
    const id = hooks.get(node.span);
    return (id === undefined ? bare : { ...bare, id }) as T;
  };
  const block = (node: Block): readonly Block[] => {
    switch (node.kind) {
      case "heading": {
        const { found: _, ...heading } = node;
        return [{ ...heading, ...headings.get(node.span) }];
      }
      case "division":
        return [decorateDivision(withId(node))];
      case "figure":
        return resolveImage(node.image, images).map((image) => wrapImage(image, node));
      default:
        return [node];
    }
  };
  const inline = (node: Inline): readonly Inline[] => {
    switch (node.kind) {
      case "phrase":
        return [decoratePhrase(withId(node))];
      case "link":
        return resolveLink(node, links);
      case "image":
        return resolveImage(node, images);
      case "noteReference":
        return [{ ...node, ...references.get(node) }];
      default:
        return [node];
    }
  };
  return { block, inline };
}

/** The description of an image that cannot be had is a paragraph. */
function wrapImage(image: Image | Inline, figure: Extract<Block, { kind: "figure" }>): Block {
  if (image.kind === "image") return { ...figure, image };
  return { kind: "paragraph", children: [image], span: figure.span };
}
