/**
 * Galley lines as they accumulate, top to bottom.
 *
 * Comes in: lines and margins in document order. Goes out: chunks between forced page breaks. It collapses margins (CSS 2.2,
 * clause 8.3.1: the larger of two adjoining ones) and keeps headings with what follows; it breaks no pages.
 */
import type { Chunk, GalleyLine } from "./galley.ts";
import { movePlaced, type PlacedAnchor } from "./page/page.ts";

/** What a block tells the flow of one line. */
export type FlowLine = Omit<GalleyLine, "spaceBefore">;

export interface Flow {
  /** Opens a new chunk, unless nothing stands in the present one. */
  readonly breakPage: (side: Chunk["side"]) => void;
  readonly setMatter: (matter: Chunk["matter"]) => void;
  /** Asks for white before the next line; the largest asked for is given. */
  readonly addMargin: (points: number) => void;
  /** Forbids a page break before the next line. */
  readonly keepWithNext: () => void;
  /** Puts an anchor at the head of the next line. */
  readonly addAnchor: (name: string, x: number) => void;
  readonly addLine: (line: FlowLine) => void;
  /** How many lines stand in the present chunk; with `keepTogether` the lines of a block. */
  readonly count: () => number;
  /** Forbids page breaks between the lines from `from` on. */
  readonly keepTogether: (from: number) => void;
  readonly finish: () => readonly Chunk[];
}

export function openFlow(): Flow {
  const chunks: Chunk[] = [];
  let lines: GalleyLine[] = [];
  let side: Chunk["side"] = "any";
  let matter: Chunk["matter"] = "body";
  let margin = 0;
  let keep = false;
  let anchors: PlacedAnchor[] = [];

  const forbidBreakAfter = (index: number): void => {
    const line = lines[index];
    if (line) lines[index] = { ...line, breakCost: Infinity };
  };
  const close = (): void => {
    if (lines.length > 0) chunks.push({ side, matter, lines });
    lines = [];
    side = "any";
    margin = 0;
    keep = false;
  };

  return {
    breakPage: (wanted) => {
      if (lines.length > 0) close();
      if (wanted !== "any") side = wanted;
    },
    setMatter: (next) => {
      if (next !== matter) close();
      matter = next;
    },
    addMargin: (points) => {
      margin = Math.max(margin, points);
    },
    keepWithNext: () => {
      keep = true;
    },
    addAnchor: (name, x) => {
      anchors.push({ kind: "anchor", x, y: 0, name });
    },
    addLine: (line) => {
      if (keep) forbidBreakAfter(lines.length - 1);
      lines.push({
        ...line,
        spaceBefore: margin,
        items: anchors.length > 0 ? [...anchors, ...line.items] : line.items,
      });
      margin = 0;
      keep = false;
      anchors = [];
    },
    count: () => lines.length,
    keepTogether: (from) => {
      for (let i = from; i < lines.length - 1; i++) forbidBreakAfter(i);
    },
    finish: () => {
      close();
      return chunks;
    },
  };
}

/** A line's items moved sideways and onto their baseline. */
export function placeOnLine(items: GalleyLine["items"], dx: number, baseline: number): GalleyLine["items"] {
  return items.map((item) => movePlaced(item, dx, baseline));
}
