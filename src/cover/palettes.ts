/**
 * The colours of covers.
 *
 * Comes in: a number made from the title. Goes out: one of a few palettes, each chosen as a whole.
 */
import type { Rgb } from "./drawing.ts";

export interface Palette {
  readonly name: string;
  /** The cover's own colour. */
  readonly ground: Rgb;
  /** A shade next to the ground, for patterns on it. */
  readonly tone: Rgb;
  /** Light, for labels, and for text on the ground. */
  readonly paper: Rgb;
  /** Dark, for text on the paper. */
  readonly ink: Rgb;
  /** For ornaments, on ground and paper alike. */
  readonly accent: Rgb;
}

function palette(name: string, ...colours: readonly [string, string, string, string, string]): Palette {
  const read = (hex: string): Rgb => {
    const value = Number.parseInt(hex, 16);
    return [value >> 16, (value >> 8) & 255, value & 255];
  };
  const [ground, tone, paper, ink, accent] = colours;
  return {
    name,
    ground: read(ground),
    tone: read(tone),
    paper: read(paper),
    ink: read(ink),
    accent: read(accent),
  };
}

export const PALETTES: readonly Palette[] = [
  palette("Oxford blue", "1d3557", "2c4a72", "f5eddc", "1a2c48", "d3a24c"),
  palette("bottle green", "1e4238", "2d5a4d", "f4eedd", "17352d", "c9a04e"),
  palette("oxblood", "6e1f2a", "873040", "f6ecdb", "561520", "d6a45a"),
  palette("ink and vermilion", "282828", "3d3b39", "f3ede2", "1f1e1d", "d2553d"),
  palette("terracotta", "a4492c", "b96243", "f8efe0", "4a2013", "f0c98a"),
  palette("teal", "1f5059", "30676f", "f3eee0", "163a41", "e09a4f"),
  palette("aubergine", "45294d", "5b3d63", "f4ecdf", "35203c", "d39c5f"),
  palette("slate", "3d4a5c", "536175", "f4efe4", "28323f", "dba753"),
  palette("ochre", "8a5a14", "a27231", "faf3e1", "3d2808", "f1d08c"),
  palette("moss", "4f5a2b", "667240", "f6f0de", "2f3619", "e2b45c"),
];
