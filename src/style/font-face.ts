/**
 * `@font-face`: a font of the author's own (CSS Fonts 4, clause 4).
 *
 * Comes in: the descriptors of one rule. Goes out: a `FontFace` whose file is there, and what there is to say about the rule.
 * It opens no font.
 */
import path from "node:path";
import { type Diagnostic, diagnose, type Outcome } from "../core/diagnostic.ts";
import type { Span } from "../core/span.ts";
import { addressIn } from "./addresses.ts";
import type { Declaration, FontFace, Medium } from "./style-sheet.ts";
import { parseNumber, splitValue, unquote } from "./values.ts";

/** The rule and where it stands. */
export interface WrittenFontFace {
  readonly declarations: readonly Declaration[];
  readonly medium: Medium;
  /** Absolute path of the stylesheet. */
  readonly sheet: string;
  /** The `@font-face` itself. */
  readonly span: Span;
}

/** Descriptors that change nothing in a book: they are about the time of loading, or repeat what the file says. */
const NEEDLESS = /^(font-display|font-named-instance)$/;

/** The face, or undefined if no file for it can be used. */
export function readFontFace(
  rule: WrittenFontFace,
  exists: (path: string) => boolean,
): Outcome<FontFace | undefined> {
  const last = new Map(rule.declarations.map((d) => [d.property, d]));
  const diagnostics: Diagnostic[] = [];
  for (const declaration of last.values()) diagnostics.push(...checkDescriptor(declaration));
  const family = last.get("font-family");
  const src = last.get("src");
  if (!family || !src) {
    const lacks = family ? "src" : "font-family";
    const message = `This @font-face has no ${lacks}, so no text can be set in it.`;
    const hint = 'It takes both: font-family: "Name"; src: url("name.ttf");';
    return {
      value: undefined,
      diagnostics: [...diagnostics, diagnose("style/unsupported-at-rule", rule.span, message, hint)],
    };
  }
  const file = findFile(src, rule.sheet, exists);
  if ("code" in file) return { value: undefined, diagnostics: [...diagnostics, file] };
  const value: FontFace = {
    family: unquote(family.value),
    weight: weightOf(last.get("font-weight")?.value ?? "normal")?.value ?? 400,
    style: /^(italic|oblique)\b/i.test(last.get("font-style")?.value ?? "") ? "italic" : "normal",
    path: file.path,
    medium: rule.medium,
    span: src.span,
  };
  return { value, diagnostics };
}

function checkDescriptor({ property, value, span }: Declaration): Diagnostic[] {
  const refuse = (hint: string): Diagnostic[] => [
    diagnose(
      "style/unsupported-value",
      span,
      `Fleuron does not support “${property}: ${value}” in @font-face.`,
      hint,
    ),
  ];
  switch (property) {
    case "font-family":
    case "src":
      return [];
    case "font-style":
      return /^(normal|italic|oblique( .*)?)$/i.test(value) ? [] : refuse("font-style takes normal or italic.");
    case "font-weight": {
      const weight = weightOf(value);
      if (!weight) return refuse("font-weight takes normal, bold or a number from 100 to 900.");
      return weight.single
        ? []
        : refuse(
            `A variable font is set as its file stands, here as ${weight.value}; give one file for each weight.`,
          );
    }
    case "font-stretch":
    case "font-width":
      return /^(normal|100%)$/i.test(value) ? [] : refuse("Widths of one family are families of their own here.");
    case "unicode-range":
      return refuse("The font is used for every character that it has.");
    default:
      return NEEDLESS.test(property)
        ? []
        : refuse("@font-face takes font-family, font-weight, font-style and src.");
  }
}

/** One weight, or of a range the one that is nearest to 400. */
function weightOf(text: string): { readonly value: number; readonly single: boolean } | undefined {
  const parts = splitValue(text.toLowerCase(), " ").map((word) => {
    if (word === "normal") return 400;
    if (word === "bold") return 700;
    const number = parseNumber(word);
    return number?.unit === "" && number.value >= 1 && number.value <= 1000 ? number.value : undefined;
  });
  const [from, to = from, ...more] = parts;
  if (from === undefined || to === undefined || more.length > 0) return undefined;
  const value = Math.min(Math.max(400, Math.min(from, to)), Math.max(from, to));
  return { value: Math.min(900, Math.max(100, value)), single: parts.length === 1 };
}

/** The first TrueType or OpenType file of the list that is there; a diagnostic if there is none. */
function findFile(
  { value, span }: Declaration,
  sheet: string,
  exists: (path: string) => boolean,
): { readonly path: string } | Diagnostic {
  let missing: string | undefined;
  for (const source of splitValue(value, ",")) {
    const address = addressIn(source)?.replace(/[?#].*$/s, "");
    if (address === undefined || /^[a-z][a-z0-9+.-]+:/i.test(address) || !/\.(ttf|otf)$/i.test(address)) continue;
    const file = path.resolve(path.dirname(sheet), address);
    if (exists(file)) return { path: file };
    missing ??= address;
  }
  if (missing !== undefined) {
    return diagnose(
      "style/missing-file",
      span,
      `There is no font file “${missing}”.`,
      "Its path starts from the folder that this stylesheet is in.",
    );
  }
  return diagnose(
    "style/unsupported-value",
    span,
    "No font file in this src can be used.",
    'Put a .ttf or .otf file beside the stylesheet and name it: src: url("name.ttf"). Nothing is fetched from the web.',
  );
}
