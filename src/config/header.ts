/**
 * The header of a text file: a block of YAML between two lines of three hyphens at its top.
 *
 * Comes in: a file's text, or its bytes. Goes out: where the header ends, the map that it holds, the encoding that it names. What its keys mean is for others to say: most
 * are the chapter's own, but a book of a single file may say all of itself there. A scene break at the top is no header.
 */
import type { Outcome } from "../core/diagnostic.ts";
import { encodingLabel } from "./decode-text.ts";
import { readYaml, type YamlMap } from "./yaml-tree.ts";

/** What a chapter may say of itself. */
export const HEADER_KEYS = [
  "title",
  "language",
  "role",
  "class",
  "paragraphs",
  "sections",
  "encoding",
  "punctuation",
];

/** In bytes. */
const LONGEST_HEADER = 8192;

const HEADER_KEY = new RegExp(`^(?:${HEADER_KEYS.join("|")})[ \\t]*:`);

/** Index of the line that ends the header; undefined if there is no header at all. */
export function findHeaderEnd(lines: readonly string[]): number | "missing" | undefined {
  if (!/^---[ \t]*$/.test(lines[0] ?? "")) return undefined;
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)[ \t]*$/.test(line));
  if (end < 0) return HEADER_KEY.test(lines[1] ?? "") ? "missing" : undefined;
  const written = lines.slice(1, end);
  const isEmpty = written.every((line) => /^\s*(?:#.*)?$/.test(line)) && !/^\s+$/.test(written[0] ?? "");
  const hasKey =
    written[0] !== "" && written.some((line) => /^["']?[\p{L}_][\p{L}\p{N} _-]*["']?[ \t]*:(?:\s|$)/u.test(line));
  return hasKey || (isEmpty && written[0] !== "") ? end : undefined;
}

/** The map in a header that ends on the line `end`; `path` is what spans show. */
export function readHeaderMap(lines: readonly string[], end: number, path: string): Outcome<YamlMap> {
  return readYaml(lines.slice(1, end).join("\n"), path, 2);
}

/** What a chapter's header says of its own encoding: whatever that is, the key is written in ASCII. */
export function encodingInHeader(bytes: Uint8Array): string | undefined {
  const opening = Buffer.from(bytes.subarray(0, LONGEST_HEADER)).toString("latin1");
  const [, header = ""] =
    /^(?:\xef\xbb\xbf)?---[ \t]*\r?\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*\r?$/m.exec(opening) ?? [];
  const [, name] = /^encoding[ \t]*:[ \t]*["']?([\w -]+?)["']?[ \t]*(?:#.*)?\r?$/m.exec(header) ?? [];
  return name !== undefined && encodingLabel(name) !== undefined ? name : undefined;
}
