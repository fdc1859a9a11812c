/**
 * The configuration of a book, from book.yaml to its resolved state.
 *
 * Comes in: the manuscript's folder. Goes out: a `BookConfig` (always a usable one), all that is wrong with
 * book.yaml, and its text for showing the lines. Of the chapters it reads only what a notice in front of them says of the
 * book.
 */
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { hasErrors, type Outcome } from "../core/diagnostic.ts";
import { type SourceFile, spanAt } from "../core/span.ts";
import type { BookConfig } from "./book-config.ts";
import { type FrameFacts, readFrame } from "./gutenberg-frame.ts";
import { parseConfig } from "./parse-config.ts";
import { readSource } from "./read-source.ts";
import { resolveConfig } from "./resolve-config.ts";
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
  const factsOf = (chapters: readonly string[]) => readFacts(chapters, parsed.value.encoding);
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

/** What the notices in front of the chapters say of the book: only what none says otherwise. */
function readFacts(chapters: readonly string[], encoding: string | undefined): FrameFacts {
  const frames = chapters.flatMap((chapter) => {
    const { value } = readSource(chapter, chapter, chapter, () => encoding);
    return (value && readFrame(value.text.split("\n"))) ?? [];
  });
  const agreed = (key: keyof FrameFacts): FrameFacts => {
    const [value, ...others] = new Set(frames.flatMap((frame) => frame[key] ?? []));
    return value === undefined || others.length > 0 ? {} : { [key]: value };
  };
  return { ...agreed("title"), ...agreed("author"), ...agreed("language") };
}

function isFolder(folder: string): boolean {
  return existsSync(folder) && statSync(folder).isDirectory();
}
