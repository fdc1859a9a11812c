/**
 * Selectors: made from css-tree's nodes, and held against elements (Selectors 4).
 *
 * Comes in: a selector's syntax tree; elements with their ancestors and siblings. Goes out: whether it matches. Pseudo-elements
 * and states of a screen are not understood and are said so.
 */
import type { CssNode } from "css-tree";
import type { Element } from "../book/element.ts";
import type { Compound, Pseudo, Selector } from "./style-sheet.ts";

/** An element in its place in the tree. */
export interface TreePlace {
  readonly element: Element;
  readonly parent: TreePlace | undefined;
  /** Element siblings, itself among them. */
  readonly siblings: readonly Element[];
  /** Its place among them. */
  readonly index: number;
}

/** Thrown nowhere else: what a selector asks for that the PDF has not. */
export interface Unsupported {
  readonly unsupported: string;
}

/** The selector, or what of it is not understood. */
export function readSelector(node: CssNode): Selector | Unsupported {
  if (node.type !== "Selector") return { unsupported: node.type };
  const compounds: Compound[] = [];
  let open = emptyCompound();
  for (const part of node.children.toArray()) {
    if (part.type === "Combinator") {
      const name = part.name.trim() === "" ? " " : part.name;
      if (name !== " " && name !== ">" && name !== "+" && name !== "~") return { unsupported: part.name };
      compounds.push({ ...open, combinator: name });
      open = emptyCompound();
      continue;
    }
    const failed = addSimple(open, part);
    if (failed !== undefined) return { unsupported: failed };
  }
  compounds.push(open);
  return { compounds, specificity: compounds.reduce((sum, c) => sum + weigh(c), 0) };
}

type OpenCompound = { -readonly [K in keyof Compound]: Compound[K] } & {
  classes: string[];
  attributes: Compound["attributes"][number][];
  pseudos: Pseudo[];
};

function emptyCompound(): OpenCompound {
  return { combinator: undefined, name: "*", id: undefined, classes: [], attributes: [], pseudos: [] };
}

/** Adds one simple selector; gives its text if it is not understood. */
function addSimple(to: OpenCompound, part: CssNode): string | undefined {
  switch (part.type) {
    case "TypeSelector":
      to.name = part.name.toLowerCase();
      return undefined;
    case "IdSelector":
      to.id = part.name;
      return undefined;
    case "ClassSelector":
      to.classes.push(part.name);
      return undefined;
    case "AttributeSelector": {
      const value = part.value?.type === "String" ? part.value.value : (part.value?.name ?? "");
      to.attributes.push({ name: part.name.name, operator: part.matcher ?? "", value });
      return undefined;
    }
    case "PseudoClassSelector": {
      const pseudo = readPseudo(part);
      if (!pseudo) return `:${part.name}`;
      to.pseudos.push(pseudo);
      return undefined;
    }
    case "PseudoElementSelector":
      return `::${part.name}`;
    default:
      return part.type;
  }
}

function readPseudo(part: Extract<CssNode, { type: "PseudoClassSelector" }>): Pseudo | undefined {
  const child = part.children?.first;
  switch (part.name) {
    case "first-child":
    case "last-child":
    case "root":
      return { kind: part.name };
    case "nth-child":
      if (child?.type !== "Nth" || child.selector) return undefined;
      if (child.nth.type === "AnPlusB")
        return { kind: "nth-child", a: Number(child.nth.a ?? 0), b: Number(child.nth.b ?? 0) };
      if (child.nth.type !== "Identifier") return undefined;
      return { kind: "nth-child", a: 2, b: child.nth.name === "odd" ? 1 : 0 };
    case "lang":
      return child?.type === "Identifier" ? { kind: "lang", language: child.name } : undefined;
    case "not": {
      if (child?.type !== "SelectorList") return undefined;
      const selectors = child.children.toArray().map(readSelector);
      if (selectors.some((s) => "unsupported" in s)) return undefined;
      return { kind: "not", selectors: selectors.filter((s): s is Selector => !("unsupported" in s)) };
    }
    default:
      return undefined;
  }
}

function weigh(compound: Compound): number {
  const pseudos = compound.pseudos.reduce(
    (sum, p) => sum + (p.kind === "not" ? Math.max(0, ...p.selectors.map((s) => s.specificity)) : 1_000),
    0,
  );
  const attributes = (compound.classes.length + compound.attributes.length) * 1_000;
  return (compound.id === undefined ? 0 : 1_000_000) + attributes + pseudos + (compound.name === "*" ? 0 : 1);
}

export function matchesSelector(selector: Selector, place: TreePlace): boolean {
  return matchesFrom(selector.compounds, selector.compounds.length - 1, place);
}

function matchesFrom(compounds: readonly Compound[], at: number, place: TreePlace): boolean {
  const compound = compounds[at];
  if (!compound || !matchesCompound(compound, place)) return false;
  const before = compounds[at - 1];
  if (!before) return true;
  switch (before.combinator) {
    case ">":
      return place.parent !== undefined && matchesFrom(compounds, at - 1, place.parent);
    case "+":
      return place.index > 0 && matchesFrom(compounds, at - 1, siblingAt(place, place.index - 1));
    case "~":
      for (let i = place.index - 1; i >= 0; i--) {
        if (matchesFrom(compounds, at - 1, siblingAt(place, i))) return true;
      }
      return false;
    default:
      for (let up = place.parent; up; up = up.parent) if (matchesFrom(compounds, at - 1, up)) return true;
      return false;
  }
}

function siblingAt(place: TreePlace, index: number): TreePlace {
  return { ...place, index, element: place.siblings[index] ?? place.element };
}

function matchesCompound(compound: Compound, place: TreePlace): boolean {
  const { element } = place;
  if (compound.name !== "*" && compound.name !== element.name) return false;
  if (compound.id !== undefined && compound.id !== element.id) return false;
  if (!compound.classes.every((name) => element.classes.includes(name))) return false;
  return (
    compound.attributes.every((a) => matchesAttribute(a, element)) &&
    compound.pseudos.every((p) => matchesPseudo(p, place))
  );
}

function matchesAttribute(wanted: Compound["attributes"][number], element: Element): boolean {
  const { name, operator, value } = wanted;
  const own = name === "class" ? element.classes.join(" ") : name === "id" ? element.id : element.attributes[name];
  if (own === undefined) return false;
  switch (operator) {
    case "":
      return true;
    case "=":
      return own === value;
    case "~=":
      return own.split(/\s+/).includes(value);
    case "|=":
      return own === value || own.startsWith(`${value}-`);
    case "^=":
      return value !== "" && own.startsWith(value);
    case "$=":
      return value !== "" && own.endsWith(value);
    default:
      return value !== "" && own.includes(value);
  }
}

function matchesPseudo(pseudo: Pseudo, place: TreePlace): boolean {
  switch (pseudo.kind) {
    case "first-child":
      return place.index === 0;
    case "last-child":
      return place.index === place.siblings.length - 1;
    case "root":
      return place.parent === undefined;
    case "nth-child": {
      const n = place.index + 1 - pseudo.b;
      return pseudo.a === 0 ? n === 0 : n % pseudo.a === 0 && n / pseudo.a >= 0;
    }
    case "lang":
      return languageOf(place).startsWith(pseudo.language.toLowerCase());
    case "not":
      return !pseudo.selectors.some((selector) => matchesSelector(selector, place));
  }
}

function languageOf(place: TreePlace): string {
  for (let up: TreePlace | undefined = place; up; up = up.parent) {
    const own = up.element.attributes.lang;
    if (own !== undefined) return own.toLowerCase();
  }
  return "";
}
