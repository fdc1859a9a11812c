/**
 * The stylesheet of the EPUB: the same rules, translated for reading systems by a fixed table.
 *
 * Comes in: a stylesheet. Goes out: CSS. What is for paper only is left out; so is what readers choose for themselves, and
 * what reading systems are known to mishandle.
 */
import { resolveVariables } from "./cascade.ts";
import type { Declaration, StyleRule, StyleSheet } from "./style-sheet.ts";
import { absolutePoints, splitValue } from "./values.ts";

/** On the page as a whole these are the reader's own choice. */
const READERS_CHOICE = new Set([
  "font-size",
  "line-height",
  "color",
  "background",
  "background-color",
  "margin",
  "padding",
]);

/** Paged media's, and those that reading systems mishandle. */
const LEFT_OUT = new Set([
  "page",
  "string-set",
  "bookmark-level",
  "bookmark-label",
  "float-reference",
  "footnote-policy",
  "hanging-punctuation",
  "initial-letter",
  "position",
  "break-before",
  "page-break-before",
]);

const HORIZONTAL = /^(margin|padding)-(left|right)$/;

/** The base that absolute lengths become em of, and the measure that side margins become percent of. */
interface Base {
  readonly size: number;
  readonly measure: number;
  readonly variables: ReadonlyMap<string, string>;
}

export function epubCss(sheet: StyleSheet): string {
  const base = baseOf(sheet);
  return sheet.rules.flatMap((rule) => translateRule(rule, base)).join("\n");
}

function baseOf(sheet: StyleSheet): Base {
  let size = 11;
  const variables = new Map<string, string>();
  for (const rule of sheet.rules) {
    if (rule.medium === "screen" || !/^(:root|html|body)$/.test(rule.selectorText)) continue;
    for (const { property, value } of rule.declarations) {
      if (property.startsWith("--")) variables.set(property, value);
      if (property === "font-size") size = absolutePoints(value) ?? size;
    }
  }
  const { width, marginInner, marginOuter } = sheet.page;
  return { size, measure: width - marginInner - marginOuter, variables };
}

function translateRule(rule: StyleRule, base: Base): string[] {
  if (rule.medium === "print") return [];
  const selectors = splitValue(rule.selectorText, ",").filter((s) => s !== "div" && s !== "span");
  const whole = selectors.length > 0 && selectors.every((s) => /^(html|body|:root)$/.test(s));
  const declarations = rule.declarations.flatMap((d) => translateDeclaration(d, whole, base));
  if (selectors.length === 0 || declarations.length === 0) return [];
  return [`${selectors.join(", ")} {\n${declarations.map((d) => `  ${d};\n`).join("")}}`];
}

function translateDeclaration(declaration: Declaration, whole: boolean, base: Base): string[] {
  const { property, important } = declaration;
  if (property.startsWith("--") || LEFT_OUT.has(property)) return [];
  if (whole && READERS_CHOICE.has(property)) return [];
  const value = resolveVariables(declaration.value, base.variables);
  const out =
    property === "break-inside" ? "page-break-inside" : property === "break-after" ? "page-break-after" : property;
  return [`${out}: ${translateValue(property, value, base)}${important ? " !important" : ""}`];
}

function translateValue(property: string, value: string, base: Base): string {
  if (property === "font-family") return value;
  const parts = splitValue(value, " ");
  const isBox = property === "margin" || property === "padding";
  return parts
    .map((part, i) => {
      const points = absolutePoints(part);
      if (points === undefined) return part;
      const horizontal = HORIZONTAL.test(property) || (isBox && isHorizontal(i, parts.length));
      return horizontal ? percent(points / base.measure) : `${round(points / base.size)}em`;
    })
    .join(" ");
}

/** Whether the nth part of a box shorthand is for the left or the right. */
function isHorizontal(index: number, count: number): boolean {
  return count > 1 && index % 2 === 1;
}

function percent(part: number): string {
  return `${round(part * 100)}%`;
}

function round(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
