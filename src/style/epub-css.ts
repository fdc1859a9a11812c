/**
 * The EPUB's stylesheet: the same rules as the PDF's, translated by the table in `epub-table.ts`.
 *
 * Comes in: a stylesheet. Goes out: CSS without comments, custom properties or paged media. `@media print` is left out,
 * `@media screen` unwrapped. Bare `div` and `span` are not styled: reading systems wrap text in their own.
 */
import type { Element } from "../book/element.ts";
import { spanAt } from "../core/span.ts";
import { makeStyler, type StyledElement, type Styler } from "./cascade.ts";
import { isRootSelector } from "./check-declarations.ts";
import type { ComputedStyle } from "./computed-style.ts";
import { isBackground, type Proportions, translateDeclaration } from "./epub-table.ts";
import { measureOf } from "./page-box.ts";
import { plainSelectors } from "./plain-selectors.ts";
import { PROPERTIES } from "./properties.ts";
import { expandShorthand, type Longhand, RESET_BY_FONT } from "./shorthands.ts";
import type { StyleFields } from "./style-fields.ts";
import type { Compound, Declaration, StyleRule, StyleSheet, WrittenSelector } from "./style-sheet.ts";
import { substituteVariables } from "./values.ts";

/** The stylesheet of the EPUB's documents; ends with a newline unless it is empty. */
export function epubCss(sheet: StyleSheet): string {
  const styler = makeStyler(withPrintedBase(sheet), "en", "screen");
  const css = sheet.rules.flatMap((rule) => translateRule(rule, styler)).join("");
  return /\[epub\|/.test(css) ? `@namespace epub "http://www.idpf.org/2007/ops";\n${css}` : css;
}

const BASE = /^(font|font-size|line-height)$/;

/** The size of the printed text is what lengths are parts of, even if only `@media print` sets it. */
function withPrintedBase(sheet: StyleSheet): StyleSheet {
  const rules = sheet.rules.map((rule): StyleRule => {
    if (rule.medium === "all" || !rule.selectors.every(({ selector }) => isRootSelector(selector))) return rule;
    const isPrint = rule.medium === "print";
    const declarations = rule.declarations.filter((d) => BASE.test(d.property) === isPrint);
    return { ...rule, medium: "all", declarations };
  });
  return { ...sheet, rules };
}

function translateRule(rule: StyleRule, styler: Styler): string[] {
  if (rule.medium === "print") return [];
  const groups = groupSelectors(rule.selectors, rule.declarations, styler);
  const written = groups.map(([body, selectors]) => `${selectors.join(",\n")} {\n${body}}\n`);
  if (written.length === 0) return [];
  const wrappers = [
    ...(rule.supports === undefined ? [] : [`@supports ${rule.supports}`]),
    ...(rule.condition === undefined ? [] : [`@media ${rule.condition}`]),
  ];
  return wrappers.reduce((inner, head) => [`${head} {\n${inner.join("")}}\n`], written);
}

/** Selectors for which the declarations come out the same stay one rule. */
function groupSelectors(
  selectors: readonly WrittenSelector[],
  declarations: readonly Declaration[],
  styler: Styler,
): [body: string, selectors: string[]][] {
  const groups = new Map<string, [body: string, selectors: string[]]>();
  for (const written of selectors) {
    if (isBareWrapper(written)) continue;
    const texts = plainSelectors(textOf(written));
    const body = translateBody(written, declarations, styler);
    if (body === "") continue;
    for (const text of texts) {
      // A reader that does not know one selector of a list drops the whole rule.
      const key = mayBeUnknown(text, written) ? `${text}${body}` : body;
      const group = groups.get(key);
      if (group) group[1].push(text);
      else groups.set(key, [body, [text]]);
    }
  }
  return [...groups.values()];
}

/** Selectors that came into use after old reading systems. */
function mayBeUnknown(text: string, { selector }: WrittenSelector): boolean {
  return selector === undefined || /::marker|\bof\b/i.test(text);
}

/** The parts of a note are elements in the e-book (`note-places.ts`). */
function textOf({ text, selector }: WrittenSelector): string {
  switch (selector?.pseudoElement) {
    case "footnote-call":
      return ".noteref";
    case "footnote-marker":
      return `${text.replace(/\*?::footnote-marker$/i, "")} .backlink`.trim();
    default:
      return text;
  }
}

function isBareWrapper({ selector }: WrittenSelector): boolean {
  const last = selector?.compounds.at(-1);
  if (last?.name !== "div" && last?.name !== "span") return false;
  const { ids, classes, attributes, pseudos } = last;
  return !selector?.pseudoElement && ids.length + classes.length + attributes.length + pseudos.length === 0;
}

function translateBody(written: WrittenSelector, declarations: readonly Declaration[], styler: Styler): string {
  const subject = imagineSubject(written, styler);
  const longhands = declarations.flatMap((declaration) => {
    const value = substituteVariables(declaration.value, subject.variables);
    if (value === undefined) return [];
    const all = declaration.property === "font" ? partsOfFont(value) : [[declaration.property, value] as const];
    return all.map(([property, text]) => ({ property, value: text, important: declaration.important }));
  });
  const proportions = proportionsOf(subject, longhands, styler);
  const hasBackground = longhands.some(({ property }) => isBackground(property));
  const { pseudoElement } = written.selector ?? {};
  const around = { isPage: subject.isPage, ...(pseudoElement && { pseudoElement }), hasBackground, proportions };
  return longhands
    .flatMap(({ property, value, important }) =>
      translateDeclaration({ property, value, ...around }).map(
        ([name, text]) => `  ${name}: ${text}${important ? " !important" : ""};\n`,
      ),
    )
    .join("");
}

/** Without what `font-variant`, which is among them, sets back anyway. */
function partsOfFont(value: string): readonly Longhand[] {
  return (expandShorthand("font", value) ?? []).filter(([name]) => !RESET_BY_FONT.includes(name));
}

/** What a rule is about, as the cascade sees it. */
interface Subject {
  /** True for `html` and `body`. */
  readonly isPage: boolean;
  readonly style: ComputedStyle;
  readonly parent: Readonly<StyleFields>;
  readonly variables: ReadonlyMap<string, string>;
}

function imagineSubject(written: WrittenSelector, styler: Styler): Subject {
  const element = imagineElement(written, styler);
  const { variables, fields } = element.inheritance;
  const part = written.selector?.pseudoElement;
  if (part)
    return { isPage: false, style: styler.stylePart(part, element) ?? element.style, parent: fields, variables };
  const isPage = element.element.name === "html" || element.element.name === "body";
  const parent = element.parent?.inheritance.fields ?? styler.body.inheritance.fields;
  return { isPage, style: element.style, parent, variables };
}

/** Sizes by the cascade, but a size that the rule itself sets counts whatever else would win. */
function proportionsOf(
  subject: Subject,
  longhands: readonly { readonly property: string; readonly value: string }[],
  styler: Styler,
): Proportions {
  const { parent } = subject;
  const { page, body } = styler;
  const rootSize = (body.parent ?? body).style.fontSize;
  const measure = measureOf(page);
  let { fontSize, lineHeight } = subject.style;
  const read = (name: string, value: string): Partial<StyleFields> | undefined =>
    PROPERTIES.get(name)?.read(value, { parent, fontSize, lineHeight, rootSize, measure, paper: page });
  for (const { property, value } of longhands) {
    if (property === "font-size") fontSize = read(property, value)?.fontSize ?? fontSize;
  }
  for (const { property, value } of longhands) {
    if (property === "line-height") lineHeight = read(property, value)?.lineHeight ?? lineHeight;
  }
  return { parentSize: parent.fontSize, size: fontSize, lineHeight, rootSize, measure };
}

/** An element as the selector describes it, in a body of its own: what its relative lengths would be relative to. */
function imagineElement({ selector }: WrittenSelector, styler: Styler): StyledElement {
  const { body } = styler;
  let at = body;
  for (const compound of selector?.compounds ?? []) {
    const isRoot = compound.name === "html" || compound.pseudos.some((pseudo) => pseudo.kind === "root");
    if (isRoot) at = body.parent ?? body;
    else if (compound.name === "body") at = body;
    else if (compound.combinator === " " || compound.combinator === ">" || compound.combinator === undefined) {
      const from = at.element.name === "html" ? body : at;
      at = styler.style([BYSTANDER, makeElement(compound), BYSTANDER], 1, from);
    }
  }
  return selector ? at : styler.style([BYSTANDER, BYSTANDER, BYSTANDER], 1, body);
}

/** Keeps an imagined element from being a first or last child. */
const BYSTANDER: Element = {
  kind: "element",
  name: "x-bystander",
  classes: [],
  attributes: {},
  children: [],
  span: spanAt("", 1),
};

function makeElement(compound: Compound): Element {
  const [id] = compound.ids;
  return {
    kind: "element",
    name: compound.name === "*" ? "x-any" : compound.name,
    classes: compound.classes,
    ...(id === undefined ? {} : { id }),
    attributes: Object.fromEntries(compound.attributes.map(({ name, value }) => [name, value])),
    children: [],
    span: spanAt("", 1),
  };
}
