/**
 * The book as elements: the names, classes and ids that a stylesheet selects by, the same in both outputs.
 *
 * Comes in: nothing. Goes out: the tree that the EPUB writes as XHTML and the page is set from, so that one
 * rule of the stylesheet means one thing. `mark-up.ts` makes it from a `ResolvedBook`.
 */
import type { Span } from "../core/span.ts";
import type { Matter, SectionRole } from "./roles.ts";

/** Characters. */
export interface TextNode {
  readonly kind: "text";
  readonly text: string;
  readonly span: Span;
  /** For a piece of a text node that was cut (for `::first-letter`): the whole node, and where in its text the piece begins. */
  readonly of?: { readonly node: TextNode; readonly offset: number };
  /** For text that the stylesheet adds: the element of the book that it is added to. */
  readonly addedTo?: Element;
}

/** What an element that stylesheets add stands for. A `leader` fills its line with its text. */
export type Generated = "before" | "after" | "marker" | "first-letter" | "leader";

/** An XHTML element. */
export interface Element {
  readonly kind: "element";
  /** Lower case: `p`, `h1`, `blockquote`. */
  readonly name: string;
  /** Every role of a section is one of its classes. */
  readonly classes: readonly string[];
  /** Unique in its document. */
  readonly id?: string;
  /**
   * All others, by their XHTML names (`href`, `alt`, `lang`, `epub:type`, `role`, `start`, `scope`).
   * A link inside the book has `href` as `id.xhtml#fragment` (with the file name even within one document); an `img` has
   * `src` as the absolute path of its file.
   */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly ElementNode[];
  readonly span: Span;
  /** For an element whose children were changed for print: the element of the book. */
  readonly of?: Element;
  /** Absent for what stands in the book. */
  readonly generated?: Generated;
}

export type ElementNode = Element | TextNode;

/** One document of the book: its body is one `section` element, or the `nav` of the printed contents. */
export interface MarkedSection {
  /** File name stem and slug: `001-chapter-1`. */
  readonly id: string;
  readonly role: SectionRole;
  readonly matter: Matter;
  /** True for what print alone has: e-books have contents of their own, and no half-title. */
  readonly printOnly: boolean;
  /** Plain text for contents and outline. */
  readonly title: string;
  /** BCP 47, where it differs from the book's. */
  readonly language?: string;
  /** The `section` element. Its notes are `aside.footnote` elements in a last child `section.footnotes`. */
  readonly root: Element;
  /** Headings under the section's own title, nested by level, for contents and outline. */
  readonly headings: readonly MarkedHeading[];
}

/** A heading as contents and outline show it. */
export interface MarkedHeading {
  /** The element's id. */
  readonly id: string;
  readonly title: string;
  readonly children: readonly MarkedHeading[];
}
