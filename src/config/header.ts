/**
 * The header of a text file: a block of YAML between two lines of three hyphens at its top.
 *
 * Comes in: a file's text. Goes out: where the header ends and the map that it holds. What its keys mean is for others to say: most
 * are the chapter's own, but a book of a single file may say all of itself there. A scene break at the top is no header.
 */
import type { Outcome } from "../core/diagnostic.ts";
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
