/** `fonts:` of book.yaml, from the manuscript to the finished EPUB. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { buildBooks } from "../../src/build.ts";
import { garamond } from "../fonts/faces.ts";
import { listEpubFaults, requireTool } from "../support/outside-tools.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

async function build(fonts: string, css?: string) {
  const folder = scratchFolder({
    "book.yaml": `title: T\nauthor: A\nlanguage: en\nisbn: 978-0-14-143951-8\n${fonts}`,
    "one.md": "# One\n\nSome *words* and `code`.\n",
    ...(css !== undefined && { "styles/book.css": css, "styles/mine.ttf": readFileSync(garamond.file) }),
  });
  const { books, diagnostics } = await buildBooks({ folder, only: "epub", env: { SOURCE_DATE_EPOCH: "0" } });
  const bytes = books[0]?.bytes ?? new Uint8Array();
  const file = path.join(folder, "book.epub");
  if (books[0]) writeFileSync(file, bytes);
  const files = books[0] ? unzipSync(bytes) : {};
  const read = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  return { diagnostics, file, bytes, names: Object.keys(files), read };
}

const FONTS = ["eb-garamond-400.ttf", "eb-garamond-400-italic.ttf", "source-code-pro-400.ttf"];

test("fonts are embedded unless the author says otherwise, and Apple Books is told", async () => {
  const book = await build("");
  expect(book.diagnostics).toEqual([]);
  expect(book.names.filter((name) => name.includes("fonts/"))).toEqual(FONTS.map((f) => `OEBPS/fonts/${f}`));
  expect(book.read("OEBPS/style.css").match(/@font-face/g)).toHaveLength(3);
  expect(book.read("OEBPS/content.opf")).toContain('<meta property="ibooks:specified-fonts">true</meta>');
  expect(book.names).not.toContain("META-INF/encryption.xml");
  expect((await build("")).bytes).toEqual(book.bytes);
});

test("a font of the author's own is embedded as the stylesheet names it, unless it is for print alone", async () => {
  const css = (medium: string) =>
    `@media ${medium} { @font-face { font-family: "Mine"; src: url(mine.ttf) } } p { font-family: "Mine" } em { font-style: normal }`;
  const book = await build("", css("screen"));
  expect(book.names.filter((name) => name.includes("fonts/"))).toEqual(["OEBPS/fonts/mine-400.ttf"]);
  expect(book.read("OEBPS/style.css")).toContain(
    'font-family: "Mine";\n  font-style: normal;\n  font-weight: 400;',
  );
  const printed = await build("", css("print"));
  expect(printed.names.filter((name) => name.includes("fonts/"))).toEqual([]);
  expect(printed.diagnostics.map((d) => d.code)).toContain("font/missing");
});

test("fonts: none leaves no trace of them", async () => {
  const book = await build("fonts: none\n");
  expect(book.names.filter((name) => name.includes("fonts/"))).toEqual([]);
  expect(book.read("OEBPS/style.css")).not.toContain("@font-face");
  expect(book.read("OEBPS/content.opf")).not.toMatch(/ibooks|font/);
});

test("fonts: obfuscate lists every font as encrypted", async () => {
  const book = await build("fonts: obfuscate\n");
  const listed = [...book.read("META-INF/encryption.xml").matchAll(/URI="([^"]*)"/g)].map(([, uri]) => uri);
  expect(listed).toEqual(FONTS.map((font) => `OEBPS/fonts/${font}`));
  for (const name of listed) expect(book.read(name ?? "").startsWith("\0\u0001\0\0")).toBe(false);
});

test("anything else is explained", async () => {
  const { diagnostics } = await build("fonts: all\n");
  expect(diagnostics).toMatchObject([{ code: "config/wrong-type", span: { line: 5, column: 8 } }]);
  expect(diagnostics[0]?.message).toBe('"fonts" is embed, obfuscate or none; this is "all".');
});

test.for(["epubcheck 4", "epubcheck 5"] as const)("%s takes obfuscated fonts", async (name, context) => {
  const tool = requireTool(context, name);
  const { file } = await build("fonts: obfuscate\n");
  expect(listEpubFaults(tool, file)).toEqual([]);
});
