/**
 * The prose of a book, in the runs that its speech may take.
 *
 * Comes in: resolved sections. Goes out: the prose of every block with its language, grouped: a section's own blocks are a run, and so
 * are those of each quotation, item, cell and note in it.
 */
import type { Block, Figure, Inline, Section } from "./model.ts";
import { type Prose, readProse } from "./prose.ts";

/** The prose of one block. */
export interface ProseBlock {
  /** By these nodes it is found again. */
  readonly nodes: readonly Inline[];
  readonly prose: Prose;
  /** Something else stands between this block and the one before it in the run. */
  readonly afterGap: boolean;
}

export interface ProseRun {
  readonly language: string;
  readonly blocks: readonly ProseBlock[];
}

/** What is text but not made of inline nodes: a picture's words. */
export type PictureWords = Readonly<Partial<Record<"alt" | "title", readonly Inline[]>>>;

export interface GatheredProse {
  readonly runs: readonly ProseRun[];
  readonly pictures: ReadonlyMap<Figure["image"], PictureWords>;
}

/** `language` is the book's. */
export function gatherProse(sections: readonly Section[], language: string): GatheredProse {
  const runs: ProseRun[] = [];
  const pictures = new Map<Figure["image"], PictureWords>();

  const addLone = (nodes: readonly Inline[], spoken: string): void => {
    runs.push({ language: spoken, blocks: [{ nodes, prose: readProse(nodes), afterGap: false }] });
  };
  const addPicture = ({ image }: Figure, spoken: string): void => {
    const { alt, title, span } = image;
    const words = {
      alt: [{ kind: "text", text: alt, span }],
      ...(title !== undefined && { title: [{ kind: "text", text: title, span }] }),
    } as const satisfies PictureWords;
    pictures.set(image, words);
    for (const nodes of Object.values(words)) addLone(nodes, spoken);
  };
  const addRun = (blocks: readonly Block[], spoken: string): void => {
    const own: ProseBlock[] = [];
    runs.push({ language: spoken, blocks: own });
    let afterGap = false;
    for (const block of blocks) {
      switch (block.kind) {
        case "heading":
        case "paragraph":
          own.push({ nodes: block.children, prose: readProse(block.children), afterGap });
          break;
        case "quotation":
          addRun(block.children, spoken);
          break;
        case "division":
          addRun(block.children, block.language ?? spoken);
          break;
        case "list":
          for (const item of block.items) addRun(item.children, spoken);
          break;
        case "table":
          for (const cell of [block.head, ...block.rows].flat()) addLone(cell.children, spoken);
          break;
        case "figure":
          addPicture(block, spoken);
          break;
        case "codeBlock":
        case "sceneBreak":
          break;
      }
      afterGap = block.kind !== "paragraph" && block.kind !== "heading" && block.kind !== "sceneBreak";
    }
  };
  for (const section of sections) {
    const spoken = section.language ?? language;
    addRun(section.blocks, spoken);
    for (const note of section.notes) addRun(note.children, spoken);
  }
  return { runs, pictures };
}
