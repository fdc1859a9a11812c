/**
 * A paragraph's inline content as items.
 *
 * Comes in: element nodes with their styles. Goes out: items that end in fill glue and a forced break. It breaks nothing.
 */

import type { Element, ElementNode, TextNode } from "../../book/element.ts";
import type { Diagnostic } from "../../core/diagnostic.ts";
import { diagnose } from "../../core/diagnostic.ts";
import type { Span } from "../../core/span.ts";
import type { ComputedStyle } from "../../style/computed-style.ts";
import { type Box, box, FILL, FORCED_BREAK, type Glue, type Item, NO_BREAK, penalty, TIE } from "./items.ts";
import { spaceGives } from "./microtype.ts";
import { sizePicture } from "./picture-size.ts";
import { FIXED_SPACES, SIGNS, type Sign } from "./signs.ts";
import type { TextStyle, TextStyles } from "./text-style.ts";
import { hyphenWidth, isWordBox, prefixWidth, type WordBox, type WordMaker, wordBox } from "./words.ts";

/** A box without width that carries what stands at its place. */
export interface MarkBox extends Box {
  /** The id of a note referred to here, as `href` has it. */
  readonly note?: string;
  /** An element's id. */
  readonly anchor?: string;
}

/** A picture in the line; `height` above the baseline, points. */
export interface ImageBox extends Box {
  readonly height: number;
  readonly path: string;
  readonly alt: string;
}

/** A box that takes up what its line has left, filled with a pattern; `width` is that of the pattern once. */
export interface LeaderBox extends Box {
  readonly pattern: string;
  readonly style: TextStyle;
}

/** Glue that stands for a space in a style. */
export interface SpaceGlue extends Glue {
  readonly style: TextStyle;
}

/** What composing needs to know of the book around it. */
export interface Composer {
  readonly styleOf: (element: Element) => ComputedStyle;
  readonly textStyles: TextStyles;
  readonly words: WordMaker;
  /** Width and height of a picture in points, or undefined if it can't be printed. */
  readonly imageSize: (path: string) => { readonly width: number; readonly height: number } | undefined;
  /** Height of the text block, which no picture may exceed. */
  readonly depth: number;
  readonly report: (diagnostic: Diagnostic) => void;
}

const NARROW_SPACE = 0.12;
/** Cutting a word that is wider than the line: only if nothing else will do. */
const CUT_PENALTY = 5_000;

/** A paragraph's items, and for each of them what it shows of the book. */
export interface Composed {
  readonly items: readonly Item[];
  /** The text node or picture that each item comes from; undefined for what was added. */
  readonly sources: readonly (ElementNode | undefined)[];
  /** Where in the text node's text the item's word begins, UTF-16 code units. */
  readonly offsets: readonly number[];
  /** The first item that the first line shows. */
  readonly start: number;
}

/** Composes `nodes`, which stand in a block of the given style and measure. */
export function composeParagraph(
  nodes: readonly ElementNode[],
  style: ComputedStyle,
  measure: number,
  indent: number,
  composer: Composer,
): Composed {
  const eachIndent = style.textIndentEachLine ? indent : 0;
  const state: State = { items: [], sources: [], offsets: [], atSpace: true, composer, measure, eachIndent };
  const hanging = style.hangingPunctuation;
  const text = hanging.length > 0 ? nodes.map(textIn).join("").trim() : "";
  if (indent !== 0) push(box(indent), state);
  if (hanging.includes("first")) hang(OPENING.exec(text)?.[0], style, state);
  composeNodes(nodes, style, undefined, state);
  if (hanging.includes("last")) hang(CLOSING.exec(text)?.[0], style, state);
  endLine(state);
  return { ...state, start: state.items.findIndex((item) => item.kind === "box") };
}

/** Marks that hang at a paragraph's beginning and end (CSS Text 4, clause 9.2). */
const OPENING = /^[\p{Ps}\p{Pi}\p{Pf}"']/u;
const CLOSING = /[\p{Pe}\p{Pi}\p{Pf}"']$/u;

/** Takes back the room of a mark, which so stands outside the measure. */
function hang(mark: string | undefined, style: ComputedStyle, state: State): void {
  if (mark === undefined) return;
  const { face, size, features } = state.composer.textStyles(style, undefined);
  push(box(-face.shape(mark, features).width * size), state);
}

function textIn(node: ElementNode): string {
  return node.kind === "text" ? node.text : node.children.map(textIn).join("");
}

interface State {
  readonly items: Item[];
  readonly sources: (ElementNode | undefined)[];
  readonly offsets: number[];
  /** True at the start and after a space, where a further space vanishes. */
  atSpace: boolean;
  readonly composer: Composer;
  readonly measure: number;
  /** Indent of lines after a forced break, points. */
  readonly eachIndent: number;
}

function push(item: Item, state: State, source?: ElementNode, offset = 0): void {
  state.items.push(item);
  state.sources.push(source);
  state.offsets.push(offset);
}

/** Ends a line that is not stretched; spaces before its end vanish. */
function endLine(state: State): void {
  while (state.items.at(-1)?.kind === "glue") {
    state.items.pop();
    state.sources.pop();
    state.offsets.pop();
  }
  for (const item of [NO_BREAK, FILL, FORCED_BREAK]) push(item, state);
  state.atSpace = true;
}

function composeNodes(
  nodes: readonly ElementNode[],
  style: ComputedStyle,
  href: string | undefined,
  state: State,
): void {
  for (const node of nodes) {
    if (node.kind === "text") composeText(node, state.composer.textStyles(style, href), state);
    else composeElement(node, href, state);
  }
}

function composeElement(element: Element, href: string | undefined, state: State): void {
  const style = state.composer.styleOf(element);
  if (style.display === "none") return;
  if (element.id !== undefined) mark({ kind: "box", width: 0, anchor: element.id }, state);
  if (element.name === "br") {
    endLine(state);
    if (state.eachIndent !== 0) push(box(state.eachIndent), state);
    return;
  }
  if (element.name === "img") {
    composeImage(element, style, href, state);
    return;
  }
  if (element.generated === "leader") {
    composeLeader(element, state.composer.textStyles(style, undefined), state);
    return;
  }
  const target = element.attributes.href ?? href;
  composeRoom(style.marginLeft + style.borderLeftWidth + style.paddingLeft, state);
  composeNodes(element.children, style, target, state);
  composeRoom(style.paddingRight + style.borderRightWidth + style.marginRight, state);
  if (element.classes.includes("noteref") && target !== undefined) {
    mark({ kind: "box", width: 0, note: target }, state);
  }
}

/** Room beside the text of an element in the line. */
function composeRoom(width: number, state: State): void {
  if (width !== 0) push(box(width), state);
}

function mark(item: MarkBox, state: State): void {
  push(item, state);
}

function composeLeader({ children }: Element, style: TextStyle, state: State): void {
  const pattern = children.map((child) => (child.kind === "text" ? child.text : "")).join("");
  const { width } = style.face.shape(pattern, style.features);
  if (width <= 0) return;
  const leader: LeaderBox = { kind: "box", width: width * style.size, pattern, style };
  push(leader, state);
  state.atSpace = false;
}

/** The picture; its description, if it cannot be printed. */
function composeImage(element: Element, style: ComputedStyle, href: string | undefined, state: State): void {
  const path = element.attributes.src ?? "";
  const alt = element.attributes.alt ?? "";
  const size = state.composer.imageSize(path);
  if (!size) {
    composeNodes([{ kind: "text", text: alt, span: element.span }], style, href, state);
    return;
  }
  const { depth } = state.composer;
  const { width, height } = sizePicture(size, style, { width: state.measure, height: depth }, depth);
  const item: ImageBox = { kind: "box", width, height, path, alt };
  push(item, state, element);
  state.atSpace = false;
}

function composeText(node: TextNode, style: TextStyle, state: State): void {
  for (const match of node.text.matchAll(
    /[ \t\r\n\f\v\u0085\u2028\u2029]+|[^\s\u0085\u200b\u00ad\u2060\ufeff]+|[\s\u200b\u00ad\u2060\ufeff]/g,
  )) {
    const token = match[0];
    const first = token.charAt(0);
    const sign = SIGNS.get(first);
    if (sign === undefined) composeWord(token, style, node, match.index, state);
    else if (sign === "space") composeSpace(token, style, state);
    else composeSign(sign, first, style, state);
  }
}

function composeSign(sign: Exclude<Sign, "space">, character: string, style: TextStyle, state: State): void {
  switch (sign) {
    case "unbroken space":
      push(isAfterTitle(state) ? TIE : NO_BREAK, state);
      push(space(style), state);
      state.atSpace = false;
      break;
    case "narrow space":
      push(box(NARROW_SPACE * style.size), state);
      break;
    case "fixed space":
      push(box((FIXED_SPACES[character] ?? 0) * style.size), state);
      push(penalty(0), state);
      break;
    case "break":
      push(penalty(0), state);
      break;
    case "soft hyphen":
      push(softHyphen(style), state);
      break;
    case "nothing":
  }
}

/** A title or an initial that is written short: “Mr.”, “St.”, “M.”; quotation marks may stand before it. */
const TITLE = /^[^\p{L}\p{N}]*\p{Lu}\p{L}{0,5}\.$/u;

function isAfterTitle({ items }: State): boolean {
  const last = items.at(-1);
  return last !== undefined && isWordBox(last) && TITLE.test(last.word.text);
}

function softHyphen(style: TextStyle): Item {
  return penalty(50, hyphenWidth(style), true);
}

function composeSpace(token: string, style: TextStyle, state: State): void {
  if (style.preserved) {
    for (let i = 0; i < token.length; i++) {
      push(penalty(0), state);
      push({ kind: "box", width: style.face.space * style.size }, state);
    }
    state.atSpace = false;
    return;
  }
  if (state.atSpace) return;
  if (style.unbroken) push(NO_BREAK, state);
  push(space(style), state);
  state.atSpace = true;
}

const spaces = new WeakMap<TextStyle, SpaceGlue>();

function space(style: TextStyle): SpaceGlue {
  let made = spaces.get(style);
  if (!made) {
    const { size, face, letterSpacing, wordSpacing } = style;
    made = {
      kind: "glue",
      width: face.space * size + letterSpacing + wordSpacing,
      stretch: spaceGives(face) * size,
      shrink: spaceGives(face) * size,
      style,
    };
    spaces.set(style, made);
  }
  return made;
}

function composeWord(token: string, style: TextStyle, node: TextNode, offset: number, state: State): void {
  const text = transformText(token, style);
  const { items, missing } = state.composer.words(text, style);
  if (missing !== "") reportMissing(missing, node.span, style, state);
  const source = node.addedTo ?? node.of?.node ?? node;
  const at = node.addedTo ? 0 : offset + (node.of?.offset ?? 0);
  for (const item of items) {
    if (isWordBox(item) && item.width > state.measure * 0.9) {
      for (const piece of cutAnywhere(item)) push(piece, state, source, at);
      if (item.width > state.measure && !style.preserved) reportTooWide(text, node.span, state);
    } else push(item, state, source, at);
  }
  state.atSpace = false;
}

function transformText(text: string, style: TextStyle): string {
  switch (style.transform) {
    case "none":
      return text;
    case "uppercase":
      return text.toUpperCase();
    case "lowercase":
      return text.toLowerCase();
    case "capitalize":
      return text.replace(/\p{L}/u, (letter) => letter.toUpperCase());
  }
}

/** A box too wide for any line, cut between all of its characters. */
function cutAnywhere(whole: WordBox): Item[] {
  const { word } = whole;
  const shaped = word.style.face.shape(word.text, word.style.features);
  const items: Item[] = [];
  let from = whole.from;
  let used = prefixWidth(word, shaped, from);
  while (from < whole.to) {
    const to = from + (String.fromCodePoint(word.text.codePointAt(from) ?? 0).length || 1);
    const width = prefixWidth(word, shaped, to);
    if (items.length > 0) items.push(penalty(CUT_PENALTY));
    items.push(wordBox(word, from, to, width - used));
    from = to;
    used = width;
  }
  return items;
}

function reportTooWide(text: string, span: Span, state: State): void {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  state.composer.report(
    diagnose(
      "page/overfull",
      span,
      `“${shown}” is wider than the line; it is cut where the line ends.`,
      "Say where it may be cut with soft hyphens (&shy;), or put spaces in it.",
    ),
  );
}

function reportMissing(missing: string, span: Span, style: TextStyle, state: State): void {
  const characters = [...new Set(missing)];
  const codes = characters.map((c) => `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`);
  state.composer.report(
    diagnose(
      "font/missing-glyph",
      span,
      `No font at hand can print ${characters.map((c) => `“${c}”`).join(", ")} (${codes.join(", ")}).`,
      `${style.face.family} has no such character; the EPUB shows it with the reader's own fonts.`,
    ),
  );
}
