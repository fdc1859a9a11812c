import { expect, test } from "vitest";
import type { BookConfig } from "../../src/config/book-config.ts";
import { sortName } from "../../src/epub/package-document.ts";
import { packageEpub } from "../../src/epub/package-epub.ts";
import { chapter, config, el, p, titlePage } from "../support/elements.ts";
import { PNG } from "../support/images.ts";

function packageDocument(changes: Partial<BookConfig>): string {
  const sections = [titlePage("T", "A"), chapter("001-one", "One", p("Words."))];
  return packageEpub(sections, config(changes), "", () => PNG).value.packageDocument;
}

test("the least there can be", () => {
  expect(packageDocument({})).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="pub-id" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="pub-id">urn:uuid:3b241101-e2bb-5255-8caf-4136c566a962</dc:identifier>
<dc:title id="title">A Book</dc:title>
<meta refines="#title" property="title-type">main</meta>
<dc:language>en</dc:language>
<meta property="dcterms:modified">2024-05-06T07:08:09Z</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityFeature">readingOrder</meta>
<meta property="schema:accessibilityFeature">structuralNavigation</meta>
<meta property="schema:accessibilityFeature">displayTransformability</meta>
<meta property="schema:accessibilityHazard">none</meta>
<meta property="schema:accessibilitySummary">The text can be enlarged, restyled and read aloud, and is reached through a table of contents. All of the content is text.</meta>
</metadata>
<manifest>
<item id="nav" href="toc.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
<item id="css" href="style.css" media-type="text/css"/>
<item id="text-titlepage" href="text/titlepage.xhtml" media-type="application/xhtml+xml"/>
<item id="text-001-one" href="text/001-one.xhtml" media-type="application/xhtml+xml"/>
</manifest>
<spine toc="ncx">
<itemref idref="text-titlepage"/>
<itemref idref="nav" linear="no"/>
<itemref idref="text-001-one"/>
</spine>
<guide>
<reference type="title-page" title="Title page" href="text/titlepage.xhtml"/>
<reference type="toc" title="Contents" href="toc.xhtml#toc"/>
<reference type="text" title="Text" href="text/001-one.xhtml"/>
</guide>
</package>
`);
});

test("everything an author can say", () => {
  const text = packageDocument({
    title: `Für & "wider" <x>`,
    subtitle: "Eine Geschichte",
    language: "de",
    authors: [{ name: "Käthe von Müller" }, { name: "Johann Meier", sortName: "Maier, J." }],
    contributors: [
      { name: "Anna Weber", role: "trl", task: "translator" },
      { name: "Émile Zola", sortName: "Zola", role: "ill", task: "illustrator" },
    ],
    identifiers: ["urn:isbn:9780306406157", "urn:uuid:3b241101-e2bb-5255-8caf-4136c566a962"],
    publisher: "P & Q",
    date: "2024",
    description: "Zwei Absätze.\n\nUnd <b>Zeichen</b>.",
    subjects: [
      { name: "Meer & Küste" },
      { name: "Belletristik", scheme: { authority: "Thema", code: "FBA" } },
      { name: "FIC019000", scheme: { authority: "BISAC", code: "FIC019000" } },
    ],
    rights: "© 2024 K. M.",
    series: { name: "Die Reihe", number: "2.5" },
    cover: { path: "/book/Umschlag.png" },
  });
  const metadata = text.slice(text.indexOf("<metadata"), text.indexOf('<meta property="schema:accessMode"'));
  expect(metadata).toBe(`<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="pub-id">urn:isbn:9780306406157</dc:identifier>
<dc:identifier>urn:uuid:3b241101-e2bb-5255-8caf-4136c566a962</dc:identifier>
<dc:title id="title">Für &amp; "wider" &lt;x&gt;</dc:title>
<meta refines="#title" property="title-type">main</meta>
<meta refines="#title" property="display-seq">1</meta>
<dc:title id="subtitle">Eine Geschichte</dc:title>
<meta refines="#subtitle" property="title-type">subtitle</meta>
<meta refines="#subtitle" property="display-seq">2</meta>
<dc:language>de</dc:language>
<dc:creator id="creator-1">Käthe von Müller</dc:creator>
<meta refines="#creator-1" property="role" scheme="marc:relators">aut</meta>
<meta refines="#creator-1" property="file-as">Müller, Käthe von</meta>
<meta refines="#creator-1" property="display-seq">1</meta>
<dc:creator id="creator-2">Johann Meier</dc:creator>
<meta refines="#creator-2" property="role" scheme="marc:relators">aut</meta>
<meta refines="#creator-2" property="file-as">Maier, J.</meta>
<meta refines="#creator-2" property="display-seq">2</meta>
<dc:contributor id="contributor-1">Anna Weber</dc:contributor>
<meta refines="#contributor-1" property="role" scheme="marc:relators">trl</meta>
<meta refines="#contributor-1" property="file-as">Weber, Anna</meta>
<meta refines="#contributor-1" property="display-seq">1</meta>
<dc:contributor id="contributor-2">Émile Zola</dc:contributor>
<meta refines="#contributor-2" property="role" scheme="marc:relators">ill</meta>
<meta refines="#contributor-2" property="file-as">Zola</meta>
<meta refines="#contributor-2" property="display-seq">2</meta>
<dc:publisher>P &amp; Q</dc:publisher>
<dc:date>2024</dc:date>
<dc:description>Zwei Absätze. Und &lt;b&gt;Zeichen&lt;/b&gt;.</dc:description>
<dc:subject>Meer &amp; Küste</dc:subject>
<dc:subject id="subject-2">Belletristik</dc:subject>
<meta refines="#subject-2" property="authority">Thema</meta>
<meta refines="#subject-2" property="term">FBA</meta>
<dc:subject id="subject-3">FIC019000</dc:subject>
<meta refines="#subject-3" property="authority">BISAC</meta>
<meta refines="#subject-3" property="term">FIC019000</meta>
<dc:rights>© 2024 K. M.</dc:rights>
<meta property="belongs-to-collection" id="series">Die Reihe</meta>
<meta refines="#series" property="collection-type">series</meta>
<meta refines="#series" property="group-position">2.5</meta>
<meta property="dcterms:modified">2024-05-06T07:08:09Z</meta>
`);
  expect(text).toContain('xml:lang="de">\n<metadata');
  expect(text).toContain('<meta property="schema:accessibilitySummary">Der Text lässt sich');
  expect(text).toContain('<meta name="cover" content="image-umschlag"/>\n</metadata>');
  expect(text).toContain('href="images/umschlag.png" media-type="image/png" properties="cover-image"/>');
  expect(text).toContain(
    '<itemref idref="cover"/>\n<itemref idref="text-titlepage"/>\n<itemref idref="nav" linear="no"/>',
  );
});

test("nothing is written empty, and a series number that is none is left out", () => {
  const text = packageDocument({
    description: " \n ",
    rights: "",
    publisher: " ",
    subjects: [{ name: "" }],
    subtitle: "",
    series: { name: "S", number: "II" },
  });
  expect(text).not.toMatch(/<dc:(description|rights|publisher|subject)|subtitle|group-position|display-seq/);
  expect(text).not.toMatch(/<(dc:\w+|meta)[^>]*><\//);
});

test("properties stand exactly where they are true", () => {
  const svg = el("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: "0 0 1 1" });
  const sections = [chapter("a", "A", p("x")), chapter("b", "B", p(svg)), chapter("c", "C", p(el("math", {})))];
  const items = packageEpub(sections, config(), "").value.packageDocument.match(/<item .*>/g) ?? [];
  expect(items.map((item) => [/id="([^"]+)"/.exec(item)?.[1], /properties="([^"]+)"/.exec(item)?.[1]])).toEqual([
    ["nav", "nav"],
    ["ncx", undefined],
    ["css", undefined],
    ["text-a", undefined],
    ["text-b", "svg"],
    ["text-c", "mathml"],
  ]);
});

test.each([
  ["Jane Austen", "en", "Austen, Jane"],
  ["Ludwig van Beethoven", "de", "Beethoven, Ludwig van"],
  ["Martin Luther King Jr.", "en", "King, Martin Luther, Jr."],
  ["Voltaire", "fr", "Voltaire"],
  ["Austen, Jane", "en", "Austen, Jane"],
  ["Jókai Mór", "hu", "Jókai Mór"],
])("%s (%s) is sorted as %s", (name, language, sorted) => {
  expect(sortName({ name }, language)).toBe(sorted);
});
