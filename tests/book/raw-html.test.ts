import { describe, expect, it } from "vitest";
import { fileOf, marked, textOf, told } from "./book-of.ts";
import { printElements } from "./print-elements.ts";

/** The elements of a file without a heading, and what is said. */
function html(text: string) {
  const [section] = marked({ "1.md": text });
  const printed = (section?.root.children ?? []).map((node) => printElements(node)).join("\n");
  return { printed, said: told(fileOf(text).diagnostics) };
}

describe("raw HTML", () => {
  it("div holds Markdown over blank lines", () => {
    const text = `<div class="letter short" id="l1" lang="fr">\n\nDear *you*,\n\n- item\n\n</div>\n\nAfter.`;
    expect(html(text)).toEqual({
      printed: `div#l1.letter.short[lang=fr][xml:lang=fr]
  p("Dear " em("you") ",")
  ul
    li("item")
p("After.")`,
      said: [],
    });
  });

  it("divs nest, and hold text on their own lines", () => {
    expect(html("<div class=a>\nIn *a*.\n<div class=b>\n\nIn b.\n\n</div>\n</div>\n\nOut.")).toEqual({
      printed: `div.a
  p("In " em("a") ".")
  div.b
    p("In b.")
p("Out.")`,
      said: [],
    });
  });

  it("span and its like wrap words", () => {
    const text = 'A <span class="x y" id=s lang=la>b *c*</span> <sub>d</sub><sup>e</sup> <i>f</i> <b>g</b><br>h';
    expect(html(text)).toEqual({
      printed:
        'p("A " span#s.x.y[lang=la][xml:lang=la]("b " em("c")) " " sub("d") sup("e") " " em("f") " " strong("g") br() "h")',
      said: [],
    });
  });

  it("a tag that is not known is left out, with a warning; its text stays", () => {
    expect(html("A <blink>restless</blink> word.")).toEqual({
      printed: 'p("A restless word.")',
      said: ["1:3 markdown/raw-html"],
    });
    expect(html("Before.\n\n<marquee>\nrunning *text*\n</marquee>")).toEqual({
      printed: 'p("Before.")\np("running " em("text"))',
      said: ["3:1 markdown/raw-html"],
    });
  });

  it.each([
    "<div>\n\nOne *two* three.\n\nFour.",
    "One <span>two *three*</span\n\nFour.",
    "One <span>two *three\n\nFour.",
    "One two</span> three</div>\n\n</div>\n\nFour.",
    "One *two <b>three* </b>\n\nFour.",
    "> <div>\n> One two\n\nthree\n\n</div>\n\nFour.",
    "- <div>\n\n  One two\n\nthree\n\n</div>\n\nFour.",
    "<div>\nOne <i>two\n\nthree</i>\n</div>\n\nFour.",
    "<blink>\nOne two\n\nthree\n\nFour.",
    "<div\n\nOne two three\n\nFour.",
    "<div class='x>\nOne two three\n\nFour.",
    "One <!-- two three\n\nFour.",
  ])("unclosed or stray tags lose nothing: %j", (text) => {
    const words = textOf(fileOf(text).file.blocks).match(/\b(?:one|two|three|four)\b/gi);
    expect(words).toEqual(["One", ..."two three Four".split(" ")]);
  });

  it("comments are dropped", () => {
    const text = "A<!-- b --> c.\n\n<!-- alone\n\nand *long* -->\n\n<!-- d -->\n\nE.";
    expect(html(text)).toEqual({ printed: 'p("A c.")\np("E.")', said: [] });
  });
});
