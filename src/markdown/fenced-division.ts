/**
 * Passages between lines of colons, `::: verse` to `:::`, as Pandoc writes them.
 *
 * Comes in: markdown-it's state at a line. Goes out: tokens around the blocks inside, `info` holding what follows the colons. A line of
 * colons alone ends the innermost passage, however many colons it has; that is why no plugin for containers will do.
 */
import type { MarkdownIt, StateBlock } from "markdown-it";

/** Names in a row, or classes and an id in braces; colons may follow. */
const NAMES =
  /^\s*(?:(\p{L}[\p{L}\p{N}_-]*(?:\s+\p{L}[\p{L}\p{N}_-]*)*)|\{\s*([.#]\p{L}[\p{L}\p{N}_-]*(?:\s+[.#]\p{L}[\p{L}\p{N}_-]*)*)\s*\})\s*:*\s*$/u;
const COLONS = /^:{3,}/;
const CODE_FENCE = /^(?:`{3,}|~{3,})/;

/** What a passage is called. */
export interface DivisionNames {
  readonly classes: readonly string[];
  readonly id?: string;
}

/** Undefined if what follows the colons is something else. */
export function readDivisionNames(info: string): DivisionNames | undefined {
  const [, plain, braced] = NAMES.exec(info) ?? [];
  if (plain !== undefined) return { classes: plain.split(/\s+/) };
  if (braced === undefined) return undefined;
  const names = braced.split(/\s+/);
  const named = (sign: string): string[] =>
    names.filter((name) => name.startsWith(sign)).map((name) => name.slice(1));
  const [id] = named("#");
  return { classes: named("."), ...(id !== undefined && { id }) };
}

/** Teaches a parser `division_open` and `division_close`; `meta.closed` of the former tells whether the passage has an end. */
export function fencedDivisions(md: MarkdownIt): void {
  const alt = ["paragraph", "reference", "blockquote", "list"];
  md.block.ruler.before("fence", "division", readDivision, { alt });
}

function readDivision(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const info = openingOf(state, startLine);
  if (info === undefined) return false;
  if (silent) return true;
  const { end, closed } = findEnd(state, startLine, endLine);
  const { parentType, lineMax } = state;
  state.parentType = "blockquote";
  state.lineMax = end;
  const open = state.push("division_open", "div", 1);
  open.info = info;
  open.meta = { closed };
  open.map = [startLine, end];
  state.md.block.tokenize(state, startLine + 1, end);
  state.push("division_close", "div", -1);
  state.parentType = parentType;
  state.lineMax = lineMax;
  state.line = end + (closed ? 1 : 0);
  return true;
}

/** What follows the colons of a line that begins a passage. */
function openingOf(state: StateBlock, line: number): string | undefined {
  const text = textOf(state, line);
  const [colons] = COLONS.exec(text) ?? [];
  const info = colons === undefined ? undefined : text.slice(colons.length);
  return info !== undefined && readDivisionNames(info) ? info : undefined;
}

/** The line of colons that ends the passage, or where the block that it stands in ends. */
function findEnd(state: StateBlock, startLine: number, endLine: number): { end: number; closed: boolean } {
  let depth = 1;
  let fence = "";
  let line = startLine + 1;
  for (; line < endLine; line++) {
    const text = textOf(state, line);
    if (text !== "" && (state.sCount[line] ?? 0) < state.blkIndent) break;
    const [mark = ""] = CODE_FENCE.exec(text) ?? [];
    if (fence === "" || (mark !== "" && mark.startsWith(fence))) fence = fence === "" ? mark : "";
    if (fence !== "") continue;
    if (openingOf(state, line) !== undefined) depth++;
    else if (/^:{3,}\s*$/.test(text)) depth--;
    if (depth === 0) return { end: line, closed: true };
  }
  return { end: line, closed: false };
}

/** The line without its indent and what it stands in. */
function textOf(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}
