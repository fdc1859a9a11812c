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

/** The best way to the end of a chunk, and the one before it. */
interface Link {
  readonly made: MadeUpChunk;
  readonly previous: Link | undefined;
}

export function makeUp(galley: Galley, shapeOf: (chunk: Chunk) => PageShape): Outcome<readonly MadeUpPage[]> {
  let links: readonly Link[] = [];
  galley.chunks.forEach((chunk, c) => {
    const before = c === 0 ? undefined : links;
    const startsBody = chunk.matter === "body" && galley.chunks[c - 1]?.matter !== "body";
    const entries = entriesOf(before, startsBody ? "recto" : chunk.side);
    links = makeUpChunk(chunk, [...entries.keys()], shapeOf(chunk)).map((made) => ({
      made,
      previous: [...entries].find(([entry]) => entry.side === made.entry)?.[1],
    }));
    if (links.length === 0) throw new Error("no way to make up a chunk");
  });
  const chain: MadeUpChunk[] = [];
  const last = links.reduce<Link | undefined>(
    (best, l) => (best && best.made.cost <= l.made.cost ? best : l),
    undefined,
  );
  for (let link = last; link; link = link.previous) chain.unshift(link.made);
  const value = galley.chunks.flatMap((chunk, c) => {
    const made = chain[c];
    return made ? layOut(chunk, made, shapeOf(chunk)) : [];
  });
  return { value, diagnostics: value.flatMap(reportTooDeep) };
}

/** How a chunk can begin, and after which way through the chunks before it: at most one way for each side. */
function entriesOf(before: readonly Link[] | undefined, wanted: Chunk["side"]): Map<Entry, Link | undefined> {
  if (!before) return new Map([[{ side: wanted === "verso" ? "verso" : "recto", cost: 0 }, undefined]]);
  const best = new Map<Side, Link>();
  for (const link of before) {
    const side = wanted !== "any" ? wanted : link.made.exit === "recto" ? "verso" : "recto";
    const rival = best.get(side);
    if (!rival || link.made.cost < rival.made.cost) best.set(side, link);
  }
  return new Map([...best].map(([side, link]) => [{ side, cost: link.made.cost }, link]));
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
