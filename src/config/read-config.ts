/**
 * The configuration of a book, from book.yaml to its resolved state.
 *
 * Comes in: the manuscript's folder. Goes out: a `BookConfig` (always a usable one), all that is wrong with
 * book.yaml, and its text for showing the lines. Of the chapters it reads only what they say of the book, and only for what
 * book.yaml leaves out.
 */
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { hasErrors, type Outcome } from "../core/diagnostic.ts";
import { type SourceFile, spanAt } from "../core/span.ts";
import type { BookConfig } from "./book-config.ts";
import { parseConfig } from "./parse-config.ts";
import { readSource } from "./read-source.ts";
import { resolveConfig } from "./resolve-config.ts";
import { readTextFacts } from "./text-facts.ts";
import { readYaml } from "./yaml-tree.ts";

/** A configuration and the file it comes from. */
export interface ReadConfig extends Outcome<BookConfig> {
  /** book.yaml, if there is one that can be read. */
  readonly sources: readonly SourceFile[];
}

/**
 * Reads `folder`'s book.yaml: as written, parsed, resolved. A folder without one, or no folder at all, gives
 * the defaults. The warning that something is missing waits until what is there is right.
 */
export function readConfig(folder: string, options: { readonly env: NodeJS.ProcessEnv }): ReadConfig {
  const file = path.join(folder, "book.yaml");
  const exists = existsSync(file);
  const source = exists ? readSource(file, file, "book.yaml") : { value: undefined, diagnostics: [] };
  const text = hasErrors(source.diagnostics) ? undefined : source.value?.text;
  const nothing = { kind: "map", entries: [], span: spanAt(file, 1) } as const;
  const written = text === undefined ? { value: nothing, diagnostics: [] } : readYaml(text, file);
  const parsed = parseConfig(written.value);
  const factsOf = (chapters: readonly string[]) => readTextFacts(chapters, parsed.value.encoding);
  const resolved = resolveConfig(parsed.value, { folder, factsOf, env: options.env, ...(exists && { file }) });
  const faults = [...source.diagnostics, ...written.diagnostics, ...parsed.diagnostics];
  const mayBeIncomplete = !hasErrors(faults) && isFolder(folder);
  const later = resolved.diagnostics.filter(({ code }) => code !== "config/incomplete" || mayBeIncomplete);
  return {
    value: resolved.value,
    diagnostics: [...faults, ...later],
    sources: source.value ? [source.value] : [],
  };
}

function isFolder(folder: string): boolean {
  return existsSync(folder) && statSync(folder).isDirectory();
}
