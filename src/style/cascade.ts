/**
 * The cascade: which value wins for each element (CSS Cascade 4, clause 6).
 *
 * Comes in: a stylesheet and element trees. Goes out: a computed style for each element. Elements for which the same
 * declarations win under the same parent share one object.
 */
import type { Element } from "../book/element.ts";
import { spanAt } from "../core/span.ts";
import type { ComputedStyle } from "./computed-style.ts";
import { INHERITED, INITIAL, PROPERTIES, type StyleFields, type ValueContext } from "./properties.ts";
import { readStyle } from "./read-style.ts";
import { matchesSelector, type TreePlace } from "./selectors.ts";
import type { Declaration, Selector, StyleRule, StyleSheet } from "./style-sheet.ts";
import { USER_AGENT_CSS } from "./user-agent.ts";

/** The styles of whole trees. */
export interface StyledTrees {
  /** The style of `body`. */
  readonly root: ComputedStyle;
  /** The style of an element of the trees. */
  readonly styleOf: (element: Element) => ComputedStyle;
}

interface Ranked {
  readonly selector: Selector;
  readonly rule: StyleRule;
  /** Origin, then order of appearance. */
  readonly rank: number;
}

interface Cascade {
  readonly ranked: readonly Ranked[];
  readonly styles: Map<Element, ComputedStyle>;
  readonly shared: Map<ComputedStyle, Map<string, ComputedStyle>>;
  readonly measure: number;
  rootSize: number;
  variables: ReadonlyMap<string, string>;
}

const AUTHOR = 1_000_000;

export function computeStyles(sheet: StyleSheet, roots: readonly Element[], language: string): StyledTrees {
  const userAgent = readStyle("user agent", USER_AGENT_CSS).value.rules;
  const { page } = sheet;
  const cascade: Cascade = {
    ranked: [...rank(userAgent, 0), ...rank(sheet.rules, AUTHOR)],
    styles: new Map(),
    shared: new Map(),
    measure: page.width - page.marginInner - page.marginOuter,
    rootSize: INITIAL.fontSize,
    variables: collectVariables(sheet.rules),
  };
  const html = element("html", language);
  const body = element("body", language);
  const htmlPlace: TreePlace = { element: html, parent: undefined, siblings: [html], index: 0 };
  const htmlStyle = computeStyle(htmlPlace, INITIAL, cascade);
  cascade.rootSize = htmlStyle.fontSize;
  const bodyPlace: TreePlace = { element: body, parent: htmlPlace, siblings: [body], index: 0 };
  const root = computeStyle(bodyPlace, htmlStyle, cascade);
  for (const section of roots) {
    styleTree({ element: section, parent: bodyPlace, siblings: [section], index: 0 }, root, cascade);
  }
  return { root, styleOf: (wanted) => cascade.styles.get(wanted) ?? root };
}

function element(name: string, language: string): Element {
  return { kind: "element", name, classes: [], attributes: { lang: language }, children: [], span: spanAt("", 1) };
}

function rank(rules: readonly StyleRule[], origin: number): Ranked[] {
  return rules
    .filter((rule) => rule.medium !== "screen")
    .flatMap((rule, i) => rule.selectors.map((selector) => ({ selector, rule, rank: origin + i })));
}

/** Custom properties set on `:root`, `html` or `body`; the book has one set of them. */
function collectVariables(rules: readonly StyleRule[]): ReadonlyMap<string, string> {
  const variables = new Map<string, string>();
  for (const rule of rules) {
    if (rule.medium === "screen" || !/^(:root|html|body)$/.test(rule.selectorText)) continue;
    for (const { property, value } of rule.declarations)
      if (property.startsWith("--")) variables.set(property, value);
  }
  return variables;
}

/** Puts the values of custom properties in the place of `var()` (CSS Variables 1, clause 3). */
export function resolveVariables(value: string, variables: ReadonlyMap<string, string>, depth = 0): string {
  if (!value.includes("var(") || depth > 20) return value;
  const once = value.replace(/var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)/g, (_, name: string, fallback?: string) =>
    (variables.get(name) ?? fallback ?? "").trim(),
  );
  return resolveVariables(once, variables, depth + 1);
}

function styleTree(place: TreePlace, parent: ComputedStyle, cascade: Cascade): void {
  const style = computeStyle(place, parent, cascade);
  cascade.styles.set(place.element, style);
  const siblings = place.element.children.filter((child): child is Element => child.kind === "element");
  siblings.forEach((child, index) => {
    styleTree({ element: child, parent: place, siblings, index }, style, cascade);
  });
}

function computeStyle(place: TreePlace, parent: ComputedStyle, cascade: Cascade): ComputedStyle {
  const matched = cascade.ranked.flatMap((r, i) => (matchesSelector(r.selector, place) ? [i] : []));
  const key = matched.join(",");
  const shared = cascade.shared.get(parent) ?? new Map<string, ComputedStyle>();
  cascade.shared.set(parent, shared);
  let style = shared.get(key);
  if (!style) {
    style = applyDeclarations(winners(matched, cascade), parent, cascade);
    shared.set(key, style);
  }
  return style;
}

/** The declarations from weakest to strongest. */
function winners(matched: readonly number[], cascade: Cascade): Declaration[] {
  const rows = matched.flatMap((i) => {
    const ranked = cascade.ranked[i];
    return ranked ? ranked.rule.declarations.map((declaration, order) => ({ ranked, declaration, order })) : [];
  });
  const origin = (r: Ranked): number => Math.floor(r.rank / AUTHOR);
  rows.sort(
    (a, b) =>
      Number(a.declaration.important) - Number(b.declaration.important) ||
      origin(a.ranked) - origin(b.ranked) ||
      a.ranked.selector.specificity - b.ranked.selector.specificity ||
      a.ranked.rank - b.ranked.rank ||
      a.order - b.order,
  );
  return rows.map((row) => row.declaration);
}

/** Font size first, then line height, then all that may be measured in them. */
function applyDeclarations(
  declarations: readonly Declaration[],
  parent: ComputedStyle,
  cascade: Cascade,
): ComputedStyle {
  const inherited = Object.fromEntries(INHERITED.map((field) => [field, parent[field]])) as StyleFields;
  const style: StyleFields & ComputedStyle = { ...INITIAL, ...inherited };
  const phases = ["font-size", "line-height", ""] as const;
  for (const phase of phases) {
    for (const { property, value } of declarations) {
      const own = property === "font-size" || property === "line-height" ? property : "";
      if (own !== phase) continue;
      const context: ValueContext = {
        parent,
        fontSize: style.fontSize,
        lineHeight: style.lineHeight,
        rootSize: cascade.rootSize,
        measure: cascade.measure,
      };
      Object.assign(style, readFields(property, resolveVariables(value, cascade.variables), context));
    }
  }
  return style;
}

function readFields(property: string, value: string, context: ValueContext): StyleFields | undefined {
  const read = PROPERTIES[property];
  if (!read) return undefined;
  if (value !== "inherit" && value !== "initial" && value !== "unset") return read(value, context);
  const touched = Object.keys(read(SAMPLE[property] ?? "0", context) ?? {}) as (keyof ComputedStyle)[];
  const source = (field: keyof ComputedStyle): ComputedStyle =>
    value === "inherit" || (value === "unset" && (INHERITED as readonly string[]).includes(field))
      ? context.parent
      : INITIAL;
  return Object.fromEntries(touched.map((field) => [field, source(field)[field]])) as StyleFields;
}

/** A value each keyword property surely takes, to learn which fields it sets. */
const SAMPLE: Readonly<Record<string, string>> = {
  display: "block",
  "font-family": "serif",
  "font-size": "1em",
  "font-weight": "400",
  "font-style": "normal",
  "font-variant": "normal",
  "font-variant-caps": "normal",
  "line-height": "1",
  color: "black",
  "text-align": "left",
  "text-transform": "none",
  hyphens: "none",
  "white-space": "normal",
  "vertical-align": "baseline",
  "text-decoration": "none",
  "text-decoration-line": "none",
  "list-style": "none",
  "list-style-type": "none",
  "break-before": "auto",
  "break-after": "auto",
  "break-inside": "auto",
  "page-break-before": "auto",
  "page-break-after": "auto",
  "page-break-inside": "auto",
  orphans: "2",
  widows: "2",
};
