/**
 * The printed book: from marked-up sections to finished pages.
 *
 * Comes in: sections, their computed styles, faces, hyphenation, the sizes of pictures. Goes out: `Page`s and everything there
 * is to say about them. It touches no disk and writes no PDF.
 */
import type { Element, MarkedSection } from "../book/element.ts";
import { type Diagnostic, diagnose, type Outcome } from "../core/diagnostic.ts";
import { makeStopwatch, type Stopwatch, timeEach } from "../core/stopwatch.ts";
import type { TypographicReport } from "../core/typographic-report.ts";
import type { FontLibrary } from "../fonts/library.ts";
import type { Hyphenator } from "../language/hyphenate.ts";
import type { TreeStyles } from "../style/cascade.ts";
import type { ComputedStyle } from "../style/computed-style.ts";
import type { PageAnswers } from "../style/content-nodes.ts";
import { formatCounter } from "../style/counter-style.ts";
import { depthOf, measureOf, type PageBox } from "../style/page-box.ts";
import type { PageMark } from "../style/page-marks.ts";
import type { PageStyles } from "../style/page-styles.ts";
import type { Setting } from "./block/place.ts";
import type { Chunk } from "./galley.ts";
import { arrangeBook, findAnchors, finishPages, reportedPages } from "./page/finish-pages.ts";
import type { MadeUpPage } from "./page/lay-out.ts";
import { makeUp } from "./page/make-up.ts";
import type { Page } from "./page/page.ts";
import type { PageNumber } from "./page/page-numbers.ts";
import type { PageShape } from "./page/page-state.ts";
import { reportPages } from "./page/report-pages.ts";
import type { Composer } from "./paragraph/compose.ts";
import { makeTextStyles } from "./paragraph/text-style.ts";
import { makeWordMaker } from "./paragraph/words.ts";
import { setGalley } from "./set-galley.ts";

/** What the stylesheet says. */
export interface PrintStyle {
  readonly pageStyles: PageStyles;
  /** The style of `body`, which sets the baseline grid. */
  readonly root: ComputedStyle;
  readonly styleOf: (element: Element) => ComputedStyle;
  readonly pseudoOf: TreeStyles["pseudoOf"];
  readonly marksOf?: (element: Element) => readonly PageMark[];
  /** The book with page numbers in its text; absent if there are none. */
  readonly withPages?: (pages: PageAnswers) => PrintStyle & { readonly sections: readonly MarkedSection[] };
}

/** What the printed book is made with. */
export interface PrintMeans {
  readonly library: FontLibrary;
  readonly hyphenate: Hyphenator;
  readonly imageSize: Composer["imageSize"];
  /** Called after each section with how many are set. */
  readonly onSection?: (done: number) => void;
  readonly time?: Stopwatch;
}

/** So often pages are made anew because their numbers, in the text, have moved the text. */
const MOST_ROUNDS = 5;

/** The pages, and how well they came out. */
export interface TypesetBook extends Outcome<readonly Page[]> {
  readonly report: TypographicReport;
}

export function typesetBook(
  sections: readonly MarkedSection[],
  style: PrintStyle,
  means: PrintMeans,
): TypesetBook {
  const { library } = means;
  const diagnostics: Diagnostic[] = [];
  const setter = openSetter(style, means);
  let book = { ...style, sections };
  let halves = setHalves(book, setter, []);
  let arranged = arrangeBook(pagesOf(halves), style.pageStyles);
  let anchors: ReadonlyMap<string, PageNumber> = new Map();
  for (let round = 0; book.withPages; round++) {
    const found = findAnchors(arranged);
    if (isSame(anchors, found)) break;
    if (round === MOST_ROUNDS) {
      diagnostics.push(reportUnsettled());
      break;
    }
    anchors = found;
    book = book.withPages(answerFrom(anchors));
    halves = setHalves(book, setter, halves);
    arranged = arrangeBook(pagesOf(halves), style.pageStyles);
  }
  const pages = setter.time("finishPages", () =>
    finishPages(
      arranged,
      setter.settingFor(book, (said) => diagnostics.push(said)),
    ),
  );
  const made = halves.flatMap((half) => half.diagnostics);
  const report = reportPages(reportedPages(arranged), style.root.lineHeight);
  return { value: pages, diagnostics: [...diagnostics, ...made, ...library.diagnostics()], report };
}

/** What is the same in all rounds. */
interface Setter {
  readonly time: Stopwatch;
  readonly settingFor: (style: PrintStyle, report: Setting["report"]) => Setting;
  readonly shapeOf: (chunk: Chunk, isFirst: boolean) => PageShape;
}

function openSetter({ pageStyles, root }: PrintStyle, means: PrintMeans): Setter {
  const boxOf = (name: string, inRun: number, index = inRun + 2): PageBox =>
    pageStyles({ name, side: "right", blank: false, index, inRun }).box;
  const plain = boxOf("", 2);
  const measures = new Map<string, number>();
  const measureFor = (page: string): number => {
    const known = measures.get(page) ?? measureOf(boxOf(page, 2));
    measures.set(page, known);
    return known;
  };
  const common = {
    textStyles: makeTextStyles(means.library),
    words: makeWordMaker(means.library, means.hyphenate),
    imageSize: means.imageSize,
    body: root,
    measure: measureOf(plain),
    measureOf: measureFor,
    depth: depthOf(plain),
    leading: root.lineHeight,
    onSection: means.onSection ?? (() => undefined),
  };
  return {
    time: means.time ?? makeStopwatch(undefined),
    settingFor: ({ styleOf, pseudoOf, marksOf = () => [] }, report) => ({
      ...common,
      report,
      styleOf,
      pseudoOf,
      marksOf,
    }),
    shapeOf: ({ page, opens }, isFirst) => {
      const depth = depthOf(boxOf(page, 2));
      const first = depthOf(boxOf(page, opens ? 0 : 2, isFirst ? 0 : 2));
      return { depth, firstDepth: first, leading: root.lineHeight, spare: 1 };
    },
  };
}

/** Front matter, or all that comes after it. The latter begins on a recto, whatever comes before. */
interface Half {
  readonly sections: readonly MarkedSection[];
  readonly made: readonly MadeUpPage[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes pages; a half whose sections are those of the former round stays as it was. */
function setHalves(
  book: PrintStyle & { readonly sections: readonly MarkedSection[] },
  setter: Setter,
  former: readonly Half[],
): readonly Half[] {
  const bodyFrom = book.sections.findIndex((section) => section.matter !== "front");
  const cut = bodyFrom < 0 ? book.sections.length : bodyFrom;
  const halves = [book.sections.slice(0, cut), book.sections.slice(cut)];
  return halves.map((sections, h) => {
    const known = former[h];
    if (known && sections.every((section, i) => section === known.sections[i])) return known;
    const said: Diagnostic[] = [];
    const galley = setGalley(
      sections,
      setter.settingFor(book, (diagnostic) => said.push(diagnostic)),
    );
    const shapeOf = (chunk: Chunk, isFirst: boolean): PageShape =>
      setter.shapeOf(chunk, isFirst && (h === 0 || cut === 0));
    const chunks = timeEach(setter.time, "setGalley", galley.chunks);
    const made = setter.time("makeUp", () => makeUp({ chunks }, shapeOf));
    return { sections, made: made.value, diagnostics: [...said, ...made.diagnostics] };
  });
}

function pagesOf(halves: readonly Half[]): readonly MadeUpPage[] {
  return halves.flatMap((half) => half.made);
}

function answerFrom(anchors: ReadonlyMap<string, PageNumber>): PageAnswers {
  return {
    labelOf: (anchor, style) => {
      const number = anchors.get(anchor);
      return number && (style ? formatCounter(number.value, style) : number.label);
    },
  };
}

function isSame(one: ReadonlyMap<string, PageNumber>, other: ReadonlyMap<string, PageNumber>): boolean {
  return one.size === other.size && [...one].every(([name, { label }]) => other.get(name)?.label === label);
}

function reportUnsettled(): Diagnostic {
  return diagnose(
    "page/unsettled",
    undefined,
    "Page numbers in the text move the text to other pages, and these have other numbers, without end.",
    "One of them is wrong by a page. Reword the paragraph that names a page near its own end.",
  );
}
