/**
 * Selectors made from css-tree's nodes (Selectors 4).
 *
 * Comes in: a selector's syntax tree. Goes out: a `Selector`, or the part of it that the PDF does not understand.
 * It matches nothing.
 */
import type { CssNode } from "css-tree";
import parse from "css-tree/parser";
import type { AttributeTest, Compound, Pseudo, Selector } from "./style-sheet.ts";

/** What a selector asks for that the PDF does not have. */
export interface Unsupported {
  /** As written. */
  readonly unsupported: string;
}

/** Pseudo-classes that {@link readSelector} understands, for hints. */
export const PSEUDO_CLASSES = [
  ":first-child",
  ":last-child",
  ":nth-child()",
  ":not()",
  ":lang()",
  ":root",
] as const;

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
  for (const part of node.children.toArray()) {
    if (part.type === "Combinator") {
      const combinator = readCombinator(part.name);
      if (!combinator || !open) return { unsupported: part.name };
      compounds.push({ ...open, combinator });
      open = undefined;
      continue;
    }
    open ??= { name: "*", ids: [], classes: [], attributes: [], pseudos: [] };
    const failed = addSimple(open, part);
    if (failed !== undefined) return { unsupported: failed };
  }
  if (!open) return { unsupported: "a selector that ends with a combinator" };
  compounds.push({ ...open, combinator: undefined });
  return { compounds, specificity: compounds.reduce((sum, compound) => sum + weigh(compound), 0) };
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

function readPseudo(part: Extract<CssNode, { type: "PseudoClassSelector" }>): Pseudo | undefined {
  const children = part.children?.toArray() ?? [];
  const [child] = children;
  const name = part.name.toLowerCase();
  switch (name) {
    case "first-child":
    case "last-child":
    case "root":
      return part.children ? undefined : { kind: name };
    case "nth-child":
      if (child?.type !== "Nth" || child.selector) return undefined;
      if (child.nth.type === "AnPlusB") {
        return { kind: "nth-child", a: Number(child.nth.a ?? 0), b: Number(child.nth.b ?? 0) };
      }
      if (child.nth.type !== "Identifier") return undefined;
      return { kind: "nth-child", a: 2, b: child.nth.name.toLowerCase() === "odd" ? 1 : 0 };
    case "lang": {
      const languages = children.flatMap((c) =>
        c.type === "Identifier" ? [c.name] : c.type === "String" ? [c.value] : [],
      );
      return languages.length > 0 ? { kind: "lang", languages: languages.map((l) => l.toLowerCase()) } : undefined;
    }
    case "not": {
      if (child?.type !== "SelectorList") return undefined;
      const read = child.children.toArray().map(readSelector);
      const selectors = read.filter((s): s is Selector => !("unsupported" in s));
      return selectors.length === read.length ? { kind: "not", selectors } : undefined;
    }
    default:
      return undefined;
  }
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

/** `:not()` weighs as much as the heaviest selector in it. */
function weigh(compound: Compound): number {
  const pseudos = compound.pseudos.reduce(
    (sum, p) => sum + (p.kind === "not" ? Math.max(0, ...p.selectors.map((s) => s.specificity)) : CLASS),
    0,
  );
  const type = compound.name === "*" ? 0 : 1;
  return (
    compound.ids.length * ID + (compound.classes.length + compound.attributes.length) * CLASS + pseudos + type
  );
}
