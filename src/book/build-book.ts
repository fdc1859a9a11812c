/**
 * The book as written.
 *
 * Comes in: source files. Goes out: a `Book`, every node with its place, and all that can be said about one file by itself: its
 * header, its notes, its raw HTML. It numbers nothing and follows no link.
 */
import type { BookConfig } from "../config/book-config.ts";
import type { Changed } from "../core/change.ts";
import type { Diagnostic } from "../core/diagnostic.ts";
import type { SourceFile } from "../core/span.ts";
import type { BlockSyntax } from "../markdown/syntax.ts";
import { type ProseBody, readProse } from "../prose/read-prose.ts";
import { buildBlocks } from "./build-blocks.ts";
import { openFile } from "./build-context.ts";
import { checkNotes } from "./check-notes.ts";
import { findSections, type ReadManuscript } from "./find-sections.ts";
import type { Book, Manuscript } from "./model.ts";
import { type HeadedText, readHeader } from "./read-header.ts";
import { findRoleOfFile } from "./roles.ts";

/** Builds one `Manuscript` a file. A header that names the book's own language says nothing new, and is passed over. */
export function buildBook(files: readonly SourceFile[], config: BookConfig): Changed<Book> {
  const diagnostics: Diagnostic[] = [];
  const headers = files.map((file) => {
    const header = readHeader(file, file.path === config.headed);
    diagnostics.push(...header.diagnostics);
    return header.value;
  });
  const bodies = files.map(({ path }, index): ProseBody => {
    const { body = "", firstLine = 1, paragraphs = config.paragraphs } = headers[index] ?? {};
    return { path, text: body, firstLine, ...(paragraphs && { paragraphs }) };
  });
  const prose = readProse(bodies);
  const built = files.map((file, index): ReadManuscript => {
    const { paragraphs, blocks } = prose.value[index] ?? { paragraphs: "markdown", blocks: [] };
    return { ...buildFile(file, headers[index] ?? NO_HEADER, blocks, config.language, diagnostics), paragraphs };
  });
  const breaks = prose.changes.filter(({ what }) => what === "scene/empty-line");
  const sections = findSections(built, config, breaks);
  return {
    value: { files: sections.value },
    diagnostics: [...diagnostics, ...prose.diagnostics, ...sections.diagnostics],
    changes: [...prose.changes.filter((change) => !sections.takenBack.has(change)), ...sections.changes],
  };
}

const NO_HEADER: HeadedText = { classes: [], body: "", firstLine: 1 };

function buildFile(
  file: SourceFile,
  { title, language, role: ownRole, punctuation, classes, sections }: HeadedText,
  syntax: readonly BlockSyntax[],
  bookLanguage: string,
  diagnostics: Diagnostic[],
): Manuscript {
  const role = ownRole ?? findRoleOfFile(file.name.replace(/^.*\/|\.[^.]*$/g, ""));
  const context = openFile(file.path, (diagnostic) => diagnostics.push(diagnostic));
  const blocks = buildBlocks(syntax, context);
  const { notes } = context;
  diagnostics.push(...checkNotes(blocks, notes, context.undefinedNotes));
  return {
    path: file.path,
    name: file.name,
    ...(title !== undefined && { title }),
    ...(language !== undefined && language !== bookLanguage && { language }),
    ...(punctuation !== undefined && { punctuation }),
    ...(role !== undefined && { role }),
    isWhole: ownRole !== undefined,
    classes,
    ...(sections !== undefined && { sections }),
    blocks,
    notes,
  };
}
