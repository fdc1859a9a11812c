/** Verse, as authors mark it and as it is recognised, and the passages between lines of colons that hold it. */
import { describe, expect, it } from "vitest";
import type { ElementNode } from "../../src/book/element.ts";
import { fileOf, marked, told } from "./book-of.ts";

/** The first section's elements in short: names and classes, `<em>text</em>`. */
function elements(text: string): string[] {
  const [section] = marked({ "1.md": text });
  return (section?.root.children ?? []).map(show);
}

function show(node: ElementNode): string {
  if (node.kind === "text") return node.text;
  const { name, classes, id } = node;
  if (name === "br") return "<br/>";
  const inside = name === "div" && id !== undefined ? `#${id}` : "";
  return `<${[name, ...classes].join(".")}${inside}>${node.children.map(show).join("")}</${name}>`;
}

const PROSE =
  "Prose goes on for longer than a line of verse does, and has no line that anybody has ended by hand.";
const stanza = (...lines: readonly string[]): string =>
  `<p>${lines.map((line) => `<span.line>${line}</span>`).join("<br/>")}</p>`;
const verse = (...stanzas: readonly string[]): string => `<div.verse>${stanzas.join("")}</div>`;

describe("a passage between lines of colons", () => {
  it("has the names that stand behind the first colons, in Pandoc's manner too", () => {
    expect(elements("::: a b\nText.\n:::")).toEqual(["<div.a.b><p>Text.</p></div>"]);
    expect(elements("::: {.a #here .b} :::\nText.\n:::")).toEqual(["<div.a.b#here><p>Text.</p></div>"]);
  });

  it("holds others, each ended by the next line of colons, however many there are", () => {
    expect(elements("::: a\n:::::: b\nOne.\n:::\nTwo.\n::::\n\nThree.")).toEqual([
      "<div.a><div.b><p>One.</p></div><p>Two.</p></div>",
      "<p>Three.</p>",
    ]);
  });

  it("ends a paragraph, stands in quotations, and is not ended by colons in code", () => {
    expect(elements("Before\n::: a\nIn.\n:::\nAfter")).toEqual([
      "<p>Before</p>",
      "<div.a><p>In.</p></div>",
      "<p>After</p>",
    ]);
    expect(elements("> ::: a\n> In.\n> :::\n\nAfter")).toEqual([
      "<blockquote><div.a><p>In.</p></div></blockquote>",
      "<p>After</p>",
    ]);
    expect(elements("::: a\n```\n:::\n```\n:::\n\nAfter").at(-1)).toBe("<p>After</p>");
  });

  it("is text if no name follows, and a warning if it has no end", () => {
    expect(elements("::: 3 + 4\n\nText.")).toEqual(["<p>::: 3 + 4</p>", "<p>Text.</p>"]);
    expect(told(fileOf("One.\n\n::: a\nText.\n").diagnostics)).toEqual(["3:1 markdown/unclosed"]);
    expect(told(fileOf("::: a\nText.\n:::\n").diagnostics)).toEqual([]);
  });
});

describe("verse", () => {
  it("keeps the author's lines and how far they are indented", () => {
    const expected = [verse(stanza("One,", "\u2003two,", "\u2002three."), stanza("Four."))];
    expect(elements("::: verse\nOne,\n  two,\n three.\n\nFour.\n:::")).toEqual(expected);
    expect(elements('<div class="verse">\n\nOne,\n  two,\n three.\n\nFour.\n\n</div>')).toEqual(expected);
    expect(elements('<div class="verse">\nOne,\n  two,\n three.\n</div>\n\nProse\nhere.')).toEqual([
      verse(stanza("One,", "\u2003two,", "\u2002three.")),
      "<p>Prose here.</p>",
    ]);
  });

  it("has each line to itself, whatever wraps several of them", () => {
    expect(elements("::: verse\nOne *two,\n  three* four.\n:::")).toEqual([
      verse(stanza("One <em>two,</em>", "<em>\u2003three</em> four.")),
    ]);
  });

  it("is recognised where each line of a paragraph is ended by hand", () => {
    expect(elements(`${PROSE}\n\nOne,\\\ntwo,\\\nthree.\n\nFour,\\\nfive.\n\n${PROSE}`)).toEqual([
      `<p>${PROSE}</p>`,
      verse(stanza("One,", "two,", "three."), stanza("Four,", "five.")),
      `<p>${PROSE}</p>`,
    ]);
    expect(elements("> He wrote:\n>\n> One,\\\n> two,\\\n> three.")).toEqual([
      `<blockquote><p>He wrote:</p>${verse(stanza("One,", "two,", "three."))}</blockquote>`,
    ]);
  });

  it("may have a line that stands alone between stanzas; in a poem, at its ends too", () => {
    const poem = "One,\\\ntwo.\n\nThree.\n\nFour,\\\nfive.";
    const stanzas = [stanza("One,", "two."), stanza("Three."), stanza("Four,", "five.")];
    expect(elements(`${poem}\n\n${PROSE}`)[0]).toBe(verse(...stanzas));
    expect(elements(`${poem}\n\nSix.`)).toEqual([verse(...stanzas, stanza("Six."))]);
  });

  it("is neither an address of two lines nor prose with line breaks in it", () => {
    expect(elements("Yours,\\\nJane")).toEqual(["<p>Yours,<br/>Jane</p>"]);
    const long = "A line of prose that is a good deal longer than any line of verse would be, even Whitman's";
    expect(elements(`${long}\\\n${long}\\\n${long}`)[0]).not.toContain("div.verse");
  });
});
