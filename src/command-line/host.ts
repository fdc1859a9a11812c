/**
 * The world as the command line sees it, so that a test can stand in for it.
 *
 * Comes in: nothing. Goes out: the type. `main.ts` makes the real one.
 */
import type { BuildRequest, BuildResult } from "../build.ts";

export interface Host {
  /** Writes to standard output. */
  readonly print: (text: string) => void;
  /** Writes to standard error. */
  readonly tell: (text: string) => void;
  /** The width of the terminal that standard error is, in columns; 0 if it is none. */
  readonly columns: number;
  /** Milliseconds from any fixed moment. */
  readonly now: () => number;
  readonly env: NodeJS.ProcessEnv;
  /** Of the package, as in package.json. */
  readonly version: string;
  readonly build: (request: BuildRequest) => Promise<BuildResult>;
}

/** What the process ends with; the numbers are part of the contract with scripts that call Fleuron. */
export const EXIT = {
  written: 0,
  faultyBook: 1,
  misuse: 2,
  cannotReadOrWrite: 3,
  bug: 70,
} as const;
