/**
 * The few HTML tags that a manuscript may use, and what is said of all others.
 *
 * Comes in: tags as the parser read them. Goes out: what they stand for in the book, and warnings. It pairs no tags.
 */
import { canonicalLanguage } from "../config/read-value.ts";
import { diagnose } from "../core/diagnostic.ts";
import type { ImageSyntax, Place, TagSyntax } from "../markdown/syntax.ts";
import { type BuildContext, spanOf } from "./build-context.ts";
import type { Styled } from "./model.ts";

/** Tags that are another spelling of Markdown, or of what it lacks. */
const STYLES: Readonly<Record<string, Styled["kind"]>> = {
  em: "emphasis",
  i: "emphasis",
  strong: "strong",
  b: "strong",
  sub: "subscript",
  sup: "superscript",
};

/** Elements that HTML sets apart from the text around them (HTML, 15.3); their text must not run together. */
const BLOCK_LEVEL = new Set(
  (
    "address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset " +
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li main menu nav ol " +
    "optgroup option p pre script search section style summary table tbody td textarea tfoot th thead title tr ul"
  ).split(" "),
);

const KNOWN = "br, sub, sup, em, i, b, strong, span, div and comments";

/** Attributes that a stylesheet, a link or a hyphenator can use. */
export interface Hooks {
  readonly classes: readonly string[];
  readonly id?: string;
  readonly language?: string;
}

/** The style a tag stands for; undefined if it stands for none. */
export function styleOf(name: string): Styled["kind"] | undefined {
  return Object.hasOwn(STYLES, name) ? STYLES[name] : undefined;
}

/** True if the text inside the element stands apart from what is before and behind it. */
export function isBlockLevel(name: string): boolean {
  return BLOCK_LEVEL.has(name);
}

/** Class, id and language of a tag that is understood; warns of other attributes. */
export function readHooks(tag: TagSyntax, context: BuildContext): Hooks {
  const { class: classes = "", id = "", lang, "xml:lang": xmlLang = lang, ...others } = tag.attributes;
  const [other] = Object.keys(others);
  if (other !== undefined) {
    const message = `Of the attributes of <${tag.name}> only class, id and lang are understood; ${other} is left out.`;
    context.report(
      diagnose("markdown/raw-html", spanOf(tag.place, context), message, "Use a class, and style it."),
    );
  }
  const language = xmlLang === undefined ? undefined : canonicalLanguage(xmlLang.trim());
  if (xmlLang !== undefined && language === undefined) {
    const message = `"${xmlLang}" is not the tag of a language.`;
    context.report(diagnose("markdown/raw-html", spanOf(tag.place, context), message, "Write en, fr, de-CH …"));
  }
  return {
    classes: classes.split(/\s+/).filter((name) => name !== ""),
    ...(id.trim() !== "" && { id: id.trim() }),
    ...(language !== undefined && { language }),
  };
}

/** Warns of a tag that is not understood; once a line, or once in an HTML block. */
export function warnUnknown(
  tag: { readonly name: string; readonly written?: string; readonly place: Place },
  context: BuildContext,
): void {
  const key = `${tag.name} ${context.htmlLine ?? tag.place.line}`;
  if (context.told.has(key)) return;
  context.told.add(key);
  const message = `The HTML tag <${tag.written ?? tag.name}> is not understood: it is left out, and the text inside it stays.`;
  context.report(diagnose("markdown/raw-html", spanOf(tag.place, context), message, hintFor(tag.name)));
}

/** An end tag: of something that was told of when it began, or of nothing. */
export function closeUnknown(tag: TagSyntax, context: BuildContext): void {
  const open = context.openUnknown.get(tag.name) ?? 0;
  if (open > 0) context.openUnknown.set(tag.name, open - 1);
  else warnUnpaired(tag, context);
}

/** Warns of a tag that has no counterpart where it needs one. */
export function warnUnpaired(tag: TagSyntax, context: BuildContext): void {
  const message = tag.closing
    ? `</${tag.written}> ends nothing that begins here.`
    : `<${tag.written}> is not closed where it should be, so it is left out; its text stays.`;
  const hint = tag.closing
    ? `Take it out, or write <${tag.written}> before it.`
    : `Write </${tag.written}> in the same paragraph; tags may not overlap with Markdown's own marks.`;
  context.report(diagnose("markdown/raw-html", spanOf(tag.place, context), message, hint));
}

/** What an `img` says; line ends in it are spaces. */
export function readImageTag({ attributes }: TagSyntax): Pick<ImageSyntax, "src" | "alt" | "title"> {
  const { src = "", alt = "", title } = attributes;
  const fold = (text: string): string => text.trim().replace(/\s+/g, " ");
  return { src: src.trim(), alt: fold(alt), ...(title !== undefined && { title: fold(title) }) };
}

/** Warns of an image that would better be Markdown, and says how. */
export function warnImage(tag: TagSyntax, context: BuildContext): void {
  const { src, alt, title } = readImageTag(tag);
  const address = /[\s()<>]/.test(src) ? `<${src}>` : src;
  const shown = `![${alt}](${address}${title === undefined ? "" : ` "${title}"`})`;
  const message = "<img> is HTML; it is read as a picture, without its other attributes.";
  context.report(diagnose("markdown/raw-html", spanOf(tag.place, context), message, `In Markdown: ${shown}`));
}

function hintFor(name: string): string {
  switch (name) {
    case "a":
      return 'In Markdown a link is [text](address); a place to link to is <span id="name"></span>.';
    case "s":
    case "del":
    case "strike":
      return "In Markdown: ~~struck out~~";
    case "code":
    case "kbd":
    case "tt":
    case "samp":
      return "In Markdown: `text`";
    case "hr":
      return "In Markdown: * * * on a line of its own.";
    case "table":
      return "In Markdown a table has bars between its cells: | one | two |";
    case "pre":
    case "script":
    case "style":
    case "textarea":
      return "In Markdown code stands between lines of ```.";
    default:
      return `Understood are ${KNOWN}.`;
  }
}
