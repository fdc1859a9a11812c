/**
 * Broken lines as placed items.
 *
 * Comes in: a paragraph's items and its breaks. Goes out: one `SetLine` for each line, justified to the measure with the
 * real widths of the words as they are cut. It decides no break.
 */

import type { ElementNode } from "../../book/element.ts";
import type { Face } from "../../fonts/face.ts";
import type { ComputedStyle } from "../../style/computed-style.ts";
import type { Gap } from "../galley.ts";
import type { Placed, PlacedWord } from "../page/page.ts";
import { type Atom, collectAtoms, hangsOf, widthOfAtom } from "./atoms.ts";
import { adjustmentRatio, type Line } from "./break-lines.ts";
import type { Composed, LeaderBox } from "./compose.ts";
import { EDGE, MICROTYPE, WORD_SPACE } from "./microtype.ts";
import type { TextStyle } from "./text-style.ts";
import { endHang } from "./words.ts";

/** A line with its baseline at y = 0 and its left edge at x = 0. */
export interface SetLine {
  readonly items: readonly Placed[];
  /** Points by which the line is wider than the measure; 0 for a good line. */
  readonly overfull: number;
  /** Word space of a justified line and the font's own, em of its first space's size; absent for a line without spaces or as it is. */
  readonly space?: number;
  readonly ownSpace?: number;
  /** The gaps between its words. */
  readonly gaps: readonly Gap[];
}

/** How a line gives way. */
interface Adjustment {
  /** Points added to a space, by what it stretches and shrinks; see {@link gapOf}. */
  readonly spaces: number;
  /** Horizontal scale of the glyphs. */
  readonly scale: number;
  /** Added between letters, em. */
  readonly tracking: number;
}

const AS_IT_IS: Adjustment = { spaces: 0, scale: 1, tracking: 0 };

/** A line counts as overfull that is wider than it may end off the margin, points. */
const OVERFULL = 0.05;

/** How a line is to fill its measure. */
export interface LineShape {
  readonly align: ComputedStyle["textAlign"];
  /** Of a paragraph's last line, and of one before a forced break. */
  readonly alignLast: ComputedStyle["textAlignLast"];
  /** Points. */
  readonly measure: number;
  /** Added between the letters of a justified line, em. */
  readonly tracking: number;
}

export function setLine(composed: Composed, line: Line, shape: LineShape): SetLine {
  const { measure, tracking } = shape;
  const last = composed.items[line.end];
  const isLast = last?.kind === "penalty" && last.cost === -Infinity;
  const align = isLast && shape.alignLast !== "auto" ? shape.alignLast : shape.align;
  const atoms = fillLeaders(collectAtoms(composed, line), measure);
  const edges = align === "justify" ? hangsOf(atoms) : { left: 0, right: 0 };
  const hangs = { ...edges, left: line.start === composed.start ? 0 : edges.left };
  const natural = atoms.reduce((sum, atom) => sum + widthOfAtom(atom), 0) - hangs.left - hangs.right;
  const room = measure - natural;
  const fills = !isLast || room <= 0 || shape.alignLast === "justify";
  const justified = align === "justify" && fills;
  const own = align === "justify" ? tracking : undefined;
  const first = justified || room < 0 ? adjust(atoms, room, own) : setLoose(atoms, room, own ?? 0);
  const adjustment = justified ? hangLess(atoms, room, hangs.right, own, first) : first;
  const used = natural + gained(atoms, adjustment);
  const over = used - measure - edgeOf(atoms) - (isLast ? hangAtEnd(atoms) : 0);
  const left = align === "center" ? (measure - used) / 2 : align === "right" ? measure - used : -hangs.left;
  const start = align === "justify" ? left : Math.max(0, left);
  return {
    ...placeAtoms(atoms, start, adjustment, measure),
    overfull: over > OVERFULL ? used - measure : 0,
    ...(justified && spacesOf(atoms, adjustment)),
  };
}

/** Where spaces would become too wide, less hangs in the right margin, and the line ends a trifle before it. */
function hangLess(
  atoms: readonly Atom[],
  room: number,
  hang: number,
  tracking: number | undefined,
  found: Adjustment,
): Adjustment {
  const over = found.spaces - WORD_SPACE.widestRatio;
  if (over <= 0) return found;
  const spaces = atoms.filter((atom) => atom.kind === "space");
  const stretch = spaces.reduce((sum, { glue }) => sum + glue.stretch, 0);
  return adjust(atoms, room - Math.min(Math.max(0, hang) + edgeOf(atoms), over * stretch), tracking);
}

/** How much further than usual the marks at a paragraph's end can hang, points. */
function hangAtEnd(atoms: readonly Atom[]): number {
  const last = atoms.findLast((atom) => atom.kind === "text");
  return last ? endHang({ text: last.shaped.text, style: last.word.style }) : 0;
}

/** How far from the margin a line may end, points. */
function edgeOf(atoms: readonly Atom[]): number {
  const space = atoms.find((atom) => atom.kind === "space");
  return EDGE * (space?.glue.style.size ?? 0);
}

/** A line that is not justified: tracked only if the line above is, and there is room. */
function setLoose(atoms: readonly Atom[], room: number, tracking: number): Adjustment {
  if (tracking === 0) return AS_IT_IS;
  const letters = atoms.reduce((sum, atom, i) => sum + trackedWidth(atom, atoms[i + 1]), 0);
  return letters * tracking > room ? AS_IT_IS : { ...AS_IT_IS, tracking };
}

/** Leaders share what the line has left. */
function fillLeaders(atoms: readonly Atom[], measure: number): readonly Atom[] {
  const count = atoms.filter(({ kind }) => kind === "leader").length;
  const room = measure - atoms.reduce((sum, atom) => sum + widthOfAtom(atom), 0);
  if (count === 0 || room <= 0) return atoms;
  return atoms.map((atom) => (atom.kind === "leader" ? { ...atom, width: atom.width + room / count } : atom));
}

/**
 * Shares out the room: first the tracking that was decided for the line, then spaces and scale in proportion, then spaces alone.
 * Without `tracking` only spaces give.
 */
function adjust(atoms: readonly Atom[], room: number, tracking: number | undefined): Adjustment {
  let stretch = 0;
  let shrink = 0;
  let flex = 0;
  let letters = 0;
  atoms.forEach((atom, i) => {
    if (atom.kind === "space") {
      stretch += atom.glue.stretch;
      shrink += atom.glue.shrink;
    } else if (atom.kind === "text" && tracking !== undefined) {
      flex += MICROTYPE.expansion * atom.width;
      letters += trackedWidth(atom, atoms[i + 1]);
    }
  });
  const rest = room - letters * (tracking ?? 0);
  if (room > 0 && stretch === 0) return AS_IT_IS;
  const found = adjustmentRatio(rest, stretch, shrink, flex);
  const share = Math.max(-1, Math.min(1, found));
  const scale = tracking === undefined ? 1 : 1 + MICROTYPE.expansion * share;
  if (found >= -1) return { spaces: Math.min(found, WORD_SPACE.raggedRatio), scale, tracking: tracking ?? 0 };
  const spaces = shrink > 0 ? Math.max(WORD_SPACE.narrowestRatio, (rest + flex) / shrink) : 0;
  return { spaces, scale, tracking: tracking ?? 0 };
}

/** What tracking of an em would add to an atom, points: to letters that have one after them; a word space is not tracked. */
function trackedWidth(atom: Atom, next: Atom | undefined): number {
  if (atom.kind !== "text") return 0;
  return (atom.shaped.glyphs.length - (next?.kind === "text" ? 0 : 1)) * atom.word.style.size;
}

function gapOf(atom: Atom, { spaces }: Adjustment): number {
  if (atom.kind !== "space") return 0;
  return spaces * (spaces > 0 ? atom.glue.stretch : atom.glue.shrink);
}

/** Width of an atom on the line as it is set. */
function setWidth(atom: Atom, next: Atom | undefined, adjustment: Adjustment): number {
  if (atom.kind !== "text") return widthOfAtom(atom) + gapOf(atom, adjustment);
  const { scale, tracking } = adjustment;
  return atom.width * scale + trackedWidth(atom, next) * tracking;
}

function gained(atoms: readonly Atom[], adjustment: Adjustment): number {
  return atoms.reduce((sum, atom, i) => sum + setWidth(atom, atoms[i + 1], adjustment) - widthOfAtom(atom), 0);
}

function spacesOf(atoms: readonly Atom[], adjustment: Adjustment): Pick<SetLine, "space" | "ownSpace"> {
  const space = atoms.find((atom) => atom.kind === "space");
  if (!space) return {};
  const { width, style } = space.glue;
  return { space: (width + gapOf(space, adjustment)) / style.size, ownSpace: width / style.size };
}

interface OpenRun {
  readonly style: TextStyle;
  readonly source: ElementNode | undefined;
  readonly x: number;
  readonly words: PlacedWord[];
  end: number;
}

function placeAtoms(
  atoms: readonly Atom[],
  left: number,
  adjustment: Adjustment,
  measure: number,
): Pick<SetLine, "items" | "gaps"> {
  const out: Placed[] = [];
  const gaps: Gap[] = [];
  let x = left;
  let run: OpenRun | undefined;
  let gap = 0;
  for (const [i, atom] of atoms.entries()) {
    const width = setWidth(atom, atoms[i + 1], adjustment);
    switch (atom.kind) {
      case "space":
        gap = width;
        if (i > 0) gaps.push({ left: x, right: x + width });
        break;
      case "blank":
        break;
      case "leader":
        if (run) out.push(...finishRun(run, adjustment));
        run = undefined;
        out.push(...placeLeader(atom.leader, x, width, measure));
        gap = 0;
        break;
      case "mark":
        if (atom.mark.anchor !== undefined) out.push({ kind: "anchor", x, y: 0, name: atom.mark.anchor });
        break;
      case "image": {
        const { height, path, alt } = atom.image;
        const source = atom.source && { source: atom.source };
        out.push({ kind: "image", x, y: -height, width, height, path, alt, ...source });
        gap = 0;
        break;
      }
      case "text": {
        const { source, offset, shaped, hyphenated } = atom;
        const { style } = atom.word;
        if (run?.style !== style || run.source !== source) {
          if (run) out.push(...finishRun(run, adjustment));
          run = { style, source, x: x - gap, words: [], end: x };
        }
        const word = { dx: x - run.x, shaped, spaced: gap > 0, offset };
        run.words.push(hyphenated ? { ...word, hyphenated } : word);
        run.end = x + width;
        gap = 0;
      }
    }
    x += width;
  }
  if (run) out.push(...finishRun(run, adjustment));
  return { items: out, gaps };
}

function placeBackground({ style, x, end }: OpenRun, y: number): Placed[] {
  const { background, face, size } = style;
  if (!background) return [];
  const height = (face.ascent + face.descent) * size;
  return [{ kind: "rule", x, y: y - face.ascent * size, width: end - x, height, colour: background }];
}

/** Where a line along the text runs, em. */
function aboveBaseline(decoration: TextStyle["decoration"], face: Face): number {
  switch (decoration) {
    case "overline":
      return face.ascent;
    case "line-through":
      return 0.55 * face.xHeight;
    case "underline":
    case "none":
      return -0.12;
  }
}

/** White on either side of a leader, em. */
const LEADER_GAP = 0.25;

/** The pattern stands at whole multiples of its width from the right, so that leaders below one another are in line. */
function placeLeader(
  { pattern, style, width: step }: LeaderBox,
  x: number,
  room: number,
  measure: number,
): Placed[] {
  const { face, size, colour, features, letterSpacing } = style;
  const shaped = face.shape(pattern.trim(), features);
  const inner = LEADER_GAP * size;
  const right = measure - (x + room - inner);
  const last = measure - Math.ceil(Math.max(0, right) / step) * step;
  const count = Math.floor((last - (x + inner)) / step);
  if (shaped.text === "" || count < 1) return [];
  const first = last - count * step;
  const isSpaced = pattern !== pattern.trim();
  const words = Array.from({ length: count }, (_, i) => ({
    dx: i * step,
    shaped,
    spaced: isSpaced && i > 0,
    offset: 0,
  }));
  return [{ kind: "run", x: first, y: 0, face, size, colour, letterSpacing, scale: 1, words }];
}

/** The run itself, its line under or through it, and its link. */
function finishRun(run: OpenRun, { scale, tracking }: Adjustment): Placed[] {
  const { style, source, x, words, end } = run;
  if (style.hidden) return [];
  const y = style.rise === 0 ? 0 : -style.rise;
  const { face, size, colour } = style;
  const letterSpacing = style.letterSpacing * scale + tracking * size;
  const placed: Placed[] = [
    ...placeBackground(run, y),
    { kind: "run", x, y, face, size, colour, letterSpacing, scale, words, ...(source && { source }) },
  ];
  if (style.ruleBelow) {
    const { width: height, colour: ink, gap } = style.ruleBelow;
    placed.push({ kind: "rule", x, y: y + face.descent * size + gap, width: end - x, height, colour: ink });
  }
  if (style.decoration !== "none") {
    const height = size * 0.05;
    const above = aboveBaseline(style.decoration, face) * size;
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
      ...(source && { source }),
    });
  }
  return placed;
}
