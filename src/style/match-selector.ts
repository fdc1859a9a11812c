/**
 * Selectors held against elements (Selectors 4).
 *
 * Comes in: a selector, and an element with its ancestors and siblings. Goes out: whether it matches.
 */
import type { Element } from "../book/element.ts";
import type { AttributeTest, Compound, NthPseudo, Pseudo, Selector } from "./style-sheet.ts";

/** An element in its place in the tree. */
export interface TreePlace {
  readonly element: Element;
  readonly parent: TreePlace | undefined;
  /** The element children of its parent, itself among them. */
  readonly siblings: readonly Element[];
  /** Its place among `siblings`, from 0. */
  readonly index: number;
}

export function matchesSelector(selector: Selector, place: TreePlace): boolean {
  return matchesFrom(selector.compounds, selector.compounds.length - 1, place);
}

/** Right to left: the compound at `at`, then what must stand before it. */
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
    case " ":
    case undefined:
      for (let up = place.parent; up; up = up.parent) if (matchesFrom(compounds, at - 1, up)) return true;
      return false;
  }
}

function siblingAt(place: TreePlace, index: number): TreePlace {
  return {
    element: place.siblings[index] ?? place.element,
    parent: place.parent,
    siblings: place.siblings,
    index,
  };
}

function matchesCompound(compound: Compound, place: TreePlace): boolean {
  const { element } = place;
  if (compound.name !== "*" && compound.name !== element.name) return false;
  for (const id of compound.ids) if (id !== element.id) return false;
  for (const name of compound.classes) if (!element.classes.includes(name)) return false;
  for (const test of compound.attributes) if (!matchesAttribute(test, element)) return false;
  for (const pseudo of compound.pseudos) if (!matchesPseudo(pseudo, place)) return false;
  return true;
}

function matchesAttribute(test: AttributeTest, element: Element): boolean {
  const written = readAttribute(test.name, element);
  if (written === undefined) return false;
  const own = test.anyCase ? written.toLowerCase() : written;
  const value = test.anyCase ? test.value.toLowerCase() : test.value;
  switch (test.operator) {
    case "":
      return true;
    case "=":
      return own === value;
    case "~=":
      return value !== "" && own.split(/[ \t\r\n\f]+/).includes(value);
    case "|=":
      return own === value || own.startsWith(`${value}-`);
    case "^=":
      return value !== "" && own.startsWith(value);
    case "$=":
      return value !== "" && own.endsWith(value);
    case "*=":
      return value !== "" && own.includes(value);
  }
}

function readAttribute(name: string, element: Element): string | undefined {
  if (name === "class") return element.classes.length > 0 ? element.classes.join(" ") : undefined;
  if (name === "id") return element.id;
  return element.attributes[name];
}

function matchesPseudo(pseudo: Pseudo, place: TreePlace): boolean {
  switch (pseudo.kind) {
    case "root":
      return place.parent === undefined;
    case "empty":
      return !place.element.children.some((child) => child.kind === "element" || child.text !== "");
    case "link":
      return place.element.name === "a" && place.element.attributes.href !== undefined;
    case "never":
      return false;
    case "nth":
      return matchesNth(pseudo, place);
    case "only": {
      const first = { kind: "nth", a: 0, b: 1, among: pseudo.among } as const;
      return matchesNth({ ...first, fromEnd: false }, place) && matchesNth({ ...first, fromEnd: true }, place);
    }
    case "lang": {
      const own = languageOf(place);
      return pseudo.languages.some((wanted) => matchesLanguage(own, wanted));
    }
    case "is":
    case "where":
      return pseudo.selectors.some((selector) => matchesSelector(selector, place));
    case "not":
      return !pseudo.selectors.some((selector) => matchesSelector(selector, place));
  }
}

function matchesNth({ a, b, fromEnd, among }: NthPseudo, place: TreePlace): boolean {
  const { siblings, index } = place;
  let position = 1;
  if (among === "all") position += fromEnd ? siblings.length - 1 - index : index;
  else {
    const counts = (at: number): boolean =>
      among === "type"
        ? siblings[at]?.name === place.element.name
        : among.some((selector) => matchesSelector(selector, siblingAt(place, at)));
    if (!counts(index)) return false;
    const [from, to] = fromEnd ? [index + 1, siblings.length] : [0, index];
    for (let i = from; i < to; i++) {
      if (counts(i)) position++;
      if (a === 0 && position > b) return false;
    }
  }
  const steps = position - b;
  return a === 0 ? steps === 0 : steps % a === 0 && steps / a >= 0;
}

/** Extended filtering (RFC 4647, clause 3.3.2): `*-CH` is any language as written in Switzerland. */
function matchesLanguage(own: string, wanted: string): boolean {
  if (wanted === "*") return own !== "";
  if (!wanted.startsWith("*-")) return own === wanted || own.startsWith(`${wanted}-`);
  return `${own}-`.slice(own.indexOf("-") + 1).includes(`${wanted.slice(2)}-`);
}

function languageOf(place: TreePlace): string {
  for (let up: TreePlace | undefined = place; up; up = up.parent) {
    const { attributes } = up.element;
    const own = attributes.lang ?? attributes["xml:lang"];
    if (own !== undefined) return own.toLowerCase();
  }
  return "";
}
