/**
 * The text that each glyph of a word shows.
 *
 * Comes in: a shaped word. Goes out: a string for each glyph, together the word's own text, in its order. It looks at no font.
 */
import type { Shaped } from "../fonts/face.ts";

/** For a glyph that no character is left for; ToUnicode cannot say "nothing". */
const NOTHING = "\u200b";

/**
 * fontkit (2.0) says of a glyph which characters it was first made from; a word that says something else is shared out by the
 * number of those characters, so that its text is right as a whole.
 */
export function textsOfGlyphs(shaped: Shaped): string[] {
  const said = shaped.glyphs.map((_, i) => String.fromCodePoint(...(shaped.codePoints[i] ?? [])));
  const complete = said.every((text) => text !== "");
  return complete && said.join("") === shaped.text ? said : shareOut(shaped, said);
}

function shareOut({ glyphs, text }: Shaped, said: readonly string[]): string[] {
  const composed = [...text];
  const characters = composed.length < glyphs.length ? [...text.normalize("NFD")] : composed;
  let from = 0;
  return said.map((own, i) => {
    const after = glyphs.length - 1 - i;
    const room = characters.length - from - after;
    const count = after === 0 ? characters.length - from : Math.max(1, Math.min([...own].length, room));
    const share = characters.slice(from, from + count).join("");
    from += count;
    return share === "" ? NOTHING : share;
  });
}
