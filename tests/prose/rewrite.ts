/** Known text as other programs would have written it: one paragraph to a line, wrapped, without Unicode. */
import type { Block, Manuscript } from "../../src/book/model.ts";
import { printInlines } from "./print-book.ts";

/** A paragraph or heading, its emphasis between underscores. */
export interface Passage {
  readonly kind: "heading" | "paragraph" | "break";
  readonly text: string;
}

/** All text of a file in order, free of quotations and lists. */
export function passagesOf({ blocks }: Pick<Manuscript, "blocks">): Passage[] {
  return blocks.flatMap(flatten);
}

function flatten(block: Block): Passage[] {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return [{ kind: block.kind, text: printInlines(block.children).replace(/\s+/g, " ").trim() }];
    case "sceneBreak":
      return [{ kind: "break", text: "" }];
    case "quotation":
    case "division":
      return block.children.flatMap(flatten);
    case "list":
      return block.items.flatMap((item) => item.children.flatMap(flatten));
    default:
      return [];
  }
}

export function asLines(passages: readonly Passage[]): string {
  return passages.map(({ kind, text }) => (kind === "break" ? "" : text)).join("\n");
}

/** Greedily, as old programs did; `cut` says where a word may be cut with a hyphen. */
export function asWrapped(
  passages: readonly Passage[],
  width: number,
  cut: (word: string) => readonly number[],
): string {
  return passages
    .map(({ kind, text }) => (kind === "break" ? "* * *" : wrap(text, width, cut).join("\n")))
    .join("\n\n");
}

function wrap(text: string, width: number, cut: (word: string) => readonly number[]): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const lead = line === "" ? "" : `${line} `;
    if (lead.length + word.length <= width) {
      line = lead + word;
      continue;
    }
    const room = width - lead.length;
    const [piece, rest] = divide(word, room, cut);
    if (piece === "") lines.push(line);
    else lines.push(lead + piece);
    line = rest;
  }
  return [...lines, line];
}

/** At a hyphen the word has, or where patterns allow one; the first part may be empty. */
function divide(word: string, room: number, cut: (word: string) => readonly number[]): [string, string] {
  const own = word.lastIndexOf("-", room - 1);
  if (own > 1 && /^\p{L}/u.test(word.slice(own + 1)) && word[own - 1] !== "-") {
    return [word.slice(0, own + 1), word.slice(own + 1)];
  }
  const [letters = ""] = /^\p{L}+/u.exec(word) ?? [];
  const at = cut(letters)
    .filter((place) => place < room)
    .at(-1);
  return at === undefined ? ["", word] : [`${word.slice(0, at)}-`, word.slice(at)];
}

const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** The bytes of a text in Windows-1252; throws at what it does not have. */
export function encode1252(text: string): Buffer {
  return Buffer.from(
    [...text].map((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      if (code < 0x80 || (code >= 0xa0 && code < 0x100)) return code;
      const upper = WINDOWS_1252.indexOf(letter);
      if (upper < 0) throw new Error(`Windows-1252 has no ${letter}`);
      return 0x80 + upper;
    }),
  );
}
