/**
 * Which marked content of which page belongs where in the structure.
 *
 * Comes in: placed items, as they are drawn. Goes out: the operators that open their marked content (ISO 32000-1, clause 14.6),
 * and for every place of the structure the content that went there. What shows nothing of the book is an artifact.
 */
import type { Element } from "../book/element.ts";
import type { Page, PlacedImage, PlacedRule, PlacedRun } from "../typeset/page/page.ts";
import type { NodePlace, ReadingText, Slot, Structure, StructureElement } from "./structure.ts";

/** Marked content: a page's index and the content's number on it. */
export interface Content {
  readonly page: number;
  readonly id: number;
}

/** What an item belongs to; the same value for items that belong together. */
export type Tag = Slot | Artifact;

type Artifact = "header" | "footer" | "layout";

type Drawn = PlacedRun | PlacedRule | PlacedImage;

/** What is known of the book's structure when all pages are drawn. */
export interface Tagged {
  readonly contentOf: ReadonlyMap<Slot, readonly Content[]>;
  /** For each page the structure element of each of its contents. */
  readonly parents: readonly (readonly StructureElement[])[];
  /** Where pictures stand: left, bottom, right, top. */
  readonly boxes: ReadonlyMap<Element, readonly [number, number, number, number]>;
  /** The first marker of list items, as it is printed. */
  readonly markers: ReadonlyMap<Element, string>;
}

/** Tags the items of one page. */
export interface PageTagger {
  readonly tagOf: (item: Drawn) => Tag;
  /** The operator that opens marked content; `EMC` closes it. */
  readonly begin: (tag: Tag) => string;
}

const ARTIFACTS: Readonly<Record<Artifact, string>> = {
  header: "/Artifact <</Type/Pagination/Subtype/Header>> BDC",
  footer: "/Artifact <</Type/Pagination/Subtype/Footer>> BDC",
  layout: "/Artifact <</Type/Layout>> BDC",
};

export function makeTagger(structure: Structure): {
  readonly tagged: Tagged;
  tagPage: (page: Page) => PageTagger;
} {
  const contentOf = new Map<Slot, Content[]>();
  const parents: StructureElement[][] = [];
  const boxes = new Map<Element, readonly [number, number, number, number]>();
  const markers = new Map<Element, string>();
  /** How far each text has been drawn. */
  const read = new Map<ReadingText, number>();
  /** What a style adds to an element stands before its text or after it. */
  const slotOf = ({ slot, after, reading, start }: NodePlace): Slot =>
    after && (read.get(reading) ?? -1) >= start ? after : slot;

  const tagPage = (page: Page): PageTagger => {
    const owners: StructureElement[] = [];
    parents[page.index] = owners;
    const note = (item: Drawn): void => {
      if (item.kind === "rule" || item.source?.kind !== "element") return;
      if (item.kind === "image") boxes.set(item.source, boxOf(item, page));
      else if (!markers.has(item.source)) markers.set(item.source, textOf(item));
    };
    const tagOf = (item: Drawn): Tag => {
      const place = item.kind === "rule" || !item.source ? undefined : structure.placeOf(item.source);
      if (!place || (item.kind === "image" && item.alt === "")) return artifactOf(item, page);
      note(item);
      if (item.kind !== "run" || item.source?.kind !== "text") return slotOf(place);
      read.set(place.reading, place.start + (item.words.at(-1)?.offset ?? 0));
      return place.slot;
    };
    const begin = (tag: Tag): string => {
      if (typeof tag === "string") return ARTIFACTS[tag];
      const content = { page: page.index, id: owners.length };
      owners.push(tag.owner);
      const known = contentOf.get(tag);
      if (known) known.push(content);
      else contentOf.set(tag, [content]);
      return `/${tag.owner.role} <</MCID ${content.id}>> BDC`;
    };
    return { tagOf, begin };
  };
  return { tagged: { contentOf, parents, boxes, markers }, tagPage };
}

function artifactOf(item: Drawn, page: Page): Artifact {
  if (item.kind !== "run" || item.source) return "layout";
  return item.y < page.height / 2 ? "header" : "footer";
}

function boxOf({ x, y, width, height }: PlacedImage, page: Page): readonly [number, number, number, number] {
  return [x, page.height - y - height, x + width, page.height - y];
}

function textOf(run: PlacedRun): string {
  return run.words.map((word) => word.shaped.text).join("");
}
