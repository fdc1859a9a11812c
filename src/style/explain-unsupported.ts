/**
 * What to tell the author of a stylesheet about what the PDF can't honour.
 *
 * Comes in: a declaration, selector or at-rule that is not supported. Goes out: a warning with the nearest thing that works.
 */
import { nearestName } from "../config/nearest-name.ts";
import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import type { Span } from "../core/span.ts";
import { MARGIN_BOXES } from "./page-rule.ts";
import { PROPERTIES } from "./properties.ts";
import { PSEUDO_CLASSES, PSEUDO_ELEMENTS } from "./read-selector.ts";
import { SHORTHANDS } from "./shorthands.ts";
import type { Declaration } from "./style-sheet.ts";

const FOR_THE_EPUB = "To keep it for the EPUB alone, put it in @media screen { }.";

/** What comes nearest to properties whose names are far from it. The first pattern that fits is told. */
const INSTEAD: readonly (readonly [RegExp, string])[] = [
  [
    /^prince-hyphenate-/,
    "hyphenate-limit-chars: 6 3 2 sets the least letters of a word, before and after its hyphen.",
  ],
  [
    /^prince-(trim|bleed|marks?)/,
    "The PDF ends at the trimmed page; a printer that wants bleed and marks can add them.",
  ],
  [/^(prince-)?text-replace/, "Quotation marks and dashes are set by punctuation: in book.yaml."],
  [/^footnote-style-position/, "A note's number stands in its first line; ::footnote-marker says how it looks."],
  [/^(prince-)?bookmark-/, "The PDF's outline has the parts, chapters and headings of its own accord."],
  [
    /^min-(height|block-size)$|^(max-)?block-size$/,
    "Space is given by margin-top and padding; pictures take height and max-height.",
  ],
  [/^adobe-hyphenate/, "The PDF knows hyphens."],
  [/^-(webkit|moz|ms|o|khtml|epub)-(.*)$/, "The PDF knows $2 without a prefix."],
  [
    /^text-(decoration|underline|emphasis)/,
    "A line under the text stands where the font has it, as thick as it says.",
  ],
  [
    /^(column|columns|position|flex|grid|top|left|right|bottom|inset|gap|align|justify|place|order)/,
    "The PDF sets blocks one below another; a block is moved by its margins.",
  ],
  [/^border-(radius|.*-radius)$/, "Borders have square corners."],
  [
    /^(border-image|outline|box-shadow|background)/,
    "The PDF draws borders and plain backgrounds: border, background-color.",
  ],
  [
    /^hyphenate-limit-zone$/,
    "Lines are broken over the whole paragraph, so no zone is needed: hyphenate-limit-lines.",
  ],
  [
    /^(table-layout|border-spacing|caption-side|empty-cells)$/,
    "Columns are as wide as their text; padding sets cells apart.",
  ],
];

/** A property that is not supported; `instead` is told if it is given, else what is nearest to it among those of elements. */
export function explainProperty({ property, value, span }: Declaration, instead?: string): Diagnostic {
  const near = nearestName(property, [...PROPERTIES.keys(), ...SHORTHANDS.keys()]);
  const hint = instead ?? insteadOf(property) ?? (near === undefined ? undefined : `Did you mean ${near}?`);
  const message = `The PDF does not support “${property}: ${shorten(value)}”.`;
  return diagnose(
    "style/unsupported-property",
    span,
    message,
    ...(hint === undefined ? [] : [hint]),
    ...(instead === undefined ? [FOR_THE_EPUB] : []),
  );
}

function insteadOf(property: string): string | undefined {
  for (const [pattern, hint] of INSTEAD) {
    const match = pattern.exec(property);
    if (match) return hint.replaceAll(/\$(\d)/g, (_, n: string) => match[Number(n)] ?? "");
  }
  return undefined;
}

/** A value that its property does not take. */
export function explainValue({ property, value, span }: Declaration): Diagnostic {
  const known = PROPERTIES.get(property);
  const takes = known?.takes ?? SHORTHANDS.get(property)?.takes;
  const near = nearestName(value, known?.keywords ?? []);
  const instead = insteadOf(property);
  const hints = [
    ...(near === undefined ? [] : [`Did you mean ${near}?`]),
    ...(instead === undefined ? [] : [instead]),
    ...(takes === undefined || instead !== undefined ? [] : [`${property} takes ${takes}.`]),
    FOR_THE_EPUB,
  ];
  return diagnose(
    "style/unsupported-value",
    span,
    `The PDF does not support “${property}: ${shorten(value)}”.`,
    ...hints,
  );
}

/** A value that does something else, or nothing, where it stands: `does` says what becomes of it. */
export function explainPlacement({ property, value, span }: Declaration, does: string, hint: string): Diagnostic {
  const message = `In the PDF “${property}: ${shorten(value)}” ${does}.`;
  return diagnose("style/unsupported-value", span, message, hint, FOR_THE_EPUB);
}

/** A custom property that is used where it may have no value. */
export function explainVariable(name: string, span: Span): Diagnostic {
  const message = `The custom property ${name} is not set on :root, so it may have no value here.`;
  return diagnose(
    "style/unsupported-value",
    span,
    message,
    `Set it once for the whole book: :root { ${name}: … }.`,
  );
}

/** Text of an element that only the page knows. */
export function explainPageContent({ property, value, span }: Declaration): Diagnostic {
  return diagnose(
    "style/unsupported-value",
    span,
    `An element does not know its page: “${property}: ${shorten(value)}” leaves that part empty.`,
    "string() and counter(page) stand in the margin boxes of @page; a link takes target-counter(attr(href), page).",
  );
}

/** A background of `html` or `body`. */
export function explainPageColour({ property, value, span }: Declaration): Diagnostic {
  return diagnose(
    "style/unsupported-value",
    span,
    `Neither book colours its pages: “${property}: ${shorten(value)}” is left out.`,
    "Paper has its own colour, and an e-reader's is its reader's choice. A block inside may have a background.",
  );
}

/** A value that names a file. */
export function explainAddress({ property, span }: Declaration): Diagnostic {
  const message = `Neither book takes a picture from the stylesheet: “${property}” with url() is left out.`;
  return diagnose(
    "style/unsupported-value",
    span,
    message,
    "Put the picture into the manuscript: ![words](file).",
  );
}

/** `part` is what is not understood of the selector. */
export function explainSelector(part: string, span: Span): Diagnostic {
  const message = `The PDF does not support “${part}” in a selector.`;
  return diagnose("style/unsupported-selector", span, message, hintForSelector(part));
}

function hintForSelector(part: string): string {
  const name = part.replace(/^:+|\(\)$/g, "");
  if (part.startsWith("::")) {
    const nearby = nearestName(name, PSEUDO_ELEMENTS);
    if (nearby !== undefined && nearby !== name) return `Did you mean ::${nearby}?`;
    return `Pseudo-elements stand at the end, one in a selector: ${PSEUDO_ELEMENTS.map((p) => `::${p}`).join(", ")}.`;
  }
  if (name === "has") return "Put a class on the element in the manuscript and select by that.";
  if (part === "&") return "Write the whole selector, each rule beside the others.";
  const known = PSEUDO_CLASSES.map((one) => one.replace(/^:|\(\)$/g, ""));
  const near = nearestName(name, known);
  if (near !== undefined) return `Did you mean ${PSEUDO_CLASSES[known.indexOf(near)]}?`;
  return `Elements, classes, ids, attributes, “ ”, “>”, “+”, “~” and ${PSEUDO_CLASSES.join(", ")} are understood.`;
}

const AT_RULES: Readonly<Record<string, string>> = {
  import: '@import takes a file beside this one, as in @import "type.css" print;.',
  media: "@media print { } is for the PDF, @media screen { } for the EPUB, each without a condition.",
  page: "The PDF knows @page with a name, :left, :right, :first, :blank and :nth().",
};

/** `name` without `@`; `prelude` is what stands between the name and the block. */
export function explainAtRule(name: string, prelude: string, span: Span): Diagnostic {
  const hint = AT_RULES[name] ?? "At-rules that work: @page, @media print, @media screen.";
  const message = `The PDF does not support “${`@${name} ${shorten(prelude)}`.trim()}”.`;
  return diagnose("style/unsupported-at-rule", span, message, hint);
}

/** `name` is none of the boxes of a page, nor is it anything else that stands in one. */
export function explainMarginBox(name: string, span: Span): Diagnostic {
  const near = nearestName(name, MARGIN_BOXES);
  const hint =
    near === undefined ? "The boxes of a page are @top-left, @bottom-center and so on." : `Did you mean @${near}?`;
  return diagnose("style/unsupported-at-rule", span, `A page has no “@${name}”.`, hint);
}

/** A rule inside a rule. */
export function explainNesting(selector: string, span: Span): Diagnostic {
  const message = `The rule “${shorten(selector)}” stands inside another rule, which neither book can use.`;
  return diagnose(
    "style/unsupported-selector",
    span,
    message,
    "Is the closing brace of the rule before it missing? If not, write the whole selector, outside.",
  );
}

const LONGEST_SHOWN = 60;

function shorten(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 1)}…` : text;
}
