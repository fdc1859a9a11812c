/**
 * What a chapter's header says of the chapter.
 *
 * Comes in: a source file. Goes out: what the header says, and the text below it with the number of its first line. What a header says
 * of a whole book is read with the configuration.
 */
import type { NumberedSections, Paragraphs, Punctuation } from "../config/book-config.ts";
import { findHeaderEnd, HEADER_KEYS, readHeaderMap } from "../config/header.ts";
import { nearestName } from "../config/nearest-name.ts";
import { isConfigKey } from "../config/parse-config.ts";
import {
  type Reader,
  readEncoding,
  readLanguage,
  readLine,
  readName,
  readParagraphs,
  readPunctuation,
  readSections,
  readSeveral,
  unknownKey,
  wrong,
} from "../config/read-value.ts";
import type { YamlMap } from "../config/yaml-tree.ts";
import { type Diagnostic, diagnose, type Outcome } from "../core/diagnostic.ts";
import { type SourceFile, type Span, spanAt } from "../core/span.ts";
import { findRole, ROLE_NAMES, type SectionRole } from "./roles.ts";

/** What a file says of itself, and the rest of it. */
export interface HeadedText {
  readonly title?: string;
  readonly language?: string;
  readonly role?: SectionRole;
  readonly classes: readonly string[];
  readonly punctuation?: Punctuation;
  readonly paragraphs?: Paragraphs;
  readonly sections?: NumberedSections;
  readonly body: string;
  /** The line of the file that `body` begins on, 1-based. */
  readonly firstLine: number;
}

/** What other tools call the same things. */
const SYNONYMS: Readonly<Record<string, string>> = {
  lang: "language",
  classes: "class",
  name: "title",
  type: "role",
};

/** `ofBook`: keys that are the book's have been read as its configuration, and are passed over. */
export function readHeader(file: SourceFile, ofBook = false): Outcome<HeadedText> {
  const lines = file.text.split("\n");
  const end = findHeaderEnd(lines);
  if (end === undefined) return { value: { classes: [], body: file.text, firstLine: 1 }, diagnostics: [] };
  if (end === "missing") {
    const message = "The header that begins here has no end.";
    const lost = diagnose(
      "config/yaml",
      spanAt(file.path, 1, 1, 3),
      message,
      "End it with a line of three hyphens: ---",
    );
    return { value: { classes: [], body: "", firstLine: 1 }, diagnostics: [lost] };
  }
  const yaml = readHeaderMap(lines, end, file.path);
  const diagnostics: Diagnostic[] = [...yaml.diagnostics];
  const said = readKeys(yaml.value, ofBook, (diagnostic) => diagnostics.push(diagnostic));
  const body = lines.slice(end + 1).join("\n");
  return { value: { ...said, body, firstLine: end + 2 }, diagnostics };
}

type Said = Pick<
  HeadedText,
  "title" | "language" | "role" | "classes" | "paragraphs" | "sections" | "punctuation"
>;

function readKeys(map: YamlMap, ofBook: boolean, say: (diagnostic: Diagnostic) => void): Said {
  const said: { -readonly [K in keyof Said]: Said[K] | undefined } = { classes: [] };
  for (const { key, span, value } of map.entries) {
    if (key === "title") said.title = readLine(value, key, say);
    else if (key === "language") said.language = readLanguage(value, key, say);
    else if (key === "role") said.role = readRole(value, key, say);
    else if (key === "paragraphs") said.paragraphs = readParagraphs(value, key, say);
    else if (key === "sections") said.sections = readSections(value, key, say);
    else if (key === "punctuation") said.punctuation = readPunctuation(value, key, say);
    // It has been obeyed before the file could be read.
    else if (key === "encoding") readEncoding(value, key, say);
    else if (key === "class") {
      const names = readSeveral(readLine)(value, key, say) ?? [];
      said.classes = names.flatMap((name) => name.split(" "));
    } else if (!ofBook)
      say(
        isConfigKey(key)
          ? tellBookKey(key, span)
          : unknownKey(key, span, HEADER_KEYS, SYNONYMS[key.toLowerCase()]),
      );
  }
  const { title, language, role, classes = [], paragraphs, sections, punctuation } = said;
  return {
    classes,
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    ...(role !== undefined && { role }),
    ...(paragraphs !== undefined && { paragraphs }),
    ...(sections !== undefined && { sections }),
    ...(punctuation !== undefined && { punctuation }),
  };
}

function tellBookKey(key: string, span: Span): Diagnostic {
  return diagnose(
    "config/unknown-key",
    span,
    `"${key}" is said of a book, not of a chapter.`,
    "Write it into book.yaml. Only if the book is this one file, and there is no book.yaml, may it stand here.",
  );
}

const readRole: Reader<SectionRole> = (value, key, say) => {
  const written = readName(value, key, say);
  const role = written && findRole(written.value);
  if (!written || role) return role;
  const near = nearestName(written.value, ROLE_NAMES);
  const hint = near === undefined ? `The roles are: ${ROLE_NAMES.join(", ")}.` : `Did you mean ${near}?`;
  say(wrong(written.span, `There is no role "${written.value}" that a section could have.`, hint));
  return undefined;
};
