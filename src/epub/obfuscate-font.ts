/**
 * Font obfuscation (EPUB 3.3, clause 4.4): a font file whose beginning is unreadable without the book it came in.
 *
 * Comes in: a font's bytes and the package's unique identifier. Goes out: the bytes as the container has them, and the
 * `encryption.xml` that says so. It hides a font from the curious, and protects nothing.
 */
import { createHash } from "node:crypto";
import { escapeAttribute } from "./write-xhtml.ts";

const ALGORITHM = "http://www.idpf.org/2008/embedding";

/** How many bytes are changed. */
const REACH = 1040;

/** The key is made of the identifier without white space (clause 4.4.3). Done twice, it gives the font back. */
export function obfuscateFont(bytes: Uint8Array, identifier: string): Uint8Array {
  const key = createHash("sha1")
    .update(identifier.replace(/[\x20\t\r\n]/g, ""), "utf8")
    .digest();
  return bytes.map((byte, index) => (index < REACH ? byte ^ (key[index % key.length] ?? 0) : byte));
}

/** `META-INF/encryption.xml`; `hrefs` are relative to the package document in `OEBPS/`. */
export function writeEncryption(hrefs: readonly string[]): string {
  const entries = hrefs.map(
    (href) => `<enc:EncryptedData>
<enc:EncryptionMethod Algorithm="${ALGORITHM}"/>
<enc:CipherData><enc:CipherReference URI="${escapeAttribute(`OEBPS/${href}`)}"/></enc:CipherData>
</enc:EncryptedData>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#">
${entries.join("\n")}
</encryption>
`;
}
