/**
 * Verse: which paragraphs are stanzas, and their lines.
 *
 * Comes in: resolved blocks. Goes out: the same with runs of stanzas in a division of the class {@link VERSE}, as an author may write it.
 * A paragraph is a stanza if the author has ended each of its lines, and they are no longer than those of verse are.
 */
import type { Block, Inline, Paragraph } from "./model.ts";
import { plainText } from "./walk.ts";

/** The class of divisions that hold verse. */
export const VERSE = "verse";

/** Of four lines of verse three at least are no longer than this, and none is longer than that, characters. */
const USUAL_LINE = 72;
const LONGEST_LINE = 120;
/** So many lines that belong together make verse; fewer may be an address or a signature. */
const LEAST_LINES = 3;

/** Puts stanzas that follow each other into a division, in the text itself and in quotations. */
export function findVerse(blocks: readonly Block[]): readonly Block[] {
  const found: Block[] = [];
  const isPoem = isAllVerse(blocks);
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at];
    if (!block) break;
    const end = runEnd(blocks, at, isPoem);
    const stanzas = blocks.slice(at, end);
    if (countLines(stanzas) >= LEAST_LINES) {
      found.push({ kind: "division", classes: [VERSE], children: stanzas, span: block.span });
      at = end;
    } else {
      found.push(block.kind === "quotation" ? { ...block, children: findVerse(block.children) } : block);
      at++;
    }
  }
  return found;
}

/** Nothing but short lines, and most of them in stanzas. */
function isAllVerse(blocks: readonly Block[]): boolean {
  const paragraphs = blocks.filter((block) => block.kind === "paragraph");
  const stanzas = paragraphs.filter((block) => isStanza(block, 2));
  const isMost = stanzas.length > 1 && 2 * stanzas.length >= paragraphs.length;
  return isMost && paragraphs.every((block) => isStanza(block, 1));
}

/** The block behind the stanzas that begin at `from`: in a poem, lines that stand alone are stanzas too; else only between others. */
function runEnd(blocks: readonly Block[], from: number, isPoem: boolean): number {
  let end = from;
  for (let at = from; isStanza(blocks[at], 1); at++) {
    if (isPoem || isStanza(blocks[at], 2)) end = at + 1;
    else if (end === from) break;
  }
  return end;
}

/** Lines of the stanzas that have more than one; a run of single lines is no verse. */
function countLines(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => {
    const lines = block.kind === "paragraph" ? splitLines(block.children).length : 0;
    return lines > 1 ? sum + lines : sum;
  }, 0);
}

function isStanza(block: Block | undefined, least: number): block is Paragraph {
  if (block?.kind !== "paragraph") return false;
  const lines = splitLines(block.children).map((line) => plainText(line).trim().length);
  const long = lines.filter((length) => length > USUAL_LINE);
  const isShort = 4 * long.length <= lines.length && lines.every((length) => length <= LONGEST_LINE);
  return lines.length >= least && isShort;
}

/** Inline content cut at its line breaks; what wraps several lines wraps each of them. */
export function splitLines(nodes: readonly Inline[]): readonly (readonly Inline[])[] {
  const lines: Inline[][] = [[]];
  for (const node of nodes) {
    if (node.kind === "lineBreak") lines.push([]);
    else if ("children" in node) {
      splitLines(node.children).forEach((children, index) => {
        const { id: _, ...unnamed } = node as typeof node & { readonly id?: string };
        if (index === 0) lines.at(-1)?.push({ ...node, children } as Inline);
        else lines.push([{ ...unnamed, children } as Inline]);
      });
    } else lines.at(-1)?.push(node);
  }
  return lines;
}
