import { expect, test } from "vitest";
import { giveAttributes } from "../../src/epub/semantics.ts";
import { chapter, el, h1, p, titlePage } from "../support/elements.ts";

test("a section is named by its heading, or else by its title", () => {
  const root = el("section", { role: "doc-chapter" }, el("h1#the-trap", {}, "The Trap"));
  const named = { ...chapter("c", "The Trap"), root };
  const nameless = { ...chapter("d", "Dedication"), root: el("section", { role: "doc-dedication" }, p("To A.")) };
  const front = titlePage("A Book", "A");
  const attributesOf = giveAttributes([front, named, nameless]);
  expect(attributesOf(named.root)).toEqual({ "aria-labelledby": "the-trap" });
  expect(attributesOf(nameless.root)).toEqual({ "aria-label": "Dedication" });
  expect(attributesOf(front.root)).toEqual({});
});

test("a Roman number is said as a number; notes are no part of a heading", () => {
  const attributesOf = giveAttributes([]);
  const note = el("a", { role: "doc-noteref" }, "1");
  expect(attributesOf(h1("III.", note))).toEqual({ "aria-label": "3" });
  expect(attributesOf(h1("III", el("br", {}), el("em", {}, "The Trap")))).toEqual({ "aria-label": "3. The Trap" });
  expect(attributesOf(h1("The Trap"))).toEqual({});
  expect(attributesOf(p("III."))).toEqual({});
});

test("a passage that is marked by its class has a type and one role", () => {
  const attributesOf = giveAttributes([]);
  expect(attributesOf(el("div.wide.epigraph", {}))).toEqual({ "epub:type": "epigraph", role: "doc-epigraph" });
  expect(attributesOf(el("div.epigraph", { role: "note" }))).toEqual({});
  expect(attributesOf(el("div.verse", {}))).toEqual({});
  expect(attributesOf(p())).toEqual({});
});
