/**
 * Markdown, parsed by markdown-it.
 *
 * Comes in: a chapter's text. Goes out: markdown-it's tokens, and for each inline token where in its block it began, which
 * markdown-it does not keep. It makes nothing of them: that is `src/book/`.
 */
import MarkdownIt, { type Token } from "markdown-it";
import footnote from "markdown-it-footnote";

/** A token of markdown-it. */
export type MarkdownToken = Token;

/** What a parse gives. */
export interface ParsedMarkdown {
  readonly tokens: readonly MarkdownToken[];
  /** Offset of an inline token in the content of its block, UTF-16 units; exact up to backslash escapes in its text. */
  readonly offsetOf: (token: MarkdownToken) => number;
  /** Labels that have a definition, and whether anything refers to them. */
  readonly notes: ReadonlyMap<string, boolean>;
}

interface FootnoteEnvironment extends Record<PropertyKey, unknown> {
  footnotes?: { refs?: Record<string, number> };
}

const offsets = new WeakMap<MarkdownToken, number>();
const markdown = makeParser();

function makeParser(): ReturnType<typeof MarkdownIt> {
  const parser = new MarkdownIt("default", { html: true, linkify: false, typographer: false });
  parser.use(footnote);
  const { State } = parser.inline;
  class PositionedState extends State {
    override push(...args: Parameters<InstanceType<typeof State>["push"]>): MarkdownToken {
      const token = super.push(...args);
      offsets.set(token, this.pos);
      return token;
    }
    override pushPending(): MarkdownToken {
      const start = Math.max(0, this.pos - this.pending.length);
      const token = super.pushPending();
      offsets.set(token, start);
      return token;
    }
  }
  parser.inline.State = PositionedState;
  return parser;
}

/** Parses blocks. */
export function parseMarkdown(text: string): ParsedMarkdown {
  const environment: FootnoteEnvironment = {};
  const tokens = markdown.parse(text, environment);
  const refs = Object.entries(environment.footnotes?.refs ?? {});
  return {
    tokens,
    offsetOf,
    notes: new Map(refs.map(([label, id]) => [label.replace(/^:/, ""), id >= 0])),
  };
}

/** Parses text that is known to be inline, such as what stands inside an HTML block. */
export function parseInlineMarkdown(text: string): readonly MarkdownToken[] {
  return markdown.parseInline(text, {}).flatMap((token) => token.children ?? []);
}

function offsetOf(token: MarkdownToken): number {
  return offsets.get(token) ?? 0;
}
