import { describe, expect, test } from "vitest";
import type { Element, ElementNode, TextNode } from "../../src/book/element.ts";
import { computeStyles } from "../../src/style/cascade.ts";
import { type GeneratedTrees, generateContent } from "../../src/style/generate-content.ts";
import { a, chapter, el, em, h1, p } from "../support/elements.ts";
import { sheet } from "./support.ts";

/** The trees of sections after generation; the first is called `one`, the next `two`. */
function generate(css: string, ...bodies: readonly (readonly Element[])[]): GeneratedTrees {
  const names = ["one", "two", "three"];
  const sections = bodies.map((body, i) => ({
    ...chapter(names[i] ?? "x", ""),
    root: el("section.chapter", {}, ...body),
  }));
  const styles = computeStyles(
    sheet(css),
    sections.map((section) => section.root),
    "en",
  );
  const trees = generateContent(sections, styles, "en");
  return trees.withPages?.({ labelOf: (anchor, style) => `${style}(${anchor})` }) ?? trees;
}

/** Text with what is added in brackets, `before:` and so on; other elements in their names. */
function show(node: ElementNode): string {
  if (node.kind === "text") return node.text;
  const inside = node.children.map(show).join("");
  if (node.generated) return `[${node.generated}: ${inside}]`;
  return node.name === "section" ? inside : `<${node.name}>${inside}</${node.name}>`;
}

const shown = (css: string, ...body: readonly Element[]): string =>
  generate(css, body)
    .sections.map((section) => show(section.root))
    .join("|");

const texts = (node: ElementNode): TextNode[] => (node.kind === "text" ? [node] : node.children.flatMap(texts));

describe("::before and ::after", () => {
  test("are elements at the ends of theirs", () => {
    expect(
      shown("p::before { content: 'a' 'b' } p::after { content: attr(title) }", el("p", { title: "t" }, "x")),
    ).toBe("<p>[before: ab]x[after: t]</p>");
  });
  test("without content there are none, and with an empty box there is one", () => {
    expect(shown("p::before { color: red } p::after { content: none }", p("x"))).toBe("<p>x</p>");
    expect(shown("p::before { content: '' }", p("x"))).toBe("<p>x</p>");
    expect(shown("p::before { content: ''; display: block; border-top: 1pt solid }", p("x"))).toBe(
      "<p>[before: ]x</p>",
    );
  });
  test("have styles of their own, which inherit from their element's", () => {
    const { sections, styleOf } = generate(
      "p { font-size: 20pt; color: red } p::before { content: 'a'; font-size: 0.5em }",
      [p("x")],
    );
    const [paragraph] = sections[0]?.root.children ?? [];
    const [before] = paragraph?.kind === "element" ? paragraph.children : [];
    expect(before?.kind === "element" && styleOf(before)).toMatchObject({ fontSize: 10, color: [1, 0, 0] });
  });
  test("newlines end lines where spaces are kept", () => {
    const css = (space: string) => `h1::before { content: 'Part\\A One'; white-space: ${space} }`;
    expect(shown(css("pre"), h1("x"))).toBe("<h1>[before: Part<br></br>One]x</h1>");
    expect(shown(css("normal"), h1("x"))).toBe("<h1>[before: Part\nOne]x</h1>");
  });
  test("what no rule touches stays the same object", () => {
    const [first, second] = [p("a"), p(em("b"))];
    const { sections } = generate("em::before { content: '(' }", [first, second]);
    const [one, two] = sections[0]?.root.children ?? [];
    expect(one).toBe(first);
    expect(two).not.toBe(second);
    expect(two?.kind === "element" && two.of).toBe(second);
    expect(sections[0]?.root.of?.children[1]).toBe(second);
    const plain = generate("p { color: red }", [first]);
    expect(plain.sections[0]?.root.of).toBeUndefined();
  });
  test("text says what it is added to", () => {
    const paragraph = p("x");
    const { sections } = generate("p::before { content: 'a' }", [paragraph]);
    const [added, own] = sections.flatMap((section) => texts(section.root));
    expect(added?.addedTo).toBe(paragraph);
    expect(own).toBe(paragraph.children[0]);
  });
  test("hidden elements get none", () => {
    expect(shown("p { display: none } p::before { content: 'a' }", p("x"))).toBe("<p>x</p>");
  });
});

describe("counters", () => {
  const css = `body { counter-reset: chapter } h1 { counter-increment: chapter; counter-reset: section }
    h1::before { content: counter(chapter, upper-roman) '. ' }
    h2 { counter-increment: section } h2::before { content: counter(chapter) '.' counter(section, lower-alpha) ' ' }`;
  const h2 = (text: string) => el("h2", {}, text);
  test("count through the book", () => {
    const { sections } = generate(css, [h1("A"), h2("a"), h2("b")], [h1("B"), h2("c")]);
    expect(sections.map((section) => show(section.root))).toEqual([
      "<h1>[before: I. ]A</h1><h2>[before: 1.a ]a</h2><h2>[before: 1.b ]b</h2>",
      "<h1>[before: II. ]B</h1><h2>[before: 2.a ]c</h2>",
    ]);
  });
  test("nest, and counters() shows them all", () => {
    const li = (...children: (string | Element)[]) => el("li", {}, ...children);
    const list = el("ol", {}, li("a"), li("b", el("ol", {}, li("c"), li("d"))), li("e"));
    expect(shown("li::marker { content: counters(list-item, '.') ' ' }", list)).toBe(
      "<ol><li>[marker: 1 ]a</li><li>[marker: 2 ]b<ol><li>[marker: 2.1 ]c</li><li>[marker: 2.2 ]d</li></ol></li><li>[marker: 3 ]e</li></ol>",
    );
  });
  test("set, increase by more than one, and end with their scope", () => {
    const rule = `div { counter-reset: n 5 } p { counter-increment: n 2 } p.x { counter-set: n 40 } p::before { content: counter(n) }`;
    expect(shown(rule, el("div", {}, p("a"), el("p.x", {}, "b"), p("c")), p("d"))).toBe(
      "<div><p>[before: 7]a</p><p>[before: 40]b</p><p>[before: 42]c</p></div><p>[before: 44]d</p>",
    );
    expect(shown(rule, el("section", {}, el("div", {}, p("a"))), p("d"))).toContain("<p>[before: 2]d</p>");
  });
  test("a pseudo-element counts before it shows", () => {
    expect(shown("p::before { counter-increment: n; content: counter(n) }", p("a"), p("b"))).toBe(
      "<p>[before: 1]a</p><p>[before: 1]b</p>",
    );
    expect(
      shown(
        "section { counter-reset: n } p::before { counter-increment: n; content: counter(n) }",
        p("a"),
        p("b"),
      ),
    ).toBe("<p>[before: 1]a</p><p>[before: 2]b</p>");
  });
  test("hidden elements do not count", () => {
    expect(
      shown(
        "p { counter-increment: n } .x { display: none } p::before { content: counter(n) } section { counter-reset: n }",
        p("a"),
        el("p.x", {}, "b"),
        p("c"),
      ),
    ).toBe("<p>[before: 1]a</p><p>b</p><p>[before: 2]c</p>");
  });
});

describe("::marker", () => {
  const list = (name: string, attributes: Readonly<Record<string, string>> = {}) =>
    el(name, attributes, el("li", {}, "a"), el("li", { value: "7" }, "b"), el("li", {}, "c"));
  test.each([
    ["", el("ul", {}, el("li", {}, "a")), "<ul><li>[marker: •]a</li></ul>"],
    ["", list("ol"), "<ol><li>[marker: 1.]a</li><li>[marker: 7.]b</li><li>[marker: 8.]c</li></ol>"],
    [
      "ol { list-style: lower-roman }",
      list("ol", { start: "4" }),
      "<ol><li>[marker: iv.]a</li><li>[marker: vii.]b</li><li>[marker: viii.]c</li></ol>",
    ],
    ["ul { list-style-type: '– ' }", el("ul", {}, el("li", {}, "a")), "<ul><li>[marker: – ]a</li></ul>"],
    ["ul { list-style: none }", el("ul", {}, el("li", {}, "a")), "<ul><li>a</li></ul>"],
    ["li::marker { content: '→' }", el("ul", {}, el("li", {}, "a")), "<ul><li>[marker: →]a</li></ul>"],
    ["li::marker { content: none }", el("ul", {}, el("li", {}, "a")), "<ul><li>a</li></ul>"],
    ["p { display: list-item }", p("x"), "<p>[marker: •]x</p>"],
  ])("%s", (css, element, expected) => {
    expect(shown(css, element)).toBe(expected);
  });
  test("its style is its own", () => {
    const { sections, styleOf } = generate("li::marker { color: red }", [el("ul", {}, el("li", {}, "a"))]);
    const find = (element: Element): Element | undefined =>
      element.generated
        ? element
        : element.children.flatMap((c) => (c.kind === "element" ? (find(c) ?? []) : []))[0];
    const marker = sections[0] && find(sections[0].root);
    expect(marker && styleOf(marker)).toMatchObject({ color: [1, 0, 0], display: "inline" });
  });
});

describe("quotes", () => {
  const css = "em::before { content: open-quote } em::after { content: close-quote }";
  const nested = p(em("a", em("b", em("c"))));
  test("are those of the language, and nest", () => {
    expect(shown(css, nested)).toBe(
      "<p><em>[before: “]a<em>[before: ‘]b<em>[before: ‘]c[after: ’]</em>[after: ’]</em>[after: ”]</em></p>",
    );
  });
  test("are those that the stylesheet says", () => {
    expect(shown(`${css} p { quotes: "«" "»" "‹" "›" }`, p(em("a", em("b"))))).toBe(
      "<p><em>[before: «]a<em>[before: ‹]b[after: ›]</em>[after: »]</em></p>",
    );
    expect(shown(`${css} p { quotes: none }`, p(em("a")))).toBe("<p><em>a</em></p>");
  });
});

describe("::first-letter", () => {
  const css = "p::first-letter { color: red }";
  test.each<[string, Element, string]>([
    ["a letter", p("It was."), "<p>[first-letter: I]t was.</p>"],
    ["marks before it", p("“’Twas it"), "<p>[first-letter: “’T]was it</p>"],
    ["marks after it", p("“A,” he said"), "<p>[first-letter: “A,”] he said</p>"],
    ["French marks with their space", p("«\u00a0Oui"), "<p>[first-letter: «\u00a0O]ui</p>"],
    ["an accent of its own", p("E\u0301tat"), "<p>[first-letter: E\u0301]tat</p>"],
    ["space before it", p(" \nIt"), "<p> \n[first-letter: I]t</p>"],
    ["a figure", p("1812 was"), "<p>[first-letter: 1]812 was</p>"],
    ["in an inline element", p(em("It"), " was"), "<p><em>[first-letter: I]t</em> was</p>"],
    [
      "marks outside, letter inside",
      p("“", em("It"), "”"),
      "<p>[first-letter: “]<em>[first-letter: I]t</em>”</p>",
    ],
    ["a single letter", p("I"), "<p>[first-letter: I]</p>"],
    ["no letter after a dash", p("— it"), "<p>— it</p>"],
    ["none after a picture", p(el("img", { alt: "" }), "It"), "<p><img></img>It</p>"],
    ["none in nothing", p(" "), "<p> </p>"],
  ])("%s", (_, element, expected) => {
    expect(shown(css, element)).toBe(expected);
  });
  test("text that ::before adds counts", () => {
    expect(shown(`${css} p::before { content: 'No. ' }`, p("x"))).toBe("<p>[before: [first-letter: N]o. ]x</p>");
  });
  test("a block's first letter may stand in a block inside it, and an inline element has none", () => {
    expect(shown("div::first-letter { color: red }", el("div", {}, p("It"), p("is")))).toBe(
      "<div><p>[first-letter: I]t</p><p>is</p></div>",
    );
    expect(shown("em::first-letter { color: red }", p(em("It")))).toBe("<p><em>It</em></p>");
  });
  test("the marker of a list item is no part of it", () => {
    expect(shown("li::first-letter { color: red }", el("ol", {}, el("li", {}, "It")))).toBe(
      "<ol><li>[marker: 1.][first-letter: I]t</li></ol>",
    );
  });
  test("pieces of the text name the whole and their place in it", () => {
    const paragraph = p(" “It");
    const pieces = generate(css, [paragraph]).sections.flatMap((section) => texts(section.root));
    expect(pieces.map((piece) => [piece.text, piece.of?.offset])).toEqual([
      [" ", 0],
      ["“I", 1],
      ["t", 3],
    ]);
    expect(pieces.every((piece) => piece.of?.node === paragraph.children[0])).toBe(true);
  });
  test.each([
    ["font-size: 3em; line-height: 1", 3],
    ["font-size: 300%; line-height: 0.8; padding-top: 2pt", 2],
    ["font-size: 4em; line-height: 1; margin: 0.1em 0", 4],
    ["font-size: 3em; initial-letter: 5", 5],
  ])("one that floats to the left is as high as its lines: %s", (css, size) => {
    const rules = `body { font-size: 10pt; line-height: 12pt } p::first-letter { float: left; ${css} }`;
    const { sections, styleOf } = generate(rules, [p("It was")]);
    const letter = sections
      .flatMap((section) => elements(section.root))
      .find((e) => e.generated === "first-letter");
    expect(letter && styleOf(letter).initialLetter).toEqual({ size, sink: size });
  });
  test("it takes after the element that the letter stands in", () => {
    const { sections, styleOf } = generate("em { color: red } p::first-letter { font-size: 2em }", [p(em("It"))]);
    const [text] = sections.flatMap((section) => texts(section.root));
    const letter = sections.flatMap((section) => elements(section.root)).find((e) => e.children[0] === text);
    expect(letter && styleOf(letter)).toMatchObject({ color: [1, 0, 0], fontStyle: "italic", fontSize: 22 });
  });
});

const elements = (element: Element): Element[] => [
  element,
  ...element.children.flatMap((child) => (child.kind === "element" ? elements(child) : [])),
];

describe("what stands elsewhere", () => {
  const css = `h1 { counter-increment: chapter } a::after { content: ' (' counter-of ')' }`;
  const link = a("two.xhtml#there", "see");
  test.each([
    ["target-counter(attr(href), chapter)", "2"],
    ["target-counter(attr(href), page, lower-roman)", "lower-roman(two.xhtml#there)"],
    ["target-text(attr(href))", "Second"],
    ["target-text(attr(href), first-letter)", "S"],
    ["target-counter('#here', chapter, upper-roman)", "I"],
  ])("%s", (list, text) => {
    const { sections } = generate(
      `body { counter-reset: chapter } ${css.replace("counter-of", list)}`,
      [el("h1#here", {}, "First"), p(link)],
      [el("h1#there", {}, "Second")],
    );
    expect(sections[0] && show(sections[0].root)).toContain(`<a>see[after:  (${text})]</a>`);
  });
  test("a leader is an element of its own", () => {
    expect(shown("p::after { content: leader('. ') 'x' }", p("a"))).toBe("<p>a[after: [leader: . ]x]</p>");
  });
});

describe("notes", () => {
  const note = el("aside#note-3.footnote", {}, p(el("a.backlink", { href: "one.xhtml#noteref-3" }, "3"), " Text"));
  const call = el("a.noteref", { href: "one.xhtml#note-3" }, "3");
  const body = [p("x", call), el("section.footnotes", {}, note)];
  test("::footnote-call and ::footnote-marker are the two numbers", () => {
    const { styleOf } = generate(
      ".footnote::footnote-call { color: red } ::footnote-marker { color: blue; font-size: 8pt }",
      body,
    );
    expect(styleOf(call).color).toEqual([1, 0, 0]);
    const backlink = elements(note).find((e) => e.classes.includes("backlink"));
    expect(backlink && styleOf(backlink)).toMatchObject({ color: [0, 0, 1], fontSize: 8 });
  });
  test("their content takes the number's place", () => {
    expect(
      shown(
        "::footnote-call { content: counter(footnote, lower-alpha) } ::footnote-marker { content: counter(footnote) '. ' }",
        ...body,
      ),
    ).toBe("<p>x<a>c</a></p><aside><p><a>3. </a> Text</p></aside>");
  });
  test("a rule for notes of one kind leaves the others", () => {
    const { styleOf } = generate(".endnote::footnote-call { color: red }", body);
    expect(styleOf(call).color).toEqual([0, 0, 0]);
  });
});

test("content of an element takes the place of what it holds", () => {
  expect(shown("hr { content: '❦' }", el("hr", {}))).toBe("<hr>❦</hr>");
});
