/**
 * The configuration in its resolved state: every default taken, every named file found.
 *
 * Comes in: what book.yaml says, the folder it lies in, and what chapters say of the book. Goes out: a `BookConfig`, errors for files that are
 * not there, and one warning that says what the author might add. It opens no file; it only asks whether they
 * are there and when they were changed.
 */
import { existsSync, readdirSync, type Stats, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type Diagnostic, diagnose, type Outcome } from "../core/diagnostic.ts";
import { spanAt } from "../core/span.ts";
import type { BookConfig, Isbn, NamedFile, Person, PrintEdition } from "./book-config.ts";
import { uuidOf } from "./identifiers.ts";
import { listChapters } from "./list-chapters.ts";
import { nearestName } from "./nearest-name.ts";
import type { ConfigKey, ParsedConfig } from "./parse-config.ts";
import { type Located, wrong } from "./read-value.ts";
import { makeSlug } from "./slug.ts";
import type { TextFacts } from "./text-facts.ts";
import { titleFromFolder } from "./title-from-folder.ts";

/** Where the configuration lies, and in what surroundings. */
export interface Place {
  /** What chapters say of the book themselves, for what book.yaml leaves out; asked with their absolute paths. */
  readonly factsOf: (chapters: readonly string[]) => TextFacts;
  /** As the author gave it. */
  readonly folder: string;
  /** What names the book if nothing else does: the folder, or the single file without its ending. */
  readonly named: string;
  /** Absent if there is no book.yaml nor a single file. */
  readonly said?: SaidIn;
  readonly env: NodeJS.ProcessEnv;
}

/** Where a book is described, or could be; the path as spans show it. */
export interface SaidIn {
  readonly file: string;
  readonly as: "book.yaml" | "header" | "no header";
}

/** Finds the files, takes the defaults. */
export function resolveConfig(written: ParsedConfig, place: Place): Outcome<BookConfig> {
  const { folder } = place;
  const diagnostics: Diagnostic[] = [];
  const unfound: Diagnostic[] = [];
  const chapters = written.chapters && findChapters(written.chapters, folder, unfound);
  const paths = chapterPaths(folder, chapters);
  const parsed = complete(written, paths, place);
  const { given, cover: namedCover, style: namedStyle, chapters: _, ...plain } = parsed;
  const title = parsed.title ?? titleFromFolder(place.named);
  const language = parsed.language ?? "en";
  const withoutCover = namedCover?.value.toLowerCase() === "none";
  const cover = namedCover && !withoutCover ? findFile(namedCover, "cover", folder, diagnostics) : undefined;
  const style = (namedStyle && findFile(namedStyle, "style", folder, diagnostics)) ?? findStyle(folder);
  const needed = { ...parsed, title, language };
  const identifiers = parsed.identifiers.length > 0 ? parsed.identifiers : [`urn:uuid:${makeUuid(needed)}`];
  const sources = [place.said?.file, cover?.path, style.path, ...paths];
  const incomplete = tellIncomplete(parsed, title, place);
  return {
    value: {
      ...plain,
      folder,
      title,
      language,
      identifiers,
      pageList: parsed.pageList ?? firstPrinted(parsed.isbns),
      style,
      fonts: parsed.fonts ?? "embed",
      pdf: parsed.pdf ?? "print",
      makesCover: namedCover === undefined,
      ...(cover && { cover }),
      ...(chapters && { chapters }),
      slug: makeSlug(title),
      modified: modifiedAt(sources, place.env),
    },
    diagnostics: [...diagnostics, ...unfound, ...(incomplete ? [incomplete] : [])],
  };
}

/** With what the chapters say of the book, where book.yaml says nothing. */
function complete(parsed: ParsedConfig, chapters: readonly string[], { factsOf }: Place): ParsedConfig {
  const missing = NEEDED.filter((keys) => keys.every((key) => !parsed.given.has(key)));
  if (missing.length === 0) return parsed;
  const { title, author, language, recognised } = factsOf(chapters);
  const found: Partial<Pick<ParsedConfig, "title" | "authors" | "language">> = {
    ...(title !== undefined && { title }),
    ...(author !== undefined && { authors: [{ name: author }] }),
    ...(language !== undefined && { language }),
  };
  const taken = missing.flatMap((keys) => keys.filter((key) => key in found));
  const values = Object.fromEntries(taken.map((key) => [key, found[key as keyof typeof found]]));
  // What is only recognised is not given: the author is told.
  const guess = !parsed.given.has("language") && recognised !== undefined ? { language: recognised } : {};
  return { ...parsed, ...guess, ...values, given: new Set([...parsed.given, ...taken]) };
}

/** What a book cannot do without; one of each row. */
const NEEDED: readonly (readonly ConfigKey[])[] = [["title"], ["author", "authors"], ["language"]];

/** The same for a book of the same title, authors and language, wherever and whenever it is built. */
function makeUuid(book: { title: string; authors: readonly Person[]; language: string }): string {
  return uuidOf(JSON.stringify([book.title, book.authors.map((author) => author.name), book.language]));
}

/** The first edition for print that has an ISBN, or just the printed one. */
function firstPrinted(isbns: readonly Isbn[]): PrintEdition {
  for (const { edition = "epub" } of isbns) if (edition !== "epub" && edition !== "pdf") return edition;
  return "print";
}

function findFile(
  named: Located<string>,
  key: string,
  folder: string,
  diagnostics: Diagnostic[],
): NamedFile | undefined {
  const file = { path: path.resolve(folder, named.value), span: named.span };
  const found = statOf(file.path);
  if (found?.isFile()) return file;
  const shown = path.join(folder, named.value);
  const near = found ? undefined : nearbyFile(named.value, folder);
  const message = found
    ? `"${key}" names ${named.value}, which is a folder.`
    : `"${key}" names ${named.value}, and there is no such file.`;
  const hints = near === undefined ? [] : [`Did you mean ${near}?`];
  const place = path.isAbsolute(named.value) ? named.value : shown;
  diagnostics.push(
    diagnose("config/missing-file", named.span, message, ...hints, `It was looked for at ${place}.`),
  );
  return undefined;
}

/** The name of a file beside the one that is missing, if they are alike. */
function nearbyFile(name: string, folder: string): string | undefined {
  const inside = path.dirname(name);
  const base = path.basename(name);
  try {
    // Another number is another file, and no slip of the keyboard.
    const number = (file: string) => file.replace(/[^0-9]/g, "");
    const files = readdirSync(path.resolve(folder, inside)).filter((file) => number(file) === number(base));
    const near = nearestName(base, files.sort());
    return near === undefined ? undefined : path.posix.join(inside, near);
  } catch {
    return undefined;
  }
}

function findChapters(named: readonly Located<string>[], folder: string, diagnostics: Diagnostic[]): NamedFile[] {
  const found = new Map<string, NamedFile>();
  for (const chapter of named) {
    const inside = path.relative(path.resolve(folder), path.resolve(folder, chapter.value));
    if (inside.startsWith("..") || path.isAbsolute(inside)) {
      const message = `${chapter.value} lies outside the manuscript's folder.`;
      diagnostics.push(wrong(chapter.span, message, "Put the file, or a copy of it, into the folder."));
      continue;
    }
    const file = findFile(chapter, "chapters", folder, diagnostics);
    if (file && found.has(file.path)) {
      const message = `${chapter.value} is listed a second time.`;
      diagnostics.push(wrong(chapter.span, message, "A chapter stands once in a book: take out one of the two."));
    } else if (file) {
      found.set(file.path, file);
    }
  }
  return [...found.values()];
}

/** Fleuron's own stylesheet: two folders up, from `src/config/` as from the compiled `.build/config/`. */
export const OWN_STYLESHEET = fileURLToPath(new URL("../../styles/book.css", import.meta.url));

/** The stylesheet where the author names none: the book's own, the one beside it, Fleuron's. */
function findStyle(folder: string): NamedFile {
  const places = [path.resolve(folder, "styles/book.css"), path.resolve(folder, "..", "styles/book.css")];
  const found = places.find((place) => existsSync(place));
  return { path: found ?? OWN_STYLESHEET };
}

function chapterPaths(folder: string, chapters: readonly NamedFile[] | undefined): string[] {
  if (chapters) return chapters.map((chapter) => chapter.path);
  return existsSync(folder) ? listChapters(folder).value.map((name) => path.resolve(folder, name)) : [];
}

/** SOURCE_DATE_EPOCH (reproducible-builds.org: seconds since 1970), else the newest change of a file. */
function modifiedAt(files: readonly (string | undefined)[], env: NodeJS.ProcessEnv): string {
  const epoch = env.SOURCE_DATE_EPOCH ?? "";
  const times = files.map((file) => (file === undefined ? 0 : (statOf(file)?.mtimeMs ?? 0)));
  const newest = times.reduce((latest, time) => Math.max(latest, time), 0);
  const moment = /^[0-9]{1,12}$/.test(epoch) ? Number(epoch) * 1000 : newest;
  return new Date(moment).toISOString().replace(/\.[0-9]+Z$/, "Z");
}

/** Undefined if there is nothing to be found at that path. */
function statOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function tellIncomplete(parsed: ParsedConfig, title: string, place: Place): Diagnostic | undefined {
  const { given, language = "en" } = parsed;
  const lines: string[] = [];
  const taken: string[] = [];
  if (!given.has("title")) {
    lines.push(`title: ${/^[\p{L}\p{N} ]+$/u.test(title) ? title : JSON.stringify(title)}`);
    taken.push(
      `the title is taken from the ${place.named === place.folder ? "folder" : "file"}'s name ("${title}")`,
    );
  }
  if (!given.has("author") && !given.has("authors")) {
    lines.push("author: Your Name");
    taken.push("no author is named");
  }
  if (!given.has("language")) {
    lines.push(`language: ${language}`);
    const name = new Intl.DisplayNames("en", { type: "language" }).of(language) ?? language;
    taken.push(`the language is taken to be ${name}${language === "en" ? "" : ", since its commonest words are"}`);
  }
  if (lines.length === 0) return undefined;
  const missing = lines.map((line) => line.slice(0, line.indexOf(":"))).join(", ");
  const [does, hint] = adviseOn(place, missing, lines);
  const span = place.said && spanAt(place.said.file, 1);
  return diagnose("config/incomplete", span, `${does}: ${joinWords(taken)}.`, hint);
}

/** What is missing where, and what to do about it. */
function adviseOn(
  { folder, said }: Place,
  missing: string,
  lines: readonly string[],
): [does: string, hint: string] {
  const text = lines.join("\n");
  switch (said?.as) {
    case undefined:
      return [`There is no ${path.join(folder, "book.yaml")}`, `Make it, with these lines:\n${text}`];
    case "book.yaml":
      return [`${said.file} leaves out ${missing}`, `Add to it, with these lines:\n${text}`];
    case "header":
      return [`The header of ${said.file} leaves out ${missing}`, `Add to it, with these lines:\n${text}`];
    case "no header":
      return [`${said.file} has no header`, `Begin it with these lines:\n---\n${text}\n---`];
  }
}

function joinWords(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}
