/**
 * What each face of the e-book has to show.
 *
 * Comes in: the sections, the styles an e-reader gives them, the font library. Goes out: for every face the characters set in it
 * and the OpenType features asked of it. Only families that the stylesheet names count: what `serif` is, the reader decides.
 */
import type { Element, ElementNode, MarkedSection } from "../book/element.ts";
import type { Face } from "../fonts/face.ts";
import type { FontLibrary } from "../fonts/library.ts";
import type { ComputedStyle } from "../style/computed-style.ts";

/** A face and its work. */
export interface FaceUse {
  readonly face: Face;
  /** Each once, in the order of their code points. */
  readonly characters: string;
  /** OpenType tags beside those that reading systems apply by themselves; sorted. */
  readonly features: readonly string[];
}

/** In the order in which the book first needs the faces. The trees hold what the stylesheet adds: markers, counters, quotes. */
export function findFaceUses(
  roots: readonly Element[],
  styleOf: (element: Element) => ComputedStyle,
  library: FontLibrary,
): readonly FaceUse[] {
  const uses = new Map<Face, { readonly characters: Set<number>; readonly features: Set<string> }>();
  for (const [style, used] of charactersByStyle(roots, styleOf)) {
    for (const face of facesOf(style, library)) {
      const shown = [...used].filter((code) => face.hasGlyph(String.fromCodePoint(code)));
      for (const code of shown) used.delete(code);
      if (shown.length === 0) continue;
      const use = uses.get(face) ?? { characters: new Set(), features: new Set() };
      uses.set(face, use);
      for (const code of shown) use.characters.add(code);
      for (const feature of style.fontFeatures.split(",")) if (/^\w{4}$/.test(feature)) use.features.add(feature);
    }
  }
  return [...uses].map(([face, { characters, features }]) => ({
    face,
    characters: String.fromCodePoint(...[...characters].sort((a, b) => a - b)),
    features: [...features].sort(),
  }));
}

/** The contents as the navigation document shows them, for their characters. */
export function imagineContents(sections: readonly MarkedSection[], title: string): MarkedSection {
  const [first] = sections;
  const make = (name: string, children: readonly ElementNode[], classes: readonly string[] = []): Element => ({
    kind: "element",
    name,
    classes,
    attributes: {},
    children,
    span: first?.root.span ?? { file: "", line: 1, column: 1, length: 1 },
  });
  const text = (content: string): ElementNode => ({ kind: "text", text: content, span: make("a", []).span });
  const titles = sections.flatMap((section) => [section.title, ...headingTitles(section.headings)]);
  const link = make("a", [text(titles.join(" "))]);
  const root = make("nav", [make("h1", [text(title)]), make("ol", [make("li", [link])])], ["toc"]);
  return { id: "toc", role: "chapter", matter: "front", printOnly: false, title, root, headings: [] };
}

function headingTitles(headings: MarkedSection["headings"]): string[] {
  return headings.flatMap(({ title, children }) => [title, ...headingTitles(children)]);
}

/** The faces of the families at hand that the style names, in its order. */
function facesOf(style: ComputedStyle, library: FontLibrary): Face[] {
  library.face({ families: style.fontFamily, weight: style.fontWeight, style: style.fontStyle });
  const found = style.fontFamily.map((family) => library.named(family, style.fontWeight, style.fontStyle));
  return found.filter((face) => face !== undefined);
}

function charactersByStyle(
  roots: readonly Element[],
  styleOf: (element: Element) => ComputedStyle,
): Map<ComputedStyle, Set<number>> {
  const texts = new Map<ComputedStyle, string[]>();
  const visit = (element: Element): void => {
    const style = styleOf(element);
    if (style.display === "none") return;
    const own = texts.get(style) ?? [];
    texts.set(style, own);
    for (const child of element.children) {
      if (child.kind === "element") visit(child);
      else own.push(child.text);
    }
  };
  for (const root of roots) visit(root);
  const found = new Map<ComputedStyle, Set<number>>();
  for (const [style, own] of texts) {
    const used = charactersOf(own);
    addVariants(style, used);
    found.set(style, used);
  }
  return found;
}

/** The code points of the texts. A novel has a million characters: most are looked up in an array, which is faster than a set. */
function charactersOf(texts: readonly string[]): Set<number> {
  const used = new Set<number>();
  const seen = new Uint8Array(0x10000);
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (seen[unit] === 1) continue;
      if (unit < 0xd800 || unit > 0xdbff) {
        seen[unit] = 1;
        used.add(unit);
      } else used.add(text.codePointAt(i++) ?? unit);
    }
  }
  return used;
}

function addAll(used: Set<number>, text: string): void {
  for (const code of charactersOf([text])) used.add(code);
}

/** Line ends, tabs and soft hyphens are not drawn. */
const UNDRAWN = [0x0a, 0x0d, 0x09, 0xad];

/** What transforms, small capitals that the reader has to feign, and hyphenation make of the text. */
function addVariants(style: ComputedStyle, used: Set<number>): void {
  if (used.size === 0) return;
  if (style.textTransform !== "none" || style.fontVariantCaps !== "normal") {
    const text = String.fromCodePoint(...used);
    addAll(used, text.toUpperCase() + text.toLowerCase());
  }
  if (style.hyphens !== "none") addAll(used, "-\u2010");
  for (const code of UNDRAWN) used.delete(code);
}
