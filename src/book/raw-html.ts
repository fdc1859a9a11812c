/**
 * The few HTML tags that a manuscript may use.
 *
 * Comes in: the text of one tag or comment. Goes out: what it is. Everything that is not understood is told to the author by
 * whoever asks.
 */

/** One tag, or a comment. */
export type RawTag =
  | { readonly kind: "comment" }
  | { readonly kind: "open"; readonly name: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly kind: "close"; readonly name: string };

const WRAPPERS = {
  em: "emphasis",
  i: "emphasis",
  strong: "strong",
  b: "strong",
  sub: "subscript",
  sup: "superscript",
  span: "phrase",
} as const;

/** The inline node that a tag wraps its content in; undefined if it is none that is understood. */
export function wrapperOf(name: string): (typeof WRAPPERS)[keyof typeof WRAPPERS] | undefined {
  return Object.hasOwn(WRAPPERS, name) ? WRAPPERS[name as keyof typeof WRAPPERS] : undefined;
}

/** Reads one tag; declarations and the like count as comments without text. */
export function readTag(html: string): RawTag {
  const match = /^<(\/?)([a-z][\w:-]*)([\s\S]*?)\/?>$/i.exec(html.trim());
  if (!match) return { kind: "comment" };
  const name = (match[2] ?? "").toLowerCase();
  if (match[1] === "/") return { kind: "close", name };
  const attributes: Record<string, string> = {};
  for (const [, key, double, single, bare] of (match[3] ?? "").matchAll(
    /([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g,
  )) {
    if (key !== undefined) attributes[key.toLowerCase()] = (double ?? single ?? bare ?? "").replace(/\s+/g, " ");
  }
  return { kind: "open", name, attributes };
}

/** The class, id and language that a `span` or `div` carries. */
export function hooksOf(attributes: Readonly<Record<string, string>>): {
  readonly classes: readonly string[];
  readonly id?: string;
  readonly language?: string;
} {
  const classes = (attributes.class ?? "").split(/\s+/).filter((name) => name !== "");
  const id = attributes.id;
  const language = attributes.lang ?? attributes["xml:lang"];
  return { classes, ...(id ? { id } : {}), ...(language ? { language } : {}) };
}
