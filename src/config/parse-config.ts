/**
 * book.yaml in its parsed state: every key known, every value of its type.
 *
 * Comes in: the map as written. Goes out: a `ParsedConfig` holding what was right, and a diagnostic for each
 * thing that was not. It looks at no file and takes no default; `resolve-config.ts` does.
 */
import type { Diagnostic, Outcome } from "../core/diagnostic.ts";
import {
  type AccessibilityStatement,
  type Contributor,
  FONT_CHOICES,
  type FontChoice,
  type Isbn,
  type NumberedSections,
  type Paragraphs,
  PDF_PURPOSES,
  type PdfPurpose,
  type Person,
  type PrintEdition,
  type Punctuation,
  type Series,
  type Subject,
} from "./book-config.ts";
import {
  readAccessibility,
  readContributor,
  readIsbns,
  readPageList,
  readSubject,
  suggestContributor,
} from "./read-catalogue.ts";
import {
  type Located,
  type Reader,
  readChoice,
  readContents,
  readDate,
  readEncoding,
  readIdentifier,
  readLanguage,
  readLevel,
  readLine,
  readList,
  readName,
  readParagraphs,
  readPerson,
  readPunctuation,
  readSections,
  readSeries,
  readSeveral,
  readText,
  unknownKey,
  wrong,
} from "./read-value.ts";
import type { YamlMap } from "./yaml-tree.ts";

/** Each key of book.yaml and what may stand after it. A key left out, left empty or mistyped is absent. */
const READERS = {
  title: readLine,
  subtitle: readLine,
  author: readSeveral(readPerson),
  authors: readSeveral(readPerson),
  contributors: readSeveral(readContributor),
  language: readLanguage,
  publisher: readLine,
  identifier: readSeveral(readIdentifier),
  identifiers: readSeveral(readIdentifier),
  isbn: readIsbns,
  date: readDate,
  rights: readText,
  edition: readLine,
  description: readText,
  series: readSeries,
  subjects: readSeveral(readSubject),
  pageList: readPageList,
  accessibility: readAccessibility,
  cover: readName,
  fonts: readChoice(...FONT_CHOICES),
  pdf: readChoice(...PDF_PURPOSES),
  style: readName,
  chapters: readList(readName),
  contents: readContents,
  chapterLevel: readLevel,
  partLevel: readLevel,
  punctuation: readPunctuation,
  encoding: readEncoding,
  paragraphs: readParagraphs,
  sections: readSections,
} as const;

/** A key of book.yaml. */
export type ConfigKey = keyof typeof READERS;

const KEYS = Object.keys(READERS) as readonly ConfigKey[];

export function isConfigKey(key: string): key is ConfigKey {
  return Object.hasOwn(READERS, key);
}

/** Names that other tools use for the same things. */
const SYNONYMS: Readonly<Record<string, ConfigKey>> = {
  by: "author",
  creator: "author",
  lang: "language",
  css: "style",
  stylesheet: "style",
  theme: "style",
  copyright: "rights",
  license: "rights",
  summary: "description",
  blurb: "description",
  tags: "subjects",
  keywords: "subjects",
  uuid: "identifier",
  uid: "identifier",
  isbn13: "isbn",
  contributor: "contributors",
  pages: "pageList",
  a11y: "accessibility",
  year: "date",
  published: "date",
  files: "chapters",
  toc: "contents",
  image: "cover",
  font: "fonts",
  quotes: "punctuation",
  typography: "punctuation",
  smartypants: "punctuation",
  charset: "encoding",
};

/** What book.yaml says, rightly typed. */
export interface ParsedConfig {
  readonly title?: string;
  readonly subtitle?: string;
  /** Of `author` and `authors`, in the order of the file. */
  readonly authors: readonly Person[];
  readonly contributors: readonly Contributor[];
  readonly language?: string;
  readonly publisher?: string;
  /** URIs of the EPUB: its ISBN, then those given as `identifier` or `identifiers`. */
  readonly identifiers: readonly string[];
  readonly isbns: readonly Isbn[];
  readonly date?: string;
  readonly rights?: string;
  readonly edition?: string;
  readonly contents?: number;
  readonly description?: string;
  readonly series?: Series;
  readonly subjects: readonly Subject[];
  readonly pageList?: PrintEdition | "none";
  readonly accessibility?: AccessibilityStatement;
  /** As written, like the other names of files. */
  readonly cover?: Located<string>;
  readonly fonts?: FontChoice;
  readonly pdf?: PdfPurpose;
  readonly style?: Located<string>;
  readonly chapters?: readonly Located<string>[];
  readonly chapterLevel?: number;
  readonly partLevel?: number;
  readonly punctuation?: Punctuation;
  readonly encoding?: string;
  readonly paragraphs?: Paragraphs;
  readonly sections?: NumberedSections;
  /** Keys that have a value, be it right or wrong. */
  readonly given: ReadonlySet<ConfigKey>;
}

/** Each key's value, or undefined. */
type Values = { -readonly [K in ConfigKey]?: (typeof READERS)[K] extends Reader<infer T> ? T : never };

/** Types the map, and tells all that is wrong with it. */
export function parseConfig(written: YamlMap): Outcome<ParsedConfig> {
  const diagnostics: Diagnostic[] = [];
  const given = new Set<ConfigKey>();
  const values: Values = {};
  for (const { key, span, value } of written.entries) {
    const known = KEYS.find((candidate) => candidate === key);
    if (known === undefined) {
      diagnostics.push(
        suggestContributor(key, span, value) ?? unknownKey(key, span, KEYS, SYNONYMS[key.toLowerCase()]),
      );
      continue;
    }
    if (value.kind !== "empty") given.add(known);
    const read = READERS[known](value, known, (diagnostic) => diagnostics.push(diagnostic));
    if (read !== undefined) Object.assign(values, { [known]: read });
  }
  return { value: gather(values, given, diagnostics), diagnostics };
}

function gather(values: Values, given: ReadonlySet<ConfigKey>, diagnostics: Diagnostic[]): ParsedConfig {
  const { author = [], authors = [], contributors = [], subjects = [], ...others } = values;
  const { identifier = [], identifiers = [], isbn: isbns = [], chapterLevel, partLevel, ...plain } = others;
  if (chapterLevel && partLevel && partLevel.value >= chapterLevel.value) {
    const message = `Parts stand above chapters, so "partLevel" must be smaller than "chapterLevel", which is ${chapterLevel.value}.`;
    diagnostics.push(wrong(partLevel.span, message, "partLevel: 1", "chapterLevel: 2"));
  }
  const ofEpub = isbns.filter(({ edition = "epub" }) => edition === "epub").map(({ uri }) => uri);
  const all = [...ofEpub, ...identifier, ...identifiers];
  return {
    ...plain,
    authors: [...author, ...authors],
    contributors,
    identifiers: [...new Set(all)],
    isbns,
    subjects,
    ...(chapterLevel && { chapterLevel: chapterLevel.value }),
    ...(partLevel && { partLevel: partLevel.value }),
    given,
  };
}
