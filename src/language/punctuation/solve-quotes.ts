/**
 * Which marks open, which close and which are apostrophes: the cheapest reading of a run of passages as a whole.
 *
 * Comes in: for each passage its marks with the costs of their roles. Goes out: a role for each mark. The state is what is open:
 * every mark but an apostrophe changes it, and a passage should end with nothing open unless the next one takes it up again, as
 * speech that runs over several paragraphs does. The cheapest way through all states is found by dynamic programming
 * (Viterbi 1967), so one doubtful mark is decided by all the others.
 */
import type { Mark } from "./marks.ts";
import { nestingCost, ROLES, type Role, type RoleCosts } from "./quote-costs.ts";
import type { QuoteKind } from "./table.ts";

/** A passage as the solver sees it. */
export interface MarkedPassage {
  readonly marks: readonly Mark[];
  readonly costs: readonly RoleCosts[];
  /** Other matter (a quotation, verse, a picture) stands between this passage and the one before it. */
  readonly afterGap: boolean;
}

/** What may be open at once, outermost first: d for a double, s for a single mark, t for a term in single marks. */
const STATES: readonly string[] = [
  "",
  "d",
  "s",
  "t",
  "ds",
  "sd",
  "dt",
  "st",
  "dd",
  "ss",
  "dsd",
  "sds",
  "sdt",
  "dsds",
  "sdsd",
  "dsdt",
];
const COUNT = STATES.length;

/** Costs of what typists do not do on purpose. */
const CLOSES_NOTHING = 7;
const LEFT_OPEN = 7;
/** A term is short: for each character it holds. */
const TERM_CHARACTER = 0.05;
/** Closing what is not innermost: the inner mark was never closed. */
const CLOSES_OVER = 8;
/** A passage that is taken up again by the next one's first mark. */
const CONTINUED = 2.5;
/** A quotation that simply goes on in the next passage; after other matter, as a poem in a speech. */
const CARRIED = 5;
const CARRIED_OVER_GAP = 1.5;
const REOPENS_NOTHING = 8;

interface Step {
  readonly to: number;
  readonly cost: number;
}

type Steps = Readonly<Record<QuoteKind, readonly (Step | undefined)[]>>;

const letterOf = (kind: QuoteKind): string => (kind === "double" ? "d" : "s");
const kindsOf = (state: string): QuoteKind[] => [...state].map((letter) => (letter === "d" ? "double" : "single"));
const indexOf = (state: string): number => STATES.indexOf(state);

function openingSteps(opened: QuoteKind | "term", primary: QuoteKind): (Step | undefined)[] {
  return STATES.map((state) => {
    const to = indexOf(state + (opened === "term" ? "t" : letterOf(opened)));
    return to < 0 ? undefined : { to, cost: nestingCost(opened, kindsOf(state), primary) };
  });
}

function closingSteps(kind: QuoteKind): Step[] {
  return STATES.map((state, from) => {
    const at = state.lastIndexOf(letterOf(kind));
    if (at < 0) return { to: from, cost: CLOSES_NOTHING };
    return { to: indexOf(state.slice(0, at)), cost: CLOSES_OVER * (state.length - 1 - at) };
  });
}

const bothKinds = <T>(make: (kind: QuoteKind) => T): Record<QuoteKind, T> => ({
  single: make("single"),
  double: make("double"),
});

const CLOSING: Steps = bothKinds(closingSteps);
const REOPENING: Steps = bothKinds((kind) =>
  STATES.map((state, to) => ({ to, cost: state.includes(letterOf(kind)) ? 0 : REOPENS_NOTHING })),
);
const OPENING: Readonly<Record<QuoteKind, Steps>> = bothKinds((primary) =>
  bothKinds((kind) => openingSteps(kind, primary)),
);
const TERM_OPENING: Steps = bothKinds((primary) => openingSteps("term", primary));
const TERM_CLOSING = STATES.map((state) =>
  state.endsWith("t") ? { to: indexOf(state.slice(0, -1)), cost: 0 } : undefined,
);
const IS_TERM = STATES.map((state) => state.endsWith("t"));
const STAYING: readonly Step[] = STATES.map((_, to) => ({ to, cost: 0 }));

/** Roles of all marks, passage by passage. `primary` is the mark that stands outermost as a rule. */
export function solveQuotes(passages: readonly MarkedPassage[], primary: QuoteKind): Role[][] {
  const lattice = new Lattice();
  passages.forEach((passage, index) => {
    passage.marks.forEach((mark, at) => {
      const costs = passage.costs[at];
      if (costs) lattice.read(mark, costs, primary, mark.at - (passage.marks[at - 1]?.at ?? 0));
    });
    lattice.endPassage(passages[index + 1]);
  });
  return lattice.trace(passages);
}

/** The states reached so far, and the way to each. */
class Lattice {
  /** Least cost of each state. */
  private costs: number[] = STATES.map((_, index) => (index === 0 ? 0 : Number.POSITIVE_INFINITY));
  /** For each step and state: the state before it and the role taken, in one number. */
  private readonly ways: number[] = [];

  /** `distance` in characters from the mark before. */
  read(mark: Mark, roleCosts: RoleCosts, primary: QuoteKind, distance: number): void {
    const next: number[] = new Array(COUNT).fill(Number.POSITIVE_INFINITY);
    const base = this.ways.length;
    const before = this.costs.map((cost, state) => cost + (IS_TERM[state] ? distance * TERM_CHARACTER : 0));
    for (let state = 0; state < COUNT; state++) this.ways.push(0);
    ROLES.forEach((role, roleIndex) => {
      const local = roleCosts[role];
      if (local === Number.POSITIVE_INFINITY) return;
      const steps = stepsOf(role, mark.kind, primary);
      for (let from = 0; from < COUNT; from++) {
        const step = steps[from];
        const soFar = before[from] ?? 0;
        if (!step || soFar === Number.POSITIVE_INFINITY) continue;
        const cost = soFar + local + step.cost;
        if (cost >= (next[step.to] ?? 0)) continue;
        next[step.to] = cost;
        this.ways[base + step.to] = from * ROLES.length + roleIndex;
      }
    });
    this.costs = next;
  }

  /** Whatever is open is taken up, carried over, or left open. */
  endPassage(next: MarkedPassage | undefined): void {
    const costs = STATES.map((state, from) => {
      const carried = next?.afterGap ? CARRIED_OVER_GAP : CARRIED;
      return state === "" ? 0 : (this.costs[from] ?? 0) + carried;
    });
    let bestEnd = Number.POSITIVE_INFINITY;
    let bestFrom = 0;
    STATES.forEach((state, from) => {
      const cost = (this.costs[from] ?? 0) + endingCost(state, next);
      if (cost < bestEnd) {
        bestEnd = cost;
        bestFrom = from;
      }
    });
    costs[0] = bestEnd;
    STATES.forEach((_, state) => {
      this.ways.push((state === 0 ? bestFrom : state) * ROLES.length);
    });
    this.costs = costs;
  }

  /** The cheapest way that ends with nothing open, read backwards. */
  trace(passages: readonly MarkedPassage[]): Role[][] {
    let state = 0;
    let step = this.ways.length / COUNT;
    const stepBack = (): Role => {
      step--;
      const way = this.ways[step * COUNT + state] ?? 0;
      state = Math.floor(way / ROLES.length);
      return ROLES[way % ROLES.length] ?? "apostrophe";
    };
    const backwards = [...passages].reverse().map(({ marks }) => {
      stepBack();
      return marks.map(stepBack).reverse();
    });
    return backwards.reverse();
  }
}

function stepsOf(role: Role, kind: QuoteKind, primary: QuoteKind): readonly (Step | undefined)[] {
  switch (role) {
    case "open":
      return OPENING[primary][kind];
    case "close":
      return CLOSING[kind];
    case "openTerm":
      return TERM_OPENING[primary];
    case "closeTerm":
      return TERM_CLOSING;
    case "reopen":
      return REOPENING[kind];
    case "apostrophe":
    case "prime":
      return STAYING;
  }
}

/** The cost of ending a passage with `state` open. */
function endingCost(state: string, next: MarkedPassage | undefined): number {
  if (state === "") return 0;
  const begun = (next?.marks ?? []).findIndex(
    (mark, at) => mark.left !== "edge" || mark.beginsLine || letterOf(mark.kind) !== state[at],
  );
  const takenUp = Math.min(state.length, begun < 0 ? (next?.marks.length ?? 0) : begun);
  return (takenUp > 0 ? CONTINUED : 0) + LEFT_OPEN * (state.length - takenUp);
}
