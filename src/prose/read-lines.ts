/**
 * Text with one paragraph to a line.
 *
 * Comes in: the lines of a file. Goes out: blocks. Every line is a paragraph, whatever it begins with, save for headings marked
 * with `#`, notes and scene breaks; an empty line between two paragraphs is a scene break. It does not judge whether a file is
 * such a text, nor which lines are section numbers.
 */
import type { BlockSyntax } from "../markdown/syntax.ts";
import { isSceneBreakLine, isThematicBreak } from "./plain-lines.ts";
import {
  breakAt,
  headingOf,
  type LineChange,
  linePlace,
  noteOf,
  type ProseReading,
  type ProseSource,
  paragraphOf,
  pieceOf,
  readOpening,
} from "./prose-block.ts";
import { readSectionMark } from "./section-mark.ts";

export function readLines(source: ProseSource): ProseReading {
  const blocks: BlockSyntax[] = [];
  const changes: LineChange[] = [];
  /** The empty line that a scene break may stand for, once a paragraph follows. */
  let gap: number | undefined;
  let above: BlockSyntax["kind"] | "mark" | undefined;
  for (const [index, line] of source.lines.entries()) {
    if (line.trim() === "") {
      gap ??= index;
      continue;
    }
    const block = readLine(source, index, changes);
    const isMark = block.kind === "paragraph" && readSectionMark(line) !== undefined;
    const kind = isMark ? "mark" : block.kind;
    if (gap !== undefined && above === "paragraph" && kind === "paragraph") {
      blocks.push(breakAt(source, gap));
      changes.push({ what: "scene/empty-line", place: linePlace(source, gap), after: "a scene break" });
    }
    blocks.push(block);
    gap = undefined;
    above = kind;
  }
  return { blocks, changes };
}

function readLine(source: ProseSource, index: number, changes: LineChange[]): BlockSyntax {
  const line = source.lines[index] ?? "";
  const opening = readOpening(line);
  if (opening?.kind === "heading") return headingOf(source, index, opening);
  if (opening?.kind === "note") return noteOf(source, opening.label, [pieceOf(source, index, opening.column)]);
  if (!isSceneBreakLine(line)) return paragraphOf(source, [pieceOf(source, index)]);
  tellBreak(source, index, changes);
  return breakAt(source, index);
}

/** A line of ornaments is a scene break; one that CommonMark knows needs no word. */
export function tellBreak(source: ProseSource, index: number, changes: LineChange[]): void {
  const line = source.lines[index] ?? "";
  if (isThematicBreak(line)) return;
  const place = linePlace(source, index);
  changes.push({ what: "scene/mark", place, before: line.trim(), after: "a scene break" });
}
