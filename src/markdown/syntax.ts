/**
 * Markdown as a tree: what the parser found, in the words of CommonMark, with a place in the file on every node.
 *
 * Comes in: nothing. Goes out: the types that `parseMarkdown` makes and `src/book` reads. They know nothing of books,
 * and nothing of markdown-it.
 */

/** A stretch of one line of the file. */
export interface Place {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
  /** In UTF-16 code units of the source, cut off at the end of the line; at least 1. */
  readonly length: number;
}

interface Placed {
  readonly place: Place;
}

/** Characters on one line of the file, escapes and entities undone. */
export interface TextSyntax extends Placed {
  readonly kind: "text";
  readonly text: string;
  /** One quotation mark, hyphen or full stop that stood behind a backslash. */
  readonly escaped?: true;
}
export interface BreakSyntax extends Placed {
  /** A line end inside a block: one that is a space, or one that is kept. */
  readonly kind: "softBreak" | "hardBreak";
}
export interface CodeSyntax extends Placed {
  readonly kind: "code";
  readonly text: string;
}
export interface StyledSyntax extends Placed {
  readonly kind: "emphasis" | "strong" | "strikethrough";
  readonly children: readonly InlineSyntax[];
}
export interface LinkSyntax extends Placed {
  readonly kind: "link";
  /** Percent-encoded. */
  readonly href: string;
  readonly title?: string;
  readonly children: readonly InlineSyntax[];
}
export interface ImageSyntax extends Placed {
  readonly kind: "image";
  /** Percent-encoded. */
  readonly src: string;
  readonly title?: string;
  /** The description without its markup. */
  readonly alt: string;
}
/** One raw HTML tag; what it encloses are its siblings. */
export interface TagSyntax extends Placed {
  readonly kind: "tag";
  /** Lower case. */
  readonly name: string;
  /** The name as it is written. */
  readonly written: string;
  /** `</name>`. */
  readonly closing: boolean;
  /** `<name/>`. */
  readonly selfClosing: boolean;
  /** By lower-case names, entities undone. */
  readonly attributes: Readonly<Record<string, string>>;
}
/** What a raw `pre`, `script`, `style` or `textarea` encloses, which HTML does not read as markup. */
export interface LiteralSyntax extends Placed {
  readonly kind: "literal";
  /** The element's name. */
  readonly name: string;
  readonly text: string;
}
export interface CommentSyntax extends Placed {
  readonly kind: "comment";
}
/** `<!DOCTYPE …>`, `<?…?>` or `<![CDATA[…]]>`; only the last has text. */
export interface DeclarationSyntax extends Placed {
  readonly kind: "declaration";
  readonly text: string;
}
export interface NoteReferenceSyntax extends Placed {
  readonly kind: "noteReference";
  /** As written, without `[^` and `]`. */
  readonly label: string;
}
/** What looks like a reference to a note that the file does not define. */
export interface UndefinedNoteSyntax extends Placed {
  readonly kind: "undefinedNote";
  readonly label: string;
}
/** `^[…]`: reference and note in one. */
export interface InlineNoteSyntax extends Placed {
  readonly kind: "inlineNote";
  /** Made up; unlike any that can be written. */
  readonly label: string;
  readonly children: readonly InlineSyntax[];
}
export type InlineSyntax =
  | TextSyntax
  | BreakSyntax
  | CodeSyntax
  | StyledSyntax
  | LinkSyntax
  | ImageSyntax
  | TagSyntax
  | LiteralSyntax
  | CommentSyntax
  | DeclarationSyntax
  | NoteReferenceSyntax
  | UndefinedNoteSyntax
  | InlineNoteSyntax;

export interface HeadingSyntax extends Placed {
  readonly kind: "heading";
  /** 1 to 6. */
  readonly level: number;
  readonly children: readonly InlineSyntax[];
}
export interface ParagraphSyntax extends Placed {
  readonly kind: "paragraph";
  readonly children: readonly InlineSyntax[];
}
export interface QuotationSyntax extends Placed {
  readonly kind: "quotation";
  readonly children: readonly BlockSyntax[];
}
export interface ListSyntax extends Placed {
  readonly kind: "list";
  readonly ordered: boolean;
  /** 1 for unordered lists. */
  readonly start: number;
  readonly tight: boolean;
  readonly items: readonly ListItemSyntax[];
}
export interface ListItemSyntax extends Placed {
  readonly kind: "listItem";
  readonly children: readonly BlockSyntax[];
}
export interface CodeBlockSyntax extends Placed {
  readonly kind: "codeBlock";
  /** First word of the info string, or empty. */
  readonly language: string;
  /** Ends without a newline. */
  readonly text: string;
}
export interface TableSyntax extends Placed {
  readonly kind: "table";
  readonly columns: readonly ("left" | "center" | "right" | "none")[];
  readonly head: readonly CellSyntax[];
  readonly rows: readonly (readonly CellSyntax[])[];
}
export interface CellSyntax extends Placed {
  readonly kind: "cell";
  readonly children: readonly InlineSyntax[];
}
export interface ThematicBreakSyntax extends Placed {
  readonly kind: "thematicBreak";
}
/** A block that CommonMark hands through as HTML; here read as tags and inline Markdown. A blank line is two soft breaks. */
export interface HtmlSyntax extends Placed {
  readonly kind: "html";
  readonly children: readonly InlineSyntax[];
}
/** A passage between lines of colons. */
export interface DivisionSyntax extends Placed {
  readonly kind: "division";
  readonly classes: readonly string[];
  readonly id?: string;
  /** False if no line of colons ends it before what it stands in ends. */
  readonly closed: boolean;
  readonly children: readonly BlockSyntax[];
}
export interface NoteDefinitionSyntax extends Placed {
  readonly kind: "noteDefinition";
  readonly label: string;
  readonly children: readonly BlockSyntax[];
}
export type BlockSyntax =
  | HeadingSyntax
  | ParagraphSyntax
  | QuotationSyntax
  | ListSyntax
  | CodeBlockSyntax
  | TableSyntax
  | ThematicBreakSyntax
  | HtmlSyntax
  | DivisionSyntax
  | NoteDefinitionSyntax;
