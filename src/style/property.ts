/**
 * What a property is, and the common kinds of it.
 *
 * Comes in: a field of a computed style and the values that are allowed. Goes out: a `Property` that reads them.
 */
import type { ComputedStyle } from "./computed-style.ts";
import type { FieldName, StyleFields } from "./style-fields.ts";
import { type LengthContext, type Paper, parseExtent, parseLength } from "./values.ts";

/** What a value may refer to. */
export interface ValueContext {
  readonly parent: Readonly<StyleFields>;
  /** The element's own font size and line height, points, once they are known. */
  readonly fontSize: number;
  readonly lineHeight: number;
  /** Font size of `html`. */
  readonly rootSize: number;
  /** Width of the text block, which percentages of margins, paddings and indents refer to. */
  readonly measure: number;
  readonly paper?: Paper;
}

/** One longhand property. */
export interface Property {
  readonly fields: readonly FieldName[];
  /** The fields as the value sets them; undefined if it is not understood. */
  readonly read: (value: string, context: ValueContext) => Partial<StyleFields> | undefined;
  /** What it takes, in words for a hint. */
  readonly takes: string;
  /** Its keywords, to find the one that was meant. */
  readonly keywords: readonly string[];
}

/** A property's name and what it does. */
export type NamedProperty = readonly [name: string, property: Property];

/** Keywords and the field's values that they stand for. */
export function keywords<K extends FieldName>(
  field: K,
  words: Readonly<Record<string, StyleFields[K]>>,
): Property {
  const names = Object.keys(words);
  const read: Property["read"] = (value) => {
    const word = value.toLowerCase();
    return Object.hasOwn(words, word) ? { [field]: words[word] } : undefined;
  };
  return { fields: [field], read, takes: listWords(names), keywords: names };
}

/** Keywords that are the field's values themselves. */
export function words<K extends keyof ComputedStyle & FieldName>(
  field: K,
  ...names: readonly (StyleFields[K] & string)[]
): Property {
  return keywords(field, Object.fromEntries(names.map((name) => [name, name])) as Record<string, StyleFields[K]>);
}

/** Values that change nothing on the page, and so need no field; without any, every value. */
export function idle(...values: readonly string[]): Property {
  const read: Property["read"] = (value) =>
    values.length === 0 || values.includes(value.toLowerCase()) ? {} : undefined;
  return { fields: [], read, takes: listWords(values), keywords: values };
}

export function listWords(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}

type NumberField = { [K in FieldName]: StyleFields[K] extends number ? K : never }[FieldName];

interface LengthOptions {
  /** A keyword that means 0. */
  readonly zero?: string;
  readonly percent?: boolean;
  readonly negative?: boolean;
}

export function length(field: NumberField, options: LengthOptions = {}): Property {
  const { zero, percent = true, negative = true } = options;
  const read: Property["read"] = (value, context) => {
    if (zero !== undefined && value.toLowerCase() === zero) return { [field]: 0 };
    const points = parseLength(value, lengthContext(context, percent ? context.measure : undefined));
    return points === undefined || (points < 0 && !negative) ? undefined : { [field]: points };
  };
  const takes = `a length${percent ? ", a percentage of the measure" : ""}${zero === undefined ? "" : `, ${zero}`}`;
  return { fields: [field], read, takes, keywords: zero === undefined ? [] : [zero] };
}

/** A size; `word` is the keyword that leaves it open. */
export function extent(
  field: "width" | "minWidth" | "maxWidth" | "height" | "maxHeight",
  word: "auto" | "none",
): Property {
  const read: Property["read"] = (value, context) => {
    if (value.toLowerCase() === word) return { [field]: undefined };
    const size = parseExtent(value, lengthContext(context, undefined));
    const isNegative = size && Math.max(size.points, size.part) <= 0 && Math.min(size.points, size.part) < 0;
    return !size || isNegative ? undefined : { [field]: size };
  };
  return { fields: [field], read, takes: `a length, a percentage or ${word}`, keywords: [word] };
}

/** A whole number from `least`. */
export function count(field: NumberField, least = 1): Property {
  const read: Property["read"] = (value) =>
    /^\d+$/.test(value) && Number(value) >= least ? { [field]: Number(value) } : undefined;
  return { fields: [field], read, takes: `a whole number from ${least}`, keywords: [] };
}

export function lengthContext(context: ValueContext, whole: number | undefined): LengthContext {
  const { fontSize, rootSize, lineHeight, paper } = context;
  return { em: fontSize, rem: rootSize, lineHeight, whole, ...(paper && { paper }) };
}
