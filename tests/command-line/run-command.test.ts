import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { BuildRequest, BuildResult, BuiltBook } from "../../src/build.ts";
import type { Host } from "../../src/command-line/host.ts";
import { runCommand } from "../../src/command-line/run-command.ts";
import { diagnose } from "../../src/core/diagnostic.ts";
import { spanAt } from "../../src/core/span.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

const epub: BuiltBook = {
  kind: "epub",
  fileName: "emma.epub",
  bytes: Buffer.from("new epub"),
  documents: 63,
  milliseconds: 312.4,
};
const pdf: BuiltBook = {
  kind: "pdf",
  fileName: "emma.pdf",
  bytes: Buffer.from("new pdf"),
  pages: 1,
  milliseconds: 1234,
};
const sources = [{ path: "m/1.md", name: "1.md", text: "# One\n\nsee [^x]\n" }];
const warning = diagnose("markdown/raw-html", spanAt("m/1.md", 1, 3, 3), "Odd.", "Do not.");
const error = diagnose("note/undefined", spanAt("m/1.md", 3, 5, 4), "There is no note x.", "Define it.");
const books: BuildResult = { books: [epub, pdf], diagnostics: [], changes: [], sources };

/** Runs `fleuron` with a build that gives this result, or throws it. */
async function run(words: readonly string[], result: BuildResult | Error, columns = 0) {
  const requests: BuildRequest[] = [];
  let stdout = "";
  let stderr = "";
  let clock = 0;
  const host: Host = {
    print: (text) => {
      stdout += text;
    },
    tell: (text) => {
      stderr += text;
    },
    columns,
    now: () => {
      clock += 100;
      return clock;
    },
    env: {},
    version: "9.9.9",
    build: async (request) => {
      requests.push(request);
      request.onProgress?.({ stage: "setting pages", done: 1, total: 61 });
      request.onProgress?.({ stage: "setting pages", done: 61, total: 61 });
      if (result instanceof Error) throw result;
      return result;
    },
  };
  const exitCode = await runCommand(words, host);
  return { exitCode, stdout, stderr, requests };
}

/** An output folder with yesterday's books in it. */
function oldBooks(): string {
  return scratchFolder({ "emma.epub": "old epub", "emma.pdf": "old pdf" }, "books");
}

function contents(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), "utf8")]),
  );
}

describe("a build that succeeds", () => {
  it("replaces the books and says where they are", async () => {
    const out = oldBooks();
    const { exitCode, stdout, stderr } = await run(["build", "m", "--out", out], books);
    expect(exitCode).toBe(0);
    expect(contents(out)).toEqual({ "emma.epub": "new epub", "emma.pdf": "new pdf" });
    expect(stdout).toBe(
      `${out}${path.sep}emma.epub  63 documents  8 B  0.3 s\n${out}${path.sep}emma.pdf  1 page  7 B  1.2 s\n`,
    );
    expect(stderr).toBe("");
  });

  it("says what the author should know of a book, in words and in JSON", async () => {
    const noted = { ...books, books: books.books.map((book) => ({ ...book, notice: "no page list" })) };
    const inWords = await run(["build", "m", "--out", oldBooks()], noted);
    expect(inWords.stdout).toContain("8 B  0.3 s  (no page list)\n");
    const inJson = await run(["build", "m", "--json", "--out", oldBooks()], noted);
    expect(inJson.stdout).toContain('"notice":"no page list"');
  });

  it("makes the output folder", async () => {
    const out = path.join(oldBooks(), "a", "b");
    expect((await run(["build", "m", "--out", out], books)).exitCode).toBe(0);
    expect(contents(out)).toEqual({ "emma.epub": "new epub", "emma.pdf": "new pdf" });
  });

  it("leaves the other book alone with --only", async () => {
    const out = oldBooks();
    const { requests } = await run(["build", "m", "--out", out, "--only", "pdf"], { ...books, books: [pdf] });
    expect(requests[0]).toMatchObject({ folder: "m", only: "pdf" });
    expect(contents(out)).toEqual({ "emma.epub": "old epub", "emma.pdf": "new pdf" });
  });

  it("shows its warnings with their lines, and counts them", async () => {
    const { exitCode, stderr } = await run(["build", "m", "--out", oldBooks()], {
      ...books,
      diagnostics: [warning],
      changes: [],
    });
    expect(exitCode).toBe(0);
    expect(stderr).toBe(
      "m/1.md:1:3: warning: Odd. [markdown/raw-html]\n 1 | # One\n   |   ^^^\n  → Do not.\n1 warning\n",
    );
  });

  it("says nothing with --quiet", async () => {
    const { stdout, stderr } = await run(["build", "m", "--quiet", "--out", oldBooks()], {
      ...books,
      diagnostics: [warning],
      changes: [],
    });
    expect(stdout + stderr).toBe("");
  });

  it("takes manuscript/ if no folder is named, since this project has one", async () => {
    const { requests } = await run(["build", "--out", oldBooks()], books);
    expect(requests[0]?.folder).toBe("manuscript");
  });
});

describe("a build that fails", () => {
  it("replaces nothing, and shows every error", async () => {
    const out = oldBooks();
    const result: BuildResult = { books: [], diagnostics: [warning, error], changes: [], sources };
    const { exitCode, stdout, stderr } = await run(["build", "m", "--out", out], result);
    expect(exitCode).toBe(1);
    expect(contents(out)).toEqual({ "emma.epub": "old epub", "emma.pdf": "old pdf" });
    expect(stdout).toBe("");
    expect(stderr).toContain(" 3 | see [^x]\n   |     ^^^^\n  → Define it.\n");
    expect(stderr).toMatch(/\n1 error, 1 warning: no book was written, and .*books is as it was\.\n$/);
  });

  it("shows errors, not warnings, with --quiet", async () => {
    const result: BuildResult = { books: [], diagnostics: [warning, error], changes: [], sources };
    const { stderr } = await run(["build", "m", "--quiet", "--out", oldBooks()], result);
    expect(stderr).toContain("There is no note x.");
    expect(stderr).not.toContain("Odd.");
  });

  it.each(["manuscript/missing-folder", "manuscript/unreadable"] as const)("exits with 3 for %s", async (code) => {
    const result: BuildResult = {
      books: [],
      diagnostics: [error, diagnose(code, undefined, "No.")],
      changes: [],
      sources,
    };
    expect((await run(["build", "m", "--out", oldBooks()], result)).exitCode).toBe(3);
  });

  it("exits with 3 if the output folder is a file", async () => {
    const out = path.join(oldBooks(), "emma.pdf");
    const { exitCode, stderr, stdout } = await run(["build", "m", "--out", out], books);
    expect(exitCode).toBe(3);
    expect(stderr).toContain(`${out} cannot be written: there is a file of that name.`);
    expect(stdout).toBe("");
  });

  it("replaces neither book if one cannot be replaced", async () => {
    const out = scratchFolder({ "emma.epub": "old epub", "emma.pdf/x": "" }, "books");
    const { exitCode, stderr } = await run(["build", "m", "--out", out], books);
    expect(exitCode).toBe(3);
    expect(stderr).toContain("emma.pdf cannot be written: it is a folder.");
    expect(readFileSync(path.join(out, "emma.epub"), "utf8")).toBe("old epub");
    expect(readdirSync(out).sort()).toEqual(["emma.epub", "emma.pdf"]);
  });

  it("leaves no temporary file behind if one of them cannot be written", async () => {
    const out = oldBooks();
    mkdirSync(path.join(out, `.emma.pdf.${process.pid}.part`));
    writeFileSync(path.join(out, `.emma.pdf.${process.pid}.part`, "x"), "");
    const { exitCode } = await run(["build", "m", "--out", out], books);
    expect(exitCode).toBe(3);
    expect(existsSync(path.join(out, `.emma.epub.${process.pid}.part`))).toBe(false);
    expect(readFileSync(path.join(out, "emma.epub"), "utf8")).toBe("old epub");
  });

  it("owns up to a bug", async () => {
    const { exitCode, stderr } = await run(["build", "m"], new TypeError("x is not a function"));
    expect(exitCode).toBe(70);
    expect(stderr).toContain("this is a bug in Fleuron");
    expect(stderr).toContain("Fleuron 9.9.9, Node v");
    expect(stderr).toContain("TypeError: x is not a function\n    at ");
  });

  it("knows the system's refusals from bugs", async () => {
    const refusal = Object.assign(new Error("ENOSPC"), { code: "ENOSPC", syscall: "read", path: "m/a.png" });
    const { exitCode, stderr } = await run(["build", "m"], refusal);
    expect([exitCode, stderr]).toEqual([3, "fleuron: m/a.png: the disk is full.\n"]);
  });
});

describe("--json", () => {
  const lines = (text: string): unknown[] =>
    text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));

  it("prints one object a line, the last one done", async () => {
    const out = oldBooks();
    const { exitCode, stdout, stderr } = await run(["build", "m", "--json", "--out", out], {
      ...books,
      diagnostics: [warning],
      changes: [],
    });
    expect(exitCode).toBe(0);
    expect(stderr).toBe("");
    expect(lines(stdout)).toEqual([
      { type: "progress", stage: "setting pages", done: 1, total: 61 },
      { type: "progress", stage: "setting pages", done: 61, total: 61 },
      {
        type: "diagnostic",
        severity: "warning",
        code: "markdown/raw-html",
        file: "m/1.md",
        line: 1,
        column: 3,
        length: 3,
        message: "Odd.",
        hints: ["Do not."],
      },
      {
        type: "output",
        kind: "epub",
        path: path.join(out, "emma.epub"),
        bytes: 8,
        documents: 63,
        milliseconds: 312,
      },
      { type: "output", kind: "pdf", path: path.join(out, "emma.pdf"), bytes: 7, pages: 1, milliseconds: 1234 },
      { type: "report", errors: 0, warnings: 1, written: true, changes: {}, milliseconds: expect.any(Number) },
      { type: "done", exitCode: 0 },
    ]);
  });

  it.each([
    ["errors", ["build", "m", "--json"], { ...books, books: [], diagnostics: [error] }, 1],
    ["bugs", ["build", "m", "--json"], new Error("bug"), 70],
    ["misuse", ["biuld", "--json"], books, 2],
  ])("ends with done after %s", async (_, words, result, exitCode) => {
    const { stdout } = await run(words, result);
    expect(lines(stdout).at(-1)).toEqual({ type: "done", exitCode });
  });
});

/** Back to the first column, and clear to the end of the line. */
const CLEAR = "\r\u001b[K";

describe("progress", () => {
  it("rewrites one line of a terminal, and leaves it clear", async () => {
    const { stderr } = await run(["build", "m", "--out", oldBooks()], books, 80);
    const shown = stderr.split(CLEAR).map((text) => text.replace(/\d\.\d s$/, "TIME"));
    expect(shown).toEqual(["", "setting pages 1/61  TIME", "setting pages 61/61  TIME", ""]);
  });

  it("stays inside a narrow terminal", async () => {
    const { stderr } = await run(["build", "m", "--out", oldBooks()], books, 10);
    expect(stderr.split(CLEAR)).toEqual(["", "setting p", "setting p", ""]);
  });

  it("is cleared before a message", async () => {
    const { stderr } = await run(["build", "m"], new Error("bug"), 80);
    const [last = "", before = ""] = stderr.split(CLEAR).reverse();
    expect(before).toContain("61/61");
    expect(last).toContain("fleuron: this is a bug");
  });
});

describe("misuse", () => {
  it("shows the help on standard error", async () => {
    const { exitCode, stdout, stderr, requests } = await run(["build", "--only", "mobi"], books);
    expect([exitCode, stdout, requests]).toEqual([2, "", []]);
    expect(stderr).toMatch(/^fleuron: --only takes epub, pdf or cover, not "mobi"\.\n\nUsage: fleuron build/);
  });
});

describe("changes to the text", () => {
  const changes: BuildResult["changes"] = [
    { what: "section/number", span: spanAt("m/1.md", 1, 1, 4), before: "III.", after: "a heading" },
    { what: "scene/mark", span: spanAt("m/1.md", 5), before: "#", after: "a scene break" },
    { what: "scene/mark", span: spanAt("m/1.md", 9), before: "~", after: "a scene break" },
  ];
  const changed: BuildResult = { ...books, changes };
  const notice = diagnose("manuscript/paragraphs", spanAt("m/1.md", 1), "Each line is a paragraph.");
  const out = () => path.join(scratchFolder({}), "books");

  it("are summed up", async () => {
    const { stderr, stdout } = await run(["build", "m", "--out", out()], changed);
    expect(stderr).toContain(
      "Changed in the text (--report lists each):\n  1 section number made a heading\n  2 marks made scene breaks\n",
    );
    expect(stdout).not.toContain("III.");
  });

  it("are listed with file and line by --report, even where --quiet keeps the rest away", async () => {
    const { stdout, stderr } = await run(["build", "m", "--out", out(), "--quiet", "--report"], changed);
    expect(stdout).toBe(
      "\nChanged in the text:\n" +
        "  m/1.md:1:1  section number made a heading: III. → a heading\n" +
        "  m/1.md:5:1  mark made a scene break: # → a scene break\n" +
        "  m/1.md:9:1  mark made a scene break: ~ → a scene break\n",
    );
    expect(stderr).toBe("");
    expect((await run(["build", "m", "--out", out(), "--quiet", "--report"], books)).stdout).toContain(
      "Nothing was changed in the text.",
    );
  });

  it("are objects under --json", async () => {
    const { stdout } = await run(["build", "m", "--out", out(), "--json", "--report"], changed);
    const objects = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(objects.filter(({ type }) => type === "change")[0]).toEqual({
      type: "change",
      what: "section/number",
      file: "m/1.md",
      line: 1,
      column: 1,
      length: 4,
      before: "III.",
      after: "a heading",
    });
    expect(objects.find(({ type }) => type === "report")).toMatchObject({
      changes: { "section/number": 1, "scene/mark": 2 },
    });
  });

  it("are not summed up where no book is written", async () => {
    const { stderr } = await run(["build", "m", "--out", out()], { ...changed, books: [], diagnostics: [error] });
    expect(stderr).not.toContain("Changed");
  });

  it("are told by notices, which are neither errors nor warnings, and show no line", async () => {
    const told = { ...changed, diagnostics: [notice] };
    const { stderr } = await run(["build", "m", "--out", out()], told);
    expect(stderr).toContain("m/1.md:1:1: notice: Each line is a paragraph. [manuscript/paragraphs]\nChanged");
    expect(stderr).not.toContain("warning");
    expect((await run(["build", "m", "--out", out(), "--quiet"], told)).stderr).toBe("");
  });
});
