import { expect, test } from "vitest";
import { cleanSvg } from "../../src/epub/clean-svg.ts";

const clean = (svg: string): string => new TextDecoder().decode(cleanSvg(new TextEncoder().encode(svg)));

test("a document type that names an outside one is taken out", () => {
  const type =
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"\n "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
  expect(clean(`<?xml version="1.0"?>\n${type}\n<svg/>`)).toBe('<?xml version="1.0"?>\n\n<svg/>');
});

test("the entities it declares stand in their places, and others stay", () => {
  const svg =
    '<!DOCTYPE svg [ <!ENTITY ns "http://www.w3.org/2000/svg"> ]><svg xmlns="&ns;"><text>&amp;</text></svg>';
  expect(clean(svg)).toBe('<svg xmlns="http://www.w3.org/2000/svg"><text>&amp;</text></svg>');
});

test("a picture without one is the same to the byte", () => {
  const bytes = new TextEncoder().encode("<svg/>");
  expect(cleanSvg(bytes)).toBe(bytes);
});
