/**
 * The structure tree as PDF objects.
 *
 * Comes in: the structure, and what went where when the pages were drawn. Goes out: nothing; the tree is in the document. Elements
 * to which nothing on any page belongs are left out. A novel has thousands of elements, so they are written by hand and packed.
 */
import type { Element } from "../book/element.ts";
import type { BookDocument, Reference } from "./book-document.ts";
import { formatNumber as n } from "./embedded-font.ts";
import type { Slot, Structure, StructureElement } from "./structure.ts";
import { ROLE_MAP } from "./structure-roles.ts";
import type { Tagged } from "./tag-pages.ts";
import { textString } from "./text-string.ts";

/** A link on a page, and the structure element that it belongs to. */
export interface TaggedLink {
  readonly link: StructureElement;
  readonly annotation: Reference;
}

/** What was drawn. */
export interface Drawn {
  readonly tagged: Tagged;
  /** In the order of their `StructParent` keys, which follow those of the pages. */
  readonly links: readonly TaggedLink[];
  readonly pages: readonly Reference[];
}

export function writeStructure(document: BookDocument, structure: Structure, drawn: Drawn): void {
  const { pages, tagged, links } = drawn;
  const references = new Map<StructureElement, Reference>();
  const printed = printedElements(structure, drawn);
  for (const element of printed) references.set(element, document.inside.ref());
  const root = document.inside.ref();
  const parents = document.inside.ref();
  const writer: Writer = { drawn, annotations: annotationsOf(links), references, root, notes: [] };
  const objects = printed.map((element): readonly [Reference, string] => [
    referenceTo(element, writer),
    writeElement(element, writer),
  ]);
  const nums = [
    ...pages.map((_, i) => `${i}[${(tagged.parents[i] ?? []).map((p) => referenceTo(p, writer)).join(" ")}]`),
    ...links.map(({ link }, i) => `${pages.length + i} ${referenceTo(link, writer)}`),
  ];
  const map = Object.entries(ROLE_MAP).map(([from, to]) => `/${from}/${to}`);
  const ids = writer.notes.length === 0 ? "" : `/IDTree<</Names[${writer.notes.join("")}]>>`;
  objects.push(
    [parents, `<</Nums[${nums.join(" ")}]>>`],
    [
      root,
      `<</Type/StructTreeRoot/K ${referenceTo(structure.document, writer)}/ParentTree ${parents}` +
        `/ParentTreeNextKey ${nums.length}/RoleMap<<${map.join("")}>>${ids}>>`,
    ],
  );
  document.pack(objects);
  document.inside._root.data.StructTreeRoot = root;
}

interface Writer {
  readonly drawn: Drawn;
  readonly annotations: ReadonlyMap<StructureElement, readonly Reference[]>;
  readonly references: ReadonlyMap<StructureElement, Reference>;
  readonly root: Reference;
  /** Entries of the tree of ids, in order. */
  readonly notes: string[];
}

/** Elements with content, in the tree's order; empty cells keep their place in their row. */
export function printedElements(structure: Structure, { tagged, links }: Drawn): StructureElement[] {
  const linked = new Set(links.map(({ link }) => link));
  const found: StructureElement[] = [];
  const visit = (element: StructureElement): boolean => {
    const at = found.push(element);
    let holds = linked.has(element);
    for (const kid of element.kids) {
      const lives = kid.kind === "slot" ? tagged.contentOf.has(kid) : visit(kid);
      holds ||= lives;
    }
    const cell = element.role === "TD" || element.role === "TH";
    if (!holds && !cell && element.role !== "Document") found.length = at - 1;
    return holds;
  };
  visit(structure.document);
  return found;
}

function annotationsOf(links: readonly TaggedLink[]): Map<StructureElement, Reference[]> {
  const found = new Map<StructureElement, Reference[]>();
  for (const { link, annotation } of links) {
    const known = found.get(link);
    if (known) known.push(annotation);
    else found.set(link, [annotation]);
  }
  return found;
}

function referenceTo(element: StructureElement, { references, root }: Writer): Reference {
  return references.get(element) ?? root;
}

function writeElement(element: StructureElement, writer: Writer): string {
  const { drawn, annotations, references, root } = writer;
  const page = firstPage(element, drawn);
  const kids = element.kids.flatMap((kid): string[] => {
    if (kid.kind === "slot") return contentsOf(kid, page, drawn);
    return references.has(kid) ? [String(references.get(kid))] : [];
  });
  for (const annotation of annotations.get(element) ?? []) kids.push(`<</Type/OBJR/Obj ${annotation}>>`);
  const [only = ""] = kids;
  const parent = element.parent ? referenceTo(element.parent, writer) : root;
  const own = `/S/${element.role}/P ${parent}${page === undefined ? "" : `/Pg ${drawn.pages[page]}`}`;
  const held = kids.length === 0 ? "" : kids.length === 1 ? `/K ${only}` : `/K[${kids.join(" ")}]`;
  return `<<${own}${held}${attributesOf(element, writer)}>>`;
}

function firstPage({ kids }: StructureElement, { tagged }: Drawn): number | undefined {
  for (const kid of kids) {
    const content = kid.kind === "slot" ? tagged.contentOf.get(kid)?.[0] : undefined;
    if (content) return content.page;
  }
  return undefined;
}

function contentsOf(slot: Slot, page: number | undefined, { tagged, pages }: Drawn): string[] {
  const contents = tagged.contentOf.get(slot) ?? [];
  return contents.map((content) =>
    content.page === page ? String(content.id) : `<</Type/MCR/Pg ${pages[content.page]}/MCID ${content.id}>>`,
  );
}

/** Language, alternative text, and the attributes that tables, lists and pictures must have (ISO 32000-1, clause 14.8.5). */
function attributesOf(structureElement: StructureElement, writer: Writer): string {
  const { role, element, parent } = structureElement;
  if (!element) return "";
  const { lang } = element.attributes;
  const language = lang !== undefined && parent?.element !== element ? `/Lang${textString(lang)}` : "";
  switch (role) {
    case "Figure":
      return `${language}/Alt${textString(element.attributes.alt ?? "")}${boxOf(element, writer)}`;
    case "TH":
      return `${language}/A<</O/Table/Scope/${element.attributes.scope === "row" ? "Row" : "Column"}>>`;
    case "L":
      return `${language}/A<</O/List/ListNumbering/${numberingOf(element, writer)}>>`;
    case "Note": {
      const id = `(note-${String(writer.notes.length + 1).padStart(5, "0")})`;
      writer.notes.push(`${id}${referenceTo(structureElement, writer)}`);
      return `${language}/ID${id}`;
    }
    default:
      return language;
  }
}

function boxOf(element: Element, { drawn }: Writer): string {
  const box = drawn.tagged.boxes.get(element);
  return box ? `/A<</O/Layout/BBox[${box.map(n).join(" ")}]>>` : "";
}

/** How the markers of a list look; that of the first item tells. */
const NUMBERINGS: readonly (readonly [RegExp, string])[] = [
  [/^•/u, "Disc"],
  [/^◦/u, "Circle"],
  [/^▪/u, "Square"],
  [/^\d/u, "Decimal"],
  [/^[ivxlcdm]+\b/u, "LowerRoman"],
  [/^[IVXLCDM]+\b/u, "UpperRoman"],
  [/^\p{Ll}/u, "LowerAlpha"],
  [/^\p{Lu}/u, "UpperAlpha"],
];

function numberingOf(list: Element, { drawn }: Writer): string {
  const markers = list.children.flatMap((item) =>
    item.kind === "element" ? (drawn.tagged.markers.get(item) ?? []) : [],
  );
  return NUMBERINGS.find(([pattern]) => pattern.test(markers[0] ?? ""))?.[1] ?? "None";
}
