/**
 * A chapter's own header: a block of YAML between two lines of three hyphens at the top of its file.
 *
 * Comes in: a source file. Goes out: what the header says, and the text below it with the number of its first line. A scene break
 * at the top of a file is no header.
 */
import type { NumberedSections, Paragraphs, Punctuation } from "../config/book-config.ts";
import { nearestName } from "../config/nearest-name.ts";
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
import { readYaml, type YamlMap } from "../config/yaml-tree.ts";
import { type Diagnostic, diagnose, type Outcome } from "../core/diagnostic.ts";
import { type SourceFile, spanAt } from "../core/span.ts";
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

const KEYS = ["title", "language", "role", "class", "paragraphs", "sections", "encoding", "punctuation"];

const HEADER_KEY = new RegExp(`^(?:${KEYS.join("|")})[ \\t]*:`);

/** What other tools call the same things. */
const SYNONYMS: Readonly<Record<string, string>> = {
  lang: "language",
  classes: "class",
  name: "title",
  type: "role",
};

export function readHeader(file: SourceFile): Outcome<HeadedText> {
  const lines = file.text.split("\n");
  const end = findEnd(lines);
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
  const yaml = readYaml(lines.slice(1, end).join("\n"), file.path, 2);
  const diagnostics: Diagnostic[] = [...yaml.diagnostics];
  const said = readKeys(yaml.value, (diagnostic) => diagnostics.push(diagnostic));
  const body = lines.slice(end + 1).join("\n");
  return { value: { ...said, body, firstLine: end + 2 }, diagnostics };
}

/** Index of the line that ends the header; undefined if there is no header at all. */
function findEnd(lines: readonly string[]): number | "missing" | undefined {
  if (!/^---[ \t]*$/.test(lines[0] ?? "")) return undefined;
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)[ \t]*$/.test(line));
  if (end < 0) return HEADER_KEY.test(lines[1] ?? "") ? "missing" : undefined;
  const written = lines.slice(1, end);
  const isEmpty = written.every((line) => /^\s*(?:#.*)?$/.test(line)) && !/^\s+$/.test(written[0] ?? "");
  const hasKey =
    written[0] !== "" && written.some((line) => /^["']?[\p{L}_][\p{L}\p{N} _-]*["']?[ \t]*:(?:\s|$)/u.test(line));
  return hasKey || (isEmpty && written[0] !== "") ? end : undefined;
}

type Said = Pick<
  HeadedText,
  "title" | "language" | "role" | "classes" | "paragraphs" | "sections" | "punctuation"
>;

function readKeys(map: YamlMap, say: (diagnostic: Diagnostic) => void): Said {
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
    } else say(unknownKey(key, span, KEYS, SYNONYMS[key.toLowerCase()]));
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

const readRole: Reader<SectionRole> = (value, key, say) => {
  const written = readName(value, key, say);
  const role = written && findRole(written.value);
  if (!written || role) return role;
  const near = nearestName(written.value, ROLE_NAMES);
  const hint = near === undefined ? `The roles are: ${ROLE_NAMES.join(", ")}.` : `Did you mean ${near}?`;
  say(wrong(written.span, `There is no role "${written.value}" that a section could have.`, hint));
  return undefined;
};
