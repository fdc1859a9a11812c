/**
 * SVG pictures as EPUB takes them.
 *
 * Comes in: an SVG file as a drawing programme wrote it. Goes out: the same without its document type, which EPUB 3.3 (clause
 * 3.9, "XML conformance") does not allow to name anything outside. What the type declares as entities is put in their places.
 * It changes nothing that is drawn.
 */

/** The document type and its internal subset. */
const DOCTYPE = /<!DOCTYPE\s[^[>]*(?:\[([\s\S]*?)\]\s*)?>/;

/** An entity's name and what it stands for. */
const ENTITY = /<!ENTITY\s+([\w.:-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g;

export function cleanSvg(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  const found = DOCTYPE.exec(text);
  if (!found) return bytes;
  const entities = new Map([...(found[1] ?? "").matchAll(ENTITY)].map(([, name, a, b]) => [name, a ?? b ?? ""]));
  const bare = text
    .replace(DOCTYPE, "")
    .replace(/&([\w.:-]+);/g, (whole, name: string) => entities.get(name) ?? whole);
  return new TextEncoder().encode(bare);
}
