import { expect, it } from "vitest";
import type { Element, ElementNode } from "../../src/book/element.ts";
import { marked, resolved, told } from "./book-of.ts";

/** The `alt` of every picture, in order; "none" if it has no such attribute. */
function descriptions(markdown: string): string[] {
  const [section] = marked({ "1.md": markdown });
  const find = (node: ElementNode): Element[] =>
    node.kind === "text" ? [] : [...(node.name === "img" ? [node] : []), ...node.children.flatMap(find)];
  return section ? find(section.root).map(({ attributes }) => attributes.alt ?? "none") : [];
}

const saidOf = (markdown: string): string[] => told(resolved({ "1.md": markdown }).diagnostics);

it("a picture with words has them, one without has none, and the author hears of it", () => {
  const markdown = "# One\n\n![A house](a.png)\n\nSee ![](b.png)!\n\n![](c.png)\n";
  expect(descriptions(markdown)).toEqual(["A house", "none", "none"]);
  expect(saidOf(markdown)).toEqual(["5:5 image/no-description", "7:1 image/no-description"]);
});

it("a decoration has an empty description, however deep it stands", () => {
  const markdown = `# One

<div class="wide decoration">

> ![](a.png)

</div>

<span class="decoration">*![](b.png)*</span> and <span class="other">![](c.png)</span>
`;
  expect(descriptions(markdown)).toEqual(["", "", "none"]);
  expect(saidOf(markdown)).toEqual(["9:70 image/no-description"]);
});

it("pictures in notes are asked for too", () => {
  expect(saidOf("# One\n\nWord.[^a]\n\n[^a]: ![](a.png)\n")).toEqual(["5:7 image/no-description"]);
});

it("an empty corner of a table heads nothing", () => {
  const [section] = marked({ "1.md": "# One\n\n|   | A |\n| - | - |\n| x | 1 |\n" });
  const table = section?.root.children[1];
  const cells = (node: ElementNode | undefined): string[] =>
    node?.kind !== "element"
      ? []
      : /^t[hd]$/.test(node.name)
        ? [`${node.name} ${node.attributes.scope}`]
        : node.children.flatMap(cells);
  expect(cells(table)).toEqual(["td undefined", "th col", "td undefined", "td undefined"]);
});
