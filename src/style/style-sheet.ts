/**
 * A stylesheet as read: rules in order, each value still the text that the author wrote.
 *
 * Comes in: nothing. Goes out: the types that the cascade and the EPUB's stylesheet are made from.
 */
import type { Span } from "../core/span.ts";
import type { PageGeometry } from "./computed-style.ts";

/** One `property: value`. */
export interface Declaration {
  /** Lower case. */
  readonly property: string;
  /** Without `!important`; white space folded. */
  readonly value: string;
  readonly important: boolean;
  readonly span: Span;
}

/** A step of a selector: what one element must be. */
export interface Compound {
  /** How it stands to the compound after it. The last one of a selector has none. */
  readonly combinator: " " | ">" | "+" | "~" | undefined;
  /** `*` or a name. */
  readonly name: string;
  readonly id: string | undefined;
  readonly classes: readonly string[];
  readonly attributes: readonly { readonly name: string; readonly operator: string; readonly value: string }[];
  readonly pseudos: readonly Pseudo[];
}

/** A pseudo-class that the PDF understands. */
export type Pseudo =
  | { readonly kind: "first-child" | "last-child" | "root" }
  | { readonly kind: "nth-child"; readonly a: number; readonly b: number }
  | { readonly kind: "lang"; readonly language: string }
  | { readonly kind: "not"; readonly selectors: readonly Selector[] };

/** Left to right. */
export interface Selector {
  readonly compounds: readonly Compound[];
  /** Ids, classes and types as one number that compares rightly (Selectors 4, clause 17). */
  readonly specificity: number;
}

/** Where a rule holds: `print` for the PDF only, `screen` for the EPUB only. */
export type Medium = "all" | "print" | "screen";

export interface StyleRule {
  readonly medium: Medium;
  /** As written, for the EPUB. */
  readonly selectorText: string;
  /** Those that the PDF understands. */
  readonly selectors: readonly Selector[];
  readonly declarations: readonly Declaration[];
}

export interface StyleSheet {
  readonly rules: readonly StyleRule[];
  readonly page: PageGeometry;
}
