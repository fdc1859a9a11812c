/**
 * Make-up: the galley cut into pages.
 *
 * Comes in: a galley and the text block's depth. Goes out: pages of lines and notes with their places. It draws nothing and
 * knows no folio.
 *
 * Chunks are chained by the side that each one's last page falls on, so the whole book is optimised at once: what makes one chapter
 * a page longer is weighed against what that does to the spreads of the next.
 */
import { type Diagnostic, diagnose, type Outcome } from "../../core/diagnostic.ts";
import type { Chunk, Galley } from "../galley.ts";
import { layOut, type MadeUpPage } from "./lay-out.ts";
import { type Entry, type MadeUpChunk, makeUpChunk } from "./make-up-chunk.ts";
import type { PageShape, Side } from "./page-state.ts";

/** A chunk that is not laid out yet, since not all ways have it alike. */
interface Waiting {
  readonly chunk: Chunk;
  readonly shape: PageShape;
}

/** The best way to the end of the last chunk: what it makes of each that waits. */
interface Way {
  readonly chain: readonly MadeUpChunk[];
  readonly last: MadeUpChunk;
}

/** `shapeOf` is told whether the chunk is the galley's first. */
export function makeUp(
  galley: Galley,
  shapeOf: (chunk: Chunk, isFirst: boolean) => PageShape,
): Outcome<readonly MadeUpPage[]> {
  const pages: MadeUpPage[] = [];
  let waiting: readonly Waiting[] = [];
  let ways: readonly Way[] = [];
  let before: Chunk | undefined;
  const layOutFirst = (count: number): void => {
    waiting.slice(0, count).forEach(({ chunk, shape }, c) => {
      const made = ways[0]?.chain[c];
      if (made) pages.push(...layOut(chunk, made, shape));
    });
    waiting = waiting.slice(count);
    ways = ways.map(({ chain, last }) => ({ chain: chain.slice(count), last }));
  };
  for (const chunk of galley.chunks) {
    const shape = shapeOf(chunk, before === undefined);
    const startsBody = chunk.matter === "body" && before?.matter !== "body";
    const entries = entriesOf(before && ways, startsBody ? "recto" : chunk.side);
    ways = makeUpChunk(chunk, [...entries.keys()], shape).map((made) => {
      const way = [...entries].find(([entry]) => entry.side === made.entry)?.[1];
      return { chain: [...(way?.chain ?? []), made], last: made };
    });
    if (ways.length === 0) throw new Error("no way to make up a chunk");
    waiting = [...waiting, { chunk, shape }];
    before = chunk;
    layOutFirst(countAgreed(ways));
  }
  const best = ways.reduce<Way | undefined>((b, w) => (b && b.last.cost <= w.last.cost ? b : w), undefined);
  ways = best ? [best] : [];
  layOutFirst(waiting.length);
  return { value: pages, diagnostics: pages.flatMap((page) => [...reportTooDeep(page), ...reportTooWide(page)]) };
}

/** How many chunks, from the first one that waits on, all ways have alike. */
function countAgreed([first, ...others]: readonly Way[]): number {
  const { chain = [] } = first ?? {};
  const parting = chain.findIndex((made, c) => others.some((way) => way.chain[c] !== made));
  return parting < 0 ? chain.length : parting;
}

/** How a chunk can begin, and after which way through the chunks before it: at most one way for each side. */
function entriesOf(before: readonly Way[] | undefined, wanted: Chunk["side"]): Map<Entry, Way | undefined> {
  if (!before) return new Map([[{ side: wanted === "verso" ? "verso" : "recto", cost: 0 }, undefined]]);
  const best = new Map<Side, Way>();
  for (const way of before) {
    const side = wanted !== "any" ? wanted : way.last.exit === "recto" ? "verso" : "recto";
    const rival = best.get(side);
    if (!rival || way.last.cost < rival.last.cost) best.set(side, way);
  }
  return new Map([...best].map(([side, way]) => [{ side, cost: way.last.cost }, way]));
}

function reportTooDeep(page: MadeUpPage): Diagnostic[] {
  const deep = page.lines.find(({ line, y }) => y + line.height > page.depth + 0.01);
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

function reportTooWide({ lines, notes }: MadeUpPage): Diagnostic[] {
  return [...lines, ...notes].flatMap(({ line, overfull = 0 }) =>
    overfull === 0
      ? []
      : [
          diagnose(
            "page/overfull",
            line.span,
            `A line of this paragraph is ${overfull.toFixed(1)} pt wider than the measure.`,
            "Reword it, or give the long word a place to break with a soft hyphen (&shy;).",
          ),
        ],
  );
}
