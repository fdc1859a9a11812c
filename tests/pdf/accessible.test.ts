/**
 * PDF/UA-1, point by point, in files read back by another program. The numbers are those of the Matterhorn Protocol 1.1; what it
 * asks of things that no book of ours has (forms, scripts, media, encryption) is left out.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, type TestContext } from "vitest";
import { isAccessible, type Printed } from "../../src/pdf/accessible.ts";
import type { StructureElement } from "../../src/pdf/structure.ts";
import type { Role } from "../../src/pdf/structure-roles.ts";
import { type OutsideTool, requireTool } from "../support/outside-tools.ts";
import { type PdfDictionary, type PdfObjects, type PdfValue, readObjects } from "../support/pdf-objects.ts";
import { BOOK, buildPdf } from "./small-book.ts";

interface Read extends PdfObjects {
  /** Structure elements in reading order. */
  readonly elements: readonly PdfDictionary[];
}

type Files = Readonly<Record<string, string | Uint8Array>>;

const books = new Map<Files, Promise<Read>>();

/** Builds each book once. */
function read(context: TestContext, files: Files): Promise<Read> {
  const qpdf = requireTool(context, "qpdf");
  const known = books.get(files) ?? readBook(qpdf, files);
  books.set(files, known);
  return known;
}

async function readBook(qpdf: OutsideTool, files: Files): Promise<Read> {
  const objects = readObjects(qpdf, await buildPdf(files));
  const elements: PdfDictionary[] = [];
  const visit = (value: PdfValue): void => {
    const element = objects.dictionary(value);
    if (element["/S"] === undefined) return;
    elements.push(element);
    for (const kid of kidsOf(element, objects)) visit(kid);
  };
  visit(objects.dictionary(objects.catalog["/StructTreeRoot"])["/K"] ?? null);
  return { ...objects, elements };
}

function kidsOf(element: PdfDictionary, { follow, list }: PdfObjects): readonly PdfValue[] {
  const kids = element["/K"];
  return Array.isArray(follow(kids)) ? list(kids) : kids === undefined ? [] : [kids];
}

function withRole({ elements }: Read, ...roles: readonly string[]): PdfDictionary[] {
  return elements.filter((element) => roles.includes(String(element["/S"]).slice(1)));
}

const SAMPLE = Object.fromEntries(
  ["book.yaml", "1-the-proof.md", "2-the-trap.md"].map((name) => [
    name,
    readFileSync(path.join("manuscript", name), "utf8"),
  ]),
);

describe.each([
  ["a book with everything in it", BOOK],
  ["two chapters of the sample", SAMPLE],
])("%s", (_, files) => {
  it("says so, with its title and language (06, 07, 11)", async (context) => {
    const { catalog, dictionary, stream } = await read(context, files);
    expect(dictionary(catalog["/MarkInfo"])["/Marked"]).toBe(true);
    expect(dictionary(catalog["/ViewerPreferences"])["/DisplayDocTitle"]).toBe(true);
    expect(catalog["/Lang"]).toMatch(/^u:en/);
    const xmp = Buffer.from(stream(catalog["/Metadata"]), "latin1").toString("utf8");
    expect(xmp).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(xmp).toMatch(/<dc:title><rdf:Alt><rdf:li xml:lang="x-default">[^<]+<\/rdf:li>/);
  });

  it("draws nothing outside marked content (01)", async (context) => {
    const { pages, stream } = await read(context, files);
    for (const page of pages) expect(unmarked(stream(page["/Contents"]))).toEqual([]);
  });

  it("has every content of every page once in the tree, and finds its way back (01, 09)", async (context) => {
    const { catalog, pages, all, dictionary, list, stream, ...rest } = await read(context, files);
    const objects = { catalog, pages, all, dictionary, list, stream, ...rest };
    const root = dictionary(catalog["/StructTreeRoot"]);
    const nums = list(dictionary(root["/ParentTree"])["/Nums"]);
    const parents = new Map(nums.flatMap((key, i) => (i % 2 === 0 ? [[key, nums[i + 1]] as const] : [])));
    let held = 0;
    for (const page of pages) {
      const ids = [...stream(page["/Contents"]).matchAll(/\/MCID (\d+)/g)].map((m) => Number(m[1]));
      expect(ids).toEqual(ids.map((_id, i) => i));
      const owners = list(parents.get(page["/StructParents"] ?? null));
      expect(owners).toHaveLength(ids.length);
      for (const owner of owners) expect(all.get(String(owner))?.["/S"]).toBeDefined();
      held += ids.length;
    }
    const contents = objects.elements.flatMap((element) =>
      kidsOf(element, objects).filter((kid) => typeof kid === "number" || dictionary(kid)["/Type"] === "/MCR"),
    );
    expect(contents).toHaveLength(held);
  });

  it("has headings that leave out no level (14)", async (context) => {
    const levels = withRole(await read(context, files), "H1", "H2", "H3", "H4", "H5", "H6").map((h) =>
      Number(String(h["/S"]).slice(2)),
    );
    expect(levels[0]).toBe(1);
    levels.forEach((level, i) => {
      expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1);
    });
  });

  it("tells what pictures show, what table heads are over, and notes apart (13, 15, 19)", async (context) => {
    const book = await read(context, files);
    for (const figure of withRole(book, "Figure")) {
      expect(figure["/Alt"]).toMatch(/^u:./);
      expect(book.list(book.dictionary(figure["/A"])["/BBox"])).toHaveLength(4);
    }
    for (const head of withRole(book, "TH")) expect(book.dictionary(head["/A"])["/Scope"]).toBe("/Column");
    const ids = withRole(book, "Note").map((note) => note["/ID"]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain(undefined);
  });

  it("has links in the tree, described, and pages in its order (28)", async (context) => {
    const book = await read(context, files);
    const annotations = [...book.all.values()].filter((object) => object["/Type"] === "/Annot");
    const held = withRole(book, "Link").flatMap((link) =>
      kidsOf(link, book).flatMap((kid) => book.dictionary(kid)["/Obj"] ?? []),
    );
    expect(held).toHaveLength(annotations.length);
    for (const annotation of annotations) {
      expect(annotation["/Contents"]).toMatch(/^u:./);
      expect(annotation["/StructParent"]).toBeTypeOf("number");
    }
    for (const page of book.pages) expect(page["/Tabs"]).toBe("/S");
  });

  it("has fonts that are embedded and tell what they show (10, 31)", async (context) => {
    const { all, dictionary, list, stream } = await read(context, files);
    const fonts = [...all.values()].filter((object) => object["/Subtype"] === "/Type0");
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) {
      const descendant = dictionary(list(font["/DescendantFonts"])[0]);
      expect(dictionary(descendant["/FontDescriptor"])["/FontFile2"]).toBeDefined();
      expect(descendant["/CIDToGIDMap"]).toBe("/Identity");
      const map = stream(font["/ToUnicode"]);
      expect(map).toContain("beginbfrange");
      expect(map.slice(map.indexOf("[<"))).not.toMatch(/<>|<0000>|<feff>|<fffe>/i);
    }
  });
});

/** Operators that draw and stand in no marked content. */
function unmarked(content: string): string[] {
  const found: string[] = [];
  let depth = 0;
  for (const line of content.split("\n")) {
    if (/\bB[MD]C$/.test(line)) depth++;
    if (/^EMC$/.test(line)) depth--;
    if (depth === 0 && /\b(?:TJ|Tj|f|S|B|Do|sh)\b/.test(line)) found.push(line);
  }
  return depth === 0 ? found : [...found, "marked content is not closed"];
}

describe("the small book", () => {
  it("has the language of a phrase, the outline's places and sorted names", async (context) => {
    const book = await read(context, BOOK);
    expect(book.elements.filter((element) => element["/Lang"] === "u:fr")).toHaveLength(1);
    const names = book.list(book.dictionary(book.dictionary(book.catalog["/Names"])["/Dests"])["/Names"]);
    const keys = names.filter((_name, i) => i % 2 === 0).map(String);
    expect(keys.length).toBeGreaterThan(5);
    expect(keys).toEqual([...keys].sort());
    const outline = [...book.all.values()].filter((o) => o["/Title"] !== undefined && o["/Parent"] !== undefined);
    expect(outline.length).toBe(5);
    for (const entry of outline) expect(keys).toContain(entry["/Dest"]);
  });

  it("describes a link by its title or its words", async (context) => {
    const { all } = await read(context, BOOK);
    const said = [...all.values()].filter((o) => o["/Type"] === "/Annot").map((o) => o["/Contents"]);
    expect(said).toEqual(expect.arrayContaining(["u:The shop's page", "u:the next", "u:first chapter"]));
  });
});

describe("a book that cannot be called accessible", () => {
  const heading = (role: Role): StructureElement => ({
    kind: "element",
    role,
    parent: undefined,
    element: undefined,
    kids: [],
  });

  const printed = (changes: Partial<Printed>): Printed => ({
    title: "A Book",
    pages: [],
    elements: [],
    untagged: 0,
    ...changes,
  });

  it("leaves out a level of headings, or begins with a lower one", () => {
    const roles = (...list: readonly Role[]): boolean => isAccessible(printed({ elements: list.map(heading) }));
    expect(roles("H1", "P", "H2", "H3", "H1", "H2")).toBe(true);
    expect(roles("H1", "P", "H3")).toBe(false);
    expect(roles("H2", "P")).toBe(false);
  });

  it("has no title, or a link that belongs to no text", () => {
    expect(isAccessible(printed({}))).toBe(true);
    expect(isAccessible(printed({ title: "" }))).toBe(false);
    expect(isAccessible(printed({ untagged: 1 }))).toBe(false);
  });

  it("shows a character that no font has", async (context) => {
    const book = await read(context, {
      "book.yaml": "title: A\nauthor: B\n",
      "1.md": "# One\n\nText \u{13080}.\n",
    });
    expect(book.stream(book.catalog["/Metadata"])).toContain("dc:title");
    expect(book.stream(book.catalog["/Metadata"])).not.toContain("<pdfuaid:part>");
  });
});
