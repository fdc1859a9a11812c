/**
 * An EPUB in a real browser engine.
 *
 * Comes in: the bytes of an EPUB, a Chromium. Goes out: for every document of the spine what the engine makes of it: its text, what
 * sticks out, which pictures and fonts failed, where links lead, how well text can be read by night.
 */
import { strFromU8, unzipSync } from "fflate";
import { measureDocuments } from "./measure-documents.ts";
import type { OutsideTool } from "./outside-tools.ts";
import { runInBrowser } from "./run-in-browser.ts";

/** What was seen of one document. */
export interface BrowsedDocument {
  /** In the zip. */
  readonly name: string;
  /** As a reader would select it. */
  readonly text: string;
  /** Pixels by which the document is wider than the screen. */
  readonly overflow: number;
  /** Elements whose box leaves the screen at its sides. */
  readonly outside: readonly string[];
  /** Pictures that did not load, or are larger than the screen. */
  readonly badPictures: readonly string[];
  /** `family style weight: status` of every font of the stylesheet. */
  readonly fonts: readonly string[];
  /** Links of the document and the ids in it; addresses in the zip. */
  readonly links: readonly { readonly href: string; readonly from: string; readonly type: string }[];
  readonly ids: readonly string[];
  /** The least contrast of any text on a black page, and that text. */
  readonly darkest: { readonly contrast: number; readonly text: string };
  /** `width: text|text` where a line begins with a dash or closing mark, or a note's number, or ends with an opening mark. */
  readonly badBreaks: readonly string[];
}

/** Shows the documents on a screen of `width` by `height` CSS pixels, and looks at their lines at each of `widths`. */
export async function browseEpub(
  chromium: OutsideTool,
  epub: Uint8Array,
  width: number,
  height: number,
  widths: readonly number[] = [width],
): Promise<readonly BrowsedDocument[]> {
  const files = unzipSync(epub);
  return runInBrowser(chromium, harness(spineOf(files), width, height, widths), (name) => files[name]);
}

/** Documents in reading order. */
export function spineOf(files: Readonly<Record<string, Uint8Array>>): string[] {
  const opf = strFromU8(files["OEBPS/content.opf"] ?? new Uint8Array());
  const items = new Map(
    [...opf.matchAll(/<item id="([^"]*)" href="([^"]*)"/g)].map(([, id, href]) => [id, `OEBPS/${href}`]),
  );
  return [...opf.matchAll(/<itemref idref="([^"]*)"/g)].flatMap(([, id]) => items.get(id) ?? []);
}

function harness(names: readonly string[], ...screen: readonly unknown[]): string {
  return `<!DOCTYPE html><meta charset="utf-8"><body style="margin:0"><script>
(${measureDocuments.toString()})(${[names, ...screen].map((one) => JSON.stringify(one)).join(", ")})
  .catch((error) => [{ name: String(error) }])
  .then((report) => fetch("/report", { method: "POST", body: JSON.stringify(report) }));
</script>`;
}
