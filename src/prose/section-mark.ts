/**
 * Lines that may be a section's number: `III.`, `3`, `Chapter Three`, `PREMIÈRE PARTIE`, `— 4 —`, `Prologue`.
 *
 * Comes in: the text of one line. Goes out: what it would count, if it were a heading. Whether it is one, its company in the
 * manuscript decides: `book/find-sections.ts`.
 */
import { foldLatin } from "../core/fold-latin.ts";
import { readNumber, type WrittenNumber } from "./number-words.ts";
import { isDateLine } from "./plain-lines.ts";

/** What a line says, read as a heading. */
export interface SectionMark {
  /** What is counted; `bare` for a number without a noun, `named` for a noun without a number, such as a prologue. */
  readonly division: "part" | "chapter" | "scene" | "bare" | "named";
  /** Marks of one series are written alike. */
  readonly series: string;
  /** Absent for `named`. */
  readonly number?: number;
  /** True if such a line is a heading wherever it stands alone; false if it needs others like it. */
  readonly sure: boolean;
  /** A title in small letters stands behind the bare number: `II. The Return`. It needs a whole series from the first on. */
  readonly titled?: boolean;
}

/** What headings count, folded; the words of a row count the same thing. */
const NOUNS: readonly (readonly [division: "part" | "chapter" | "scene", series: string, words: string])[] = [
  ["part", "volume", "volume vol tome band tomo volumen"],
  ["part", "part", "part partie teil parte deel del"],
  ["part", "book", "book livre buch libro boek"],
  ["part", "act", "act acte akt aufzug acto atto"],
  ["part", "epoch", "epoch epoque epoche"],
  ["chapter", "chapter", "chapter chap chapitre kapitel capitulo capitolo hoofdstuk"],
  ["chapter", "letter", "letter lettre brief carta lettera"],
  ["chapter", "canto", "canto chant gesang stave"],
  ["scene", "scene", "scene szene auftritt escena scena"],
  ["scene", "section", "section abschnitt seccion sezione"],
];

const NOUN = new Map(
  NOUNS.flatMap(([division, series, words]) => words.split(" ").map((w) => [w, { division, series }])),
);

/** Sections that have a name and no number. */
const NAMED = new Set(
  "prologue prolog prologo epilogue epilog epilogo preface foreword afterword vorwort nachwort prefacio prefazione avant-propos postface interlude intermezzo zwischenspiel introduction einleitung introduccion introduzione conclusion".split(
    " ",
  ),
);

const ARTICLE = /^(?:the|das|der|die|la|le|el|il|los|las) /;

const LONGEST = 80;
const LONGEST_NAME = 20;

/** Undefined for a line that cannot be one. */
export function readSectionMark(line: string): SectionMark | undefined {
  const text = line.trim().replace(/\s+/g, " ");
  if (text === "" || text.length > LONGEST) return undefined;
  const { core, dress } = undress(text);
  if (core === "") return undefined;
  const bare = readNumber(core);
  // `— Un.` is speech, as is whatever a dash opens and none closes.
  if (bare && (bare.script !== "word" || (dress === "" && /^\p{Lu}/u.test(core))))
    return markNumber(core, bare, dress);
  if (dress !== "") return undefined;
  if (core.length < LONGEST_NAME && NAMED.has(foldLatin(core)))
    return { division: "named", series: "named", sure: false };
  return readCounted(core, true) ?? readTitled(text);
}

/** What stands round a number, such as dashes or brackets, and a full stop behind it. */
function undress(text: string): { readonly core: string; readonly dress: string } {
  const plain = text.replace(/^([*_]{1,3})(.+)\1$/, "$2").trim();
  const [, before = "", inner = "", after = ""] =
    /^([[(—–―~*•·#§-]*) ?(.*?) ?([\])—–―~*•·:-]*)$/.exec(plain) ?? [];
  if (/^[—–―~*•·-]/.test(before) !== /[—–―~*•·-]$/.test(after)) return { core: "", dress: "" };
  const core = inner.replace(/ ?\.$/, "");
  const kind = (before || after).charAt(0).replace(/[–―-]/, "—");
  return { core, dress: kind === "#" || kind === ":" || (before === "" && after === ")") ? ")" : kind };
}

function markNumber(core: string, { value, script }: WrittenNumber, dress: string): SectionMark {
  // Letters that are words or names too (I, V, MI, XX) need others beside them.
  const sure = script === "roman" && dress === "" && /^[IVX]{2,}$/.test(core) && !/^X+$/.test(core);
  return { division: "bare", series: `${dress}${script}`, number: value, sure };
}

/** `Chapter Three`, `PREMIÈRE PARTIE`, `Book the First`, `Das erste Kapitel`. */
function readCounted(core: string, sure: boolean): SectionMark | undefined {
  const words = core.replace(/[.:]/g, "").split(" ");
  if (words.length < 2 || words.length > 5) return undefined;
  const folded = words.map(foldLatin);
  const noun = (word: string | undefined) => NOUN.get(word ?? "");
  const first = noun(folded[0]);
  const start = ARTICLE.test(`${folded[0]} `) ? 1 : 0;
  const last = noun(folded.at(-1));
  const rest = words.slice(folded[1] === "the" ? 2 : 1).join(" ");
  const number = first ? readNumber(rest) : last && readNumber(words.slice(start, -1).join(" "));
  const counted = first ?? last;
  if (!counted || !number) return undefined;
  // In a sentence these words begin small.
  return { ...counted, number: number.value, sure: sure && /^[\p{Lu}\p{Lt}0-9]/u.test(core) };
}

/** `CHAPTER I. LOOMINGS`, `Chapter 3: The Return`, `II. LE RETOUR`, `II. — Le retour.`: a number and a title that is no sentence. */
function readTitled(text: string): SectionMark | undefined {
  const [, head = "", separator = "", title = ""] =
    /^(.{1,40}?)(\.? ?[—–-]+ ?|\. |: | [—–-] |--)(.+)$/.exec(text) ?? [];
  const isCapitals = /^\p{Lu}[^\p{Ll}]+$/u.test(title);
  const isClosed = (isCapitals ? /[…;,]$/ : /[.!?…;,]["'”’»]*$/).test(title);
  if (head === "") return undefined;
  const counted = /[;,:]["'”’»]*$/.test(title) ? undefined : readCounted(head, false);
  if (counted) return counted;
  const number = separator === ": " ? undefined : readNumber(head);
  if (!number || number.script === "word" || number.script === "smallRoman") return undefined;
  const mark = { division: "bare", series: number.script, number: number.value, sure: false } as const;
  if (isCapitals) return isClosed ? undefined : mark;
  return isSmallTitle(title, separator) && !isDateLine(text) ? { ...mark, titled: true } : undefined;
}

/** Behind a dash it may end like a sentence. */
function isSmallTitle(title: string, separator: string): boolean {
  const hasDash = /[—–-]/.test(separator);
  const isClosed = hasDash ? /[;,:]$/.test(title) : /[.!?…;,:]["'”’»]*$/.test(title);
  return title.length <= LONGEST_TITLE && !isClosed && /^["“„«»]? ?\p{Lu}/u.test(title);
}

/** Characters of a title in small letters. */
const LONGEST_TITLE = 60;
