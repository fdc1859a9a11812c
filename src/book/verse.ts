/**
 * Verse: which paragraphs are stanzas, and their lines.
 *
 * Comes in: resolved blocks. Goes out: the same with runs of stanzas in a division of the class {@link VERSE}, as an author may write it.
 * A paragraph is a stanza if the author has ended each of its lines, and they are no longer than those of verse are.
 */
import { splitLines } from "./block-lines.ts";
import type { Block, Paragraph } from "./model.ts";
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
  const least = isPoem ? 1 : 2;
  let end = from;
  if (!isStanza(blocks[from], least)) return end;
  for (let at = from; isStanza(blocks[at], 1); at++) if (isStanza(blocks[at], least)) end = at + 1;
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
  const lines = splitLines(block.children);
  if (lines.length < least) return false;
  const lengths = lines.map((line) => plainText(line).trim().length);
  const long = lengths.filter((length) => length > USUAL_LINE);
  return 4 * long.length <= lengths.length && lengths.every((length) => length <= LONGEST_LINE);
}
