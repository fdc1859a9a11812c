import { createHash } from "node:crypto";
import { Socket } from "node:net";
import { EPub } from "epub-gen-memory";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, expect, test, vi } from "vitest";
import { packageEpub } from "../../src/epub/package-epub.ts";
import { writeEpub } from "../../src/epub/write-epub.ts";
import { chapter, config, el, img, p, part } from "../support/elements.ts";
import { PNG, SVG } from "../support/images.ts";

const ZONE = process.env.TZ;

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  if (ZONE === undefined) delete process.env.TZ;
  else process.env.TZ = ZONE;
});

/** A small book with a bit of everything: the second chapter would collide with the navigation in a flat folder. */
function smallBook() {
  const sections = [
    part("part", "Part"),
    chapter("one", 'One & "two"', p("A <%= b %> & c", img("/b/a.png", "A"), img("/b/b.svg", "B"))),
    chapter("toc", "Three", el("ol", { start: "3" }, el("li", {}, "x"))),
  ];
  const settings = config({ title: "A & <B>", cover: { path: "/b/cover.png" } });
  return packageEpub(sections, settings, "p { margin: 0 }", (path) => (path.endsWith("svg") ? SVG : PNG)).value;
}

/** Name, method (0 stored, 8 deflated), length of the extra field and DOS date and time of every local header. */
function localHeaders(zip: Uint8Array) {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const headers = [];
  for (let at = 0; view.getUint32(at, true) === 0x04034b50; ) {
    const nameEnd = at + 30 + view.getUint16(at + 26, true);
    const extra = view.getUint16(at + 28, true);
    const name = strFromU8(zip.subarray(at + 30, nameEnd));
    headers.push({ name, method: view.getUint16(at + 8, true), extra, time: view.getUint32(at + 10, true) });
    at = nameEnd + extra + view.getUint32(at + 18, true);
  }
  return headers;
}

const digest = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

test("entries: the media type first and stored, the rest in order, all of one date, no folders", async () => {
  const headers = localHeaders(await writeEpub(smallBook()));
  expect(headers.map((h) => h.name)).toEqual([
    "mimetype",
    "META-INF/container.xml",
    "OEBPS/content.opf",
    "OEBPS/toc.xhtml",
    "OEBPS/toc.ncx",
    "OEBPS/style.css",
    "OEBPS/cover.xhtml",
    "OEBPS/text/part.xhtml",
    "OEBPS/text/one.xhtml",
    "OEBPS/text/toc.xhtml",
    "OEBPS/cover.css",
    "OEBPS/images/cover.png",
    "OEBPS/images/a.png",
    "OEBPS/images/b.svg",
  ]);
  expect(headers[0]).toMatchObject({ method: 0, extra: 0 });
  const dosDate = (((2024 - 1980) << 25) | (5 << 21) | (6 << 16) | (7 << 11) | (8 << 5) | 4) >>> 0;
  expect(new Set(headers.map((h) => h.time))).toEqual(new Set([dosDate]));
});

test("every file arrives as it was packaged, attributes and template marks included", async () => {
  const pkg = smallBook();
  const files = unzipSync(await writeEpub(pkg));
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  expect(text("mimetype")).toBe("application/epub+zip");
  expect(text("META-INF/container.xml")).toContain('full-path="OEBPS/content.opf"');
  expect(text("OEBPS/content.opf")).toBe(pkg.packageDocument);
  expect(text("OEBPS/toc.xhtml")).toBe(pkg.navigation);
  expect(text("OEBPS/toc.ncx")).toBe(pkg.ncx);
  expect(text("OEBPS/style.css")).toBe(pkg.css);
  expect(pkg.css.endsWith("p { margin: 0 }")).toBe(true);
  for (const document of pkg.documents) expect(text(`OEBPS/${document.href}`)).toBe(document.xhtml);
  expect(text("OEBPS/text/one.xhtml")).toContain("A &lt;%= b %&gt; &amp; c");
  expect(text("OEBPS/text/toc.xhtml")).toContain('<ol start="3">');
  expect(files["OEBPS/images/a.png"]).toEqual(PNG);
  expect(files["OEBPS/images/b.svg"]).toEqual(SVG);
});

test("the same bytes at any time, in any time zone", async () => {
  process.env.TZ = "Pacific/Auckland";
  vi.useFakeTimers({ now: Date.UTC(2031, 6, 1), toFake: ["Date"] });
  const offset = new Date().getTimezoneOffset();
  const first = digest(await writeEpub(smallBook()));
  process.env.TZ = "America/Los_Angeles";
  vi.setSystemTime(Date.UTC(2033, 0, 9, 23));
  expect(new Date().getTimezoneOffset()).not.toBe(offset);
  expect(digest(await writeEpub(smallBook()))).toBe(first);
});

test("a date before zip's own era still makes a zip", async () => {
  const headers = localHeaders(await writeEpub({ ...smallBook(), modified: "1970-01-01T00:00:00Z" }));
  expect(headers[0]?.time).toBe((1 << 21) | (1 << 16));
});

test("the book goes through epub-gen-memory: its rendering, its templates, its zip", async () => {
  const render = vi.spyOn(EPub.prototype, "render");
  const pack = vi.spyOn(EPub.prototype, "generateAsync");
  const bytes = await writeEpub(smallBook());
  expect(render).toHaveBeenCalledOnce();
  expect(pack).toHaveBeenCalledOnce();
  expect(pack.mock.calls[0]?.[0]).toMatchObject({ compression: "DEFLATE", compressionOptions: { level: 9 } });
  expect(await pack.mock.results[0]?.value).toBe(bytes);
  render.mockRejectedValueOnce(new Error("not rendered"));
  await expect(writeEpub(smallBook())).rejects.toThrow("not rendered");
});

test("nothing is fetched, whatever the book holds", async () => {
  const connect = vi.spyOn(Socket.prototype, "connect");
  await writeEpub(smallBook());
  expect(connect).not.toHaveBeenCalled();
});
