/**
 * What each element is in a PDF's structure.
 *
 * Comes in: an element. Goes out: its structure type (ISO 32000-1, clause 14.8.4) and how its content is held. It builds no
 * tree.
 */
import type { Element } from "../book/element.ts";

/** Structure types that we write; `Em` and `Strong` are no types of PDF 1.7 and are mapped to `Span`. */
export type Role =
  | "Document"
  | "Part"
  | "Sect"
  | "Div"
  | "BlockQuote"
  | "TOC"
  | "TOCI"
  | "H1"
  | "H2"
  | "H3"
  | "H4"
  | "H5"
  | "H6"
  | "P"
  | "L"
  | "LI"
  | "Lbl"
  | "LBody"
  | "Table"
  | "THead"
  | "TBody"
  | "TR"
  | "TH"
  | "TD"
  | "Figure"
  | "Caption"
  | "Note"
  | "Reference"
  | "Link"
  | "Code"
  | "Span"
  | "Em"
  | "Strong";

/** What the role map says of types that PDF 1.7 does not know. */
export const ROLE_MAP = { Em: "Span", Strong: "Span" } as const satisfies Partial<Record<Role, Role>>;

const ROLES: Readonly<Record<string, Role>> = {
  section: "Sect",
  nav: "Sect",
  blockquote: "BlockQuote",
  h1: "H1",
  h2: "H2",
  h3: "H3",
  h4: "H4",
  h5: "H5",
  h6: "H6",
  p: "P",
  pre: "P",
  ul: "L",
  ol: "L",
  li: "LI",
  table: "Table",
  thead: "THead",
  tbody: "TBody",
  tr: "TR",
  th: "TH",
  td: "TD",
  img: "Figure",
  figcaption: "Caption",
  caption: "Caption",
  code: "Code",
  em: "Em",
  strong: "Strong",
};

/** Elements that stand in a line and say nothing that a reading voice could tell. */
const PLAIN_INLINE = new Set(
  "a abbr b bdi bdo br cite del dfn i ins kbd mark q rp rt ruby s samp small span sub sup time u var wbr".split(
    " ",
  ),
);

/** In a list of contents. */
const CONTENTS_ROLES: Readonly<Record<string, Role>> = { ol: "TOC", ul: "TOC", li: "TOCI" };

/**
 * The types of an element, the outer one first; none if its content belongs to the element around it. `inContents` is true in the
 * table of contents, `leads` if the element is a link that leads somewhere in print.
 */
export function rolesOf(element: Element, inContents: boolean, leads: boolean): readonly Role[] {
  const { name, classes } = element;
  if (name === "a") {
    const link: readonly Role[] = leads ? ["Link"] : [];
    if (classes.includes("noteref") || inContents) return ["Reference", ...link];
    return classes.includes("backlink") ? ["Lbl", ...link] : link;
  }
  if (classes.includes("footnote")) return ["Note"];
  const role = (inContents ? CONTENTS_ROLES[name] : undefined) ?? ROLES[name];
  if (role) return [role];
  if (PLAIN_INLINE.has(name)) return element.attributes.lang === undefined ? [] : ["Span"];
  return holdsText(element) ? ["P"] : ["Div"];
}

function holdsText(element: Element): boolean {
  return element.children.some((child) => child.kind === "text" && child.text.trim() !== "");
}

/** Types that hold lines of text themselves, after which the notes come that the text refers to. */
export const PARAGRAPHS: ReadonlySet<Role> = new Set(["P", "H1", "H2", "H3", "H4", "H5", "H6"]);

/** Types that hold blocks, or text and blocks alike; the notes that their own text refers to stand at their end. */
export const MIXED: ReadonlySet<Role> = new Set([
  "Sect",
  "Div",
  "BlockQuote",
  "TOCI",
  "TH",
  "TD",
  "Caption",
  "Note",
]);
