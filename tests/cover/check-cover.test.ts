import { describe, expect, test } from "vitest";
import { checkCover } from "../../src/cover/check-cover.ts";
import { writePng } from "../../src/cover/write-png.ts";
import { SVG } from "../support/images.ts";

function png(width: number, height: number): Promise<Uint8Array> {
  return writePng({ width, height, palette: [[0, 0, 0]], pixels: new Uint8Array(width * height) });
}

/** A JPEG as far as its frame (ITU-T T.81, B.2.2): an APP0 segment, then SOF0 with so many components. */
function jpeg(width: number, height: number, components: number): Uint8Array {
  const app0 = [0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  const table = Array.from({ length: components }, (_, i) => [i + 1, 0x11, 0]).flat();
  return Uint8Array.of(
    0xff,
    0xd8,
    ...app0,
    0xff,
    0xc0,
    0,
    8 + 3 * components,
    8,
    ...size,
    components,
    ...table,
    0xff,
    0xd9,
  );
}

const codes = (bytes: Uint8Array): string[] => checkCover(bytes, { path: "/c" }).map(({ code }) => code);

describe("the author's cover", () => {
  test.each([
    [1600, 2560, []],
    [1650, 2540, []],
    [1400, 2100, [/less than shops ask for/]],
    [600, 999, [/refuses less than 625 by 1000/]],
    [2600, 2560, [/one and a half times as high/, /more than 4 million/]],
    [2000, 3200, [/more than 4 million/]],
    [1250, 2500, [/one and a half times as high/]],
  ] as const)("of %i by %i pixels", (width, height, expected) => {
    const said = checkCover(jpeg(width, height, 3), { path: "/c" }).map(({ message }) => message);
    expect(said).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
  });

  test("PNG is measured as well", async () => {
    expect(codes(await png(30, 50))).toEqual(["cover/size"]);
  });

  test("CMYK is told, grey and RGB are fine", () => {
    expect(codes(jpeg(1600, 2560, 4))).toEqual(["cover/colours"]);
    expect(codes(jpeg(1600, 2560, 1))).toEqual([]);
  });

  test("SVG is told", () => {
    expect(codes(SVG)).toEqual(["image/format"]);
  });

  test("what is no picture is left to those who put it into the books", () => {
    expect(codes(Uint8Array.of(1, 2, 3))).toEqual([]);
  });
});
