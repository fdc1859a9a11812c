/**
 * Glyphs as outlines.
 *
 * Comes in: a face and a glyph's number. Goes out: its contours in em, y growing upwards from the baseline. It draws nothing.
 */
import type { Face } from "./face.ts";

/** One step of a contour; `points` are x and y in turn, the last pair being where the step ends. */
export interface OutlineStep {
  /** Move, line, quadratic and cubic curve, close. */
  readonly command: "M" | "L" | "Q" | "C" | "Z";
  readonly points: readonly number[];
}

export type Outline = readonly OutlineStep[];

/** fontkit's names of the steps. */
const COMMANDS: Readonly<Record<string, OutlineStep["command"]>> = {
  moveTo: "M",
  lineTo: "L",
  quadraticCurveTo: "Q",
  bezierCurveTo: "C",
  closePath: "Z",
};

export function outlineGlyph({ font }: Pick<Face, "font">, glyph: number): Outline {
  const em = font.unitsPerEm;
  return font.getGlyph(glyph).path.commands.map(({ command, args }) => ({
    command: COMMANDS[command] ?? "Z",
    points: args.map((value) => value / em),
  }));
}
