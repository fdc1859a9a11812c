/**
 * How long a stage takes.
 *
 * Comes in: the stages, as functions to be called. Goes out: what they return, unchanged; their times go to whoever asked for them.
 */

/** Told of a stage, as `src/README.md` names it, when it has ended. */
export type OnStage = (stage: string, milliseconds: number) => void;

/** Runs a stage. */
export type Stopwatch = <T>(stage: string, run: () => T) => T;

/**
 * A promise's time is until it settles. What one stage takes of another, as make-up does of the galley, is told of that one alone.
 * Nobody to tell: nothing is measured.
 */
export function makeStopwatch(onStage: OnStage | undefined): Stopwatch {
  if (!onStage) return (_, run) => run();
  /** Milliseconds of the stages that have run within the present one. */
  let within = 0;
  return (stage, run) => {
    const start = performance.now();
    const outer = within;
    within = 0;
    const value = run();
    const others = within;
    const told = (): void => onStage(stage, performance.now() - start - others);
    within = outer + performance.now() - start;
    if (value instanceof Promise) return value.finally(told) as typeof value;
    told();
    return value;
  };
}

/** The same values; the time that each takes to come is told as the stage's. */
export function* timeEach<T>(time: Stopwatch, stage: string, values: Iterable<T>): Generator<T> {
  const iterator = values[Symbol.iterator]();
  for (;;) {
    const next = time(stage, () => iterator.next());
    if (next.done) return;
    yield next.value;
  }
}
