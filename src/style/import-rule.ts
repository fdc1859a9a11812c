/**
 * `@import`: a stylesheet in another (CSS Cascade 4, clause 2).
 *
 * Comes in: what the rule says and where it stands. Goes out: the other file's text and the media it is for, or what is wrong.
 * It reads no rule of the other file.
 */
import path from "node:path";
import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import type { SourceFile, Span } from "../core/span.ts";
import { readAddress } from "./addresses.ts";

/** The name by which a stylesheet imports Fleuron's own. */
const OWN_SHEET = "fleuron";

/** The rule as it stands. */
export interface WrittenImport {
  /** What follows `@import`. */
  readonly prelude: string;
  readonly span: Span;
  /** What messages call the stylesheet that it stands in. */
  readonly shownSheet: string;
  /** Absolute paths: the stylesheet that it stands in, before it the one that imports that, and so on. */
  readonly chain: readonly string[];
}

export interface ImportedSheet {
  readonly path: string;
  readonly source: SourceFile;
  /** A media query list; empty for all. */
  readonly media: string;
}

/** Opens what the rule names. */
export function resolveImport(
  { prelude, span, shownSheet, chain }: WrittenImport,
  mayImport: boolean,
  files: { readonly open: (path: string, shown: string) => SourceFile | undefined; readonly own: string },
): ImportedSheet | Diagnostic {
  const refuse = (hint: string): Diagnostic =>
    diagnose("style/unsupported-at-rule", span, `This @import is left out of both books.`, hint);
  if (!mayImport) return refuse("@import must stand before all other rules of its file.");
  const read = readAddress(prelude);
  if (!read) return refuse('@import takes a file, as in @import "type.css";.');
  const { address, rest } = read;
  if (/^([a-z][a-z0-9+.-]+:|\/\/)/i.test(address)) {
    return refuse(
      "Nothing is fetched from the web: save the file beside this stylesheet and import it from there.",
    );
  }
  if (/^(layer|supports)\b/i.test(rest)) {
    return refuse('After the file only media may follow, as in @import "type.css" print;.');
  }
  const [sheet = ""] = chain;
  const isOwn = address === OWN_SHEET;
  const file = isOwn ? files.own : path.resolve(path.dirname(sheet), address);
  if (chain.includes(file)) {
    return diagnose(
      "style/import-cycle",
      span,
      `“${address}” is being read already: stylesheets that import each other in a circle have no order.`,
      "Take out one of the @import rules of the circle.",
    );
  }
  const source = files.open(file, isOwn ? address : path.join(path.dirname(shownSheet), address));
  if (source) return { path: file, source, media: rest };
  return diagnose(
    "style/missing-file",
    span,
    `There is no stylesheet “${address}”.`,
    "Its path starts from the folder that this stylesheet is in.",
  );
}
