/**
 * The fonts that the e-book carries.
 *
 * Comes in: the faces with their work. Goes out: font files for the package, the `@font-face` rules that name them, and
 * diagnostics for fonts whose owner forbids it. It looks at no text and packs no zip.
 */
import { type Diagnostic, diagnose, type Outcome } from "../core/diagnostic.ts";
import type { Span } from "../core/span.ts";
import type { Face } from "../fonts/face.ts";
import { embeddingRight, subsetFace } from "../fonts/subset-face.ts";
import { nameImages } from "./collect-images.ts";
import type { EpubResource } from "./epub-package.ts";
import type { FaceUse } from "./face-uses.ts";
import { obfuscateFont, writeEncryption } from "./obfuscate-font.ts";

/** Fonts as parts of a package. */
export interface EmbeddedFonts {
  readonly resources: readonly EpubResource[];
  /** `@font-face` rules for the head of the stylesheet; empty if no font is embedded. */
  readonly css: string;
  /** `META-INF/encryption.xml`, if the fonts are obfuscated. */
  readonly encryption?: string;
}

/** Cuts each face down and names it. With `identifier`, the package's, the files are obfuscated. `spanOf` tells where the author names a face. */
export async function embedFonts(
  uses: readonly FaceUse[],
  identifier: string | undefined,
  spanOf: (face: Face) => Span | undefined = () => undefined,
): Promise<Outcome<EmbeddedFonts>> {
  const allowed = uses.filter(({ face }) => embeddingRight(face) !== "none");
  const names = nameImages(allowed.map(({ face }) => nameOf(face)));
  const files = await Promise.all(
    allowed.map(async ({ face, characters, features }) => {
      const bytes = await subsetFace(face, characters, features);
      return { face, resource: makeResource(names.get(nameOf(face)) ?? "", bytes) };
    }),
  );
  const css = files.map(({ face, resource }) => fontFaceRule(face, resource.href)).join("");
  const plain = files.map(({ resource }) => resource);
  const value: EmbeddedFonts =
    identifier === undefined || plain.length === 0
      ? { resources: plain, css }
      : {
          resources: plain.map((font) => ({ ...font, bytes: obfuscateFont(font.bytes, identifier) })),
          css,
          encryption: writeEncryption(plain.map(({ href }) => href)),
        };
  return {
    value,
    diagnostics: uses.flatMap(({ face }) =>
      allowed.some((a) => a.face === face) ? [] : refuse(face, spanOf(face)),
    ),
  };
}

function nameOf(face: Face): string {
  return `${face.family.replace(/[\\/.]/g, " ")} ${face.weight}${face.style === "italic" ? " italic" : ""}`;
}

/** OpenType with PostScript outlines begins with `OTTO`, WOFF files with their name (a font kept whole may be one). */
function makeResource(name: string, bytes: Uint8Array): EpubResource {
  const signature = String.fromCharCode(...bytes.subarray(0, 4));
  const kinds: Readonly<Record<string, string>> = { OTTO: "otf", wOFF: "woff", wOF2: "woff2" };
  const extension = kinds[signature] ?? "ttf";
  return {
    id: `font-${name}`,
    href: `fonts/${name}.${extension}`,
    mediaType: `font/${extension}`,
    properties: [],
    bytes,
  };
}

function fontFaceRule(face: Face, href: string): string {
  const family = face.family.replace(/["\\]/g, "\\$&");
  return `@font-face {
  font-family: "${family}";
  font-style: ${face.style};
  font-weight: ${face.weight};
  src: url(${href});
}
`;
}

function refuse(face: Face, span: Span | undefined): Diagnostic[] {
  const message = `The font “${face.family}” may not be embedded in a book: its maker has marked it so. The e-book names it, but does not carry it.`;
  return [
    diagnose(
      "font/restricted",
      span,
      message,
      "Buy a licence for e-books from its maker, who sends you a file without that mark; or choose another font.",
    ),
  ];
}
