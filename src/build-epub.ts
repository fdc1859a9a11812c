/**
 * The e-book's half of the pipeline.
 *
 * Comes in: sections and stylesheet. Goes out: the EPUB, and the cover as files of its own.
 */
import type { BookInputs, BuiltBook } from "./built-book.ts";
import type { Diagnostic, Outcome } from "./core/diagnostic.ts";
import type { Span } from "./core/span.ts";
import { coverFiles } from "./cover/cover-of-book.ts";
import { type EmbeddedFonts, embedFonts } from "./epub/embed-fonts.ts";
import { findFaceUses, imagineContents } from "./epub/face-uses.ts";
import { coverResource, packageEpub } from "./epub/package-epub.ts";
import { findWords } from "./epub/words.ts";
import type { Face } from "./fonts/face.ts";
import { openFontLibrary } from "./fonts/library.ts";
import { computeStyles } from "./style/cascade.ts";
import { carryCounters } from "./style/epub-counters.ts";
import { epubCss } from "./style/epub-css.ts";
import { type GeneratedTrees, generateContent } from "./style/generate-content.ts";
import type { Page } from "./typeset/page/page.ts";

const NO_PAGE_LIST = "no page list, since the pages of print are made only with the PDF";

/** The EPUB. Its page list comes from `pages`, so they are made before it. */
export async function buildEpub(
  inputs: BookInputs,
  pages: readonly Page[] | undefined,
  said: Diagnostic[],
): Promise<BuiltBook> {
  const { config, sheet, pictures, cover, coverPng, onProgress, time } = inputs;
  const start = performance.now();
  const sections = inputs.sections.filter((section) => !section.printOnly);
  onProgress({ stage: "making the e-book", total: sections.length });
  const { writeEpub } = await import("./epub/write-epub.ts");
  const treesOf = screenTrees({ ...inputs, sections });
  const counted = time("carryCounters", () => carryCounters(sheet, sections, treesOf));
  const fonts = await time("embedFonts", async () =>
    config.fonts === "none" ? undefined : embedBookFonts(inputs, treesOf()),
  );
  const css = epubCss(sheet) + counted.css;
  const extras = {
    ...(pages && { pages }),
    ...(fonts && { fonts: fonts.value }),
    ...(coverPng && { cover: coverResource(await coverPng) }),
  };
  const coverBytes = cover?.kind === "given" ? cover.bytes : undefined;
  const readFile = (path: string): Uint8Array | undefined =>
    path === config.cover?.path ? coverBytes : pictures.onScreen(path);
  const packaged = time("packageEpub", () => packageEpub(counted.sections, config, css, readFile, extras));
  said.push(...(fonts?.diagnostics ?? []), ...packaged.diagnostics);
  const bytes = await time("writeEpub", () => writeEpub(packaged.value));
  const documents = packaged.value.documents.length;
  return {
    kind: "epub",
    fileName: `${config.slug}.epub`,
    bytes,
    documents,
    ...(!pages && config.pageList !== "none" && { notice: NO_PAGE_LIST }),
    milliseconds: performance.now() - start,
  };
}

/** The cover as files of its own, for shops. */
export async function listCovers({ config, cover }: BookInputs, said: Diagnostic[]): Promise<BuiltBook[]> {
  if (!cover) return [];
  const start = performance.now();
  const { value: files, diagnostics } = await coverFiles(config, cover);
  said.push(...diagnostics);
  return files.map((file) => ({ kind: "cover", ...file, milliseconds: performance.now() - start }));
}

/** The sections and the contents as the stylesheet has them on a screen; made when they are first asked for. */
function screenTrees({ sections, config, sheet }: BookInputs): () => GeneratedTrees {
  const { language } = config;
  let trees: GeneratedTrees | undefined;
  const make = (): GeneratedTrees => {
    const shown = [...sections, imagineContents(sections, findWords(language).contents)];
    const roots = shown.map((section) => section.root);
    return generateContent(shown, computeStyles(sheet, roots, language, "screen"), language);
  };
  return () => {
    trees ??= make();
    return trees;
  };
}

/** The fonts that an e-reader needs for what `trees` hold. */
async function embedBookFonts(
  { config, sheet }: BookInputs,
  trees: GeneratedTrees,
): Promise<Outcome<EmbeddedFonts>> {
  const library = openFontLibrary(sheet.fontFaces, "screen");
  const generated = trees.sections.map((section) => section.root);
  const spanOf = ({ file }: Face): Span | undefined => sheet.fontFaces.find(({ path }) => path === file)?.span;
  const identifier = config.fonts === "obfuscate" ? config.identifiers[0] : undefined;
  const fonts = await embedFonts(findFaceUses(generated, trees.styleOf, library), identifier, spanOf);
  return { ...fonts, diagnostics: [...fonts.diagnostics, ...library.diagnostics()] };
}
