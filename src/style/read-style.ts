/**
 * Reading a stylesheet.
 *
 * Comes in: CSS. Goes out: a `StyleSheet`, and a warning for everything in it that the PDF can't honour, once for each rule.
 * It applies no rule to anything.
 */
import type { Atrule, CssNode, Rule } from "css-tree";
import parse from "css-tree/parser";
import { type Diagnostic, diagnose, type Outcome, sortDiagnostics } from "../core/diagnostic.ts";
import { type SourceFile, spanAt } from "../core/span.ts";
import { checkDeclarations, findRootVariables } from "./check-declarations.ts";
import { checkPageRules } from "./check-page-rules.ts";
import { type CssFile, childrenOf, readDeclarations, sourceOf, spanOf } from "./css-source.ts";
import { explainAtRule, explainMarginBox, explainNesting, explainSelector } from "./explain-unsupported.ts";
import { readFontFace } from "./font-face.ts";
import { resolveImport } from "./import-rule.ts";
import { type MediaQuery, readMedia } from "./media-query.ts";
import { type MarginBoxRule, type PageRule, readMarginBoxName } from "./page-rule.ts";
import { readPageSelectors } from "./page-selector.ts";
import { readSelector, readSelectorText } from "./read-selector.ts";
import type { FontFace, StyleRule, StyleSheet, WrittenSelector } from "./style-sheet.ts";
import { meetsCondition } from "./supports-condition.ts";

/** The disk, as far as a stylesheet asks for it. Paths are absolute. */
export interface StyleFiles {
  /** A stylesheet that another imports; `shown` is what messages will call it. */
  readonly open: (path: string, shown: string) => SourceFile | undefined;
  readonly exists: (path: string) => boolean;
  /** Fleuron's own stylesheet, which others import as `fleuron`. */
  readonly own: string;
}

const NO_FILES: StyleFiles = { open: () => undefined, exists: () => false, own: "" };

/** What is gathered from a stylesheet and all that it imports. */
interface Gathered {
  readonly files: StyleFiles;
  readonly rules: StyleRule[];
  readonly pages: PageRule[];
  readonly fontFaces: FontFace[];
  readonly diagnostics: Diagnostic[];
}

/** One file being read. */
interface Reading extends Gathered, CssFile {
  /** Absolute paths: the file, before it the one that imports it, and so on. */
  readonly chain: readonly string[];
}

const EVERYWHERE: MediaQuery = { medium: "all" };

/** Reads the stylesheet at the absolute `path`; `shownPath` is what messages call it. */
export function readStyle(
  path: string,
  shownPath: string,
  text: string,
  files: StyleFiles = NO_FILES,
): Outcome<StyleSheet> {
  const gathered: Gathered = { files, rules: [], pages: [], fontFaces: [], diagnostics: [] };
  readText({ ...gathered, file: shownPath, text, chain: [path] }, EVERYWHERE);
  const { rules, pages, fontFaces } = gathered;
  const variables = findRootVariables(rules, "print");
  const declared = rules.flatMap((rule) => checkDeclarations(rule, variables));
  const paged = checkPageRules(pages, variables);
  const diagnostics = sortDiagnostics([...gathered.diagnostics, ...declared, ...paged]);
  return { value: { path, rules, fontFaces, pages }, diagnostics };
}

function readText(reading: Reading, query: MediaQuery): void {
  const tree = parse(reading.text, {
    positions: true,
    parseAtrulePrelude: false,
    onParseError: (error) => reading.diagnostics.push(explainSyntax(error, reading)),
  });
  if (tree.type !== "StyleSheet") return;
  let mayImport = true;
  for (const node of tree.children.toArray()) {
    if (node.type === "Atrule" && node.name.toLowerCase() === "import")
      readImport(node, query, reading, mayImport);
    else readNode(node, query, reading);
    mayImport &&=
      node.type === "Comment" || (node.type === "Atrule" && /^(charset|import|layer)$/i.test(node.name));
  }
}

/** Reads what an `@import` names; it is told where it stands after other rules, where CSS takes none. */
function readImport(node: Atrule, query: MediaQuery, reading: Reading, mayImport: boolean): void {
  const prelude = node.prelude ? sourceOf(node.prelude, reading) : "";
  const written = { prelude, span: spanOf(node, reading), shownSheet: reading.file, chain: reading.chain };
  const found = resolveImport(written, mayImport, reading.files);
  if ("code" in found) {
    reading.diagnostics.push(found);
    return;
  }
  const inner = found.media === "" ? { query, understood: true } : readMedia(found.media, query);
  if (!inner.understood) reading.diagnostics.push(explainAtRule("media", found.media, written.span));
  if (!inner.query) return;
  const { path: file, text } = found.source;
  readText({ ...reading, file, text, chain: [found.path, ...reading.chain] }, inner.query);
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
    case "namespace":
      return;
    case "font-face": {
      const declarations = readDeclarations(childrenOf(node), reading);
      const span = spanOf(node, reading, "@font-face".length);
      const { medium } = query;
      const [sheet = ""] = reading.chain;
      const face = readFontFace({ declarations, medium, sheet, span }, reading.files.exists);
      reading.diagnostics.push(...face.diagnostics);
      if (face.value) reading.fontFaces.push(face.value);
      return;
    }
    case "supports": {
      const inner = restrict(query, prelude);
      if (inner) for (const child of childrenOf(node)) readNode(child, inner, reading);
      return;
    }
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

/** What holds inside `@supports`: if the PDF does not have what is asked, the rules are for the EPUB alone. */
function restrict(query: MediaQuery, condition: string): MediaQuery | undefined {
  const meets = meetsCondition(condition, (text) => !("unsupported" in readSelectorText(text)));
  if (!meets && query.medium === "print") return undefined;
  const outer = query.supports === undefined ? "" : `(${query.supports}) and `;
  const supports = outer === "" ? condition : `${outer}(${condition})`;
  return { ...query, medium: meets ? query.medium : "screen", supports };
}

function readPageRule(
  node: Atrule,
  prelude: string,
  query: MediaQuery,
  reading: Reading,
  refuse: () => void,
): void {
  if (query.medium === "screen") return;
  const selectors = readPageSelectors(prelude);
  if (selectors.includes(undefined)) refuse();
  const boxes = childrenOf(node).flatMap((child): MarginBoxRule[] => {
    if (child.type !== "Atrule") return [];
    const name = readMarginBoxName(child.name);
    if (name) return [{ name, declarations: readDeclarations(childrenOf(child), reading) }];
    reading.diagnostics.push(explainMarginBox(child.name, spanOf(child, reading, child.name.length + 1)));
    return [];
  });
  const declarations = readDeclarations(childrenOf(node), reading);
  reading.pages.push({ selectors: selectors.filter((one) => one !== undefined), declarations, boxes });
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
