import { describe, expect, it } from "vitest";
import type { PageMark } from "../../src/style/page-marks.ts";
import { readMarks } from "../../src/typeset/page/page-values.ts";

const set = (value: string): PageMark => ({ kind: "string", name: "head", value });

describe("named strings", () => {
  // Four pages: nothing; a and b, a at the head; nothing; c, further down.
  const pages = readMarks([
    { marks: [], atHead: 0 },
    { marks: [set("a"), set("b")], atHead: 1 },
    { marks: [], atHead: 0 },
    { marks: [set("c")], atHead: 0 },
  ]);
  it.each([
    ["first", ["", "a", "b", "c"]],
    ["start", ["", "a", "b", "b"]],
    ["last", ["", "b", "b", "c"]],
    ["first-except", ["", "", "b", ""]],
  ] as const)("%s", (choice, shown) => {
    expect(pages.map((page) => page.string("head", choice))).toEqual(shown);
  });
});

it("counters have the value that the page ends with", () => {
  const count = (value: number): PageMark => ({ kind: "counter", name: "chapter", value });
  const pages = readMarks([
    { marks: [], atHead: 0 },
    { marks: [count(1), count(2)], atHead: 0 },
    { marks: [], atHead: 0 },
  ]);
  expect(pages.map((page) => page.counter("chapter"))).toEqual([0, 2, 2]);
});
