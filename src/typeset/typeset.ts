/**
 * The printed book: from marked-up sections to finished pages.
 *
 * Comes in: sections, their computed styles, faces, hyphenation, the sizes of pictures. Goes out: `Page`s and everything there
 * is to say about them. It touches no disk and writes no PDF.
 */
import type { Element, MarkedSection } from "../book/element.ts";
import type { Diagnostic, Outcome } from "../core/diagnostic.ts";
import { makeStopwatch, type Stopwatch } from "../core/stopwatch.ts";
import type { FontLibrary } from "../fonts/library.ts";
import type { Hyphenator } from "../language/hyphenate.ts";
import type { TreeStyles } from "../style/cascade.ts";
import type { ComputedStyle, PageGeometry } from "../style/computed-style.ts";
import type { Setting } from "./block/place.ts";
import { finishPages } from "./page/finish-pages.ts";
import { makeUp } from "./page/make-up.ts";
import type { Page } from "./page/page.ts";
import type { Composer } from "./paragraph/compose.ts";
import { makeTextStyles } from "./paragraph/text-style.ts";
import { makeWordMaker } from "./paragraph/words.ts";
import { setGalley } from "./set-galley.ts";

/** What the stylesheet says. */
export interface PrintStyle {
  readonly page: PageGeometry;
  /** The style of `body`, which sets the baseline grid. */
  readonly root: ComputedStyle;
  readonly styleOf: (element: Element) => ComputedStyle;
  readonly pseudoOf: TreeStyles["pseudoOf"];
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

/** The folio's size against the body's. */
const FOLIO_SCALE = 0.9;

export function typesetBook(
  sections: readonly MarkedSection[],
  style: PrintStyle,
  means: PrintMeans,
): Outcome<readonly Page[]> {
  const { page, root } = style;
  const { library, time = makeStopwatch(undefined) } = means;
  const diagnostics: Diagnostic[] = [];
  const depth = page.height - page.marginTop - page.marginBottom;
  const textStyles = makeTextStyles(library);
  const setting: Setting = {
    styleOf: style.styleOf,
    pseudoOf: style.pseudoOf,
    textStyles,
    words: makeWordMaker(library, means.hyphenate),
    imageSize: means.imageSize,
    report: (diagnostic) => diagnostics.push(diagnostic),
    body: root,
    measure: page.width - page.marginInner - page.marginOuter,
    depth,
    leading: root.lineHeight,
    onSection: means.onSection ?? (() => undefined),
  };
  const galley = time("setGalley", () => setGalley(sections, setting));
  const made = time("makeUp", () => makeUp(galley, { depth, leading: root.lineHeight, spare: 1 }));
  const folio = { face: textStyles(root, undefined).face, size: root.fontSize * FOLIO_SCALE };
  const pages = time("finishPages", () => finishPages(made.value, page, folio));
  return { value: pages, diagnostics: [...diagnostics, ...made.diagnostics, ...library.diagnostics()] };
}
