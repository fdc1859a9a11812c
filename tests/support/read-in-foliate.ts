/**
 * An EPUB in foliate-js, the engine of the reading program Foliate: a reader that turns pages, shows notes where they are called, and
 * knows the pages of print.
 *
 * Comes in: the bytes of an EPUB, a Chromium. Goes out: what a reader would find.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { OutsideTool } from "./outside-tools.ts";
import { runInBrowser } from "./run-in-browser.ts";

export interface FoliateReport {
  readonly title: string;
  readonly authors: string;
  /** Text of every section of the spine, as it is shown. */
  readonly texts: readonly string[];
  /** What is wider than a column, or higher than a page. */
  readonly tooLarge: readonly string[];
  /** Entries of contents, page list and landmarks that lead nowhere. */
  readonly lost: readonly string[];
  readonly landmarks: readonly string[];
  /** Labels, in order. */
  readonly pages: readonly string[];
  /** What pops up at each note's number. */
  readonly notes: readonly {
    readonly call: string;
    readonly type: string;
    readonly isHidden: boolean;
    readonly text: string;
  }[];
}

const MODULES = fileURLToPath(new URL("../../node_modules/", import.meta.url));

/** Reads the book on a screen of that size. */
export async function readInFoliate(
  chromium: OutsideTool,
  epub: Uint8Array,
  width: number,
  height: number,
): Promise<FoliateReport> {
  const page = `<!DOCTYPE html><meta charset="utf-8"><body style="margin:0"><script type="module">
import "/foliate-js/view.js";
import { FootnoteHandler } from "/foliate-js/footnotes.js";
(${readBook.toString()})(FootnoteHandler, ${width}, ${height})
  .catch((error) => ({ title: String(error?.stack ?? error) }))
  .then((report) => fetch("/report", { method: "POST", body: JSON.stringify(report) }));
</script>`;
  return runInBrowser(chromium, page, (name) => {
    if (name === "book.epub") return epub;
    return name.startsWith("foliate-js/") ? readFileSync(path.join(MODULES, path.normalize(name))) : undefined;
  });
}

/** As much of foliate-js as is used here. */
interface Book {
  readonly metadata: { readonly title: string; readonly author: unknown };
  readonly sections: readonly unknown[];
  readonly toc: readonly Entry[] | null;
  readonly pageList: readonly Entry[] | null;
  readonly landmarks: readonly Entry[] | null;
  readonly resolveHref: (
    href: string,
  ) => { readonly index: number; readonly anchor: (doc: Document) => unknown } | null;
}
interface Entry {
  readonly label: string;
  readonly href: string;
  readonly type?: readonly string[];
  readonly subitems?: readonly Entry[] | null;
}
interface View extends HTMLElement {
  readonly book: Book;
  readonly open: (file: Blob) => Promise<void>;
  readonly goTo: (index: number) => Promise<unknown>;
}
interface Popup {
  readonly view: View;
  readonly type: string;
  readonly hidden: boolean;
  readonly target: Element;
}
interface Footnotes extends EventTarget {
  readonly handle: (book: Book, event: Event) => Promise<void> | undefined;
}

/** Sent to the browser as text, so it uses nothing from outside itself. */
async function readBook(
  FootnoteHandler: new () => Footnotes,
  width: number,
  height: number,
): Promise<FoliateReport> {
  const makeView = (): View => {
    const view = document.createElement("foliate-view") as View;
    view.style.cssText = `display:block;width:${width}px;height:${height}px`;
    document.body.append(view);
    return view;
  };
  const response = await fetch("/book.epub");
  const file = new File([await response.blob()], "book.epub");
  const view = makeView();
  await view.open(file);
  const { book } = view;

  const flatten = (entries: readonly Entry[] | null | undefined): Entry[] =>
    (entries ?? []).flatMap((entry) => [entry, ...flatten(entry.subitems)]);
  const entries = [...flatten(book.toc), ...flatten(book.pageList), ...flatten(book.landmarks)];

  const tooLarge = (doc: Document): string[] => {
    const column = Number.parseFloat(getComputedStyle(doc.documentElement).columnWidth);
    return [...doc.body.querySelectorAll("*")].flatMap((element) =>
      [...element.getClientRects()]
        .filter((box) => box.width > column + 1 || (element.localName === "img" && box.height > height))
        .map((box) => `${element.localName}.${element.className} ${box.width}x${box.height} of ${column}`),
    );
  };

  const popUp = async (call: Element, href: string): Promise<FoliateReport["notes"][number]> => {
    const footnotes = new FootnoteHandler();
    const shown = new Promise<Popup>((resolve) => {
      footnotes.addEventListener("before-render", (event) => {
        const small = (event as CustomEvent<Popup>).detail.view;
        small.style.cssText = `display:block;width:${width}px;height:${height}px`;
        document.body.append(small);
      });
      footnotes.addEventListener("render", (event) => resolve((event as CustomEvent<Popup>).detail));
    });
    const event = Object.assign(new Event("link", { cancelable: true }), { detail: { a: call, href } });
    await footnotes.handle(book, event);
    const { view: small, type, hidden, target } = await shown;
    const text = target.ownerDocument.body.textContent ?? "";
    small.remove();
    return { call: call.textContent ?? "", type, isHidden: hidden, text };
  };

  const report = {
    texts: [] as string[],
    tooLarge: [] as string[],
    lost: [] as string[],
    notes: [] as FoliateReport["notes"][number][],
  };
  for (const index of book.sections.keys()) {
    const loaded = new Promise<Document>((resolve) =>
      view.addEventListener("load", (event) => resolve((event as CustomEvent<{ doc: Document }>).detail.doc), {
        once: true,
      }),
    );
    await view.goTo(index);
    const doc = await loaded;
    await doc.fonts.ready;
    // biome-ignore lint/performance/useDomNodeTextContent: the text as the engine lays it out is what is asked for.
    report.texts.push(doc.body.innerText);
    report.tooLarge.push(...tooLarge(doc));
    for (const entry of entries) {
      const target = book.resolveHref(entry.href);
      const isThere =
        target !== null && (target.index !== index || !entry.href.includes("#") || target.anchor(doc));
      if (!isThere) report.lost.push(entry.href);
    }
    const section = book.sections[index] as { resolveHref: (href: string) => string };
    for (const call of doc.querySelectorAll('a[role="doc-noteref"]'))
      report.notes.push(await popUp(call, section.resolveHref(call.getAttribute("href") ?? "")));
  }
  return {
    title: book.metadata.title,
    authors: JSON.stringify(book.metadata.author),
    landmarks: flatten(book.landmarks).flatMap(({ type }) => type ?? []),
    pages: flatten(book.pageList).map(({ label }) => label),
    ...report,
  };
}
