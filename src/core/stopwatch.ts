/**
 * How long a stage takes.
 *
 * Comes in: the stages, as functions to be called. Goes out: what they return, unchanged; their times go to whoever asked for them.
 */

/** Told of a stage, as `src/README.md` names it, when it has ended. */
export type OnStage = (stage: string, milliseconds: number) => void;

/** Runs a stage. */
export type Stopwatch = <T>(stage: string, run: () => T) => T;

/** A promise's time is until it settles. Nobody to tell: nothing is measured. */
export function makeStopwatch(onStage: OnStage | undefined): Stopwatch {
  if (!onStage) return (_, run) => run();
  return (stage, run) => {
    const start = performance.now();
    const told = (): void => onStage(stage, performance.now() - start);
    const value = run();
    if (value instanceof Promise) return value.finally(told) as typeof value;
    told();
    return value;
  };
}
