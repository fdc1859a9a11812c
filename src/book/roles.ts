/**
 * What sections of a book there are, and how they are known.
 *
 * Comes in: a name, as an author gives it in a header, to a file or as a title. Goes out: the role that it means. One table for both
 * outputs: types are of EPUB Structural Semantics 1.1, roles of DPUB-ARIA 1.1. It divides nothing.
 */
import { foldLatin } from "../core/fold-latin.ts";

interface RoleEntry {
  /** Where such sections belong. Those of the front and back count to the body if they stand within it. */
  readonly matter: Matter;
  /** `epub:type`; absent where the vocabulary has no word for it. */
  readonly type?: string;
  /** DPUB-ARIA; absent where it has no role for it. */
  readonly aria?: string;
  /** True if it is shown alone, without head or folio, and is not in the printed contents. */
  readonly display?: boolean;
  /** Other names for it, folded. */
  readonly names?: readonly string[];
  /** Names that are no title: files and headers alone are known by them. */
  readonly files?: readonly string[];
}

/** `front` is numbered in Roman figures; `back` is all after the body's last chapter. */
export type Matter = "front" | "body" | "back";

/** In the order in which they stand in a book (The Chicago Manual of Style, 1.4). */
export const ROLES = {
  halftitlepage: { matter: "front", type: "halftitlepage", display: true, files: ["halftitle", "bastardtitle"] },
  frontispiece: { matter: "front", display: true, files: ["frontispiece"] },
  titlepage: { matter: "front", type: "titlepage", display: true, files: ["titlepage"] },
  copyrightpage: {
    matter: "front",
    type: "copyright-page",
    display: true,
    files: ["copyright", "copyrightpage", "imprint", "impressum"],
  },
  dedication: {
    matter: "front",
    type: "dedication",
    aria: "doc-dedication",
    display: true,
    names: ["widmung", "dedicace", "dedicatoria", "dedica", "opdracht"],
  },
  epigraph: {
    matter: "front",
    type: "epigraph",
    aria: "doc-epigraph",
    display: true,
    files: ["epigraph", "epigraphs", "motto"],
  },
  "contents-list": { matter: "front", display: true },
  toc: { matter: "front", type: "toc", files: ["contents", "toc", "tableofcontents"] },
  foreword: {
    matter: "front",
    type: "foreword",
    aria: "doc-foreword",
    names: ["geleitwort", "voorwoord", "forord"],
  },
  preface: {
    matter: "front",
    type: "preface",
    aria: "doc-preface",
    names: ["vorwort", "avantpropos", "prefazione", "prefacio", "authorsnote", "anoteonthetext"],
  },
  introduction: {
    matter: "body",
    type: "introduction",
    aria: "doc-introduction",
    names: ["einleitung", "einfuhrung", "introduccion", "introduzione", "inleiding"],
    files: ["intro"],
  },
  prologue: { matter: "body", type: "prologue", aria: "doc-prologue", names: ["prolog", "prologo", "proloog"] },
  part: { matter: "body", type: "part", aria: "doc-part" },
  chapter: { matter: "body", type: "chapter", aria: "doc-chapter" },
  conclusion: { matter: "body", type: "conclusion", aria: "doc-conclusion" },
  epilogue: { matter: "body", type: "epilogue", aria: "doc-epilogue", names: ["epilog", "epilogo", "epiloog"] },
  afterword: {
    matter: "back",
    type: "afterword",
    aria: "doc-afterword",
    names: ["nachwort", "postface", "postfazione", "nawoord"],
  },
  acknowledgments: {
    matter: "back",
    type: "acknowledgments",
    aria: "doc-acknowledgments",
    names: ["acknowledgements", "danksagung", "remerciements", "agradecimientos", "ringraziamenti", "dankwoord"],
    files: ["thanks"],
  },
  appendix: {
    matter: "back",
    type: "appendix",
    aria: "doc-appendix",
    names: ["anhang", "annexe", "appendice", "apendice"],
  },
  glossary: { matter: "back", type: "glossary", aria: "doc-glossary", names: ["glossar", "glossaire"] },
  bibliography: {
    matter: "back",
    type: "bibliography",
    aria: "doc-bibliography",
    names: ["literaturverzeichnis", "bibliographie"],
    files: ["references"],
  },
  "about-the-author": {
    matter: "back",
    names: ["abouttheauthor", "abouttheauthors", "uberdenautor", "uberdieautorin", "aproposdelauteur"],
    files: ["author", "aboutauthor", "biography", "bio"],
  },
  colophon: { matter: "back", type: "colophon", aria: "doc-colophon", display: true, names: ["kolophon"] },
} as const satisfies Record<string, RoleEntry>;

/** One of {@link ROLES}, and a class of its section in both books. */
export type SectionRole = keyof typeof ROLES;

/** Names of roles as an author may write them in a header. */
export const ROLE_NAMES = Object.keys(ROLES) as readonly SectionRole[];

/** What the table says of a role. */
export function roleEntry(role: SectionRole): RoleEntry {
  return ROLES[role];
}

/** The role that a header means: `about-the-author`. */
export function findRole(name: string): SectionRole | undefined {
  return lookUp(name);
}

/** The role that a file's name means: `02-dedication`. Chapters are known by what stands in them. */
export function findRoleOfFile(stem: string): SectionRole | undefined {
  const role = lookUp(stem);
  return STRUCTURE.has(role) ? undefined : role;
}

/** The role of a section by its whole title; never one that is shown without a title. */
export function findRoleOfTitle(title: string): SectionRole | undefined {
  const role = lookUp(title);
  const { display = false, files = [] } = role ? roleEntry(role) : {};
  const isTitle = !display && !files.includes(fold(title)) && !STRUCTURE.has(role);
  return isTitle ? role : undefined;
}

/** What "Chapter" and "Part" alone say is told by levels of headings. */
const STRUCTURE: ReadonlySet<SectionRole | undefined> = new Set<SectionRole | undefined>(["part", "chapter"]);

/** Where a section belongs that stands nowhere in particular: before the chapters (negative), among them (0), after them. */
export function placeOfRole(role: SectionRole): number {
  return STRUCTURE.has(role) ? 0 : ROLE_NAMES.indexOf(role) - ROLE_NAMES.indexOf("chapter");
}

const BY_NAME: ReadonlyMap<string, SectionRole> = new Map(
  ROLE_NAMES.flatMap((role) => {
    const { names = [], files = [] } = roleEntry(role);
    return [fold(role), ...names, ...files].map((name) => [name, role] as const);
  }),
);

/** Appendices have letters: "Appendix B: Sources". */
function lookUp(name: string): SectionRole | undefined {
  return BY_NAME.get(fold(name)) ?? (/^\W*[0-9]*\W*appendix\b/i.test(name) ? "appendix" : undefined);
}

/** Letters alone count; a number or a letter that orders files stands before the name. */
function fold(name: string): string {
  return foldLatin(name).replace(/[^\p{L}]/gu, "");
}
