/** `cover:` and `pdf:` of book.yaml, from the manuscript to the finished books. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { imageSize } from "image-size";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { buildBooks } from "../../src/build.ts";
import { readPicture } from "../../src/images/read-picture.ts";
import { PNG } from "../support/images.ts";
import { listEpubFaults, requireTool, runTool } from "../support/outside-tools.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

/** A picture of one colour. */
function plain(width: number, height: number): sharp.Sharp {
  return sharp({ create: { width, height, channels: 3, background: "#204060" } });
}

async function build(yaml: string, pictures: Readonly<Record<string, Uint8Array>> = {}) {
  const folder = scratchFolder({
    "book.yaml": `title: Die Wege\nauthor: A\nlanguage: de\n${yaml}`,
    "one.md": "# One\n\nWords.\n",
    "front.png": PNG,
    ...pictures,
  });
  const { books, diagnostics } = await buildBooks({ folder, env: { SOURCE_DATE_EPOCH: "0" } });
  for (const book of books) writeFileSync(path.join(folder, `book.${book.kind}`), book.bytes);
  const epub = books.find((book) => book.kind === "epub");
  const files = epub ? unzipSync(epub.bytes) : {};
  const read = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  return { folder, books, diagnostics, files, read };
}

describe("the e-book", () => {
  test("has a made cover if the author has none", async () => {
    const { files, read, diagnostics } = await build("");
    expect(diagnostics).toEqual([]);
    expect(imageSize(files["OEBPS/cover.png"] ?? new Uint8Array())).toMatchObject({ width: 1600, height: 2560 });
    expect(read("OEBPS/cover.xhtml")).toContain('src="cover.png" alt="Umschlag von Die Wege"');
    const opf = read("OEBPS/content.opf");
    expect(opf.match(/properties="cover-image"/g)).toHaveLength(1);
    expect(opf).toContain('<meta name="cover" content="cover-image"/>');
    expect(opf).toMatch(/<spine[^>]*>\s*<itemref idref="cover"\/>/);
  });

  test("has the author's own, and only that", async () => {
    const { files, read, diagnostics } = await build("cover: front.png\n");
    // One transparent pixel.
    expect(diagnostics.map((d) => d.code)).toEqual(["cover/size", "cover/size", "cover/converted"]);
    expect(Object.keys(files)).toContain("OEBPS/images/front.jpg");
    expect(Object.keys(files)).not.toContain("OEBPS/cover.png");
    expect(read("OEBPS/content.opf").match(/properties="cover-image"/g)).toHaveLength(1);
  });

  test.each([
    ["a WebP", () => plain(1600, 2560).webp().toBuffer()],
    ["printing inks", () => plain(1600, 2560).toColourspace("cmyk").jpeg().toBuffer()],
  ] as const)("has the author's own, made fit: %s", async (_, make) => {
    const { folder, files, read } = await build("cover: front\npdf: screen\n", { front: await make() });
    expect(read("OEBPS/content.opf")).toMatch(
      /href="images\/front.jpg" media-type="image\/jpeg" properties="cover-image"/,
    );
    const picture = files["OEBPS/images/front.jpg"] ?? new Uint8Array();
    expect(readPicture(picture)).toMatchObject({ type: "jpg", width: 1600, height: 2560, isCmyk: false });
    expect(readFileSync(path.join(folder, "book.pdf")).includes(picture)).toBe(true);
  });

  test("has none if none is wanted", async () => {
    const { read, diagnostics } = await build("cover: none\n");
    expect(diagnostics).toEqual([]);
    expect(read("OEBPS/content.opf")).not.toContain("cover");
  });

  test.for(["epubcheck 4", "epubcheck 5"] as const)("with a made cover is valid to %s", async (name, context) => {
    const tool = requireTool(context, name);
    const { folder } = await build("");
    expect(listEpubFaults(tool, path.join(folder, "book.epub"))).toEqual([]);
  });
});

describe("the cover alone", () => {
  test("is a JPEG for shops, and the same as SVG", async () => {
    const { folder, files } = await build("");
    const { books } = await buildBooks({ folder, only: "cover", env: {} });
    expect(books.map(({ kind, fileName }) => [kind, fileName])).toEqual([
      ["cover", "die-wege-cover.jpg"],
      ["cover", "die-wege-cover.svg"],
    ]);
    const jpeg = books[0]?.bytes ?? new Uint8Array();
    expect(readPicture(jpeg)).toMatchObject({ type: "jpg", width: 1600, height: 2560, isCmyk: false });
    expect(jpeg.length).toBeLessThan(1_500_000);
    const [painted, packed] = await Promise.all(
      [files["OEBPS/cover.png"] ?? new Uint8Array(), jpeg].map((one) => sharp(one).stats()),
    );
    for (const [i, { mean }] of (painted?.channels ?? []).entries())
      expect(Math.abs(mean - (packed?.channels[i]?.mean ?? 0))).toBeLessThan(1);
    expect(strFromU8(books[1]?.bytes ?? new Uint8Array())).toMatch(/^<svg [^>]*viewBox="0 0 1600 2560"/);
  });

  test("is the author's picture as JPEG, whatever it was", async () => {
    const { folder } = await build("cover: front.png\n");
    const { books } = await buildBooks({ folder, only: "cover", env: {} });
    expect(books.map(({ fileName }) => fileName)).toEqual(["die-wege-cover.jpg"]);
    expect(readPicture(books[0]?.bytes ?? new Uint8Array())?.type).toBe("jpg");
  });

  test("is the author's JPEG, byte for byte, if that fits", async () => {
    const jpeg = await plain(1600, 2560).jpeg().toBuffer();
    const { folder, files, diagnostics } = await build("cover: front.jpg\n", { "front.jpg": jpeg });
    const { books } = await buildBooks({ folder, only: "cover", env: {} });
    expect(diagnostics).toEqual([]);
    for (const bytes of [books[0]?.bytes, files["OEBPS/images/front.jpg"]])
      expect(Buffer.from(bytes ?? []).equals(jpeg)).toBe(true);
  });
});

describe("the PDF", () => {
  const pageSizes = (folder: string, tool: Parameters<typeof runTool>[0]): string[] =>
    runTool(tool, "-f", "1", "-l", "99", path.join(folder, "book.pdf"))
      .stdout.split("\n")
      .flatMap((line) => /^Page\s+\d+ size:\s+(\S+ x \S+)/.exec(line)?.[1] ?? []);

  test("for print never has the cover", async (context) => {
    const pdfinfo = requireTool(context, "pdfinfo");
    for (const cover of ["", "cover: front.png\n"]) {
      const { folder, books } = await build(cover);
      const sizes = pageSizes(folder, pdfinfo);
      expect(new Set(sizes)).toEqual(new Set(["432 x 648"]));
      expect(sizes).toHaveLength(books.find((book) => book.kind === "pdf")?.pages ?? 0);
    }
  });

  test("for the screen begins with it, and rectos stay rectos", async (context) => {
    const pdfinfo = requireTool(context, "pdfinfo");
    const print = pageSizes((await build("")).folder, pdfinfo);
    const { folder, books } = await build("pdf: screen\n");
    const screen = pageSizes(folder, pdfinfo);
    expect(screen).toEqual(["405 x 648", "432 x 648", ...print]);
    expect(books.find((book) => book.kind === "pdf")?.pages).toBe(screen.length);
  });

  test("shows an author's cover in its own shape", async (context) => {
    const pdfinfo = requireTool(context, "pdfinfo");
    const { folder } = await build("cover: front.png\npdf: screen\n");
    expect(pageSizes(folder, pdfinfo)[0]).toBe("648 x 648");
  });

  test("labels the cover, and begins counting after it", async (context) => {
    const qpdf = requireTool(context, "qpdf");
    const { folder } = await build("pdf: screen\n");
    const { stdout } = runTool(qpdf, "--json", "--json-key=pagelabels", path.join(folder, "book.pdf"));
    const { pagelabels } = JSON.parse(stdout) as {
      pagelabels: { index: number; label: Record<string, unknown> }[];
    };
    expect(pagelabels.map(({ index, label }) => [index, label["/P"] ?? label["/S"]])).toEqual([
      [0, "u:Umschlag"],
      [1, undefined],
      [2, "/r"],
      [6, "/D"],
    ]);
  });
});
