/**
 * The faces a book can be set in, found by family, weight and style.
 *
 * Comes in: what a computed style asks for. Goes out: opened faces, each opened once, and only when asked for.
 * It carries the families that come with Fleuron; a missing one is replaced and reported, never imitated.
 */
import { createRequire } from "node:module";
import path from "node:path";
import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import { type Face, openFace } from "./face.ts";

/** What is asked of the library. */
export interface FaceRequest {
  /** Families in order of preference. */
  readonly families: readonly string[];
  readonly weight: number;
  readonly style: "normal" | "italic";
}

export interface FontLibrary {
  /** The nearest face there is. */
  readonly face: (request: FaceRequest) => Face;
  /** A face that has the character, if any in the library does: the last resort for foreign letters. */
  readonly faceFor: (character: string, like: Face) => Face | undefined;
  /** What had to be replaced, each told once. */
  readonly diagnostics: () => readonly Diagnostic[];
}

interface Family {
  readonly name: string;
  readonly package: string;
  /** The stem of the file names in the package. */
  readonly stem: string;
}

const SERIF: Family = { name: "EB Garamond", package: "eb-garamond", stem: "EBGaramond" };
const MONOSPACE: Family = { name: "Source Code Pro", package: "source-code-pro", stem: "SourceCodePro" };
const FAMILIES: readonly Family[] = [SERIF, MONOSPACE];

/** The weights that both families have, and the names their files carry. */
const WEIGHTS: readonly (readonly [number, string])[] = [
  [400, "400Regular"],
  [500, "500Medium"],
  [600, "600SemiBold"],
  [700, "700Bold"],
];

const require = createRequire(import.meta.url);

/** A library of the families that come with Fleuron. */
export function openFontLibrary(): FontLibrary {
  const opened = new Map<string, Face>();
  const answered = new Map<string, Face>();
  const unknown = new Set<string>();

  const open = (family: Family, wanted: number, style: "normal" | "italic"): Face => {
    const weight = nearestWeight(wanted);
    const key = `${family.name} ${weight} ${style}`;
    let face = opened.get(key);
    if (!face) {
      face = openFace(fileOf(family, weight, style), family.name, weight, style);
      opened.set(key, face);
    }
    return face;
  };

  return {
    face: (request) => {
      const key = `${request.families.join(",")} ${request.weight} ${request.style}`;
      let face = answered.get(key);
      if (!face) {
        const family = request.families.map(findFamily).find((f) => f !== undefined);
        const [wanted] = request.families;
        if (wanted !== undefined && !findFamily(wanted)) unknown.add(wanted);
        face = open(family ?? SERIF, request.weight, request.style);
        answered.set(key, face);
      }
      return face;
    },
    faceFor: (character, like) =>
      FAMILIES.map((family) => open(family, like.weight, like.style)).find((face) => face.hasGlyph(character)),
    diagnostics: () =>
      [...unknown].map((name) =>
        diagnose(
          "font/missing",
          undefined,
          `The font family “${name}” is not at hand; the PDF is set in ${SERIF.name} instead.`,
          `Families that come with Fleuron: ${FAMILIES.map((f) => f.name).join(", ")}.`,
        ),
      ),
  };
}

function findFamily(name: string): Family | undefined {
  const wanted = name.toLowerCase();
  if (wanted === "serif" || wanted === "sans-serif" || wanted === "system-ui") return SERIF;
  if (wanted === "monospace") return MONOSPACE;
  return FAMILIES.find((f) => f.name.toLowerCase() === wanted);
}

function nearestWeight(wanted: number): number {
  return WEIGHTS.reduce(
    (best, [weight]) => (Math.abs(weight - wanted) < Math.abs(best - wanted) ? weight : best),
    400,
  );
}

function fileOf(family: Family, weight: number, style: "normal" | "italic"): string {
  const name = WEIGHTS.find(([w]) => w === weight)?.[1] ?? "400Regular";
  const cut = style === "italic" ? `${name}_Italic` : name;
  const root = path.dirname(require.resolve(`@expo-google-fonts/${family.package}/package.json`));
  return path.join(root, cut, `${family.stem}_${cut}.ttf`);
}
