/**
 * The letters of each print page: as the EPUB's page marks divide them, and as the PDF shows them.
 *
 * If every stretch from mark to mark is found whole on a page of its own in the PDF, every mark is right: one that came too early
 * or too late would put letters of another page into a stretch.
 */
import { strFromU8, unzipSync } from "fflate";
import { type OutsideTool, runTool } from "./outside-tools.ts";

/** Letters only: accents, case, punctuation and figures (numbers of pages, notes and list items) do not count. */
export function lettersOf(text: string): string {
  return (
    text
      .normalize("NFKD")
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  ).join("");
}

/** What stands from one mark to the next. */
export interface Stretch {
  readonly label: string;
  readonly letters: string;
  /** True if a picture stands in it, whose own words the PDF may show too. */
  readonly pictured: boolean;
}

/** The stretches in the order of the spine, without notes. */
export function lettersByMark(epub: Uint8Array): Stretch[] {
  const files = unzipSync(epub);
  const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  const opf = text("OEBPS/content.opf");
  const hrefs = new Map([...opf.matchAll(/<item id="([^"]*)" href="([^"]*)"/g)].map(([, id, href]) => [id, href]));
  const spine = [...opf.matchAll(/<itemref idref="([^"]*)"(?! linear="no")/g)];
  return lettersInDocuments(spine.map(([, id]) => text(`OEBPS/${hrefs.get(id)}`)));
}

/** The same for documents that are not in a package yet. */
export function lettersInDocuments(documents: readonly string[]): Stretch[] {
  const bodies = documents.map((xhtml) =>
    xhtml.replace(/^[\s\S]*<body>/, "").replace(/<aside [^>]*role="doc-footnote"[\s\S]*?<\/aside>/g, ""),
  );
  const mark = /<span id="[^"]*" epub:type="pagebreak" role="doc-pagebreak" aria-label="/;
  const [, ...pages] = bodies.join("").split(mark);
  return pages.map((page) => {
    const label = page.slice(0, page.indexOf('"'));
    const markup = page.slice(page.indexOf(">") + 1);
    const plain = markup.replace(/<[^>]*>/g, " ").replace(/&(?:lt|gt|amp|quot);/g, " ");
    return { label, letters: lettersOf(plain), pictured: markup.includes("<img ") };
  });
}

/** A page of print. */
export interface PrintedPage {
  /** Heads and notes included. */
  readonly letters: string;
  /** Letters before the hyphen, for every line that ends in one. */
  readonly cuts: readonly string[];
}

/** Every page, as pdftotext reads it. */
export function lettersByPage(pdftotext: OutsideTool, pdf: string): PrintedPage[] {
  const pages = runTool(pdftotext, "-layout", pdf, "-").stdout.split("\f");
  return pages.map((page) => {
    const cuts = [...page.matchAll(/(\S+)-\s*$/gm)].map(([, cut = ""]) =>
      lettersOf(/[^—–-]*$/.exec(cut)?.[0] ?? ""),
    );
    return { letters: lettersOf(page), cuts };
  });
}

/** The stretches that are on no page of their own, or not in order; a word that print breaks belongs to the later page. */
export function listMisplaced(stretches: readonly Stretch[], pages: readonly PrintedPage[]): string[] {
  let from = 0;
  return stretches.flatMap(({ label, letters }) => {
    const at = pages.findIndex(({ letters: printed }, index) => {
      const cuts = pages[index - 1]?.cuts.filter((cut) => cut !== "" && letters.startsWith(cut)) ?? [];
      return index >= from && ["", ...cuts].some((cut) => printed.includes(letters.slice(cut.length)));
    });
    if (at < 0) return [`page ${label}: ${letters.slice(0, 50)} … ${letters.slice(-50)}`];
    from = at + 1;
    return [];
  });
}

/** Marks that stand between two letters of a word, with what is around them. */
export function listMarksInWords(epub: Uint8Array): string[] {
  const texts = Object.entries(unzipSync(epub)).filter(([name]) => name.endsWith(".xhtml"));
  return texts.flatMap(
    ([, bytes]) => strFromU8(bytes).match(/\p{L}<span [^>]*"doc-pagebreak"[^>]*><\/span>\p{L}/gu) ?? [],
  );
}
