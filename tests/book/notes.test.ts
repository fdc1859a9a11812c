import { describe, expect, it } from "vitest";
import type { NoteReference, Section } from "../../src/book/model.ts";
import { inlinesOf, walkInlines } from "../../src/book/walk.ts";
import { fileOf, resolved, textOf, told } from "./book-of.ts";

/** `label number.occurrence`, in reading order. */
const references = (section: Section | undefined): string[] =>
  walkInlines(inlinesOf(section?.blocks ?? []))
    .filter((node): node is NoteReference => node.kind === "noteReference")
    .map(({ label, number, occurrence }) => `${label} ${number}.${occurrence}`);

/** `number label ×references: text`. */
const notes = (section: Section | undefined): string[] =>
  (section?.notes ?? []).map((n) => `${n.number} ${n.label} ×${n.references}: ${textOf(n.children)}`);

describe("notes", () => {
  it("are numbered by their first reference, and count all", () => {
    const text = "# A\n\nx[^b] y[^a] z[^b]\n\n[^a]: Alpha.\n[^b]: Beta.\n";
    const { sections, diagnostics } = resolved({ "1.md": text });
    expect(references(sections[0])).toEqual(["b 1.1", "a 2.1", "b 1.2"]);
    expect(notes(sections[0])).toEqual(["1 b ×2: Beta.", "2 a ×1: Alpha."]);
    expect(diagnostics).toEqual([]);
  });

  it("of two files stay apart", () => {
    const { sections } = resolved({
      "1.md": "# A\n\nx[^1]\n\n[^1]: First.\n",
      "2.md": "# B\n\nx[^1]\n\n[^1]: Second.\n",
    });
    expect(sections.map(notes)).toEqual([["1 1 ×1: First."], ["1 1 ×1: Second."]]);
  });

  it("begin at 1 in each section of a file", () => {
    const text = "# A\n\nx[^a]\n\n# B\n\ny[^b] z[^a]\n\n[^a]: Alpha.\n[^b]: Beta.\n";
    const { sections } = resolved({ "1.md": text });
    expect(sections.map(references)).toEqual([["a 1.1"], ["b 1.1", "a 2.1"]]);
    expect(sections.map(notes)).toEqual([["1 a ×1: Alpha."], ["1 b ×1: Beta.", "2 a ×1: Alpha."]]);
  });

  it("may refer to notes", () => {
    const { sections } = resolved({ "1.md": "# A\n\nx[^a]\n\n[^a]: See[^b].\n\n[^b]: Beta.\n" });
    expect(notes(sections[0])).toEqual(["1 a ×1: See.", "2 b ×1: Beta."]);
  });

  it("may stand in the line, and hold several paragraphs", () => {
    const { sections } = resolved({ "1.md": "# A\n\nx^[In *line*.] y[^a]\n\n[^a]: One.\n\n    Two.\n" });
    expect(notes(sections[0]).map((note) => note.replace(/ .*×/, " ×"))).toEqual([
      "1 ×1: In line.",
      "2 ×1: One.\nTwo.",
    ]);
  });

  it("are reported when undefined, unused or defined twice, where they stand", () => {
    const text = "Word\nand[^x] *so[^y]*\n\nz[^a]\n\n[^a]: Alpha.\n\n[^a]: Again.\n\n[^u]: Unused.\n";
    expect(told(fileOf(text).diagnostics).sort()).toEqual([
      "10:1 note/unused",
      "2:12 note/undefined",
      "2:4 note/undefined",
      "8:1 note/duplicate",
    ]);
  });
});
