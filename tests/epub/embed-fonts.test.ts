import { expect, test } from "vitest";
import type { MarkedSection } from "../../src/book/element.ts";
import { embedFonts } from "../../src/epub/embed-fonts.ts";
import { type FaceUse, findFaceUses, imagineContents } from "../../src/epub/face-uses.ts";
import { obfuscateFont } from "../../src/epub/obfuscate-font.ts";
import { computeStyles } from "../../src/style/cascade.ts";
import { generateContent } from "../../src/style/generate-content.ts";
import { readStyle } from "../../src/style/read-style.ts";
import { garamond, garamondWithRights, library } from "../fonts/faces.ts";
import { chapter, el, em, heading, p } from "../support/elements.ts";

function usesIn(sections: readonly MarkedSection[], css: string): readonly FaceUse[] {
  const sheet = readStyle("/book.css", "book.css", css).value;
  const roots = sections.map(({ root }) => root);
  const trees = generateContent(sections, computeStyles(sheet, roots, "en", "screen"), "en");
  return findFaceUses(
    trees.sections.map(({ root }) => root),
    trees.styleOf,
    library,
  );
}

/** `face: characters [features]` for a chapter with these children. */
function usesOf(css: string, ...children: Parameters<typeof p>): string[] {
  const uses = usesIn([chapter("one", "T", ...children)], css);
  return uses.map(({ face, characters, features }) => `${face.id}: ${characters} ${features.join()}`.trim());
}

const BODY = `body { font-family: "EB Garamond", serif; hyphens: none } h1 { font-weight: normal }`;

test("each face has the characters that are set in it", () => {
  expect(usesOf(BODY, p("abba", em("xyz")))).toEqual([
    "EB Garamond 400 normal: Tab",
    "EB Garamond 400 italic: xyz",
  ]);
});

test("bold is there only for what is bold", () => {
  expect(usesOf(BODY, p("a", el("strong", {}, "b")))).toContain("EB Garamond 700 normal: b");
});

test("a family that only `serif` would find is the reader's own, and is not embedded", () => {
  expect(usesOf("body { font-family: serif }", p("a"))).toEqual([]);
});

test("rules for the printed book alone ask for no font", () => {
  expect(usesOf(`@media print { body { font-family: "EB Garamond" } }`, p("a"))).toEqual([]);
  expect(usesOf(`@media screen { p { font-family: "EB Garamond" } }`, p("a"))).toEqual([
    "EB Garamond 400 normal: -a‐",
  ]);
});

test("what a face lacks is taken from the next family named", () => {
  const css = `p { font-family: "EB Garamond", "Source Code Pro"; hyphens: none }`;
  expect(usesOf(css, p("a█"))).toEqual(["EB Garamond 400 normal: a", "Source Code Pro 400 normal: █"]);
});

test("small capitals ask for their feature, in their face alone", () => {
  const css = `${BODY} b { font-variant: small-caps; font-weight: bold }`;
  expect(usesOf(css, p("x", el("b", {}, "ab")))).toEqual([
    "EB Garamond 400 normal: Tx",
    "EB Garamond 700 normal: ABab smcp",
  ]);
});

test("so do features that the style names", () => {
  const css = `${BODY} p { font-feature-settings: "dlig" 1, "ss01", "hlig" off; font-variant-numeric: slashed-zero }`;
  expect(usesOf(css, p("a"))).toEqual(["EB Garamond 400 normal: Ta dlig,ss01,zero"]);
});

test("capitals that a transform makes, list markers and the reader's hyphens are characters too", () => {
  expect(usesOf(`${BODY} p { text-transform: uppercase }`, p("aß"))).toEqual(["EB Garamond 400 normal: ASTaß"]);
  expect(usesOf(BODY, el("ol", {}, el("li", {}, "x")))[0]).toBe("EB Garamond 400 normal: .1Tx");
  expect(usesOf(BODY, el("ul", {}, el("li", {}, "x")))[0]).toBe("EB Garamond 400 normal: Tx•");
  expect(usesOf(`${BODY} p { hyphens: auto }`, p("x"))[0]).toBe("EB Garamond 400 normal: -Tx‐");
});

test("text that the style generates counts", () => {
  const css = `${BODY} @media screen { p::before { content: "\\2766 z" } }`;
  expect(usesOf(css, p("x"))[0]).toBe("EB Garamond 400 normal: Txz❦");
});

test("the contents' title and entries count", () => {
  const section = { ...chapter("one", "Öffnung", p("a")), headings: [heading("x", "Ärger")] };
  const [use] = usesIn([imagineContents([section], "Inhalt")], BODY);
  for (const letter of "ÖÄIfgn") expect(use?.characters).toContain(letter);
});

test("a font becomes a resource and a rule", async () => {
  const { value, diagnostics } = await embedFonts(
    [{ face: garamond, characters: "abc", features: [] }],
    undefined,
  );
  expect(diagnostics).toEqual([]);
  expect(value.resources.map(({ id, href, mediaType }) => [id, href, mediaType])).toEqual([
    ["font-eb-garamond-400", "fonts/eb-garamond-400.ttf", "font/ttf"],
  ]);
  expect(value.css).toBe(`@font-face {
  font-family: "EB Garamond";
  font-style: normal;
  font-weight: 400;
  src: url(fonts/eb-garamond-400.ttf);
}
`);
  expect(value.encryption).toBeUndefined();
});

test("a font whose maker forbids embedding is left out, and the author is told", async () => {
  const face = garamondWithRights(2);
  const { value, diagnostics } = await embedFonts([{ face, characters: "abc", features: [] }], undefined);
  expect(value).toEqual({ resources: [], css: "" });
  expect(diagnostics).toMatchObject([
    { severity: "warning", message: expect.stringContaining("may not be embedded") },
  ]);
});

test("obfuscated, a font is unreadable until its first 1040 bytes are turned back with the identifier", async () => {
  const use = { face: garamond, characters: "abcdefghijklmnopqrstuvwxyz", features: [] };
  const plain = (await embedFonts([use], undefined)).value.resources[0]?.bytes ?? new Uint8Array();
  const hidden = (await embedFonts([use], "urn:uuid:1 2\n3")).value;
  const bytes = hidden.resources[0]?.bytes ?? new Uint8Array();
  expect(hidden.encryption).toContain('Algorithm="http://www.idpf.org/2008/embedding"');
  expect(hidden.encryption).toContain('URI="OEBPS/fonts/eb-garamond-400.ttf"');
  expect(bytes.subarray(1040)).toEqual(plain.subarray(1040));
  expect(bytes.subarray(0, 4)).not.toEqual(plain.subarray(0, 4));
  expect(obfuscateFont(bytes, "urn:uuid:123")).toEqual(plain);
});
