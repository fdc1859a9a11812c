/**
 * The pictures of the text, as each of the two books has them.
 *
 * Comes in: their files. Goes out: a table that says for each what the e-book and the printed page show, and which were changed for
 * what reason. What was not changed is read again when it is wanted, so that a book of photographs does not fill the memory.
 */
import { readFileSync } from "node:fs";
import { isWhole } from "./check-picture.ts";
import { fitPicture, type Medium } from "./fit-picture.ts";
import { readPicture } from "./read-picture.ts";

/** A picture that can be printed. */
export interface PrintedPicture {
  readonly kind: "bitmap" | "svg";
  /** Points, upright, as large as the file says it is. */
  readonly width: number;
  readonly height: number;
  /** Of a bitmap a JPEG or PNG. */
  readonly read: () => Uint8Array;
}

export interface Pictures {
  /** Undefined for what cannot be shown; throws if the file cannot be read. */
  readonly onScreen: (path: string) => Uint8Array | undefined;
  /** Undefined for what cannot be printed. */
  readonly inPrint: (path: string) => PrintedPicture | undefined;
}

/** What became of a picture that does not fit as it is. */
export interface PictureChange {
  readonly path: string;
  readonly medium: Medium;
  readonly faults: readonly string[];
}

/** A picture that no book can show. */
export interface PictureFailure {
  readonly path: string;
  /** Goes on after "the picture". */
  readonly fault: string;
}

export interface OpenedPictures {
  readonly pictures: Pictures;
  readonly changes: readonly PictureChange[];
  readonly failures: readonly PictureFailure[];
}

/** Points in a CSS pixel. */
const PIXEL = 0.75;

/** Each path once; those that are not there are left to whoever reads them. `onPicture` is told how many are done. */
export async function openPictures(
  paths: readonly string[],
  media: readonly Medium[],
  onPicture: (done: number) => void,
): Promise<OpenedPictures> {
  const fitted = { screen: new Map<string, Uint8Array>(), print: new Map<string, Uint8Array>() };
  const printed = new Map<string, PrintedPicture>();
  const changes: PictureChange[] = [];
  const failures: PictureFailure[] = [];
  for (const [index, path] of paths.entries()) {
    onPicture(index);
    const file = readIfThere(path);
    if (!file) continue;
    const facts = readPicture(file);
    if (!facts || !isWhole(file, facts.type)) {
      failures.push({ path, fault: facts ? "is damaged" : "is no picture that Fleuron knows" });
      continue;
    }
    try {
      for (const medium of media) {
        const { bytes, faults } = await fitPicture(file, facts, medium);
        if (bytes) fitted[medium].set(path, bytes);
        if (faults.length > 0) changes.push({ path, medium, faults });
      }
      printed.set(path, {
        kind: facts.type === "svg" ? "svg" : "bitmap",
        width: facts.width * PIXEL,
        height: facts.height * PIXEL,
        read: () => fitted.print.get(path) ?? readFileSync(path),
      });
    } catch (error) {
      const [reason] = (error instanceof Error ? error.message : String(error)).split("\n");
      failures.push({ path, fault: `cannot be converted (${reason})` });
    }
  }
  const lost = new Set(failures.map(({ path }) => path));
  const pictures: Pictures = {
    onScreen: (path) => (lost.has(path) ? undefined : (fitted.screen.get(path) ?? readFileSync(path))),
    inPrint: (path) => printed.get(path),
  };
  return { pictures, changes, failures };
}

function readIfThere(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
