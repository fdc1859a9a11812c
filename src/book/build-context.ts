/**
 * What the nodes of one file have in common while they are built.
 *
 * Comes in: the file's path. Goes out: a place to report to and to put notes, and spans. It builds nothing.
 */
import type { Diagnostic } from "../core/diagnostic.ts";
import type { Span } from "../core/span.ts";
import type { Place } from "../markdown/syntax.ts";
import type { Note } from "./model.ts";

/** A reference to a note that the file does not define. */
export interface UndefinedNote {
  readonly label: string;
  readonly span: Span;
}

/** One file being built. */
export interface BuildContext {
  readonly file: string;
  readonly report: (diagnostic: Diagnostic) => void;
  /** Notes found so far, those that stand in the text itself among them. */
  readonly notes: Note[];
  readonly undefinedNotes: UndefinedNote[];
  /** Unknown elements that are open, by name: their end tags are no news. */
  readonly openUnknown: Map<string, number>;
  /** What has been warned of: tag and line. */
  readonly told: Set<string>;
  /** True inside verse: a line ends where the author ends it. */
  readonly keepsLines?: boolean;
  /** Line of the HTML block being read, which is told of each tag once; absent elsewhere. */
  readonly htmlLine?: number;
}

export function openFile(file: string, report: BuildContext["report"]): BuildContext {
  return { file, report, notes: [], undefinedNotes: [], openUnknown: new Map(), told: new Set() };
}

export function spanOf(place: Place, { file }: BuildContext): Span {
  return { file, line: place.line, column: place.column, length: place.length };
}
