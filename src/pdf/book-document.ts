/**
 * pdfkit's document, and what it lacks.
 *
 * Comes in: what the file says of itself. Goes out: an open document that takes objects of our own in object streams, writes our own
 * XMP, and leaves structure to us. All that is known of pdfkit's inside (0.20) beside fonts stands here.
 */
import { deflateSync } from "node:zlib";
import PDFDocument from "pdfkit";
import type { PdfkitFont } from "./embedded-font.ts";
import { type FileFacts, PROGRAM, writeXmp } from "./xmp.ts";

/** An indirect object. */
export interface Reference {
  readonly id: number;
  readonly data: Record<string, unknown>;
  compress: boolean;
  readonly write: (chunk: Uint8Array) => void;
  readonly end: (chunk?: Uint8Array) => void;
  readonly toString: () => string;
}

/** The parts of pdfkit's document that its types leave out. */
interface Internals {
  readonly _font: PdfkitFont;
  readonly _root: Reference;
  readonly _info: Reference;
  readonly _id: Uint8Array;
  readonly _offset: number;
  readonly _offsets: (number | null)[];
  readonly _refEnd: (ended: { readonly id: number; readonly offset: null }) => void;
  readonly _write: (data: Uint8Array | string) => void;
  readonly ref: (data?: Record<string, unknown>) => Reference;
  readonly push: (chunk: null) => boolean;
  /** For a picture that is drawn more than once. */
  readonly openImage: (bytes: Buffer) => PDFKit.Mixins.ImageSrc;
}

/** Where an object lies: in which object stream, at which place in it. */
interface Packed {
  readonly stream: number;
  readonly index: number;
}

/** Objects to a stream: readers unpack a whole stream for one of them. */
const OBJECTS_IN_STREAM = 200;

export class BookDocument extends PDFDocument {
  /** Set before the end if the file may call itself accessible. */
  accessible = false;
  readonly #facts: FileFacts;
  readonly #packed = new Map<number, Packed>();

  constructor(facts: FileFacts) {
    super({
      autoFirstPage: false,
      font: "",
      pdfVersion: "1.7",
      lang: facts.language,
      displayTitle: true,
      info: infoOf(facts),
    } as PDFKit.PDFDocumentOptions);
    this.#facts = facts;
    this.inside._root.data.MarkInfo = { Marked: true };
  }

  get inside(): Internals {
    return this as unknown as Internals;
  }

  /** Writes objects that are no streams into object streams (ISO 32000-1, clause 7.5.7). */
  pack(objects: readonly (readonly [Reference, string])[]): void {
    for (let from = 0; from < objects.length; from += OBJECTS_IN_STREAM) {
      const group = objects.slice(from, from + OBJECTS_IN_STREAM);
      const stream = this.inside.ref({ Type: "ObjStm", N: group.length });
      let places = "";
      let bodies = "";
      group.forEach(([{ id }, body], index) => {
        places += `${id} ${bodies.length} `;
        bodies += `${body}\n`;
        this.#packed.set(id, { stream: stream.id, index });
      });
      stream.data.First = places.length;
      stream.end(Buffer.from(places + bodies, "latin1"));
      for (const [{ id }] of group) this.inside._refEnd({ id, offset: null });
    }
  }

  /** pdfkit would end a structure of its own. */
  override endMarkings(): void {}

  override endMetadata(): void {
    const metadata = this.inside.ref({ Type: "Metadata", Subtype: "XML" });
    metadata.compress = false;
    metadata.end(Buffer.from(writeXmp(this.#facts, this.accessible)));
    this.inside._root.data.Metadata = metadata;
  }

  /** A cross-reference stream (ISO 32000-1, clause 7.5.8), which alone can tell of objects in streams. */
  _finalize(): void {
    const { _offset: start, _offsets: offsets, _root: root, _info: info, _id: file } = this.inside;
    const id = offsets.length + 1;
    const table = Buffer.alloc((id + 1) * 7);
    const setEntry = (entry: number, kind: number, place: number, index: number): void => {
      table.writeUInt8(kind, entry * 7);
      table.writeUInt32BE(place, entry * 7 + 1);
      table.writeUInt16BE(index, entry * 7 + 5);
    };
    setEntry(0, 0, 0, 0xffff);
    offsets.forEach((offset, i) => {
      const packed = this.#packed.get(i + 1);
      if (packed) setEntry(i + 1, 2, packed.stream, packed.index);
      else setEntry(i + 1, 1, offset ?? 0, 0);
    });
    setEntry(id, 1, start, 0);
    const bytes = deflateSync(table);
    const name = `<${Buffer.from(file).toString("hex")}>`;
    const dictionary = `/Type/XRef/Size ${id + 1}/W[1 4 2]/Root ${root}/Info ${info}/ID[${name}${name}]`;
    this.inside._write(`${id} 0 obj\n<<${dictionary}/Filter/FlateDecode/Length ${bytes.length}>>\nstream`);
    this.inside._write(bytes);
    this.inside._write(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF`);
    this.inside.push(null);
  }
}

function infoOf(facts: FileFacts): Record<string, unknown> {
  return {
    Title: facts.title,
    Creator: PROGRAM,
    Producer: PROGRAM,
    CreationDate: new Date(facts.modified),
    ModDate: new Date(facts.modified),
    ...(facts.author !== "" && { Author: facts.author }),
    ...(facts.subject !== "" && { Subject: facts.subject }),
  };
}

/** All bytes of a document, when it has ended. */
export function collectBytes(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    document.on("end", () => resolve(Buffer.concat(chunks)));
    document.on("error", reject);
  });
}
