/**
 * What speaks against the claim that a book conforms to WCAG 2.2 at level AA.
 *
 * Comes in: what the claims are computed from. Goes out: a sentence for each kind of fault that a program can see. What only a
 * reader can judge, such as whether descriptions are good ones, the author answers for.
 */
import type { Element } from "../book/element.ts";
import { elementsOf } from "../book/elements-of.ts";
import { parseColour } from "../style/colours.ts";
import type { Colour } from "../style/computed-style.ts";
import { type AccessEvidence, isAnimated, isDescribed, listPictures } from "./accessibility.ts";

/** WCAG 2.2, success criterion 1.4.3. */
const LEAST_CONTRAST = 4.5;
const BLACK: Colour = [0, 0, 0];
const WHITE: Colour = [1, 1, 1];

/** The faults, in an author's words; empty: the claim may be made. */
export function checkConformance({ sections, images, css }: AccessEvidence): string[] {
  const elements = sections.flatMap((section) => [...elementsOf(section.root)]);
  const undescribed = listPictures(elements, images).filter((image) => !isDescribed(image)).length;
  const faint = listFaint(css);
  const faults: readonly (readonly [isFault: boolean, fault: string])[] = [
    [undescribed > 0, `${count(undescribed, "picture has", "pictures have")} no description (WCAG 1.1.1).`],
    [elements.some(isEmptyLink), "There is a link without words (WCAG 2.4.4)."],
    [elements.some(lacksHeading), "A table has a column without a heading (WCAG 1.3.1)."],
    [
      [...images.values()].some(({ bytes }) => isAnimated(bytes)),
      "A picture is animated, and may flash (WCAG 2.2.2, 2.3.1).",
    ],
    [
      faint.length > 0,
      `The stylesheet sets colours that are too faint to read: ${faint.join(", ")} (WCAG 1.4.3).`,
    ],
  ];
  return faults.filter(([isFault]) => isFault).map(([, fault]) => fault);
}

/** Selectors of rules whose colours lack contrast, each on its own background or on white. */
export function listFaint(css: string): string[] {
  return [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selector = "", body = ""]) => {
    const colourOf = (property: string): Colour | undefined => {
      const value = new RegExp(`(?:^|[;\\s])${property}\\s*:\\s*([^;!]+)`).exec(body)?.[1];
      return value === undefined ? undefined : parseColour(value);
    };
    const text = colourOf("color");
    const ground = colourOf("background(?:-color)?");
    if (!text && !ground) return [];
    return contrast(text ?? BLACK, ground ?? WHITE) < LEAST_CONTRAST ? [selector.trim().replace(/\s+/g, " ")] : [];
  });
}

/** WCAG 2.2, "contrast ratio": 1 to 21. */
export function contrast(a: Colour, b: Colour): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** WCAG 2.2, "relative luminance". */
function luminance(colour: Colour): number {
  const [r = 0, g = 0, b = 0] = colour.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function isEmptyLink(element: Element): boolean {
  return element.name === "a" && element.attributes.href !== undefined && isEmpty(element);
}

/** True of a table's head with an empty cell; the first may be empty, since the column under it may head the rows. */
function lacksHeading(element: Element): boolean {
  if (element.name !== "thead") return false;
  const rows = element.children.filter((child) => child.kind === "element");
  return rows.some((row) => row.children.slice(1).some((cell) => cell.kind === "element" && isEmpty(cell)));
}

function isEmpty(element: Element): boolean {
  return [...elementsOf(element)].every(
    ({ name, attributes, children }) =>
      !(name === "img" && attributes.alt) &&
      children.every((child) => child.kind !== "text" || child.text.trim() === ""),
  );
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
