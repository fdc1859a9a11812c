/**
 * Whether the PDF can honour `@page` rules, and whether a printer would.
 *
 * Comes in: `@page` rules and the custom properties of the whole book. Goes out: a warning for each declaration that can't be taken
 * as it stands, and for margins that leave no room or come too near the paper's edge.
 */
import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import { checkDeclaration } from "./check-declarations.ts";
import { type ContentPart, parseContent } from "./content.ts";
import { parseCounterChanges } from "./counter-changes.ts";
import { explainProperty } from "./explain-unsupported.ts";
import { DEFAULT_BOX, depthOf, isGeometry, measureOf, readGeometry } from "./page-box.ts";
import { isInheritable, isOfBox, type PageRule } from "./page-rule.ts";
import type { PageKind } from "./page-selector.ts";
import { ALIGNMENTS, makePageStyles, type PageStyle, VERTICALS } from "./page-styles.ts";
import { INITIAL } from "./style-fields.ts";
import type { Declaration } from "./style-sheet.ts";
import { substituteVariables, variablesNeeded } from "./values.ts";

/** All that is to be said of the rules. */
export function checkPageRules(
  rules: readonly PageRule[],
  variables: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
  const check = (declaration: Declaration, checkOwn: Check): readonly Diagnostic[] => {
    if (declaration.property.startsWith("--")) return [];
    const value = substituteVariables(declaration.value, variables);
    if (value === undefined || variablesNeeded(declaration.value).some((name) => !variables.has(name)))
      return [checkDeclaration(declaration, variables)].filter((d) => d !== undefined);
    const found = checkOwn({ ...declaration, value }, variables);
    return found ? [found] : [];
  };
  const declared = rules.flatMap((rule) => [
    ...rule.declarations.flatMap((d) => check(d, checkOfPage)),
    ...rule.boxes.flatMap(({ name, declarations }) =>
      declarations.flatMap((d) => check(d, name === "footnote" ? checkOfNotes : checkOfBox)),
    ),
  ]);
  return [...declared, ...checkGeometry(rules, variables)];
}

type Check = (declaration: Declaration, variables: ReadonlyMap<string, string>) => Diagnostic | undefined;

const LENGTHS = { em: INITIAL.fontSize, rem: INITIAL.fontSize, lineHeight: INITIAL.lineHeight };

const checkOfPage: Check = (declaration, variables) => {
  const { property, value } = declaration;
  if (isGeometry(property)) {
    if (readGeometry(declaration, "right", DEFAULT_BOX, LENGTHS)) return undefined;
    return refuse(
      declaration,
      property === "size"
        ? "size takes two lengths, as in 6in 9in, or a5, b5, letter, and landscape."
        : "Margins of a page are lengths, or percentages of the page.",
    );
  }
  switch (property) {
    case "bleed":
    case "marks":
      if (/^(none|auto)$/i.test(value)) return undefined;
      return refuse(
        declaration,
        "The PDF ends at the trimmed page; a printer that wants bleed and marks can add them.",
      );
    case "counter-reset":
    case "counter-increment":
      if (parseCounterChanges(value, 0)) return undefined;
      return refuse(declaration, `${property} takes a name and a whole number, as in page 1.`);
    case "align-content":
      if (value === "normal" || ALIGNMENTS.some((known) => known === value.toLowerCase())) return undefined;
      return refuse(declaration, "On a page align-content takes start, center or end.");
    default:
      if (isInheritable(property)) return checkDeclaration(declaration, variables);
      return explainProperty(
        declaration,
        "On @page the PDF knows size, margins, align-content, counter-reset, counter-increment, the margin boxes, and what their text looks like.",
      );
  }
};

const checkOfBox: Check = (declaration, variables) => {
  const { property, value } = declaration;
  if (property === "content") {
    const content = parseContent(value);
    if (!content) return refuse(declaration, `In a margin box content takes ${BOX_TAKES}.`);
    const strange = typeof content === "string" ? undefined : content.find((part) => !isForBoxes(part));
    return (
      strange && refuse(declaration, `In a margin box content takes ${BOX_TAKES}, and no ${nameOf(strange)}.`)
    );
  }
  if (property === "vertical-align") {
    if (VERTICALS.some((known) => known === value.toLowerCase())) return undefined;
    return refuse(declaration, "In a margin box vertical-align takes top, middle or bottom.");
  }
  if (/^(min|max)-height$/.test(property)) return explainProperty(declaration, "Use height.");
  if (isOfBox(property)) return checkDeclaration(declaration, variables);
  return explainProperty(
    declaration,
    "A margin box has content, an alignment, a size, padding and margins, and what its text looks like.",
  );
};

/** The rule above the notes is what can be said of their room. */
const checkOfNotes: Check = (declaration, variables) => {
  if (/^(border(-(top|block).*)?|padding(-top|-block(-start)?)?|width|inline-size)$/.test(declaration.property))
    return checkDeclaration(declaration, variables);
  return explainProperty(
    declaration,
    "Of the room for notes the PDF knows the rule above it: border-top, its width, and padding-top.",
  );
};

/** What {@link isForBoxes} lets pass, in words. */
const BOX_TAKES = "text in quotation marks, string(), counter(page) and counter(pages)";

const FOR_BOXES: readonly ContentPart["kind"][] = ["text", "counter", "counters", "string"];

function isForBoxes(part: ContentPart): boolean {
  return FOR_BOXES.includes(part.kind);
}

function nameOf(part: ContentPart): string {
  return {
    text: "text",
    attribute: "attr()",
    counter: "counter()",
    counters: "counters()",
    string: "string()",
    targetCounter: "target-counter()",
    targetText: "target-text()",
    leader: "leader()",
    content: "content()",
    quote: "quotes",
    picture: "url()",
  }[part.kind];
}

function refuse({ property, value, span }: Declaration, ...hints: readonly string[]): Diagnostic {
  const message = `The PDF does not support “${property}: ${value}” on a page.`;
  return diagnose("style/unsupported-value", span, message, ...hints);
}

/** Printers cut askew by so much: text nearer the edge may be lost (Lulu, KDP: 0.25 in). */
const LEAST_MARGIN = 18;
const EDGES = ["top", "right", "bottom", "left"] as const;

/** Pages of each name must have room, and the same room left and right. */
function checkGeometry(rules: readonly PageRule[], variables: ReadonlyMap<string, string>): Diagnostic[] {
  const fields = INITIAL;
  const styleOf = makePageStyles([rules], { fields, variables, rootSize: fields.fontSize });
  const names = new Set(["", ...rules.flatMap((rule) => rule.selectors.flatMap(({ name }) => name ?? []))]);
  return [...names].flatMap((name) => {
    const page = (side: PageKind["side"], inRun: number): PageKind => ({
      name,
      side,
      blank: false,
      index: name === "" ? inRun : inRun + 2,
      inRun,
    });
    const right = styleOf(page("right", 2));
    return [
      ...checkRoom(right),
      ...compare(styleOf(page("left", 1)), right, "Left and right pages"),
      ...compare(styleOf(page("right", 0)), right, "The first page and the others", "depth"),
    ];
  });
}

function checkRoom(page: PageStyle): Diagnostic[] {
  const { setBy, crowded, box } = page;
  const last = lastOf(Object.values(setBy));
  if (last && crowded) {
    const message = `A page of ${inches(crowded.width)} by ${inches(crowded.height)} in with these margins has no room for text.`;
    const hint =
      "Make the page larger or its margins smaller; until then it is 6in by 9in, as if nothing were said.";
    return [diagnose("page/geometry", last.span, message, hint)];
  }
  return EDGES.flatMap((edge) => {
    const by = setBy[edge];
    if (!by || box[edge] >= LEAST_MARGIN) return [];
    const message = `The ${edge} margin is ${inches(box[edge])} in, nearer to the edge than printers allow.`;
    return [
      diagnose(
        "page/geometry",
        by.span,
        message,
        "Leave at least 0.25in on every side; many printers want 0.5in.",
      ),
    ];
  });
}

function isBefore(a: Declaration, b: Declaration): boolean {
  return a.span.line < b.span.line || (a.span.line === b.span.line && a.span.column < b.span.column);
}

/** Lines are broken and pages filled before it is known on which page they fall. `depth` may differ on first pages. */
function compare(one: PageStyle, other: PageStyle, who: string, free?: "depth"): Diagnostic[] {
  const measures = isSame(measureOf(one.box), measureOf(other.box));
  const depths = free === "depth" || isSame(depthOf(one.box), depthOf(other.box));
  const by = lastOf([...Object.values(one.setBy), ...Object.values(other.setBy)]);
  if ((measures && depths) || !by) return [];
  const message = `${who} leave the text blocks of different ${measures ? "height" : "width"}.`;
  const hint =
    "Make the sum of their margins the same, as margin-inside and margin-outside do. Until then right pages give the measure.";
  return [diagnose("page/geometry", by.span, message, hint)];
}

function lastOf(declarations: readonly Declaration[]): Declaration | undefined {
  return declarations.reduce<Declaration | undefined>((a, b) => (a && isBefore(b, a) ? a : b), undefined);
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.01;
}

function inches(points: number): string {
  return String(Math.round((points / 72) * 100) / 100);
}
