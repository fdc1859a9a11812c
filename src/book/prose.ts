/**
 * Inline nodes as one text, and back.
 *
 * Comes in: the inline content of one block. Goes out: its prose as a passage, in which code, pictures, addresses and formulas are
 * single characters that say nothing; and the same nodes with parts of their text replaced.
 */
import { OPAQUE, type Replacement } from "../language/punctuation/replacement.ts";
import type { Inline, Text } from "./model.ts";

/** A text node and where it begins in the prose. */
export interface Piece {
  readonly node: Text;
  readonly from: number;
}

export interface Prose {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** What is no prose though it stands in it: addresses of pages and mail, formulas between dollars. */
const FOREIGN =
  /\b(?:https?:\/\/|www\.)[^\s"'<>]+|[^\s"'<>@]{1,64}@[^\s"'<>@]{1,64}\.\w+|\$(?=[^\s$])[^$\n]*[^\s$]\$(?!\d)/g;
const MAY_BE_FOREIGN = /:\/\/|www\.|@|\$.*\$/;

export function readProse(nodes: readonly Inline[]): Prose {
  const pieces: Piece[] = [];
  let text = "";
  const visit = (node: Inline): void => {
    switch (node.kind) {
      case "text":
        if (node.literal) text += OPAQUE;
        else {
          const last = pieces.at(-1)?.node;
          // A space at which a line of the file ends.
          if (last && text.endsWith(" ") && last.span.line < node.span.line) text = `${text.slice(0, -1)}\r`;
          pieces.push({ node, from: text.length });
          text += maskForeign(node.text);
        }
        return;
      case "code":
      case "image":
        text += OPAQUE;
        return;
      case "lineBreak":
        text += "\n";
        return;
      case "noteReference":
        return;
      case "link":
        if (showsAddress(node.href, node.children)) text += OPAQUE;
        else node.children.forEach(visit);
        return;
      case "emphasis":
      case "strong":
      case "strikethrough":
      case "subscript":
      case "superscript":
      case "phrase":
        node.children.forEach(visit);
    }
  };
  nodes.forEach(visit);
  return { text, pieces };
}

function maskForeign(text: string): string {
  if (!MAY_BE_FOREIGN.test(text)) return text;
  return text.replace(FOREIGN, (found) => OPAQUE.repeat(found.length));
}

/** A link whose words are its own address. */
function showsAddress(href: string, children: readonly Inline[]): boolean {
  const [child, ...others] = children;
  if (child?.kind !== "text" || others.length > 0) return false;
  const address = child.text.replace(/^(?:[a-z]+:(?:\/\/)?)/i, "");
  return address !== "" && href.endsWith(encodeURI(address).replaceAll("%25", "%"));
}

/** The nodes with all replacements made; one that goes over several nodes is made in the first of them. */
export function replaceProse(
  nodes: readonly Inline[],
  { pieces }: Prose,
  replacements: readonly Replacement[],
): readonly Inline[] {
  if (replacements.length === 0) return nodes;
  const changed = new Map<Text, string>();
  let next = 0;
  for (const { node, from } of pieces) {
    const to = from + node.text.length;
    let text = "";
    let done = from;
    for (let r = next; r < replacements.length; r++) {
      const replacement = replacements[r];
      if (!replacement || replacement.from >= to) break;
      if (replacement.to <= from) continue;
      text += node.text.slice(done - from, Math.max(done, replacement.from) - from);
      if (replacement.from >= from) text += replacement.text;
      done = Math.min(replacement.to, to);
      if (replacement.to <= to) next = r + 1;
    }
    if (done > from) changed.set(node, text + node.text.slice(done - from));
  }
  return rewrite(nodes, changed);
}

function rewrite(nodes: readonly Inline[], changed: ReadonlyMap<Text, string>): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if ("children" in node) return [{ ...node, children: rewrite(node.children, changed) }];
    const text = node.kind === "text" ? changed.get(node) : undefined;
    if (node.kind !== "text" || text === undefined) return [node];
    return text === "" ? [] : [{ ...node, text }];
  });
}
