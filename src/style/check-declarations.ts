/**
 * Whether the PDF can honour a rule's declarations.
 *
 * Comes in: a rule and the custom properties of the whole book. Goes out: a warning for each property of the rule that it
 * can't. The rule itself stays as it is: the EPUB may understand more.
 */
import type { Diagnostic } from "../core/diagnostic.ts";
import { readLonghand } from "./apply-declarations.ts";
import { checkPlacement } from "./check-placement.ts";
import { parseContent } from "./content.ts";
import {
  explainAddress,
  explainPageColour,
  explainPageContent,
  explainProperty,
  explainValue,
  explainVariable,
} from "./explain-unsupported.ts";
import { PROPERTIES } from "./properties.ts";
import type { ValueContext } from "./property.ts";
import { expandShorthand, SHORTHANDS } from "./shorthands.ts";
import { INITIAL } from "./style-fields.ts";
import type { Declaration, Medium, Selector, StyleRule } from "./style-sheet.ts";
import { substituteVariables, variablesNeeded } from "./values.ts";

/** Any context will do to see whether a value is understood. */
const SAMPLE: ValueContext = {
  parent: INITIAL,
  fontSize: INITIAL.fontSize,
  lineHeight: INITIAL.lineHeight,
  rootSize: INITIAL.fontSize,
  measure: 306,
  paper: { width: 432, height: 648 },
};

/** One warning a property at most. */
export function checkDeclarations(rule: StyleRule, variables: ReadonlyMap<string, string>): Diagnostic[] {
  const addresses = rule.declarations.filter((d) => /\burl\(/i.test(d.value)).map(explainAddress);
  if (rule.medium === "screen" || !rule.selectors.some((s) => s.selector)) return addresses;
  const own = new Map(
    rule.declarations.filter((d) => d.property.startsWith("--")).map((d) => [d.property, d.value]),
  );
  const known = new Map([...variables, ...own]);
  const told = new Set<string>();
  const found = rule.declarations.flatMap((declaration) => {
    if (told.has(declaration.property) || /\burl\(/i.test(declaration.value)) return [];
    if (isForAnother(declaration.property, rule)) return [];
    const diagnostic = coloursPage(declaration, rule)
      ? explainPageColour(declaration)
      : (checkDeclaration(declaration, known) ?? checkPlacement(declaration, rule));
    if (!diagnostic) return [];
    told.add(declaration.property);
    return [diagnostic];
  });
  return [...addresses, ...found];
}

const WHITE = /^(white|#fff|#ffffff|transparent|none|initial|unset)$/i;

/** Neither book colours its pages. */
function coloursPage({ property, value }: Declaration, rule: StyleRule): boolean {
  if (!/^background(-color)?$/.test(property) || WHITE.test(value)) return false;
  return rule.selectors.some(({ selector }) => isRootSelector(selector));
}

/** A browser's own name for a property that the rule sets by its common name too, or that the PDF has nothing like. */
function isForAnother(property: string, rule: StyleRule): boolean {
  const name = /^-(?:webkit|moz|ms|o|khtml|epub|apple|ibooks|amzn)-(.+)$/.exec(property)?.[1];
  if (name === undefined) return false;
  const isKnown = PROPERTIES.has(name) || SHORTHANDS.has(name);
  return !isKnown || rule.declarations.some((d) => d.property === name);
}

/** What is wrong with one declaration of an element, if anything is. */
export function checkDeclaration(
  declaration: Declaration,
  variables: ReadonlyMap<string, string>,
): Diagnostic | undefined {
  const { property, value, span } = declaration;
  if (property.startsWith("--")) return undefined;
  if (!PROPERTIES.has(property) && !SHORTHANDS.has(property)) return explainProperty(declaration);
  const missing = variablesNeeded(value).find((name) => !variables.has(name));
  if (missing !== undefined) return explainVariable(missing, span);
  const resolved = substituteVariables(value, variables);
  const longhands = resolved === undefined ? undefined : expandShorthand(property, resolved);
  const understood = longhands?.every(([name, text]) => readLonghand(name, text, SAMPLE) !== undefined);
  if (!understood) return explainValue(declaration);
  return property === "content" && resolved !== undefined ? checkContent(resolved, declaration) : undefined;
}

/** What a list may hold that only a page can answer. */
function checkContent(value: string, declaration: Declaration): Diagnostic | undefined {
  const content = parseContent(value);
  if (content === undefined || typeof content === "string") return undefined;
  const isOfPages = content.some(
    (part) => part.kind === "string" || (part.kind === "counter" && /^pages?$/.test(part.name)),
  );
  return isOfPages ? explainPageContent(declaration) : undefined;
}

/** Whether the PDF understands a declaration; any custom property, since that is only a name. */
export function supportsDeclaration(property: string, value: string): boolean {
  if (property.startsWith("--")) return true;
  const name = property.toLowerCase();
  if (!PROPERTIES.has(name) && !SHORTHANDS.has(name)) return false;
  const longhands = expandShorthand(name, value);
  return longhands?.every(([longhand, text]) => readLonghand(longhand, text, SAMPLE) !== undefined) ?? false;
}

/** Whether the selector stands for the book as a whole. */
export function isRootSelector(selector: Selector | undefined): boolean {
  const [compound, ...more] = selector?.compounds ?? [];
  if (!compound || more.length > 0) return false;
  return /^(html|body)$/.test(compound.name) || compound.pseudos.some((pseudo) => pseudo.kind === "root");
}

/** The custom properties of `:root`, `html` and `body`, as the last rule sets them. */
export function findRootVariables(
  rules: readonly StyleRule[],
  medium: Exclude<Medium, "all">,
): ReadonlyMap<string, string> {
  const variables = new Map<string, string>();
  for (const rule of rules) {
    if (rule.medium !== "all" && rule.medium !== medium) continue;
    if (!rule.selectors.some(({ selector }) => isRootSelector(selector))) continue;
    for (const { property, value } of rule.declarations)
      if (property.startsWith("--")) variables.set(property, value);
  }
  return variables;
}
