/**
 * The EPUB's bytes, through epub-gen-memory.
 *
 * Comes in: an `EpubPackage`. Goes out: the zip. The library's `EPub` makes the container, renders the templates,
 * places the resources and packs the zip; this subclass gives it templates that print our finished documents, and
 * takes away what would make a build random or invalid: its own identifier and dates, the cleaning of chapters (which
 * drops attributes), downloads, and the clock in the zip. Only this module knows the library.
 */
import { EPub } from "epub-gen-memory";
import type { EpubPackage } from "./epub-package.ts";

/** The library's templates are EJS; ours print what is ready. `book` and `content` are set by {@link PackagedBook}. */
const TEMPLATES = {
  chapterXHTML: "<%- content %>",
  contentOPF: "<%- book.packageDocument %>",
  tocXHTML: "<%- book.navigation %>",
  tocNCX: "<%- book.ncx %>",
};

/** Compressed by their own format: to pack them again takes long and gains nothing. */
const PACKED = new Set(["image/jpeg", "image/png", "image/gif"]);

const ENCRYPTION = "META-INF/encryption.xml";

/** The zip of a package; the same bytes for the same package, whenever and wherever. */
export async function writeEpub(pkg: EpubPackage): Promise<Uint8Array> {
  return new PackagedBook(pkg).genEpub();
}

class PackagedBook extends EPub {
  readonly #pkg: EpubPackage;

  /**
   * The library parses and cleans every chapter it is given, and allows no folder in a file name. So it is given empty
   * chapters, which take their names and documents afterwards.
   */
  constructor(pkg: EpubPackage) {
    super(
      { title: pkg.title, lang: pkg.language, date: pkg.modified, css: pkg.css, ...TEMPLATES },
      pkg.documents.map(({ title }) => ({ title, content: "" })),
    );
    this.#pkg = pkg;
    this.uuid = pkg.identifier;
    this.options = Object.assign(this.options, { book: pkg });
    this.content = this.content.map((chapter, index) => {
      const document = pkg.documents[index];
      return document
        ? { ...chapter, id: document.id, filename: document.href, content: document.xhtml }
        : chapter;
    });
  }

  override async render(): Promise<this> {
    await super.render();
    this.#settleEntries();
    return this;
  }

  /** Takes the place of the library's fetching: images, stylesheets and fonts alike are in memory already. */
  protected override async downloadAllImages(): Promise<void> {
    for (const { href, mediaType, bytes } of this.#pkg.resources) {
      const compression = PACKED.has(mediaType) ? "STORE" : "DEFLATE";
      this.zip.file(`OEBPS/${href}`, bytes, { compression });
    }
    if (this.#pkg.encryption !== undefined) this.zip.file(ENCRYPTION, this.#pkg.encryption);
  }

  /** One order and one date for all entries, and no entries for folders. JSZip writes dates in UTC. */
  #settleEntries(): void {
    const { documents, resources, modified } = this.#pkg;
    const fixed = ["content.opf", "toc.xhtml", "toc.ncx", "style.css"];
    const inside = [...fixed, ...documents.map((d) => d.href), ...resources.map((r) => r.href)];
    const date = zipDate(modified);
    const rendered = { ...this.zip.files };
    for (const name of Object.keys(rendered)) delete this.zip.files[name];
    const meta = ["META-INF/container.xml", ...(this.#pkg.encryption === undefined ? [] : [ENCRYPTION])];
    for (const name of ["mimetype", ...meta, ...inside.map((href) => `OEBPS/${href}`)]) {
      const entry = rendered[name];
      if (!entry) throw new Error(`epub-gen-memory did not render ${name}`);
      entry.date = date;
      this.zip.files[name] = entry;
    }
  }
}

/** The zip format counts from 1980 to 2107. */
function zipDate(modified: string): Date {
  const earliest = Date.UTC(1980, 0, 1);
  const latest = Date.UTC(2107, 11, 31);
  return new Date(Math.min(Math.max(Date.parse(modified) || earliest, earliest), latest));
}
