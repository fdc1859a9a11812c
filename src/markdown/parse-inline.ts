/**
 * Inline tokens as a tree.
 *
 * Comes in: the children of one block's `inline` token and a way from offsets to places. Goes out: `InlineSyntax` nodes.
 * Raw tags stay single nodes: whether they pair is for the reader to say.
 */
import type { MarkdownIt, Token } from "markdown-it";
import { type Locate, locateWithin } from "./locate.ts";
import { decodeEntities, readTag } from "./read-tag.ts";
import type { ImageSyntax, InlineSyntax, LiteralSyntax, Place } from "./syntax.ts";

/** What all blocks of a file have in common. */
export interface InlineContext {
  readonly md: MarkdownIt;
  /** Offsets at which text is to be divided into nodes, since what follows stands on another line. */
  readonly cuts?: readonly number[];
}

/** Emphasis nested deeper than this is dropped, its text kept: trees are walked by recursion. */
const DEEPEST_STYLE = 60;

/** An element whose end has not come yet. */
interface Open {
  readonly token: Token;
  readonly children: InlineSyntax[];
}

/** The nodes of one block. */
export function parseInline(tokens: readonly Token[], locate: Locate, context: InlineContext): InlineSyntax[] {
  const top: InlineSyntax[] = [];
  const open: Open[] = [];
  for (const token of tokens) {
    const [start, end] = token.map ?? [0, 0];
    if (token.nesting === 1) {
      open.push({ token, children: [] });
      continue;
    }
    const closed = token.nesting === -1 ? open.pop() : undefined;
    const nodes = closed
      ? closeElement(closed, locate(closed.token.map?.[0] ?? 0, end), open.length)
      : parseLeaf(token, locate(start, end), locate, context);
    const siblings = open.at(-1)?.children ?? top;
    for (const node of nodes) siblings.push(node);
  }
  return top;
}

function closeElement({ token, children }: Open, place: Place, depth: number): readonly InlineSyntax[] {
  if (token.type === "link_open") {
    const { href = "", title } = attributesOf(token);
    return [{ kind: "link", href, ...(title !== undefined && { title }), children, place }];
  }
  if (depth > DEEPEST_STYLE) return children;
  switch (token.type) {
    case "em_open":
      return [{ kind: "emphasis", children, place }];
    case "strong_open":
      return [{ kind: "strong", children, place }];
    case "s_open":
      return [{ kind: "strikethrough", children, place }];
    default:
      throw new Error(`No rule makes a ${token.type}.`);
  }
}

function parseLeaf(token: Token, place: Place, locate: Locate, context: InlineContext): readonly InlineSyntax[] {
  const { content: text } = token;
  switch (token.type) {
    case "text":
      return divideText(token, place, locate, context);
    case "text_special":
      return [{ kind: "text", text, ...(token.info === "escape" && { escaped: true as const }), place }];
    case "softbreak":
      return [{ kind: "softBreak", place }];
    case "hardbreak":
      return [{ kind: "hardBreak", place }];
    case "code_inline":
      return [{ kind: "code", text, place }];
    case "html_inline":
      return [readTag(text, place, context.md)];
    case "literal":
      return [readLiteral(token, place, context)];
    case "image":
      return [readImage(token, place)];
    case "footnote_ref":
      return [readNote(token, place, locate, context)];
    case "undefined_note":
      return [{ kind: "undefinedNote", label: labelOf(token), place }];
    default:
      throw new Error(`No rule makes a ${token.type}.`);
  }
}

/** Text that has no escapes or entities can be divided by its offsets. */
function divideText(token: Token, place: Place, locate: Locate, { cuts = [] }: InlineContext): InlineSyntax[] {
  const { content: text } = token;
  const [start, end] = token.map ?? [0, 0];
  const inside = end - start === text.length ? cuts.filter((cut) => cut > start && cut < end) : [];
  if (inside.length === 0) return text === "" ? [] : [{ kind: "text", text, place }];
  const bounds = [start, ...inside, end];
  return bounds.slice(1).map((to, index) => {
    const from = bounds[index] ?? start;
    return { kind: "text", text: text.slice(from - start, to - start), place: locate(from, to) };
  });
}

/** A `pre` may hold other tags and entities, the other elements neither (HTML, 13.1.2). */
function readLiteral(token: Token, place: Place, { md }: InlineContext): LiteralSyntax {
  const { tag: name, content } = token;
  const bare = name === "pre" ? content.replace(/<!--[\s\S]*?-->|<\/?[a-z][^<>]*>/gi, "") : content;
  return {
    kind: "literal",
    name,
    text: name === "script" || name === "style" ? bare : decodeEntities(bare, md),
    place,
  };
}

function readImage(token: Token, place: Place): ImageSyntax {
  const { src = "", title } = attributesOf(token);
  const alt = plainText(token.children ?? []);
  return { kind: "image", src, ...(title !== undefined && { title }), alt, place };
}

/** A reference; or an inline note, whose text stands two characters behind its beginning. */
function readNote(token: Token, place: Place, locate: Locate, context: InlineContext): InlineSyntax {
  if (!token.children) return { kind: "noteReference", label: labelOf(token), place };
  const inner = locateWithin(locate, (token.map?.[0] ?? 0) + 2);
  const children = parseInline(token.children, inner, context);
  return { kind: "inlineNote", label: `inline ${Number(token.meta?.inline)}`, children, place };
}

/** The text of an image's description (CommonMark 0.31.2, 6.4: what is rendered as its `alt`). */
function plainText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === "softbreak" || token.type === "hardbreak") return " ";
      if (token.type === "image") return plainText(token.children ?? []);
      return token.type === "html_inline" ? "" : token.content;
    })
    .join("");
}

function labelOf(token: Token): string {
  return String(token.meta?.label ?? "");
}

function attributesOf(token: Token): Partial<Record<string, string>> {
  return Object.fromEntries((token.attrs ?? []).map(([name, value]) => [name, String(value)]));
}
