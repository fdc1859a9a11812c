/**
 * The faces a book can be set in, found by family, weight and style.
 *
 * Comes in: the fonts that the stylesheet names, and what computed styles ask for. Goes out: opened faces, each opened once, and
 * only when asked for. It carries the families that come with Fleuron; a face that is missing is replaced and reported, never
 * imitated.
 */
import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import type { FontFace, Medium } from "../style/style-sheet.ts";
import { type Face, openFace } from "./face.ts";
import { type Cut, type Family, findFamily, gatherFamilies, nearestCut } from "./family.ts";
import { SHIPPED } from "./shipped.ts";

/** What is asked of the library. */
export interface FaceRequest {
  /** Families in order of preference. */
  readonly families: readonly string[];
  readonly weight: number;
  readonly style: "normal" | "italic";
  /** OpenType features that the text asks for, as {@link Face.shape} takes them. */
  readonly features?: string;
}

export interface FontLibrary {
  /** The nearest face there is. */
  readonly face: (request: FaceRequest) => Face;
  /** The nearest face of one family; undefined for `serif` and its like, and for a family that is not at hand. */
  readonly named: (family: string, weight: number, style: "normal" | "italic") => Face | undefined;
  /** A face that has the character, if any in the library does: the last resort for foreign letters. */
  readonly faceFor: (character: string, like: Face) => Face | undefined;
  /** What had to be replaced, each told once. */
  readonly diagnostics: () => readonly Diagnostic[];
}

/** A family of the stylesheet's own takes the place of one of the same name that comes with Fleuron. */
export function openFontLibrary(
  fontFaces: readonly FontFace[] = [],
  medium: Exclude<Medium, "all"> = "print",
): FontLibrary {
  const own = gatherFamilies(fontFaces, medium);
  const families = [...own, ...SHIPPED.filter(({ name }) => !findFamily(name, own))];
  const opened = new Map<string, Face | undefined>();
  const answered = new Map<string, Face>();
  const told = new Map<string, Diagnostic>();

  const open = (family: Family, cut: Cut): Face | undefined => {
    if (opened.has(cut.path)) return opened.get(cut.path);
    let face: Face | undefined;
    try {
      face = openFace(cut.path, family.name, cut.weight, cut.style);
    } catch (error) {
      // Fleuron's own fonts are sound; an author's file may be anything.
      if (!cut.rule) throw error;
      told.set(cut.path, explainBroken(cut.rule));
    }
    opened.set(cut.path, face);
    return face;
  };

  const nearest = (family: Family, { weight, style }: FaceRequest): Face | undefined => {
    const rest = [...family.cuts];
    for (let cut = nearestCut(rest, weight, style); cut; cut = nearestCut(rest, weight, style)) {
      const face = open(family, cut);
      if (face) {
        const lack = explainLack(family, cut, weight, style);
        if (lack) told.set(lack.message, lack);
        return face;
      }
      rest.splice(rest.indexOf(cut), 1);
    }
    return undefined;
  };

  const answer = (request: FaceRequest): Face => {
    const wanted = request.families[0] ?? "serif";
    for (const name of request.families) {
      const family = findFamily(name, families);
      const face = family && nearest(family, request);
      if (!face) continue;
      if (name !== wanted) told.set(wanted, explainMissing(wanted, face, families));
      return face;
    }
    const serif = findFamily("serif", families);
    const face = serif && nearest(serif, request);
    if (!face) throw new Error("there is no font to set anything in");
    told.set(wanted, explainMissing(wanted, face, families));
    return face;
  };

  return {
    face: (request) => {
      const { families: names, weight, style, features = "" } = request;
      const key = `${names.join(",")} ${weight} ${style} ${features}`;
      let face = answered.get(key);
      if (!face) {
        face = answer(request);
        const lack = explainFeature(face, features);
        if (lack) told.set(lack.message, lack);
        answered.set(key, face);
      }
      return face;
    },
    named: (name, weight, style) => {
      const family = families.find((one) => one.name.toLowerCase() === name.toLowerCase());
      return family && nearest(family, { families: [name], weight, style });
    },
    faceFor: (character, like) => {
      for (const family of families) {
        const cut = nearestCut(family.cuts, like.weight, like.style);
        const face = cut && open(family, cut);
        if (face?.hasGlyph(character)) return face;
      }
      return undefined;
    },
    diagnostics: () => [...told.values()],
  };
}

/** Text that should be bold or italic and isn't; a shade lighter or heavier is told of no one. */
function explainLack(
  family: Family,
  cut: Cut,
  weight: number,
  style: "normal" | "italic",
): Diagnostic | undefined {
  const isBold = (w: number): boolean => w >= 600;
  const lacks = [
    ...(cut.style === style ? [] : [style === "italic" ? "italic" : "upright"]),
    ...(isBold(cut.weight) === isBold(weight) ? [] : [isBold(weight) ? "bold" : "regular weight"]),
  ];
  if (lacks.length === 0) return undefined;
  const effect = `the PDF uses ${nameCut(cut)} instead, and e-readers feign it`;
  const message = `${family.name} has no ${lacks.join(" and no ")} here: ${effect}.`;
  const value = `font-weight: ${isBold(weight) ? weight : 400}; font-style: ${style};`;
  const hint = cut.rule
    ? `Give its file in an @font-face of its own: font-family: "${family.name}"; ${value} src: url("…").`
    : `Ask for another weight or style, or bring a font that has it with @font-face.`;
  return diagnose("font/missing-style", cut.rule?.span, message, hint);
}

/** What is missed where a font does not have it; other features are refinements. */
const FEATURE_NAMES: Readonly<Record<string, string>> = {
  smcp: "small capitals",
  c2sc: "small capitals",
  pcap: "petite capitals",
  c2pc: "petite capitals",
  unic: "unicase letters",
  titl: "titling capitals",
  onum: "old-style figures",
  sups: "superior figures",
  subs: "inferior figures",
};

function explainFeature(face: Face, features: string): Diagnostic | undefined {
  const has = new Set<string>(face.font.availableFeatures);
  const lacks = features.split(",").find((tag) => Object.hasOwn(FEATURE_NAMES, tag) && !has.has(tag));
  if (lacks === undefined) return undefined;
  const message = `${face.family} has no ${FEATURE_NAMES[lacks]} (${lacks}); the PDF shows the ordinary signs.`;
  return diagnose(
    "font/missing-style",
    undefined,
    message,
    "Choose a font that has them; they are never imitated.",
  );
}

function nameCut(cut: Cut): string {
  return `weight ${cut.weight}${cut.style === "italic" ? " italic" : ""}`;
}

function explainMissing(name: string, used: Face, families: readonly Family[]): Diagnostic {
  const effect = `the PDF is set in ${used.family} instead, and e-readers use what they have`;
  return diagnose(
    "font/missing",
    undefined,
    `The font family “${name}” is not at hand; ${effect}.`,
    `Families at hand: ${[...new Set(families.map((f) => f.name))].join(", ")}.`,
    `To bring your own: @font-face { font-family: "${name}"; src: url("${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.ttf"); }.`,
  );
}

function explainBroken(rule: FontFace): Diagnostic {
  return diagnose(
    "font/missing",
    rule.span,
    `This file is no font that can be opened; text in “${rule.family}” is set without it.`,
    "It takes a TrueType or OpenType font with one face in the file.",
  );
}
