/**
 * Headings that their authors have not marked, and scene breaks that Markdown does not know.
 *
 * Comes in: the files of a book as written. Goes out: the same with numbers standing alone, their titles and letter-spaced lines
 * made headings, levels given, and ornaments between paragraphs made scene breaks; each told as a change. No text is lost.
 */
import type { BookConfig, Paragraphs } from "../config/book-config.ts";
import type { Changed, TextChange } from "../core/change.ts";
import type { Diagnostic } from "../core/diagnostic.ts";
import type { Span } from "../core/span.ts";
import { isSceneBreakLine } from "../prose/plain-lines.ts";
import { readSectionMark } from "../prose/section-mark.ts";
import { collectWords, divideWords, type Vocabulary } from "../prose/vocabulary.ts";
import { lineOf, linesOf } from "./block-lines.ts";
import { type CountedHeading, checkNumbers } from "./check-numbers.ts";
import { type ContentsList, findContentsLists } from "./contents-lists.ts";
import { findOpening, type OpeningSection, partTitleLines } from "./find-opening.ts";
import { findTitles, type Title } from "./find-titles.ts";
import type { Block, Heading, Inline, Manuscript } from "./model.ts";
import { findNamedSections } from "./named-sections.ts";
import { type Candidate, chooseCandidates, findCandidates } from "./section-candidates.ts";
import { levelSections } from "./section-levels.ts";
import { plainText } from "./walk.ts";

/** A file, and how its lines were found to make paragraphs. */
export interface ReadManuscript extends Manuscript {
  readonly paragraphs: Paragraphs;
}

/** `breaks`: the changes so far that made scene breaks of empty lines; those beside a new heading are taken back. */
export function findSections(
  files: readonly ReadManuscript[],
  config: BookConfig,
  breaks: readonly TextChange[],
): Changed<readonly Manuscript[]> & { readonly takenBack: ReadonlySet<TextChange> } {
  const names = [config.title, ...config.authors.map(({ name }) => name)];
  const parted = files.map(({ blocks, paragraphs }, at) => {
    const [first, ...rest] = blocks.flatMap(partFirstLine);
    if (first === undefined || at > 0 || paragraphs === "markdown") return first ? [first, ...rest] : [];
    return [...partTitleLines(first, names), ...rest];
  });
  let words: Vocabulary | undefined;
  const divide = (letters: string): string => {
    words ??= collectWords([config.title, ...parted.flat().map((block) => lineOf(block) ?? "")]);
    return divideWords(letters, words);
  };
  const wanted = (file: number): boolean => (files[file]?.sections ?? config.sections) !== "off";
  const candidates = findCandidates(parted, divide).filter((one) => wanted(one.file) || one.isHeading);
  const contents = findContentsLists(candidates, parted);
  const named = files.map(({ paragraphs }, file) => {
    const isNumbered = candidates.some((one) => one.file === file);
    return isNumbered || !wanted(file) ? [] : findNamedSections(parted[file] ?? [], paragraphs);
  });
  const opening = openingOf(files[0], parted[0] ?? [], candidates, contents, named[0]?.[0], names, config);
  const topOf = (file: number): number => (file === 0 ? (opening.at(-1)?.end ?? 0) : 0);
  const chosen = chooseCandidates(candidates, parted).filter(({ file, index }) => index >= topOf(file));
  const later = contents.filter(({ file, index }) => index >= topOf(file));
  const titles = findTitles(chosen, parted, files, later, named, config.title, topOf, wanted);
  const levels = levelSections(chosen, titles, parted, config.sections === "inside");
  const empty = new Map(breaks.map((change) => [placeKey(change.span), change]));
  const changes: TextChange[] = [];
  const takenBack = new Set<TextChange>();
  const counted: CountedHeading[] = [];
  const value = files.map(({ paragraphs: _, ...file }, at) => {
    const rewriting: Rewriting = { chosen: [], titles: [], levels, empty, changes, takenBack, counted, file: at };
    for (const one of chosen) if (one.file === at) rewriting.chosen.push(one);
    for (const one of titles) if (one.file === at) rewriting.titles.push(one);
    const own = parted[at] ?? [];
    if (at > 0 || opening.length === 0) return { ...file, blocks: rewrite(own, rewriting) };
    const sections = opening.map((section, place) => ({
      role: section.role,
      blocks: rewriteOpening(own, opening[place - 1]?.end ?? 0, section, candidates, rewriting),
    }));
    return {
      ...file,
      opening: sections.map(({ role, blocks }) => ({ role, length: blocks.length })),
      blocks: [...sections.flatMap(({ blocks }) => blocks), ...rewrite(own, rewriting, topOf(0))],
    };
  });
  const diagnostics: Diagnostic[] = checkNumbers(counted);
  return { value, diagnostics, changes, takenBack };
}

/** Only of prose: in Markdown, titles are marked. */
function openingOf(
  first: ReadManuscript | undefined,
  blocks: readonly Block[],
  candidates: readonly Candidate[],
  contents: readonly ContentsList[],
  named: number | undefined,
  names: readonly string[],
  config: BookConfig,
): OpeningSection[] {
  const isPlain = first !== undefined && first.paragraphs !== "markdown" && first.role === undefined;
  if (!isPlain || (first.sections ?? config.sections) === "off") return [];
  const own = chooseCandidates(
    candidates.filter(({ file }) => file === 0),
    [blocks],
  );
  const list = contents.find(({ file }) => file === 0);
  return findOpening({
    blocks,
    candidates: own,
    ...(list && { list }),
    ...(named !== undefined && { named }),
    names,
  });
}

/** Its title is a heading, its other lines stay as they are; empty lines between them part no scenes. */
function rewriteOpening(
  blocks: readonly Block[],
  from: number,
  { end, title }: OpeningSection,
  candidates: readonly Candidate[],
  rewriting: Rewriting,
): Block[] {
  const { changes } = rewriting;
  return blocks.slice(from, end).flatMap((block, place): Block[] => {
    const index = from + place;
    if (block.kind === "sceneBreak") {
      takeBack(block, rewriting);
      return [];
    }
    const spaced = candidates.find((one) => one.file === 0 && one.index === index && one.isSpaced);
    const text = spaced?.text ?? linesOf(block).join(" ");
    const line = { file: 0, index, text, isSpaced: spaced !== undefined, isBelow: false };
    if (index === title) return [makeHeading(block, line, rewriting)];
    if (!spaced) return [block];
    changes.push({ what: "section/letter-spacing", span: block.span, before: lineOf(block) ?? "", after: text });
    return [{ kind: "paragraph", children: childrenOf(block, line), span: block.span }];
  });
}

/** What is known about one file when its blocks are rewritten. */
interface Rewriting {
  readonly file: number;
  readonly chosen: Candidate[];
  readonly titles: Title[];
  readonly levels: ReadonlyMap<Candidate | Title, number>;
  /** Scene breaks that are empty lines, by their places. */
  readonly empty: ReadonlyMap<string, TextChange>;
  readonly changes: TextChange[];
  readonly takenBack: Set<TextChange>;
  readonly counted: CountedHeading[];
}

function placeKey({ file, line }: Span): string {
  return `${file}:${line}`;
}

/** From the block `from` on. */
function rewrite(blocks: readonly Block[], rewriting: Rewriting, from = 0): Block[] {
  const { chosen, titles, file, counted } = rewriting;
  const byIndex = new Map(chosen.map((one) => [one.index, one]));
  const titleAt = new Map(titles.map((one) => [one.index, one]));
  const written: Block[] = [];
  for (const [index, block] of blocks.entries()) {
    if (index < from) continue;
    const candidate = byIndex.get(index);
    const found = candidate?.isHeading ? undefined : (candidate ?? titleAt.get(index));
    const last = written.at(-1);
    const isBelow = found !== undefined && ("isBelow" in found ? found.isBelow : found.mark === undefined);
    if (isBelow && last?.kind === "heading" && last.found) {
      written[written.length - 1] = addTitle(last, block, found, rewriting);
    } else if (found && !("isBelow" in found && found.isBelow)) {
      dropEmptyBreaks(written, rewriting);
      const heading = makeHeading(block, found, rewriting);
      counted.push({ heading, file, ...(candidate?.mark && { mark: candidate.mark }) });
      written.push(heading);
    } else if (
      block.kind === "sceneBreak" &&
      last?.kind === "heading" &&
      rewriting.empty.has(placeKey(block.span))
    ) {
      takeBack(block, rewriting);
    } else {
      if (block.kind === "heading")
        counted.push({ heading: block, file, ...(candidate?.mark && { mark: candidate.mark }) });
      written.push(readBreak(block, last, blocks[index + 1], rewriting));
    }
  }
  return written;
}

function dropEmptyBreaks(written: Block[], rewriting: Rewriting): void {
  for (let last = written.at(-1); last?.kind === "sceneBreak"; last = written.at(-1)) {
    if (!rewriting.empty.has(placeKey(last.span))) return;
    takeBack(last, rewriting);
    written.pop();
  }
}

function takeBack({ span }: Block, { empty, takenBack }: Rewriting): void {
  const change = empty.get(placeKey(span));
  if (change) takenBack.add(change);
}

function makeHeading(block: Block, found: Candidate | Title, { levels, changes }: Rewriting): Heading {
  const { span } = block;
  const isNumber = "mark" in found && found.mark !== undefined;
  const before = lineOf(block)?.trim() ?? found.text;
  if (found.isSpaced) changes.push({ what: "section/letter-spacing", span, before, after: found.text });
  const what = isNumber ? "section/number" : "section/title";
  changes.push({ what, span, before: found.text, after: "a heading" });
  const children = childrenOf(block, found);
  return {
    kind: "heading",
    level: levels.get(found) ?? 1,
    id: "",
    found: isNumber ? "number" : "title",
    children,
    span,
  };
}

function childrenOf(block: Block, { text, isSpaced }: Candidate | Title): readonly Inline[] {
  const isWritten = !isSpaced && (block.kind === "paragraph" || block.kind === "heading");
  return isWritten ? block.children : [{ kind: "text", text, span: block.span }];
}

/** The number and its title make one heading of two lines. */
function addTitle(heading: Heading, block: Block, title: Candidate | Title, { changes }: Rewriting): Heading {
  const { span } = block;
  if (title.isSpaced)
    changes.push({ what: "section/letter-spacing", span, before: lineOf(block)?.trim() ?? "", after: title.text });
  changes.push({ what: "section/title", span, before: title.text, after: "a heading" });
  return { ...heading, children: [...heading.children, { kind: "lineBreak", span }, ...childrenOf(block, title)] };
}

/** `III.` on the first line of a paragraph is one of its own. */
function partFirstLine(block: Block): Block[] {
  if (block.kind !== "paragraph") return [block];
  const [first, second, ...rest] = block.children;
  const isAlone = first?.kind === "text" && second !== undefined && second.span.line > first.span.line;
  if (!isAlone || !readsAsSure(first.text)) return [block];
  const opening: Block = { ...block, children: [{ ...first, text: first.text.trimEnd() }] };
  return [opening, { ...block, children: [second, ...rest], span: second.span }];
}

function readsAsSure(text: string): boolean {
  return readSectionMark(text)?.sure === true;
}

/** `#`, `~` or `⁂` between two blocks of text. */
function readBreak(
  block: Block,
  before: Block | undefined,
  after: Block | undefined,
  rewriting: Rewriting,
): Block {
  const written = ornamentOf(block);
  const isBetween =
    before !== undefined && after !== undefined && before.kind !== "heading" && after.kind !== "heading";
  if (written === undefined || !isBetween) return block;
  const { span } = block;
  rewriting.changes.push({ what: "scene/mark", span, before: written, after: "a scene break" });
  return { kind: "sceneBreak", span };
}

/** What a block shows if it is nothing but ornaments: a paragraph of them, or a heading or list without any text. */
function ornamentOf(block: Block): string | undefined {
  if (block.kind === "heading") return block.children.length === 0 ? "#".repeat(block.level) : undefined;
  if (block.kind === "list")
    return !block.ordered && block.items.every((item) => item.children.length === 0) ? "*" : undefined;
  if (block.kind !== "paragraph") return undefined;
  const text = plainText(block.children);
  return isSceneBreakLine(text) ? text : undefined;
}
