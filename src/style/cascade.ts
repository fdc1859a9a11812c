/**
 * The cascade: which declarations win for an element (CSS Cascade 4, clause 6), and the style they make.
 *
 * Comes in: a stylesheet, and elements in their places. Goes out: computed styles. Equal styles are one object, so that whoever
 * sets type can keep what belongs to a style by its identity.
 */
import type { Element } from "../book/element.ts";
import { spanAt } from "../core/span.ts";
import { applyDeclarations } from "./apply-declarations.ts";
import type { ComputedStyle, PageGeometry } from "./computed-style.ts";
import { matchesSelector, type TreePlace } from "./match-selector.ts";
import { readStyle } from "./read-style.ts";
import { INITIAL, type StyleFields } from "./style-fields.ts";
import type { Declaration, Medium, Selector, StyleRule, StyleSheet } from "./style-sheet.ts";
import { USER_AGENT_CSS } from "./user-agent.ts";

/** What children take from an element; opaque to all but the cascade. */
export interface Inheritance {
  readonly style: ComputedStyle;
  readonly fields: Readonly<StyleFields>;
  readonly variables: ReadonlyMap<string, string>;
}

/** An element in its place with its style. */
export interface StyledElement extends TreePlace {
  readonly parent: StyledElement | undefined;
  readonly style: ComputedStyle;
  readonly inheritance: Inheritance;
}

/** Gives elements their styles. */
export interface Styler {
  readonly page: PageGeometry;
  /** `body`, which the sections of the book are children of. */
  readonly body: StyledElement;
  /** The style of `body`: what the baseline grid and all text go by. */
  readonly root: ComputedStyle;
  /** The element at `index` of `siblings`, all of them children of `parent`. */
  readonly style: (siblings: readonly Element[], index: number, parent: StyledElement) => StyledElement;
  /** Styles whole trees, each alone in `body`; asked of an element outside them, the result gives the style of `body`. */
  readonly styleTrees: (roots: readonly Element[]) => (element: Element) => ComputedStyle;
}

/** What {@link computeStyles} gives: all that typesetting asks of a stylesheet. */
export interface StyledTrees {
  readonly page: PageGeometry;
  readonly root: ComputedStyle;
  readonly styleOf: (element: Element) => ComputedStyle;
}

/** The styles of the book's sections; `language` is the book's, for `:lang()`. */
export function computeStyles(sheet: StyleSheet, roots: readonly Element[], language: string): StyledTrees {
  const { page, root, styleTrees } = makeStyler(sheet, language);
  return { page, root, styleOf: styleTrees(roots) };
}

/** A styler for one medium: `print` is the PDF's, `screen` what an e-reader without a will of its own would show. */
export function makeStyler(sheet: StyleSheet, language = "en", medium: Exclude<Medium, "all"> = "print"): Styler {
  const { page } = sheet;
  const index = indexRules([userAgentRules(), sheet.rules.filter((r) => holdsFor(r, medium))]);
  const measure = page.width - page.marginInner - page.marginOuter;
  const compute = makeComputer(index, measure);
  const html = placeRoot("html", language, undefined, (place) => compute(place, undefined, INITIAL.fontSize));
  const rootSize = html.style.fontSize;
  const style = (siblings: readonly Element[], at: number, parent: StyledElement): StyledElement => {
    const element = siblings[at];
    if (!element) throw new RangeError(`no element ${at} among ${siblings.length}`);
    const inheritance = compute({ element, parent, siblings, index: at }, parent.inheritance, rootSize);
    return { element, parent, siblings, index: at, style: inheritance.style, inheritance };
  };
  const body = placeRoot("body", language, html, (place) => compute(place, html.inheritance, rootSize));
  const styleTrees: Styler["styleTrees"] = (roots) => {
    const styles = new Map<Element, ComputedStyle>();
    const visit = (siblings: readonly Element[], parent: StyledElement): void => {
      siblings.forEach((element, i) => {
        const styled = style(siblings, i, parent);
        styles.set(element, styled.style);
        visit(
          element.children.filter((child) => child.kind === "element"),
          styled,
        );
      });
    };
    for (const root of roots) visit([root], body);
    return (element) => styles.get(element) ?? body.style;
  };
  return { page, body, root: body.style, style, styleTrees };
}

function holdsFor(rule: StyleRule, medium: Medium): boolean {
  return rule.condition === undefined && (rule.medium === "all" || rule.medium === medium);
}

let userAgent: readonly StyleRule[] | undefined;

function userAgentRules(): readonly StyleRule[] {
  userAgent ??= readStyle("", "", USER_AGENT_CSS).value.rules;
  return userAgent;
}

function placeRoot(
  name: string,
  language: string,
  parent: StyledElement | undefined,
  compute: (place: TreePlace) => Inheritance,
): StyledElement {
  const element: Element = {
    kind: "element",
    name,
    classes: [],
    attributes: { lang: language },
    children: [],
    span: spanAt("", 1),
  };
  const place = { element, parent, siblings: [element], index: 0 };
  const inheritance = compute(place);
  return { ...place, style: inheritance.style, inheritance };
}

interface RankedRule {
  /** Place in the cascade without importance: origin, specificity, order. Equal to its index in the list. */
  readonly rank: number;
  readonly origin: number;
  readonly selector: Selector;
  readonly declarations: readonly Declaration[];
}

/** Rules by what their selectors' last compound asks for, so that an element meets few of them. */
interface RuleIndex {
  readonly ranked: readonly RankedRule[];
  readonly buckets: ReadonlyMap<string, readonly RankedRule[]>;
}

function indexRules(origins: readonly (readonly StyleRule[])[]): RuleIndex {
  const all = origins.flatMap((rules, origin) =>
    rules.flatMap((rule) =>
      rule.selectors.flatMap(({ selector }) =>
        selector ? [{ origin, selector, declarations: rule.declarations }] : [],
      ),
    ),
  );
  all.sort((a, b) => a.origin - b.origin || a.selector.specificity - b.selector.specificity);
  const ranked = all.map((rule, rank) => ({ ...rule, rank }));
  const buckets = new Map<string, RankedRule[]>();
  for (const rule of ranked) {
    const key = bucketOf(rule.selector);
    const bucket = buckets.get(key);
    if (bucket) bucket.push(rule);
    else buckets.set(key, [rule]);
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
function matchRules({ buckets }: RuleIndex, place: TreePlace): number[] {
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

type Computer = (place: TreePlace, parent: Inheritance | undefined, rootSize: number) => Inheritance;

/** Remembers what it has computed by parent and matching rules, and gives equal results one object. */
function makeComputer(index: RuleIndex, measure: number): Computer {
  const initial: Inheritance = { style: finish(INITIAL), fields: INITIAL, variables: new Map() };
  const known = new Map<Inheritance, Map<string, Inheritance>>();
  const interned = new Map<string, Inheritance>();
  const styles = new Map<string, ComputedStyle>();
  return (place, parent = initial, rootSize) => {
    const ranks = matchRules(index, place);
    const key = ranks.join();
    let children = known.get(parent);
    if (!children) {
      children = new Map();
      known.set(parent, children);
    }
    const ready = children.get(key);
    if (ready) return ready;
    const declarations = orderDeclarations(ranks, index);
    const variables = inheritVariables(declarations, parent.variables);
    const fields = applyDeclarations(declarations, { parent: parent.fields, variables, rootSize, measure });
    const fresh = intern(interned, [fields, [...variables]], {
      style: intern(styles, finish(fields), finish(fields)),
      fields,
      variables,
    });
    children.set(key, fresh);
    return fresh;
  };
}

function intern<T>(pool: Map<string, T>, identity: unknown, value: T): T {
  const key = JSON.stringify(identity);
  const known = pool.get(key);
  if (known !== undefined) return known;
  pool.set(key, value);
  return value;
}

function finish({ lineHeightFactor: _, ...style }: Readonly<StyleFields>): ComputedStyle {
  return style;
}

/** From the weakest to the strongest: important ones last, and of these the author's before the user agent's. */
function orderDeclarations(ranks: readonly number[], index: RuleIndex): Declaration[] {
  const rules = ranks.flatMap((rank) => index.ranked[rank] ?? []);
  const normal = rules.flatMap((rule) => rule.declarations.filter((d) => !d.important));
  const important = rules.flatMap((rule) => rule.declarations.filter((d) => d.important));
  return [...normal, ...important];
}

/** The element's own custom properties over its parent's; the same map if it has none. */
function inheritVariables(
  declarations: readonly Declaration[],
  inherited: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const own = declarations.filter((d) => d.property.startsWith("--"));
  return own.length === 0 ? inherited : new Map([...inherited, ...own.map((d) => [d.property, d.value] as const)]);
}
