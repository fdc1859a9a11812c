/**
 * What can be wrong with a file's notes.
 *
 * Comes in: a file's blocks, its notes, and references that found no note. Goes out: diagnostics for these, for definitions that
 * nothing refers to, and for labels defined twice.
 */
import { nearestName } from "../config/nearest-name.ts";
import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import type { UndefinedNote } from "./build-context.ts";
import type { Block, Note } from "./model.ts";
import { inlinesOf, walkInlines } from "./walk.ts";

export function checkNotes(
  blocks: readonly Block[],
  notes: readonly Note[],
  undefinedNotes: readonly UndefinedNote[],
): Diagnostic[] {
  const reached = reachLabels(blocks, notes);
  const labels = notes.filter((note) => !isInline(note)).map((note) => note.label);
  return [
    ...undefinedNotes.map((reference) => tellUndefined(reference, labels)),
    ...notes.filter((note) => !reached.has(note.label) && !isInline(note)).map(tellUnused),
    ...tellDuplicates(notes),
  ];
}

/** The label of a note that stands in the text itself is made up, with a space in it. */
function isInline(note: Note): boolean {
  return note.label.includes(" ");
}

/** Labels that the text refers to, or a note that it refers to. */
function reachLabels(blocks: readonly Block[], notes: readonly Note[]): ReadonlySet<string> {
  const byLabel = new Map(notes.map((note) => [note.label, note]));
  const reached = new Set<string>();
  const queue: (readonly Block[])[] = [blocks];
  for (let next = queue.shift(); next; next = queue.shift()) {
    for (const node of walkInlines(inlinesOf(next))) {
      if (node.kind !== "noteReference" || reached.has(node.label)) continue;
      reached.add(node.label);
      queue.push(byLabel.get(node.label)?.children ?? []);
    }
  }
  return reached;
}

function tellUndefined({ label, span }: UndefinedNote, labels: readonly string[]): Diagnostic {
  const near = nearestName(label, labels);
  const message = `There is no note "${label}" in this file.`;
  const hints = near === undefined ? [] : [`Did you mean [^${near}]?`];
  return diagnose(
    "note/undefined",
    span,
    message,
    ...hints,
    `Define it on a line of its own: [^${label}]: …`,
    "If it is no note, write \\[ for the bracket.",
  );
}

function tellUnused({ label, span }: Note): Diagnostic {
  const hint = `Put [^${label}] where it belongs in this file, or take the note out.`;
  return diagnose("note/unused", span, `Nothing refers to the note "${label}", so it is not in the book.`, hint);
}

function tellDuplicates(notes: readonly Note[]): Diagnostic[] {
  const first = new Map<string, number>();
  return notes.flatMap(({ label, span }) => {
    const line = first.get(label);
    if (line === undefined) {
      first.set(label, span.line);
      return [];
    }
    const message = `The note "${label}" is defined a second time; the first is on line ${line}.`;
    return [diagnose("note/duplicate", span, message, "Give one of the two another label.")];
  });
}
