/**
 * Numbers of notes.
 *
 * Comes in: a draft of a section, with the notes of its file. Goes out: which of them stand in it, their numbers, and those of
 * every reference. It changes no node.
 */
import type { SectionDraft } from "./divide-sections.ts";
import type { Block, Note, NoteReference } from "./model.ts";
import { inlinesOf, walkInlines } from "./walk.ts";

/** A note that the section refers to. */
export interface NumberedNote {
  readonly note: Note;
  readonly number: number;
  /** How often; at least 1. */
  readonly references: number;
}

/** One section's notes. */
export interface Numbering {
  /** In order of first reference. */
  readonly notes: readonly NumberedNote[];
  readonly references: ReadonlyMap<NoteReference, Pick<NoteReference, "number" | "occurrence">>;
}

/**
 * Numbers from 1, in order of first reference; a note's own references come after all of the text's. Where two sections
 * of a file refer to one note, each has it, so that it stands at the foot of the page in both.
 */
export function numberNotes({ file, blocks }: SectionDraft): Numbering {
  const byLabel = new Map(file.notes.map((note) => [note.label, note]));
  const order: Note[] = [];
  const counts = new Map<Note, number>();
  const references = new Map<NoteReference, Pick<NoteReference, "number" | "occurrence">>();
  const refer = (reference: NoteReference): void => {
    const note = byLabel.get(reference.label);
    if (!note) return;
    const occurrence = (counts.get(note) ?? 0) + 1;
    counts.set(note, occurrence);
    if (occurrence === 1) order.push(note);
    references.set(reference, { number: order.indexOf(note) + 1, occurrence });
  };
  referencesIn(blocks).forEach(refer);
  for (let next = 0; next < order.length; next++) referencesIn(order[next]?.children ?? []).forEach(refer);
  const notes = order.map((note, index) => ({ note, number: index + 1, references: counts.get(note) ?? 1 }));
  return { notes, references };
}

function referencesIn(blocks: readonly Block[]): NoteReference[] {
  return walkInlines(inlinesOf(blocks)).filter((node): node is NoteReference => node.kind === "noteReference");
}
