/**
 * Where links may lead from inside an EPUB.
 *
 * Comes in: an outside address as an author types or pastes it. Goes out: one that every reading system and both
 * EPUBChecks take, or nothing. It asks no network whether anything is there.
 */

/** Schemes that reading systems can hand on; `file:` and `data:` are ruled out by EPUB 3.3 §3.2. */
const SCHEMES = new Set("ftp geo http https irc mailto news sip sms tel urn xmpp".split(" "));

/** RFC 3986 appendix B: scheme, authority, path, query, fragment. */
const PARTS = /^([a-z][a-z0-9+.-]*:)(\/\/[^/?#]*)?([^?#]*)(\?[^#]*)?(#.*)?$/is;

/** A registered name of letters, figures and hyphens, or an IPv6 address (RFC 3986 §3.2.2; browsers take more than EPUBCheck). */
const HOST = /^(?:[\w-]+(?:\.[\w-]+)*\.?|\[[\da-f:.]+\])$/i;

/** What RFC 3986 §2 does not allow to stand for itself after the authority. */
const NOT_ALLOWED = /%(?![0-9a-f]{2})|[^\w!$&'()*+,;=:@/?%.~-]/gi;

/** The address with what URLs do not allow percent-encoded; undefined if nothing could follow it. */
export function tidyAddress(href: string): string | undefined {
  if (!URL.canParse(href)) return undefined;
  const url = new URL(href);
  if (!SCHEMES.has(url.protocol.slice(0, -1))) return undefined;
  if (/^https?:$/.test(url.protocol) && !HOST.test(url.hostname)) return undefined;
  const [, scheme = "", authority = "", path = "", query = "", fragment = ""] = PARTS.exec(url.href) ?? [];
  const tail = `${encode(path)}${query && `?${encode(query.slice(1))}`}${fragment && `#${encode(fragment.slice(1))}`}`;
  return `${scheme}${authority}${tail}`;
}

function encode(part: string): string {
  return part.replace(NOT_ALLOWED, (c) => encodeURIComponent(c));
}
