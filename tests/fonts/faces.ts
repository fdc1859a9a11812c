/** Faces for tests: the one that comes with Fleuron, and copies of it whose makers say other things about embedding. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Face, openFace } from "../../src/fonts/face.ts";
import { openFontLibrary } from "../../src/fonts/library.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

export const library = openFontLibrary();

export const garamond = library.face({ families: ["EB Garamond"], weight: 400, style: "normal" });

/** EB Garamond with another `fsType` (OpenType 1.9, "OS/2": 2 forbids embedding, 0x100 subsetting). */
export function garamondWithRights(fsType: number): Face {
  const bytes = readFileSync(garamond.file);
  const count = bytes.readUInt16BE(4);
  for (let at = 12; at < 12 + 16 * count; at += 16) {
    if (bytes.toString("latin1", at, at + 4) === "OS/2")
      bytes.writeUInt16BE(fsType, bytes.readUInt32BE(at + 8) + 8);
  }
  const file = path.join(scratchFolder({}), "rights.ttf");
  writeFileSync(file, bytes);
  return openFace(file, "Rights", 400, "normal");
}
