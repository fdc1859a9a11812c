/**
 * Addresses outside the book.
 *
 * Comes in: what an author wrote or pasted. Goes out: an address that reading systems can follow, or nothing. No network is asked.
 */

/** Schemes that reading systems can hand on; `file:` and `data:` are ruled out by EPUB 3.3, 3.2. */
const SCHEMES = new Set("ftp geo http https irc mailto news sip sms tel urn xmpp".split(" "));

/** What may not stand for itself in an address (RFC 3986, 2). */
const NOT_ALLOWED = /%(?![0-9a-f]{2})|[^\w!$&'()*+,;=:@/?#[\]%.~-]/giu;

/** True if it begins with a scheme, or with `//`. */
export function isOutside(href: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(href);
}

/** The address with what is not allowed percent-encoded; undefined if nothing could follow it. */
export function tidyAddress(href: string): string | undefined {
  const whole = href.startsWith("//") ? `https:${href}` : href;
  const encoded = whole.trim().replace(NOT_ALLOWED, encode);
  if (!URL.canParse(encoded)) return undefined;
  const { protocol } = new URL(encoded);
  return SCHEMES.has(protocol.slice(0, -1)) ? encoded : undefined;
}

function encode(character: string): string {
  return /\p{Cs}/u.test(character) ? "%EF%BF%BD" : encodeURIComponent(character);
}
