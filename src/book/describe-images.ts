/**
 * Pictures and their descriptions.
 *
 * Comes in: nodes of the book. Goes out: the same, with pictures inside something of class `decoration` marked as such; and a
 * warning for every other picture that has no description. It judges no description.
 */
import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import { type Mapping, mapBlocks, mapInlines } from "./map-book.ts";
import type { Block, Division, Image, Inline, Phrase } from "./model.ts";
import { inlinesOf, walkInlines } from "./walk.ts";

const decorate = (image: Image): Image => ({ ...image, decorative: true });

const DECORATION: Mapping = {
  block: (block) => [block.kind === "figure" ? { ...block, image: decorate(block.image) } : block],
  inline: (node) => [node.kind === "image" ? decorate(node) : node],
};

const isDecoration = ({ classes }: Division | Phrase): boolean => classes.includes("decoration");

export function decorateDivision(division: Division): Block {
  return isDecoration(division) ? { ...division, children: mapBlocks(division.children, DECORATION) } : division;
}

export function decoratePhrase(phrase: Phrase): Inline {
  return isDecoration(phrase) ? { ...phrase, children: mapInlines(phrase.children, DECORATION) } : phrase;
}

/** WCAG 2.2, success criterion 1.1.1: what is no decoration needs words that stand for it. */
export function checkDescriptions(blocks: readonly Block[]): Diagnostic[] {
  return walkInlines(inlinesOf(blocks)).flatMap((node) => {
    if (node.kind !== "image" || node.alt !== "" || node.decorative) return [];
    const message = "This picture has no description, so whoever cannot see it misses it.";
    return [
      diagnose(
        "image/no-description",
        node.span,
        message,
        `Say between the brackets what it shows: ![A map of the island](${node.src})`,
        'If it is mere decoration, stand it inside <div class="decoration">.',
      ),
    ];
  });
}
