/**
 * The words of a cover, set one under the other.
 *
 * Comes in: title, subtitle and authors, faces, the room. Goes out: lines with their places from the top of the stack, and its
 * height. It colours nothing.
 */
import type { Face } from "../fonts/face.ts";
import type { Outline } from "../fonts/outline.ts";
import { breakTitle, type Divider, type TitleRoom } from "./break-title.ts";
import { type Lettering, setLine, widthOf } from "./set-text.ts";

/** What a cover says; typographic quotation marks already in place. */
export interface CoverWords {
  readonly title: string;
  /** Empty if there is none. */
  readonly subtitle: string;
  /** One name each; may be empty. */
  readonly authors: readonly string[];
  /** Empty if there is none. */
  readonly publisher: string;
  /** Divides words in the book's language. */
  readonly divide: Divider;
}

export interface CoverFaces {
  readonly title: Face;
  readonly italic: Face;
  readonly plain: Face;
  /** One that has the printers' leaf. */
  readonly leaves: Face;
}

/** Lines of one lettering. */
export interface Block {
  readonly lines: readonly string[];
  readonly lettering: Lettering;
  /** Baseline to baseline, pixels. */
  readonly leading: number;
  /** From the top of its first capitals to its last baseline. */
  readonly height: number;
}

export function titleBlock(words: CoverWords, face: Face, room: TitleRoom): Block {
  const measure = (text: string): number => widthOf(text, { face, size: 1 });
  const { lines, size } = breakTitle(words.title, measure, room, words.divide);
  return makeBlock(lines, { face, size }, room.leading * size);
}

export function subtitleBlock(words: CoverWords, face: Face, width: number, size: number): Block {
  const measure = (text: string): number => widthOf(text, { face, size: 1 });
  const room = { width, height: size * 4.4, largest: size, smallest: size * 0.7, leading: 1.25 };
  const broken =
    words.subtitle === "" ? { lines: [], size } : breakTitle(words.subtitle, measure, room, words.divide);
  return makeBlock(broken.lines, { face, size: broken.size }, 1.25 * broken.size);
}

/** How many names have a line of their own. */
const MOST_LINES = 3;

/** Spaced capitals: one name a line, or several to a line if there are many. */
export function authorBlock(names: readonly string[], face: Face, width: number, size: number): Block {
  const shown = names.map((name) => name.toLocaleUpperCase());
  const tracking = 0.12;
  const measure = (text: string): number => widthOf(text, { face, size: 1, tracking });
  const apart = shown.length <= MOST_LINES;
  const longest = Math.max(0, ...shown.map(measure));
  if (apart && (longest * size <= width || longest * size * 0.75 <= width)) {
    const fitted = Math.min(size, width / (longest || 1));
    return makeBlock(shown, { face, size: fitted, tracking }, 1.55 * fitted);
  }
  const room = { width, height: size * 6.5, largest: size * 0.85, smallest: size * 0.55, leading: 1.5 };
  const broken = breakTitle((apart ? shown : shown.map(keepTogether)).join(", "), measure, room, () => []);
  return makeBlock(broken.lines, { face, size: broken.size, tracking }, 1.5 * broken.size);
}

function keepTogether(name: string): string {
  return name.replace(/\s+/g, "\u00a0");
}

function makeBlock(lines: readonly string[], lettering: Lettering, leading: number): Block {
  const height = lines.length === 0 ? 0 : lettering.face.capHeight * lettering.size + (lines.length - 1) * leading;
  return { lines, lettering, leading, height };
}

/** The block's outline; `top` is where its first capitals begin. */
export function setBlock(block: Block, x: number, top: number, align: "left" | "center"): Outline {
  const { lines, lettering, leading } = block;
  const first = top + lettering.face.capHeight * lettering.size;
  return lines.flatMap((line, i) => setLine(line, lettering, x, first + i * leading, align));
}
