/**
 * Inline Markdown in text that was put together from pieces of several lines.
 *
 * Comes in: the pieces, each with its place in the file. Goes out: `InlineSyntax` nodes with their places there. This is Markdown
 * as prose has it: emphasis, notes, images, links and the tags that books know; no code, and no tag that is a word in angle
 * brackets.
 */
import { followAnchors, type SourceLines } from "./locate.ts";
import { parseInline } from "./parse-inline.ts";
import { makeProseParser, openRecord } from "./parser.ts";
import type { InlineSyntax } from "./syntax.ts";

/** A part of one line. The text of a block is the sum of its pieces. */
export interface TextPiece {
  /** As it is to be read: it may end with a line end, and lack a hyphen that the file has. */
  readonly text: string;
  /** Index into the lines of the source. */
  readonly line: number;
  /** 0-based. */
  readonly column: number;
}

const parser = makeProseParser();

/** Parses one block. `labels` are those of the notes that the file defines. */
export function parsePieces(
  source: SourceLines,
  pieces: readonly TextPiece[],
  labels: ReadonlySet<string>,
): InlineSyntax[] {
  const record = openRecord();
  record.footnotes = { refs: Object.fromEntries([...labels].map((label) => [`:${label}`, -1])) };
  let content = "";
  const cuts: number[] = [];
  const anchors = pieces.map(({ text, line, column }) => {
    if (content !== "" && !content.endsWith("\n")) cuts.push(content.length);
    const anchor = { offset: content.length, line, column };
    content += text;
    return anchor;
  });
  const [token] = parser.parseInline(content, record);
  const locate = followAnchors(source, anchors);
  // A word that runs over a line's end stays whole; the text behind it begins a node, with the place that it has.
  const wordEnds = cuts.flatMap((cut) => content.slice(cut).search(/\s/) + cut || []).filter((end) => end > 0);
  return parseInline(token?.children ?? [], locate, { md: parser, cuts: wordEnds });
}
