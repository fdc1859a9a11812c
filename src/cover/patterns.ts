/**
 * Patterns of one motif on the cover.
 *
 * Comes in: a motif and distances in pixels. Goes out: its places. It colours nothing.
 */
import { type Placement, placeAt } from "./drawing.ts";
import type { Motif } from "./motifs.ts";

/** The size that Kindle's shop recommends, and others take. */
export const COVER_WIDTH = 1600;
export const COVER_HEIGHT = 2560;

/** Motifs over the whole page, every second row shifted by half a step. */
export function scatter(motif: Motif, step: number, size: number): Placement[] {
  const places: Placement[] = [];
  const rise = step * 0.82;
  for (let row = 0; row * rise < COVER_HEIGHT + step; row++) {
    for (let x = row % 2 === 0 ? 0 : -step / 2; x < COVER_WIDTH + step; x += step) {
      places.push(placeAt(x + 50, row * rise, size, motif.turns[row % 2 === 0 ? 0 : 1]));
    }
  }
  return places;
}

/** Motifs in one row around the page, in the middle of a band. */
export function surround(motif: Motif, band: number, size: number): Placement[] {
  const [width, height] = [COVER_WIDTH - band, COVER_HEIGHT - band];
  const across = 2 * Math.round(width / band / 0.74 / 2);
  const down = 2 * Math.round(height / band / 0.74 / 2);
  const places: Placement[] = [];
  const put = (x: number, y: number, i: number): void => {
    places.push(placeAt(band / 2 + x, band / 2 + y, size, motif.turns[i % 2 === 0 ? 0 : 1]));
  };
  for (let i = 0; i <= across; i++) {
    put((width / across) * i, 0, i);
    put((width / across) * i, height, i);
  }
  for (let i = 1; i < down; i++) {
    put(0, (height / down) * i, i);
    put(width, (height / down) * i, i);
  }
  return places;
}

/** `count` motifs on a circle, their heads outwards. */
export function ring(
  motif: Motif,
  centre: { readonly x: number; readonly y: number },
  radius: number,
  count: number,
  size: number,
): Placement[] {
  return Array.from({ length: count }, (_, i) => {
    const degrees = (360 / count) * i;
    const angle = (degrees * Math.PI) / 180;
    const [x, y] = [centre.x + radius * Math.sin(angle), centre.y - radius * Math.cos(angle)];
    return placeAt(x, y, size, degrees + motif.turns[0]);
  });
}
