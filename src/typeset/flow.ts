/**
 * Galley pieces as they accumulate, top to bottom.
 *
 * Comes in: lines, paragraphs and margins in document order. Goes out: chunks between forced page breaks. It collapses margins
 * (CSS 2.2, clause 8.3.1: the larger of two adjoining ones) and keeps headings with what follows; it breaks no pages.
 */
import type { Chunk, GalleyLine, Piece, Variant } from "./galley.ts";
import { movePlaced, type Placed, type PlacedAnchor } from "./page/page.ts";
import { STRANDED_HEADING } from "./page/weights.ts";

/** What a block tells the flow of one line. */
export type FlowLine = Omit<GalleyLine, "spaceBefore">;

/** What a block tells the flow of one way to set a paragraph. */
export interface FlowVariant {
  readonly lines: readonly FlowLine[];
  readonly cost: number;
}

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
  /** Adds a paragraph in all its variants, the best first. */
  readonly addParagraph: (variants: readonly FlowVariant[]) => void;
  /** How many pieces stand in the present chunk; with `keepTogether` the pieces of a block. */
  readonly count: () => number;
  /** Forbids page breaks within the pieces from `from` on. */
  readonly keepTogether: (from: number) => void;
  readonly finish: () => readonly Chunk[];
}

export function openFlow(): Flow {
  const chunks: Chunk[] = [];
  let pieces: Piece[] = [];
  let side: Chunk["side"] = "any";
  let matter: Chunk["matter"] = "body";
  let margin = 0;
  let keep = false;
  let anchors: PlacedAnchor[] = [];

  const close = (): void => {
    if (pieces.length > 0) chunks.push({ side, matter, pieces });
    pieces = [];
    side = "any";
    margin = 0;
    keep = false;
  };

  const addParagraph: Flow["addParagraph"] = (variants) => {
    const last = pieces.at(-1);
    if (keep && last) pieces[pieces.length - 1] = forbidBreakAfter(last);
    const stranded = keep && pieces.length > 0;
    const opened = anchors;
    const spaceBefore = margin;
    pieces.push({
      variants: variants.map(({ cost, lines }) => ({
        cost,
        lines: lines.map((line, i) =>
          i > 0 ? { ...line, spaceBefore: 0 } : openLine(line, spaceBefore, opened, stranded && lines.length > 1),
        ),
      })),
    });
    margin = 0;
    keep = false;
    anchors = [];
  };

  return {
    breakPage: (wanted) => {
      if (pieces.length > 0) close();
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
    addLine: (line) => addParagraph([{ cost: 0, lines: [line] }]),
    addParagraph,
    count: () => pieces.length,
    keepTogether: (from) => {
      for (let i = from; i < pieces.length; i++) {
        const piece = pieces[i];
        if (piece) pieces[i] = keepPiece(piece, i === pieces.length - 1);
      }
    },
    finish: () => {
      close();
      return chunks;
    },
  };
}

/** A piece's first line, with what waited for it; a page break right after it would strand the heading above. */
function openLine(
  line: FlowLine,
  spaceBefore: number,
  anchors: readonly PlacedAnchor[],
  stranded: boolean,
): GalleyLine {
  const breakCost = stranded ? Math.max(line.breakCost, STRANDED_HEADING) : line.breakCost;
  const items = anchors.length > 0 ? (): readonly Placed[] => [...anchors, ...line.items()] : line.items;
  return { ...line, spaceBefore, breakCost, items };
}

function forbidBreakAfter(piece: Piece): Piece {
  return mapLines(piece, (line, isLast) => (isLast ? { ...line, breakCost: Infinity } : line));
}

/** No page break inside the piece, nor after it unless it is the last of its block. */
function keepPiece(piece: Piece, isLastOfBlock: boolean): Piece {
  return mapLines(piece, (line, isLast) => (isLast && isLastOfBlock ? line : { ...line, breakCost: Infinity }));
}

function mapLines(piece: Piece, change: (line: GalleyLine, isLast: boolean) => GalleyLine): Piece {
  const changeVariant = ({ lines, cost }: Variant): Variant => ({
    cost,
    lines: lines.map((line, i) => change(line, i === lines.length - 1)),
  });
  return { variants: piece.variants.map(changeVariant) };
}

/** A line's items moved sideways and onto their baseline. */
export function placeOnLine(items: readonly Placed[], dx: number, baseline: number): readonly Placed[] {
  return items.map((item) => movePlaced(item, dx, baseline));
}
