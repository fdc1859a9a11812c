/**
 * Which pages an `@page` rule is about.
 *
 * Comes in: what stands between `@page` and its block. Goes out: selectors, and whether a page is one of theirs. (Paged Media 3,
 * clauses 4 and 8; `:nth()` from Generated Content for Paged Media, clause 3.)
 */

/** One selector of an `@page` rule's list. */
export interface PageSelector {
  /** Absent: pages of any name. */
  readonly name?: string;
  readonly side?: "left" | "right";
  /** The first page of the book; with a name, the first of every run of pages of that name. */
  readonly first: boolean;
  readonly blank: boolean;
  /** Counted as `first` is: the pages `a * n + b`, from 1. */
  readonly nth?: { readonly a: number; readonly b: number };
  /** Names, `:first` and its like, sides, as one number that compares rightly. */
  readonly specificity: number;
}

/** All that a selector can ask about a page. */
export interface PageKind {
  /** Empty for pages without a name. */
  readonly name: string;
  readonly side: "left" | "right";
  /** Left empty so that the next page falls on its side. */
  readonly blank: boolean;
  /** Place among the book's pages, and in its run of pages of one name; from 0. */
  readonly index: number;
  readonly inRun: number;
}

/** The selectors of a list; undefined in the place of one that is not understood. An empty list is every page. */
export function readPageSelectors(prelude: string): readonly (PageSelector | undefined)[] {
  if (prelude.trim() === "") return [EVERY_PAGE];
  return prelude.split(",").map((part) => readPageSelector(part.trim()));
}

const EVERY_PAGE: PageSelector = { first: false, blank: false, specificity: 0 };

const SIDES: Readonly<Record<string, "left" | "right">> = {
  left: "left",
  verso: "left",
  right: "right",
  recto: "right",
};

const OF_NAME = 10_000;
const OF_PLACE = 100;
const OF_SIDE = 1;

function readPageSelector(text: string): PageSelector | undefined {
  const [, name = "", pseudos = ""] =
    /^(-?[\p{L}_][\p{L}\p{N}_-]*)?((?::[a-z-]+(?:\([^()]*\))?)*)$/iu.exec(text) ?? [];
  if (name === "" && pseudos === "") return undefined;
  let selector = { ...EVERY_PAGE, ...(name !== "" && { name, specificity: OF_NAME }) };
  for (const [, word = "", inside] of pseudos.matchAll(/:([a-z-]+)(?:\(([^()]*)\))?/gi)) {
    const next = addPseudo(selector, word.toLowerCase(), inside);
    if (!next) return undefined;
    selector = next;
  }
  return selector;
}

function addPseudo(selector: PageSelector, word: string, inside: string | undefined): PageSelector | undefined {
  const { specificity } = selector;
  if (word === "nth" && inside !== undefined) return addNth(selector, inside);
  if (inside !== undefined) return undefined;
  if (word === "first" || word === "blank")
    return { ...selector, [word]: true, specificity: specificity + OF_PLACE };
  const side = SIDES[word];
  return side && { ...selector, side, specificity: specificity + OF_SIDE };
}

function addNth(selector: PageSelector, inside: string): PageSelector | undefined {
  const [, formula = "", of] = /^\s*([^\s].*?)(?:\s+of\s+(\S+))?\s*$/i.exec(inside) ?? [];
  const nth = readFormula(formula.toLowerCase());
  if (!nth || (of !== undefined && selector.name !== undefined)) return undefined;
  const named = of === undefined ? {} : { name: of };
  const specificity = selector.specificity + OF_PLACE + (of === undefined ? 0 : OF_NAME);
  return { ...selector, ...named, nth, specificity };
}

/** `an+b` (CSS Syntax 3, clause 6). */
function readFormula(text: string): PageSelector["nth"] {
  if (text === "odd") return { a: 2, b: 1 };
  if (text === "even") return { a: 2, b: 0 };
  if (/^[+-]?\d+$/.test(text)) return { a: 0, b: Number(text) };
  const [, sign, digits, b = "0"] = /^([+-]?)(\d*)n(?:\s*([+-]\s*\d+))?$/.exec(text) ?? [];
  if (sign === undefined) return undefined;
  const a = digits === "" ? 1 : Number(digits);
  return { a: sign === "-" ? -a : a, b: Number(b.replace(/\s/g, "")) };
}

export function matchesPage(selector: PageSelector, page: PageKind): boolean {
  if (selector.name !== undefined && selector.name !== page.name) return false;
  if (selector.side !== undefined && selector.side !== page.side) return false;
  if (selector.blank && !page.blank) return false;
  const place = selector.name === undefined ? page.index : page.inRun;
  // A blank page opens nothing.
  if (selector.first && (place !== 0 || page.blank)) return false;
  return selector.nth === undefined || isNth(place + 1, selector.nth);
}

function isNth(place: number, { a, b }: { readonly a: number; readonly b: number }): boolean {
  if (a === 0) return place === b;
  const n = (place - b) / a;
  return n >= 0 && Number.isInteger(n);
}
