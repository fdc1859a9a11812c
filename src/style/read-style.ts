/**
 * Reading a stylesheet.
 *
 * Comes in: CSS. Goes out: a `StyleSheet`, and a warning for everything in it that the PDF can't honour, once for each rule.
 * It applies no rule to anything.
 */
import type { Atrule, CssNode, Rule } from "css-tree";
import parse from "css-tree/parser";
import { type Diagnostic, diagnose, type Outcome, sortDiagnostics } from "../core/diagnostic.ts";
import { type Span, spanAt } from "../core/span.ts";
import { checkDeclarations, findRootVariables } from "./check-declarations.ts";
import {
  explainAtRule,
  explainNesting,
  explainProperty,
  explainSelector,
  explainValue,
} from "./explain-unsupported.ts";
import { type MediaQuery, readMedia } from "./media-query.ts";
import { type PageRule, readPage } from "./page-rule.ts";
import { readSelector } from "./read-selector.ts";
import type { Declaration, StyleRule, StyleSheet, WrittenSelector } from "./style-sheet.ts";
import { substituteVariables } from "./values.ts";

interface Reading {
  readonly file: string;
  readonly text: string;
  readonly rules: StyleRule[];
  readonly pages: PageRule[];
  readonly diagnostics: Diagnostic[];
}

const EVERYWHERE: MediaQuery = { medium: "all" };

/** Reads the stylesheet at the absolute `path`; `shownPath` is what messages call it. */
export function readStyle(path: string, shownPath: string, text: string): Outcome<StyleSheet> {
  const reading: Reading = { file: shownPath, text, rules: [], pages: [], diagnostics: [] };
  const tree = parse(text, {
    positions: true,
    parseAtrulePrelude: false,
    onParseError: (error) => reading.diagnostics.push(explainSyntax(error, reading)),
  });
  if (tree.type === "StyleSheet") for (const node of tree.children.toArray()) readNode(node, EVERYWHERE, reading);
  const variables = findRootVariables(reading.rules, "print");
  const declared = reading.rules.flatMap((rule) => checkDeclarations(rule, variables));
  const page = readPage(reading.pages.map((rule) => substituteIn(rule, variables)));
  for (const { declaration, known, hint } of page.refused) {
    const { code, message, severity, span } = known ? explainValue(declaration) : explainProperty(declaration);
    reading.diagnostics.push({ code, severity, ...(span ? { span } : {}), message, hints: [hint] });
  }
  const diagnostics = sortDiagnostics([...reading.diagnostics, ...declared]);
  return { value: { path, rules: reading.rules, page: page.value }, diagnostics };
}

function substituteIn(rule: PageRule, variables: ReadonlyMap<string, string>): PageRule {
  const declarations = rule.declarations.map((d) => ({
    ...d,
    value: substituteVariables(d.value, variables) ?? d.value,
  }));
  return { side: rule.side, declarations };
}

/** css-tree's errors carry their place, which its types leave out. */
function explainSyntax(error: Error, reading: Reading): Diagnostic {
  const place = error as Error & { readonly line?: number; readonly column?: number };
  const span = spanAt(reading.file, place.line ?? 1, place.column ?? 1);
  const what = `${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}`;
  return diagnose(
    "style/syntax",
    span,
    `This is not CSS: ${what}. What it belongs to is left out of both books.`,
    "Look here and just before for a missing semicolon, colon, brace or quotation mark.",
  );
}

function readNode(node: CssNode, query: MediaQuery, reading: Reading): void {
  if (node.type === "Rule") readRule(node, query, reading);
  else if (node.type === "Atrule") readAtRule(node, query, reading);
}

function readAtRule(node: Atrule, query: MediaQuery, reading: Reading): void {
  const name = node.name.toLowerCase();
  const prelude = node.prelude ? sourceOf(node.prelude, reading) : "";
  const refuse = (): void => {
    const span = spanOf(node, reading, 1 + `${node.name} ${prelude}`.trimEnd().length);
    reading.diagnostics.push(explainAtRule(name, prelude, span));
  };
  switch (name) {
    case "charset":
      return;
    case "page":
      return readPageRule(node, prelude, query, reading, refuse);
    case "media": {
      const inner = readMedia(prelude, query);
      if (!inner.understood) refuse();
      if (inner.query) for (const child of childrenOf(node)) readNode(child, inner.query, reading);
      return;
    }
    default:
      if (query.medium !== "screen") refuse();
  }
}

function readPageRule(
  node: Atrule,
  prelude: string,
  query: MediaQuery,
  reading: Reading,
  refuse: () => void,
): void {
  if (query.medium === "screen") return;
  const side = prelude === "" ? "both" : prelude === ":left" ? "left" : prelude === ":right" ? "right" : undefined;
  if (side === undefined) return refuse();
  reading.pages.push({ side, declarations: readDeclarations(childrenOf(node), reading) });
  for (const child of childrenOf(node)) {
    if (child.type !== "Atrule") continue;
    const span = spanOf(child, reading, child.name.length + 1);
    reading.diagnostics.push(explainAtRule(child.name.toLowerCase(), "", span));
  }
}

function readRule(node: Rule, query: MediaQuery, reading: Reading): void {
  if (node.prelude.type !== "SelectorList") return;
  const selectors: WrittenSelector[] = [];
  const told = new Set<string>();
  for (const part of node.prelude.children.toArray()) {
    const text = sourceOf(part, reading);
    const selector = readSelector(part);
    if (!("unsupported" in selector)) {
      selectors.push({ text, selector });
      continue;
    }
    selectors.push({ text });
    if (query.medium === "screen" || told.has(selector.unsupported)) continue;
    told.add(selector.unsupported);
    reading.diagnostics.push(explainSelector(selector.unsupported, spanOf(part, reading)));
  }
  const children = node.block.children.toArray();
  for (const child of children) {
    if (child.type === "Rule") {
      const prelude = sourceOf(child.prelude, reading);
      reading.diagnostics.push(explainNesting(prelude, spanOf(child.prelude, reading)));
    } else if (child.type === "Atrule") {
      reading.diagnostics.push(explainNesting(`@${child.name}`, spanOf(child, reading, child.name.length + 1)));
    }
  }
  reading.rules.push({ ...query, selectors, declarations: readDeclarations(children, reading) });
}

function readDeclarations(nodes: readonly CssNode[], reading: Reading): Declaration[] {
  return nodes.flatMap((node) => {
    if (node.type !== "Declaration") return [];
    const isCustom = node.property.startsWith("--");
    if (node.value.type === "Raw" && !isCustom) return [];
    const value = sourceOf(node.value, reading).replace(/\s*!\s*important$/i, "");
    const property = isCustom ? node.property : node.property.toLowerCase();
    return [{ property, value, important: node.important !== false, span: spanOf(node, reading) }];
  });
}

function childrenOf(node: Atrule): readonly CssNode[] {
  return node.block?.children.toArray() ?? [];
}

/** The node as written: no comments, white space folded outside quotation marks. */
function sourceOf(node: CssNode, { text }: Reading): string {
  const { loc } = node;
  if (!loc) return "";
  const written = text.slice(loc.start.offset, loc.end.offset);
  return written
    .replace(
      /("(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*')|\/\*[\s\S]*?(?:\*\/|$)|\s+/g,
      (_, quoted?: string) => quoted ?? " ",
    )
    .replace(/^ +| +$/g, "");
}

/** The node's first line, or its first `length` characters. */
function spanOf(node: CssNode, { file, text }: Reading, length?: number): Span {
  const { loc } = node;
  if (!loc) return spanAt(file, 1);
  const lineEnd = text.indexOf("\n", loc.start.offset);
  const end = Math.min(loc.end.offset, lineEnd < 0 ? text.length : lineEnd);
  const whole = Math.max(1, end - loc.start.offset);
  return spanAt(file, loc.start.line, loc.start.column, Math.min(whole, length ?? whole));
}
