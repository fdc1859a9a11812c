import { describe, expect, it } from "vitest";
import type { Inline, Text } from "../../src/book/model.ts";
import { inlinesOf, walkInlines } from "../../src/book/walk.ts";
import { fileOf } from "./book-of.ts";

/** Text nodes with the part of the source line that their span points to. */
function pointed(source: string): { text: string; source: string }[] {
  const lines = source.split("\n");
  const { blocks, notes } = fileOf(source).file;
  const nodes = walkInlines([...inlinesOf(blocks), ...notes.flatMap((note) => inlinesOf(note.children))]);
  const texts = nodes.filter((node: Inline): node is Text => node.kind === "text" && node.text.trim() !== "");
  return texts.map(({ text, span }) => ({ text, source: lines[span.line - 1]?.slice(span.column - 1) ?? "" }));
}

const SAMPLE = `---
title: Headed
---

# A heading with *stress* in it

Plain words and *em* and **strong *both* of them** to the end
and a second line with \`code\` in it.

> A quotation
> of two lines, *stressed
> over* the line end.
>
> > Nested, with [a link](x.md) inside
> > - item **bold** one
> >   continued
> >
> >   1. 1 is a number
> >   2. 2 follows

- - dashes
  - in dashes

a*b is no *emphasis, [nor] this a link! *yes*

Spaces  
break [link](y.md) and [*styled*](z.md) tail

| one | one |
|-----|-----|
| two | *two* two |

Setext heading
==============

## Closed heading ##
`;

describe("the place of a text", () => {
  const found = pointed(SAMPLE);

  it("is where its first character stands", () => {
    const wrong = found.filter(({ text, source }) => source[0] !== text[0]);
    expect(wrong).toEqual([]);
  });

  it("is found for all of them", () => {
    const texts = found.map(({ text }) => text.trim());
    for (const text of ["stress", "Nested, with", "bold", "1 is a number", "in dashes", "Closed heading"]) {
      expect(texts).toContain(text);
    }
    expect(found.length).toBeGreaterThan(35);
  });

  it("is told apart among equal words", () => {
    const columns = (text: string) =>
      walkInlines(inlinesOf(fileOf(text).file.blocks)).flatMap(({ kind, span }) =>
        kind === "text" ? [`${span.line}:${span.column}`] : [],
      );
    expect(columns("1. 1\n2. 2")).toEqual(["1:4", "2:4"]);
    expect(columns("| a | a |\n|---|---|\n| b | b |")).toEqual(["1:3", "1:7", "3:3", "3:7"]);
    expect(columns("> a > a")).toEqual(["1:3"]);
    expect(columns("x *y* **z")).toEqual(["1:1", "1:4", "1:6"]);
    expect(columns("*y** z")).toEqual(["1:2", "1:4"]);
    expect(columns("a\n  *b* c")).toEqual(["1:1", "2:4", "2:6"]);
    expect(columns("<https://example.org>")).toEqual(["1:2"]);
  });
});
