/** The cover's files where no JPEG can be made. */
import { describe, expect, it, vi } from "vitest";
import { coverFiles } from "../../src/cover/cover-of-book.ts";
import type { Drawing } from "../../src/cover/drawing.ts";
import { config } from "../support/elements.ts";

vi.mock("sharp", () => {
  throw new Error("no such machine");
});

const drawing: Drawing = { width: 16, height: 25, ground: [10, 20, 30], shapes: [] };

describe("without the library that makes JPEGs", () => {
  it("the cover is written as it is, and the author is told", async () => {
    const { value, diagnostics } = await coverFiles(config({ slug: "x" }), { kind: "made", drawing });
    expect(value.map(({ fileName }) => fileName)).toEqual(["x-cover.png", "x-cover.svg"]);
    expect([...(value[0]?.bytes.slice(1, 4) ?? [])]).toEqual([...Buffer.from("PNG")]);
    expect(diagnostics.map(({ code, message }) => `${code} ${message.slice(0, 38)}`)).toEqual([
      "image/format The cover cannot be made a JPEG here: ",
    ]);
  });
});
