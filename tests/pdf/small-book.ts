/** A small book with everything in it, on small pages. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { buildBooks } from "../../src/build.ts";
import { PNG } from "../support/images.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

const CSS = `
@page { size: 240pt 300pt; margin: 24pt }
body { font-family: "EB Garamond"; font-size: 10pt; line-height: 12pt }
section.chapter, section.part { break-before: page }
h1, h2 { margin: 12pt 0; break-after: avoid }
p { margin: 0; text-align: justify; hyphens: auto }
li { margin-left: 16pt }
.noteref { vertical-align: super }
.caps { font-variant-caps: small-caps }
.framed p::before { content: "Before. " }
.framed p::after { content: " After." }
.framed p { border-bottom: 1pt solid black }
.framed p::first-letter { font-size: 20pt }
code { font-family: "Source Code Pro"; font-size: 8pt }
`;

/** Of long words, so that some are broken; with the chapter's beginning more than a page. */
export const LONG =
  "Notwithstanding considerable misunderstandings, international representatives unquestionably acknowledged " +
  "the extraordinarily disproportionate responsibilities; nevertheless well-intentioned self-sufficient " +
  "parliamentarians, characteristically uncompromising, misrepresented interdepartmental recommendations, " +
  "and straightforwardly counterproductive administrative reorganisations overshadowed the revolutionary " +
  "transformation of institutional arrangements until superintendents unceremoniously rehabilitated them.";

export const BOOK = {
  "book.yaml": "title: Fish & Chips\nauthor: A. <Cook>\nlanguage: en-GB\nstyle: small.css\n",
  "small.css": CSS,
  "fish.png": PNG,
  "1-part.md": "# Part One\n",
  "2-chapter.md": `## The First

Plain, *leaning*, **strong** and <span lang="fr">le mot juste</span>; <span class="caps">Small Caps</span>, an office, 10 000 men.

> Quoted text.

A note[^n] and a link to [the shop](https://example.org/ "The shop's page") and [the next](3-chapter.md).

[^n]: In the note, *itself*.

${LONG}

<div class="framed">

Drop capital, *leaning* and straight.

</div>

### Lists

- One
- Two
    1. Inner
    2. Second

    Loose.

***

| Fish | Price |
| ---- | ----: |
| Cod  |       |
| Hake | 3     |

![A fish.](fish.png "Caught here")

\`\`\`js
if (fish) {
    fry();
}
\`\`\`

Use \`fry()\` well.
`,
  "3-chapter.md": "## The Second\n\nThe end, by the [first chapter](2-chapter.md).\n",
};

/** The path of the book's PDF. */
export async function buildPdf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = scratchFolder(files);
  const built = await buildBooks({ folder, only: "pdf", env: { SOURCE_DATE_EPOCH: "1767225600" } });
  const [book] = built.books;
  if (!book) throw new Error(built.diagnostics.map((d) => d.message).join("\n"));
  const file = path.join(folder, "book.pdf");
  writeFileSync(file, book.bytes);
  return file;
}
