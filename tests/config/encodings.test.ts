/** What encodings are recognised in chapters, and how the author names others. */
import path from "node:path";
import { describe, expect, it } from "vitest";
import { encodingLabel } from "../../src/config/decode-text.ts";
import { readConfig } from "../../src/config/read-config.ts";
import { readManuscript } from "../../src/config/read-manuscript.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

const STORY = "Un été\n\nLe café était fermé, dit-elle ; « bien sûr ».\n";

/** The one chapter of a book, and what is said about it. */
function read(bytes: Uint8Array | string, yaml = "") {
  const folder = scratchFolder({ "book.yaml": `title: T\nauthor: A\nlanguage: fr\n${yaml}`, "a.txt": bytes });
  const config = readConfig(folder, { env: {} });
  const { value, diagnostics, changes } = readManuscript(config.value);
  const told = [...config.diagnostics, ...diagnostics];
  return {
    text: value[0]?.text,
    codes: told.map(({ code }) => code),
    places: told.map(({ span }) => `${span && path.basename(span.file)} ${span?.line}:${span?.column}`),
    messages: told.map(({ message }) => message).join("\n"),
    changes: changes.map(({ what, after }) => `${what} ${after}`),
  };
}

const utf16 = (text: string, order: "le" | "be") => {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
};

describe("encodings", () => {
  it("UTF-8 is read without a word, with a byte-order mark or without", () => {
    expect(read(STORY)).toMatchObject({ text: STORY, codes: [], changes: [] });
    expect(read(`\ufeff${STORY}`)).toMatchObject({ text: STORY, codes: [] });
  });

  it.each([
    ["Latin-1", Buffer.from(STORY, "latin1"), STORY],
    ["UTF-16", utf16(STORY, "le"), STORY],
    ["UTF-16BE", utf16(STORY, "be"), STORY],
    ["Windows-1252", Buffer.from("Un \x9cuf, \xe9t\xe9 \x97 20 \x80", "latin1"), "Un œuf, été — 20 €"],
  ])("%s is recognised, with one warning at the first line that it matters for", (name, bytes, text) => {
    const found = read(bytes);
    expect(found).toMatchObject({ text, codes: ["manuscript/encoding"], changes: [`text/encoding from ${name}`] });
    expect(found.places).toEqual(["a.txt 1:4"]);
    expect(found.messages).toContain(`read as ${name};`);
  });

  it("line ends of all kinds are one, and the end mark of DOS is none of the text", () => {
    expect(read(Buffer.from("\xe9\r\nb\rc\n\x1a", "latin1")).text).toBe("é\nb\nc\n");
  });

  it.each([
    ["book.yaml", "encoding: macintosh\n", ""],
    ["the header", "", "---\nencoding: macintosh\n---\n"],
    ["the header, against book.yaml", "encoding: utf-8\n", "---\nencoding: macintosh\n---\n"],
  ])("what %s says decides", (_, yaml, header) => {
    const bytes = Buffer.concat([Buffer.from(header), Buffer.from([0x8e, 0x74, 0x8e])]);
    expect(read(bytes, yaml)).toMatchObject({ text: `${header}été`, codes: [] });
  });

  it.each([
    ["a byte that no encoding has", [0x61, 0x0a, 0xe9, 0x62, 0x81], "a.txt 2:3"],
    ["a control character", [0x61, 0x0a, 0xe9, 0x00], "a.txt 2:2"],
    ["UTF-8 with a fault", [...Buffer.from("é à ô\n"), 0x61, 0xe9, 0x62], "a.txt 2:2"],
    ["UTF-16 that breaks off", [0xff, 0xfe, 0x61, 0x00, 0x62], "a.txt 1:2"],
  ])("%s is an error where it stands", (_, bytes, place) => {
    expect(read(Uint8Array.from(bytes))).toMatchObject({ codes: ["manuscript/not-utf8"], places: [place] });
  });

  it("what does not fit the encoding named is an error", () => {
    const found = read(Buffer.from("\n\xe9", "latin1"), "encoding: utf-8\n");
    expect(found).toMatchObject({ codes: ["manuscript/not-utf8"], places: ["a.txt 2:1"] });
  });

  it("an encoding that nobody knows is told with the names of some", () => {
    const found = read("a", "encoding: ebcdic\n");
    expect(found).toMatchObject({ codes: ["config/wrong-type"], places: ["book.yaml 4:11"] });
  });

  it.each([
    ["Latin-1", "windows-1252"],
    ["ISO 8859-1", "windows-1252"],
    ["cp1252", "windows-1252"],
    ["Windows 1250", "windows-1250"],
    ["ANSI", "windows-1252"],
    ["utf8", "utf-8"],
    ["MacRoman", "macintosh"],
    ["ebcdic", undefined],
  ])("%s means %s", (name, label) => {
    expect(encodingLabel(name)).toBe(label);
  });
});
