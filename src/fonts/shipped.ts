/**
 * The families that come with Fleuron.
 *
 * Comes in: nothing. Goes out: where their files are. It opens none.
 */
import { createRequire } from "node:module";
import path from "node:path";
import type { Cut, Family } from "./family.ts";

const require = createRequire(import.meta.url);

/** The weights that the families have, and the names that their files carry. */
const WEIGHTS = [
  [400, "400Regular"],
  [500, "500Medium"],
  [600, "600SemiBold"],
  [700, "700Bold"],
] as const;

/** `stem` is that of the file names in the package. */
function shippedFamily(name: string, packageName: string, stem: string): Family {
  const root = path.dirname(require.resolve(`@expo-google-fonts/${packageName}/package.json`));
  const cuts = WEIGHTS.flatMap(([weight, file]) =>
    (["normal", "italic"] as const).map((style): Cut => {
      const cut = style === "italic" ? `${file}_Italic` : file;
      return { weight, style, path: path.join(root, cut, `${stem}_${cut}.ttf`) };
    }),
  );
  return { name, cuts };
}

export const SHIPPED: readonly Family[] = [
  shippedFamily("EB Garamond", "eb-garamond", "EBGaramond"),
  shippedFamily("Source Sans 3", "source-sans-3", "SourceSans3"),
  shippedFamily("Source Code Pro", "source-code-pro", "SourceCodePro"),
];
