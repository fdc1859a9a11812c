/**
 * The text of a manuscript as syntax trees, however its authors have written it.
 *
 * Comes in: the body of each file, and what the author says about its paragraphs. Goes out: blocks of Markdown's syntax tree for
 * each, with all that was set aside, joined or taken for a scene break. It makes no headings but those marked with `#`.
 */
import type { Paragraphs } from "../config/book-config.ts";
import { readFrame } from "../config/gutenberg-frame.ts";
import type { Changed, TextChange } from "../core/change.ts";
import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import { spanAt } from "../core/span.ts";
import { parseMarkdown } from "../markdown/parse-markdown.ts";
import type { BlockSyntax } from "../markdown/syntax.ts";
import { studyLines } from "./join-lines.ts";
import { judgeParagraphs, type Verdict } from "./judge-paragraphs.ts";
import { type ProseReading, proseSource } from "./prose-block.ts";
import { readLines } from "./read-lines.ts";
import { measureWrapping, readWrapped } from "./read-wrapped.ts";

/** The text of a file below its header. */
export interface ProseBody {
  /** The file's path, as spans show it. */
  readonly path: string;
  readonly text: string;
  /** The line of the file that `text` begins on, 1-based. */
  readonly firstLine: number;
  /** As the header or book.yaml says; absent: to be found out. */
  readonly paragraphs?: Paragraphs;
}

/** A file that has been read. */
export interface ProseFile {
  readonly paragraphs: Paragraphs;
  readonly blocks: readonly BlockSyntax[];
}

/** A body without its frame. */
interface Cleared {
  readonly body: ProseBody;
  readonly text: string;
  readonly lines: readonly string[];
  readonly firstLine: number;
  readonly verdict: Verdict;
}

/** Reads all files; what one shows of its words' hyphens holds for the others too. */
export function readProse(bodies: readonly ProseBody[]): Changed<readonly ProseFile[]> {
  const diagnostics: Diagnostic[] = [];
  const changes: TextChange[] = [];
  const cleared = bodies.map((body) => clear(body, diagnostics, changes));
  const wrapped = cleared.filter(({ verdict }) => verdict.paragraphs === "wrapped");
  const joiner = studyLines(wrapped.flatMap(({ lines }) => lines));
  const value = cleared.map(({ body, text, lines, firstLine, verdict }): ProseFile => {
    const { paragraphs } = verdict;
    if (paragraphs === "markdown") return { paragraphs, blocks: parseMarkdown(text, firstLine) };
    const source = proseSource(lines, firstLine);
    const reading: ProseReading =
      paragraphs === "lines" ? readLines(source) : readWrapped(source, measureWrapping(lines), joiner);
    for (const { place, ...change } of reading.changes)
      changes.push({ ...change, span: { file: body.path, ...place } });
    return { paragraphs, blocks: reading.blocks };
  });
  return { value, diagnostics, changes };
}

/** Takes the frame off, and says so; then judges what is left. */
function clear(body: ProseBody, diagnostics: Diagnostic[], changes: TextChange[]): Cleared {
  const all = body.text.split("\n");
  const frame = readFrame(all);
  const lines = frame ? all.slice(frame.from, frame.to) : all;
  const text = frame ? lines.join("\n") : body.text;
  const firstLine = body.firstLine + (frame?.from ?? 0);
  if (frame) setAside(body, all, [0, frame.from], [frame.to, all.length], diagnostics, changes);
  const isPlainText = /\.txt$/i.test(body.path);
  if (body.paragraphs !== undefined)
    return { body, text, lines, firstLine, verdict: { paragraphs: body.paragraphs, reason: "" } };
  const verdict = judgeParagraphs(lines, { isPlainText, isFramed: frame !== undefined });
  if (verdict.paragraphs !== "markdown") tellVerdict(body, firstLine, lines, verdict, diagnostics, changes);
  return { body, text, lines, firstLine, verdict };
}

function setAside(
  { path, firstLine }: ProseBody,
  lines: readonly string[],
  before: readonly [number, number],
  behind: readonly [number, number],
  diagnostics: Diagnostic[],
  changes: TextChange[],
): void {
  const passages = [before, behind].flatMap(([from, to]) => {
    const last = lines.findLastIndex((line, index) => index >= from && index < to && line.trim() !== "");
    return last < 0 ? [] : [[from, last + 1] as const];
  });
  for (const [from, to] of passages) {
    const after = `${to - from} ${to - from === 1 ? "line" : "lines"} set aside`;
    changes.push({ what: "text/set-aside", span: spanAt(path, firstLine + from), after });
  }
  const shown = passages.map(([from, to]) => `${firstLine + from} to ${firstLine + to - 1}`).join(" and ");
  diagnostics.push(
    diagnose(
      "manuscript/set-aside",
      spanAt(path, firstLine + (passages[0]?.[0] ?? 0)),
      `Lines ${shown} are what Project Gutenberg has put round the text. They are set aside.`,
    ),
  );
}

function tellVerdict(
  { path }: ProseBody,
  firstLine: number,
  lines: readonly string[],
  { paragraphs, reason }: Verdict,
  diagnostics: Diagnostic[],
  changes: TextChange[],
): void {
  const span = spanAt(
    path,
    firstLine +
      Math.max(
        0,
        lines.findIndex((line) => line.trim() !== ""),
      ),
  );
  const isLines = paragraphs === "lines";
  const verdict = isLines
    ? "Each line is a paragraph"
    : "Empty lines part paragraphs, and other line ends are spaces";
  const message = `${verdict}: ${reason}. If not, write paragraphs: markdown in book.yaml or in the file's header.`;
  diagnostics.push(diagnose("manuscript/paragraphs", span, message));
  changes.push({ what: isLines ? "paragraph/lines" : "paragraph/wrapped", span, after: reason });
}
