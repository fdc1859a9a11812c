/**
 * The line on the terminal that says how far the build has come.
 *
 * Comes in: progress. Goes out: text with the two control sequences that rewrite a line. It is shown on standard
 * error, and only where that is a terminal.
 */
import type { Progress } from "../build.ts";
import type { Host } from "./host.ts";
import { showTime } from "./show-quantity.ts";

/** Back to the first column, and clear to the end (ECMA-48: CR, then EL). */
const CLEAR = "\r\u001b[K";

/** Milliseconds between two paintings of the same stage. */
const PAUSE = 50;

export interface ProgressLine {
  readonly show: (progress: Progress) => void;
  /** Leaves the line empty for what comes next. */
  readonly clear: () => void;
}

/** A line that stays silent if the host has no terminal. */
export function makeProgressLine(host: Host): ProgressLine {
  const start = host.now();
  let stage = "";
  let painted = Number.NEGATIVE_INFINITY;
  return {
    show(progress) {
      const now = host.now();
      if (host.columns === 0 || (progress.stage === stage && now - painted < PAUSE)) return;
      stage = progress.stage;
      painted = now;
      host.tell(CLEAR + progressText(progress, now - start).slice(0, host.columns - 1));
    },
    clear() {
      if (stage !== "") host.tell(CLEAR);
      stage = "";
    },
  };
}

function progressText({ stage, done, total }: Progress, elapsed: number): string {
  const count = done === undefined ? "" : ` ${done}${total === undefined ? "" : `/${total}`}`;
  return `${stage}${count}  ${showTime(elapsed)}`;
}
