/**
 * The styles of pages: what the cascade says of one page and of its margin boxes (CSS Paged Media 3, clauses 4 to 6).
 *
 * Comes in: `@page` rules and the style of the book's root. Goes out: a style for every kind of page, one object for all pages that
 * the same rules are about. It places nothing.
 */
import { applyDeclarations } from "./apply-declarations.ts";
import type { ComputedStyle } from "./computed-style.ts";
import { type ContentList, parseContent } from "./content.ts";
import { type CounterChange, parseCounterChanges } from "./counter-changes.ts";
import { finishStyle } from "./finish-style.ts";
import { DEFAULT_BOX, hasRoom, isGeometry, measureOf, type PageBox, readPageBox, type SetBy } from "./page-box.ts";
import { isInheritable, isOfBox, MARGIN_BOXES, type MarginBoxName, type PageRule } from "./page-rule.ts";
import { matchesPage, type PageKind } from "./page-selector.ts";
import type { StyleFields } from "./style-fields.ts";
import type { Declaration } from "./style-sheet.ts";
import { substituteVariables } from "./values.ts";

/** A margin box with something in it. */
export interface MarginBoxStyle {
  readonly content: ContentList;
  /** Parts of its sizes are of the margin that it stands in. */
  readonly style: ComputedStyle;
  readonly verticalAlign: "top" | "middle" | "bottom";
  /** Where its content is said. */
  readonly declaration: Declaration;
}

/** What holds for one kind of page. */
export interface PageStyle {
  readonly box: PageBox;
  /** The box as it is said, if that has no room for text and `box` is the default one. */
  readonly crowded?: PageBox;
  readonly setBy: SetBy;
  /** The boxes that are there, in the order of `MARGIN_BOXES`. */
  readonly marginBoxes: ReadonlyMap<MarginBoxName, MarginBoxStyle>;
  /** The room for notes (Generated Content for Paged Media, clause 2.4); undefined if no rule is about it. */
  readonly noteArea: ComputedStyle | undefined;
  /** What the page does to counters before anything on it does; 1 is added to `page` if it says nothing of it. */
  readonly counterReset: readonly CounterChange[];
  readonly counterIncrement: readonly CounterChange[];
  /** Where the text of a page stands that it does not fill (CSS Box Alignment 3, clause 5.1). */
  readonly alignContent: (typeof ALIGNMENTS)[number];
}

/** What `align-content` means for a page. */
export const ALIGNMENTS = ["start", "center", "end"] as const;

/** Gives each kind of page its style. */
export type PageStyles = (page: PageKind) => PageStyle;

/** What pages inherit from. */
export interface PageParent {
  readonly fields: Readonly<StyleFields>;
  readonly variables: ReadonlyMap<string, string>;
  /** Font size of `html`, points. */
  readonly rootSize: number;
}

interface RankedRule {
  readonly rule: PageRule;
  readonly selector: PageRule["selectors"][number];
}

/**
 * `origins` from the weakest to the strongest. Specificity comes before origin: what the user agent says of named and blank pages
 * yields only to what the author says of these, not to heads for pages in general.
 */
export function makePageStyles(origins: readonly (readonly PageRule[])[], parent: PageParent): PageStyles {
  const ranked: RankedRule[] = origins
    .flat()
    .flatMap((rule) => rule.selectors.map((selector) => ({ rule, selector })))
    .sort((a, b) => a.selector.specificity - b.selector.specificity);
  const known = new Map<string, PageStyle>();
  return (page) => {
    const matching = ranked.flatMap((one, rank) => (matchesPage(one.selector, page) ? [rank] : []));
    const key = `${page.side} ${matching.join()}`;
    let style = known.get(key);
    if (!style) {
      const rules = matching.flatMap((rank) => ranked[rank]?.rule ?? []);
      style = computePage(rules, page.side, parent);
      known.set(key, style);
    }
    return style;
  };
}

function computePage(rules: readonly PageRule[], side: PageKind["side"], parent: PageParent): PageStyle {
  const declarations = order(rules.flatMap((rule) => rule.declarations)).flatMap((d) => substitute(d, parent));
  const around = { parent: parent.fields, ...surroundings(parent, DEFAULT_BOX) };
  const fields = applyDeclarations(
    declarations.filter((d) => isInheritable(d.property)),
    around,
  );
  const { fontSize: em, lineHeight } = fields;
  const geometry = readPageBox(
    declarations.filter((d) => isGeometry(d.property)),
    side,
    { em, rem: parent.rootSize, lineHeight },
  );
  const fits = hasRoom(geometry.box);
  const box = fits ? geometry.box : DEFAULT_BOX;
  const changes = (property: string, unnamed: number): readonly CounterChange[] => {
    const found = declarations.findLast((d) => d.property === property);
    return (found && parseCounterChanges(found.value, unnamed)) ?? [];
  };
  return {
    box,
    ...(!fits && { crowded: geometry.box }),
    setBy: geometry.setBy,
    marginBoxes: computeBoxes(rules, { ...parent, fields }, box),
    noteArea: computeNoteArea(rules, { ...parent, fields }, box),
    counterReset: changes("counter-reset", 0),
    counterIncrement: changes("counter-increment", 1),
    alignContent: readAlignment(declarations),
  };
}

function readAlignment(declarations: readonly Declaration[]): PageStyle["alignContent"] {
  const found = declarations.findLast((d) => d.property === "align-content")?.value.toLowerCase();
  return ALIGNMENTS.find((known) => known === found) ?? "start";
}

function surroundings(parent: PageParent, box: PageBox) {
  return { variables: parent.variables, rootSize: parent.rootSize, measure: measureOf(box), paper: box };
}

/** Important ones last. */
function order(declarations: readonly Declaration[]): readonly Declaration[] {
  return [...declarations.filter((d) => !d.important), ...declarations.filter((d) => d.important)];
}

function substitute(declaration: Declaration, { variables }: PageParent): Declaration[] {
  const value = substituteVariables(declaration.value, variables);
  return value === undefined ? [] : [{ ...declaration, value }];
}

function computeBoxes(
  rules: readonly PageRule[],
  parent: PageParent,
  box: PageBox,
): ReadonlyMap<MarginBoxName, MarginBoxStyle> {
  const all = rules.flatMap((rule) => rule.boxes);
  const boxes = new Map<MarginBoxName, MarginBoxStyle>();
  for (const name of MARGIN_BOXES) {
    const declared = all.filter((one) => one.name === name).flatMap((one) => one.declarations);
    const style = computeBox(
      name,
      order(declared).flatMap((d) => substitute(d, parent)),
      parent,
      box,
    );
    if (style) boxes.set(name, style);
  }
  return boxes;
}

function computeNoteArea(rules: readonly PageRule[], parent: PageParent, box: PageBox): ComputedStyle | undefined {
  const declared = rules.flatMap((rule) => rule.boxes).filter((one) => one.name === "footnote");
  if (declared.length === 0) return undefined;
  const declarations = order(declared.flatMap((one) => one.declarations)).flatMap((d) => substitute(d, parent));
  return finishStyle(applyDeclarations(declarations, { parent: parent.fields, ...surroundings(parent, box) }));
}

/** Undefined if the box is not there: its content is `normal` or `none` (clause 5.2). */
function computeBox(
  name: MarginBoxName,
  declarations: readonly Declaration[],
  parent: PageParent,
  box: PageBox,
): MarginBoxStyle | undefined {
  const declaration = declarations.findLast(
    (d) => d.property === "content" && parseContent(d.value) !== undefined,
  );
  const content = declaration && parseContent(declaration.value);
  if (!declaration || !content || typeof content === "string") return undefined;
  const { textAlign, verticalAlign } = alignmentOf(name);
  const fields = applyDeclarations(
    declarations.filter((d) => isOfBox(d.property)),
    // Alignment is the box's own; what the page says of it is for other boxes (clause 5.1).
    { parent: { ...parent.fields, textAlign, textIndent: 0 }, ...surroundings(parent, box) },
  );
  return {
    content,
    style: finishStyle({ ...fields, display: "block" }),
    verticalAlign: VERTICALS.find((known) => known === fields.verticalAlign) ?? verticalAlign,
    declaration,
  };
}

/** What `vertical-align` means for a margin box. */
export const VERTICALS = ["top", "middle", "bottom"] as const;

/** Paged Media 3, clause 5.1: how each box is aligned unless it says otherwise. */
function alignmentOf(name: MarginBoxName): {
  readonly textAlign: ComputedStyle["textAlign"];
  readonly verticalAlign: MarginBoxStyle["verticalAlign"];
} {
  if (name.endsWith("-corner"))
    return { textAlign: name.includes("left") ? "right" : "left", verticalAlign: "middle" };
  const [edge = "", at = ""] = name.split("-");
  if (edge === "top" || edge === "bottom") {
    const textAlign = at === "left" ? "left" : at === "right" ? "right" : "center";
    return { textAlign, verticalAlign: "middle" };
  }
  return { textAlign: "center", verticalAlign: at === "top" ? "top" : at === "bottom" ? "bottom" : "middle" };
}
