/**
 * The designs of a made cover.
 *
 * Comes in: words, faces, a palette, a motif. Goes out: a drawing. Each design is one of the ways in which publishers of fine
 * paperbacks have set covers from type alone; none needs a picture.
 */
import type { Outline } from "../fonts/outline.ts";
import { type Drawing, frame, once, placeAt, rectangle, type Shape } from "./drawing.ts";
import type { Motif } from "./motifs.ts";
import type { Palette } from "./palettes.ts";
import { COVER_HEIGHT, COVER_WIDTH, ring, scatter, surround } from "./patterns.ts";
import { setLine } from "./set-text.ts";
import {
  authorBlock,
  type Block,
  type CoverFaces,
  type CoverWords,
  setBlock,
  subtitleBlock,
  titleBlock,
} from "./stack.ts";

/** What all designs are made from. */
export interface DesignParts {
  readonly words: CoverWords;
  readonly faces: CoverFaces;
  readonly palette: Palette;
  readonly motif: Motif;
}

export type Design = (parts: DesignParts) => Drawing;

const MIDDLE = COVER_WIDTH / 2;

/** A patterned paper with a label on it. */
export const label: Design = ({ words, faces, palette, motif }) => {
  const { ground, tone, paper, ink, accent } = palette;
  const width = 1200;
  const inner = width - 250;
  const title = titleBlock(words, faces.title, {
    ...{ width: inner, height: 1000, largest: 230, smallest: 76, leading: 1.12 },
  });
  const subtitle = subtitleBlock(words, faces.italic, inner, 66);
  const author = authorBlock(words.authors, faces.plain, inner, 58);
  const gaps = { subtitle: subtitle.height > 0 ? below(title) : 0, leaf: 280 };
  const content =
    title.height + gaps.subtitle + subtitle.height + (author.height > 0 ? gaps.leaf + author.height : gaps.leaf);
  const height = Math.max(900, content + 2 * 190);
  const left = (COVER_WIDTH - width) / 2;
  const top = Math.round(Math.min(500, (COVER_HEIGHT - height) * 0.4));
  let y = top + (height - content) / 2;
  const titleOutline = setBlock(title, MIDDLE, y, "center");
  y += title.height + gaps.subtitle;
  const subtitleOutline = setBlock(subtitle, MIDDLE, y, "center");
  y += subtitle.height;
  const leafAt = placeAt(MIDDLE, y + gaps.leaf * 0.52, 92, motif.turns[0]);
  const authorOutline = setBlock(author, MIDDLE, y + gaps.leaf, "center");
  return draw(ground, [
    { fill: tone, outline: motif.outline, places: scatter(motif, 150, 92) },
    once(paper, rectangle(left, top, width, height)),
    once(ink, frame(left + 32, top + 32, width - 64, height - 64, 7)),
    once(ink, frame(left + 50, top + 50, width - 100, height - 100, 2)),
    once(ink, [...titleOutline, ...subtitleOutline, ...authorOutline]),
    { fill: legible(accent, paper, ink), outline: motif.outline, places: [leafAt] },
  ]);
};

/** Large type ranged left on plain colour, over a letter grown out of the page. */
export const poster: Design = ({ words, faces, palette }) => {
  const { ground, tone, paper, accent } = palette;
  const [left, width] = [150, COVER_WIDTH - 300];
  const author = authorBlock(words.authors, faces.plain, width, 74);
  const authorTop = 200;
  const ruleTop = authorTop + (author.height > 0 ? author.height + 90 : 0);
  const titleTop = ruleTop + 150;
  const subtitle = subtitleBlock(words, faces.italic, width, 88);
  const publisher = publisherBlock(words, faces.plain, width);
  const height = COVER_HEIGHT - 420 - titleTop - (subtitle.height > 0 ? 220 + subtitle.height : 0);
  const title = titleBlock(words, faces.title, { width, height, largest: 460, smallest: 96, leading: 1.02 });
  return draw(ground, [
    once(tone, grownLetter(words.title, faces)),
    once(accent, rectangle(left, ruleTop, width, 6)),
    once(paper, [
      ...setBlock(author, left, authorTop, "left"),
      ...setBlock(title, left, titleTop, "left"),
      ...setBlock(publisher, left, COVER_HEIGHT - 170 - publisher.height, "left"),
    ]),
    once(accent, setBlock(subtitle, left, titleTop + title.height + below(title), "left")),
  ]);
};

/** An ampersand if the title joins two things, else its first letter: so large that it runs off the page. */
function grownLetter(title: string, faces: CoverFaces): Outline {
  const joined = /\s(?:&|and|und|et|e|y|en|och|og)\s/iu.test(title);
  const letter = joined ? "&" : (/\p{L}|\p{N}/u.exec(title)?.[0] ?? "&").toLocaleUpperCase();
  const lettering = { face: faces.italic, size: 2250 };
  return setLine(letter, lettering, COVER_WIDTH + 130, COVER_HEIGHT + 60, "right");
}

/** A light panel in a border of printers' flowers. */
export const border: Design = ({ words, faces, palette, motif }) => {
  const { ground, paper, ink, accent } = palette;
  const band = 176;
  const inner = COVER_WIDTH - 2 * band - 300;
  const author = authorBlock(words.authors, faces.plain, inner, 64);
  const subtitle = subtitleBlock(words, faces.italic, inner, 70);
  const publisher = publisherBlock(words, faces.plain, inner);
  const gap = author.height > 0 ? 150 : 0;
  const low = COVER_HEIGHT - band - 190 - publisher.height;
  const highest = band + 190;
  const others = author.height + 2 * gap + (subtitle.height > 0 ? 150 + subtitle.height : 0);
  const height = low - 330 - highest - others;
  const title = titleBlock(words, faces.title, { width: inner, height, largest: 270, smallest: 84, leading: 1.1 });
  const content = others + title.height;
  const top = Math.max(highest, 1020 - content / 2);
  const ruleY = top + author.height + gap;
  const titleTop = ruleY + gap;
  const flower = { fill: legible(accent, paper, ink), outline: motif.outline };
  return draw(ground, [
    { fill: paper, outline: motif.outline, places: surround(motif, band, 92) },
    once(paper, rectangle(band, band, COVER_WIDTH - 2 * band, COVER_HEIGHT - 2 * band)),
    once(ground, frame(band + 30, band + 30, COVER_WIDTH - 2 * band - 60, COVER_HEIGHT - 2 * band - 60, 6)),
    once(ground, frame(band + 46, band + 46, COVER_WIDTH - 2 * band - 92, COVER_HEIGHT - 2 * band - 92, 2)),
    ...(author.height > 0 ? [once(ink, rectangle(MIDDLE - 110, ruleY - 2, 220, 4))] : []),
    once(ink, [
      ...setBlock(author, MIDDLE, top, "center"),
      ...setBlock(title, MIDDLE, titleTop, "center"),
      ...setBlock(subtitle, MIDDLE, titleTop + title.height + below(title), "center"),
      ...setBlock(publisher, MIDDLE, low, "center"),
    ]),
    {
      ...flower,
      places: [-110, 0, 110].map((dx, i) => placeAt(MIDDLE + dx, low - 130, 74, motif.turns[i % 2 === 0 ? 0 : 1])),
    },
  ]);
};

/** A rose of printers' flowers over the title. */
export const rose: Design = ({ words, faces, palette, motif }) => {
  const { ground, tone, paper, accent } = palette;
  const inner = COVER_WIDTH - 320;
  const centre = { x: MIDDLE, y: 790 };
  const author = authorBlock(words.authors, faces.plain, inner, 70);
  const subtitle = subtitleBlock(words, faces.italic, inner, 80);
  const authorTop = COVER_HEIGHT - 230 - author.height;
  const titleTop = 1480;
  const height = authorTop - 200 - titleTop - (subtitle.height > 0 ? 150 + subtitle.height : 0);
  const title = titleBlock(words, faces.title, {
    width: inner,
    height,
    largest: 290,
    smallest: 84,
    leading: 1.06,
  });
  const content = title.height + (subtitle.height > 0 ? 150 + subtitle.height : 0);
  const top = titleTop + Math.max(0, Math.min(90, (authorTop - 200 - titleTop - content) / 2));
  return draw(ground, [
    { fill: tone, outline: motif.outline, places: ring(motif, centre, 545, 28, 104) },
    { fill: accent, outline: motif.outline, places: ring(motif, centre, 405, 20, 112) },
    { fill: paper, outline: motif.outline, places: ring(motif, centre, 262, 12, 122) },
    { fill: accent, outline: motif.outline, places: ring(motif, centre, 128, 6, 104) },
    once(paper, [...setBlock(title, MIDDLE, top, "center"), ...setBlock(author, MIDDLE, authorTop, "center")]),
    once(accent, setBlock(subtitle, MIDDLE, top + title.height + below(title), "center")),
  ]);
};

/** The designs, and how many characters of title, subtitle and authors each has room for. */
export const DESIGNS: readonly { readonly design: Design; readonly most: number }[] = [
  { design: label, most: Infinity },
  { design: poster, most: 240 },
  { design: border, most: 200 },
  { design: rose, most: 100 },
];

/** White from the last baseline of a title to what comes under it: clear of descenders. */
function below(title: Block): number {
  return 46 + 0.36 * title.lettering.size;
}

function publisherBlock(words: CoverWords, face: CoverFaces["plain"], width: number): Block {
  return authorBlock(words.publisher === "" ? [] : [words.publisher], face, width, 40);
}

function draw(ground: Drawing["ground"], shapes: readonly Shape[]): Drawing {
  return {
    width: COVER_WIDTH,
    height: COVER_HEIGHT,
    ground,
    shapes: shapes.filter(({ outline, places }) => outline.length > 0 && places.length > 0),
  };
}

/** The colour if it stands out from what it lies on, else the other. */
function legible(colour: Palette["accent"], on: Palette["paper"], other: Palette["ink"]): Palette["accent"] {
  const light = (rgb: Palette["ink"]): number => 0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2];
  return Math.abs(light(colour) - light(on)) > 55 ? colour : other;
}
