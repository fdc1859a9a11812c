/**
 * One text file, from bytes to characters.
 *
 * Comes in: a path. Goes out: a `SourceFile`, its line ends made `\n` and its byte-order mark gone, and a
 * diagnostic if it cannot be read or is not UTF-8. It gives no meaning to the text.
 */
import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { type Diagnostic, diagnose, type Outcome } from "../core/diagnostic.ts";
import { type SourceFile, spanAt } from "../core/span.ts";

/**
 * Reads the file at `path`; spans will show `shown`. A file that is not UTF-8 is given as well as it can be
 * decoded, beside its error; one that cannot be read is undefined.
 */
export function readSource(path: string, shown: string, name: string): Outcome<SourceFile | undefined> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return { value: undefined, diagnostics: [unreadable(shown, error)] };
  }
  const diagnostics = isUtf8(bytes) ? [] : [notUtf8(bytes, shown)];
  return { value: { path: shown, name, text: decode(bytes) }, diagnostics };
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

function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8").decode(bytes).replace(/\r\n?/g, "\n");
}

function notUtf8(bytes: Buffer, shown: string): Diagnostic {
  const offset = firstBadByte(bytes);
  const before = decode(bytes.subarray(0, offset));
  const line = before.split("\n").length;
  const column = before.length - before.lastIndexOf("\n");
  const bad = bytes[offset] ?? 0;
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const guess = wide
    ? "It looks like UTF-16."
    : `If it was saved as Windows-1252, the character here is “${new TextDecoder("windows-1252").decode(Uint8Array.of(bad))}”.`;
  return diagnose(
    "manuscript/not-utf8",
    spanAt(shown, line, column),
    `The file is not UTF-8: the byte ${bad.toString(16).toUpperCase().padStart(2, "0")} cannot stand here.`,
    "Open the file in your editor and save it with the encoding UTF-8.",
    guess,
  );
}

/** The offset of the first byte that begins no well-formed sequence (RFC 3629, 4); the length if there is none. */
export function firstBadByte(bytes: Uint8Array): number {
  let offset = 0;
  while (offset < bytes.length) {
    const length = sequenceLength(bytes, offset);
    if (length === 0) return offset;
    offset += length;
  }
  return bytes.length;
}

function sequenceLength(bytes: Uint8Array, offset: number): number {
  const [lead = 0, second = 0, third = 0, fourth = 0] = bytes.subarray(offset, offset + 4);
  const follows = (byte: number) => byte >= 0x80 && byte <= 0xbf;
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return follows(second) ? 2 : 0;
  if (lead >= 0xe0 && lead <= 0xef) {
    const low = lead === 0xe0 ? 0xa0 : 0x80;
    const high = lead === 0xed ? 0x9f : 0xbf;
    return second >= low && second <= high && follows(third) ? 3 : 0;
  }
  if (lead >= 0xf0 && lead <= 0xf4) {
    const low = lead === 0xf0 ? 0x90 : 0x80;
    const high = lead === 0xf4 ? 0x8f : 0xbf;
    return second >= low && second <= high && follows(third) && follows(fourth) ? 4 : 0;
  }
  return 0;
}
