import { describe, expect, it } from "vitest";
import { parseMarkdown } from "../../src/markdown/parse-markdown.ts";
import type { BlockSyntax, InlineSyntax, Place } from "../../src/markdown/syntax.ts";

type Syntax = BlockSyntax | InlineSyntax;

/** Every node with its place, as `kind@line:column+length`. */
function places(text: string): string[] {
  return parseMarkdown(text).flatMap(list);
}

function list(node: Syntax): string[] {
  return [`${node.kind}@${show(node.place)}`, ...childrenOf(node).flatMap(list)];
}

function show({ line, column, length }: Place): string {
  return `${line}:${column}+${length}`;
}

function childrenOf(node: Syntax): readonly Syntax[] {
  if (node.kind === "list") return node.items.flatMap((item) => item.children);
  if (node.kind === "table") return [...node.head, ...node.rows.flat()].flatMap((cell) => cell.children);
  return "children" in node ? node.children : [];
}

function textOf(node: Syntax): string {
  return "text" in node ? node.text : childrenOf(node).map(textOf).join("");
}

describe("places", () => {
  it("of blocks begin at their first mark", () => {
    const text = "> # A\n>\n> ***\n\n  - b\n\n        code\n";
    expect(places(text)).toEqual([
      "quotation@1:1+5",
      "heading@1:3+3",
      "text@1:5+1",
      "thematicBreak@3:3+3",
      "list@5:3+3",
      "paragraph@5:5+1",
      "text@5:5+1",
      "codeBlock@7:9+4",
    ]);
  });

  it("of inline nodes reach from their first mark to their last", () => {
    expect(places("a **b** [c *d*](e) `f`<i>")).toEqual([
      "paragraph@1:1+25",
      "text@1:1+2",
      "strong@1:3+5",
      "text@1:5+1",
      "text@1:8+1",
      "link@1:9+10",
      "text@1:10+2",
      "emphasis@1:12+3",
      "text@1:13+1",
      "text@1:19+1",
      "code@1:20+3",
      "tag@1:23+3",
    ]);
  });

  it("count what escapes and entities take in the source", () => {
    expect(places("\\*&amp;\\* *x*")).toEqual([
      "paragraph@1:1+13",
      "text@1:1+10",
      "emphasis@1:11+3",
      "text@1:12+1",
    ]);
  });

  it("of marks that turn out to be text are their own", () => {
    expect(places("***a** b")).toEqual([
      "paragraph@1:1+8",
      "text@1:1+1",
      "strong@1:2+5",
      "text@1:4+1",
      "text@1:7+2",
    ]);
  });

  it("survive tabs, lazy lines and an escaped bar", () => {
    expect(places(">\ta *b*\nc *d*")).toContain("emphasis@2:3+3");
    expect(places("| a \\| *b* | *c* |\n|--|--|\n|d|*e*|")).toEqual([
      "table@1:1+18",
      "text@1:3+4",
      "emphasis@1:8+3",
      "text@1:9+1",
      "emphasis@1:14+3",
      "text@1:15+1",
      "text@3:2+1",
      "emphasis@3:4+3",
      "text@3:5+1",
    ]);
    expect(places("# a *b* ##")).toContain("emphasis@1:5+3");
  });

  it("of inline notes count through their text", () => {
    expect(places("a ^[b *c*] d").slice(2)).toEqual([
      "inlineNote@1:3+8",
      "text@1:5+2",
      "emphasis@1:7+3",
      "text@1:8+1",
      "text@1:11+2",
    ]);
  });

  it("count from the line that the text begins on", () => {
    const [paragraph] = parseMarkdown("a", 7);
    expect(paragraph?.place).toEqual({ line: 7, column: 1, length: 1 });
  });
});

describe("nothing is lost", () => {
  it("however deep quotations and lists go", () => {
    for (const mark of ["> ", "- "]) {
      const text = parseMarkdown(`${mark.repeat(500)}deep\n\nafter`)
        .map(textOf)
        .join(" ");
      expect(text.match(/deep|after/g)).toEqual(["deep", "after"]);
    }
  });

  it("however deep emphasis goes, nor does the stack", () => {
    const text = `${"*a **a ".repeat(3000)}b${" a** a*".repeat(3000)}`;
    const words = parseMarkdown(text).map(textOf).join("").match(/[ab]/g);
    expect(words).toHaveLength(12001);
  });

  it("in HTML that is never closed", () => {
    expect(parseMarkdown("<!-- open\n\n*text*").map(textOf).join("")).toContain("text");
    expect(parseMarkdown("<pre>\n*a*\n\nb").map(textOf).join("")).toBe("\n*a*\n\nb");
  });
});

/** Each would keep a parser that backtracks busy for longer than any test may run. */
it.each([
  "[".repeat(20_000),
  "![[]()".repeat(5_000),
  `${"a^[".repeat(2_000)}b`,
  "[^a".repeat(10_000),
  "<div>".repeat(5_000),
  "**a".repeat(10_000),
])("hostile text %#, comes to an end", (text) => {
  expect(parseMarkdown(text).length).toBeGreaterThan(0);
});
