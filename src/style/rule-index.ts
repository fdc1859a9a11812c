/**
 * The rules of a stylesheet, put so that an element meets few of them.
 *
 * Comes in: rules by origin, weakest first. Goes out: the ranks of those that match an element, or a pseudo-element of it.
 */
import { matchesSelector, type TreePlace } from "./match-selector.ts";
import type { Declaration, PseudoElement, Selector, StyleRule } from "./style-sheet.ts";

export interface RankedRule {
  /** Place in the cascade without importance: origin, specificity, order. Equal to its index in the list. */
  readonly rank: number;
  readonly origin: number;
  readonly selector: Selector;
  readonly declarations: readonly Declaration[];
}

/** Rules by what their selectors' last compound asks for. */
type Buckets = ReadonlyMap<string, readonly RankedRule[]>;

export interface RuleIndex {
  readonly ranked: readonly RankedRule[];
  /** `all` is for elements themselves. */
  readonly buckets: ReadonlyMap<PseudoElement | "all", Buckets>;
}

export function indexRules(origins: readonly (readonly StyleRule[])[]): RuleIndex {
  const all = origins.flatMap((rules, origin) =>
    rules.flatMap((rule) =>
      rule.selectors.flatMap(({ selector }) =>
        selector ? [{ origin, selector, declarations: rule.declarations }] : [],
      ),
    ),
  );
  all.sort((a, b) => a.origin - b.origin || a.selector.specificity - b.selector.specificity);
  const ranked = all.map((rule, rank) => ({ ...rule, rank }));
  const buckets = new Map<PseudoElement | "all", Map<string, RankedRule[]>>();
  for (const rule of ranked) {
    const part = rule.selector.pseudoElement ?? "all";
    const own = buckets.get(part) ?? new Map<string, RankedRule[]>();
    buckets.set(part, own);
    const key = bucketOf(rule.selector);
    const bucket = own.get(key);
    if (bucket) bucket.push(rule);
    else own.set(key, [rule]);
  }
  return { ranked, buckets };
}

function bucketOf(selector: Selector): string {
  const last = selector.compounds.at(-1);
  const [id] = last?.ids ?? [];
  const [className] = last?.classes ?? [];
  if (id !== undefined) return `#${id}`;
  return className === undefined ? (last?.name ?? "*") : `.${className}`;
}

/** Ranks of the rules that match, in ascending order. A rule stands in one bucket, so none is met twice. */
export function matchRules(
  index: RuleIndex,
  place: TreePlace,
  part: PseudoElement | "all" = "all",
): readonly number[] {
  const buckets = index.buckets.get(part);
  if (!buckets) return NONE;
  const { name, id, classes } = place.element;
  const matched: number[] = [];
  const matchBucket = (bucket: readonly RankedRule[] = []): void => {
    for (const rule of bucket) if (matchesSelector(rule.selector, place)) matched.push(rule.rank);
  };
  matchBucket(buckets.get("*"));
  matchBucket(buckets.get(name));
  if (id !== undefined) matchBucket(buckets.get(`#${id}`));
  for (const className of classes.length > 1 ? new Set(classes) : classes)
    matchBucket(buckets.get(`.${className}`));
  return matched.length > 1 ? matched.sort((a, b) => a - b) : matched;
}

const NONE: readonly number[] = [];
