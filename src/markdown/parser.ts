/**
 * markdown-it, set up for manuscripts and made to say where things stand.
 *
 * Comes in: nothing. Goes out: one parser with tables, strikethrough and notes, whose tokens tell more than
 * markdown-it's own: `map` of an *inline* token holds the offsets in its block's content that it begins and ends at
 * (markdown-it leaves it empty there), and `env` the source offset that each block begins at. It makes no tree.
 */
import Parser, {
  type Env,
  type MarkdownIt,
  type StateBlock,
  type StateCore,
  type StateInline,
  type Token,
} from "markdown-it";
import footnotes from "markdown-it-footnote";
import { fencedDivisions } from "./fenced-division.ts";

/** What one run of the parser tells beside its tokens; pass a fresh one as `env`. */
export interface ParseRecord extends Env {
  /** Source offsets of blocks, each by the index that its first token had before definitions were taken out. */
  readonly starts: Map<number, number>;
  /** The same by token. */
  readonly startOf: Map<Token, number>;
  /** How many notes stand in the text itself, and how deep the one being read stands in others. */
  inlineNotes: number;
  noteDepth: number;
}

/** An empty record. */
export function openRecord(): ParseRecord {
  return { starts: new Map(), startOf: new Map(), inlineNotes: 0, noteDepth: 0 };
}

/** Elements whose content HTML does not read as markup (CommonMark 0.31.2, 4.6, start condition 1). */
const LITERAL = /^\s*<(pre|script|style|textarea)(?:\s[^>]*)?>/i;

/**
 * Where markdown-it would drop what is nested deeper than `maxNesting`, blocks from this level on are paragraphs.
 * A list adds two levels at once, hence two below the limit.
 */
const MAX_NESTING = 100;
const DEEPEST_BLOCK = MAX_NESTING - 2;

/** A note in a note in a note … is text from here on. */
const DEEPEST_NOTE = 8;

/** The parser. It keeps no state between runs. */
export function makeParser(): MarkdownIt {
  const md = new Parser({ html: true, linkify: false, typographer: false, maxNesting: MAX_NESTING });
  md.use(footnotes);
  md.use(fencedDivisions);
  md.core.ruler.disable(["footnote_tail", "text_join", "linkify", "replacements", "smartquotes"]);
  md.core.ruler.after("block", "keep_starts", keepStarts);
  md.core.ruler.after("inline", "parse_html", parseHtml);
  md.block.ruler.before("table", "record_start", recordStart);
  md.inline.ruler.at("footnote_inline", inlineNote);
  md.inline.ruler.after("footnote_ref", "undefined_note", undefinedNote);
  md.inline.ruler2.at("fragments_join", joinFragments);
  md.inline.State = PlacedInline;
  const tokenize = md.block.tokenize.bind(md.block);
  md.block.tokenize = (state, startLine, endLine) => {
    if (state.level < DEEPEST_BLOCK) tokenize(state, startLine, endLine);
    else pushPlainParagraphs(state, startLine, endLine);
  };
  return md;
}

/** Elements that prose may name: what `src/book` reads, and what programs commonly write. Any other `<word>` is text. */
const PROSE_TAGS = new Set(
  "a b blockquote br center div em font h1 h2 h3 h4 h5 h6 hr i img p small span strong sub sup u".split(" "),
);

/**
 * The parser for text that is no Markdown but for its emphasis, notes and images. Grave accents are quotation marks there, and
 * underscores mark emphasis inside words too, as in `l'_ami_` and `_I_'m`.
 */
export function makeProseParser(): MarkdownIt {
  const md = makeParser();
  md.inline.ruler.disable(["backticks"]);
  md.inline.ruler.before("html_inline", "plain_angle", plainAngle);
  md.inline.State = ProseInline;
  return md;
}

function plainAngle(state: StateInline, silent: boolean): boolean {
  const [, name] = /^<\/?([a-z][a-z0-9-]*)/i.exec(state.src.slice(state.pos, state.pos + 20)) ?? [];
  if (name === undefined || PROSE_TAGS.has(name.toLowerCase())) return false;
  if (!silent) state.pending += "<";
  state.pos++;
  return true;
}

/** A block rule that matches nothing, tried before all others: what it sees is where a block begins. */
function recordStart(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  const { starts } = state.env as ParseRecord;
  if (!silent) starts.set(state.tokens.length, (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0));
  return false;
}

function keepStarts(state: StateCore): void {
  const { starts, startOf } = state.env as ParseRecord;
  for (const [index, offset] of starts) {
    const token = state.tokens[index];
    if (token) startOf.set(token, offset);
  }
}

function pushPlainParagraphs(state: StateBlock, startLine: number, endLine: number): void {
  let line = startLine;
  for (;;) {
    line = state.skipEmptyLines(line);
    state.line = Math.min(line, endLine);
    if (line >= endLine || (state.sCount[line] ?? 0) < state.blkIndent) return;
    let next = line + 1;
    while (next < endLine && !state.isEmpty(next) && (state.sCount[next] ?? 0) >= state.blkIndent) next++;
    recordStart(state, line, endLine, false);
    state.push("paragraph_open", "p", 1).map = [line, next];
    const inline = state.push("inline", "", 0);
    inline.content = state.getLines(line, next, state.blkIndent, false).trim();
    inline.map = [line, next];
    inline.children = [];
    state.push("paragraph_close", "p", -1);
    line = next;
  }
}

/** Reads HTML blocks as tags and inline Markdown: their text has to be in the book. */
function parseHtml(state: StateCore): void {
  for (const token of state.tokens) {
    if (token.type !== "html_block") continue;
    const children: Token[] = [];
    const literal = takeLiteral(token.content, state);
    if (literal) children.push(literal);
    const from = literal?.map?.[1] ?? 0;
    const rest: Token[] = [];
    state.md.inline.parse(token.content.slice(from), state.md, state.env, rest);
    for (const child of rest) {
      const [start, end] = child.map ?? [0, 0];
      child.map = [start + from, end + from];
      children.push(child);
    }
    token.children = children;
  }
}

/** The literal element that an HTML block begins with; `tag` is its name, `content` what it encloses. */
function takeLiteral(html: string, state: StateCore): Token | undefined {
  const [open = "", name = ""] = LITERAL.exec(html) ?? [];
  if (open === "") return undefined;
  const close = new RegExp(`</${name}\\s*>`, "i").exec(html);
  const end = close ? close.index + close[0].length : html.length;
  const token = new state.Token("literal", name.toLowerCase(), 0);
  token.content = html.slice(open.length, close?.index);
  token.map = [open.length - open.trimStart().length, end];
  return token;
}

/**
 * `^[text]`, in place of markdown-it-footnote's rule, which loses a note that stands in another one. The token is a
 * `footnote_ref` whose children are the note, and whose `meta.inline` counts such notes.
 */
function inlineNote(state: StateInline, silent: boolean): boolean {
  const { pos: start, posMax } = state;
  const record = state.env as ParseRecord;
  if (!state.src.startsWith("^[", start) || record.noteDepth >= DEEPEST_NOTE) return false;
  const end = state.md.helpers.parseLinkLabel(state, start + 1);
  if (end < 0) return false;
  if (!silent) {
    const token = state.push("footnote_ref", "", 0);
    token.meta = { inline: ++record.inlineNotes };
    token.children = [];
    record.noteDepth++;
    state.md.inline.parse(state.src.slice(start + 2, end), state.md, state.env, token.children);
    record.noteDepth--;
  }
  state.pos = end + 1;
  state.posMax = posMax;
  return true;
}

/** `[^label]` that `footnote_ref` did not take: markdown-it-footnote leaves it as text, and says nothing. */
function undefinedNote(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith("[^", state.pos)) return false;
  const [written = "", label = ""] = /^\[\^([^\s\]]+)\]/.exec(state.src.slice(state.pos, state.posMax)) ?? [];
  if (written === "") return false;
  if (!silent) {
    const token = state.push("undefined_note", "", 0);
    token.content = written;
    token.meta = { label };
  }
  state.pos += written.length;
  return true;
}

/** Records, for each token pushed, the offset in the content that it begins at. */
class PlacedInline extends Parser.StateInline {
  /** Where the text stood that was pushed last, and where the next of a run of delimiters stands. */
  private runAt = -1;
  private runNext = -1;

  override pushPending(): Token {
    const text = this.pending;
    const start = this.src.lastIndexOf(text, Math.max(0, this.pos - text.length));
    const token = super.pushPending();
    token.map = [start, start + text.length];
    return token;
  }

  override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    const bracketed = type === "link_open" && this.src[this.pos] !== "<";
    if (bracketed) this.pos--;
    const start = this.offsetOf(type);
    const token = super.push(type, tag, nesting);
    if (bracketed) this.pos++;
    token.map = [start, start];
    return token;
  }

  /** Rules push while `pos` is where they began: behind the `[` of a link, before the `<` of an autolink. */
  private offsetOf(type: string): number {
    if (type !== "text") return this.pos;
    if (this.tokens.at(-1)?.markup === "autolink") return this.pos + 1;
    this.runNext = this.runAt === this.pos ? this.runNext + (this.tokens.at(-1)?.content.length ?? 0) : this.pos;
    this.runAt = this.pos;
    return this.runNext;
  }
}

/** Addresses hold underscores that mean nothing. */
const ADDRESS = /@|:\/\/|www\./;

/** Lets underscores mark emphasis wherever asterisks may. */
class ProseInline extends PlacedInline {
  override scanDelims(start: number, canSplitWord: boolean): ReturnType<StateInline["scanDelims"]> {
    if (canSplitWord) return super.scanDelims(start, true);
    const before = this.src.slice(this.src.lastIndexOf(" ", start) + 1, start);
    const [after = ""] = /^\S*/.exec(this.src.slice(start)) ?? [];
    return super.scanDelims(start, !ADDRESS.test(before + after));
  }
}

/** Makes neighbouring pieces of text one, with the place of the first, and finds where every token ends. */
function joinFragments(state: StateInline): void {
  const joined: Token[] = [];
  let emptied = -1;
  for (const token of state.tokens) {
    if (isText(token) && token.content === "") {
      emptied = startOf(token);
      continue;
    }
    const last = joined.at(-1);
    // The outer one of the two delimiters of strong emphasis is emptied; the inner one becomes the tag.
    const start = startOf(token) === emptied + 1 && token.type === "strong_open" ? emptied : startOf(token);
    if (last && !isText(last)) last.map = [startOf(last), Math.max(startOf(last), start)];
    const end = start + (token.type === "text" ? token.content.length : token.markup.length);
    if (last && isText(last) && isText(token) && !isEscape(last) && !isEscape(token)) {
      last.type = "text";
      last.content += token.content;
      last.map = [startOf(last), end];
    } else {
      token.map = [start, isText(token) ? end : start];
      joined.push(token);
    }
  }
  const last = joined.at(-1);
  if (last && !isText(last)) last.map = [startOf(last), state.src.length];
  state.tokens.length = 0;
  for (const token of joined) state.tokens.push(token);
}

function startOf(token: Token): number {
  return token.map?.[0] ?? 0;
}

/** A backslash before one of these says that the author wants it just so, and nothing better. */
function isEscape(token: Token): boolean {
  return token.type === "text_special" && token.info === "escape" && /["'.-]/.test(token.content);
}

function isText(token: Token): boolean {
  return token.type === "text" || token.type === "text_special";
}
