/**
 * Reading a stylesheet.
 *
 * Comes in: CSS. Goes out: a `StyleSheet`, and a warning for everything in it that the PDF can't honour. It applies no rule to
 * anything.
 */
import { type Atrule, type CssNode, generate, parse, type Rule } from "css-tree";
import { type Diagnostic, type DiagnosticCode, diagnose, type Outcome } from "../core/diagnostic.ts";
import { type Span, spanAt } from "../core/span.ts";
import { DEFAULT_PAGE, readPage } from "./page-rule.ts";
import { INITIAL, PROPERTIES } from "./properties.ts";
import { readSelector } from "./selectors.ts";
import type { Declaration, Medium, Selector, StyleRule, StyleSheet } from "./style-sheet.ts";

interface Reading {
  readonly file: string;
  readonly rules: StyleRule[];
  readonly diagnostics: Diagnostic[];
  page: StyleSheet["page"];
}

/** Reads CSS; `file` is what messages call it. */
export function readStyle(file: string, text: string): Outcome<StyleSheet> {
  const reading: Reading = { file, rules: [], diagnostics: [], page: DEFAULT_PAGE };
  const tree = parse(text, {
    positions: true,
    onParseError: (error) => {
      const { line, column } = error as unknown as { line: number; column: number };
      const span = spanAt(file, line, column);
      reading.diagnostics.push(
        diagnose("style/syntax", span, `This is not CSS: ${error.message}.`, "The rule is left out."),
      );
    },
  });
  if (tree.type === "StyleSheet") for (const node of tree.children.toArray()) readNode(node, "all", reading);
  return { value: { rules: reading.rules, page: reading.page }, diagnostics: reading.diagnostics };
}

function readNode(node: CssNode, medium: Medium, reading: Reading): void {
  if (node.type === "Rule") readRule(node, medium, reading);
  else if (node.type === "Atrule") readAtRule(node, medium, reading);
}

function readAtRule(node: Atrule, medium: Medium, reading: Reading): void {
  const prelude = node.prelude ? generate(node.prelude).trim() : "";
  if (node.name === "media" && /^(print|screen|all)$/.test(prelude)) {
    const inner: Medium = prelude === "all" ? medium : (prelude as Medium);
    for (const child of node.block?.children.toArray() ?? []) readNode(child, inner, reading);
    return;
  }
  if (node.name === "page" && prelude === "" && node.block) {
    const declarations = node.block.children.toArray().flatMap((child) => {
      if (child.type === "Declaration") return [readDeclaration(child, reading.file)];
      if (child.type === "Atrule") {
        warn(
          reading,
          "style/unsupported-at-rule",
          child,
          `@${child.name}`,
          "The folio stands at the foot of the page.",
        );
      }
      return [];
    });
    const { value, unread } = readPage(declarations, reading.page);
    reading.page = value;
    for (const bad of unread) warnDeclaration(reading, bad);
    return;
  }
  if (medium === "screen" || node.name === "charset") return;
  const hint = "At-rules that the PDF understands: @page with size and margins, @media print, @media screen.";
  warn(reading, "style/unsupported-at-rule", node, `@${node.name} ${prelude}`.trim(), hint);
}

function readRule(node: Rule, medium: Medium, reading: Reading): void {
  const selectors: Selector[] = [];
  if (node.prelude.type === "SelectorList") {
    for (const part of node.prelude.children.toArray()) {
      const selector = readSelector(part);
      if (!("unsupported" in selector)) selectors.push(selector);
      else if (medium !== "screen") {
        const hint = "The PDF selects by element, class, id, attribute, and by place among parents and siblings.";
        warn(reading, "style/unsupported-selector", part, selector.unsupported, hint);
      }
    }
  }
  const declarations = node.block.children
    .toArray()
    .flatMap((child) => (child.type === "Declaration" ? [readDeclaration(child, reading.file)] : []));
  if (medium !== "screen" && selectors.length > 0) {
    for (const declaration of declarations) if (!isUnderstood(declaration)) warnDeclaration(reading, declaration);
  }
  reading.rules.push({ medium, selectorText: generate(node.prelude), selectors, declarations });
}

function readDeclaration(node: Extract<CssNode, { type: "Declaration" }>, file: string): Declaration {
  const { property, important } = node;
  return {
    property: property.startsWith("--") ? property : property.toLowerCase(),
    value: generate(node.value).trim(),
    important: important !== false,
    span: spanOf(node, file),
  };
}

function spanOf(node: CssNode, file: string): Span {
  const { start, end } = node.loc ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
  return spanAt(
    file,
    start.line,
    start.column,
    start.line === end.line ? Math.max(1, end.column - start.column) : 1,
  );
}

const KEYWORDS = new Set(["inherit", "initial", "unset"]);

function isUnderstood({ property, value }: Declaration): boolean {
  if (property.startsWith("--")) return true;
  const read = PROPERTIES[property];
  if (!read) return false;
  if (KEYWORDS.has(value) || value.includes("var(")) return true;
  return read(value, { parent: INITIAL, fontSize: 11, lineHeight: 14, rootSize: 11, measure: 300 }) !== undefined;
}

function warnDeclaration(reading: Reading, { property, value, span }: Declaration): void {
  const known = PROPERTIES[property] !== undefined || property === "size" || property.startsWith("margin");
  const code = known ? "style/unsupported-value" : "style/unsupported-property";
  const hint = known
    ? `The PDF knows ${property}, but not this value of it.`
    : "The PDF leaves it out; to keep it for the EPUB without this message, put it in @media screen { }.";
  reading.diagnostics.push(diagnose(code, span, `The PDF does not support “${property}: ${value}”.`, hint));
}

function warn(reading: Reading, code: DiagnosticCode, node: CssNode, what: string, hint: string): void {
  reading.diagnostics.push(
    diagnose(code, spanOf(node, reading.file), `The PDF does not support “${what}”.`, hint),
  );
}
