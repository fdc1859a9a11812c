/**
 * A stylesheet as read: rules in source order, each value still the text that the author wrote.
 *
 * Comes in: nothing. Goes out: the types that the cascade and the EPUB's stylesheet are made from.
 */
import type { Span } from "../core/span.ts";
import type { PageGeometry } from "./computed-style.ts";

/** One `property: value`. */
export interface Declaration {
  /** Lower case, but for custom properties, whose case counts. */
  readonly property: string;
  /** Without `!important` and comments; white space folded. */
  readonly value: string;
  readonly important: boolean;
  readonly span: Span;
}

/** What an attribute must be. */
export interface AttributeTest {
  readonly name: string;
  readonly operator: "" | "=" | "~=" | "|=" | "^=" | "$=" | "*=";
  readonly value: string;
  /** True for `[a=b i]`. */
  readonly anyCase: boolean;
}

/** A step of a selector: what one element must be. */
export interface Compound {
  /** How it stands to the compound after it; the last one of a selector has none. */
  readonly combinator: " " | ">" | "+" | "~" | undefined;
  /** `*` or a name in lower case. */
  readonly name: string;
  readonly ids: readonly string[];
  readonly classes: readonly string[];
  readonly attributes: readonly AttributeTest[];
  readonly pseudos: readonly Pseudo[];
}

/** A pseudo-class that the PDF understands. */
export type Pseudo =
  | { readonly kind: "first-child" | "last-child" | "root" }
  | { readonly kind: "nth-child"; readonly a: number; readonly b: number }
  | { readonly kind: "lang"; readonly languages: readonly string[] }
  | { readonly kind: "not"; readonly selectors: readonly Selector[] };

/** Compounds from left to right; never empty. */
export interface Selector {
  readonly compounds: readonly Compound[];
  /** Ids, classes and types as one number that compares rightly (Selectors 4, clause 17). */
  readonly specificity: number;
}

/** One part of a rule's list of selectors. */
export interface WrittenSelector {
  /** As written, white space folded. */
  readonly text: string;
  /** Absent if the PDF does not understand it. */
  readonly selector?: Selector;
}

/** Where a rule holds: `print` for the PDF only, `screen` for the EPUB only. */
export type Medium = "all" | "print" | "screen";

export interface StyleRule {
  readonly medium: Medium;
  /** A media query that only an e-reader can answer, without `@media`. */
  readonly condition?: string;
  readonly selectors: readonly WrittenSelector[];
  readonly declarations: readonly Declaration[];
}

export interface StyleSheet {
  /** Absolute path of the file, which addresses in it are relative to. */
  readonly path: string;
  readonly rules: readonly StyleRule[];
  readonly page: PageGeometry;
}
