import { expect, test } from "vitest";
import { packageEpub } from "../../src/epub/package-epub.ts";
import { a, chapter, config, el, em, h2, img, p } from "../support/elements.ts";
import { PNG, WEBP } from "../support/images.ts";

test("a chapter's document, whole", () => {
  const note = "001-one.xhtml#note-1";
  const section = chapter(
    "001-one",
    "Größe & Maß",
    p(
      "Er sagte ",
      em("„é“"),
      el("a#ref-1", { href: note, "epub:type": "noteref", role: "doc-noteref" }, "1"),
      ".",
    ),
    el("figure", {}, img("/book/Die See.png", "Die „See“ & mehr")),
    h2("teil", "Teil"),
    el("ol", { start: "3" }, el("li", {}, "drei")),
    el(
      "section.footnotes",
      { role: "doc-endnotes" },
      el(
        "aside#note-1.footnote",
        { "epub:type": "footnote", role: "doc-footnote" },
        p(el("a", { href: "001-one.xhtml#ref-1", role: "doc-backlink" }, "1"), " Eine Note."),
      ),
    ),
  );
  const { value, diagnostics } = packageEpub([section], config({ language: "de" }), "", () => PNG);
  expect(diagnostics).toEqual([]);
  expect(value.documents.map((d) => [d.id, d.href])).toEqual([["text-001-one", "text/001-one.xhtml"]]);
  expect(value.documents[0]?.xhtml).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="de" lang="de">
<head>
<meta charset="UTF-8"/>
<title>Größe &amp; Maß</title>
<link rel="stylesheet" type="text/css" href="../style.css"/>
</head>
<body>
<section class="chapter" role="doc-chapter" epub:type="chapter" aria-label="Größe &amp; Maß">
<h1>Größe &amp; Maß</h1>
<p>Er sagte <em>„é“</em><a id="ref-1" href="001-one.xhtml#note-1" epub:type="noteref" role="doc-noteref">1</a>.</p>
<figure><img src="../images/die-see.png" alt="Die „See“ &amp; mehr"/></figure>
<h2 id="teil">Teil</h2>
<ol start="3">
<li>drei</li>
</ol>
<section class="footnotes" role="doc-endnotes">
<aside id="note-1" class="footnote" epub:type="footnote" role="doc-footnote">
<p><a href="001-one.xhtml#ref-1" role="doc-backlink">1</a> Eine Note.</p>
</aside>
</section>
</section>
</body>
</html>
`);
});

test("a section in another language says so", () => {
  const section = { ...chapter("fr", "Préface"), language: "fr" };
  const xhtml = packageEpub([section], config({ language: "en" }), "").value.documents[0]?.xhtml;
  expect(xhtml).toContain('xml:lang="fr" lang="fr">\n<head>');
});

test("the cover has a page of its own, first in reading order, described in the book's language", () => {
  const { value } = packageEpub(
    [chapter("cover", "Not the cover")],
    config({ title: `"A" & B`, language: "fr", cover: { path: "/book/cover.png" } }),
    "",
    () => PNG,
  );
  expect(value.documents.map((d) => d.href)).toEqual(["cover.xhtml", "text/cover.xhtml"]);
  expect(value.documents[0]?.xhtml).toContain(
    '<section class="cover" epub:type="cover"><img role="doc-cover" src="images/cover.png" ' +
      'alt="Couverture de &quot;A&quot; &amp; B"/></section>',
  );
  expect(value.resources.map((r) => r.href)).toEqual(["cover.css", "images/cover.png"]);
});

test("without a cover there is no cover page, stylesheet or landmark", () => {
  const { value } = packageEpub([chapter("one", "One")], config(), "");
  expect(value.resources).toEqual([]);
  expect(`${value.packageDocument}${value.navigation}`).not.toContain("cover");
});

test("links inside the book stay as they are, outside ones are made valid", () => {
  const links = ["b.xhtml", "b.xhtml#x", "https://example.com/a|b"];
  const sections = [chapter("a", "A", p(...links.map((href) => a(href, "x")))), chapter("b", "B", h2("x", "X"))];
  const xhtml = packageEpub(sections, config(), "").value.documents[0]?.xhtml ?? "";
  expect([...xhtml.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    "b.xhtml",
    "b.xhtml#x",
    "https://example.com/a%7Cb",
  ]);
});

test("an address that cannot be opened is reported, and its text stays", () => {
  const { value, diagnostics } = packageEpub([chapter("a", "A", p(a("http://[foo", "there")))], config(), "");
  expect(value.documents[0]?.xhtml).toContain("<p><a>there</a></p>");
  expect(diagnostics).toMatchObject([{ code: "link/unknown-file", severity: "warning" }]);
  expect(diagnostics[0]?.message).toContain("http://[foo");
});

test("an image that cannot go in leaves its description", () => {
  const section = chapter("a", "A", p("See: ", img("/a.webp", "the sea")));
  const { value } = packageEpub([section], config(), "", () => WEBP);
  expect(value.documents[0]?.xhtml).toContain("<p>See: the sea</p>");
  expect(value.packageDocument).not.toContain("webp");
});
