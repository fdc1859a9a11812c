import { randomFillSync } from "node:crypto";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { fitCover } from "../../src/cover/fit-cover.ts";
import { readPicture } from "../../src/images/read-picture.ts";
import { SVG } from "../support/images.ts";

const BLUE = { r: 20, g: 40, b: 160 };
const RED = { r: 200, g: 30, b: 30 };

/** Blue, with red in its lower half, so that a picture on its side is seen to be one. */
function picture(width: number, height: number, alpha = 255): sharp.Sharp {
  const pixels = Buffer.alloc(width * height * 4, Buffer.from([BLUE.r, BLUE.g, BLUE.b, alpha]));
  pixels.fill(Buffer.from([RED.r, RED.g, RED.b, alpha]), width * Math.floor(height / 2) * 4);
  return sharp(pixels, { raw: { width, height, channels: 4 } });
}

const jpeg = (width: number, height: number): Promise<Buffer> => picture(width, height).jpeg().toBuffer();

async function fitted(bytes: Uint8Array) {
  const { value, diagnostics } = await fitCover(bytes, { path: "/c" });
  return { value, codes: diagnostics.map(({ code }) => code), told: diagnostics.map(({ message }) => message) };
}

/** Red, green and blue at a place given in parts of width and height. */
async function colourAt(bytes: Uint8Array, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
  return [...data.subarray(at, at + 3)];
}

const near = (colour: readonly number[], { r, g, b }: typeof RED, by = 8): boolean =>
  [r, g, b].every((value, i) => Math.abs(value - (colour[i] ?? 0)) <= by);

describe("a cover that fits stays as it is, byte for byte", () => {
  test.each([
    ["JPEG", () => jpeg(1600, 2560)],
    ["JPEG of another good size", () => jpeg(1650, 2540)],
    ["progressive JPEG", () => picture(1600, 2560).jpeg({ progressive: true }).toBuffer()],
    ["grey JPEG", () => picture(1600, 2560).greyscale().jpeg().toBuffer()],
    ["JPEG with the web's profile", () => picture(1600, 2560).withIccProfile("srgb").jpeg().toBuffer()],
    ["PNG", () => picture(1600, 2560).removeAlpha().png().toBuffer()],
    ["PNG with the web's profile", () => picture(1600, 2560).withIccProfile("srgb").png().toBuffer()],
    ["PNG that could be transparent, and is not", () => picture(1600, 2560).png().toBuffer()],
  ] as const)("%s", async (_, make) => {
    const bytes = await make();
    const { value, told } = await fitted(bytes);
    expect(told).toEqual([]);
    expect(Buffer.compare(value, bytes)).toBe(0);
  });
});

describe("a cover that does not fit becomes a JPEG of the same shape", () => {
  test.each([
    ["too large", () => jpeg(6000, 9600), "has 6000 by 9600 pixels", 1600, 2560],
    ["too large and wide", () => jpeg(2880, 3600), "has 2880 by 3600 pixels", 1810, 2263],
    ["WebP", () => picture(1600, 2560).webp().toBuffer(), "is a WebP file", 1600, 2560],
    ["GIF", () => picture(1600, 2560).gif().toBuffer(), "is a GIF file", 1600, 2560],
    ["TIFF", () => picture(1600, 2560).tiff().toBuffer(), "is a TIFF file", 1600, 2560],
    ["with another profile", () => picture(1600, 2560).withIccProfile("p3").jpeg().toBuffer(), "sRGB", 1600, 2560],
    [
      "PNG with another profile",
      () => picture(1600, 2560).withIccProfile("p3").png().toBuffer(),
      "sRGB",
      1600,
      2560,
    ],
    ["transparent", () => picture(1600, 2560, 128).png().toBuffer(), "is transparent in places", 1600, 2560],
  ] as const)("%s", async (_, make, reason, width, height) => {
    const { value, codes, told } = await fitted(await make());
    expect(codes.at(-1)).toBe("cover/converted");
    expect(told.at(-1)).toContain(`as a JPEG of ${width} by ${height} pixels, because the picture`);
    expect(told.at(-1)).toContain(reason);
    expect(readPicture(value)).toEqual({
      type: "jpg",
      width,
      height,
      isTurned: false,
      isCmyk: false,
      hasAlpha: false,
      hasForeignProfile: false,
    });
    expect(value.length).toBeLessThan(1_500_000);
  });

  test("what lies on its side stands up", async () => {
    const onSide = await picture(1600, 2560).rotate(270).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const { value, codes } = await fitted(onSide);
    expect(codes).toEqual(["cover/converted"]);
    expect(readPicture(value)).toMatchObject({ width: 1600, height: 2560, isTurned: false });
    expect(await colourAt(value, 0.1, 0.1)).toSatisfy((colour: number[]) => near(colour, BLUE));
    expect(await colourAt(value, 0.9, 0.9)).toSatisfy((colour: number[]) => near(colour, RED));
  });

  test("printing inks become the colours of screens", async () => {
    const inks = await picture(1600, 2560).removeAlpha().toColourspace("cmyk").jpeg().toBuffer();
    expect(readPicture(inks)).toMatchObject({ isCmyk: true });
    const { value, codes } = await fitted(inks);
    expect(codes).toEqual(["cover/colours", "cover/converted"]);
    expect(await colourAt(value, 0.5, 0.1)).toSatisfy((colour: number[]) => near(colour, BLUE, 40));
    expect(await colourAt(value, 0.5, 0.9)).toSatisfy((colour: number[]) => near(colour, RED, 40));
  });

  test("paper is white behind what was transparent", async () => {
    const { value } = await fitted(await picture(1600, 2560, 0).png().toBuffer());
    expect(await colourAt(value, 0.5, 0.5)).toEqual([255, 255, 255]);
  });

  test("a heavy file becomes a light one", async () => {
    const raw = { width: 1600, height: 1280, channels: 3 } as const;
    const noise = randomFillSync(Buffer.alloc(raw.width * raw.height * raw.channels));
    const heavy = await sharp(noise, { raw }).resize(1600, 2560, { fit: "fill" }).png().toBuffer();
    expect(heavy.length).toBeGreaterThan(5_000_000);
    const { value, told } = await fitted(heavy);
    expect(told).toEqual([expect.stringContaining("takes more than 5 MB")]);
    expect(value.length).toBeLessThan(heavy.length / 2);
  });

  test("the same bytes each time", async () => {
    const bytes = await jpeg(2000, 3200);
    expect(Buffer.compare((await fitted(bytes)).value, (await fitted(bytes)).value)).toBe(0);
  });
});

describe("a cover that is too small", () => {
  test("stays as it is, with a warning", async () => {
    const bytes = await jpeg(1400, 2100);
    const { value, told } = await fitted(bytes);
    expect(told).toEqual([expect.stringMatching(/1400 by 2100 pixels, less than shops ask for/)]);
    expect(value).toBe(bytes);
  });

  test("grows a little, if then the shops take it", async () => {
    const { value, codes, told } = await fitted(await jpeg(600, 900));
    expect(codes).toEqual(["cover/size", "cover/converted"]);
    expect(told[0]).toMatch(/refuses less than 625 by 1000, and it is enlarged to 667 by 1000 pixels/);
    expect(readPicture(value)).toMatchObject({ width: 667, height: 1000 });
  });

  test("does not grow beyond sense", async () => {
    const bytes = await jpeg(300, 480);
    const { value, told } = await fitted(bytes);
    expect(told).toEqual(["The cover has 300 by 480 pixels: Kindle's shop refuses less than 625 by 1000."]);
    expect(value).toBe(bytes);
  });

  test("or of an odd shape is not distorted", async () => {
    const { value, told } = await fitted(await jpeg(3000, 3000));
    expect(told[0]).toMatch(/about one and a half times as high/);
    expect(readPicture(value)).toMatchObject({ width: 2024, height: 2024 });
  });
});

describe("a cover that cannot be mended", () => {
  test("SVG is told", async () => {
    const { value, codes } = await fitted(SVG);
    expect(codes).toEqual(["image/format"]);
    expect(value).toBe(SVG);
  });

  test("what is no picture is told", async () => {
    expect((await fitted(Uint8Array.of(1, 2, 3))).codes).toEqual(["image/format"]);
  });

  test("a picture that breaks off is told", async () => {
    const { value, codes, told } = await fitted((await jpeg(3000, 4800)).subarray(0, 700));
    expect([value, codes]).toEqual([undefined, ["image/format"]]);
    expect(told[0]).toMatch(/is damaged, so Fleuron makes one/);
  });

  test("one that only its decoder knows to be spoilt stays as it is", async () => {
    const whole = await picture(3000, 4800).webp().toBuffer();
    const bytes = whole.subarray(0, whole.length / 2);
    const { value, codes, told } = await fitted(bytes);
    expect(codes).toEqual(["image/format"]);
    expect(told[0]).toMatch(/cannot be converted/);
    expect(value).toBe(bytes);
  });
});
