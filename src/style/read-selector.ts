/**
 * Selectors made from css-tree's nodes (Selectors 4).
 *
 * Comes in: a selector's syntax tree. Goes out: a `Selector`, or the part of it that the PDF does not understand.
 * It matches nothing.
 */
import type { CssNode } from "css-tree";
import parse from "css-tree/parser";
import type { AttributeTest, Compound, Pseudo, PseudoElement, Selector } from "./style-sheet.ts";

/** What a selector asks for that the PDF does not have. */
export interface Unsupported {
  /** As written. */
  readonly unsupported: string;
}

/** Pseudo-classes that {@link readSelector} understands, for hints. */
export const PSEUDO_CLASSES = [
  ":first-child",
  ":last-child",
  ":only-child",
  ":nth-child()",
  ":nth-last-child()",
  ":first-of-type",
  ":last-of-type",
  ":only-of-type",
  ":nth-of-type()",
  ":nth-last-of-type()",
  ":not()",
  ":is()",
  ":where()",
  ":lang()",
  ":empty",
  ":root",
  ":link",
] as const;

/** Pseudo-elements that {@link readSelector} understands; the first four may have one colon. */
export const PSEUDO_ELEMENTS = [
  "before",
  "after",
  "first-letter",
  "first-line",
  "marker",
  "footnote-call",
  "footnote-marker",
] as const satisfies readonly PseudoElement[];

const ONE_COLON = /^(before|after|first-letter|first-line)$/;

/** Paper has no pointer, no focus and no history. */
const NEVER = /^(hover|active|focus|focus-visible|focus-within|visited|target)$/;

const OPERATORS: readonly string[] = ["", "=", "~=", "|=", "^=", "$=", "*="] satisfies AttributeTest["operator"][];

type OpenCompound = {
  name: string;
  readonly ids: string[];
  readonly classes: string[];
  readonly attributes: AttributeTest[];
  readonly pseudos: Pseudo[];
};

/** Reads one complex selector from its text. */
export function readSelectorText(text: string): Selector | Unsupported {
  let failed = false;
  const node = parse(text.trim(), {
    context: "selector",
    onParseError: () => {
      failed = true;
    },
  });
  return failed ? { unsupported: text } : readSelector(node);
}

/** Reads one complex selector; a relative one (`> p`) is not understood. */
export function readSelector(node: CssNode): Selector | Unsupported {
  if (node.type !== "Selector") return { unsupported: node.type };
  const compounds: Compound[] = [];
  let open: OpenCompound | undefined;
  let pseudoElement: PseudoElement | undefined;
  for (const part of node.children.toArray()) {
    if (pseudoElement) return { unsupported: `::${pseudoElement} before the end` };
    if (part.type === "Combinator") {
      const combinator = readCombinator(part.name);
      if (!combinator || !open) return { unsupported: part.name };
      compounds.push({ ...open, combinator });
      open = undefined;
      continue;
    }
    open ??= { name: "*", ids: [], classes: [], attributes: [], pseudos: [] };
    pseudoElement = readPseudoElement(part);
    const failed = pseudoElement ? undefined : addSimple(open, part);
    if (failed !== undefined) return { unsupported: failed };
  }
  if (!open) return { unsupported: "a selector that ends with a combinator" };
  compounds.push({ ...open, combinator: undefined });
  const specificity = compounds.reduce((sum, compound) => sum + weigh(compound), pseudoElement ? 1 : 0);
  return { compounds, ...(pseudoElement && { pseudoElement }), specificity };
}

function readPseudoElement(part: CssNode): PseudoElement | undefined {
  const isClass = part.type === "PseudoClassSelector";
  if ((!isClass && part.type !== "PseudoElementSelector") || part.children) return undefined;
  const name = part.name.toLowerCase();
  if (isClass && !ONE_COLON.test(name)) return undefined;
  return PSEUDO_ELEMENTS.find((known) => known === name);
}

function readCombinator(name: string): Compound["combinator"] {
  if (name.trim() === "") return " ";
  return name === ">" || name === "+" || name === "~" ? name : undefined;
}

/** Adds one simple selector; gives its text if it is not understood. */
function addSimple(to: OpenCompound, part: CssNode): string | undefined {
  switch (part.type) {
    case "TypeSelector":
      to.name = decodeName(part.name).toLowerCase();
      return part.name.includes("|") ? part.name : undefined;
    case "IdSelector":
      to.ids.push(decodeName(part.name));
      return undefined;
    case "ClassSelector":
      to.classes.push(decodeName(part.name));
      return undefined;
    case "AttributeSelector": {
      const test = readAttribute(part);
      if (!test) return `[${part.name.name}${part.matcher ?? ""}…]`;
      to.attributes.push(test);
      return undefined;
    }
    case "PseudoClassSelector": {
      const pseudo = readPseudo(part);
      if (!pseudo) return `:${part.name}${part.children ? "()" : ""}`;
      to.pseudos.push(pseudo);
      return undefined;
    }
    case "PseudoElementSelector":
      return `::${part.name}`;
    case "NestingSelector":
      return "&";
    default:
      return part.type;
  }
}

function readAttribute(part: Extract<CssNode, { type: "AttributeSelector" }>): AttributeTest | undefined {
  const operator = part.matcher ?? "";
  const value = part.value?.type === "String" ? part.value.value : decodeName(part.value?.name ?? "");
  const name = decodeName(part.name.name).replace("|", ":").toLowerCase();
  if (!isOperator(operator)) return undefined;
  return { name, operator, value, anyCase: String(part.flags ?? "").toLowerCase() === "i" };
}

function isOperator(text: string): text is AttributeTest["operator"] {
  return OPERATORS.includes(text);
}

type PseudoClass = Extract<CssNode, { type: "PseudoClassSelector" }>;

function readPseudo(part: PseudoClass): Pseudo | undefined {
  const children = part.children?.toArray() ?? [];
  const name = part.name.toLowerCase();
  const place = /^(first|last|nth|nth-last)-(child|of-type)$/.exec(name);
  if (place) return readNth(part, place[1] ?? "", place[2] === "of-type");
  switch (name) {
    case "root":
    case "empty":
      return part.children ? undefined : { kind: name };
    case "only-child":
      return part.children ? undefined : { kind: "only", among: "all" };
    case "only-of-type":
      return part.children ? undefined : { kind: "only", among: "type" };
    case "link":
    case "any-link":
      return part.children ? undefined : { kind: "link" };
    case "lang": {
      const languages = children.flatMap((c) =>
        c.type === "Identifier" ? [c.name] : c.type === "String" ? [c.value] : [],
      );
      return languages.length > 0 ? { kind: "lang", languages: languages.map((l) => l.toLowerCase()) } : undefined;
    }
    case "not":
    case "is":
    case "where":
    case "matches": {
      const selectors = readList(children[0]);
      return selectors && { kind: name === "matches" ? "is" : name, selectors };
    }
    default:
      return NEVER.test(name) && !part.children ? { kind: "never" } : undefined;
  }
}

/** Selectors inside a pseudo-class; pseudo-elements have no place there. */
function readList(node: CssNode | null | undefined): readonly Selector[] | undefined {
  if (node?.type !== "SelectorList") return undefined;
  const read = node.children.toArray().map(readSelector);
  const selectors = read.filter((s): s is Selector => !("unsupported" in s) && s.pseudoElement === undefined);
  return selectors.length === read.length ? selectors : undefined;
}

function readNth(part: PseudoClass, word: string, ofType: boolean): Pseudo | undefined {
  const fromEnd = word.endsWith("last");
  const among = ofType ? "type" : "all";
  if (!word.startsWith("nth")) return part.children ? undefined : { kind: "nth", a: 0, b: 1, fromEnd, among };
  const [child] = part.children?.toArray() ?? [];
  if (child?.type !== "Nth") return undefined;
  const selectors = child.selector ? readList(child.selector) : among;
  if (!selectors || (child.selector && ofType)) return undefined;
  const { nth } = child;
  if (nth.type === "AnPlusB") {
    return { kind: "nth", a: Number(nth.a ?? 0), b: Number(nth.b ?? 0), fromEnd, among: selectors };
  }
  if (nth.type !== "Identifier") return undefined;
  const b = nth.name.toLowerCase() === "odd" ? 1 : 0;
  return { kind: "nth", a: 2, b, fromEnd, among: selectors };
}

/** CSS Syntax 3, clause 4.3.7. */
function decodeName(name: string): string {
  if (!name.includes("\\")) return name;
  return name.replace(
    /\\(?:([0-9a-f]{1,6})\s?|([\s\S]))/gi,
    (_, hex: string | undefined, char: string | undefined) =>
      hex === undefined
        ? (char ?? "")
        : String.fromCodePoint(Math.min(Number.parseInt(hex, 16) || 0xfffd, 0x10ffff)),
  );
}

const ID = 1_000_000;
const CLASS = 1_000;

function weigh(compound: Compound): number {
  const pseudos = compound.pseudos.reduce((sum, pseudo) => sum + weighPseudo(pseudo), 0);
  const type = compound.name === "*" ? 0 : 1;
  return (
    compound.ids.length * ID + (compound.classes.length + compound.attributes.length) * CLASS + pseudos + type
  );
}

/** `:not()` and `:is()` weigh as much as the heaviest selector in them, `:where()` nothing. */
function weighPseudo(pseudo: Pseudo): number {
  const heaviest = (selectors: readonly Selector[]): number =>
    Math.max(0, ...selectors.map((selector) => selector.specificity));
  switch (pseudo.kind) {
    case "where":
      return 0;
    case "is":
    case "not":
      return heaviest(pseudo.selectors);
    case "nth":
      return CLASS + (typeof pseudo.among === "string" ? 0 : heaviest(pseudo.among));
    default:
      return CLASS;
  }
}
