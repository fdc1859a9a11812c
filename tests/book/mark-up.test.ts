import fc from "fast-check";
import { expect, it } from "vitest";
import { marked } from "./book-of.ts";
import { printElements, textOfElements } from "./print-elements.ts";

const CHAPTER = `# The *First*

It began[^n] with \`code\` and [a link](#below),\\
a **strong** one.[^n]

> Quoted.
>
> 3. three
> 4. four

## Below

![A map](map.png "The island")

***

- loose

- items

\`\`\`js run
let x;
\`\`\`

| L | R |
|:--|--:|
| 1 | 2 |

[^n]: A note.
`;

it("a chapter in elements", () => {
  const [section] = marked({ "one.md": CHAPTER });
  if (!section) throw new Error("There is no section.");
  expect(section).toMatchObject({ id: "one", role: "chapter", title: "The First" });
  expect(section.headings).toMatchObject([{ id: "below", title: "Below", children: [] }]);
  const printed = printElements(section.root).replaceAll(/\[src=[^\]]*\//g, "[src=…/");
  expect(printed).toBe(`section.chapter[epub:type=chapter][role=doc-chapter]
  h1#the-first("The " em("First"))
  p("It began" a#noteref-1.noteref[href=one.xhtml#note-1][epub:type=noteref][role=doc-noteref]("1") " with " code("code") " and " a[href=one.xhtml#below]("a link") "," br() "a " strong("strong") " one." a#noteref-1-2.noteref[href=one.xhtml#note-1][epub:type=noteref][role=doc-noteref]("1"))
  blockquote
    p("Quoted.")
    ol[start=3]
      li("three")
      li("four")
  h2#below("Below")
  figure
    img[src=…/map.png][alt=A map]
    figcaption("The island")
  hr
  ul
    li
      p("loose")
    li
      p("items")
  pre
    code.language-js("let x;\\n")
  table
    thead
      tr
        th.left[scope=col]("L")
        th.right[scope=col]("R")
    tbody
      tr
        td.left("1")
        td.right("2")
  section.footnotes[epub:type=footnotes]
    aside#note-1.footnote[epub:type=footnote][role=doc-footnote]
      p(a.backlink[href=one.xhtml#noteref-1][role=doc-backlink]("1") " " "A note.")`);
});

/** Markdown whose words are all `w`, to be counted through afterwards. */
type Piece = readonly string[];

const styled = fc
  .array(fc.tuple(fc.constantFrom("w", "*w*", "**w**", "***w w***", "*w **w** w*", "[w](#top)", "`w`", "~~w~~")), {
    minLength: 1,
    maxLength: 6,
  })
  .map((words) => words.join(" "));

const { blocks } = fc.letrec<{ block: Piece; blocks: Piece }>((tie) => ({
  blocks: fc
    .array(tie("block"), { minLength: 1, maxLength: 3, depthIdentifier: "nesting" })
    .map((all) => all.flatMap((lines, i) => (i === 0 ? lines : ["", "<!-- -->", "", ...lines]))),
  block: fc.oneof(
    { depthIdentifier: "nesting", maxDepth: 5, withCrossShrink: true },
    fc.array(styled, { minLength: 1, maxLength: 3 }),
    tie("blocks").map((lines) => lines.map((line) => `> ${line}`)),
    tie("blocks").map((lines) => lines.map((line, i) => (i === 0 ? `- ${line}` : `  ${line}`))),
    tie("blocks").map((lines) => lines.map((line, i) => (i === 0 ? `7. ${line}` : `   ${line}`))),
    tie("blocks").map((lines) => ["<div>", "", ...lines, "", "</div>"]),
  ),
}));

it("every word comes out once and in order, however it is nested", () => {
  fc.assert(
    fc.property(blocks, (lines) => {
      let count = 0;
      const text = ["# Top", "", ...lines].join("\n").replace(/\bw\b/g, () => `w${count++}`);
      const [section, ...more] = marked({ "1.md": text });
      expect(more).toEqual([]);
      const words = section && textOfElements(section.root).match(/w\d+/g);
      expect(words).toEqual(Array.from({ length: count }, (_, i) => `w${i}`));
    }),
    { numRuns: 300 },
  );
});
