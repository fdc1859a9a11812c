/**
 * The e-book in engines that really show it: Chromium as the newest readers are, MuPDF as the oldest, calibre on the way to Kindle.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it, type TestContext } from "vitest";
import { buildBooks } from "../../src/build.ts";
import { type BrowsedDocument, browseEpub } from "../support/browse-epub.ts";
import { type OutsideTool, requireTool, runTool } from "../support/outside-tools.ts";
import { lacking, manuscriptWords, plainWords } from "../support/plain-words.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

const sample = new URL("../../manuscript/", import.meta.url).pathname;
const novel = path.join(process.env.FLEURON_CORPUS ?? "", "pride-and-prejudice");
const out = mkdtempSync(path.join(tmpdir(), "fleuron-readers-"));
afterAll(() => rmSync(out, { recursive: true, force: true }));

async function build(folder: string, name: string): Promise<string> {
  const { books } = await buildBooks({ folder, only: "epub", env: { SOURCE_DATE_EPOCH: "0" } });
  const file = path.join(out, `${name}.epub`);
  writeFileSync(file, books[0]?.bytes ?? new Uint8Array());
  return file;
}

/** MuPDF writes line by line; a line that ends with a hyphen goes on in the next. */
function textByMupdf(mutool: OutsideTool, file: string): string {
  return runTool(mutool, "draw", "-F", "txt", file).stdout.replace(/([-‐])\n/g, "$1");
}

function numbersOf(list = ""): number[] {
  return list.split(" ").map(Number);
}

/** Where a link of a document leads, as a name in the zip. */
function resolveHref(from: string, href: string): string {
  return href.startsWith("#") ? `${from}${href}` : path.posix.join(path.posix.dirname(from), href);
}

/** What is hard to keep on a small screen. */
const AWKWARD = `# A chapter with a Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung

A word.[^1] An address: <https://example.org/a/very/long/path/that/has/no/place/to/break/in/it/at/all/index.html>, and
\`some_code_that_is_long_and_has_no_spaces_in_it_whatsoever_so_it_runs_on_and_on\`
to its end.

~~~
let line = "of code, far too long to stand on the screen of a telephone without being turned over";
~~~

| Left | Middle | Right |
| :--- | :----: | ----: |
| a | some more words | 1234567890123456 |

![A wide picture](wide.svg)

![A tall picture](tall.svg)

> A quotation.
>
> > A quotation in it.
> >
> > > And another one in that.

1. one
   - two
     - three
       - four

A\\
verse

* * *

Stop![^2] he *did*—I am *sure beyond any reasonable doubt that he did so*—and that’s that—‘so there’—[^3] and “why?”—well…[^4]

The end.

[^1]: A note with *emphasis*.
[^2]: Two.
[^3]: Three.
[^4]: Four.
`;

const svg = (width: number, height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}"/></svg>`;

const SCREENS = [
  ["a telephone", 320, 480],
  ["a tablet", 1024, 768],
] as const;

describe.each(SCREENS)("on the screen of %s", (_, width, height) => {
  const shown = new Map<string, readonly BrowsedDocument[]>();

  async function browse(context: TestContext, name: string): Promise<readonly BrowsedDocument[]> {
    const chromium = requireTool(context, "chromium");
    const ready = shown.get(name);
    if (ready) return ready;
    const folder =
      name === "sample"
        ? sample
        : scratchFolder({
            "book.yaml": "title: Awkward things\nauthor: A\nlanguage: en\n",
            "one.md": AWKWARD,
            "wide.svg": svg(3000, 200),
            "tall.svg": svg(200, 3000),
          });
    const { books } = await buildBooks({ folder, only: "epub", env: { SOURCE_DATE_EPOCH: "0" } });
    const widths = [width, width * 0.9, width * 0.8, width * 0.7];
    const documents = await browseEpub(chromium, books[0]?.bytes ?? new Uint8Array(), width, height, widths);
    shown.set(name, documents);
    return documents;
  }

  const told = (documents: readonly BrowsedDocument[], of: (one: BrowsedDocument) => unknown): unknown[] =>
    documents.map((one) => [one.name, of(one)]);
  const each = (documents: readonly BrowsedDocument[], value: unknown): unknown[] =>
    documents.map((one) => [one.name, value]);

  for (const name of ["sample", "awkward"]) {
    it(`nothing of the ${name} sticks out, and nobody has to scroll sideways`, async (context) => {
      const documents = await browse(context, name);
      expect(told(documents, (one) => one.overflow)).toEqual(each(documents, 0));
      expect(told(documents, (one) => one.outside)).toEqual(each(documents, []));
    });

    it(`no line of the ${name} begins with a dash or a closing mark, or ends with an opening one`, async (context) => {
      const documents = await browse(context, name);
      expect(told(documents, (one) => one.badBreaks)).toEqual(each(documents, []));
    });

    it(`pictures of the ${name} are whole, in their shape and inside the page`, async (context) => {
      const documents = await browse(context, name);
      expect(told(documents, (one) => one.badPictures)).toEqual(each(documents, []));
    });

    it(`no font of the ${name} fails`, async (context) => {
      const fonts = (await browse(context, name)).flatMap((one) => one.fonts);
      expect(fonts.filter((font) => font.endsWith("error"))).toEqual([]);
      expect(fonts).toContain("EB Garamond normal 400: loaded");
    });

    it(`text of the ${name} can be read by night`, async (context) => {
      for (const { darkest } of await browse(context, name)) {
        expect(darkest.contrast, darkest.text).toBeGreaterThan(4.5);
      }
    });

    it(`every link of the ${name} leads somewhere, and every note back to where it was called`, async (context) => {
      const documents = await browse(context, name);
      const places = new Set(documents.flatMap((one) => [one.name, ...one.ids.map((id) => `${one.name}#${id}`)]));
      const links = documents.flatMap((one) => one.links.map((link) => ({ ...link, name: one.name })));
      const inside = links.filter(({ href }) => href.startsWith("OEBPS/"));
      expect(inside.filter(({ href }) => !places.has(href))).toEqual([]);
      const calls = inside.filter(({ type }) => type === "doc-noteref");
      const backs = inside.filter(({ type }) => type === "doc-backlink");
      expect(calls.length).toBeGreaterThan(0);
      expect(backs.map(({ href }) => href).sort()).toEqual(
        calls.map((call) => `${call.name}#${call.from}`).sort(),
      );
    });
  }
});

describe("no word is lost on the way to the reader", () => {
  let file = "";
  beforeAll(async () => {
    file = await build(sample, "sample");
  });

  it("in Chromium", async (context) => {
    const chromium = requireTool(context, "chromium");
    const documents = await browseEpub(chromium, readFileSync(file), 320, 480);
    const words = plainWords(documents.map((one) => one.text).join("\n"));
    expect(lacking(manuscriptWords(sample), words)).toEqual([]);
  });

  it("in MuPDF", (context) => {
    const mutool = requireTool(context, "mutool");
    const text = textByMupdf(mutool, file);
    expect(lacking(manuscriptWords(sample), plainWords(text))).toEqual([]);
    expect(text).not.toContain("Landmarks");
  });

  it("in MuPDF, which knows no HTML 5, notes are still smaller than the text", (context) => {
    const mutool = requireTool(context, "mutool");
    const { stdout } = runTool(mutool, "draw", "-F", "stext", file);
    const lines = [...stdout.matchAll(/<line [\s\S]*?<\/line>/g)].map(([line]) => ({
      text: [...line.matchAll(/<char [^>]*\bc="([^"]*)"/g)].map(([, c]) => c).join(""),
      size: Number(/<font [^>]*size="([\d.]+)"/.exec(line)?.[1]),
    }));
    const sizeOf = (start: string) => lines.find(({ text }) => text.startsWith(start))?.size ?? Number.NaN;
    expect(sizeOf("1 The letter")).toBeLessThan(0.9 * sizeOf("Every January"));
  });

  it("in MuPDF, pictures are whole, in their shape and inside the page", async (context) => {
    const mutool = requireTool(context, "mutool");
    const plain = (width: number, height: number) =>
      sharp({ create: { width, height, channels: 3, background: "#204060" } })
        .png()
        .toBuffer();
    const folder = scratchFolder({
      "book.yaml": "title: Pictures\nauthor: A\nlanguage: en\n",
      "one.md": "# One\n\n![Wide](wide.png)\n\nText.\n\n![Tall](tall.png)\n",
      "wide.png": await plain(3000, 200),
      "tall.png": await plain(200, 3000),
    });
    const { stdout } = runTool(mutool, "draw", "-F", "trace", await build(folder, "pictures"));
    const [across = 0, down = 0] = numbersOf(/mediabox="([^"]*)"/.exec(stdout)?.[1]).slice(2);
    const pictures = [...stdout.matchAll(/<fill_image [^>]*transform="([^"]*)" width="(\d+)" height="(\d+)"/g)];
    expect(pictures.map(([, , width, height]) => `${width}x${height}`)).toEqual([
      "1600x2560",
      "3000x200",
      "200x3000",
    ]);
    for (const [, transform, width, height] of pictures) {
      const [w = 0, , , h = 0, x = 0, y = 0] = numbersOf(transform);
      expect(Math.min(x, y, across - x - w, down - y - h)).toBeGreaterThanOrEqual(0);
      expect(w / h / (Number(width) / Number(height))).toBeCloseTo(1, 1);
    }
  });

  it("on the way to Kindle's format and back, every link still leads somewhere", (context) => {
    const convert = requireTool(context, "ebook-convert");
    const [kindle, back] = [path.join(out, "links.azw3"), path.join(out, "links-back.epub")];
    expect(runTool(convert, file, kindle).status).toBe(0);
    expect(runTool(convert, kindle, back).status).toBe(0);
    const pages = Object.entries(unzipSync(readFileSync(back))).flatMap(([name, bytes]) =>
      /\.x?html$/.test(name) ? [{ name, text: strFromU8(bytes) }] : [],
    );
    const places = new Set(
      pages.flatMap(({ name, text }) => [
        name,
        ...[...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => `${name}#${id}`),
      ]),
    );
    const links = pages.flatMap(({ name, text }) =>
      [...text.matchAll(/ href="([^":]*)"/g)].map(([, href = ""]) => resolveHref(name, href)),
    );
    // Kindle's format has the cover as a picture, and no page for it.
    const inside = links.filter((link) => /\.x?html/.test(link) && !link.endsWith("cover.xhtml"));
    expect(inside.length).toBeGreaterThan(8);
    expect(inside.filter((link) => !places.has(link))).toEqual([]);
  });

  it("in calibre, and on the way to Kindle's format and back", (context) => {
    const convert = requireTool(context, "ebook-convert");
    const [kindle, text] = [path.join(out, "sample.azw3"), path.join(out, "sample.txt")];
    expect(runTool(convert, file, kindle).status).toBe(0);
    expect(runTool(convert, kindle, text).status).toBe(0);
    expect(lacking(manuscriptWords(sample), plainWords(readFileSync(text, "utf8")))).toEqual([]);
  });
});

describe("a whole novel", () => {
  let file = "";
  const words = existsSync(novel) ? manuscriptWords(novel) : [];

  beforeAll(async () => {
    if (words.length > 0) file = await build(novel, "novel");
  });

  function requireNovel(context: TestContext): void {
    if (words.length > 0) return;
    if (process.env.CI === "true") throw new Error("FLEURON_CORPUS names no folder with pride-and-prejudice");
    context.skip("needs FLEURON_CORPUS with pride-and-prejudice");
  }

  /** Title page and contents come first: the novel is the end of what an engine shows, word for word. */
  const closing = (text: string): string[] => plainWords(text).slice(-words.length);

  it("is the same in Chromium, word for word", async (context) => {
    requireNovel(context);
    const chromium = requireTool(context, "chromium");
    const documents = await browseEpub(chromium, readFileSync(file), 320, 480, [320, 470, 620, 770, 900]);
    expect(documents.flatMap((one) => one.badBreaks)).toEqual([]);
    expect(closing(documents.map((one) => one.text).join("\n"))).toEqual(words);
    expect(documents.filter((one) => one.overflow > 0 || one.outside.length > 0)).toEqual([]);
  });

  it("is the same in MuPDF", (context) => {
    requireNovel(context);
    expect(closing(textByMupdf(requireTool(context, "mutool"), file))).toEqual(words);
  });

  it("is the same in calibre", (context) => {
    requireNovel(context);
    const text = path.join(out, "novel.txt");
    expect(runTool(requireTool(context, "ebook-convert"), file, text).status).toBe(0);
    expect(closing(readFileSync(text, "utf8"))).toEqual(words);
  });
});
