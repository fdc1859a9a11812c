/**
 * Make-up: the galley cut into pages.
 *
 * Comes in: a galley and the text block's depth. Goes out: pages of lines and notes with their places. It draws nothing and
 * knows no folio.
 *
 * For each chunk a dynamic programme over its lines finds the page breaks of least total cost (Plass 1981, chapter 3). A
 * page's notes stand at its foot; what does not fit of the last one goes on at the foot of the next page.
 */

import type { Outcome } from "../../core/diagnostic.ts";
import { type Diagnostic, diagnose } from "../../core/diagnostic.ts";
import type { Chunk, Galley, GalleyLine } from "../galley.ts";
import { LEAST_LAST_LINES, SHORT_LAST_PAGE, SHORT_PAGE, SPLIT_NOTE } from "./weights.ts";

/** A line and the top of it, from the text block's top. */
export interface PositionedLine {
  readonly line: GalleyLine;
  readonly y: number;
}

export interface MadeUpPage {
  readonly matter: Chunk["matter"];
  /** Where the page must fall; `any` on all but the first page of a chunk. */
  readonly side: Chunk["side"];
  readonly lines: readonly PositionedLine[];
  readonly notes: readonly PositionedLine[];
}

export interface PageShape {
  /** Height of the text block, points. */
  readonly depth: number;
  /** Distance of the baseline grid's lines. */
  readonly leading: number;
}

/** The notes begin a line below the text, the separating rule between. */
export const NOTE_GAP_LINES = 1;
const NO_OTHER_WAY = 10_000_000;

/** The best way to begin a page at a line. */
interface Node {
  /** First line of the page. */
  readonly at: number;
  readonly cost: number;
  /** Note lines left over from the page before. */
  readonly carried: readonly GalleyLine[];
  readonly previous: Node | undefined;
  /** The page that leads here. */
  readonly page: MadeUpPage | undefined;
}

export function makeUp(galley: Galley, shape: PageShape): Outcome<readonly MadeUpPage[]> {
  const diagnostics: Diagnostic[] = [];
  const value = galley.chunks.flatMap((chunk) => makeUpChunk(chunk, shape, diagnostics));
  return { value, diagnostics };
}

function makeUpChunk(chunk: Chunk, shape: PageShape, diagnostics: Diagnostic[]): MadeUpPage[] {
  const count = chunk.lines.length;
  const best: (Node | undefined)[] = new Array(count + 1).fill(undefined);
  best[0] = { at: 0, cost: 0, carried: [], previous: undefined, page: undefined };
  for (let start = 0; start < count; start++) {
    const from = best[start];
    if (!from) continue;
    for (const next of pagesFrom(chunk, from, shape)) {
      const rival = best[next.at];
      if (!rival || next.cost < rival.cost) best[next.at] = next;
    }
  }
  const last = best[count];
  if (!last) throw new Error("no way to make up a chunk");
  const pages: MadeUpPage[] = [];
  for (let node: Node | undefined = last; node?.page; node = node.previous) pages.unshift(node.page);
  pages.push(...notePages(last.carried, chunk, shape));
  for (const page of pages) diagnostics.push(...reportTooDeep(page, shape));
  return pages;
}

/** Every page that can begin at `from`, at least one. */
function pagesFrom(chunk: Chunk, from: Node, shape: PageShape): Node[] {
  const { lines } = chunk;
  const found: Node[] = [];
  const placed: PositionedLine[] = [];
  const queue: GalleyLine[] = [...from.carried];
  let lastNoteAt = 0;
  let y = 0;
  let forced: Node | undefined;
  for (let j = from.at; j < lines.length; j++) {
    const line = lines[j];
    if (!line) break;
    if (j > from.at || from.at === 0) y += line.spaceBefore;
    if (line.onGrid) y = Math.max(0, Math.ceil(y / shape.leading - 1e-6)) * shape.leading;
    for (const note of line.notes) {
      lastNoteAt = queue.length;
      queue.push(...note.lines);
    }
    const notes = fitNotes(queue, shape.depth - y - line.height, shape);
    const fits = y + line.height <= shape.depth + 0.01 && notes.count >= Math.min(queue.length, lastNoteAt + 1);
    if (!fits && placed.length > 0) break;
    placed.push({ line, y });
    y += line.height;
    const isLast = j === lines.length - 1;
    const cost = from.cost + pageCost(line, isLast, placed.length, shape.depth - y - notes.height, from, shape);
    const split = notes.count < queue.length ? SPLIT_NOTE : 0;
    const node: Node = {
      at: j + 1,
      cost: cost + split,
      carried: queue.slice(notes.count),
      previous: from,
      page: {
        matter: chunk.matter,
        side: from.at === 0 ? chunk.side : "any",
        lines: [...placed],
        notes: placeNotes(queue.slice(0, notes.count), shape),
      },
    };
    if (Number.isFinite(line.breakCost) || isLast) found.push(node);
    else forced = { ...node, cost: from.cost + NO_OTHER_WAY };
    if (!fits) break;
  }
  return found.length > 0 || !forced ? found : [forced];
}

function pageCost(
  line: GalleyLine,
  isLast: boolean,
  count: number,
  room: number,
  from: Node,
  shape: PageShape,
): number {
  if (isLast) return from.at > 0 && count < LEAST_LAST_LINES ? SHORT_LAST_PAGE * (LEAST_LAST_LINES - count) : 0;
  const short = Math.max(0, room / shape.leading);
  return line.breakCost + SHORT_PAGE * Math.floor(short + 1e-6) ** 2;
}

/** How many of the waiting note lines fit in `room`, and what they take with the gap above them. */
function fitNotes(
  queue: readonly GalleyLine[],
  room: number,
  shape: PageShape,
): { count: number; height: number } {
  let height = queue.length > 0 ? NOTE_GAP_LINES * shape.leading : 0;
  let count = 0;
  for (const line of queue) {
    const next = height + line.height + (count > 0 ? line.spaceBefore : 0);
    if (next > room + 0.01) break;
    height = next;
    count++;
  }
  return { count, height: count > 0 ? height : 0 };
}

/** Notes stand on the foot of the text block. */
function placeNotes(lines: readonly GalleyLine[], shape: PageShape): PositionedLine[] {
  const { height } = fitNotes(lines, Infinity, shape);
  let y = shape.depth - height + NOTE_GAP_LINES * shape.leading;
  return lines.map((line, i) => {
    if (i > 0) y += line.spaceBefore;
    const at = { line, y };
    y += line.height;
    return at;
  });
}

/** Pages for what is left of a chunk's notes after its last line. */
function notePages(carried: readonly GalleyLine[], chunk: Chunk, shape: PageShape): MadeUpPage[] {
  const pages: MadeUpPage[] = [];
  let rest = carried;
  while (rest.length > 0) {
    const count = Math.max(1, fitNotes(rest, shape.depth, shape).count);
    pages.push({ matter: chunk.matter, side: "any", lines: [], notes: placeNotes(rest.slice(0, count), shape) });
    rest = rest.slice(count);
  }
  return pages;
}

function reportTooDeep(page: MadeUpPage, shape: PageShape): Diagnostic[] {
  const deep = page.lines.find(({ line, y }) => y + line.height > shape.depth + 0.01);
  if (!deep) return [];
  return [
    diagnose(
      "page/overfull",
      deep.line.span,
      "This does not fit on one page.",
      "Make the page larger or this part of the text smaller in the stylesheet.",
    ),
  ];
}
