/** For every claim, a book that earns it, and the same book with one thing changed that loses it. */
import { describe, expect, test } from "vitest";
import type { Element, MarkedSection } from "../../src/book/element.ts";
import type { AccessibilityStatement } from "../../src/config/book-config.ts";
import { spanAt } from "../../src/core/span.ts";
import { type AccessClaims, type AccessEvidence, claimAccess } from "../../src/epub/accessibility.ts";
import { checkConformance } from "../../src/epub/check-conformance.ts";
import { collectImages } from "../../src/epub/collect-images.ts";
import { a, chapter, config, el, h2, img, p, titlePage } from "../support/elements.ts";
import { GIF, PNG } from "../support/images.ts";

/** A book that earns every claim. */
const MAP = img("/map.png", "A map of the island");
const FORMULA = el("math", {}, el("mi", {}, "x"));
const TABLE = el("table", {}, el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "House"))));
const tableHead = (...cells: readonly string[]): Element =>
  el("thead", {}, el("tr", {}, ...cells.map((cell) => el(cell === "" ? "td" : "th", {}, cell))));
const STATEMENT: AccessibilityStatement = { certifiedBy: "The House Press", span: spanAt("book/book.yaml", 4) };
const CSS = "blockquote { color: #555 }";

interface Changes extends Partial<Omit<AccessEvidence, "sections" | "images">> {
  readonly sections?: readonly MarkedSection[];
  readonly bytes?: Uint8Array;
}

const bookOf = (...children: readonly Element[]): readonly MarkedSection[] => [
  titlePage("A Book", "A"),
  chapter("c", "C", ...children),
];

function evidenceOf({
  sections = bookOf(p("Words."), p(MAP), p(FORMULA), TABLE),
  bytes = PNG,
  ...others
}: Changes) {
  const images = collectImages(
    sections.map((section) => section.root),
    config(),
    () => bytes,
  ).value;
  return {
    sections,
    images,
    language: "en",
    hasCover: false,
    hasPageList: true,
    css: CSS,
    statement: STATEMENT,
    ...others,
  };
}

function claimsOf(changes: Changes = {}): AccessClaims {
  const evidence = evidenceOf(changes);
  return claimAccess(evidence, checkConformance(evidence));
}

test("a book that has everything", () => {
  const { summary, ...claims } = claimsOf();
  expect(claims).toEqual({
    modes: ["textual", "visual"],
    sufficientModes: ["textual,visual", "textual"],
    features: [
      "tableOfContents",
      "readingOrder",
      "structuralNavigation",
      "displayTransformability",
      "alternativeText",
      "pageBreakMarkers",
      "pageNavigation",
      "MathML",
    ],
    hazard: "none",
    conformance: {
      standard: "EPUB Accessibility 1.1 - WCAG 2.2 Level AA",
      certifiedBy: "The House Press",
    },
  });
  expect(summary).toEqual({
    language: "en",
    text:
      "The text can be enlarged, restyled and read aloud, and is reached through a table of contents. " +
      "The page numbers of the print edition are kept. Every image that matters is described in words.",
  });
});

const WORDLESS = { ...chapter("c", "C"), root: el("section.chapter", {}, el("figure", {}, MAP)) };
const BARE = { ...chapter("c", "C"), root: el("section.chapter", {}, p("No heading.")) };

test.each<[string, Changes, (claims: AccessClaims) => readonly string[]]>([
  ["textual", { sections: [WORDLESS] }, (claims) => claims.modes],
  ["visual", { sections: bookOf(p("Words.")) }, (claims) => claims.modes],
  ["visual", { sections: bookOf(p(img("/map.png", ""))) }, (claims) => claims.modes],
  ["textual", { sections: bookOf(p(el("img", { src: "/map.png" }))) }, (claims) => claims.sufficientModes],
  ["textual", { sections: [WORDLESS] }, (claims) => claims.sufficientModes],
  ["textual,visual", { sections: bookOf(p("Words.")) }, (claims) => claims.sufficientModes],
  ["tableOfContents", { sections: [titlePage("A Book", "A")] }, (claims) => claims.features],
  ["readingOrder", { sections: [WORDLESS] }, (claims) => claims.features],
  ["structuralNavigation", { sections: [titlePage("A Book", "A"), BARE] }, (claims) => claims.features],
  ["displayTransformability", { sections: [WORDLESS] }, (claims) => claims.features],
  ["displayTransformability", { css: "p { font-size: 1em !important }" }, (claims) => claims.features],
  ["alternativeText", { sections: bookOf(p(el("img", { src: "/map.png" }))) }, (claims) => claims.features],
  ["alternativeText", { sections: bookOf(p("Words.")) }, (claims) => claims.features],
  ["pageBreakMarkers", { hasPageList: false }, (claims) => claims.features],
  ["pageNavigation", { hasPageList: false }, (claims) => claims.features],
  ["MathML", { sections: bookOf(p("Words."), p(MAP)) }, (claims) => claims.features],
])("%s is earned by the whole book, and lost with %j", (claim, changes, values) => {
  expect(values(claimsOf())).toContain(claim);
  expect(values(claimsOf(changes))).not.toContain(claim);
});

test("a cover with its description is alternative text, and makes no book visual", () => {
  const words = bookOf(p("Words."));
  expect(claimsOf({ sections: words, hasCover: true }).features).toContain("alternativeText");
  expect(claimsOf({ sections: words, hasCover: true }).modes).toEqual(["textual"]);
  expect(claimsOf({ sections: words, hasCover: false }).features).not.toContain("alternativeText");
});

const LOOP = new Uint8Array([...GIF, ...new TextEncoder().encode("!\u00ff\u000bNETSCAPE2.0\u0003")]);

test("no hazard is claimed only where nothing moves", () => {
  expect(claimsOf({ bytes: GIF }).hazard).toBe("none");
  expect(claimsOf({ bytes: LOOP }).hazard).toBe("unknown");
});

test("the summary is the author's own, in the book's language, where there is one", () => {
  const statement = { ...STATEMENT, summary: "Alles ist Text." };
  expect(claimsOf({ statement }).summary).toEqual({ text: "Alles ist Text." });
});

test("the summary speaks the language of the book, if Fleuron does", () => {
  expect(claimsOf({ language: "fr" }).summary.text).toContain("l’édition imprimée");
  expect(claimsOf({ language: "fr" }).summary.language).toBe("fr");
  expect(claimsOf({ language: "eo" }).summary).toEqual({ ...claimsOf().summary, language: "en" });
});

test("the summary says what is missing", () => {
  expect(claimsOf({ sections: bookOf(p(el("img", { src: "/map.png" }))) }).summary.text).toContain(
    "Some images are not described.",
  );
  expect(claimsOf({ sections: [titlePage("A Book", "A"), BARE] }).summary.text).toContain(
    "Some sections have no heading.",
  );
  expect(claimsOf({ sections: bookOf(p("Words.")) }).summary.text).toContain("All of the content is text.");
});

describe("conformance", () => {
  test("is claimed only if the author asks", () => {
    const { statement: _, ...silent } = evidenceOf({});
    expect(checkConformance(silent)).toEqual([]);
    expect(claimAccess(silent, [])).not.toHaveProperty("conformance");
  });

  test.each<[string, Changes]>([
    ["1 picture has no description", { sections: bookOf(p(el("img", { src: "/map.png" }))) }],
    ["a link without words", { sections: bookOf(p("See ", a("c.xhtml"))) }],
    ["a column without a heading", { sections: bookOf(el("table", {}, tableHead("", "A", ""))) }],
    ["animated", { bytes: LOOP }],
    ["too faint to read: blockquote", { css: "blockquote { color: #999 }" }],
  ])("is lost, and the author hears of it: %s", (fault, changes) => {
    expect(claimsOf()).toHaveProperty("conformance");
    expect(claimsOf(changes)).not.toHaveProperty("conformance");
    expect(checkConformance(evidenceOf(changes))).toEqual([expect.stringContaining(fault)]);
  });

  test("the corner of a table may be empty", () => {
    expect(checkConformance(evidenceOf({ sections: bookOf(el("table", {}, tableHead("", "A", "B"))) }))).toEqual(
      [],
    );
  });

  test("a link that is a described picture has words", () => {
    expect(checkConformance(evidenceOf({ sections: bookOf(h2("x", "X"), p(a("c.xhtml", MAP))) }))).toEqual([]);
  });
});
