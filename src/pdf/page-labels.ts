/**
 * The labels that a PDF reader shows for pages.
 *
 * Comes in: the label of each page. Goes out: the number tree's entries (ISO 32000-1, clause 12.4.2): where a range begins, in which
 * style, from which number.
 */

/** A range of pages that are numbered on; `S` absent: the prefix alone. */
export interface LabelRange {
  readonly S?: "D" | "r" | "R";
  readonly P?: string;
  readonly St?: number;
}

/** Alternately a page's index and its range, as the tree has them. */
export function labelRanges(labels: readonly string[]): (number | LabelRange)[] {
  const tree: (number | LabelRange)[] = [];
  let style: string | undefined;
  let next = 0;
  labels.forEach((label, index) => {
    const read = readLabel(label);
    if (read.style !== style || read.number !== next) {
      const St = read.number === 1 || !read.style ? {} : { St: read.number };
      tree.push(index, read.style ? { S: read.style, ...St } : label === "" ? {} : { P: label });
      style = read.style;
    }
    // A label that is no number never goes on.
    next = read.style ? read.number + 1 : Number.NaN;
  });
  return tree;
}

function readLabel(label: string): { readonly style: LabelRange["S"]; readonly number: number } {
  if (/^[1-9][0-9]*$/.test(label)) return { style: "D", number: Number(label) };
  const number = readRoman(label.toLowerCase());
  if (number > 0 && label === label.toLowerCase()) return { style: "r", number };
  if (number > 0 && label === label.toUpperCase()) return { style: "R", number };
  return { style: undefined, number: Number.NaN };
}

const DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

/** 0 for what is no Roman number. */
function readRoman(text: string): number {
  if (!/^m*(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})$/.test(text)) return 0;
  return [...text].reduce((sum, letter, i) => {
    const value = DIGITS[letter] ?? 0;
    return sum + (value < (DIGITS[text[i + 1] ?? ""] ?? 0) ? -value : value);
  }, 0);
}
