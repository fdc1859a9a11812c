/** The e-book in FBReader: what an old reader shows of it, and puts into its library. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { expect, it } from "vitest";
import { buildBooks } from "../../src/build.ts";
import { requireTool } from "../support/outside-tools.ts";
import { scratchFolder } from "../support/scratch-folder.ts";
import { type Screen, showInFbreader } from "../support/show-in-fbreader.ts";

type Colour = readonly [number, number, number];

/** A colour that no window has. */
const GROUND: Colour = [12, 200, 90];

function isNear(a: Colour, b: Colour): boolean {
  return a.every((value, i) => Math.abs(value - (b[i] ?? 0)) < 8);
}

/** Width and height of what has the cover's colour. */
function measureCover(screen: Screen): { readonly width: number; readonly height: number } {
  const [xs, ys] = [new Set<number>(), new Set<number>()];
  for (let y = 0; y < screen.height; y++)
    for (let x = 0; x < screen.width; x++)
      if (isNear(screen.colourAt(x, y), GROUND)) {
        xs.add(x);
        ys.add(y);
      }
  return { width: xs.size, height: ys.size };
}

it("begins with the cover, whole and in its shape, and the library knows the book", async (context) => {
  const [fbreader, xvfb] = [requireTool(context, "FBReader"), requireTool(context, "Xvfb")];
  const background = { r: GROUND[0], g: GROUND[1], b: GROUND[2] };
  const folder = scratchFolder({
    "book.yaml": "title: Das Pegelhaus\nauthor: Jørgen Maaß\nlanguage: de\nsubjects: [Flüsse]\ncover: c.jpg\n",
    "1.md": "# Eins\n\nWörter.\n",
    "c.jpg": await sharp({ create: { width: 1600, height: 2560, channels: 3, background } })
      .jpeg()
      .toBuffer(),
  });
  const { books } = await buildBooks({ folder, only: "epub", env: { SOURCE_DATE_EPOCH: "0" } });
  const file = path.join(folder, "book.epub");
  writeFileSync(file, books[0]?.bytes ?? new Uint8Array());
  const { screen, library } = await showInFbreader(
    fbreader,
    xvfb,
    file,
    (seen) => measureCover(seen).height > 100,
  );
  const { width, height } = measureCover(screen);
  expect(height).toBeGreaterThan(300);
  expect(height / width).toBeCloseTo(1.6, 1);
  for (const known of ["Das Pegelhaus", "Jørgen Maaß", "Flüsse"]) expect(library).toContain(known);
});
