/**
 * Broken lines as placed items.
 *
 * Comes in: a paragraph's items and its breaks. Goes out: one `SetLine` for each line, justified to the measure with the
 * real widths of the words as they are cut. It decides no break.
 */
import type { Element, ElementNode } from "../../book/element.ts";
import type { ComputedStyle } from "../../style/computed-style.ts";
import type { Placed, PlacedWord } from "../page/page.ts";
import type { Line } from "./break-lines.ts";
import type { Composed, ImageBox, MarkBox, SpaceGlue } from "./compose.ts";
import type { TextStyle } from "./text-style.ts";
import { isWordBox, type Word, widthOf } from "./words.ts";

/** A line with its baseline at y = 0 and its left edge at x = 0. */
export interface SetLine {
  readonly items: readonly Placed[];
  /** Hrefs of the notes referred to, in order. */
  readonly notes: readonly string[];
  /** True if the line ends in a hyphen that was put there or stood there. */
  readonly hyphenated: boolean;
  /** Points by which the line is wider than the measure; 0 for a good line. */
  readonly overfull: number;
  /** Height above the baseline of its tallest picture; 0 without one. */
  readonly pictureHeight: number;
}

/** Something on the line, in order, before it has its place. */
type Atom =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly word: Word;
      readonly width: number;
      readonly source: ElementNode | undefined;
      readonly offset: number;
    }
  | { readonly kind: "space"; readonly glue: SpaceGlue }
  | { readonly kind: "image"; readonly image: ImageBox; readonly source: Element | undefined }
  | { readonly kind: "blank"; readonly width: number }
  | { readonly kind: "mark"; readonly mark: MarkBox };

/** How far shrinking may go before the line counts as overfull, points. */
const OVERFULL = 0.05;

export function setLine(
  composed: Composed,
  line: Line,
  align: ComputedStyle["textAlign"],
  measure: number,
): SetLine {
  const last = composed.items[line.end];
  const broken = last?.kind === "penalty" && last.before > 0;
  const atoms = collectAtoms(composed, line, broken);
  const natural = atoms.reduce((sum, atom) => sum + widthOfAtom(atom), 0);
  const room = measure - natural;
  const isLast = last?.kind === "penalty" && last.cost === -Infinity;
  const stretched = align === "justify" && !(isLast && room > 0);
  const ratio = stretched || room < 0 ? glueRatio(atoms, room) : 0;
  const used =
    natural + atoms.reduce((sum, atom) => sum + (atom.kind === "space" ? gain(atom.glue, ratio) : 0), 0);
  const left = align === "center" ? (measure - used) / 2 : align === "right" ? measure - used : 0;
  const placed = placeAtoms(atoms, Math.max(0, left), ratio);
  return {
    items: placed,
    notes: atoms.flatMap((a) => (a.kind === "mark" && a.mark.note !== undefined ? [a.mark.note] : [])),
    hyphenated: last?.kind === "penalty" && last.flagged,
    overfull: used - measure > OVERFULL ? used - measure : 0,
    pictureHeight: atoms.reduce((most, a) => (a.kind === "image" ? Math.max(most, a.image.height) : most), 0),
  };
}

function collectAtoms({ items, sources, offsets }: Composed, line: Line, broken: boolean): Atom[] {
  const atoms: Atom[] = [];
  let open: { word: Word; from: number; to: number; at: number } | undefined;
  const close = (hyphen: string): void => {
    if (!open) return;
    const { word, from, at } = open;
    const text = word.text.slice(from, open.to) + hyphen;
    const shaped = word.style.face.shape(text, word.style.features);
    const offset = (offsets[at] ?? 0) + word.at + from;
    atoms.push({ kind: "text", text, word, width: widthOf(shaped, word.style), source: sources[at], offset });
    open = undefined;
  };
  for (let i = line.start; i < line.end; i++) {
    const item = items[i];
    if (!item || item.kind === "penalty") continue;
    if (isWordBox(item)) {
      if (open && open.word === item.word && open.to === item.from) open.to = item.to;
      else {
        close("");
        open = { word: item.word, from: item.from, to: item.to, at: i };
      }
      continue;
    }
    close("");
    if (item.kind === "glue") {
      if ("style" in item) atoms.push({ kind: "space", glue: item as SpaceGlue });
    } else if ("path" in item) {
      const source = sources[i];
      atoms.push({
        kind: "image",
        image: item as ImageBox,
        source: source?.kind === "element" ? source : undefined,
      });
    } else if ("note" in item || "anchor" in item) atoms.push({ kind: "mark", mark: item as MarkBox });
    else atoms.push({ kind: "blank", width: item.width });
  }
  close(broken ? "-" : "");
  while (atoms.at(-1)?.kind === "space") atoms.pop();
  return atoms;
}

function widthOfAtom(atom: Atom): number {
  switch (atom.kind) {
    case "text":
    case "blank":
      return atom.width;
    case "space":
      return atom.glue.width;
    case "image":
      return atom.image.width;
    case "mark":
      return 0;
  }
}

/** The ratio at which the line's own glue takes up `room`; shrinks to -1 at most. */
function glueRatio(atoms: readonly Atom[], room: number): number {
  let most = 0;
  for (const atom of atoms) {
    if (atom.kind === "space") most += room > 0 ? atom.glue.stretch : atom.glue.shrink;
  }
  return most > 0 ? Math.max(-1, room / most) : 0;
}

function gain(glue: SpaceGlue, ratio: number): number {
  return ratio * (ratio > 0 ? glue.stretch : glue.shrink);
}

interface OpenRun {
  readonly style: TextStyle;
  readonly source: ElementNode | undefined;
  readonly x: number;
  readonly words: PlacedWord[];
  end: number;
}

function placeAtoms(atoms: readonly Atom[], left: number, ratio: number): Placed[] {
  const out: Placed[] = [];
  let x = left;
  let run: OpenRun | undefined;
  let gap = 0;
  for (const atom of atoms) {
    switch (atom.kind) {
      case "space":
        gap = atom.glue.width + gain(atom.glue, ratio);
        x += gap;
        break;
      case "blank":
        x += atom.width;
        break;
      case "mark":
        if (atom.mark.anchor !== undefined) out.push({ kind: "anchor", x, y: 0, name: atom.mark.anchor });
        break;
      case "image":
        out.push({
          kind: "image",
          x,
          y: -atom.image.height,
          width: atom.image.width,
          height: atom.image.height,
          path: atom.image.path,
          alt: atom.image.alt,
          ...(atom.source && { source: atom.source }),
        });
        x += atom.image.width;
        gap = 0;
        break;
      case "text": {
        const { source, offset } = atom;
        const { style } = atom.word;
        if (run?.style !== style || run.source !== source) {
          if (run) out.push(...finishRun(run));
          run = { style, source, x: x - gap, words: [], end: x };
        }
        const shaped = style.face.shape(atom.text, style.features);
        run.words.push({ dx: x - run.x, shaped, spaced: gap > 0, offset });
        x += atom.width;
        run.end = x;
        gap = 0;
      }
    }
  }
  if (run) out.push(...finishRun(run));
  return out;
}

/** The run itself, its line under or through it, and its link. */
function finishRun(run: OpenRun): Placed[] {
  const { style, source, x, words, end } = run;
  const y = style.rise === 0 ? 0 : -style.rise;
  const { face, size, colour, letterSpacing } = style;
  const placed: Placed[] = [
    { kind: "run", x, y, face, size, colour, letterSpacing, words, ...(source && { source }) },
  ];
  if (style.decoration !== "none") {
    const height = size * 0.05;
    const above = style.decoration === "underline" ? -0.12 * size : 0.55 * face.xHeight * size;
    placed.push({ kind: "rule", x, y: y - above, width: end - x, height, colour });
  }
  if (style.href !== undefined) {
    placed.push({
      kind: "link",
      x,
      y: y - face.capHeight * size - 1,
      width: end - x,
      height: size,
      href: style.href,
    });
  }
  return placed;
}
