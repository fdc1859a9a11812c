/**
 * Counters and their scopes (CSS Lists 3, clause 4).
 *
 * Comes in: elements as they are entered and left, in document order, with what they do to counters. Goes out: the values at any
 * moment. A counter that an element resets is seen by its descendants and by its siblings after it, with theirs.
 */
import type { CounterChange } from "./counter-changes.ts";

/** What an element does to counters. */
export interface CounterChanges {
  readonly counterReset: readonly CounterChange[];
  readonly counterIncrement: readonly CounterChange[];
  readonly counterSet: readonly CounterChange[];
}

export interface Counters {
  readonly enter: (changes: CounterChanges) => void;
  readonly leave: () => void;
  /** From the outermost to the innermost; empty if there is no counter of the name. */
  readonly valuesOf: (name: string) => readonly number[];
  /** The values of all counters at this moment. */
  readonly all: () => ReadonlyMap<string, readonly number[]>;
}

interface Instance {
  value: number;
  /** How deep the element stands that made it. */
  readonly depth: number;
}

export function openCounters(): Counters {
  const instances = new Map<string, Instance[]>();
  let depth = 0;

  const instantiate = (name: string, value: number): void => {
    const own = instances.get(name) ?? [];
    instances.set(name, own);
    const last = own.at(-1);
    if (last?.depth === depth) last.value = value;
    else own.push({ value, depth });
  };

  /** A counter that nobody has made is made here (clause 4.2). */
  const change = (name: string, to: (value: number) => number): void => {
    const last = instances.get(name)?.at(-1);
    if (last) last.value = to(last.value);
    else instantiate(name, to(0));
  };

  const valuesOf = (name: string): readonly number[] => (instances.get(name) ?? []).map(({ value }) => value);

  return {
    enter: ({ counterReset, counterIncrement, counterSet }) => {
      depth++;
      for (const { name, value } of counterReset) instantiate(name, value);
      for (const { name, value } of counterIncrement) change(name, (before) => before + value);
      for (const { name, value } of counterSet) change(name, () => value);
    },
    leave: () => {
      for (const own of instances.values()) while ((own.at(-1)?.depth ?? 0) > depth) own.pop();
      depth--;
    },
    valuesOf,
    all: () => new Map([...instances.keys()].map((name) => [name, valuesOf(name)])),
  };
}
