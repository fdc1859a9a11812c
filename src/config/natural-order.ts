/**
 * The order of file names that people expect: 2 before 10.
 *
 * Comes in: two names. Goes out: their order, the same on every machine; no collator is asked.
 * It does not read folders: `list-chapters.ts` does.
 */

const TOKEN = /[0-9]+|[^0-9]/g;

/**
 * A total order. Names are compared as sequences of digit runs, taken as numbers of any size, and of single
 * UTF-16 code units; names that differ only in leading zeros are told apart by their code units at the end.
 */
export function compareNaturally(a: string, b: string): number {
  const left = a.match(TOKEN) ?? [];
  const right = b.match(TOKEN) ?? [];
  for (const [index, token] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const order = compareTokens(token, other);
    if (order !== 0) return order;
  }
  return left.length - right.length || compareCodeUnits(a, b);
}

/** The order of UTF-16 code units, as `<` has it. */
export function compareCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function compareTokens(a: string, b: string): number {
  if (!isNumber(a) || !isNumber(b)) return compareCodeUnits(a, b);
  const left = a.replace(/^0+/, "");
  const right = b.replace(/^0+/, "");
  return left.length - right.length || compareCodeUnits(left, right);
}

function isNumber(token: string): boolean {
  return token >= "0" && token < ":";
}
