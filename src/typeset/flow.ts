/**
 * Galley pieces as they accumulate, top to bottom.
 *
 * Comes in: lines, paragraphs and margins in document order. Goes out: chunks between forced page breaks. It collapses margins
 * (CSS 2.2, clause 8.3.1: the larger of two adjoining ones) and keeps headings with what follows; it breaks no pages.
 */
import type { Span } from "../core/span.ts";
import type { PageMark } from "../style/page-marks.ts";
import { type Chunk, type GalleyLine, mapItems, type Piece, type Variant } from "./galley.ts";
import type { Box, LineBox } from "./page/draw-boxes.ts";
import { movePlaced, type Placed, type PlacedAnchor } from "./page/page.ts";
import { STRANDED_HEADING } from "./page/weights.ts";

/** What a block tells the flow of one line. The white above its first line, and what waits there, is the flow's. */
export type FlowLine = Omit<GalleyLine, "marks">;

/** What a block tells the flow of one way to set a paragraph. */
export interface FlowVariant {
  readonly lines: readonly FlowLine[];
  readonly cost: number;
}

export interface Flow {
  /** Opens a new chunk, unless nothing stands in the present one. */
  readonly breakPage: (side: Chunk["side"]) => void;
  /** What follows is another section; front matter and body never share a chunk. */
  readonly openSection: (matter: Chunk["matter"]) => void;
  /** What follows stands on pages of this name (Paged Media 3, clause 8.1). */
  readonly setPage: (name: string) => void;
  /** Changes something for the page that the next line falls on. */
  readonly addMark: (mark: PageMark) => void;
  /** Asks for white before the next line; the largest asked for is given, less the largest that is to be taken away. */
  readonly addMargin: (points: number) => void;
  /** Forbids a page break before the next line. */
  readonly keepWithNext: () => void;
  /** Puts an anchor at the head of the next line. */
  readonly addAnchor: (name: string, x: number) => void;
  readonly addLine: (line: FlowLine) => void;
  /** Adds a paragraph in all its variants, the best first. */
  readonly addParagraph: (variants: readonly FlowVariant[]) => void;
  /** Lines that follow stand in the box, until it is closed. */
  readonly openBox: (box: Box) => void;
  readonly closeBox: () => void;
  /** Adds room inside the boxes that are open, at the head or foot of some of them; no page breaks between it and their lines. */
  readonly addEdge: (edge: "head" | "foot", height: number, span: Span, of: readonly Box[]) => void;
  /** How many pieces stand in the present chunk; with `keepTogether` the pieces of a block. */
  readonly count: () => number;
  /** Forbids page breaks within the pieces from `from` on. */
  readonly keepTogether: (from: number) => void;
  /** Makes one piece of the pieces from `from` on, a figure with these margins of its own, which may leave its place as a whole. */
  readonly floatTogether: (from: number, margins: { readonly top: number; readonly bottom: number }) => void;
  /** Hands over the chunks that are closed, each once. */
  readonly take: () => readonly Chunk[];
  /** Closes the present chunk and hands over what is left. */
  readonly finish: () => readonly Chunk[];
}

/** `leading` is the distance of the baseline grid's lines. */
export function openFlow(leading: number): Flow {
  let chunks: Chunk[] = [];
  let pieces: Piece[] = [];
  let side: Chunk["side"] = "any";
  let matter: Chunk["matter"] = "body";
  let page = "";
  /** True from the beginning of a section to its first line. */
  let opening = false;
  let opens = false;
  const margin = { most: 0, least: 0 };
  const boxes: Box[] = [];
  let keep = false;
  let marks: PageMark[] = [];
  let anchors: PlacedAnchor[] = [];
  let grid: "kept" | "left" | "none" = "none";
  /** Since the last line on the grid: the first piece off it, and how far they have come together, points. */
  let offGrid: { readonly from: number; height: number } | undefined;
  /** After a figure: its lower margin, and the white that what stands above it asks for. */
  let figure: { readonly bottom: number; readonly above: number } | undefined;

  const close = (): void => {
    if (pieces.length > 0) chunks.push({ side, matter, page, opens, pieces });
    pieces = [];
    side = "any";
    opens = false;
    margin.most = margin.least = 0;
    keep = false;
    grid = "none";
    offGrid = undefined;
  };

  /**
   * Lines of the body that follow each other at other distances than whole lines, as the items of a list may, keep those distances,
   * and come back to the grid after the next thing that stands off it.
   */
  const followGrid = (isBody: boolean, spaceBefore: number): boolean => {
    const lines = spaceBefore / leading;
    const isWhole = Math.abs(lines - Math.round(lines)) < 1e-3;
    if (!isBody) grid = "none";
    else if (grid === "none") grid = "kept";
    else if (!isWhole) grid = "left";
    return grid === "kept";
  };

  /** What stands off the grid stands in the middle of the whole lines that it takes, so that it has as much white above as below. */
  const centreOffGrid = (onGrid: boolean, spaceBefore: number, lines: readonly FlowLine[]): void => {
    if (!onGrid) {
      offGrid ??= { from: pieces.length, height: 0 };
      offGrid.height += spaceBefore + lines.reduce((sum, line) => sum + line.height, 0);
      return;
    }
    const first = offGrid && pieces[offGrid.from];
    if (offGrid && first) {
      const taken = (offGrid.height + spaceBefore) / leading;
      const spare = (Math.ceil(taken - 1e-6) - taken) * leading;
      if (spare > 0.01) pieces[offGrid.from] = addSpaceBefore(first, spare / 2);
    }
    offGrid = undefined;
  };

  const addParagraph: Flow["addParagraph"] = (variants) => {
    const last = pieces.at(-1);
    if (keep && last) pieces[pieces.length - 1] = forbidBreakAfter(last);
    const stranded = keep && pieces.length > 0;
    const spaceBefore = Math.max(0, margin.most + margin.least);
    const joined = figure && Math.max(figure.above, spaceBefore > figure.bottom ? spaceBefore : 0);
    const opened = { spaceBefore, joined, anchors, marks };
    opens ||= opening && pieces.length === 0;
    opening = false;
    const standsIn = boxes.map((box): LineBox => ({ box }));
    const onGrid = followGrid(variants[0]?.lines[0]?.onGrid ?? false, opened.spaceBefore);
    centreOffGrid(onGrid, spaceBefore, variants[0]?.lines ?? []);
    pieces.push({
      variants: variants.map(({ cost, lines }) => ({
        cost,
        lines: lines.map((line, i) =>
          inBoxes(i > 0 ? line : openLine(line, opened, stranded && lines.length > 1), standsIn, onGrid),
        ),
      })),
    });
    margin.most = margin.least = 0;
    figure = undefined;
    keep = false;
    anchors = [];
    marks = [];
  };

  const take: Flow["take"] = () => {
    const taken = chunks;
    chunks = [];
    return taken;
  };

  const addEdge: Flow["addEdge"] = (edge, height, span, of) => {
    if (edge === "foot") keep = true;
    const standsIn = boxes.map((box): LineBox => (of.includes(box) ? { box, edge } : { box }));
    addParagraph([{ cost: 0, lines: [blankLine(height, span, standsIn)] }]);
    if (edge === "head") keep = true;
  };

  return {
    breakPage: (wanted) => {
      if (pieces.length > 0) close();
      if (wanted !== "any") side = wanted;
    },
    openSection: (next) => {
      if (next !== matter) close();
      matter = next;
      opening = true;
    },
    setPage: (name) => {
      if (name !== page && pieces.length > 0) close();
      page = name;
    },
    addMark: (mark) => {
      marks.push(mark);
    },
    addMargin: (points) => {
      margin.most = Math.max(margin.most, points);
      margin.least = Math.min(margin.least, points);
    },
    keepWithNext: () => {
      keep = true;
    },
    addAnchor: (name, x) => {
      anchors.push({ kind: "anchor", x, y: 0, name });
      marks.push({ kind: "anchor", name });
    },
    addLine: (line) => addParagraph([{ cost: 0, lines: [line] }]),
    addParagraph,
    openBox: (box) => {
      boxes.push(box);
    },
    closeBox: () => {
      boxes.pop();
    },
    addEdge,
    count: () => pieces.length,
    keepTogether: (from) => {
      for (let i = from; i < pieces.length; i++) {
        const piece = pieces[i];
        if (piece) pieces[i] = keepPiece(piece, i === pieces.length - 1);
      }
    },
    floatTogether: (from, { top, bottom }) => {
      const lines = pieces.slice(from).flatMap((piece) => piece.variants[0]?.lines ?? []);
      if (lines.length === 0) return;
      if (offGrid && offGrid.from >= from) offGrid = undefined;
      const whole: Piece = { variants: [{ lines, cost: 0 }], floats: true };
      pieces.splice(from, pieces.length - from, keepPiece(whole, true));
      const above = lines[0]?.spaceBefore ?? 0;
      figure = { bottom, above: above > top ? above : 0 };
    },
    take,
    finish: () => {
      close();
      return take();
    },
  };
}

/** What waits for the next line. */
interface Opened {
  readonly spaceBefore: number;
  /** The same if the figure before it stands elsewhere. */
  readonly joined: number | undefined;
  readonly anchors: readonly PlacedAnchor[];
  readonly marks: readonly PageMark[];
}

/** A piece's first line, with what waited for it; a page break right after it would strand the heading above. */
function openLine(line: FlowLine, opened: Opened, stranded: boolean): GalleyLine {
  const { spaceBefore, joined, anchors, marks } = opened;
  const breakCost = stranded ? Math.max(line.breakCost, STRANDED_HEADING) : line.breakCost;
  const spaceJoined = joined ? { spaceJoined: joined } : undefined;
  const first = { ...line, spaceBefore, ...spaceJoined, breakCost, ...(marks.length > 0 && { marks }) };
  return anchors.length > 0 ? mapItems(first, (items) => [...anchors, ...items]) : first;
}

/** The line with the boxes that it stands in, unless it says so itself. */
function inBoxes(line: GalleyLine, boxes: readonly LineBox[], onGrid: boolean): GalleyLine {
  const kept = line.onGrid && !onGrid ? { ...line, onGrid } : line;
  return boxes.length === 0 || line.boxes ? kept : { ...kept, boxes };
}

function blankLine(height: number, span: Span, boxes: readonly LineBox[]): FlowLine {
  return {
    height,
    onGrid: false,
    spaceBefore: 0,
    place: () => ({ items: [] }),
    notes: [],
    breakCost: 0,
    hyphenated: false,
    boxes,
    span,
  };
}

function forbidBreakAfter(piece: Piece): Piece {
  return mapLines(piece, (line, isLast) => (isLast ? { ...line, breakCost: Infinity } : line));
}

/** No page break inside the piece, nor after it unless it is the last of its block. */
function keepPiece(piece: Piece, isLastOfBlock: boolean): Piece {
  return mapLines(piece, (line, isLast) => (isLast && isLastOfBlock ? line : { ...line, breakCost: Infinity }));
}

function addSpaceBefore(piece: Piece, points: number): Piece {
  const variants = piece.variants.map(({ cost, lines }): Variant => {
    const [first, ...others] = lines;
    return first
      ? { cost, lines: [{ ...first, spaceBefore: first.spaceBefore + points }, ...others] }
      : { cost, lines };
  });
  return { ...piece, variants };
}

function mapLines(piece: Piece, change: (line: GalleyLine, isLast: boolean) => GalleyLine): Piece {
  const changeVariant = ({ lines, cost }: Variant): Variant => ({
    cost,
    lines: lines.map((line, i) => change(line, i === lines.length - 1)),
  });
  return { ...piece, variants: piece.variants.map(changeVariant) };
}

/** A line's items moved sideways and onto their baseline. */
export function placeOnLine(items: readonly Placed[], dx: number, baseline: number): readonly Placed[] {
  return items.map((item) => movePlaced(item, dx, baseline));
}
