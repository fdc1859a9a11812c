/**
 * Page numbers, and the labels that outline, page list and contents know pages by.
 *
 * Comes in: pages in order, with what their styles and elements do to the counter `page`. Goes out: a number and a label for each.
 * (Paged Media 3, clause 6.1.)
 */
import type { ContentPart } from "../../style/content.ts";
import { type CounterStyle, formatCounter } from "../../style/counter-style.ts";
import type { PageMark } from "../../style/page-marks.ts";
import type { PageStyle } from "../../style/page-styles.ts";

/** A page to be numbered. */
export interface NumberedPage {
  readonly matter: "front" | "body";
  /** The style of pages like this in the middle of their run, whose folio shows how it is numbered. */
  readonly plain: PageStyle;
  readonly style: PageStyle;
  readonly marks: readonly PageMark[];
}

export interface PageNumber {
  readonly value: number;
  /** How a folio is shown that names no style itself. */
  readonly look: CounterStyle;
  /** The folio as it is printed, or would be if the page had one. */
  readonly label: string;
}

/**
 * A stylesheet that sets the page number itself is taken at its word. If none does, the body begins at 1, and the front matter
 * before it is numbered in Roman figures where no style is named.
 */
export function numberPages(pages: readonly NumberedPage[]): PageNumber[] {
  const isOwn = pages.some((page) => page.marks.some(isReset) || page.style.counterReset.some(isOfPages));
  const bodyFrom = pages.findIndex((page) => page.matter === "body");
  const hasFront = !isOwn && bodyFrom > 0;
  // Pages that show no number are counted like those around them that do.
  const lookOf = (matter: NumberedPage["matter"]) =>
    pages.reduce<Look | undefined>(
      (found, p) => found ?? (p.matter === matter ? folioLook(p.plain) : undefined),
      undefined,
    );
  const common = { front: lookOf("front"), body: lookOf("body") };
  let value = 0;
  return pages.map((page, i) => {
    const starts = hasFront && i === bodyFrom;
    value = starts ? 1 : advance(value, page);
    const plain: CounterStyle = page.matter === "front" && !isOwn ? "lower-roman" : "decimal";
    const look = folioLook(page.style) ?? folioLook(page.plain) ?? common[page.matter] ?? plain;
    return { value, look: plain, label: formatCounter(value, look === "unstyled" ? plain : look) };
  });
}

function isReset(mark: PageMark): boolean {
  return mark.kind === "pageNumber" && mark.change === "set";
}

function isOfPages(change: { readonly name: string }): boolean {
  return change.name === "page";
}

/** The page's own step first, then what stands on it. Nought is no page: a reset without a number means the first. */
function advance(value: number, { style, marks }: NumberedPage): number {
  const reset = style.counterReset.findLast(isOfPages);
  const step = style.counterIncrement.findLast(isOfPages)?.value ?? 1;
  let next = (reset ? reset.value : value) + step;
  for (const mark of marks) {
    if (mark.kind !== "pageNumber") continue;
    next = mark.change === "add" ? next + mark.value : mark.value === 0 ? 1 : mark.value;
  }
  return next;
}

type Look = CounterStyle | "unstyled";

/** How a page's margin boxes show its number; undefined if none does. */
function folioLook({ marginBoxes }: PageStyle): Look | undefined {
  for (const { content } of marginBoxes.values()) {
    const folio = content.find(isFolio);
    if (folio) return folio.styled ? folio.style : "unstyled";
  }
  return undefined;
}

function isFolio(part: ContentPart): part is Extract<ContentPart, { kind: "counter" }> {
  return part.kind === "counter" && part.name === "page";
}
