/**
 * A drawing as SVG.
 *
 * Comes in: a drawing and its title. Goes out: SVG 1.1 of filled paths alone: no text, no fonts, no style sheet, so that every
 * program shows the same.
 */
import type { Outline } from "../fonts/outline.ts";
import { AS_IS, type Drawing, type Placement, type Rgb, type Shape } from "./drawing.ts";

export function writeSvg(drawing: Drawing, title: string): string {
  const { width, height, ground, shapes } = drawing;
  const size = `width="${width}" height="${height}"`;
  const body = shapes.map((shape, i) => writeShape(shape, `shape-${i + 1}`));
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" ${size} viewBox="0 0 ${width} ${height}">
<title>${escapeXml(title)}</title>
<rect ${size} fill="${hex(ground)}"/>
${body.join("\n")}
</svg>
`;
}

/** A shape with several places is written once and used often. */
function writeShape({ fill, outline, places }: Shape, id: string): string {
  const path = `<path id="${id}" d="${writePath(outline)}" fill="${hex(fill)}"`;
  const [only = AS_IS] = places;
  if (places.length === 1) {
    return only === AS_IS ? `${path}/>` : `${path} transform="${writeMatrix(only)}"/>`;
  }
  const uses = places.map((place) => `<use xlink:href="#${id}" transform="${writeMatrix(place)}"/>`);
  return `<defs>${path}/></defs>\n${uses.join("\n")}`;
}

function writePath(outline: Outline): string {
  return outline.map(({ command, points }) => command + points.map(n).join(" ")).join("");
}

function writeMatrix(place: Placement): string {
  return `matrix(${place.map(n).join(" ")})`;
}

function n(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

function hex(colour: Rgb): string {
  return `#${colour.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

function escapeXml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
