import { expect, test } from "vitest";
import type { MarkedSection } from "../../src/book/element.ts";
import { claimAccess } from "../../src/epub/accessibility.ts";
import { collectImages } from "../../src/epub/collect-images.ts";
import { chapter, config, el, img, p } from "../support/elements.ts";
import { GIF, PNG } from "../support/images.ts";

function claimsOf(section: MarkedSection, bytes: Uint8Array = PNG, hasCover = false) {
  return claimAccess([section], collectImages([section.root], config(), () => bytes).value, hasCover);
}

const ALWAYS = ["tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability"];

test("a book of words", () => {
  const claims = claimsOf(chapter("c", "C", p("Words.")));
  expect(claims).toMatchObject({
    modes: ["textual"],
    sufficientModes: ["textual"],
    features: ALWAYS,
    hazard: "none",
  });
  expect(claims.summary).toContain("All of the content is text.");
});

test("a cover or a decoration makes no book visual", () => {
  const claims = claimsOf(chapter("c", "C", p(img("/ornament.png", ""))), PNG, true);
  expect(claims.modes).toEqual(["textual"]);
  expect(claims.features).toEqual([...ALWAYS, "alternativeText"]);
  expect(claimsOf(chapter("c", "C", p(img("/ornament.png", "")))).features).toEqual(ALWAYS);
});

test("images with descriptions", () => {
  const claims = claimsOf(chapter("c", "C", p(img("/map.png", "A map of the island"))));
  expect(claims.modes).toEqual(["textual", "visual"]);
  expect(claims.sufficientModes).toEqual(["textual,visual", "textual"]);
  expect(claims.features).toContain("alternativeText");
  expect(claims.summary).toContain("Every image that matters is described in words.");
});

test("an image without a description", () => {
  const claims = claimsOf(chapter("c", "C", p(el("img", { src: "/map.png" }))), PNG, true);
  expect(claims.sufficientModes).toEqual(["textual,visual"]);
  expect(claims.features).not.toContain("alternativeText");
  expect(claims.summary).toContain("Some images are not described.");
});

test("structure is claimed only where every section has a heading", () => {
  const bare = { ...chapter("c", "C"), root: el("section.chapter", {}, p("No heading.")) };
  expect(claimsOf(bare).features).not.toContain("structuralNavigation");
});

test("mathematics", () => {
  expect(claimsOf(chapter("c", "C", p(el("math", {}, el("mi", {}, "x"))))).features).toContain("MathML");
});

test("an animation may flash", () => {
  const loop = new TextEncoder().encode("!\u00ff\u000bNETSCAPE2.0\u0003");
  const section = chapter("c", "C", p(img("/a.gif", "A")));
  expect(claimsOf(section, new Uint8Array([...GIF, ...loop])).hazard).toBe("unknown");
  expect(claimsOf(section, GIF).hazard).toBe("none");
});
