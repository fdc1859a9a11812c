/**
 * Pages as text, for tests.
 *
 * Comes in: finished pages. Goes out: one line for each placed item, coordinates to a tenth of a point, in the order in
 * which they are drawn. It leaves out nothing that can be seen.
 */
import type { Colour } from "../../style/computed-style.ts";
import type { Page, Placed, PlacedRun } from "./page.ts";

export function dumpPages(pages: readonly Page[]): string {
  return pages.map((page) => [headOf(page), ...page.items.map(dumpItem)].join("\n")).join("\n\n");
}

function headOf(page: Page): string {
  const side = page.index % 2 === 0 ? "recto" : "verso";
  return `page ${page.index} “${page.label}” ${side} ${round(page.width)} x ${round(page.height)}`;
}

function dumpItem(item: Placed): string {
  const at = `${round(item.x)} ${round(item.y)}`;
  switch (item.kind) {
    case "run": {
      const text = item.words.map((w) => (w.spaced ? " " : "") + w.shaped.text).join("");
      return `  run ${at} ${item.face.id} ${round(item.size)}${dumpGiven(item)} ${JSON.stringify(text)}${colourOf(item.colour)}`;
    }
    case "rule":
      return `  rule ${at} ${round(item.width)} x ${round(item.height)}${colourOf(item.colour)}`;
    case "image":
      return `  image ${at} ${round(item.width)} x ${round(item.height)} ${JSON.stringify(item.alt)}`;
    case "link":
      return `  link ${at} ${round(item.width)} x ${round(item.height)} ${item.href}`;
    case "anchor":
      return `  anchor ${at} ${item.name}`;
  }
}

/** How the line has given way: scale in percent, letter-space in thousandths of an em. */
function dumpGiven({ scale, letterSpacing, size }: PlacedRun): string {
  const scaled = scale === 1 ? "" : ` x${round(scale * 100)}%`;
  return letterSpacing === 0 ? scaled : `${scaled} +${round((letterSpacing / size) * 1000)}`;
}

/** Black goes without saying. */
function colourOf(colour: Colour): string {
  if (colour.every((part) => part === 0)) return "";
  const digits = (part: number): string =>
    Math.round(part * 255)
      .toString(16)
      .padStart(2, "0");
  return ` #${colour.map(digits).join("")}`;
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
