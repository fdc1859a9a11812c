/** What must not change the paragraphs of a manuscript: how its bytes are written, and a stray empty line. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildBook } from "../../src/book/build-book.ts";
import type { Manuscript } from "../../src/book/model.ts";
import { inlinesOf, walkInlines } from "../../src/book/walk.ts";
import { decodeText } from "../../src/config/decode-text.ts";
import { config } from "../support/elements.ts";
import { encode1252, passagesOf } from "./rewrite.ts";

const home = fileURLToPath(new URL("manuscripts/", import.meta.url));

interface Text {
  readonly name: string;
  readonly text: string;
}

/** Every file of every manuscript. */
const texts: readonly Text[] = readdirSync(home).flatMap((folder) =>
  readdirSync(path.join(home, folder))
    .filter((name) => name !== "book.yaml")
    .map((name) => ({ name, text: decodeText(readFileSync(path.join(home, folder, name))).text })),
);

function read(
  name: string,
  bytes: Uint8Array | string,
): { file: Manuscript; verdict: string[]; passages: string[] } {
  const { text } = decodeText(typeof bytes === "string" ? Buffer.from(bytes) : bytes);
  const { value, changes } = buildBook([{ path: name, name, text }], config({ language: "fr" }));
  const [file] = value.files;
  if (!file) throw new Error("There is no file.");
  const passages = passagesOf(file).map((passage) => `${passage.kind}: ${passage.text}`);
  return {
    file,
    verdict: changes.map(({ what }) => what).filter((what) => what.startsWith("paragraph/")),
    passages,
  };
}

const anyText = fc.constantFrom(...texts);
const isText = (line: string | undefined): boolean => line !== undefined && line.trim() !== "";

describe("the verdict and the paragraphs stay", () => {
  it("with other line ends, a byte-order mark, no last line end, another encoding", () => {
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.constantFrom("", "\ufeff"),
        fc.boolean(),
        fc.constantFrom("utf8", "utf16le", "1252"),
        ({ name, text }, end, mark, isCut, encoding) => {
          const body = (isCut ? text.replace(/\n+$/, "") : text).replaceAll("\n", end);
          const marked = encoding === "utf16le" ? `\ufeff${body}` : mark + body;
          const bytes = encoding === "1252" ? encode1252(body) : Buffer.from(marked, encoding as BufferEncoding);
          const { verdict, passages } = read(name, bytes);
          expect({ verdict, passages }).toEqual(
            (({ verdict, passages }) => ({ verdict, passages }))(read(name, text)),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  it("with a stray empty line, but for a scene break there", () => {
    fc.assert(
      fc.property(anyText, fc.nat(), ({ name, text }, seed) => {
        const lines = text.split("\n");
        const before = read(name, text);
        const isLines = before.verdict.includes("paragraph/lines");
        // In wrapped text a paragraph ends at an empty line, so it may only double one.
        const all = [...lines.keys()].filter((at) => isLines || !isText(lines[at]));
        const at = all[seed % all.length] ?? 0;
        const after = read(name, [...lines.slice(0, at), "", ...lines.slice(at)].join("\n"));
        const words = (passages: readonly string[]): string[] =>
          passages.filter((passage) => passage !== "break: ");
        expect(after.verdict).toEqual(before.verdict);
        expect(words(after.passages)).toEqual(words(before.passages));
      }),
      { numRuns: 200 },
    );
  });
});

describe("places", () => {
  it("of all text are where its first character stands in the file", () => {
    for (const { name, text } of texts) {
      const lines = text.split("\n");
      const { file } = read(name, text);
      const nodes = walkInlines([
        ...inlinesOf(file.blocks),
        ...file.notes.flatMap((note) => inlinesOf(note.children)),
      ]);
      const wrong = nodes.flatMap((node) => {
        if (node.kind !== "text" || node.text.trim() === "") return [];
        const { line, column, length } = node.span;
        const written = (lines[line - 1] ?? "").slice(column - 1);
        const isInside = length <= Math.max(1, written.length);
        return isInside && written.charAt(0) === node.text.charAt(0)
          ? []
          : [`${name}:${line}:${column} ${node.text}`];
      });
      expect(wrong).toEqual([]);
    }
  });

  it("of text behind a word that was cut are on the line that it stands on", () => {
    const text =
      "— Un long récit qui va jusqu'au bout de sa ligne et qui recom-\nmence aussitôt après elle, pour finir plus bas, sans nul ef-\nfort.\n";
    const { file } = read("a.txt", text);
    const spans = inlinesOf(file.blocks).map(
      (node) => node.kind === "text" && [node.text, node.span.line, node.span.column],
    );
    expect(spans).toEqual([
      ["— Un long récit qui va jusqu'au bout de sa ligne et qui recommence", 1, 1],
      [" aussitôt après elle, pour finir plus bas, sans nul effort.", 2, 6],
    ]);
  });
});
