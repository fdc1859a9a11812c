/**
 * From bytes to characters, whatever the author's program has written.
 *
 * Comes in: the bytes of a file, and the encoding that the author names, if any. Goes out: the text and the encoding it was
 * read in, or the first byte that fits none. Line ends are `\n` and the byte-order mark is gone. It opens no file.
 */
import { isUtf8 } from "node:buffer";

/** A text, or why there is none. */
export type Decoded = DecodedText | UndecodableText;

export interface DecodedText {
  readonly kind: "text";
  readonly text: string;
  /** As authors call it: "UTF-8", "UTF-16", "Windows-1252" … */
  readonly encoding: string;
  /** True if the author has not said so, and it is not UTF-8. */
  readonly assumed: boolean;
}

export interface UndecodableText {
  readonly kind: "undecodable";
  /** The text as UTF-8, with a replacement character for each byte that is none. */
  readonly text: string;
  /** Of the first byte that does not fit. */
  readonly offset: number;
  /** The encoding it was read in. */
  readonly encoding: string;
}

/** Bytes that no text holds: control characters but for tab, line ends, form feed and the end mark of DOS (1A). */
const CONTROLS = new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 27, 28]);

/**
 * What Windows-1252 has in the places 80 to 9F (WHATWG Encoding Standard, index windows-1252), a space where it has nothing.
 * Some releases of Node decode them as Latin-1.
 */
const UPPER_1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** What DOS programs end a file with. */
const DOS_END = "\u001a";

const WINDOWS = "windows-1252";

/** Bytes that have no character in it. */
const UNUSED_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * A byte-order mark decides; then the encoding named; then UTF-8 wherever the bytes are. What is none of them is Latin-1,
 * or Windows-1252 if there are bytes that Latin-1 leaves to controls. UTF-8 with a few faults is not taken for them.
 */
export function decodeText(bytes: Uint8Array, named?: string): Decoded {
  const marked = markOf(bytes);
  if (marked !== undefined) return decodeAs(bytes, marked, marked !== "UTF-8" && named === undefined);
  if (named !== undefined) return decodeAs(bytes, named, false);
  if (isUtf8(bytes)) return decodeAs(bytes, "UTF-8", false);
  const odd = bytes.findIndex((byte) => CONTROLS.has(byte) || UNUSED_1252.has(byte));
  if (isFaultyUtf8(bytes)) return fail(bytes, "UTF-8", firstBadByte(bytes));
  if (odd >= 0) return fail(bytes, "UTF-8", odd);
  const upper = bytes.some((byte) => byte >= 0x80 && byte < 0xa0);
  return decodeAs(bytes, upper ? "Windows-1252" : "Latin-1", true);
}

/** The encoding that a byte-order mark tells of. */
function markOf([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return "UTF-16";
  if (first === 0xfe && second === 0xff) return "UTF-16BE";
  return first === 0xef && second === 0xbb && third === 0xbf ? "UTF-8" : undefined;
}

function decodeAs(bytes: Uint8Array, encoding: string, assumed: boolean): Decoded {
  const label = encodingLabel(encoding) ?? "utf-8";
  const offset = firstFault(bytes, label);
  if (offset < bytes.length) return fail(bytes, encoding, offset);
  const text = new TextDecoder(label).decode(bytes);
  const right = label === WINDOWS ? text.replace(/[\u0080-\u009f]/g, upper1252) : text;
  return { kind: "text", text: tidy(right), encoding, assumed };
}

function upper1252(control: string): string {
  return UPPER_1252.charAt(control.charCodeAt(0) - 0x80);
}

function fail(bytes: Uint8Array, encoding: string, offset: number): UndecodableText {
  const label = encodingLabel(encoding) ?? "utf-8";
  return { kind: "undecodable", text: tidy(new TextDecoder(label).decode(bytes)), offset, encoding };
}

function tidy(text: string): string {
  const whole = text.replace(/\r\n?/g, "\n");
  return whole.endsWith(DOS_END) ? whole.slice(0, -1) : whole;
}

/**
 * The name that the Encoding Standard gives to what an author calls `latin-1`, `cp1252` or `ANSI`; undefined if there is no
 * such encoding.
 */
export function encodingLabel(name: string): string | undefined {
  const plain = name.trim().toLowerCase();
  const bare = plain.replace(/[\s_-]/g, "");
  const tried = [plain, bare, bare.replace(/^(?:cp|win(?:dows)?)(?=\d)/, "windows-"), SPOKEN[bare] ?? plain];
  for (const label of tried) {
    try {
      return new TextDecoder(label).encoding;
    } catch {
      // A name that Node does not know; the next one may do.
    }
  }
  return undefined;
}

/** Names of encodings that are no labels of the Encoding Standard. */
const SPOKEN: Readonly<Record<string, string>> = {
  ansi: "windows-1252",
  unicode: "utf-16le",
  utf16: "utf-16le",
  macroman: "macintosh",
  latin9: "iso-8859-15",
};

/** True if the file is rather UTF-8 with faults: at least as many of its sequences are right as are wrong. */
function isFaultyUtf8(bytes: Uint8Array): boolean {
  let right = 0;
  let wrong = 0;
  for (let offset = 0; offset < bytes.length; ) {
    const length = sequenceLength(bytes, offset);
    if (length === 0) wrong++;
    if (length > 1) right++;
    offset += Math.max(1, length);
  }
  return right >= wrong;
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

/** The offset of the first byte that has no character in an encoding; the length if all have. */
function firstFault(bytes: Uint8Array, label: string): number {
  if (label === "utf-8") return firstBadByte(bytes);
  const unused = label === WINDOWS ? bytes.findIndex((byte) => UNUSED_1252.has(byte)) : -1;
  if (unused >= 0) return unused;
  const fits = (length: number, isWhole: boolean): boolean => {
    try {
      new TextDecoder(label, { fatal: true }).decode(bytes.subarray(0, length), { stream: !isWhole });
      return true;
    } catch {
      return false;
    }
  };
  if (fits(bytes.length, true)) return bytes.length;
  let low = 0;
  let high = bytes.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle, false)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function sequenceLength(bytes: Uint8Array, offset: number): number {
  const lead = bytes[offset] ?? 0;
  if (lead < 0x80) return 1;
  const [second = 0, third = 0, fourth = 0] = bytes.subarray(offset + 1, offset + 4);
  const follows = (byte: number) => byte >= 0x80 && byte <= 0xbf;
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
