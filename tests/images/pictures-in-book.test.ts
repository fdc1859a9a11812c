/** Pictures of the text, from the manuscript to both finished books. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import sharp from "sharp";
import { expect, test } from "vitest";
import { buildBooks } from "../../src/build.ts";
import { readPicture } from "../../src/images/read-picture.ts";
import { requireTool, runTool } from "../support/outside-tools.ts";
import { readObjects } from "../support/pdf-objects.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

const plain = (width: number, height: number): sharp.Sharp =>
  sharp({ create: { width, height, channels: 3, background: "#204060" } });

test("every picture is in both books, or its description is", async (context) => {
  const qpdf = requireTool(context, "qpdf");
  const pdftotext = requireTool(context, "pdftotext");
  const folder = scratchFolder({
    "book.yaml": "title: Shore\nauthor: A\nlanguage: en\n",
    "one.md":
      "# One\n\n![The sea](sea.webp)\n\nA lighthouse.\n\n![The sea again](sea.webp)\n\n![My aunt](aunt.jpg)\n\nBy the ![star](star.png) we steered.\n",
    "sea.webp": await plain(400, 300).webp().toBuffer(),
    "aunt.jpg": await plain(400, 300).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
    "star.png": (await plain(40, 40).png().toBuffer()).subarray(0, 60),
  });
  const { books, diagnostics } = await buildBooks({ folder, env: { SOURCE_DATE_EPOCH: "0" } });
  const codes = diagnostics.map(({ code }) => code);
  expect(codes).toEqual(["image/converted", "image/format"]);

  const files = unzipSync(books.find(({ kind }) => kind === "epub")?.bytes ?? new Uint8Array());
  const pictures = Object.keys(files).filter((name) => name.includes("/images/"));
  expect(pictures).toEqual(["OEBPS/images/sea.jpg", "OEBPS/images/aunt.jpg"]);
  expect(readPicture(files["OEBPS/images/aunt.jpg"] ?? new Uint8Array())).toMatchObject({
    width: 300,
    height: 400,
  });
  const text = Object.entries(files).flatMap(([name, bytes]) =>
    name.endsWith(".xhtml") ? [strFromU8(bytes)] : [],
  );
  expect(text.join("")).toContain("By the star we steered.");

  const pdf = path.join(folder, "book.pdf");
  writeFileSync(pdf, books.find(({ kind }) => kind === "pdf")?.bytes ?? new Uint8Array());
  // The picture that is shown twice is one object.
  const images = [...readObjects(qpdf, pdf).all.values()].filter((object) => object["/Subtype"] === "/Image");
  expect(images).toHaveLength(2);
  expect(runTool(pdftotext, "-layout", pdf, "-").stdout).toContain("By the star we steered.");
});
