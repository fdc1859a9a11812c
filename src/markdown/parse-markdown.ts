/**
 * Markdown text to a tree.
 *
 * Comes in: the text of a file, or what follows its header. Goes out: `BlockSyntax` nodes, each with its line and
 * column. markdown-it decides what is a quotation and what is emphasis; here its flat tokens are nested and placed, and
 * none leaves this folder.
 */
import type { Token } from "markdown-it";
import { readDivisionNames } from "./fenced-division.ts";
import {
  type Locate,
  locateCells,
  locateHeading,
  locateLines,
  locateOffsets,
  type SourceLines,
} from "./locate.ts";
import { type InlineContext, parseInline } from "./parse-inline.ts";
import { makeParser, openRecord, type ParseRecord } from "./parser.ts";
import type {
  BlockSyntax,
  CellSyntax,
  InlineSyntax,
  ListItemSyntax,
  ListSyntax,
  Place,
  TableSyntax,
} from "./syntax.ts";

const parser = makeParser();

/** One run. */
interface Reading extends InlineContext {
  readonly record: ParseRecord;
  readonly source: SourceLines;
  readonly locateOffset: Locate;
  readonly tokens: readonly Token[];
  /** Index of the token to be read next. */
  next: number;
}

/** Parses `text`, whose first line is `firstLine` of its file. */
export function parseMarkdown(text: string, firstLine = 1): readonly BlockSyntax[] {
  const record = openRecord();
  const tokens = parser.parse(text, record);
  const source = { lines: text.split("\n"), firstLine };
  return parseBlocks({ md: parser, record, source, locateOffset: locateOffsets(source), tokens, next: 0 });
}

/** Reads up to the end of the container that is open. */
function parseBlocks(reading: Reading): BlockSyntax[] {
  const blocks: BlockSyntax[] = [];
  for (;;) {
    const token = reading.tokens[reading.next];
    if (!token || token.nesting === -1) return blocks;
    reading.next++;
    const block = parseBlock(token, reading);
    blocks.push(block);
    if (token.nesting === 1) reading.next++;
  }
}

function parseBlock(token: Token, reading: Reading): BlockSyntax {
  const place = placeOf(token, reading);
  switch (token.type) {
    case "paragraph_open":
      return { kind: "paragraph", children: parseContent(reading, false), place };
    case "heading_open": {
      const children = parseContent(reading, token.markup.startsWith("#"));
      return { kind: "heading", level: Number(token.tag.slice(1)), children, place };
    }
    case "blockquote_open":
      return { kind: "quotation", children: parseBlocks(reading), place };
    case "bullet_list_open":
    case "ordered_list_open":
      return parseList(token, place, reading);
    case "footnote_reference_open":
      return { kind: "noteDefinition", label: String(token.meta?.label), children: parseBlocks(reading), place };
    case "table_open":
      return parseTable(place, reading);
    case "fence":
    case "code_block": {
      const [language = ""] = parser.utils.unescapeAll(token.info).trim().split(/\s+/);
      return { kind: "codeBlock", language, text: token.content.replace(/\n$/, ""), place };
    }
    case "hr":
      return { kind: "thematicBreak", place };
    case "division_open": {
      const names = readDivisionNames(token.info) ?? { classes: [] };
      const closed = token.meta?.closed === true;
      return { kind: "division", ...names, closed, children: parseBlocks(reading), place };
    }
    case "html_block": {
      const locate = locateLines(reading.source, token.content, token.map?.[0] ?? 0);
      return { kind: "html", children: parseInline(token.children ?? [], locate, reading), place };
    }
    default:
      throw new Error(`No rule makes a ${token.type}.`);
  }
}

/** Reads the `inline` token of a paragraph or heading. */
function parseContent(reading: Reading, hashed: boolean): InlineSyntax[] {
  const token = reading.tokens[reading.next++];
  if (token?.type !== "inline") throw new Error("A block has no content.");
  const locateIn = hashed ? locateHeading : locateLines;
  const locate = locateIn(reading.source, token.content, token.map?.[0] ?? 0);
  return parseInline(token.children ?? [], locate, reading);
}

/** A list is loose if a paragraph in one of its items is not hidden; that is how markdown-it says it. */
function parseList(token: Token, place: Place, reading: Reading): ListSyntax {
  const items: ListItemSyntax[] = [];
  let tight = true;
  for (;;) {
    const item = reading.tokens[reading.next];
    if (item?.type !== "list_item_open") break;
    reading.next++;
    const from = reading.next;
    const children = parseBlocks(reading);
    const inner = reading.tokens.slice(from, reading.next);
    if (inner.some((t) => t.type === "paragraph_open" && t.level === item.level + 1 && !t.hidden)) tight = false;
    items.push({ kind: "listItem", children, place: placeItem(item, children[0], reading) });
    reading.next++;
  }
  const ordered = token.type === "ordered_list_open";
  const start = ordered ? Number(token.attrGet("start") ?? 1) : 1;
  return { kind: "list", ordered, start, tight, items, place };
}

/** Where the item's marker stands: before its first block, if that is on the same line. */
function placeItem(item: Token, first: BlockSyntax | undefined, { source }: Reading): Place {
  const index = item.map?.[0] ?? 0;
  const line = source.firstLine + index;
  const written = source.lines[index] ?? "";
  const before = first?.place.line === line ? written.slice(0, first.place.column - 1) : written;
  const [marker = ""] = /(?:[-+*]|\d{1,9}[.)])[ \t]*$/.exec(before) ?? [];
  return { line, column: before.length - marker.length + 1, length: Math.max(1, marker.trimEnd().length) };
}

function parseTable(place: Place, reading: Reading): TableSyntax {
  const rows: CellSyntax[][] = [];
  const columns: TableSyntax["columns"][number][] = [];
  for (; reading.tokens[reading.next]?.type !== "table_close"; reading.next++) {
    const token = reading.tokens[reading.next];
    if (!token) throw new Error("A table has no end.");
    if (token.type === "tr_open") rows.push(parseRow(token, reading));
    if (token.type === "tr_open" && columns.length === 0) columns.push(...columnsBefore(reading));
  }
  const [head = [], ...body] = rows;
  return { kind: "table", columns, head, rows: body, place };
}

/** Alignments of the header cells of the row that ends here. */
function columnsBefore({ tokens, next }: Reading): TableSyntax["columns"][number][] {
  const open = tokens.slice(0, next).findLastIndex((token) => token.type === "tr_open");
  return tokens
    .slice(open, next)
    .filter((token) => token.type === "th_open")
    .map(alignmentOf);
}

/** Reads up to the row's end, which is left to be read. */
function parseRow(row: Token, reading: Reading): CellSyntax[] {
  const line = row.map?.[0] ?? 0;
  const contents: Token[] = [];
  while (reading.tokens[reading.next + 1]?.type !== "tr_close") {
    reading.next++;
    const token = reading.tokens[reading.next];
    if (!token) throw new Error("A table's row has no end.");
    if (token.type === "inline") contents.push(token);
  }
  const locates = locateCells(
    reading.source,
    contents.map((token) => token.content),
    line,
  );
  return contents.map((token, index) => {
    const locate = locates[index] ?? reading.locateOffset;
    const children = parseInline(token.children ?? [], locate, reading);
    return { kind: "cell", children, place: locate(0, token.content.length) };
  });
}

function alignmentOf(token: Token): TableSyntax["columns"][number] {
  const [, align] = /text-align:(left|center|right)/.exec(String(token.attrGet("style") ?? "")) ?? [];
  return align === "left" || align === "center" || align === "right" ? align : "none";
}

/** From where the block begins to the end of its line. */
function placeOf(token: Token, reading: Reading): Place {
  const start = reading.record.startOf.get(token) ?? 0;
  return reading.locateOffset(start, Number.POSITIVE_INFINITY);
}
