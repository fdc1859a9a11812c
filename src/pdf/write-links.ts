/**
 * Links and the places that they lead to.
 *
 * Comes in: placed links and anchors. Goes out: annotations on the present page, and named destinations. It makes no structure.
 */
import type { Element, ElementNode } from "../book/element.ts";
import type { PlacedAnchor, PlacedLink } from "../typeset/page/page.ts";
import type { BookDocument, Reference } from "./book-document.ts";

/** Of what is above an anchor so much is shown that a line standing on it is seen, points. */
const ABOVE_ANCHOR = 16;

/** Whether an address leads anywhere: a place inside the book that is not printed (a note's own, say) does not. */
export function leadsOf(anchors: ReadonlySet<string>): (href: string) => boolean {
  return (href) => anchors.has(href) || /^[a-z][a-z0-9+.-]*:/i.test(href);
}

export function addAnchor(document: BookDocument, { name, y }: PlacedAnchor): void {
  const top = Math.max(0, y - ABOVE_ANCHOR);
  document.addNamedDestination(name, "XYZ", null as unknown as number, top, null as unknown as number);
}

/** Names must be in the order of their bytes (ISO 32000-1, clause 7.9.6); pdfkit (0.20) sorts them as a dictionary would. */
export function sortDestinations(document: BookDocument): void {
  const { data } = document.inside._root.data.Names as Reference;
  const names = data.Dests as { _compareKeys: (a: string, b: string) => number };
  const bytes = (name: string): string => (/^\p{ASCII}*$/u.test(name) ? name : `\u00fe${name}`);
  names._compareKeys = (a, b) => (bytes(a) < bytes(b) ? -1 : bytes(a) > bytes(b) ? 1 : 0);
}

/** The link's annotation; `key` is its place in the parent tree. */
export function addLink(
  document: BookDocument,
  link: PlacedLink,
  anchors: ReadonlySet<string>,
  contents: string,
  key: number | undefined,
): Reference {
  const { x, y, width, height, href } = link;
  const options = { Contents: new String(contents), ...(key !== undefined && { StructParent: key }) };
  if (anchors.has(href)) document.goTo(x, y, width, height, href, options as PDFKit.Mixins.AnnotationOption);
  else document.link(x, y, width, height, href, options as PDFKit.Mixins.AnnotationOption);
  const page = document.page as unknown as { readonly annotations: readonly Reference[] };
  const added = page.annotations.at(-1);
  if (!added) throw new Error("pdfkit has added no annotation");
  return added;
}

/** What a reader is told of a link: its title, its words, or else where it leads. */
export function describeLink(href: string, element: Element | undefined): string {
  const title = element?.attributes.title;
  if (title !== undefined && title !== "") return title;
  const words = element ? textIn(element).replace(/\s+/g, " ").trim() : "";
  return words === "" ? href : words;
}

function textIn(node: ElementNode): string {
  if (node.kind === "text") return node.text;
  return node.name === "img" ? (node.attributes.alt ?? "") : node.children.map(textIn).join("");
}
