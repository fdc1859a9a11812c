import { describe, expect, it } from "vitest";
import type { PageMark } from "../../src/style/page-marks.ts";
import { numberPages } from "../../src/typeset/page/page-numbers.ts";
import { pageOf } from "../style/css.ts";

const set = (value: number): PageMark => ({ kind: "pageNumber", change: "set", value });

/** Labels of pages given as the matter they stand in, with a mark or without. */
function labels(css: string, ...pages: readonly ("front" | "body" | readonly ["front" | "body", PageMark])[]) {
  const style = pageOf(css);
  return numberPages(
    pages.map((page) => {
      const [matter, mark] = typeof page === "string" ? [page, undefined] : page;
      return { matter, style, plain: style, marks: mark ? [mark] : [] };
    }),
  ).map(({ label }) => label);
}

const FOLIO = "@page { @bottom-center { content: counter(page) } }";

describe("page numbers", () => {
  it("are Roman in the front matter, and begin anew with the body", () => {
    expect(labels(FOLIO, "front", "front", "body", "body")).toEqual(["i", "ii", "1", "2"]);
    expect(labels("", "front", "body")).toEqual(["i", "1"]);
    expect(labels(FOLIO, "body", "body")).toEqual(["1", "2"]);
  });

  it("are as the folio shows them", () => {
    const css = "@page { @top-left { content: 'p. ' counter(page, upper-roman) } }";
    expect(labels(css, "front", "front", "body")).toEqual(["I", "II", "I"]);
  });

  it("are the stylesheet's own if it sets any", () => {
    expect(labels(FOLIO, "front", ["body", set(5)], "body")).toEqual(["1", "5", "6"]);
    expect(labels(`${FOLIO} @page { counter-reset: page 7 }`, "front", "body")).toEqual(["8", "8"]);
  });

  it("have no nought: a reset without a number begins at the first", () => {
    expect(labels(FOLIO, "front", "front", ["body", set(0)], "body")).toEqual(["1", "2", "1", "2"]);
  });

  it("go in the steps that are said", () => {
    expect(labels(`${FOLIO} @page { counter-increment: page 2 }`, "body", "body")).toEqual(["2", "4"]);
    expect(labels(FOLIO, "body", ["body", { kind: "pageNumber", change: "add", value: 3 }])).toEqual(["1", "5"]);
  });
});
