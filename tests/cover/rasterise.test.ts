import { describe, expect, test } from "vitest";
import { type Drawing, frame, once, placeAt, polygon, type Rgb, rectangle } from "../../src/cover/drawing.ts";
import { rasterise } from "../../src/cover/rasterise.ts";
import type { Outline } from "../../src/fonts/outline.ts";

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];

/** The picture as letters: `.` for white, `#` for black, `+` for what lies between. */
function draw(width: number, height: number, ...shapes: Drawing["shapes"]): string[] {
  const { palette, pixels } = rasterise({ width, height, ground: WHITE, shapes });
  const letter = (index = 0): string => {
    const [value = 0] = palette[index] ?? [];
    return value === 255 ? "." : value === 0 ? "#" : "+";
  };
  return Array.from({ length: height }, (_, y) =>
    [...pixels.subarray(y * width, (y + 1) * width)].map((index) => letter(index)).join(""),
  );
}

/** How much of the picture is black, in pixels. */
function inkOf(width: number, height: number, outline: Outline): number {
  const { palette, pixels } = rasterise({ width, height, ground: WHITE, shapes: [once(BLACK, outline)] });
  return pixels.reduce((sum, index) => sum + (255 - (palette[index]?.[0] ?? 255)) / 255, 0);
}

describe("shapes", () => {
  test("a rectangle on whole pixels has sharp edges", () => {
    expect(draw(5, 3, once(BLACK, rectangle(1, 1, 3, 1)))).toEqual([".....", ".###.", "....."]);
  });

  test("one between pixels shades its edges", () => {
    expect(draw(5, 3, once(BLACK, rectangle(1.5, 1, 2, 1)))).toEqual([".....", ".+#+.", "....."]);
  });

  test("a frame has a hole", () => {
    expect(draw(5, 4, once(BLACK, frame(0, 0, 5, 4, 1)))).toEqual(["#####", "#...#", "#...#", "#####"]);
  });

  test("what overlaps in the same direction is filled once", () => {
    const twice = [...rectangle(0, 0, 3, 2), ...rectangle(1, 0, 3, 2)];
    expect(draw(5, 2, once(BLACK, twice))).toEqual(["####.", "####."]);
  });

  test("later shapes lie on earlier ones", () => {
    expect(draw(3, 1, once(BLACK, rectangle(0, 0, 3, 1)), once(WHITE, rectangle(1, 0, 1, 1)))).toEqual(["#.#"]);
  });

  test("what is off the page is cut off", () => {
    expect(draw(3, 3, once(BLACK, rectangle(-5, -5, 6, 6)), once(BLACK, rectangle(2, 2, 9, 9)))).toEqual([
      "#..",
      "...",
      "..#",
    ]);
  });

  test("one outline stands in many places, turned and scaled", () => {
    const places = [placeAt(1, 1, 1), placeAt(4, 1, 1, 90)];
    expect(draw(6, 2, { fill: BLACK, outline: rectangle(0, 0, 1, 1), places })).toEqual(["......", ".#.#.."]);
  });
});

describe("areas are true", () => {
  test("of a triangle", () => {
    expect(inkOf(100, 100, polygon(10, 10, 90, 30, 40, 85))).toBeCloseTo(2700, -1);
  });

  test("of a circle of curves", () => {
    const k = 0.5523 * 40;
    const circle: Outline = [
      { command: "M", points: [90, 50] },
      { command: "C", points: [90, 50 + k, 50 + k, 90, 50, 90] },
      { command: "C", points: [50 - k, 90, 10, 50 + k, 10, 50] },
      { command: "C", points: [10, 50 - k, 50 - k, 10, 50, 10] },
      { command: "C", points: [50 + k, 10, 90, 50 - k, 90, 50] },
      { command: "Z", points: [] },
    ];
    const area = Math.PI * 40 ** 2;
    expect(Math.abs(inkOf(100, 100, circle) - area)).toBeLessThan(area * 0.005);
  });
});
