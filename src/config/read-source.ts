/**
 * One text file, from the disk to characters.
 *
 * Comes in: a path, and the encoding that the author names. Goes out: a `SourceFile`, its line ends made `\n` and its
 * byte-order mark gone; a warning if its encoding had to be guessed, an error if there is none that fits, or if the file
 * cannot be read. It gives no meaning to the text.
 */
import { readFileSync } from "node:fs";
import type { Changed } from "../core/change.ts";
import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import { type SourceFile, type Span, spanAt } from "../core/span.ts";
import { type DecodedText, decodeText, type UndecodableText } from "./decode-text.ts";

/** The encoding of a file, as far as the author names it: from the bytes, since a chapter's header may. */
export type EncodingOf = (bytes: Uint8Array) => string | undefined;

/**
 * Reads the file at `path`; spans will show `shown`. A file in no known encoding is given as well as it can be decoded,
 * beside its error; one that cannot be read is undefined.
 */
export function readSource(
  path: string,
  shown: string,
  name: string,
  encodingOf: EncodingOf = () => undefined,
): Changed<SourceFile | undefined> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return { value: undefined, diagnostics: [unreadable(shown, error)], changes: [] };
  }
  const decoded = decodeText(bytes, encodingOf(bytes));
  const value = { path: shown, name, text: decoded.text };
  if (decoded.kind === "undecodable")
    return { value, diagnostics: [tellUndecodable(decoded, bytes, shown)], changes: [] };
  if (decoded.encoding === "UTF-8") return { value, diagnostics: [], changes: [] };
  const span = firstForeign(decoded, shown);
  const diagnostics = decoded.assumed ? [tellAssumed(decoded, span)] : [];
  return { value, diagnostics, changes: [{ what: "text/encoding", span, after: `from ${decoded.encoding}` }] };
}

/** The diagnostic for a file or folder that the system refuses to read. */
export function unreadable(shown: string, error: unknown): Diagnostic {
  const reason = systemReason(error);
  return diagnose(
    "manuscript/unreadable",
    spanAt(shown, 1),
    `This cannot be read: ${reason}.`,
    "Check that it is there and that you may read it; or begin its name with _ to leave it out of the book.",
  );
}

/** What the system says, in words. Rethrows what is no answer of the file system. */
export function systemReason(error: unknown): string {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") throw error;
  return REASONS[error.code] ?? error.code;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "you have no permission",
  EPERM: "you have no permission",
  ENOENT: "it is not there",
  ENOTDIR: "a part of its path is not a folder",
  EISDIR: "it is a folder",
  EEXIST: "there is a file of that name",
  ELOOP: "its links lead round in a circle",
  EMFILE: "too many files are open",
  ENOSPC: "the disk is full",
  EROFS: "the disk can only be read",
  EIO: "the disk reports a fault",
  EBUSY: "another program is using it",
  ENAMETOOLONG: "its name is too long",
};

/** The first character that is not ASCII. */
function firstForeign({ text }: DecodedText, shown: string): Span {
  const offset = Math.max(0, text.search(/[^\0-\u007f]/));
  const before = text.slice(0, offset);
  return spanAt(shown, before.split("\n").length, offset - before.lastIndexOf("\n"));
}

function tellAssumed({ encoding }: DecodedText, span: Span): Diagnostic {
  return diagnose(
    "manuscript/encoding",
    span,
    `The file is not UTF-8. It is read as ${encoding}; this is the first line that it matters for.`,
    `If the line is right, save the file as UTF-8, or write encoding: ${encoding.toLowerCase()} in book.yaml or in the file's header.`,
    "If it is wrong, name the right one there: encoding: macintosh, for example.",
  );
}

function tellUndecodable({ offset, encoding }: UndecodableText, bytes: Buffer, shown: string): Diagnostic {
  const before = decodeText(bytes.subarray(0, offset), encoding).text;
  const line = before.split("\n").length;
  const column = before.length - before.lastIndexOf("\n");
  const bad = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, "0");
  const fault =
    encoding === "UTF-8" ? "no encoding that Fleuron can guess" : `not ${encoding}, as it is said to be`;
  return diagnose(
    "manuscript/not-utf8",
    spanAt(shown, line, column),
    `The file is in ${fault}: the byte ${bad} cannot stand here.`.replace("is in not", "is not"),
    "Open the file in your editor and save it with the encoding UTF-8.",
    "If you know its encoding, name it in book.yaml or in the file's header: encoding: windows-1250, for example.",
  );
}
