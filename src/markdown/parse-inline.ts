/**
 * Inline tokens as a tree.
 *
 * Comes in: the children of one block's `inline` token and a way from offsets to places. Goes out: `InlineSyntax` nodes.
 * Raw tags stay single nodes: whether they pair is for the reader to say.
 */
import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import { type Locate, locateWithin } from "./locate.ts";
import type { ParseRecord } from "./parser.ts";
import { decodeEntities, readTag } from "./read-tag.ts";
import type { ImageSyntax, InlineNoteSyntax, InlineSyntax, LiteralSyntax, Place } from "./syntax.ts";

/** What all blocks of a file have in common. */
export interface InlineContext {
  readonly md: MarkdownIt;
  readonly record: ParseRecord;
}

/** Emphasis nested deeper than this is dropped, its text kept: trees are walked by recursion. */
const DEEPEST_STYLE = 60;

/** An element whose end has not come yet. */
interface Open {
  readonly token: Token;
  readonly place: Place;
  readonly children: InlineSyntax[];
}

/** The nodes of one block. */
export function parseInline(tokens: readonly Token[], locate: Locate, context: InlineContext): InlineSyntax[] {
  const top: InlineSyntax[] = [];
  const open: Open[] = [];
  for (const token of tokens) {
    const siblings = open.at(-1)?.children ?? top;
    const [start, end] = token.map ?? [0, 0];
    const place = locate(start, end);
    if (token.nesting === 1) {
      open.push({ token, place, children: [] });
    } else if (token.nesting === -1) {
      const closed = open.pop();
      if (closed) (open.at(-1)?.children ?? top).push(...closeElement(closed, open.length));
    } else {
      siblings.push(...parseLeaf(token, place, locate, context));
    }
  }
  return top;
}

function closeElement({ token, place, children }: Open, depth: number): readonly InlineSyntax[] {
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
    case "text_special":
      return text === "" ? [] : [{ kind: "text", text, place }];
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

/** A `pre` may hold other tags and entities, the other elements neither (HTML, 13.1.2). */
function readLiteral(token: Token, place: Place, { md }: InlineContext): LiteralSyntax {
  const { tag: name, content } = token;
  const bare = name === "pre" ? content.replace(/<!--[\s\S]*?-->|<\/?[a-z][^<>]*>/gi, "") : content;
  return { kind: "literal", name, text: name === "script" || name === "style" ? bare : decodeEntities(bare, md), place };
}

function readImage(token: Token, place: Place): ImageSyntax {
  const { src = "", title } = attributesOf(token);
  const alt = plainText(token.children ?? []);
  return { kind: "image", src, ...(title !== undefined && { title }), alt, place };
}

/** A reference; or an inline note, whose text stands two characters behind its beginning. */
function readNote(token: Token, place: Place, locate: Locate, context: InlineContext): InlineSyntax {
  const label = labelOf(token);
  if (label !== "") return { kind: "noteReference", label, place };
  const id = Number(token.meta?.id);
  const tokens = context.record.footnotes?.list?.[id]?.tokens ?? [];
  const inner = locateWithin(locate, (token.map?.[0] ?? 0) + 2);
  const note: InlineNoteSyntax = {
    kind: "inlineNote",
    label: `inline ${id + 1}`,
    children: parseInline(tokens, inner, context),
    place,
  };
  return note;
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
