/**
 * The PDF's outline.
 *
 * Comes in: the book's sections. Goes out: entries nested as parts, chapters and headings are, and these in a document.
 */
import type { MarkedHeading, MarkedSection } from "../book/element.ts";
import type { SectionRole } from "../book/roles.ts";

/** An entry of the PDF's outline. */
export interface OutlineEntry {
  readonly title: string;
  /** The anchor it leads to. */
  readonly anchor: string;
  readonly children: readonly OutlineEntry[];
}

/** What every book has, and nobody looks for. */
const UNLISTED: ReadonlySet<SectionRole> = new Set<SectionRole>(["halftitlepage", "titlepage", "copyrightpage"]);

export function outlineOf(sections: readonly MarkedSection[]): OutlineEntry[] {
  const top: OutlineEntry[] = [];
  let part: OutlineEntry[] | undefined;
  for (const section of sections) {
    if (UNLISTED.has(section.role)) continue;
    const children = section.headings.map((heading) => headingEntry(heading, section.id));
    const entry = { title: section.title, anchor: `${section.id}.xhtml`, children };
    if (section.role === "part") {
      top.push(entry);
      part = children;
    } else if (section.role === "chapter") (part ?? top).push(entry);
    else {
      top.push(entry);
      part = undefined;
    }
  }
  return top;
}

function headingEntry(heading: MarkedHeading, section: string): OutlineEntry {
  const children = heading.children.map((child) => headingEntry(child, section));
  return { title: heading.title, anchor: `${section}.xhtml#${heading.id}`, children };
}

/** pdfkit's own destinations (0.20) are whole pages; a name leads to the very place. */
interface OutlineItem {
  readonly outlineData: Record<string, unknown>;
}

/** Adds the entries whose anchors are printed; children of an entry that is not are added in its place. */
export function addOutline(
  document: PDFKit.PDFDocument,
  entries: readonly OutlineEntry[],
  anchors: ReadonlySet<string>,
  parent: PDFKit.PDFOutline = document.outline,
): void {
  for (const { title, anchor, children } of entries) {
    if (!anchors.has(anchor)) {
      addOutline(document, children, anchors, parent);
      continue;
    }
    const item = parent.addItem(title);
    (item as unknown as OutlineItem).outlineData.Dest = new String(anchor);
    addOutline(document, children, anchors, item);
  }
}
