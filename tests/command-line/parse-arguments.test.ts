import { describe, expect, it } from "vitest";
import { parseArguments } from "../../src/command-line/parse-arguments.ts";

const parse = (line: string) => parseArguments(line.split(" ").filter((word) => word !== ""));

describe("parseArguments", () => {
  it("takes the defaults", () => {
    expect(parse("build")).toEqual({ kind: "build", out: "dist", report: false, quiet: false, json: false });
  });

  it.each([
    "build novel --out books --only pdf --report --quiet --json",
    "--json --report --quiet build --only=pdf --out=books novel",
    "build --out books -q --json --report --only pdf -- novel",
  ])("understands %s", (line) => {
    const expected = {
      kind: "build",
      folder: "novel",
      out: "books",
      only: "pdf",
      report: true,
      quiet: true,
      json: true,
    };
    expect(parse(line)).toEqual(expected);
  });

  it.each(["--help", "-h", "help", "build --help", "build novel -h --json"])("helps with %s", (line) => {
    expect(parse(line)).toEqual({ kind: "help" });
  });

  it.each(["--version", "-v", "build --version"])("tells its version with %s", (line) => {
    expect(parse(line)).toEqual({ kind: "version" });
  });

  it.each([
    ["", "There is no command. Did you mean: fleuron build?"],
    ["biuld", 'There is no command "biuld". Did you mean: fleuron build?'],
    ["novel", 'There is no command "novel". Did you mean: fleuron build novel?'],
    ["build a b", 'One manuscript at a time: "b" is too much.'],
    ["build --onyl=pdf", "There is no option --onyl=pdf. Did you mean --only?"],
    ["build --zzzzzz", "There is no option --zzzzzz."],
    ["build -x", "There is no option -x."],
    ["build --only mobi", '--only takes epub or pdf, not "mobi".'],
    ["build --out", "--out needs a value after it."],
    ["build --out=", "The name of a folder cannot be empty."],
    ["build --quiet=yes", "Option '-q, --quiet' does not take an argument"],
  ])("%j is misused", (line, message) => {
    expect(parse(line)).toEqual({ kind: "misuse", message, json: false });
  });

  it("remembers --json even where nothing else is right", () => {
    expect(parse("biuld --json")).toMatchObject({ kind: "misuse", json: true });
  });
});
