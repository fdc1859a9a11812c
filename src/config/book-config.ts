/**
 * The book's configuration in its resolved state: every default taken, every path absolute.
 *
 * Comes in: nothing. Goes out: the types that all later stages read. `resolve-config.ts` makes them.
 */
import type { Span } from "../core/span.ts";
import type { RoleName } from "./contributor-roles.ts";

/** Somebody named on the title page. */
export interface Person {
  readonly name: string;
  /** For catalogues, as in "Austen, Jane". Absent: made from the name. */
  readonly sortName?: string;
}

/** Somebody who is no author, but had a part in the book. */
export interface Contributor extends Person {
  /** MARC relator code: `trl`, `edt`, `ill` … */
  readonly role: string;
  /** The same in the words of `contributor-roles.ts`, which tell forewords from introductions. */
  readonly task: RoleName;
  /** What title page and copyright page say of it: "Aus dem Englischen von Anna Weber". Absent: made from task and name. */
  readonly credit?: string;
}

/** What a book is about. */
export interface Subject {
  /** In words; for a code without words, the code. */
  readonly name: string;
  /** Where the name is one of a scheme's. */
  readonly scheme?: { readonly authority: "BISAC" | "Thema"; readonly code: string };
}

/** The editions that may have an ISBN of their own. */
export const EDITIONS = ["epub", "pdf", "print", "paperback", "hardback"] as const;

export type EditionName = (typeof EDITIONS)[number];

/** An edition that has pages of paper. */
export type PrintEdition = Exclude<EditionName, "epub" | "pdf">;

/** An ISBN and what it stands for. */
export interface Isbn {
  /** `urn:isbn:` and digits. */
  readonly uri: string;
  /** As the copyright page shows it, if the author has parted it: `978-0-306-40615-7`. */
  readonly groups?: string;
  /** Absent: the author has one ISBN and says no more. */
  readonly edition?: EditionName;
}

/** What the author says of the EPUB's accessibility; all else is computed from the book. */
export interface AccessibilityStatement {
  /** Who answers for the claim that the EPUB conforms; absent: no claim is made. */
  readonly certifiedBy?: string;
  /** In the book's language, in place of Fleuron's own summary. */
  readonly summary?: string;
  readonly span: Span;
}

/** A file that the configuration names. */
export interface NamedFile {
  /** Absolute. */
  readonly path: string;
  /** Where the configuration names it; absent if it was found by convention. */
  readonly span?: Span;
}

/** What `fonts:` may say. */
export const FONT_CHOICES = ["embed", "obfuscate", "none"] as const;
export type FontChoice = (typeof FONT_CHOICES)[number];

/** What `pdf:` may say. */
export const PDF_PURPOSES = ["print", "screen"] as const;
export type PdfPurpose = (typeof PDF_PURPOSES)[number];

/** A book in a series. */
export interface Series {
  readonly name: string;
  readonly number?: string;
}

/** `smart`: straight quotes, typed dashes and dots become what a printer sets; `off`: the text stays as it is typed. */
export type Punctuation = "smart" | "off";
/**
 * How the lines of a file make paragraphs. `lines`: each is one, and an empty line is a scene break. `wrapped`: empty lines
 * part paragraphs, and other line ends are spaces. `markdown`: as CommonMark says. The first two know no lists, quotations and
 * code.
 */
export type Paragraphs = "lines" | "wrapped" | "markdown";

/** What a section's number opens that stands alone on its line; `off`: nothing, it is text. */
export type NumberedSections = "chapters" | "inside" | "off";

/** Everything about the book that is not its text. */
export interface BookConfig {
  /** The manuscript's folder as the author gave it; spans begin with it. */
  readonly folder: string;
  readonly title: string;
  readonly subtitle?: string;
  /** In the order of the title page; may be empty. */
  readonly authors: readonly Person[];
  /** Translators, editors, illustrators …, in the order of book.yaml; may be empty. */
  readonly contributors: readonly Contributor[];
  /** BCP 47, e.g. `en-GB`. */
  readonly language: string;
  readonly publisher?: string;
  /** Of the EPUB: `urn:isbn:…`, `urn:uuid:…` or any URI; the first is the package's unique identifier; never empty. */
  readonly identifiers: readonly string[];
  /** Of all editions, in the order of book.yaml, no edition twice; may be empty. */
  readonly isbns: readonly Isbn[];
  /** ISO 8601 date, or a year, of publication. */
  readonly date?: string;
  readonly rights?: string;
  /** As the copyright page has it: "Second edition". */
  readonly edition?: string;
  readonly description?: string;
  readonly series?: Series;
  readonly subjects: readonly Subject[];
  /** The edition whose pages the EPUB's page list names; `none`: it has no page list. */
  readonly pageList: PrintEdition | "none";
  readonly accessibility?: AccessibilityStatement;
  readonly cover?: NamedFile;
  /** True if the author names no cover and wants one all the same. */
  readonly makesCover: boolean;
  /** What the PDF is for: a file for the printer never has a cover, one for the screen begins with it. */
  readonly pdf: PdfPurpose;
  /** Whether the e-book carries its fonts, and whether their files are obfuscated. */
  readonly fonts: FontChoice;
  /** The stylesheet both books are set with. */
  readonly style: NamedFile;
  /** The heading level (1 to 6) that opens a chapter; absent: read from the manuscript. */
  readonly chapterLevel?: number;
  /** The heading level that opens a part; absent: any above the chapter's. */
  readonly partLevel?: number;
  /** Absent: smart. A file's own header goes before it. */
  readonly punctuation?: Punctuation;
  /** What the chapters' files are encoded in, as the author calls it; absent: found out for each. */
  readonly encoding?: string;
  /** Absent: found out for each file. */
  readonly paragraphs?: Paragraphs;
  /** Absent: chapters, unless a heading stands above them in the file. */
  readonly sections?: NumberedSections;
  /** How deep the printed contents go: 0 for none, 1 for parts and chapters, more for headings; absent: as the book needs it. */
  readonly contents?: number;
  /** Absolute paths of the chapters in order; absent: natural order of the folder. */
  readonly chapters?: readonly NamedFile[];
  /** The single file that the book is made of and whose header is its configuration, as spans show it. */
  readonly headed?: string;
  /** The outputs' file name without its ending. */
  readonly slug: string;
  /** `CCYY-MM-DDThh:mm:ssZ`: SOURCE_DATE_EPOCH, else the newest change of a source file. */
  readonly modified: string;
}
