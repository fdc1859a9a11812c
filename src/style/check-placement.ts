/**
 * Declarations that the PDF understands, but not for the elements that their rule is about.
 *
 * Comes in: a declaration and its rule. Goes out: a warning, or nothing. Only what selectors and the rule itself say is known
 * here; which elements there are is not.
 */
import type { Diagnostic } from "../core/diagnostic.ts";
import { explainPlacement, explainValue } from "./explain-unsupported.ts";
import type { Compound, Declaration, Selector, StyleRule } from "./style-sheet.ts";

/** The first of the rows that has something to say. */
export function checkPlacement(declaration: Declaration, rule: StyleRule): Diagnostic | undefined {
  const selectors = rule.selectors.flatMap(({ selector }) => selector ?? []);
  const value = declaration.value.toLowerCase();
  switch (declaration.property) {
    case "float":
      // Text runs around capital letters alone.
      if (value === "left" && selectors.some((one) => one.pseudoElement !== "first-letter"))
        return explainValue(declaration);
      if (value === "footnote" && !selectors.some(isOfNotes))
        return explainPlacement(
          declaration,
          "goes to the foot of the page only from a note",
          "Write it as a note, [^1] with its text under [^1]:, which stands there by itself.",
        );
      return undefined;
    case "display":
      if (value !== "inline-block" || !rule.declarations.some(({ property }) => OF_BLOCKS.test(property)))
        return undefined;
      return explainPlacement(
        declaration,
        "is set in the line, as wide and as high as its text",
        "Margins and padding at the left and right set it apart; with display: block it takes a width of its own.",
      );
    default:
      if (!SIDE_BORDERS.test(declaration.property) || NOTHING.test(value)) return undefined;
      if (!selectors.some((one) => isInline(lastOf(one))) || rule.declarations.some(makesBlock)) return undefined;
      return explainPlacement(
        declaration,
        "is drawn only under words in a line",
        "border-bottom and background-color work there, and text-decoration: underline.",
      );
  }
}

/** What an element in a line has not. */
const OF_BLOCKS = /^((min-|max-)?(width|height|inline-size|block-size)|(margin|padding)-(top|bottom)|text-align)$/;

const SIDE_BORDERS = /^border(-(top|left|right|block|inline)(-(start|end))?)?$/;
const NOTHING = /^(none|0|0 none|hidden|inherit|initial|unset)$/;

const INLINE = new Set("a abbr b cite code dfn em i kbd mark q s samp small span strong sub sup u var".split(" "));

function isInline(compound: Compound | undefined): boolean {
  return compound !== undefined && INLINE.has(compound.name);
}

function makesBlock({ property, value }: Declaration): boolean {
  return property === "display" && !/^inline/i.test(value);
}

/** Elements of notes, by the names that both books give them. */
function isOfNotes(selector: Selector): boolean {
  const last = lastOf(selector);
  if (last === undefined) return false;
  const { name, ids, classes, attributes } = last;
  return (
    name === "aside" ||
    [...ids, ...classes, ...attributes.map((one) => one.value)].some((word) =>
      /^(doc-)?(foot)?notes?\b/.test(word),
    )
  );
}

function lastOf({ compounds }: Selector): Compound | undefined {
  return compounds.at(-1);
}
