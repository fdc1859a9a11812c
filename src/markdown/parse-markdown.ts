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
/** Where the parser stood when it pushed a token. */
const runs = new WeakMap<MarkdownToken, number>();
const markdown = makeParser();

function makeParser(): ReturnType<typeof MarkdownIt> {
  const parser = new MarkdownIt("default", { html: true, linkify: false, typographer: false });
  parser.use(footnote);
  const { State } = parser.inline;
  class PositionedState extends State {
    override push(...args: Parameters<InstanceType<typeof State>["push"]>): MarkdownToken {
      const last = this.tokens.at(-1);
      const at = last && last.type === "text" ? runs.get(last) : undefined;
      const token = super.push(...args);
      // Each delimiter of a run is a token of its own, pushed while `pos` is where the run begins.
      const inRun = last !== undefined && at === this.pos && token.type === "text" && this.tokens.at(-2) === last;
      const inAutolink = token.type === "text" && last?.markup === "autolink" && last.nesting === 1;
      runs.set(token, this.pos);
      offsets.set(token, inRun ? offsetOf(last) + last.content.length : this.pos + (inAutolink ? 1 : 0));
      return token;
    }
    override pushPending(): MarkdownToken {
      // It may end before `pos`: a link is pushed behind its bracket, spaces before a line's end are dropped.
      const start = Math.max(0, this.src.lastIndexOf(this.pending, this.pos - this.pending.length));
      const token = super.pushPending();
      offsets.set(token, start);
      return token;
    }
  }
  parser.inline.State = PositionedState;
  parser.inline.ruler2.before("fragments_join", "keep_offsets", ({ tokens }) => keepOffsets(tokens));
  parser.core.ruler.before("text_join", "keep_offsets", ({ tokens }) => {
    for (const { children } of tokens) if (children) keepOffsets(children);
  });
  return parser;
}

/** Neighbouring texts are about to be joined: the last of them, which remains, begins where the first does. */
function keepOffsets(tokens: readonly MarkdownToken[]): void {
  let start: number | undefined;
  for (const token of tokens) {
    if (token.type !== "text" && token.type !== "text_special") start = undefined;
    else if (token.content !== "" || start !== undefined) {
      start ??= offsetOf(token);
      offsets.set(token, start);
    }
  }
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
