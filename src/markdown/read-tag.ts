/**
 * One piece of raw HTML, as CommonMark delimits it.
 *
 * Comes in: `<span class="x">`, `</div>`, `<!-- … -->`, `<?…?>`. Goes out: a tag with its attributes, a comment or a
 * declaration. It knows no element.
 */
import type { MarkdownIt } from "markdown-it";
import type { CommentSyntax, DeclarationSyntax, Place, TagSyntax } from "./syntax.ts";

/** An attribute of an open tag (CommonMark 0.31.2, 6.6). */
const ATTRIBUTE = /\s+([a-z_:][\w:.-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/gi;

/** Reads what the rule `html_inline` matched. */
export function readTag(
  html: string,
  place: Place,
  md: MarkdownIt,
): TagSyntax | CommentSyntax | DeclarationSyntax {
  if (html.startsWith("<!--")) return { kind: "comment", place };
  const [, slash = "", name = "", rest = ""] = /^<(\/?)([a-z][a-z0-9-]*)([\s\S]*)>$/i.exec(html) ?? [];
  if (name === "") {
    const [, text = ""] = /^<!\[CDATA\[([\s\S]*)\]\]>$/.exec(html) ?? [];
    return { kind: "declaration", text, place };
  }
  const attributes: Record<string, string> = {};
  for (const [, key = "", double, single, bare] of rest.matchAll(ATTRIBUTE)) {
    attributes[key.toLowerCase()] ??= decodeEntities(double ?? single ?? bare ?? "", md);
  }
  const selfClosing = slash === "" && /\/\s*$/.test(rest);
  return {
    kind: "tag",
    name: name.toLowerCase(),
    written: name,
    closing: slash !== "",
    selfClosing,
    attributes,
    place,
  };
}

/** markdown-it undoes entities together with backslashes, which HTML does not know. */
export function decodeEntities(text: string, md: MarkdownIt): string {
  return text.includes("&") ? md.utils.unescapeAll(text.replaceAll("\\", "\\\\")) : text;
}
