import { mkdirSync, symlinkSync, unlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { firstBadByte } from "../../src/config/decode-text.ts";
import { readConfig } from "../../src/config/read-config.ts";
import { readManuscript } from "../../src/config/read-manuscript.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

const read = (folder: string) => readManuscript(readConfig(folder, { env: {} }).value);
const names = (folder: string) => read(folder).value.map((file) => file.name);

describe("chapters", () => {
  it("come in natural order, subfolders in their place", () => {
    const folder = scratchFolder({
      "10-end.md": "",
      "2-middle/10.md": "",
      "2-middle/9.md": "",
      "2-middle/README.md": "",
      "2-middle.md": "",
      "3.markdown": "",
      "1-start.MD": "",
      "4-last.txt": "",
    });
    expect(names(folder)).toEqual([
      "1-start.MD",
      "2-middle.md",
      "2-middle/9.md",
      "2-middle/10.md",
      "3.markdown",
      "4-last.txt",
      "10-end.md",
    ]);
  });

  it("are nothing else that lies there", () => {
    const folder = scratchFolder({
      "a.md": "",
      "README.md": "",
      "readme.md": "",
      "_draft.md": "",
      ".hidden.md": "",
      "notes.rtf": "",
      "a.md.bak": "",
      "_old/b.md": "",
      ".git/c.md": "",
      "styles/d.md": "",
      "dist/e.md": "",
      "node_modules/x/f.md": "",
    });
    expect(names(folder)).toEqual(["a.md"]);
  });

  it("come as book.yaml lists them", () => {
    const folder = scratchFolder({
      "book.yaml": "chapters: [z.md, part/_a.md]",
      "z.md": "",
      "b.md": "",
      "part/_a.md": "",
    });
    expect(names(folder)).toEqual(["z.md", "part/_a.md"]);
  });

  it("follow links, and none of them in a circle", () => {
    const folder = scratchFolder({ "a/b.md": "" });
    symlinkSync(folder, path.join(folder, "a/up"));
    symlinkSync(path.join(folder, "a"), path.join(folder, "c"));
    expect(names(folder)).toEqual(["a/b.md", "c/b.md"]);
  });

  it("have the path that the author would type", () => {
    const folder = scratchFolder({ "part/a.md": "" });
    const given = path.relative(process.cwd(), folder);
    expect(read(given).value[0]?.path).toBe(path.join(given, "part", "a.md"));
  });
});

describe("text", () => {
  it("loses its byte-order mark and its carriage returns", () => {
    const folder = scratchFolder({ "a.md": "\ufeffone\r\ntwo\rthree\n\ufefffour" });
    expect(read(folder).value[0]?.text).toBe("one\ntwo\nthree\n\ufefffour");
  });

  it.each([
    [[0x61, 0x80], 1],
    [[0xc3, 0xa9, 0xc0, 0xaf], 2],
    [[0xed, 0xa0, 0x80], 0],
    [[0xf0, 0x9f, 0x98, 0x80, 0xf4, 0x90, 0x80, 0x80], 4],
    [[0xe2, 0x82, 0xac, 0xe2, 0x82], 3],
    [[0xf0, 0x80, 0x80, 0x80], 0],
    [[0xef, 0xbf, 0xbf], 3],
  ])("in %j the first bad byte is at %i", (bytes, offset) => {
    expect(firstBadByte(Uint8Array.from(bytes))).toBe(offset);
  });
});

describe("what cannot be read", () => {
  const codes = (folder: string) => read(folder).diagnostics.map(({ code }) => code);

  it("is told file by file, and the others are read", () => {
    const folder = scratchFolder({ "a.md": "A", "b.md": "B", "c.md": "C" });
    unlinkSync(path.join(folder, "a.md"));
    symlinkSync("nowhere", path.join(folder, "a.md"));
    unlinkSync(path.join(folder, "c.md"));
    symlinkSync("c.md", path.join(folder, "c.md"));
    const { value, diagnostics } = read(folder);
    expect(value.map((file) => file.text)).toEqual(["B"]);
    expect(diagnostics.map(({ code, span }) => [code, span && path.basename(span.file)])).toEqual([
      ["manuscript/unreadable", "a.md"],
      ["manuscript/unreadable", "c.md"],
    ]);
    expect(diagnostics[0]?.message).toContain("it is not there");
  });

  it("is a folder that does not exist, or is none", () => {
    const folder = scratchFolder({ "a.docx": "" });
    expect(codes(path.join(folder, "nowhere"))).toEqual(["manuscript/missing-folder"]);
    expect(codes(path.join(folder, "a.docx"))).toEqual(["manuscript/missing-folder"]);
    expect(readConfig(path.join(folder, "nowhere"), { env: {} }).diagnostics).toEqual([]);
  });

  it("is the single file that is asked for, whatever lies beside it", () => {
    const folder = scratchFolder({ "a.md": "A.", "b.txt": "B.", "book.yaml": "title: Another book\n" });
    const { value, diagnostics } = readConfig(path.join(folder, "b.txt"), { env: {} });
    expect(value.title).toBe("B");
    expect(diagnostics.map(({ code, message }) => [code, message.includes("has no header")])).toEqual([
      ["config/incomplete", true],
    ]);
    expect(readManuscript(value).value.map(({ name, text }) => [name, text])).toEqual([["b.txt", "B."]]);
  });

  it("is a folder without chapters", () => {
    const folder = scratchFolder({ "README.md": "" });
    mkdirSync(path.join(folder, "part"));
    expect(codes(folder)).toEqual(["manuscript/empty-folder"]);
  });
});
