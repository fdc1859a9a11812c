/**
 * What stands on one line, in order, before it has its place.
 *
 * Comes in: a composed paragraph and one of its lines. Goes out: atoms with their real widths: words are shaped as they are
 * cut, the hyphen that a break adds among them.
 */
import type { Element, ElementNode } from "../../book/element.ts";
import type { Shaped } from "../../fonts/face.ts";
import type { Line } from "./break-lines.ts";
import type { Composed, ImageBox, LeaderBox, MarkBox, SpaceGlue } from "./compose.ts";
import type { Item } from "./items.ts";
import { hangAtEdge, isWordBox, type Word, widthOf } from "./words.ts";

export interface TextAtom {
  readonly kind: "text";
  readonly shaped: Shaped;
  readonly word: Word;
  readonly width: number;
  readonly source: ElementNode | undefined;
  /** Where it begins in its source's text, UTF-16 code units. */
  readonly offset: number;
  /** True if the break has added a hyphen. */
  readonly hyphenated: boolean;
}

export type Atom =
  | TextAtom
  | { readonly kind: "space"; readonly glue: SpaceGlue }
  | { readonly kind: "leader"; readonly leader: LeaderBox; readonly width: number }
  | { readonly kind: "image"; readonly image: ImageBox; readonly source: Element | undefined }
  | { readonly kind: "blank"; readonly width: number }
  | { readonly kind: "mark"; readonly mark: MarkBox };

/** A piece of a word that goes on growing while its next boxes follow. */
interface OpenPiece {
  readonly word: Word;
  readonly from: number;
  to: number;
  /** Its first item. */
  readonly at: number;
}

/** The atoms of a line; spaces at its end are gone. */
export function collectAtoms(composed: Composed, line: Line): Atom[] {
  const { items, sources } = composed;
  const atoms: Atom[] = [];
  let open: OpenPiece | undefined;
  const close = (hyphen: string): void => {
    if (open) atoms.push(shapePiece(open, hyphen, composed));
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
    const atom = otherAtom(item, sources[i]);
    if (atom) atoms.push(atom);
  }
  const last = items[line.end];
  close(last?.kind === "penalty" && last.before > 0 ? (open?.word.style.hyphen ?? "") : "");
  while (atoms.at(-1)?.kind === "space") atoms.pop();
  return atoms;
}

function shapePiece({ word, from, to, at }: OpenPiece, hyphen: string, composed: Composed): TextAtom {
  const { style } = word;
  const shaped = style.face.shape(word.text.slice(from, to) + hyphen, style.features);
  const offset = (composed.offsets[at] ?? 0) + word.at + from;
  const source = composed.sources[at];
  return { kind: "text", shaped, word, width: widthOf(shaped, style), source, offset, hyphenated: hyphen !== "" };
}

function otherAtom(item: Item, source: ElementNode | undefined): Atom | undefined {
  if (item.kind === "penalty") return undefined;
  if (item.kind === "glue") return "style" in item ? { kind: "space", glue: item as SpaceGlue } : undefined;
  if ("path" in item) {
    return { kind: "image", image: item as ImageBox, source: source?.kind === "element" ? source : undefined };
  }
  if ("pattern" in item) return { kind: "leader", leader: item as LeaderBox, width: item.width };
  if ("note" in item || "anchor" in item) return { kind: "mark", mark: item as MarkBox };
  return { kind: "blank", width: item.width };
}

/** Points; natural, before the line gives way. */
export function widthOfAtom(atom: Atom): number {
  switch (atom.kind) {
    case "text":
    case "leader":
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

/** What hangs of the line's first and last atom into the margins, points. */
export function hangsOf(atoms: readonly Atom[]): { readonly left: number; readonly right: number } {
  const shown = (atom: Atom): boolean => atom.kind !== "mark";
  const first = atoms.find(shown);
  const last = atoms.findLast(shown);
  return { left: hangAt(first, "left"), right: hangAt(last, "right") };
}

function hangAt(atom: Atom | undefined, edge: "left" | "right"): number {
  if (atom?.kind !== "text") return 0;
  const { text } = atom.shaped;
  const character = edge === "left" ? String.fromCodePoint(text.codePointAt(0) ?? 32) : text.match(/.$/su)?.[0];
  return hangAtEdge(atom.word.style, character ?? " ", edge);
}
