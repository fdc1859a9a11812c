/**
 * From the declarations that apply to one element to its style (CSS Cascade 4, clause 4).
 *
 * Comes in: declarations from the weakest to the strongest, and the parent's style. Goes out: the element's fields. Which
 * declarations apply is found elsewhere.
 */
import { PROPERTIES } from "./properties.ts";
import type { ValueContext } from "./property.ts";
import { expandShorthand, type Longhand, WIDE_KEYWORDS } from "./shorthands.ts";
import { type FieldName, INHERITED, INITIAL, pickFields, type StyleFields } from "./style-fields.ts";
import type { Declaration } from "./style-sheet.ts";
import { type Paper, substituteVariables } from "./values.ts";

/** What an element stands in. */
export interface Surroundings {
  readonly parent: Readonly<StyleFields>;
  /** Custom properties, the element's own among them. */
  readonly variables: ReadonlyMap<string, string>;
  /** Font size of `html`, points. */
  readonly rootSize: number;
  /** Width of the text block, points. */
  readonly measure: number;
  /** The page. */
  readonly paper: Paper;
}

/** Font size first, then line height, then all that may be measured in them. */
const PHASES = ["font-size", "line-height", undefined] as const;

export function applyDeclarations(declarations: readonly Declaration[], around: Surroundings): StyleFields {
  const { parent, rootSize, measure, paper } = around;
  const longhands = declarations.flatMap((d) => readLonghands(d, around.variables));
  const fields: StyleFields = { ...INITIAL, ...pickFields(parent, INHERITED) };
  for (const phase of PHASES) {
    for (const [property, value] of longhands) {
      const own = property === "font-size" || property === "line-height" ? property : undefined;
      if (own !== phase) continue;
      const { fontSize, lineHeight } = fields;
      const context = { parent, fontSize, lineHeight, rootSize, measure, paper };
      Object.assign(fields, readLonghand(property, value, context));
    }
    if (phase === "font-size" && fields.lineHeightFactor !== undefined) {
      fields.lineHeight = fields.lineHeightFactor * fields.fontSize;
    }
  }
  return settle(fields, parent);
}

/** Fields that depend on others of the same element. */
function settle(fields: StyleFields, parent: Readonly<StyleFields>): StyleFields {
  // A border that is not drawn takes no room (Backgrounds and Borders 3, clause 3.3).
  for (const side of ["Top", "Right", "Bottom", "Left"] as const) {
    if (fields[`border${side}Style`] === "none") fields[`border${side}Width`] = 0;
  }
  if (fields.textWrap === "nowrap" && fields.whiteSpace === "normal") fields.whiteSpace = "nowrap";
  return fields.display === "inline" ? { ...fields, ...drawnAround(fields, parent) } : fields;
}

function readLonghands(
  { property, value }: Declaration,
  variables: ReadonlyMap<string, string>,
): readonly Longhand[] {
  if (property.startsWith("--")) return [];
  const resolved = substituteVariables(value, variables);
  if (resolved !== undefined) return expandShorthand(property, resolved) ?? [];
  return expandShorthand(property, "unset") ?? [];
}

/** What a longhand sets; nothing if its value is not understood, so that a weaker declaration stands. */
export function readLonghand(
  property: string,
  value: string,
  context: ValueContext,
): Partial<StyleFields> | undefined {
  const known = PROPERTIES.get(property);
  const word = value.toLowerCase();
  if (!known || !WIDE_KEYWORDS.has(word)) return known?.read(value, context);
  const inherits = (field: FieldName): boolean => word === "inherit" || (word === "unset" && INHERITED.has(field));
  const fields = {
    ...pickFields(INITIAL, known.fields),
    ...pickFields(context.parent, known.fields.filter(inherits)),
  };
  const { lineHeightFactor } = fields;
  return lineHeightFactor === undefined ? fields : { ...fields, lineHeight: lineHeightFactor * context.fontSize };
}

/**
 * A line drawn along an inline element runs on under the elements inside it (CSS Text Decoration 3, clause 2), and what is
 * raised with it stays raised. Inline elements are set one by one, so each must know.
 */
function drawnAround(own: StyleFields, parent: Readonly<StyleFields>): Partial<StyleFields> {
  const raised = parent.display === "inline" && own.verticalAlign === "baseline";
  return {
    textDecoration: own.textDecoration === "none" ? parent.textDecoration : own.textDecoration,
    verticalAlign: raised ? parent.verticalAlign : own.verticalAlign,
    backgroundColor: own.backgroundColor ?? (parent.display === "inline" ? parent.backgroundColor : undefined),
    ...(own.borderBottomWidth === 0 && parent.display === "inline" && ruleOf(parent)),
    baselineShift: own.baselineShift + (parent.display === "inline" ? parent.baselineShift : 0),
  };
}

function ruleOf(parent: Readonly<StyleFields>): Partial<StyleFields> {
  return pickFields(parent, ["borderBottomWidth", "borderBottomStyle", "borderBottomColor"]);
}
