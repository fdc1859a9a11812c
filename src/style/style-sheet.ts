/**
 * A stylesheet as read: rules in source order, each value still the text that the author wrote.
 *
 * Comes in: nothing. Goes out: the types that the cascade and the EPUB's stylesheet are made from.
 */
import type { Span } from "../core/span.ts";
import type { PageRule } from "./page-rule.ts";

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
  | { readonly kind: "root" | "empty" | "link" }
  /** What paper never is: under a pointer, visited, in focus. */
  | { readonly kind: "never" }
  | NthPseudo
  /** `:only-child`, or `:only-of-type`. */
  | { readonly kind: "only"; readonly among: "all" | "type" }
  | { readonly kind: "lang"; readonly languages: readonly string[] }
  | { readonly kind: "not"; readonly selectors: readonly Selector[] }
  /** `:is()`, or `:where()`, which weighs nothing. */
  | { readonly kind: "is" | "where"; readonly selectors: readonly Selector[] };

/** A place among siblings: `a` × n + `b`, counted from 1. `:first-child` is `:nth-child(1)`. */
export interface NthPseudo {
  readonly kind: "nth";
  readonly a: number;
  readonly b: number;
  /** Counted from the last one. */
  readonly fromEnd: boolean;
  /** Which siblings count: all, those of the same name, or those that match one of the selectors. */
  readonly among: "all" | "type" | readonly Selector[];
}

/** A part of an element, or text beside it, that has a style of its own. */
export type PseudoElement =
  | "before"
  | "after"
  | "marker"
  | "first-letter"
  | "first-line"
  | "footnote-call"
  | "footnote-marker";

/** Compounds from left to right; never empty. */
export interface Selector {
  readonly compounds: readonly Compound[];
  /** What of the element is meant, if not all of it. */
  readonly pseudoElement?: PseudoElement;
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
  /** What the EPUB's reader must have, without `@supports`; the PDF has it, unless `medium` is `screen`. */
  readonly supports?: string;
  readonly selectors: readonly WrittenSelector[];
  readonly declarations: readonly Declaration[];
}

/** A font of the author's own, from `@font-face`. */
export interface FontFace {
  /** Unquoted; names of families are compared without regard to case. */
  readonly family: string;
  /** 100 to 900. */
  readonly weight: number;
  readonly style: "normal" | "italic";
  /** Absolute path of a TrueType or OpenType file that is there. */
  readonly path: string;
  readonly medium: Medium;
  /** The `src` that names the file. */
  readonly span: Span;
}

export interface StyleSheet {
  /** Absolute path of the file. Rules that it imports are among its own, where the `@import` stands. */
  readonly path: string;
  readonly rules: readonly StyleRule[];
  /** In source order; of two with equal family, weight and style the later counts. */
  readonly fontFaces: readonly FontFace[];
  /** In source order. */
  readonly pages: readonly PageRule[];
}
