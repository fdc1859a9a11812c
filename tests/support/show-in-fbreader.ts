/**
 * An EPUB in FBReader, the engine of many old readers and telephones: it knows little CSS and no HTML 5.
 *
 * Comes in: a book's file, FBReader and Xvfb. Goes out: the picture on a screen that nobody sees, and what FBReader's library has noted
 * of the book.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { OutsideTool } from "./outside-tools.ts";

/** A screen of 24-bit colours. */
export interface Screen {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue. */
  readonly colourAt: (x: number, y: number) => readonly [number, number, number];
}

export interface FbreaderReport {
  readonly screen: Screen;
  /** All of the library's file, its text readable. */
  readonly library: string;
}

const TURNS = 200;
const TURN = 200;

/** Waits until the screen shows what `isReady` looks for; gives the last screen if it never does. */
export async function showInFbreader(
  fbreader: OutsideTool,
  xvfb: OutsideTool,
  file: string,
  isReady: (screen: Screen) => boolean,
): Promise<FbreaderReport> {
  const folder = mkdtempSync(path.join(tmpdir(), "fleuron-fbreader-"));
  const screens = ["-displayfd", "1", "-fbdir", folder, "-screen", "0", "800x1000x24"];
  const server = spawn(xvfb.command, screens, { stdio: ["ignore", "pipe", "ignore"] });
  let reader: ChildProcess | undefined;
  try {
    const display = await readLine(server);
    const env = { ...process.env, DISPLAY: `:${display}`, HOME: folder };
    reader = spawn(fbreader.command, [file], { stdio: "ignore", env });
    let screen = readScreen(path.join(folder, "Xvfb_screen0"));
    for (let turn = 0; turn < TURNS && !isReady(screen); turn++) {
      await wait(TURN);
      screen = readScreen(path.join(folder, "Xvfb_screen0"));
    }
    const library = path.join(folder, ".FBReader", "books.db");
    return { screen, library: existsSync(library) ? readFileSync(library, "utf8") : "" };
  } finally {
    reader?.kill("SIGKILL");
    server.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function readLine({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    stdout?.once("data", (chunk: Buffer) => resolve(chunk.toString().trim()));
    stdout?.once("end", () => reject(new Error("Xvfb did not start")));
  });
}

/** The screen as Xvfb keeps it: XWD, a head of 32-bit numbers, a table of colours, and pixels of four bytes. */
function readScreen(file: string): Screen {
  const bytes = readFileSync(file);
  const head = (index: number): number => bytes.readUInt32BE(index * 4);
  const [start, width, height, isBigEndian, rowLength] = [
    head(0) + head(19) * 12,
    head(4),
    head(5),
    head(7),
    head(12),
  ];
  return {
    width,
    height,
    colourAt: (x, y) => {
      const at = start + y * rowLength + x * 4;
      const pixel = isBigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at);
      return [(pixel >> 16) & 255, (pixel >> 8) & 255, pixel & 255];
    },
  };
}
