/**
 * Words as items: boxes with the places at which they may be cut.
 *
 * Comes in: a word and its text style. Goes out: items, made once for each distinct word and style. It looks at no measure;
 * a word too wide for the line is cut by `compose.ts`.
 */
import type { Shaped } from "../../fonts/face.ts";
import type { FontLibrary } from "../../fonts/library.ts";
import type { Hyphenator } from "../../language/hyphenate.ts";
import { type Box, type Item, penalty } from "./items.ts";
import { type Edge, hangOf, MICROTYPE } from "./microtype.ts";
import type { TextStyle } from "./text-style.ts";

/** A stretch of text in one style and face with no space in it. */
export interface Word {
  readonly text: string;
  readonly style: TextStyle;
  /** Where it begins in the text between two spaces, UTF-16 code units. */
  readonly at: number;
}

/** Part of a word: boxes of one word that follow each other are set as one piece again. */
export interface WordBox extends Box {
  readonly word: Word;
  /** UTF-16 offsets in the word's text. */
  readonly from: number;
  readonly to: number;
}

/** The items of a word, and characters no face could show. */
export interface WordItems {
  readonly items: readonly Item[];
  readonly missing: string;
}

/** Gives the same word in the same style the same items. */
export type WordMaker = (text: string, style: TextStyle) => WordItems;

/** TeX has 50 for both; with glyphs that give way a hyphen is needed less, so it costs more here. */
const HYPHEN_PENALTY = 720;
/** Two letters before a hyphen are not enough to read on by; a name should stay whole. */
const SHORT_SYLLABLE_PENALTY = 150;
const NAME_PENALTY = 300;
const EXPLICIT_HYPHEN_PENALTY = 720;
/** After a dash, which stays with the word before it. */
const DASH_PENALTY = 20;
/** Inside addresses and code, where no hyphen may be added. */
const SYMBOL_PENALTY = 200;

/** Marks that `hanging-punctuation: allow-end` is about (CSS Text 4, clause 9.2). */
const STOPS = /^[,.،۔、。，．﹐﹑﹒｡､]$/u;

export function isWordBox(item: Item): item is WordBox {
  return item.kind === "box" && "word" in item;
}

/** Width of text in a style, points. */
export function widthOf(shaped: Shaped, style: TextStyle): number {
  return shaped.width * style.size + shaped.glyphs.length * style.letterSpacing;
}

export function makeWordMaker(library: FontLibrary, hyphenate: Hyphenator): WordMaker {
  const made = new Map<TextStyle, Map<string, WordItems>>();
  return (text, style) => {
    let known = made.get(style);
    if (!known) {
      known = new Map();
      made.set(style, known);
    }
    let items = known.get(text);
    if (!items) {
      items = makeItems(text, style, library, hyphenate);
      known.set(text, items);
    }
    return items;
  };
}

/** A word up to its next break: after an explicit hyphen, dashes, slashes. */
const PARTS = /\S+?(?:[-‐](?=\p{L})|[–—]+(?=[^”’»)\],.;:!?])|\/+(?=\p{L}|\p{N})|$)/gu;
/** The same for addresses and names of code, which may be broken after their signs too; no hyphen is added. */
const SYMBOLIC_PARTS = /\S+?(?:[-‐](?=\p{L})|(?:::|->|[_./(=&?#,])(?=[\p{L}\p{N}])|$)/gu;
/** A shorter word can go to the next line as a whole. */
const LONG_SYMBOLIC = 15;

/** True for a web address, a file's path, a name of code: long, and of signs that no plain word has. */
function isSymbolic(text: string): boolean {
  return text.length >= LONG_SYMBOLIC && /::|->|[_=&]|\w\/\w|\w\.\w+\.\w/.test(text) && !/[–—]/.test(text);
}

function makeItems(text: string, style: TextStyle, library: FontLibrary, hyphenate: Hyphenator): WordItems {
  const items: Item[] = [];
  let missing = "";
  for (const part of text.matchAll(isSymbolic(text) ? SYMBOLIC_PARTS : PARTS)) {
    for (const piece of cutByFace(part[0], part.index, style, library)) {
      const shaped = piece.style.face.shape(piece.text, piece.style.features);
      missing += shaped.missing;
      items.push(...cutByHyphens(piece, shaped, hyphenate));
    }
    if (part.index + part[0].length < text.length) items.push(breakAfter(part[0]));
  }
  return { items, missing };
}

/** The break after an explicit hyphen, a dash or a slash: no hyphen is added. */
function breakAfter(part: string): Item {
  const mark = part.at(-1);
  if (mark === "-" || mark === "‐") return penalty(EXPLICIT_HYPHEN_PENALTY, 0, true);
  return penalty(mark === "–" || mark === "—" ? DASH_PENALTY : SYMBOL_PENALTY);
}

/** Splits a word where its face lacks a character that another face has. */
function cutByFace(text: string, at: number, style: TextStyle, library: FontLibrary): Word[] {
  if (style.face.shape(text, style.features).missing === "") return [{ text, style, at }];
  const words: { text: string; style: TextStyle; at: number }[] = [];
  let next = at;
  for (const character of text) {
    const face = style.face.hasGlyph(character)
      ? style.face
      : (library.faceFor(character, style.face) ?? style.face);
    const last = words.at(-1);
    if (last && last.style.face === face) last.text += character;
    else words.push({ text: character, style: face === style.face ? style : { ...style, face }, at: next });
    next += character.length;
  }
  return words;
}

function cutByHyphens(word: Word, shaped: Shaped, hyphenate: Hyphenator): Item[] {
  const { text, style } = word;
  const places = style.hyphenated && !/[-‐]/u.test(text) ? allowedPlaces(text, hyphenate(text), style) : [];
  const whole = widthOf(shaped, style);
  const hyphen = places.length > 0 ? hyphenWidth(style) : 0;
  const items: Item[] = [];
  let from = 0;
  let used = 0;
  for (const to of places) {
    const width = prefixWidth(word, shaped, to);
    items.push(wordBox(word, from, to, width - used), penalty(hyphenPenalty(text, to), hyphen, true));
    from = to;
    used = width;
  }
  items.push(wordBox(word, from, text.length, whole - used));
  return items;
}

/** The places that `hyphenate-limit-chars` allows (CSS Text 4, clause 6.3.2). */
function allowedPlaces(text: string, places: readonly number[], style: TextStyle): readonly number[] {
  const { word = 0, before = 0, after = 0 } = style.hyphenLimits;
  if (word + before + after === 0) return places;
  const letters = (from: number, to: number): number => text.slice(from, to).replace(/[^\p{L}\p{M}]/gu, "").length;
  if (letters(0, text.length) < word) return [];
  return places.filter((at) => letters(0, at) >= before && letters(at, text.length) >= after);
}

/** Width of a hyphen that is added at the end of a line, less what hangs in the margin. */
export function hyphenWidth(style: TextStyle): number {
  const { face, features, hyphen } = style;
  return widthOf(face.shape(hyphen, features), style) - hangAtEdge(style, hyphen.slice(-1), "right");
}

/** Stops and closing marks at a paragraph's end, which may hang as a whole if its last line can't be shrunk to the measure. */
const END_MARKS = /[.,!?…"'’”»›)]+$/u;

/** How much further such marks can hang than they do, points. */
export function endHang({ text, style }: Pick<Word, "text" | "style">): number {
  const marks = END_MARKS.exec(text)?.[0] ?? "";
  if (marks === "") return 0;
  return widthOf(style.face.shape(marks, style.features), style) - hangAtEdge(style, marks.slice(-1), "right");
}

function hyphenPenalty(text: string, to: number): number {
  const before = text.slice(0, to).replace(/[^\p{L}]/gu, "").length;
  const name = /^[^\p{L}]*\p{Lu}/u.test(text);
  return HYPHEN_PENALTY + (before < 3 ? SHORT_SYLLABLE_PENALTY : 0) + (name ? NAME_PENALTY : 0);
}

/** How far a character of a style hangs into a margin, points. */
export function hangAtEdge(style: TextStyle, character: string, edge: Edge): number {
  const { face, size, features, hangsStops } = style;
  if (hangsStops && edge === "right" && STOPS.test(character)) return face.shape(character, features).width * size;
  return hangOf(face, character, edge) * size;
}

/** A piece of a word that may stand at either end of a line. */
export function wordBox(word: Word, from: number, to: number, width: number): WordBox {
  const { text } = word;
  const first = String.fromCodePoint(text.codePointAt(from) ?? 32);
  const last = text.slice(from, to).match(/.$/su)?.[0] ?? " ";
  // Space comes after every letter but a word's last; where the word is cut there, a hyphen follows.
  const spaced = to - from - (to === text.length ? 1 : 0);
  return {
    kind: "box",
    width,
    flex: MICROTYPE.expansion * width + MICROTYPE.tracking * word.style.size * spaced,
    hangLeft: hangAtEdge(word.style, first, "left"),
    hangRight: hangAtEdge(word.style, last, "right"),
    word,
    from,
    to,
  };
}

/** Width of the first `to` characters; shaped anew only where the cut goes through a ligature. */
export function prefixWidth(word: Word, shaped: Shaped, to: number): number {
  const { style } = word;
  let characters = 0;
  let width = 0;
  for (let g = 0; g < shaped.glyphs.length && characters < to; g++) {
    for (const codePoint of shaped.codePoints[g] ?? []) characters += codePoint > 0xffff ? 2 : 1;
    width += (shaped.advances[g] ?? 0) * style.size + style.letterSpacing;
  }
  if (characters === to) return width;
  return widthOf(style.face.shape(word.text.slice(0, to), style.features), style);
}
