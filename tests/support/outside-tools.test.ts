import { afterEach, expect, test, vi } from "vitest";
import { findTool, requireTool, runTool } from "./outside-tools.ts";

afterEach(() => vi.unstubAllEnvs());

class Skipped extends Error {}

/** A test context that tells by an exception that it was asked to skip. */
const context = {
  skip: (note?: string | boolean): never => {
    throw new Skipped(String(note));
  },
};

test("a tool that is not there skips the test with a word that names it", () => {
  vi.stubEnv("PATH", "");
  vi.stubEnv("CI", "");
  expect(findTool("qpdf")).toBeUndefined();
  expect(() => requireTool(context, "qpdf")).toThrow(Skipped);
  expect(() => requireTool(context, "qpdf")).toThrow(/qpdf is not installed/);
});

test("in CI it fails instead", () => {
  vi.stubEnv("PATH", "");
  vi.stubEnv("CI", "true");
  expect(() => requireTool(context, "epubcheck 5")).toThrow(/CI=true requires it/);
  expect(() => requireTool(context, "epubcheck 5")).not.toThrow(Skipped);
});

test("but not for a tool that CI does not install", () => {
  vi.stubEnv("PATH", "");
  vi.stubEnv("CI", "true");
  expect(() => requireTool(context, "ebook-convert")).toThrow(Skipped);
});

test("a tool's status and both its streams are handed on", () => {
  const node = { command: process.execPath, arguments: ["-e"] };
  const run = runTool(node, "console.log(process.argv[1]); console.error('no'); process.exit(3)", "yes");
  expect(run).toEqual({ status: 3, stdout: "yes\n", stderr: "no\n" });
});
