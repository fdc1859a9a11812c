/**
 * `counter-reset`, `counter-increment` and `counter-set`: what an element, or a page, does to counters.
 *
 * Comes in: a value's text. Goes out: names and numbers, or undefined if it is not understood. It counts nothing. (CSS Lists 3,
 * clause 4.)
 */
import { splitValue } from "./values.ts";

/** One counter and the number it is set to, or raised by. */
export interface CounterChange {
  readonly name: string;
  readonly value: number;
}

/** `unnamed` is the number where a name stands alone: 0 for resets, 1 for increments. */
export function parseCounterChanges(value: string, unnamed: number): readonly CounterChange[] | undefined {
  if (value.toLowerCase() === "none") return [];
  const changes: CounterChange[] = [];
  for (const word of splitValue(value, " ")) {
    const last = changes.at(-1);
    if (/^-?[\p{L}_][\p{L}\p{N}_-]*$/u.test(word)) changes.push({ name: word, value: unnamed });
    else if (/^[+-]?\d+$/.test(word) && last) changes[changes.length - 1] = { ...last, value: Number(word) };
    else return undefined;
  }
  return changes.length > 0 ? changes : undefined;
}
