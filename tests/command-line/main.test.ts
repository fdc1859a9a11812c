/** The compiled program, started as a user starts it. The last two tests need the whole pipeline. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { scratchFolder } from "../support/scratch-folder.ts";

const main = fileURLToPath(new URL("../../.build/main.js", import.meta.url));
const HEADER = "title: Emma & Co\nauthor: Jane Austen\nlanguage: en-GB\n";

function fleuron(cwd: string, ...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...words], { cwd, encoding: "utf8" });
  return { status, stdout, stderr };
}

describe("fleuron", () => {
  it("tells the version in package.json", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(fleuron(".", "--version")).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
  });

  it("helps on standard output", () => {
    const { status, stdout } = fleuron(".", "--help");
    expect(status).toBe(0);
    expect(stdout).toContain("Usage: fleuron build [FOLDER]");
  });

  it("exits with 2 for wrong usage, and shows how", () => {
    const { status, stdout, stderr } = fleuron(".", "build", "--only", "mobi");
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("--only takes epub, pdf or cover");
  });

  it("exits with 3 for a folder that is not there", () => {
    const { status, stdout, stderr } = fleuron(scratchFolder({}), "build", "nowhere");
    expect([status, stdout]).toEqual([3, ""]);
    expect(stderr).toContain("There is no folder nowhere. [manuscript/missing-folder]");
  });

  it("exits with 1 for an empty folder", () => {
    const { status, stderr } = fleuron(scratchFolder({}), "build");
    expect(status).toBe(1);
    expect(stderr).toContain("[manuscript/empty-folder]");
  });

  it("shows errors at their lines, writes nothing, and exits with 1", () => {
    const folder = scratchFolder({
      "manuscript/book.yaml": "titel: Emma\n",
      "manuscript/1.md": Buffer.from("caf\x81", "latin1"),
    });
    const { status, stderr } = fleuron(folder, "build");
    expect(status).toBe(1);
    expect(stderr).toContain(`${path.join("manuscript", "book.yaml")}:1:1: error: There is no key "titel".`);
    expect(stderr).toContain(`${path.join("manuscript", "1.md")}:1:4: error: The file is in no encoding`);
    expect(readdirSync(folder)).toEqual(["manuscript"]);
  });

  it("builds both books of a folder into dist", () => {
    const folder = scratchFolder({ "book.yaml": HEADER, "1.md": "# One\n\nIt was.\n" });
    const { status, stdout, stderr } = fleuron(folder, "build");
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(
      /^dist.emma-co\.epub {2}\d+ documents? .*\ndist.emma-co\.pdf {2}\d+ pages? .*\nPages: .*\n$/,
    );
    expect(readdirSync(path.join(folder, "dist")).sort()).toEqual(["emma-co.epub", "emma-co.pdf"]);
    expect(readFileSync(path.join(folder, "dist/emma-co.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
    expect(readFileSync(path.join(folder, "dist/emma-co.epub")).subarray(30, 38).toString()).toBe("mimetype");
  });

  it("builds the same bytes again under the same date", () => {
    const folder = scratchFolder({ "book.yaml": HEADER, "1.md": "# One\n\nIt was.\n" });
    const build = (out: string) => {
      const run = spawnSync(process.execPath, [main, "build", "--json", "--out", out], {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, SOURCE_DATE_EPOCH: "1000000000", TZ: out === "a" ? "Asia/Tokyo" : "America/Lima" },
      });
      expect(run.stdout.trimEnd().split("\n").at(-1)).toBe('{"type":"done","exitCode":0}');
      return readdirSync(path.join(folder, out))
        .sort()
        .map((name) => readFileSync(path.join(folder, out, name)).toString("base64"));
    };
    expect(build("a")).toEqual(build("b"));
  });
});
