import { inflateSync } from "node:zlib";
import { imageSize } from "image-size";
import { expect, test } from "vitest";
import { writePng } from "../../src/cover/write-png.ts";

const PICTURE = {
  width: 3,
  height: 2,
  palette: [
    [255, 255, 255],
    [200, 10, 30],
  ],
  pixels: Uint8Array.of(0, 1, 0, 1, 1, 0),
} as const;

/** Type and content of every chunk; throws if a length does not fit. */
function chunksOf(png: Uint8Array): Map<string, Uint8Array> {
  const bytes = Buffer.from(png);
  const chunks = new Map<string, Uint8Array>();
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    chunks.set(bytes.toString("latin1", at + 4, at + 8), bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return chunks;
}

test("a picture comes back from its PNG", async () => {
  const png = await writePng(PICTURE);
  expect(imageSize(png)).toMatchObject({ width: 3, height: 2, type: "png" });
  const chunks = chunksOf(png);
  expect([...chunks.keys()]).toEqual(["IHDR", "PLTE", "IDAT", "IEND"]);
  expect([...(chunks.get("PLTE") ?? [])]).toEqual([255, 255, 255, 200, 10, 30]);
  expect([...inflateSync(chunks.get("IDAT") ?? new Uint8Array())]).toEqual([0, 0, 1, 0, 0, 1, 1, 0]);
  // The check sum of an empty IEND is the same in every PNG.
  expect(Buffer.from(png).subarray(-4).toString("hex")).toBe("ae426082");
});
