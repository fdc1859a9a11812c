/**
 * YAML as written: a small tree with a span on every node, free of the `yaml` library.
 *
 * Comes in: the text of book.yaml, or of a chapter's header. Goes out: its keys and values, all scalars as the
 * characters that stand there (so a title may be `1984`, and `no` is Norwegian), and `config/yaml` errors in an
 * author's words. It knows no key.
 */
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
  type YAMLError,
} from "yaml";
import { type Diagnostic, diagnose, type Outcome } from "../core/diagnostic.ts";
import { type Span, spanAt } from "../core/span.ts";

/** A value that is not a list or a map; `text` is what the author meant, quotes and folding undone. */
export interface YamlScalar {
  readonly kind: "scalar";
  readonly text: string;
  readonly span: Span;
}
/** Nothing, `~` or `null`: as if the key were not there. */
export interface YamlEmpty {
  readonly kind: "empty";
  readonly span: Span;
}
export interface YamlList {
  readonly kind: "list";
  readonly items: readonly YamlValue[];
  readonly span: Span;
}
export interface YamlMap {
  readonly kind: "map";
  /** In the order of the file; no key twice. */
  readonly entries: readonly YamlEntry[];
  readonly span: Span;
}
export interface YamlEntry {
  readonly key: string;
  /** Of the key. */
  readonly span: Span;
  readonly value: YamlValue;
}
export type YamlValue = YamlScalar | YamlEmpty | YamlList | YamlMap;

/**
 * Reads a map. `firstLine` is the line of `file` that `text` begins on. With an error in the YAML itself
 * the map is empty: what the parser makes of the rest would only raise false alarms.
 */
export function readYaml(text: string, file: string, firstLine = 1): Outcome<YamlMap> {
  const lines = text.split("\n");
  const counter = new LineCounter();
  const spanOf: SpanOf = (from, to) => {
    const { line, col } = counter.linePos(from);
    const room = (lines[line - 1] ?? "").length - col + 1;
    return spanAt(file, firstLine - 1 + line, col, Math.max(1, Math.min(to - from, room)));
  };
  const options = { schema: "failsafe", strict: true, uniqueKeys: true, prettyErrors: false } as const;
  const document = parseDocument(text, { ...options, lineCounter: counter });
  const nothing: YamlMap = { kind: "map", entries: [], span: spanAt(file, firstLine) };
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) return { value: nothing, diagnostics: tellFaults(faults, text, spanOf) };
  const root = document.contents;
  if (!root || (isScalar(root) && root.value === "")) return { value: nothing, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const value = convert(root, document, spanOf, diagnostics);
  if (value.kind === "map") return { value: diagnostics.length > 0 ? nothing : value, diagnostics };
  const message = "Here should stand keys with values, one on a line.";
  return {
    value: nothing,
    diagnostics: [diagnose("config/yaml", value.span, message, "Write it as, for example: title: Middlemarch")],
  };
}

/** The span from one offset in the text to another, cut off at the end of its first line. */
type SpanOf = (from: number, to: number) => Span;

function convert(node: Node, document: Document, spanOf: SpanOf, diagnostics: Diagnostic[]): YamlValue {
  const [from, to] = node.range ?? [0, 1];
  const span = spanOf(from, to);
  if (isMap<ParsedNode, ParsedNode | null>(node)) {
    const entries = node.items.map(({ key, value }): YamlEntry => {
      const [keyFrom, keyTo] = key.range;
      const keySpan = spanOf(keyFrom, keyTo);
      const name = isScalar(key) ? String(key.value) : "?";
      const child = value
        ? convert(value, document, spanOf, diagnostics)
        : ({ kind: "empty", span: keySpan } as const);
      return { key: name, span: keySpan, value: child.kind === "empty" ? { ...child, span: keySpan } : child };
    });
    return { kind: "map", entries, span };
  }
  if (isSeq<ParsedNode>(node)) {
    return { kind: "list", items: node.items.map((item) => convert(item, document, spanOf, diagnostics)), span };
  }
  if (isScalar(node)) {
    const text = String(node.value ?? "");
    const empty = node.type === "PLAIN" && /^(?:|~|null)$/i.test(text);
    return empty ? { kind: "empty", span } : { kind: "scalar", text, span };
  }
  const target = isAlias(node) ? node.resolve(document) : undefined;
  if (target && isScalar(target)) return { kind: "scalar", text: String(target.value), span };
  diagnostics.push(
    diagnose(
      "config/yaml",
      span,
      "A value that begins with * points to another place in the file, and there is no such place here.",
      "Put the value in double quotes if the * belongs to it.",
    ),
  );
  return { kind: "empty", span };
}

/** One diagnostic a line: one slip makes the parser stumble more than once. */
function tellFaults(faults: readonly YAMLError[], text: string, spanOf: SpanOf): Diagnostic[] {
  const told = new Set<number>();
  const diagnostics: Diagnostic[] = [];
  const lines = text.split("\n");
  const first = spanOf(0, 0).line;
  for (const fault of faults) {
    const [from, to] = fault.pos;
    // What is missing at the end of the file is missing from its last line.
    const end = text.trimEnd().length;
    const span = from >= end ? spanOf(Math.max(0, end - 1), end) : spanOf(from, Math.max(to, endOf(fault, text)));
    if (told.has(span.line)) continue;
    told.add(span.line);
    const [message, ...hints] = explain(fault, lines[span.line - first] ?? "");
    diagnostics.push(diagnose("config/yaml", span, message, ...hints));
  }
  return diagnostics;
}

/** The parser points at one character; these faults are about all that follows it. */
function endOf({ code, pos: [from] }: YAMLError, text: string): number {
  const rest = text.slice(from);
  if (code === "DUPLICATE_KEY") return from + rest.search(/\s*:|$/);
  return code === "BLOCK_AS_IMPLICIT_KEY" ? from + rest.search(/\s*(?:\n|$)/) : from;
}

/** What is wrong, then what to do. */
function explain(fault: YAMLError, line: string): [string, ...string[]] {
  const [, key = "title", rest = ""] = /^\s*(?:- )?([^:]+):\s+(.*)$/.exec(line) ?? [];
  const quoted = `${key}: "${rest.replace(/\\/g, "\\\\").replace(/"/g, '\\"')}"`;
  switch (fault.code) {
    case "DUPLICATE_KEY":
      return [
        "This key stands here a second time.",
        "Keep one of the two; several authors go under authors: as a list.",
      ];
    case "BLOCK_AS_IMPLICIT_KEY":
      return ["A value with a colon in it needs quotes.", `Write ${quoted}`];
    case "TAB_AS_INDENT":
      return ["A tab stands where YAML wants spaces.", "Indent with two spaces."];
    case "BAD_SCALAR_START":
    case "BAD_ALIAS":
      return ["A value that begins with this character needs quotes.", `Write ${quoted}`];
    case "BAD_DQ_ESCAPE":
      return ["In double quotes a backslash must be written twice.", "Write \\\\, or use single quotes."];
    case "MULTIPLE_DOCS":
      return [
        "A second document begins here, and there may be only one.",
        "Take out this line and what does not belong.",
      ];
    case "MISSING_CHAR":
      if (fault.message.startsWith("Implicit map keys")) {
        return ["This line has no colon, so it is neither a key nor a value.", "Write it as key: value."];
      }
      return ["A quote or a bracket that was opened is not closed.", "Close it where the value ends."];
    default:
      return [
        `This is not YAML: ${lowerFirst(fault.message)}.`,
        "Check the line's colon, quotes and indent against: title: Middlemarch",
      ];
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
