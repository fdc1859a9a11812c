/**
 * Blocks: markdown-it's block tokens as `Block` nodes.
 *
 * Comes in: the tokens of a file or of a note. Goes out: nodes, each with its span. A raw `<div>` may open in one HTML block and
 * close in another, with Markdown between.
 */
import type { Diagnostic } from "../core/diagnostic.ts";
import { type Span, spanAt } from "../core/span.ts";
import { type MarkdownToken, parseInlineMarkdown } from "../markdown/parse-markdown.ts";
import { buildInlines, reportTag } from "./build-inline.ts";
import type { Block, Inline, ListItem, TableCell } from "./model.ts";
import { hooksOf, readTag } from "./raw-html.ts";

/** Where blocks stand. */
export interface BlockPlaces {
  readonly file: string;
  /** The file's lines. */
  readonly lines: readonly string[];
  readonly offsetOf: (token: MarkdownToken) => number;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** A block being filled. */
interface Container {
  readonly close: string;
  readonly wrap: (children: Block[]) => Block | undefined;
  readonly children: Block[];
}

export function buildBlocks(tokens: readonly MarkdownToken[], places: BlockPlaces): Block[] {
  const root: Block[] = [];
  const stack: Container[] = [];
  const top = (): Block[] => stack.at(-1)?.children ?? root;
  const pop = (): void => {
    const container = stack.pop();
    const block = container?.wrap(container.children);
    if (block) top().push(block);
  };
  const close = (name: string): void => {
    const at = stack.findLastIndex((container) => container.close === name);
    while (at >= 0 && stack.length > at) pop();
  };
  let row = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) continue;
    row = token.map?.[0] ?? row;
    const span = blockSpan(token, row, places);
    switch (token.type) {
      case "blockquote_open":
        stack.push({
          close: "blockquote_close",
          children: [],
          wrap: (children) => ({ kind: "quotation", children, span }),
        });
        break;
      case "bullet_list_open":
      case "ordered_list_open": {
        const end = matching(tokens, i);
        top().push(buildList(tokens.slice(i, end + 1), span, places));
        i = end;
        break;
      }
      case "table_open": {
        const end = matching(tokens, i);
        top().push(buildTable(tokens.slice(i, end + 1), span, places));
        i = end;
        break;
      }
      case "heading_open":
      case "paragraph_open": {
        const inline = tokens[i + 1];
        const level = token.type === "heading_open" ? Number(token.tag.slice(1)) : 0;
        const children = inline ? trimEnds(inlineOf(inline, row, places)) : [];
        top().push(...buildText(level, children, span));
        i = matching(tokens, i);
        break;
      }
      case "fence":
      case "code_block": {
        const language = token.type === "fence" ? (token.info.trim().split(/\s+/)[0] ?? "") : "";
        top().push({ kind: "codeBlock", language, text: token.content.replace(/\n$/, ""), span });
        break;
      }
      case "hr":
        top().push({ kind: "sceneBreak", span });
        break;
      case "html_block":
        buildHtml(token, row, places, { push: (block) => top().push(block), open: (c) => stack.push(c), close });
        break;
      default:
        if (token.nesting === -1) close(token.type);
    }
  }
  while (stack.length > 0) pop();
  return root;
}

function buildText(level: number, children: Inline[], span: Span): Block[] {
  if (level > 0) return [{ kind: "heading", level, id: "", children, span }];
  if (children.length === 0) return [];
  const [only] = children;
  if (children.length === 1 && only?.kind === "image") return [{ kind: "figure", image: only, span }];
  return [{ kind: "paragraph", children, span }];
}

/** Without the spaces that a comment at either end leaves behind. */
function trimEnds(children: Inline[]): Inline[] {
  const blank = (node: Inline | undefined): boolean => node?.kind === "text" && node.text.trim() === "";
  let from = 0;
  let to = children.length;
  while (from < to && blank(children[from])) from++;
  while (to > from && blank(children[to - 1])) to--;
  const kept = children.slice(from, to);
  const [first] = kept;
  if (first?.kind === "text") {
    const text = first.text.trimStart();
    const column = first.span.column + first.text.length - text.length;
    kept[0] = text === first.text ? first : { ...first, text, span: { ...first.span, column } };
  }
  const last = kept.at(-1);
  if (last?.kind === "text") kept[kept.length - 1] = { ...last, text: last.text.trimEnd() };
  return kept;
}

/** Index of the token that closes what the token at `i` opens. */
function matching(tokens: readonly MarkdownToken[], i: number): number {
  let depth = 0;
  for (let k = i; k < tokens.length; k++) {
    depth += tokens[k]?.nesting ?? 0;
    if (depth === 0) return k;
  }
  return tokens.length - 1;
}

function blockSpan(token: MarkdownToken, row: number, places: BlockPlaces): Span {
  const line = token.map?.[0] ?? row;
  const text = places.lines[line] ?? "";
  const column = text.length - text.trimStart().length;
  return spanAt(places.file, line + 1, column + 1, Math.max(1, text.trimEnd().length - column));
}

function inlineOf(inline: MarkdownToken, row: number, places: BlockPlaces, column?: number): Inline[] {
  const spanOf = locateInlines(inline, inline.map?.[0] ?? row, places, column);
  return buildInlines(inline.children ?? [], { spanOf, report: places.report });
}

/** Finds each line of a block's content in the file's lines, past markers and indentation, or at a cell's `column`. */
function locateInlines(
  inline: MarkdownToken,
  row: number,
  places: BlockPlaces,
  column?: number,
): (token: MarkdownToken) => Span {
  const starts: { readonly offset: number; readonly column: number; readonly line: number }[] = [];
  let offset = 0;
  inline.content.split("\n").forEach((text, i) => {
    const source = places.lines[row + i] ?? "";
    const lead = text.length - text.trimStart().length;
    starts.push({ offset, column: column ?? Math.max(0, source.lastIndexOf(text.trim()) - lead), line: row + i });
    offset += text.length + 1;
  });
  return (token) => {
    const at = places.offsetOf(token);
    const start = starts.findLast((s) => s.offset <= at) ?? { offset: 0, column: 0, line: row };
    const length = Math.max(1, (token.content || token.markup).length);
    return spanAt(places.file, start.line + 1, start.column + at - start.offset + 1, length);
  };
}

function buildList(tokens: readonly MarkdownToken[], span: Span, places: BlockPlaces): Block {
  const [open] = tokens;
  const items: ListItem[] = [];
  let tight = true;
  for (let i = 1; i < tokens.length - 1; i++) {
    const token = tokens[i];
    if (token?.type !== "list_item_open") continue;
    const end = matching(tokens, i);
    const inner = tokens.slice(i + 1, end);
    const level = token.level + 1;
    if (inner.some((t) => t.type === "paragraph_open" && t.level === level && !t.hidden)) tight = false;
    const row = token.map?.[0] ?? span.line - 1;
    items.push({ kind: "listItem", children: buildBlocks(inner, places), span: blockSpan(token, row, places) });
    i = end;
  }
  const ordered = open?.type === "ordered_list_open";
  return { kind: "list", ordered, start: ordered ? Number(open.attrGet("start") ?? 1) : 1, tight, items, span };
}

const ALIGNMENTS = ["left", "center", "right"] as const;

function buildTable(tokens: readonly MarkdownToken[], span: Span, places: BlockPlaces): Block {
  const columns: ((typeof ALIGNMENTS)[number] | "none")[] = [];
  const head: TableCell[] = [];
  const rows: TableCell[][] = [];
  let row = span.line - 1;
  let column = 0;
  let cells: TableCell[] = head;
  tokens.forEach((token, i) => {
    if (token.map) row = token.map[0];
    if (token.type === "tbody_open") cells = [];
    if (token.type === "tr_open") column = 0;
    if (token.type === "tr_open" && cells !== head) {
      cells = [];
      rows.push(cells);
    }
    if (token.type === "th_open" || token.type === "td_open") {
      const inline = tokens[i + 1];
      const style = String(token.attrGet("style") ?? "");
      if (token.type === "th_open") columns.push(ALIGNMENTS.find((a) => style.endsWith(a)) ?? "none");
      const written = inline?.content.replaceAll("|", "\\|") ?? "";
      const at = Math.max(column, places.lines[row]?.indexOf(written, column) ?? 0);
      const children = inline?.type === "inline" ? inlineOf(inline, row, places, at) : [];
      column = at + written.length;
      cells.push({ kind: "cell", children, span: blockSpan(token, row, places) });
    }
  });
  return { kind: "table", columns, head, rows, span };
}

interface HtmlTarget {
  readonly push: (block: Block) => void;
  readonly open: (container: Container) => void;
  readonly close: (name: string) => void;
}

/** An HTML block: `div` tags open and close divisions, and what stands between them is read as paragraphs. */
function buildHtml(token: MarkdownToken, row: number, places: BlockPlaces, target: HtmlTarget): void {
  let line = row;
  for (const piece of token.content.split(/(<!--[\s\S]*?(?:-->|$)|<\/?div\b[^>]*>)/i)) {
    const span = spanAt(places.file, line + 1, 1, Math.max(1, (places.lines[line] ?? "").length));
    if (/^<\/?div/i.test(piece)) {
      const tag = readTag(piece);
      if (tag.kind === "close") target.close("</div>");
      else if (tag.kind === "open") {
        const hooks = hooksOf(tag.attributes);
        target.open({
          close: "</div>",
          children: [],
          wrap: (children) => ({ kind: "division", ...hooks, children, span }),
        });
      }
    } else if (!piece.startsWith("<!--")) buildHtmlText(piece, line, places, target);
    line += piece.split("\n").length - 1;
  }
}

function buildHtmlText(text: string, row: number, places: BlockPlaces, target: HtmlTarget): void {
  let line = row;
  for (const chunk of text.split(/(\n[ \t]*\n)/)) {
    const at = line + (/^\s*\n/.test(chunk) && chunk.trim() !== "" ? 1 : 0);
    const span = spanAt(places.file, at + 1, 1, Math.max(1, (places.lines[at] ?? "").length));
    const content = hideStrayTags(chunk.trim(), span, places);
    const children = trimEnds(
      buildInlines(parseInlineMarkdown(content), { spanOf: () => span, report: places.report }),
    );
    for (const block of buildText(0, children, span)) target.push(block);
    line += chunk.split("\n").length - 1;
  }
}

/** Tags that inline Markdown does not take for tags (`<!DOCTYPE`, `<?php`) are told and left out like the rest. */
function hideStrayTags(text: string, span: Span, places: BlockPlaces): string {
  return text.replace(/<([?!][\w-]*)[\s\S]*?>/g, (_, name: string) => {
    places.report(reportTag(name, span));
    return "";
  });
}
