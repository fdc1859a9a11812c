/**
 * The book model: what an author's manuscript says, free of Markdown and of either output.
 *
 * Comes in: nothing. Goes out: the types `Book` (as written) and `ResolvedBook` (numbered, linked,
 * checked), which is all that the two outputs ever see.
 */
import type { NumberedSections, Punctuation } from "../config/book-config.ts";
import type { Span } from "../core/span.ts";
import type { Matter, SectionRole } from "./roles.ts";

/** What every node carries. */
interface Placed {
  /** Where the node begins in the manuscript. */
  readonly span: Span;
}

/** A run of characters of one kind. Newlines inside a paragraph have become spaces. */
export interface Text extends Placed {
  readonly kind: "text";
  readonly text: string;
  /** The author wants it exactly so: it was escaped, or stood in a raw `pre`. */
  readonly literal?: true;
}
/** Inline nodes that only wrap others. */
export interface Styled extends Placed {
  readonly kind: "emphasis" | "strong" | "strikethrough" | "subscript" | "superscript";
  readonly children: readonly Inline[];
}
/** A raw `<span>`: a hook for the stylesheet. */
export interface Phrase extends Placed {
  readonly kind: "phrase";
  readonly classes: readonly string[];
  readonly id?: string;
  readonly language?: string;
  readonly children: readonly Inline[];
}
export interface Code extends Placed {
  readonly kind: "code";
  readonly text: string;
}
/** `href` as written in a `Book`; in a `ResolvedBook` an outside address, or `section#id` or `section`. */
export interface Link extends Placed {
  readonly kind: "link";
  readonly href: string;
  /** True once `href` leads to a place in this book. */
  readonly internal: boolean;
  readonly title?: string;
  readonly children: readonly Inline[];
}
export interface Image extends Placed {
  readonly kind: "image";
  /** As written, relative to the file it stands in. */
  readonly src: string;
  /** Absolute path of the file; absent until resolved. */
  readonly path?: string;
  /** Empty if the author gives none. */
  readonly alt: string;
  /** True if nothing is lost where it cannot be seen. */
  readonly decorative?: boolean;
  readonly title?: string;
}
export interface NoteReference extends Placed {
  readonly kind: "noteReference";
  /** As written, without `[^` and `]`; belongs to its file. */
  readonly label: string;
  /** 1-based number within the section; 0 until resolved. */
  readonly number: number;
  /** 1 for the first reference to a note, 2 for the next …; 0 until resolved. */
  readonly occurrence: number;
}
export interface LineBreak extends Placed {
  readonly kind: "lineBreak";
}
export type Inline = Text | Styled | Phrase | Code | Link | Image | NoteReference | LineBreak;

export interface Heading extends Placed {
  readonly kind: "heading";
  /** 1 to 6: as written in a `Book`; in a `ResolvedBook` 1 is the section's own title, with no gaps below. */
  readonly level: number;
  /** Unique in its section once resolved; empty until then. */
  readonly id: string;
  /** What it was taken for, if the author did not mark it as a heading; absent once resolved. */
  readonly found?: "number" | "title";
  readonly children: readonly Inline[];
}
export interface Paragraph extends Placed {
  readonly kind: "paragraph";
  readonly children: readonly Inline[];
}
/** A paragraph that holds nothing but one image. */
export interface Figure extends Placed {
  readonly kind: "figure";
  readonly image: Image;
}
export interface Quotation extends Placed {
  readonly kind: "quotation";
  readonly children: readonly Block[];
}
export interface List extends Placed {
  readonly kind: "list";
  readonly ordered: boolean;
  /** Number of the first item; 1 for unordered lists. */
  readonly start: number;
  /** True if its items are set without space between them. */
  readonly tight: boolean;
  readonly items: readonly ListItem[];
}
export interface ListItem extends Placed {
  readonly kind: "listItem";
  readonly children: readonly Block[];
}
export interface CodeBlock extends Placed {
  readonly kind: "codeBlock";
  /** First word of the info string, or empty. */
  readonly language: string;
  /** Ends without a newline. */
  readonly text: string;
}
export interface Table extends Placed {
  readonly kind: "table";
  readonly columns: readonly ("left" | "center" | "right" | "none")[];
  readonly head: readonly TableCell[];
  readonly rows: readonly (readonly TableCell[])[];
}
export interface TableCell extends Placed {
  readonly kind: "cell";
  readonly children: readonly Inline[];
}
export interface SceneBreak extends Placed {
  readonly kind: "sceneBreak";
}
/** A raw `<div>`. */
export interface Division extends Placed {
  readonly kind: "division";
  readonly classes: readonly string[];
  readonly id?: string;
  readonly language?: string;
  readonly children: readonly Block[];
}
export type Block = Heading | Paragraph | Figure | Quotation | List | CodeBlock | Table | SceneBreak | Division;

/** A note's text, as defined in the manuscript. */
export interface Note extends Placed {
  readonly label: string;
  readonly children: readonly Block[];
}

/** One file of the manuscript, as written. */
export interface Manuscript {
  /** The file's {@link SourceFile.path} and {@link SourceFile.name}. */
  readonly path: string;
  readonly name: string;
  /** From the file's own header. */
  readonly title?: string;
  readonly language?: string;
  readonly punctuation?: Punctuation;
  /** From its header, or from its name. */
  readonly role?: SectionRole;
  /** True if the header names the role: then the file is one section, whatever headings it has. */
  readonly isWhole: boolean;
  readonly classes: readonly string[];
  /** What its numbers open, where the header says so. */
  readonly sections?: NumberedSections;
  /** Sections that its first blocks make, known by their looks, and how many each has. */
  readonly opening?: readonly { readonly role: SectionRole; readonly length: number }[];
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
}

/** The manuscript as written: one entry a file, in reading order. */
export interface Book {
  readonly files: readonly Manuscript[];
}

/** A note with its number and the places that refer to it. */
export interface ResolvedNote extends Note {
  /** 1-based within its section, in order of first reference. */
  readonly number: number;
  /** How often the section refers to it; at least 1. */
  readonly references: number;
}

/** A part, a chapter, a preface …: one document of the EPUB, one opening in print. */
export interface Section {
  /** `part` holds the chapters after it up to the next part. */
  readonly role: SectionRole;
  /** Where it stands: the body is all from the first section that belongs there to the last. */
  readonly matter: Matter;
  /** A slug made from the file's name: unique, stable, a valid file name and XML id. */
  readonly id: string;
  /** Plain text for contents and outline; never empty. */
  readonly title: string;
  readonly language?: string;
  readonly classes: readonly string[];
  /** Its title first, if it has one: a heading of level 1. */
  readonly blocks: readonly Block[];
  readonly notes: readonly ResolvedNote[];
  readonly span: Span;
}

/** The book as both outputs take it: numbered, linked, checked. */
export interface ResolvedBook {
  readonly sections: readonly Section[];
}
