/**
 * Where something stands in the author's files.
 *
 * Comes in: nothing. Goes out: the two types every later stage carries along.
 * It does not read files.
 */

/** A stretch of one line of a source file. */
export interface Span {
  /** The path as the author would type it: the folder as given, then the name inside it. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
  /** In UTF-16 code units, at least 1; never past the end of the line it is drawn under. */
  readonly length: number;
}

/** One source file, decoded. */
export interface SourceFile {
  /** As in {@link Span.file}. */
  readonly path: string;
  /** The path inside the manuscript folder, with `/` between its parts. */
  readonly name: string;
  /** The whole text: no byte-order mark, line ends as `\n`. */
  readonly text: string;
}

/** A span for a place in a file. */
export function spanAt(file: string, line: number, column = 1, length = 1): Span {
  return { file, line, column, length };
}
