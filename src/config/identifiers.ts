/**
 * What identifies a book: ISBN, UUID, or any URI.
 *
 * Comes in: text as an author writes it. Goes out: URIs for the package document, or undefined where the text
 * is none. It says nothing to the author; `read-value.ts` does.
 */
import { createHash } from "node:crypto";

/** The digits of an ISBN as written: hyphens, spaces and a leading `ISBN` or `urn:isbn:` do not count. */
export function isbnDigits(written: string): string {
  return isbnGroups(written).replaceAll("-", "");
}

/** The same with one hyphen wherever the author has parted it. */
export function isbnGroups(written: string): string {
  return written
    .trim()
    .replace(/^(?:urn:isbn:|isbn(?:-1[03])?:?)\s*/i, "")
    .replace(/[-\s\u2010-\u2015]+/g, "-")
    .toUpperCase();
}

/** ISO 2108: ten digits weighted 10 to 1, modulo 11 (`X` is 10); thirteen weighted 1, 3, 1, 3 …, modulo 10. */
export function isIsbn(digits: string): boolean {
  if (/^[0-9]{9}[0-9X]$/.test(digits)) return weigh(digits, (index) => 10 - index) % 11 === 0;
  if (/^97[89][0-9]{10}$/.test(digits)) return weigh(digits, (index) => (index % 2 === 0 ? 1 : 3)) % 10 === 0;
  return false;
}

function weigh(digits: string, weight: (index: number) => number): number {
  return [...digits].reduce((sum, digit, index) => sum + weight(index) * (digit === "X" ? 10 : Number(digit)), 0);
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The URI for an identifier as written, or undefined if it is neither a URI nor an ISBN nor a UUID. */
export function identifierUri(written: string): string | undefined {
  if (/^urn:isbn:/i.test(written) || /^isbn\b/i.test(written) || /^[-0-9X\s]+$/i.test(written)) {
    const digits = isbnDigits(written);
    return isIsbn(digits) ? `urn:isbn:${digits}` : undefined;
  }
  if (UUID.test(written)) return `urn:uuid:${written.toLowerCase()}`;
  return /^[a-z][a-z0-9+.-]*:\S+$/i.test(written) ? written : undefined;
}

/** Fleuron's own namespace for names hashed into UUIDs; it must never change. */
const NAMESPACE = Buffer.from("0b7c2f5ed0a94d1f9d8b3a6f4c1e7a52", "hex");

/** A UUID of version 5 (RFC 9562, 5.5): the same for the same name, on every machine and for ever. */
export function uuidOf(name: string): string {
  const hash = createHash("sha1").update(NAMESPACE).update(name, "utf8").digest();
  const bytes = hash.subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
