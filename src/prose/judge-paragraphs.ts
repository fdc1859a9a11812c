/**
 * How the lines of a file make paragraphs, read from the company they keep.
 *
 * Comes in: the lines of one file. Goes out: a verdict with its reason. It reads no Markdown and changes nothing.
 *
 * What is looked at are pairs of lines with no empty line between them. In Markdown there are few; in wrapped text the first of
 * a pair is full, and seldom ends a sentence; where every line is a paragraph it nearly always does, and is not full.
 */
import type { Paragraphs } from "../config/book-config.ts";
import { closeLetters, endsSentence, holdsSentences, isSceneBreakLine } from "./plain-lines.ts";
import { readOpening } from "./prose-block.ts";
import { readSectionMark } from "./section-mark.ts";
import { readCut } from "./vocabulary.ts";

export interface Verdict {
  readonly paragraphs: Paragraphs;
  /** For the author; empty where there is nothing to say. */
  readonly reason: string;
}

/** What a file is, beside its lines. */
export interface Circumstances {
  /** Its name promises no Markdown. */
  readonly isPlainText: boolean;
  /** It came in a frame of Project Gutenberg's, whose texts are wrapped. */
  readonly isFramed: boolean;
}

/** What was counted. */
interface Company {
  /** Pairs of text lines; those of them whose first line ends a sentence; those whose first line is full. */
  readonly pairs: number;
  readonly closed: number;
  readonly full: number;
  /** Empty lines, or rows of them, between two text lines. */
  readonly gaps: number;
  /** Numbers and scene breaks that have no empty line above the text below them. */
  readonly tight: number;
  /** Pairs that are lists, quotations, tables or kept line ends in Markdown. */
  readonly structured: number;
  /** Signs that prose does not have: code, tables, link definitions, links. */
  readonly signs: number;
  readonly headings: number;
  /** Lines that quote, list or begin with a tag, but for those that a dash opens: they may be speech. */
  readonly quoted: number;
  /** Numbers of sections that stand alone; those that are beyond doubt, or open the file. */
  readonly marks: number;
  readonly sureMarks: number;
  readonly cuts: number;
  /** Lines between empty ones that spaces set in the middle of the page. */
  readonly centred: number;
  /** Text lines; those that hold more than one sentence; the longest, and the one that all but a few are no longer than. */
  readonly lines: number;
  readonly several: number;
  readonly longest: number;
  readonly width: number;
}

/** Share of pairs that must be closed where each line is a paragraph, and full where the text is wrapped. */
const CLOSED_SHARE = 0.7;
const FULL_SHARE = 0.5;

const ALL_CLOSED = 0.9;

/** Lines that no program has wrapped, and no empty lines to speak of: then fewer need be closed. */
const CLOSED_IF_LONG = 0.4;

/** Characters of a title below a section's number. */
const LONGEST_TITLE = 60;

/** Numbers that need company, or lines in the middle of the page: so many are enough. */
const SEVERAL = 3;
const CENTRE = /^(?: {8}|\t\t)/;

/** Widths that text is wrapped to. */
const NARROWEST = 40;
const WIDEST = 100;

/**
 * Text with one sentence to a line is Markdown that writers like for its small differences. It has empty lines more often than
 * one scene ends, and hardly a line with two sentences.
 */
const SENTENCE_LINES = { gaps: 0.12, several: 0.15 };

export function judgeParagraphs(lines: readonly string[], circumstances: Circumstances): Verdict {
  const company = study(lines);
  if (isWrapped(company, circumstances)) return { paragraphs: "wrapped", reason: tellWrapped(company) };
  if (isOneToALine(company, circumstances)) return { paragraphs: "lines", reason: tellLines(company) };
  const { signs, headings, structured, sureMarks, quoted } = company;
  const isBare = company.lines > 0 && signs + headings + structured === 0;
  if (!isBare || (!circumstances.isPlainText && (sureMarks === 0 || quoted > 0)))
    return { paragraphs: "markdown", reason: "" };
  const known = circumstances.isPlainText ? "this is a text file" : "its sections are headed by numbers alone";
  return { paragraphs: "wrapped", reason: `${known}, and there is no Markdown in it but emphasis` };
}

function isWrapped(company: Company, { isPlainText, isFramed }: Circumstances): boolean {
  const { pairs, full, closed, width, signs, structured, headings, cuts, sureMarks, marks, centred } = company;
  if (pairs < 2 || full < FULL_SHARE * pairs || closed > 0.6 * pairs || width < NARROWEST || width > WIDEST)
    return false;
  if (isFramed || (isPlainText && signs === 0)) return true;
  // Wrapped Markdown reads the same, and may hold more than paragraphs.
  const isProse = signs === 0 && structured < 0.05 * pairs;
  return isProse && (cuts > 1 || (headings === 0 && (sureMarks > 0 || marks + centred >= SEVERAL)));
}

function isOneToALine(company: Company, { isPlainText }: Circumstances): boolean {
  const { pairs, closed, full, gaps, tight, structured, signs, marks, sureMarks, several, lines, longest } =
    company;
  const isLong = longest > WIDEST && gaps <= SENTENCE_LINES.gaps * pairs;
  const share = isLong ? CLOSED_IF_LONG : CLOSED_SHARE;
  const near = isPlainText || sureMarks > 0 ? pairs + tight : pairs;
  if (pairs === 0 && gaps > 1) return false;
  if (signs > 0 || near <= gaps || structured >= near || closed < share * pairs) return false;
  // Lines that are full by chance: wrapped text does not end its sentences with them.
  const isFull = full >= FULL_SHARE * pairs && closed < ALL_CLOSED * pairs;
  if (isFull && longest <= WIDEST && pairs > 2) return false;
  const hasSeveral = several >= SENTENCE_LINES.several * lines;
  if (gaps > SENTENCE_LINES.gaps * near && !hasSeveral && marks === 0) return false;
  return near > 2 || isPlainText || marks > 0 || several > 0 || longest > WIDEST;
}

function study(lines: readonly string[]): Company {
  const texts: { readonly line: string; readonly index: number; readonly kind: "text" | "other" }[] = [];
  let signs = 0;
  let headings = 0;
  let marks = 0;
  let sureMarks = 0;
  let quoted = 0;
  let fence = "";
  // The first line of a file may be a title, as may one below a number.
  let wasMark = true;
  for (const [index, line] of lines.entries()) {
    const [, opened = ""] = /^ {0,3}(`{3,}|~{3,}(?=\s*\w))/.exec(line) ?? [];
    if (opened !== "" || (fence !== "" && line.trim().startsWith(fence))) {
      signs++;
      fence = fence === "" ? opened.slice(0, 3) : "";
      continue;
    }
    if (fence !== "" || line.trim() === "") continue;
    if (isSign(line)) signs++;
    if (/^ {0,3}(?:>|<[!/a-z]|[*+]\s+\S)/i.test(line) && !isSceneBreakLine(line)) quoted++;
    const opening = readOpening(line)?.kind;
    if (opening === "heading") headings++;
    const mark = readSectionMark(line);
    const isMark = mark !== undefined;
    if (isMark) marks++;
    if (mark?.sure || (mark && texts.length === 0 && /^[^\p{Ll}]+$/u.test(line))) sureMarks++;
    const isTitle = wasMark && line.length < LONGEST_TITLE && !endsSentence(line);
    const isSpaced = closeLetters(line) !== undefined;
    const isOther = opening !== undefined || isMark || isTitle || isSpaced || isSceneBreakLine(line);
    wasMark = isMark;
    texts.push({ line, index, kind: isOther ? "other" : "text" });
  }
  const written = texts.filter(({ kind }) => kind === "text").map(({ line }) => line.trimEnd());
  const lengths = written.map((line) => line.length).sort((a, b) => a - b);
  const width = lengths[Math.floor(0.97 * (lengths.length - 1))] ?? 0;
  const counts = { pairs: 0, closed: 0, full: 0, gaps: 0, tight: 0, structured: 0, cuts: 0 };
  for (const [at, { line, index, kind }] of texts.entries()) {
    const next = texts[at + 1];
    const isNear = next?.index === index + 1;
    if (isNear && kind === "other" && readOpening(line) === undefined) counts.tight++;
    if (!next || kind === "other" || next.kind === "other") continue;
    if (!isNear) counts.gaps++;
    else if (isStructured(line, next.line)) counts.structured++;
    else countPair(line.trimEnd(), next.line, width, counts);
  }
  const isEmpty = (index: number): boolean => (lines[index] ?? "").trim() === "";
  const centred = texts.filter(({ line, index }) => CENTRE.test(line) && isEmpty(index - 1) && isEmpty(index + 1));
  const several = written.filter(holdsSentences).length;
  const longest = lengths.at(-1) ?? 0;
  return {
    ...counts,
    signs,
    headings,
    quoted,
    marks,
    sureMarks,
    centred: centred.length,
    lines: written.length,
    several,
    longest,
    width,
  };
}

function countPair(
  line: string,
  next: string,
  width: number,
  counts: { pairs: number; closed: number; full: number; cuts: number },
): void {
  const [word = ""] = /^\S+/.exec(next.trimStart()) ?? [];
  counts.pairs++;
  if (endsSentence(line) && !/^\s*\p{Ll}/u.test(next)) counts.closed++;
  if (line.length + 1 + word.length > 0.92 * width) counts.full++;
  if (readCut(line, next)) counts.cuts++;
}

/** A row under a table's head, a link's definition or a link: no story has them by chance. */
function isSign(line: string): boolean {
  return (
    /^\s*\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)+\|?\s*$/.test(line) ||
    /^ {0,3}\[[^\]^]+\]:\s*\S/.test(line) ||
    /(?<![`'])`[^`'\s][^`']*`/.test(line) ||
    /\]\((?:https?:|#|\.{0,2}\/|[\w-]+\.(?:md|html))/.test(line)
  );
}

const LIST_ITEM = /^\s*([-*+]|\d{1,9}[.)])\s+\S/;

/** Two lines that Markdown would not make one paragraph of, or whose end it keeps. */
function isStructured(line: string, next: string): boolean {
  const kinds = [line, next].map((one) => LIST_ITEM.exec(one)?.[1]?.replace(/\d+/, "1"));
  const [kind, nextKind] = kinds;
  if (kind !== undefined && (kind === nextKind || /^\s{2,}/.test(next))) return true;
  if (nextKind !== undefined && /:\s*$/.test(line)) return true;
  if ([line, next].every((one) => /^\s*[>|]/.test(one))) return true;
  return /(?:\S {2,}|\\)$/.test(line);
}

function tellLines({ pairs, closed, longest }: Company): string {
  if (pairs === 0) return "no empty line parts numbers or scene breaks from the text below them";
  const ends = pairs === 1 ? "one line end closes" : `${closed} of ${pairs} line ends close`;
  return `${ends} a sentence where no empty line follows, and the longest line has ${longest} characters`;
}

function tellWrapped({ pairs, full, width, cuts }: Company): string {
  const words = cuts > 0 ? `, and ${cuts} ${cuts === 1 ? "line ends" : "lines end"} with a hyphen` : "";
  return `${full} of ${pairs} lines that run on are filled up to ${width} characters${words}`;
}
