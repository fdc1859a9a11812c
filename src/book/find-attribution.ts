/**
 * Who is quoted.
 *
 * Comes in: the blocks of a quotation or an epigraph. Goes out: the last of them if it names the source of the others.
 */
import type { Block, Paragraph } from "./model.ts";
import { plainText } from "./walk.ts";

const DASH = /^\s*[—–―]/u;

/** Longer ones are text. In characters. */
const LONGEST = 120;

/**
 * A short paragraph after a dash, like `— Jane Austen`. Where the one before it begins with a dash too, or it ends as a sentence does,
 * somebody speaks: in many languages dashes begin speech.
 */
export function findAttribution(blocks: readonly Block[]): Paragraph | undefined {
  const last = blocks.at(-1);
  const before = blocks.at(-2);
  if (!before || last?.kind !== "paragraph") return undefined;
  const text = plainText(last.children).trim();
  const isSpeech = /[.!?…]["'”’»]?$/u.test(text) || (before.kind === "paragraph" && beginsWithDash(before));
  return beginsWithDash(last) && text.length <= LONGEST && !isSpeech ? last : undefined;
}

function beginsWithDash(paragraph: Paragraph): boolean {
  return DASH.test(plainText(paragraph.children));
}
