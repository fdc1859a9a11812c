/**
 * What reading systems and screen readers should know of an element, beside what both books share.
 *
 * Comes in: the marked-up sections. Goes out: the attributes that the EPUB adds: names of sections, headings as they are said, and
 * types and roles of passages that an author marked by a class (EPUB Structural Semantics 1.1, DPUB-ARIA 1.1). It changes no tree.
 */
import type { Element, ElementNode, MarkedSection } from "../book/element.ts";
import { elementsOf } from "../book/elements-of.ts";
import { spokenHeading } from "./spoken-heading.ts";

/** Classes of divisions that say what they hold, with the type and the role for it. */
const PASSAGES: Readonly<Record<string, readonly [type: string, role: string]>> = {
  abstract: ["abstract", "doc-abstract"],
  acknowledgments: ["acknowledgments", "doc-acknowledgments"],
  conclusion: ["conclusion", "doc-conclusion"],
  dedication: ["dedication", "doc-dedication"],
  epigraph: ["epigraph", "doc-epigraph"],
  example: ["example", "doc-example"],
  pullquote: ["pullquote", "doc-pullquote"],
  tip: ["tip", "doc-tip"],
};

export type AttributeGiver = (element: Element) => Readonly<Record<string, string>>;

/** Attributes for every element of the sections. */
export function giveAttributes(sections: readonly MarkedSection[]): AttributeGiver {
  const roots = new Map<Element, MarkedSection>(sections.map((section) => [section.root, section]));
  return (element) => {
    const section = roots.get(element);
    if (section) return nameSection(section);
    if (/^h[1-6]$/.test(element.name)) return nameHeading(element);
    return element.name === "div" ? classify(element) : {};
  };
}

/** A section that is a landmark of its own has a name: its heading's, or its title's. */
function nameSection({ root, title }: MarkedSection): Readonly<Record<string, string>> {
  if (!root.attributes.role) return {};
  const heading = [...elementsOf(root)].find((element) => /^h[1-6]$/.test(element.name));
  return heading?.id === undefined ? { "aria-label": title } : { "aria-labelledby": heading.id };
}

function nameHeading(heading: Element): Readonly<Record<string, string>> {
  const spoken = spokenHeading(wordsOf(heading));
  return spoken === undefined ? {} : { "aria-label": spoken };
}

function classify({ classes, attributes }: Element): Readonly<Record<string, string>> {
  if (attributes.role || attributes["epub:type"]) return {};
  const [type, role] = classes.map((name) => PASSAGES[name]).find((found) => found !== undefined) ?? [];
  return type && role ? { "epub:type": type, role } : {};
}

/** A heading's words without its notes; a line break is a line end. */
function wordsOf(node: ElementNode): string {
  if (node.kind === "text") return node.text;
  if (node.name === "br") return "\n";
  if (node.name === "img") return node.attributes.alt ?? "";
  return node.attributes.role === "doc-noteref" ? "" : node.children.map(wordsOf).join("");
}
