/**
 * The configuration of a book, from book.yaml to its resolved state.
 *
 * Comes in: the manuscript's folder. Goes out: a `BookConfig` (always a usable one), all that is wrong with
 * book.yaml, or the header that takes its place, and its text for showing the lines. Of the chapters it reads only what they say of the book, and only for what
 * book.yaml leaves out.
 */
import { existsSync, type Stats, statSync } from "node:fs";
import path from "node:path";
import { type Diagnostic, hasErrors, type Outcome } from "../core/diagnostic.ts";
import { type SourceFile, spanAt } from "../core/span.ts";
import type { BookConfig } from "./book-config.ts";
import { encodingInHeader, findHeaderEnd, HEADER_KEYS, readHeaderMap } from "./header.ts";
import { isChapterName, listChapters } from "./list-chapters.ts";
import { isConfigKey, parseConfig } from "./parse-config.ts";
import { readSource } from "./read-source.ts";
import { resolveConfig, type SaidIn } from "./resolve-config.ts";
import { readTextFacts } from "./text-facts.ts";
import { readYaml, type YamlMap } from "./yaml-tree.ts";

/** A configuration and the file it comes from. */
export interface ReadConfig extends Outcome<BookConfig> {
  /** book.yaml, if there is one that can be read. */
  readonly sources: readonly SourceFile[];
}

/**
 * Reads a folder's book.yaml: as written, parsed, resolved. Without one, a book of a single file may say the same in that file's
 * header; `target` may also be such a file itself. A folder with neither, or no folder at all, gives the defaults. The warning that
 * something is missing waits until what is there is right.
 */
export function readConfig(target: string, options: { readonly env: NodeJS.ProcessEnv }): ReadConfig {
  const isFile = isChapterName(target) && statOf(target)?.isFile() === true;
  const folder = isFile ? path.dirname(target) : target;
  const said = isFile ? readSingle(folder, path.basename(target)) : readFolder(folder);
  const parsed = parseConfig(said.map);
  const alone = isFile ? { chapters: [{ value: path.basename(target), span: spanAt(target, 1) }] } : {};
  const factsOf = (chapters: readonly string[]) => readTextFacts(chapters, parsed.value.encoding);
  const named = isFile ? target.replace(/\.[^.]*$/, "") : folder;
  const place = { folder, named, factsOf, env: options.env, ...(said.place && { said: said.place }) };
  const resolved = resolveConfig({ ...parsed.value, ...alone }, place);
  const faults = [...said.diagnostics, ...parsed.diagnostics];
  const mayBeIncomplete = !hasErrors(faults) && (isFile || isFolder(folder));
  const later = resolved.diagnostics.filter(({ code }) => code !== "config/incomplete" || mayBeIncomplete);
  return {
    value: { ...resolved.value, ...(said.headed !== undefined && { headed: said.headed }) },
    diagnostics: [...faults, ...later],
    sources: said.sources,
  };
}

/** What is written of the book, and where. */
interface Said {
  readonly map: YamlMap;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceFile[];
  readonly place?: SaidIn;
  /** The file in whose header it is written, if it is. */
  readonly headed?: string;
}

function readFolder(folder: string): Said {
  const file = path.join(folder, "book.yaml");
  if (!existsSync(file)) {
    const [only, ...others] = isFolder(folder) ? listChapters(folder).value : [];
    const single = only !== undefined && others.length === 0 ? readSingle(folder, only) : undefined;
    return single?.headed === undefined ? { map: nothingIn(file), diagnostics: [], sources: [] } : single;
  }
  const source = readSource(file, file, "book.yaml");
  const text = hasErrors(source.diagnostics) ? undefined : source.value?.text;
  const written = text === undefined ? { value: nothingIn(file), diagnostics: [] } : readYaml(text, file);
  return {
    map: written.value,
    diagnostics: [...source.diagnostics, ...written.diagnostics],
    sources: source.value ? [source.value] : [],
    place: { file, as: "book.yaml" },
  };
}

/** What the header of a book of a single file says, but for what only a chapter may say. What is wrong with the file is told when it is read. */
function readSingle(folder: string, name: string): Said {
  const file = path.join(folder, name);
  const { value } = readSource(file, file, name, encodingInHeader);
  const lines = value?.text.split("\n") ?? [];
  const end = findHeaderEnd(lines);
  const place = { file, as: end === undefined ? "no header" : "header" } as const;
  if (typeof end !== "number") return { map: nothingIn(file), diagnostics: [], sources: [], place };
  const { value: map } = readHeaderMap(lines, end, file);
  const entries = map.entries.filter(({ key }) => isConfigKey(key) || !HEADER_KEYS.includes(key));
  return { map: { ...map, entries }, diagnostics: [], sources: [], place, headed: file };
}

function nothingIn(file: string): YamlMap {
  return { kind: "map", entries: [], span: spanAt(file, 1) };
}

function isFolder(folder: string): boolean {
  return statOf(folder)?.isDirectory() === true;
}

function statOf(file: string): Stats | undefined {
  return statSync(file, { throwIfNoEntry: false });
}
