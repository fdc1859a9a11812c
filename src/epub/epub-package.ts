/**
 * An EPUB before it is a zip: every file of it, finished.
 *
 * Comes in: nothing. Goes out: the types between `packageEpub` and `writeEpub`.
 *
 * The layout inside `OEBPS/`: package document, navigation, NCX, stylesheets and cover page at the top, the book's own
 * documents in `text/`, images in `images/`, fonts in `fonts/`. So no name from the manuscript can collide with one of ours.
 */

/** One item of the package's manifest. */
export interface EpubItem {
  /** Unique among the items and a valid XML name; made from a slug, so it survives an edit of the manuscript. */
  readonly id: string;
  /** Relative to the package document, ASCII or at least unreserved characters, `/` between its parts. */
  readonly href: string;
  readonly mediaType: string;
  /** `cover-image`, `svg`, `mathml`, `nav`: exactly those that are true of the item. */
  readonly properties: readonly string[];
}

/** An XHTML document of the spine. */
export interface EpubDocument extends EpubItem {
  /** Plain text; never empty. */
  readonly title: string;
  /** The whole document, from the XML declaration on. */
  readonly xhtml: string;
}

/** A file that documents refer to: image, stylesheet, font. */
export interface EpubResource extends EpubItem {
  readonly bytes: Uint8Array;
}

/** Every file of the book that differs from book to book. */
export interface EpubPackage {
  /** The package's unique identifier, as in the package document and the NCX. */
  readonly identifier: string;
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** `CCYY-MM-DDThh:mm:ssZ`; also the date of every entry of the zip. */
  readonly modified: string;
  /** `content.opf` */
  readonly packageDocument: string;
  /** `toc.xhtml` */
  readonly navigation: string;
  /** `toc.ncx` */
  readonly ncx: string;
  /** `style.css` */
  readonly css: string;
  /** In the order of the spine. */
  readonly documents: readonly EpubDocument[];
  readonly resources: readonly EpubResource[];
  /** `META-INF/encryption.xml`, if fonts are obfuscated. */
  readonly encryption?: string;
}
