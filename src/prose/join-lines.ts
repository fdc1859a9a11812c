/**
 * Lines of one paragraph made one text.
 *
 * Comes in: a paragraph's lines as pieces, and what the manuscript shows of its hyphens and dashes. Goes out: the pieces, joined by
 * line ends (which are spaces), or by nothing where a word or a dash runs over the end of a line.
 */
import type { TextPiece } from "../markdown/parse-pieces.ts";
import type { LineChange, ProseSource } from "./prose-block.ts";
import { collectWords, guessCut, type Joint, judgeCut, readCut, type Vocabulary } from "./vocabulary.ts";

/** What a manuscript shows. */
export interface LineJoiner {
  readonly words: Vocabulary;
  /** What became of the cuts that its words decide. */
  readonly decided: readonly Joint[];
  /** Dashes touch the words beside them. */
  readonly hasTightDashes: boolean;
  /** Nouns have capitals, and make compounds without hyphens: the text is German. */
  readonly hasCapitalNouns: boolean;
}

/** Reads what all wrapped lines of a manuscript show. */
export function studyLines(lines: readonly string[]): LineJoiner {
  const words = collectWords(lines);
  const decided = lines.flatMap((line, index) => {
    const cut = readCut(line, lines[index + 1] ?? "");
    return (cut && judgeCut(cut, words)) ?? [];
  });
  const text = lines.join("\n");
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const hasTightDashes = count(/\p{L}(?:--|—)\p{L}/gu) > count(/\p{L}[.,]? (?:--|—|–) \p{L}/gu);
  const hasCapitalNouns = count(/\p{Ll} \p{Lu}\p{Ll}/gu) > NOUN_SHARE * count(/\p{Ll} \p{L}\p{Ll}/gu);
  return { words, decided, hasTightDashes, hasCapitalNouns };
}

/** The share of words inside sentences that have a capital, where nouns have; elsewhere only names do. */
const NOUN_SHARE = 0.15;

export function joinLines(
  pieces: readonly TextPiece[],
  { firstLine }: ProseSource,
  joiner: LineJoiner,
  changes: LineChange[],
): TextPiece[] {
  return pieces.map((piece, index) => {
    const next = pieces[index + 1];
    if (!next) return piece;
    const cut = readCut(piece.text, next.text);
    const spaced = { ...piece, text: `${piece.text}\n` };
    if (!cut) return isTight(piece.text, next.text, joiner) ? piece : spaced;
    const joint =
      judgeCut(cut, joiner.words) ??
      (joiner.hasCapitalNouns && joiner.decided.includes("joined")
        ? "joined"
        : guessCut(cut, joiner.words, joiner.decided));
    if (joint === "apart") return spaced;
    const length = cut.head.length + 1;
    const place = { line: firstLine + piece.line, column: piece.column + piece.text.length - length + 1, length };
    const link = joint === "joined" ? "" : cut.hyphen;
    const [before, after] = [`${cut.head}${cut.hyphen} ${cut.tail}`, cut.head + link + cut.tail];
    changes.push({ what: joint === "joined" ? "word/joined" : "word/compound", place, before, after });
    return joint === "joined" ? { ...piece, text: piece.text.slice(0, -1) } : piece;
  });
}

/** A dash at the end of a line, or at the beginning of the next, that has no space beside it elsewhere either. */
function isTight(line: string, next: string, { hasTightDashes }: LineJoiner): boolean {
  return hasTightDashes && (/[^\s—-](?:--|—)$/.test(line) || /^(?:--|—)[^\s—-]/.test(next));
}
