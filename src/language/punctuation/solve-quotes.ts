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
const LEFT_OPEN = 6;
/** A term is short: for each character it holds. */
const TERM_CHARACTER = 0.05;
/** Closing what is not innermost: the inner mark was never closed. */
const CLOSES_OVER = 6;
/** A passage that is taken up again by the next one's first mark. */
const CONTINUED = 2.5;
/** A quotation that simply goes on in the next passage; after other matter, as a poem in a speech. */
const CARRIED = 5;
const CARRIED_OVER_GAP = 1.5;
const REOPENS_NOTHING = 8;
/** A state so much dearer than the cheapest is not followed. */
const HOPELESS = 30;

/** What one role does to each state: the state after it, or -1 where it cannot be, and what that costs. */
interface Steps {
  readonly to: Int8Array;
  readonly cost: Float64Array;
}

const letterOf = (kind: QuoteKind): string => (kind === "double" ? "d" : "s");
const kindsOf = (state: string): QuoteKind[] => [...state].map((letter) => (letter === "d" ? "double" : "single"));
const bothKinds = <T>(make: (kind: QuoteKind) => T): Readonly<Record<QuoteKind, T>> => ({
  single: make("single"),
  double: make("double"),
});

function makeSteps(step: (state: string) => { readonly to: string; readonly cost: number } | undefined): Steps {
  const steps = STATES.map(step);
  return {
    to: Int8Array.from(steps, (one) => (one ? STATES.indexOf(one.to) : -1)),
    cost: Float64Array.from(steps, (one) => one?.cost ?? 0),
  };
}

const opening = (opened: QuoteKind | "term", primary: QuoteKind): Steps =>
  makeSteps((state) => {
    const to = state + (opened === "term" ? "t" : letterOf(opened));
    return { to, cost: nestingCost(opened, kindsOf(state), primary) };
  });

const CLOSING = bothKinds((kind) =>
  makeSteps((state) => {
    const at = state.lastIndexOf(letterOf(kind));
    if (at < 0) return { to: state, cost: CLOSES_NOTHING };
    return { to: state.slice(0, at), cost: CLOSES_OVER * (state.length - 1 - at) };
  }),
);
const REOPENING = bothKinds((kind) =>
  makeSteps((state) => ({ to: state, cost: state.includes(letterOf(kind)) ? 0 : REOPENS_NOTHING })),
);
const OPENING = bothKinds((primary) => bothKinds((kind) => opening(kind, primary)));
const OPENING_TERM = bothKinds((primary) => opening("term", primary));
const CLOSING_TERM = makeSteps((state) => (state.endsWith("t") ? { to: state.slice(0, -1), cost: 0 } : undefined));
const STAYING = makeSteps((state) => ({ to: state, cost: 0 }));
const IS_TERM = STATES.map((state) => state.endsWith("t"));
const NEVER = Number.POSITIVE_INFINITY;

/** Roles of all marks, passage by passage. `primary` is the mark that stands outermost as a rule. */
export function solveQuotes(passages: readonly MarkedPassage[], primary: QuoteKind): Role[][] {
  const lattice = new Lattice(passages, primary);
  passages.forEach((passage, index) => {
    passage.marks.forEach((mark, at) => {
      const costs = passage.costs[at];
      if (costs) lattice.read(mark, costs, mark.at - (passage.marks[at - 1]?.at ?? 0));
    });
    lattice.endPassage(passages[index + 1]);
  });
  return lattice.trace();
}

/** The states reached so far, and the way to each. */
class Lattice {
  private readonly passages: readonly MarkedPassage[];
  private readonly primary: QuoteKind;
  /** Least cost of each state, and where the next ones are gathered. */
  private costs = new Float64Array(COUNT).fill(NEVER, 1);
  private next = new Float64Array(COUNT);
  /** For each step and state: the state before it and the role taken, in one number. */
  private readonly ways: Uint8Array;
  private step = 0;

  constructor(passages: readonly MarkedPassage[], primary: QuoteKind) {
    this.passages = passages;
    this.primary = primary;
    const steps = passages.reduce((sum, { marks }) => sum + marks.length + 1, 0);
    this.ways = new Uint8Array(steps * COUNT);
  }

  /** `distance` in characters from the mark before. */
  read(mark: Mark, roleCosts: RoleCosts, distance: number): void {
    const { costs, next, ways } = this;
    const base = this.step * COUNT;
    next.fill(NEVER);
    const limit = Math.min(...costs) + HOPELESS;
    for (let role = 0; role < ROLES.length; role++) {
      const name = ROLES[role] ?? "apostrophe";
      const local = roleCosts[name];
      if (local === NEVER) continue;
      const { to, cost } = stepsOf(name, mark.kind, this.primary);
      for (let from = 0; from < COUNT; from++) {
        if ((costs[from] ?? NEVER) > limit) continue;
        const state = to[from] ?? -1;
        const held = IS_TERM[from] ? distance * TERM_CHARACTER : 0;
        const sum = (costs[from] ?? NEVER) + held + local + (cost[from] ?? 0);
        if (state < 0 || sum >= (next[state] ?? NEVER)) continue;
        next[state] = sum;
        ways[base + state] = from * ROLES.length + role;
      }
    }
    this.advance();
  }

  /** Whatever is open is taken up, carried over, or left open. */
  endPassage(following: MarkedPassage | undefined): void {
    const { costs, next, ways } = this;
    const base = this.step * COUNT;
    const carried = following?.afterGap ? CARRIED_OVER_GAP : CARRIED;
    const beginning = beginningOf(following);
    next[0] = NEVER;
    for (let from = 0; from < COUNT; from++) {
      const soFar = costs[from] ?? NEVER;
      if (from > 0) {
        next[from] = soFar + carried;
        ways[base + from] = from * ROLES.length;
      }
      if (soFar === NEVER) continue;
      const sum = soFar + endingCost(STATES[from] ?? "", beginning);
      if (sum >= (next[0] ?? NEVER)) continue;
      next[0] = sum;
      ways[base] = from * ROLES.length;
    }
    this.advance();
  }

  private advance(): void {
    [this.costs, this.next] = [this.next, this.costs];
    this.step++;
  }

  /** The cheapest way that ends with nothing open, read backwards. */
  trace(): Role[][] {
    let { step } = this;
    let state = 0;
    const stepBack = (): Role => {
      step--;
      const way = this.ways[step * COUNT + state] ?? 0;
      state = Math.floor(way / ROLES.length);
      return ROLES[way % ROLES.length] ?? "apostrophe";
    };
    const backwards = [...this.passages].reverse().map(({ marks }) => {
      stepBack();
      return marks.map(stepBack).reverse();
    });
    return backwards.reverse();
  }
}

function stepsOf(role: Role, kind: QuoteKind, primary: QuoteKind): Steps {
  switch (role) {
    case "open":
      return OPENING[primary][kind];
    case "close":
      return CLOSING[kind];
    case "openTerm":
      return OPENING_TERM[primary];
    case "closeTerm":
      return CLOSING_TERM;
    case "reopen":
      return REOPENING[kind];
    case "apostrophe":
    case "prime":
      return STAYING;
  }
}

/** The marks that a passage begins with, as a state: what it may take up again. */
function beginningOf(passage: MarkedPassage | undefined): string {
  let state = "";
  for (const mark of passage?.marks ?? []) {
    if (mark.left !== "edge" || mark.beginsLine) break;
    state += letterOf(mark.kind);
  }
  return state;
}

/** The cost of ending a passage with `state` open before one that begins with `beginning`. */
function endingCost(state: string, beginning: string): number {
  let takenUp = 0;
  while (takenUp < state.length && state[takenUp] === beginning[takenUp]) takenUp++;
  return (takenUp > 0 ? CONTINUED : 0) + LEFT_OPEN * (state.length - takenUp);
}
