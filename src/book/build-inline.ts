/**
 * Inline content: markdown-it's inline tokens as `Inline` nodes.
 *
 * Comes in: the children of an inline token. Goes out: nodes, each with its span. Raw HTML that is not understood becomes a
 * warning; the text inside it stays.
 */
import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import type { Span } from "../core/span.ts";
import type { MarkdownToken } from "../markdown/parse-markdown.ts";
import type { Inline } from "./model.ts";
import { hooksOf, readTag, wrapperOf } from "./raw-html.ts";

/** Where inline tokens stand. */
export interface InlinePlaces {
  readonly spanOf: (token: MarkdownToken) => Span;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** A node being filled; `close` says which tag or token ends it. */
interface Open {
  readonly close: string;
  readonly wrap: (children: readonly Inline[]) => Inline;
  readonly children: Inline[];
}

export function buildInlines(tokens: readonly MarkdownToken[], places: InlinePlaces): Inline[] {
  const root: Inline[] = [];
  const stack: Open[] = [];
  const top = (): Inline[] => stack.at(-1)?.children ?? root;
  const pop = (): void => {
    const open = stack.pop();
    if (open) top().push(open.wrap(open.children));
  };
  /** Ends the innermost node that `name` ends, and all inside it; a tag that ends nothing is nothing. */
  const close = (name: string): void => {
    const at = stack.findLastIndex((open) => open.close === name);
    while (at >= 0 && stack.length > at) pop();
  };
  const open = (name: string, wrap: Open["wrap"]): void => {
    stack.push({ close: name, wrap, children: [] });
  };
  for (const token of tokens) {
    const span = places.spanOf(token);
    if (token.type === "html_inline") buildTag(token, span, { top, open, close }, places);
    else if (token.nesting === 1) openNode(token, span, open);
    else if (token.nesting === -1) close(token.type);
    else top().push(...buildLeaf(token, span));
  }
  while (stack.length > 0) pop();
  return mergeText(root);
}

function openNode(token: MarkdownToken, span: Span, open: (name: string, wrap: Open["wrap"]) => void): void {
  const close = token.type.replace(/_open$/, "_close");
  switch (token.type) {
    case "em_open":
      return open(close, (children) => ({ kind: "emphasis", span, children: mergeText(children) }));
    case "strong_open":
      return open(close, (children) => ({ kind: "strong", span, children: mergeText(children) }));
    case "s_open":
      return open(close, (children) => ({ kind: "strikethrough", span, children: mergeText(children) }));
    case "link_open": {
      const title = token.attrGet("title");
      const href = String(token.attrGet("href") ?? "");
      const extra = title ? { title: String(title) } : {};
      return open(close, (children) => ({
        kind: "link",
        span,
        href,
        internal: false,
        ...extra,
        children: mergeText(children),
      }));
    }
    default:
      return open(close, (children) => ({ kind: "phrase", span, classes: [], children: mergeText(children) }));
  }
}

function buildLeaf(token: MarkdownToken, span: Span): Inline[] {
  switch (token.type) {
    case "softbreak":
      return [{ kind: "text", text: " ", span }];
    case "hardbreak":
      return [{ kind: "lineBreak", span }];
    case "code_inline":
      return [{ kind: "code", text: token.content, span }];
    case "footnote_ref": {
      const meta = token.meta as { readonly label?: string; readonly id: number };
      return [{ kind: "noteReference", label: meta.label ?? `inline-${meta.id}`, number: 0, occurrence: 0, span }];
    }
    case "footnote_anchor":
      return [];
    case "image": {
      const title = token.attrGet("title");
      const image = { kind: "image", src: String(token.attrGet("src") ?? ""), alt: altOf(token), span } as const;
      return [title ? { ...image, title: String(title) } : image];
    }
    default:
      return token.content === "" ? [] : [{ kind: "text", text: token.content, span }];
  }
}

/** The plain text of an image's description. */
function altOf(token: MarkdownToken): string {
  const text = (children: readonly MarkdownToken[]): string =>
    children
      .map((c) =>
        c.type === "softbreak" || c.type === "hardbreak" ? " " : c.children ? text(c.children) : c.content,
      )
      .join("");
  return text(token.children ?? []);
}

interface Builder {
  readonly top: () => Inline[];
  readonly open: (name: string, wrap: Open["wrap"]) => void;
  readonly close: (name: string) => void;
}

function buildTag(token: MarkdownToken, span: Span, builder: Builder, places: InlinePlaces): void {
  const tag = readTag(token.content);
  if (tag.kind === "comment") return;
  const wrapper = wrapperOf(tag.name);
  if (tag.kind === "close") return builder.close(`</${tag.name}>`);
  if (tag.name === "br") {
    builder.top().push({ kind: "lineBreak", span });
    return;
  }
  if (wrapper === "phrase") {
    const hooks = hooksOf(tag.attributes);
    return builder.open("</span>", (children) => ({
      kind: "phrase",
      span,
      ...hooks,
      children: mergeText(children),
    }));
  }
  if (wrapper) {
    return builder.open(`</${tag.name}>`, (children) => ({ kind: wrapper, span, children: mergeText(children) }));
  }
  const src = tag.attributes.src;
  if (tag.name === "img" && src !== undefined) {
    const alt = tag.attributes.alt ?? "";
    builder.top().push({ kind: "image", src, alt, span });
    places.report(reportTag(tag.name, span, `In Markdown this picture is ![${alt}](${src}).`));
    return;
  }
  places.report(reportTag(tag.name, span));
}

/** The warning for a tag that is not understood. */
export function reportTag(name: string, span: Span, hint?: string): Diagnostic {
  const known = "Raw HTML that works: br, sub, sup, em, i, b, strong, span, div and comments.";
  const message = hint
    ? `<${name}> is raw HTML; it is read as a picture.`
    : `The tag <${name}> is left out; the text inside it stays.`;
  return diagnose("markdown/raw-html", span, message, hint ?? known);
}

/** Neighbouring texts as one, so that a word is not cut by the parser's own joints. */
function mergeText(nodes: readonly Inline[]): Inline[] {
  const merged: Inline[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (last?.kind === "text" && node.kind === "text")
      merged[merged.length - 1] = { ...last, text: last.text + node.text };
    else merged.push(node);
  }
  return merged;
}
