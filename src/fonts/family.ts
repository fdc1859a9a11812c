/**
 * Families of fonts and the choice among their cuts.
 *
 * Comes in: the fonts that a stylesheet names for one book, and a weight and style. Goes out: the cut that comes nearest. It opens no file.
 */
import type { FontFace, Medium } from "../style/style-sheet.ts";

/** A font file that may be opened. */
export interface Cut {
  /** 100 to 900. */
  readonly weight: number;
  readonly style: "normal" | "italic";
  readonly path: string;
  /** The rule that names it; absent for what comes with Fleuron. */
  readonly rule?: FontFace;
}

/** The cuts of one design. */
export interface Family {
  readonly name: string;
  readonly cuts: readonly Cut[];
}

/** One family for each name, in the order of the rules; a later rule for the same cut takes the place of an earlier one. */
export function gatherFamilies(fontFaces: readonly FontFace[], medium: Medium): Family[] {
  const families = new Map<string, { name: string; cuts: Map<string, Cut> }>();
  for (const rule of fontFaces) {
    if (rule.medium !== "all" && rule.medium !== medium) continue;
    const key = rule.family.toLowerCase();
    const family = families.get(key) ?? { name: rule.family, cuts: new Map<string, Cut>() };
    const { weight, style, path } = rule;
    family.cuts.set(`${weight} ${style}`, { weight, style, path, rule });
    families.set(key, family);
  }
  return [...families.values()].map(({ name, cuts }) => ({ name, cuts: [...cuts.values()] }));
}

/** The family of a name, or the one that stands for a generic name. */
export function findFamily(name: string, families: readonly Family[]): Family | undefined {
  const wanted = name.toLowerCase();
  const named = (own: string): Family | undefined => families.find((family) => family.name.toLowerCase() === own);
  return named(wanted) ?? named(GENERIC[wanted] ?? "");
}

const GENERIC: Readonly<Record<string, string>> = {
  serif: "eb garamond",
  "ui-serif": "eb garamond",
  "sans-serif": "source sans 3",
  "ui-sans-serif": "source sans 3",
  "system-ui": "source sans 3",
  monospace: "source code pro",
  "ui-monospace": "source code pro",
};

/** CSS Fonts 4, clause 5.2: the style first, then the weight, on the side that the wanted weight leans to. */
export function nearestCut(cuts: readonly Cut[], weight: number, style: "normal" | "italic"): Cut | undefined {
  const styled = cuts.filter((cut) => cut.style === style);
  const from = styled.length > 0 ? styled : cuts;
  const distance = (cut: Cut): number => {
    const away = Math.abs(cut.weight - weight);
    if (away === 0) return 0;
    const heavier = cut.weight > weight;
    if (weight >= 400 && weight <= 500)
      return heavier && cut.weight <= 500 ? away : away + (heavier ? 2000 : 1000);
    return away + (heavier === weight > 500 ? 0 : 1000);
  };
  return from.reduce<Cut | undefined>(
    (best, cut) => (best && distance(best) <= distance(cut) ? best : cut),
    undefined,
  );
}
