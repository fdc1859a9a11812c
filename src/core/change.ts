/**
 * What Fleuron changed in the author's text, or read otherwise than as it stands.
 *
 * Comes in: nothing. Goes out: the record that stages gather beside their diagnostics, the table of all kinds, their order
 * and their sums. A change is no fault: it is told in the summary, and one by one where the author asks.
 */
import type { Outcome } from "./diagnostic.ts";
import type { Span } from "./span.ts";

/**
 * Every kind of change, and what one and several of them are called after a number. A stage that changes the text adds
 * its own rows.
 */
export const CHANGES = {
  "text/encoding": ["file converted to Unicode", "files converted to Unicode"],
  "text/set-aside": ["passage set aside", "passages set aside"],
  "paragraph/lines": ["file read with one paragraph to a line", "files read with one paragraph to a line"],
  "paragraph/wrapped": ["file whose wrapped lines were joined", "files whose wrapped lines were joined"],
  "paragraph/started": ["paragraph begun without an empty line", "paragraphs begun without an empty line"],
  "paragraph/verse": ["paragraph whose lines were kept", "paragraphs whose lines were kept"],
  "word/joined": ["word joined that a line's end had cut", "words joined that lines' ends had cut"],
  "word/compound": ["compound joined with its hyphen", "compounds joined with their hyphens"],
  "section/number": ["section number made a heading", "section numbers made headings"],
  "section/title": ["title line made a heading", "title lines made headings"],
  "section/letter-spacing": ["letter-spaced line closed up", "letter-spaced lines closed up"],
  "scene/empty-line": ["empty line made a scene break", "empty lines made scene breaks"],
  "scene/mark": ["mark made a scene break", "marks made scene breaks"],
  "punctuation/quote": ["quotation mark set", "quotation marks set"],
  "punctuation/apostrophe": ["apostrophe set", "apostrophes set"],
  "punctuation/prime": ["prime set", "primes set"],
  "punctuation/dash": ["dash set", "dashes set"],
  "punctuation/ellipsis": ["ellipsis set", "ellipses set"],
  "punctuation/space": ["space set beside punctuation", "spaces set beside punctuation"],
} as const satisfies Record<string, readonly [one: string, several: string]>;

/** One of {@link CHANGES}: `family/what`, stable from release to release. */
export type ChangeKind = keyof typeof CHANGES;

/** One change to the text. */
export interface TextChange {
  readonly what: ChangeKind;
  /** Where it was, in the author's file. */
  readonly span: Span;
  /** The characters as the author wrote them; absent if a glance at the line says as much. */
  readonly before?: string;
  /** What stands there now: characters, or words about it where it is no text ("a heading"). */
  readonly after?: string;
}

/** The result of a stage that changes text. */
export interface Changed<T> extends Outcome<T> {
  readonly changes: readonly TextChange[];
}

/** How often each kind occurred, in the order of {@link CHANGES}; kinds that did not are left out. */
export function countChanges(changes: readonly TextChange[]): ReadonlyMap<ChangeKind, number> {
  const kinds = Object.keys(CHANGES) as ChangeKind[];
  const counts = new Map<ChangeKind, number>(kinds.map((kind) => [kind, 0]));
  for (const { what } of changes) counts.set(what, (counts.get(what) ?? 0) + 1);
  return new Map([...counts].filter(([, count]) => count > 0));
}

/** A number with the words for it: `3 files converted to Unicode`. */
export function nameChanges(what: ChangeKind, count: number): string {
  const [one, several] = CHANGES[what];
  return `${count} ${count === 1 ? one : several}`;
}

/** Those of one file by line and column, files in the order in which `files` names them. */
export function sortChanges(changes: readonly TextChange[], files: readonly string[]): TextChange[] {
  const order = new Map(files.map((file, index) => [file, index]));
  const place = ({ file }: Span): number => order.get(file) ?? files.length;
  return [...changes].sort(
    ({ span: a }, { span: b }) => place(a) - place(b) || a.line - b.line || a.column - b.column,
  );
}
