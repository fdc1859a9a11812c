/**
 * The cascade: which declarations win for an element (CSS Cascade 4, clause 6), and the style they make.
 *
 * Comes in: a stylesheet, and elements in their places. Goes out: computed styles. Equal styles are one object, so that whoever
 * sets type can keep what belongs to a style by its identity.
 */
import type { Element } from "../book/element.ts";
import { spanAt } from "../core/span.ts";
import { applyDeclarations } from "./apply-declarations.ts";
import type { ComputedStyle } from "./computed-style.ts";
import { finishStyle } from "./finish-style.ts";
import type { TreePlace } from "./match-selector.ts";
import { elementsIn, findNotes, type NotePlaces, notePartOf } from "./note-places.ts";
import { DEFAULT_BOX, measureOf, type PageBox } from "./page-box.ts";
import type { PageKind } from "./page-selector.ts";
import { makePageStyles, type PageStyles } from "./page-styles.ts";
import { readStyle } from "./read-style.ts";
import { indexRules, matchRules, type RuleIndex } from "./rule-index.ts";
import { INITIAL, type StyleFields } from "./style-fields.ts";
import type { Declaration, Medium, PseudoElement, StyleRule, StyleSheet } from "./style-sheet.ts";
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
  readonly pageStyles: PageStyles;
  /** A right page without a name, which sets the measure. */
  readonly page: PageBox;
  /** `body`, which the sections of the book are children of. */
  readonly body: StyledElement;
  /** The style of `body`: what the baseline grid and all text go by. */
  readonly root: ComputedStyle;
  /** The element at `index` of `siblings`, all of them children of `parent`. */
  readonly style: (siblings: readonly Element[], index: number, parent: StyledElement) => StyledElement;
  /** A pseudo-element's style, which inherits from `parent`; undefined if no rule is about it. */
  readonly stylePart: (
    part: PseudoElement,
    of: StyledElement,
    parent?: StyledElement,
  ) => ComputedStyle | undefined;
  /** Styles whole trees, each alone in `body`. */
  readonly styleTrees: (roots: readonly Element[]) => TreeStyles;
}

/** The styles of trees. Asked of an element outside them, they give the style of `body`. */
export interface TreeStyles {
  readonly styleOf: (element: Element) => ComputedStyle;
  /**
   * The style of a pseudo-element of `element`; undefined if no rule is about it. It inherits from `within`, an element inside
   * `element`, if that is given.
   */
  readonly pseudoOf: (element: Element, part: PseudoElement, within?: Element) => ComputedStyle | undefined;
}

/** What {@link computeStyles} gives: all that typesetting asks of a stylesheet. */
export interface StyledTrees extends TreeStyles {
  readonly pageStyles: PageStyles;
  /** The style of `body`. */
  readonly root: ComputedStyle;
  /** The style of `html`. */
  readonly html: ComputedStyle;
}

/** The styles of the book's sections; `language` is the book's, for `:lang()`. */
export function computeStyles(
  sheet: StyleSheet,
  roots: readonly Element[],
  language: string,
  medium: Exclude<Medium, "all"> = "print",
): StyledTrees {
  const { pageStyles, root, body, styleTrees } = makeStyler(sheet, language, medium);
  return { pageStyles, root, html: body.parent?.style ?? root, ...styleTrees(roots) };
}

/** A styler for one medium: `print` is the PDF's, `screen` what an e-reader without a will of its own would show. */
export function makeStyler(sheet: StyleSheet, language = "en", medium: Exclude<Medium, "all"> = "print"): Styler {
  const index = indexRules([userAgent().rules, sheet.rules.filter((r) => holdsFor(r, medium))]);
  const computeRoot = (computer: Computer): StyledElement =>
    placeRoot("html", language, undefined, (place) =>
      computer(matchRules(index, place), undefined, INITIAL.fontSize),
    );
  const pagesUnder = ({ inheritance }: StyledElement, families: StyleFields["fontFamily"]): PageStyles => {
    const { fields, variables } = inheritance;
    const parent = { fields: { ...fields, fontFamily: families }, variables, rootSize: fields.fontSize };
    return makePageStyles([userAgent().pages, sheet.pages], parent);
  };
  // Margins may be in em of the root, and the root's own in percent of the measure: the latter gives way.
  const bare = computeRoot(makeComputer(index, DEFAULT_BOX));
  const plain = pagesUnder(bare, bare.style.fontFamily)(PLAIN_PAGE).box;
  const compute = makeComputer(index, plain);
  const html = computeRoot(compute);
  const rootSize = html.style.fontSize;
  const styleAt = (place: TreePlace, parent: StyledElement, more: readonly number[]): StyledElement => {
    const own = matchRules(index, place);
    const ranks = more.length > 0 ? [...own, ...more].sort((a, b) => a - b) : own;
    const inheritance = compute(ranks, parent.inheritance, rootSize);
    const { element, siblings, index: at } = place;
    return { element, parent, siblings, index: at, style: inheritance.style, inheritance };
  };
  const style = (siblings: readonly Element[], at: number, parent: StyledElement): StyledElement => {
    const element = siblings[at];
    if (!element) throw new RangeError(`no element ${at} among ${siblings.length}`);
    return styleAt({ element, parent, siblings, index: at }, parent, []);
  };
  const stylePart: Styler["stylePart"] = (part, of, parent = of) => {
    const ranks = matchRules(index, of, part);
    return ranks.length > 0 ? compute(ranks, parent.inheritance, rootSize).style : undefined;
  };
  const body = placeRoot("body", language, html, (place) =>
    compute(matchRules(index, place), html.inheritance, rootSize),
  );
  const styleTrees: Styler["styleTrees"] = (roots) => {
    const hasNoteRules = index.buckets.has("footnote-call") || index.buckets.has("footnote-marker");
    const placed = new Map<Element, StyledElement>();
    const visit = (siblings: readonly Element[], parent: StyledElement, notes: NotePlaces | undefined): void => {
      siblings.forEach((element, i) => {
        const place = { element, parent, siblings, index: i };
        const [part, note] = (notes && notePartOf(place, notes)) ?? [];
        const styled = styleAt(place, parent, note ? matchRules(index, note, part) : []);
        placed.set(element, styled);
        visit(elementsIn(element), styled, notes);
      });
    };
    for (const root of roots) visit([root], body, hasNoteRules ? findNotes(root, body) : undefined);
    return {
      styleOf: (element) => placed.get(element)?.style ?? body.style,
      pseudoOf: (element, part, within) => {
        const of = placed.get(element);
        return of && stylePart(part, of, within && placed.get(within));
      },
    };
  };
  // Pages inherit from `html` (Paged Media 3, clause 4); a font that only `body` is given is meant for the heads as well.
  const isUnset = html.style.fontFamily === INITIAL.fontFamily;
  const pageStyles = pagesUnder(html, (isUnset ? body : html).style.fontFamily);
  return { pageStyles, page: plain, body, root: body.style, style, stylePart, styleTrees };
}

/** A right page in the middle of the book. */
const PLAIN_PAGE: PageKind = { name: "", side: "right", blank: false, index: 2, inRun: 2 };

function holdsFor(rule: StyleRule, medium: Medium): boolean {
  return rule.condition === undefined && (rule.medium === "all" || rule.medium === medium);
}

let userAgentSheet: StyleSheet | undefined;

function userAgent(): StyleSheet {
  userAgentSheet ??= readStyle("", "", USER_AGENT_CSS).value;
  return userAgentSheet;
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

/** Gives an element, or what of it has a style of its own, its style; `ranks` are those of the rules that match. */
type Computer = (ranks: readonly number[], parent: Inheritance | undefined, rootSize: number) => Inheritance;

/** Remembers what it has computed by parent and matching rules, and gives equal results one object. */
function makeComputer(index: RuleIndex, paper: PageBox): Computer {
  const measure = measureOf(paper);
  const initial: Inheritance = { style: finishStyle(INITIAL), fields: INITIAL, variables: new Map() };
  const known = new Map<Inheritance, Map<string, Inheritance>>();
  const interned = new Map<string, Inheritance>();
  const styles = new Map<string, ComputedStyle>();
  return (ranks, parent = initial, rootSize) => {
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
    const fields = applyDeclarations(declarations, { parent: parent.fields, variables, rootSize, measure, paper });
    const fresh = intern(interned, [fields, [...variables]], {
      style: intern(styles, finishStyle(fields), finishStyle(fields)),
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
