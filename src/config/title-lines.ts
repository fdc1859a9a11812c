/**
 * A title and its author in the first lines of a text.
 *
 * Comes in: lines. Goes out: both, if a line names the author by a word for it: `The Lantern`, below it `by Ada Marchbank`. It
 * takes nothing away; whether the lines are a title page, `book/find-titles.ts` decides.
 */

/** Both; a title without a name below it is not sure enough to be taken for the book's. */
export interface TitleLines {
  readonly title: string;
  readonly author: string;
}

/** What stands before an author's name. */
export const AUTHOR_FOLLOWS = /^(?:by|von|par|por|di|door|af|av)(?=\s|$)[\s.:]*/i;

/** A first name at the least, and a name that begins with a capital; `de`, `von der` and the like between. */
const NAME = /^\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|d[aeiou]s?|d[’']\p{Lu}\p{L}+|de[nrl]|v[ao]n|y|e))*$/u;

/** Characters of a line of either, and how many lines there may be down to the name. */
const LONGEST = 60;
const DEEPEST = 6;

export function readTitleLines(lines: readonly string[]): TitleLines | undefined {
  const shown = lines
    .map((line) => line.replace(/^#+\s/, "").trim())
    .filter((line) => line !== "")
    .slice(0, DEEPEST);
  const at = shown.findIndex((line) => AUTHOR_FOLLOWS.test(line));
  const [title = "", ...between] = shown.slice(0, Math.max(0, at));
  const name = shown[at]?.replace(AUTHOR_FOLLOWS, "") || (shown[at + 1] ?? "");
  const author = name.replace(/\.$/, "");
  const isTitle =
    title !== "" && [title, ...between].every((line) => line.length <= LONGEST && !/[.;,:]$/.test(line));
  // Letters that stand apart are a title too, but not one that can be handed on.
  if (!isTitle || /^(?:\S ){3,}\S$/.test(title) || author.length > LONGEST || !NAME.test(author)) return undefined;
  return { title, author };
}
