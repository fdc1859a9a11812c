/** Pictures of every usual kind, from their files to what the two books show. */
import path from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import type { Medium } from "../../src/images/fit-picture.ts";
import { openPictures } from "../../src/images/open-pictures.ts";
import { readPicture } from "../../src/images/read-picture.ts";
import { SVG } from "../support/images.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

const BLUE = [20, 40, 160];
const RED = [200, 30, 30];

/** Blue above and red below. */
function picture(width: number, height: number, alpha = 255): sharp.Sharp {
  const pixels = Buffer.alloc(width * height * 4, Buffer.from([...BLUE, alpha]));
  pixels.fill(Buffer.from([...RED, alpha]), width * Math.floor(height / 2) * 4);
  return sharp(pixels, { raw: { width, height, channels: 4 } });
}

const opaque = (width = 60, height = 40): sharp.Sharp => picture(width, height).removeAlpha();

async function opened(bytes: Uint8Array, media: readonly Medium[] = ["screen", "print"]) {
  const file = path.join(scratchFolder({ picture: bytes }), "picture");
  const { pictures, changes, failures } = await openPictures([file], media, () => undefined);
  const printed = pictures.inPrint(file);
  return {
    screen: pictures.onScreen(file),
    print: printed?.read(),
    printed,
    changes: changes.map(({ medium, faults }) => `${medium}: ${faults.join(", ")}`),
    failures,
  };
}

/** Red, green and blue in the middle of the upper and of the lower half. */
async function colours(bytes: Uint8Array): Promise<number[][]> {
  const { data, info } = await sharp(bytes).autoOrient().raw().toBuffer({ resolveWithObject: true });
  const at = (y: number): number[] => {
    const start = (Math.floor(y * info.height) * info.width + Math.floor(info.width / 2)) * info.channels;
    return [...data.subarray(start, start + 3)];
  };
  return [at(0.25), at(0.75)];
}

const near = (seen: readonly number[] = [], wanted: readonly number[]): boolean =>
  wanted.every((value, i) => Math.abs(value - (seen[i] ?? -99)) <= 10);

describe("what every reader shows stays as it is, byte for byte, in both books", () => {
  test.each([
    ["JPEG", () => opaque().jpeg().toBuffer()],
    ["progressive JPEG", () => opaque().jpeg({ progressive: true }).toBuffer()],
    ["PNG", () => opaque().png().toBuffer()],
    ["transparent PNG", () => picture(60, 40, 128).png().toBuffer()],
    [
      "SVG of many units",
      async () => Buffer.from(new TextDecoder().decode(SVG).replace("0 0 8 8", "0 0 9000 9000")),
    ],
  ] as const)("%s", async (_, make) => {
    const bytes = await make();
    const { screen, print, changes, failures } = await opened(bytes);
    expect([changes, failures]).toEqual([[], []]);
    expect(screen && Buffer.compare(screen, bytes)).toBe(0);
    expect(print && Buffer.compare(print, bytes)).toBe(0);
  });
});

describe("what not every reader shows becomes a JPEG or PNG with the same colours", () => {
  test.each([
    ["WebP", () => opaque().webp().toBuffer(), "screen: is a WebP file; print: is a WebP file"],
    ["AVIF", () => opaque().avif({ quality: 90 }).toBuffer(), "screen: is an AVIF file; print: is an AVIF file"],
    ["TIFF", () => opaque().tiff().toBuffer(), "screen: is a TIFF file; print: is a TIFF file"],
    ["GIF", () => opaque().gif().toBuffer(), "print: is a GIF file"],
    ["inks", () => opaque().toColourspace("cmyk").jpeg().toBuffer(), "screen: is in printing inks"],
    [
      "another profile",
      () => opaque().withIccProfile("p3").png().toBuffer(),
      "screen: has colours that are not those of the web (sRGB); print: has colours that are not those of the web (sRGB)",
    ],
    [
      "too large",
      () => opaque(3000, 2000).jpeg().toBuffer(),
      "screen: has 3000 by 2000 pixels, more than some e-readers can show",
    ],
  ] as const)("%s", async (name, make, changed) => {
    const { screen, print, printed, changes, failures } = await opened(await make());
    expect(failures).toEqual([]);
    expect(changes.join("; ")).toBe(changed);
    const facts = { screen: readPicture(screen), print: print && readPicture(print) };
    expect(facts.screen).toMatchObject({ isCmyk: false, hasForeignProfile: false });
    expect(["jpg", "png", ...(name === "GIF" ? ["gif"] : [])]).toContain(facts.screen?.type);
    expect(["jpg", "png"]).toContain(facts.print?.type);
    const { width = 0, height = 0 } = facts.screen ?? {};
    expect(width * height).toBeLessThanOrEqual(4_200_000);
    expect(width / height).toBeCloseTo(1.5, 2);
    expect((printed?.width ?? 0) / 0.75).toBe(facts.print?.width);
    for (const bytes of [screen, ...(print && name !== "inks" ? [print] : [])]) {
      const [above, below] = await colours(bytes);
      const [blue, red] = name === "inks" ? [above ?? [], below ?? []] : [BLUE, RED];
      expect(near(above, blue) && near(below, red)).toBe(true);
    }
    if (name === "inks") expect(facts.print?.isCmyk).toBe(true);
  });

  test("a photograph that a telephone has laid on its side stands upright", async () => {
    // The note says: turn it by a quarter to the right. Blue is above then if it lies on the left.
    const bytes = await opaque(40, 60).rotate(-90).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { screen, print, printed, changes } = await opened(bytes);
    expect(changes).toEqual(["screen: lies on its side, with a note to turn it that some programs ignore"]);
    expect(readPicture(screen)).toMatchObject({ width: 40, height: 60, isTurned: false });
    const [above, below] = await colours(screen);
    expect(near(above, BLUE) && near(below, RED)).toBe(true);
    // pdfkit heeds the note itself, so nothing is lost.
    expect(print && Buffer.compare(print, bytes)).toBe(0);
    expect(printed).toMatchObject({ width: 30, height: 45 });
  });

  test("transparent places stay transparent", async () => {
    const { screen, print } = await opened(await picture(60, 40, 128).webp({ lossless: true }).toBuffer());
    for (const bytes of [screen, print ?? screen])
      expect([readPicture(bytes)?.type, (await sharp(bytes).stats()).isOpaque]).toEqual(["png", false]);
  });

  test("a drawing stays small, a photograph too", async () => {
    const drawing = await opened(await opaque(600, 400).tiff().toBuffer(), ["screen"]);
    const noise = Buffer.from(Uint8Array.from({ length: 240_000 * 3 }, (_, i) => (i * i * 31 + i * 7) % 251));
    const photograph = sharp(noise, { raw: { width: 600, height: 400, channels: 3 } });
    const taken = await opened(await photograph.tiff().toBuffer(), ["screen"]);
    expect([readPicture(drawing.screen)?.type, readPicture(taken.screen)?.type]).toEqual(["png", "jpg"]);
  });
});

describe("what cannot be shown is told", () => {
  const cut = async (whole: Promise<Buffer>, share: number): Promise<Uint8Array> => {
    const bytes = await whole;
    return bytes.subarray(0, Math.floor(bytes.length * share));
  };
  const spoilt = async (): Promise<Uint8Array> => {
    const bytes = await picture(600, 400, 128).png().toBuffer();
    return bytes.fill(0x5a, bytes.length - 60, bytes.length - 30);
  };
  test.each([
    ["no picture", async () => new TextEncoder().encode("This is a letter."), "is no picture that Fleuron knows"],
    ["a JPEG that breaks off", () => cut(opaque(600, 400).jpeg().toBuffer(), 0.9), "is damaged"],
    ["a PNG that breaks off", () => cut(opaque(600, 400).png().toBuffer(), 0.9), "is damaged"],
    ["a PNG that was spoilt", spoilt, "is damaged"],
    ["a WebP that breaks off", () => cut(opaque(600, 400).webp().toBuffer(), 0.5), "cannot be converted"],
  ] as const)("%s", async (_, make, fault) => {
    const { failures, printed, screen } = await opened(await make());
    expect([failures.length, printed, screen]).toEqual([1, undefined, undefined]);
    expect(failures[0]?.fault).toContain(fault);
  });

  test("a file that is gone is left to those who read it", async () => {
    const { changes, failures, pictures } = await openPictures(["/no/such/file"], ["screen"], () => undefined);
    expect([changes, failures]).toEqual([[], []]);
    expect(() => pictures.onScreen("/no/such/file")).toThrow();
  });
});
