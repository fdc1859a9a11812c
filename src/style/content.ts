/**
 * `content:` and `string-set:` values: lists of text and of what is to be counted, quoted or looked up.
 *
 * Comes in: a value's text, `var()` already substituted. Goes out: its parts, or undefined if one of them is not understood. What
 * each comes to is found where it is set. (CSS Content 3, clauses 1 and 2; CSS Lists 3, clause 4.7; Generated Content for Paged
 * Media, clauses 1.1 and 1.2.)
 */
import { string } from "css-tree/utils";
import { type CounterStyle, readCounterStyle } from "./counter-style.ts";
import { closingParenthesis, splitValue } from "./values.ts";

/** Which value of a named string a page shows: as its first element sets it, as it began, as it ends, nothing where it is set. */
export type StringChoice = "first" | "start" | "last" | "first-except";

/** Which text of an element. */
export type TextChoice = "text" | "before" | "after" | "first-letter" | "marker";

/** The element that a link leads to. */
export type ContentTarget =
  | { readonly kind: "attribute"; readonly name: string }
  /** As written in `url()` or a string: `#note-1`. */
  | { readonly kind: "address"; readonly href: string };

/** How `counter()` and its like show a number. */
interface CounterLook {
  readonly style: CounterStyle;
  /** False if no style is named, so that it is decimal by default: page numbers then look as the page's own folio does. */
  readonly styled: boolean;
}

/** One part of a list. */
export type ContentPart =
  | { readonly kind: "text"; readonly text: string }
  /** `attr()`. */
  | { readonly kind: "attribute"; readonly name: string }
  | ({ readonly kind: "counter"; readonly name: string } & CounterLook)
  | ({ readonly kind: "counters"; readonly name: string; readonly separator: string } & CounterLook)
  /** `string()`. */
  | { readonly kind: "string"; readonly name: string; readonly choice: StringChoice }
  | ({
      readonly kind: "targetCounter";
      readonly target: ContentTarget;
      readonly name: string;
      /** Between nested counters; absent for `target-counter()`, which shows the innermost alone. */
      readonly separator?: string;
    } & CounterLook)
  | { readonly kind: "targetText"; readonly target: ContentTarget; readonly choice: TextChoice }
  /** Fills the line; `pattern` is repeated, never empty. */
  | { readonly kind: "leader"; readonly pattern: string }
  /** `content()`: the element's own text. */
  | { readonly kind: "content"; readonly choice: TextChoice }
  | { readonly kind: "quote"; readonly quote: "open" | "close" | "no-open" | "no-close" }
  /** `url()`, as written. */
  | { readonly kind: "picture"; readonly address: string };

export type ContentList = readonly ContentPart[];

/** `normal` is what the element or box has without a rule: for pseudo-elements and margin boxes, nothing. */
export type Content = "normal" | "none" | ContentList;

/** A name and the list it is set to. */
export interface StringSetting {
  readonly name: string;
  readonly list: ContentList;
}

/** What {@link parseContent} takes, in words for a hint. */
export const CONTENT_TAKES =
  "text in quotation marks, counter(), counters(), attr(), string(), target-counter(), target-text(), leader(), content() and open-quote";

/** A value of `content`. Text for screen readers after `/` belongs to it, and is not shown. */
export function parseContent(value: string): Content | undefined {
  const word = value.trim().toLowerCase();
  if (word === "normal" || word === "none") return word;
  const [shown = "", ...spoken] = splitValue(value, "/");
  return spoken.length > 1 ? undefined : parseContentList(shown);
}

/** A list of parts, at least one. */
export function parseContentList(value: string): ContentList | undefined {
  const parts: ContentPart[] = [];
  for (const token of tokensOf(value) ?? []) {
    const part = readToken(token);
    if (!part) return undefined;
    parts.push(part);
  }
  return parts.length > 0 ? parts : undefined;
}

/** A value of `string-set`: `none` is an empty list. */
export function parseStringSet(value: string): readonly StringSetting[] | undefined {
  if (value.trim().toLowerCase() === "none") return [];
  const settings: StringSetting[] = [];
  for (const one of splitValue(value, ",")) {
    const [, name, rest = ""] = /^(-?[\p{L}_][\p{L}\p{N}_-]*)\s+([\s\S]+)$/u.exec(one) ?? [];
    const list = parseContentList(rest);
    if (name === undefined || !list) return undefined;
    settings.push({ name, list });
  }
  return settings;
}

type Token =
  | { readonly kind: "string"; readonly written: string }
  | { readonly kind: "word"; readonly word: string }
  | { readonly kind: "function"; readonly name: string; readonly inside: string };

const TOKEN = /\s*(?:("(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*')|(-?[a-z_][\w-]*)(\()?)/iy;

/** Undefined if something in it is none of strings, words and functions. White space between them may be missing. */
function tokensOf(value: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  const text = value.trim();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const [whole, written, word = "", opens] = TOKEN.exec(text) ?? [];
    if (whole === undefined) return undefined;
    if (written !== undefined) tokens.push({ kind: "string", written });
    else if (opens === undefined) tokens.push({ kind: "word", word });
    else {
      const close = closingParenthesis(text, TOKEN.lastIndex);
      tokens.push({ kind: "function", name: word.toLowerCase(), inside: text.slice(TOKEN.lastIndex, close) });
      TOKEN.lastIndex = close + 1;
    }
  }
  return tokens;
}

const QUOTES = {
  "open-quote": "open",
  "close-quote": "close",
  "no-open-quote": "no-open",
  "no-close-quote": "no-close",
} as const;

function readToken(token: Token): ContentPart | undefined {
  switch (token.kind) {
    case "string":
      return { kind: "text", text: string.decode(token.written) };
    case "word": {
      const word = token.word.toLowerCase();
      // Older drafts: `string-set: title contents`.
      if (word === "contents") return { kind: "content", choice: "text" };
      return isKeyOf(QUOTES, word) ? { kind: "quote", quote: QUOTES[word] } : undefined;
    }
    case "function":
      return isKeyOf(FUNCTIONS, token.name)
        ? FUNCTIONS[token.name](splitValue(token.inside, ",").map((argument) => argument.trim()))
        : undefined;
  }
}

function isKeyOf<T extends object>(table: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(table, key);
}

type ReadFunction = (given: readonly string[]) => ContentPart | undefined;

const FUNCTIONS = {
  attr: ([written = "", fallback]) => {
    const name = attributeName(written);
    return name === undefined || fallback !== undefined ? undefined : { kind: "attribute", name };
  },
  counter: ([name = "", style, ...more]) => {
    const look = lookOf(style);
    return isName(name) && look && more.length === 0 ? { kind: "counter", name, ...look } : undefined;
  },
  counters: ([name = "", separator = "", style, ...more]) => {
    const between = textOf(separator);
    const look = lookOf(style);
    if (!isName(name) || between === undefined || !look || more.length > 0) return undefined;
    return { kind: "counters", name, separator: between, ...look };
  },
  string: ([name = "", word = "first", ...more]) => {
    const choice = STRING_CHOICES.find((known) => known === word.toLowerCase());
    return isName(name) && choice && more.length === 0 ? { kind: "string", name, choice } : undefined;
  },
  "target-counter": ([address = "", name = "", style, ...more]) => {
    const target = targetOf(address);
    const look = lookOf(style);
    if (!target || !isName(name) || !look || more.length > 0) return undefined;
    return { kind: "targetCounter", target, name, ...look };
  },
  "target-counters": ([address = "", name = "", separator = "", style, ...more]) => {
    const target = targetOf(address);
    const between = textOf(separator);
    const look = lookOf(style);
    if (!target || !isName(name) || between === undefined || !look || more.length > 0) return undefined;
    return { kind: "targetCounter", target, name, separator: between, ...look };
  },
  "target-text": ([address = "", word = "content", ...more]) => {
    const target = targetOf(address);
    const choice = textChoice(word);
    return target && choice && more.length === 0 ? { kind: "targetText", target, choice } : undefined;
  },
  leader: ([written = "", ...more]) => {
    const pattern = LEADERS[written.toLowerCase()] ?? textOf(written);
    return pattern && more.length === 0 ? { kind: "leader", pattern } : undefined;
  },
  content: ([word = "text", ...more]) => {
    const choice = textChoice(word === "" ? "text" : word);
    return choice && more.length === 0 ? { kind: "content", choice } : undefined;
  },
  url: ([...written]) => {
    const address = written.join(",");
    return address === "" ? undefined : { kind: "picture", address: textOf(address) ?? address };
  },
} as const satisfies Record<string, ReadFunction>;

/** Generated Content for Paged Media, clause 1.2.2 of the 2014 draft: dots have a space before each. */
const LEADERS: Readonly<Record<string, string>> = { dotted: ". ", solid: "_", space: " " };

const STRING_CHOICES: readonly StringChoice[] = ["first", "start", "last", "first-except"];

const TEXT_CHOICES: Readonly<Record<string, TextChoice>> = {
  text: "text",
  content: "text",
  element: "text",
  before: "before",
  after: "after",
  "first-letter": "first-letter",
  marker: "marker",
};

function textChoice(word: string): TextChoice | undefined {
  return TEXT_CHOICES[word.toLowerCase()];
}

function isName(text: string): boolean {
  return /^-{0,2}[\p{L}_][\p{L}\p{N}_-]*$/u.test(text);
}

/** A type may follow the name: `attr(href url)`. */
function attributeName(written: string): string | undefined {
  return /^([\p{L}_][\p{L}\p{N}_:.-]*)(?:\s+(?:url|string))?$/u.exec(written)?.[1]?.toLowerCase();
}

function textOf(written: string): string | undefined {
  return /^(["'])[\s\S]*\1$/.test(written) && written.length > 1 ? string.decode(written) : undefined;
}

function lookOf(written: string | undefined): CounterLook | undefined {
  const style = readCounterStyle(written ?? "decimal");
  return style && { style, styled: written !== undefined };
}

function targetOf(written: string): ContentTarget | undefined {
  const [, name, inside = ""] = /^(attr|url)\(\s*([\s\S]*?)\s*\)$/i.exec(written) ?? [];
  if (name?.toLowerCase() === "attr") {
    const attribute = attributeName(inside);
    return attribute === undefined ? undefined : { kind: "attribute", name: attribute };
  }
  const href = name === undefined ? textOf(written) : (textOf(inside) ?? inside);
  return href === undefined ? undefined : { kind: "address", href };
}
