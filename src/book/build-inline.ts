/**
 * Inline content: Markdown's nodes, and what raw tags make of them, as `Inline` nodes.
 *
 * Comes in: the inline syntax of one block. Goes out: nodes, each with its span. Tags pair among siblings only; one that finds no
 * partner is left out with a warning, and no text is ever lost with it.
 */
import { diagnose } from "../core/diagnostic.ts";
import type { Span } from "../core/span.ts";
import type {
  DeclarationSyntax,
  ImageSyntax,
  InlineNoteSyntax,
  InlineSyntax,
  LiteralSyntax,
  TagSyntax,
  TextSyntax,
} from "../markdown/syntax.ts";
import { type BuildContext, spanOf } from "./build-context.ts";
import type { Image, Inline, Text } from "./model.ts";
import {
  closeUnknown,
  isBlockLevel,
  readHooks,
  readImageTag,
  styleOf,
  warnImage,
  warnUnknown,
  warnUnpaired,
} from "./raw-html.ts";

/** Raw tags nested deeper than this are left out: trees are walked by recursion. */
const DEEPEST_TAG = 60;

/** A tag whose partner has not come yet; the first of a row has none. */
interface Frame {
  readonly tag?: TagSyntax;
  readonly children: Inline[];
}

/** The nodes of one block, or of one node inside it. */
export function buildInlines(nodes: readonly InlineSyntax[], context: BuildContext): Inline[] {
  const frames: Frame[] = [{ children: [] }];
  for (const node of nodes) {
    if (node.kind === "tag") readTag(node, frames, context);
    else for (const built of buildNode(node, context)) append(built, top(frames));
  }
  while (frames.length > 1) dissolve(frames, context);
  return top(frames);
}

/** Without white space at either end, as a block has it. */
export function trimInlines(nodes: readonly Inline[]): Inline[] {
  const trimmed = [...nodes];
  for (let first = trimmed[0]; first?.kind === "text"; first = trimmed[0]) {
    const text = first.text.replace(/^[ \t\n]+/, "");
    const cut = first.text.length - text.length;
    if (cut === 0) break;
    const { column, length } = first.span;
    const span = { ...first.span, column: column + cut, length: Math.max(1, length - cut) };
    if (text === "") trimmed.shift();
    else trimmed[0] = { ...first, text, span };
  }
  for (let last = trimmed.at(-1); last?.kind === "text"; last = trimmed.at(-1)) {
    const text = last.text.replace(/[ \t\n]+$/, "");
    if (text === last.text) break;
    trimmed.pop();
    if (text !== "") trimmed.push({ ...last, text });
  }
  return trimmed;
}

function top(frames: readonly Frame[]): Inline[] {
  return frames.at(-1)?.children ?? [];
}

/** Text on one line is one node, whatever stood between its parts; a space there is not doubled. A line's end has no width. */
function append(node: Inline, siblings: Inline[]): void {
  const last = siblings.at(-1);
  const joins =
    last?.kind === "text" &&
    node.kind === "text" &&
    last.span.line === node.span.line &&
    last.literal === node.literal;
  // White space alone may be trimmed, and then the text behind it has to know its own place.
  if (!joins || /^[ \t]*$/.test(last.text)) {
    siblings.push(node);
    return;
  }
  const text = last.text.endsWith(" ") ? node.text.replace(/^ /, "") : node.text;
  const end = node.text === " " ? node.span.column : node.span.column + node.span.length;
  const length = Math.max(last.span.length, end - last.span.column);
  siblings[siblings.length - 1] = { ...last, text: last.text + text, span: { ...last.span, length } };
}

function buildNode(node: Exclude<InlineSyntax, TagSyntax>, context: BuildContext): readonly Inline[] {
  const span = spanOf(node.place, context);
  switch (node.kind) {
    case "text":
    case "literal":
    case "declaration":
      if (node.kind !== "text")
        warnUnknown({ name: node.kind === "literal" ? node.name : "!", place: node.place }, context);
      return node.text === "" ? [] : [{ ...textAt(span, node.text), ...(isLiteral(node) && { literal: true }) }];
    case "softBreak":
      return [textAt(span, " ")];
    case "hardBreak":
      return [{ kind: "lineBreak", span }];
    case "code":
      return [{ kind: "code", text: node.text, span }];
    case "emphasis":
    case "strong":
    case "strikethrough":
      return [{ kind: node.kind, children: buildInlines(node.children, context), span }];
    case "link": {
      const title = node.title === undefined ? {} : { title: node.title };
      const children = buildInlines(node.children, context);
      return [{ kind: "link", href: node.href, internal: false, ...title, children, span }];
    }
    case "image":
      return [buildImage(node, span)];
    case "comment":
      return [];
    case "noteReference":
      return [{ kind: "noteReference", label: node.label, number: 0, occurrence: 0, span }];
    case "undefinedNote":
      context.undefinedNotes.push({ label: node.label, span });
      return [textAt(span, `[^${node.label}]`)];
    case "inlineNote":
      return [buildNote(node, span, context)];
  }
}

/** What the author has escaped, and what is read as it stands. */
function isLiteral(node: TextSyntax | LiteralSyntax | DeclarationSyntax): boolean {
  return node.kind === "text" ? node.escaped === true : node.kind === "literal";
}

function textAt(span: Span, text: string): Text {
  return { kind: "text", text, span };
}

function buildImage({ src, alt, title }: Pick<ImageSyntax, "src" | "alt" | "title">, span: Span): Image {
  return { kind: "image", src, alt, ...(title !== undefined && { title }), span };
}

function buildNote(note: InlineNoteSyntax, span: Span, context: BuildContext): Inline {
  const { label } = note;
  const children = trimInlines(buildInlines(note.children, context));
  const inner = children[0]?.span ?? span;
  context.notes.push({ label, children: [{ kind: "paragraph", children, span: inner }], span });
  return { kind: "noteReference", label, number: 0, occurrence: 0, span };
}

function readTag(tag: TagSyntax, frames: Frame[], context: BuildContext): void {
  const span = spanOf(tag.place, context);
  if (tag.name === "br") append({ kind: "lineBreak", span }, top(frames));
  else if (tag.name === "img" && tag.attributes.src !== undefined) {
    warnImage(tag, context);
    append(buildImage(readImageTag(tag), span), top(frames));
  } else if (tag.closing) closeTag(tag, frames, context);
  else openTag(tag, frames, context);
}

function openTag(tag: TagSyntax, frames: Frame[], context: BuildContext): void {
  const known = tag.name === "span" || styleOf(tag.name) !== undefined;
  if (!known) {
    warnUnknown(tag, context);
    if (isBlockLevel(tag.name)) separate(tag, frames, context);
    const { id = tag.name === "a" ? tag.attributes.name : undefined } = tag.attributes;
    // An id may be linked to, whatever it stands on.
    if (id)
      append({ kind: "phrase", classes: [], id, children: [], span: spanOf(tag.place, context) }, top(frames));
    if (!tag.selfClosing) context.openUnknown.set(tag.name, (context.openUnknown.get(tag.name) ?? 0) + 1);
  } else if (tag.selfClosing) top(frames).push(...wrap(tag, [], context));
  else if (frames.length <= DEEPEST_TAG) frames.push({ tag, children: [] });
}

function closeTag(tag: TagSyntax, frames: Frame[], context: BuildContext): void {
  const at = frames.findLastIndex((frame) => frame.tag?.name === tag.name);
  if (at < 0) {
    if (isBlockLevel(tag.name)) separate(tag, frames, context);
    closeUnknown(tag, context);
    return;
  }
  while (frames.length > at + 1) dissolve(frames, context);
  const closed = frames.pop();
  if (closed?.tag) for (const node of wrap(closed.tag, closed.children, context)) append(node, top(frames));
}

/** Puts what an unpaired tag holds in the tag's place. An id on it stays a place to link to. */
function dissolve(frames: Frame[], context: BuildContext): void {
  const frame = frames.pop();
  if (!frame?.tag) return;
  warnUnpaired(frame.tag, context);
  const { id } = frame.tag.attributes;
  if (id)
    top(frames).push({ kind: "phrase", classes: [], id, children: [], span: spanOf(frame.tag.place, context) });
  for (const node of frame.children) append(node, top(frames));
}

/** A styled node has no hooks of its own: with any, a phrase stands around it. */
function wrap(tag: TagSyntax, children: readonly Inline[], context: BuildContext): readonly Inline[] {
  const span = spanOf(tag.place, context);
  const hooks = readHooks(tag, context);
  const style = styleOf(tag.name);
  if (style === undefined) return [{ kind: "phrase", ...hooks, children, span }];
  const styled = { kind: style, children, span } as const;
  const bare = hooks.classes.length === 0 && hooks.id === undefined && hooks.language === undefined;
  return [bare ? styled : { kind: "phrase", ...hooks, children: [styled], span }];
}

/** Keeps apart what stood in two cells or two paragraphs. */
function separate(tag: TagSyntax, frames: Frame[], context: BuildContext): void {
  const last = top(frames).at(-1);
  if (last && !(last.kind === "text" && last.text.endsWith(" "))) {
    append(textAt(spanOf(tag.place, context), " "), top(frames));
  }
}

/** Reports what an HTML block has left open: `<` that begins no tag. */
export function warnUnfinished(place: InlineSyntax["place"], context: BuildContext): void {
  const message = "A tag or comment that begins here is never finished, so it is read as text.";
  context.report(
    diagnose(
      "markdown/raw-html",
      spanOf(place, context),
      message,
      "Finish it with > or -->, or write \\< for a bare <.",
    ),
  );
}
