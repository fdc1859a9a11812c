/**
 * Blocks: Markdown's own, and what raw HTML makes of them, as `Block` nodes.
 *
 * Comes in: the block syntax of a file, or of a container in it. Goes out: nodes, each with its span. A raw `<div>` may open in one
 * HTML block and close in another, with Markdown between; notes go to the context.
 */
import { diagnose } from "../core/diagnostic.ts";
import type { BlockSyntax, InlineSyntax, LiteralSyntax, Place, TagSyntax } from "../markdown/syntax.ts";
import { type BuildContext, spanOf } from "./build-context.ts";
import { buildInlines, trimInlines, warnUnfinished } from "./build-inline.ts";
import { keepLines } from "./keep-lines.ts";
import type { Block, Inline, List, Phrase, Table } from "./model.ts";
import { closeUnknown, isBlockLevel, readHooks, warnUnknown, warnUnpaired } from "./raw-html.ts";
import { VERSE } from "./verse.ts";

/** Raw divisions nested deeper than this are left out: trees are walked by recursion. */
const DEEPEST_DIVISION = 60;

/** A raw division that has not been closed, or the container itself. */
interface Frame {
  readonly tag?: TagSyntax;
  readonly blocks: Block[];
}

/** The blocks of one container. A division ends with the container it begins in. */
export function buildBlocks(syntax: readonly BlockSyntax[], context: BuildContext): Block[] {
  const frames: Frame[] = [{ blocks: [] }];
  for (const node of syntax) buildBlock(node, frames, context);
  while (frames.length > 1) {
    const { tag } = frames.at(-1) ?? {};
    if (tag) warnUnpaired(tag, context);
    closeDivision(frames, context);
  }
  return top(frames);
}

function top(frames: readonly Frame[]): Block[] {
  return frames.at(-1)?.blocks ?? [];
}

function buildBlock(node: BlockSyntax, frames: Frame[], context: BuildContext): void {
  const span = spanOf(node.place, context);
  const add = (block: Block): void => {
    top(frames).push(block);
  };
  switch (node.kind) {
    case "paragraph":
      return buildRuns(node.children, node.place, frames, context);
    case "html":
      return buildHtml(node.children, node.place, frames, { ...context, htmlLine: node.place.line });
    case "heading": {
      const children = trimInlines(buildInlines(node.children, context));
      return add({ kind: "heading", level: node.level, id: "", children, span });
    }
    case "quotation":
      return add({ kind: "quotation", children: buildBlocks(node.children, context), span });
    case "list":
      return add(buildList(node, context));
    case "codeBlock":
      return add({ kind: "codeBlock", language: node.language, text: node.text, span });
    case "table":
      return add(buildTable(node, context));
    case "thematicBreak":
      return add({ kind: "sceneBreak", span });
    case "division":
      return add(buildDivision(node, context));
    case "noteDefinition":
      context.notes.push({ label: node.label, children: buildBlocks(node.children, context), span });
      return;
  }
}

function buildDivision(node: Extract<BlockSyntax, { kind: "division" }>, context: BuildContext): Block {
  const { classes, id, closed, place } = node;
  const span = spanOf(place, context);
  if (!closed) {
    const message = "No line of three colons ends this passage, so all that follows belongs to it.";
    context.report(diagnose("markdown/unclosed", span, message, "Write ::: on a line of its own where it ends."));
  }
  const children = buildBlocks(node.children, {
    ...context,
    keepsLines: context.keepsLines || classes.includes(VERSE),
  });
  return { kind: "division", classes, ...(id !== undefined && { id }), children, span };
}

function buildList(node: Extract<BlockSyntax, { kind: "list" }>, context: BuildContext): List {
  const items = node.items.map((item) => ({
    kind: "listItem" as const,
    children: buildBlocks(item.children, context),
    span: spanOf(item.place, context),
  }));
  const { ordered, start, tight } = node;
  return { kind: "list", ordered, start, tight, items, span: spanOf(node.place, context) };
}

function buildTable(node: Extract<BlockSyntax, { kind: "table" }>, context: BuildContext): Table {
  const buildRow = (row: (typeof node)["head"]): Table["head"] =>
    row.map((cell) => ({
      kind: "cell",
      children: trimInlines(buildInlines(cell.children, context)),
      span: spanOf(cell.place, context),
    }));
  const { columns, head, rows } = node;
  return {
    kind: "table",
    columns,
    head: buildRow(head),
    rows: rows.map(buildRow),
    span: spanOf(node.place, context),
  };
}

function buildHtml(nodes: readonly InlineSyntax[], place: Place, frames: Frame[], context: BuildContext): void {
  const bare = nodes.find((node) => node.kind === "text" && /^\s*<[a-z/!?]/i.test(node.text));
  if (bare) warnUnfinished(bare.place, context);
  buildRuns(nodes, place, frames, context);
}

/** Cuts inline content at tags that stand between blocks, and at blank lines, and makes a block of each piece. */
function buildRuns(nodes: readonly InlineSyntax[], place: Place, frames: Frame[], context: BuildContext): void {
  let run: InlineSyntax[] = [];
  let whole = true;
  const flush = (): void => {
    const start = whole ? place : (run.find((node) => node.kind !== "softBreak")?.place ?? place);
    buildRun(run, start, frames, context);
    run = [];
    whole = false;
  };
  for (const [index, node] of nodes.entries()) {
    if (node.kind === "tag" && isBlockLevel(node.name)) {
      flush();
      readBlockTag(node, frames, context);
    } else if (node.kind === "literal") {
      flush();
      buildLiteral(node, frames, context);
    } else if (node.kind === "softBreak" && nodes[index - 1]?.kind === "softBreak") flush();
    else run.push(node);
  }
  flush();
}

function readBlockTag(tag: TagSyntax, frames: Frame[], context: BuildContext): void {
  const id = tag.attributes.id;
  if (tag.name !== "div") {
    if (tag.closing) return closeUnknown(tag, context);
    warnUnknown(tag, context);
    if (!tag.selfClosing) context.openUnknown.set(tag.name, (context.openUnknown.get(tag.name) ?? 0) + 1);
    // An id may be linked to, whatever it stands on.
    if (id)
      top(frames).push({ kind: "division", classes: [], id, children: [], span: spanOf(tag.place, context) });
  } else if (tag.closing) {
    if (frames.length > 1) closeDivision(frames, context);
    else warnUnpaired(tag, context);
  } else if (frames.length <= DEEPEST_DIVISION) {
    frames.push({ tag, blocks: [] });
    if (tag.selfClosing) closeDivision(frames, context);
  }
}

function closeDivision(frames: Frame[], context: BuildContext): void {
  const { tag, blocks: children } = frames.pop() ?? {};
  if (!tag || !children) return;
  const span = spanOf(tag.place, context);
  top(frames).push({ kind: "division", ...readHooks(tag, context), children, span });
}

/** What HTML does not read as markup is code; its lines are kept. */
function buildLiteral(node: LiteralSyntax, frames: Frame[], context: BuildContext): void {
  warnUnknown(node, context);
  const text = node.text.replace(/^\n/, "").trimEnd();
  if (text.trim() === "") return;
  top(frames).push({ kind: "codeBlock", language: "", text, span: spanOf(node.place, context) });
}

function isVerse({ attributes }: TagSyntax): boolean {
  return (attributes.class ?? "").split(/\s+/).includes(VERSE);
}

/** A paragraph; a figure if it is but an image; nothing but the ids if nothing in it can be seen. */
function buildRun(run: readonly InlineSyntax[], place: Place, frames: Frame[], context: BuildContext): void {
  if (run.length === 0) return;
  const lined = context.keepsLines || frames.some(({ tag }) => tag && isVerse(tag));
  const children = trimInlines(buildInlines(lined ? keepLines(run) : run, context));
  const span = spanOf(place, context);
  const [only] = children;
  if (children.length === 1 && only?.kind === "image") top(frames).push({ kind: "figure", image: only, span });
  else if (children.some(isVisible)) top(frames).push({ kind: "paragraph", children, span });
  else
    for (const { kind: _, ...phrase } of emptyTargets(children))
      top(frames).push({ kind: "division", ...phrase, children: [] });
}

function isVisible(node: Inline): boolean {
  switch (node.kind) {
    case "text":
      return /[^ \t\n]/.test(node.text);
    case "code":
    case "image":
    case "noteReference":
      return true;
    case "lineBreak":
      return false;
    default:
      return node.children.some(isVisible);
  }
}

function emptyTargets(nodes: readonly Inline[]): Phrase[] {
  return nodes.flatMap((node): Phrase[] => {
    if (!("children" in node)) return [];
    const inner = emptyTargets(node.children);
    return node.kind === "phrase" && node.id !== undefined ? [node, ...inner] : inner;
  });
}
