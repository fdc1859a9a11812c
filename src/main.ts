#!/usr/bin/env node
/**
 * The program: the only module that touches standard output, standard error and the exit code.
 *
 * Comes in: the process. Goes out: a host for `run-command.ts`, which does the rest.
 */
import { readFileSync } from "node:fs";
import { EXIT, type Host } from "./command-line/host.ts";
import { describeBug, runCommand } from "./command-line/run-command.ts";
import { tuneEngine } from "./command-line/tune-engine.ts";

/** One folder up, from `src/` as from the compiled `.build/`. */
function readVersion(): string {
  const written: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const found = typeof written === "object" && written !== null && "version" in written ? written.version : "";
  return String(found);
}

const host: Host = {
  print: (text) => void process.stdout.write(text),
  tell: (text) => void process.stderr.write(text),
  columns: process.stderr.isTTY && process.env.TERM !== "dumb" ? process.stderr.columns || 80 : 0,
  now: () => performance.now(),
  env: process.env,
  version: readVersion(),
  // Loaded when it is needed: `--help` need not wait for the fonts' libraries.
  build: async (request) => (await import("./build.ts")).buildBooks(request),
};

// A reader that has seen enough (`fleuron … | head`) closes the pipe: that is no failure of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.on("uncaughtException", (error) => {
  process.stderr.write(describeBug(error, host.version));
  process.exit(EXIT.bug);
});

tuneEngine(process.version);
process.exitCode = await runCommand(process.argv.slice(2), host);
