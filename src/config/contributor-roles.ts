/**
 * What people do for a book, in the words of the trade.
 *
 * Comes in: a role as an author writes it. Goes out: its code among the Library of Congress's MARC relators, which is what shops
 * and libraries read. It reports nothing.
 */

/** Plain names, and the relators they are (https://id.loc.gov/vocabulary/relators.html). */
export const ROLES = {
  adapter: "adp",
  afterword: "aft",
  annotator: "ann",
  artist: "art",
  cartographer: "ctg",
  colorist: "clr",
  commentator: "cwt",
  compiler: "com",
  composer: "cmp",
  consultant: "csl",
  "cover designer": "cov",
  contributor: "ctb",
  "book designer": "bkd",
  designer: "dsr",
  editor: "edt",
  foreword: "aui",
  illustrator: "ill",
  introduction: "aui",
  librettist: "lbt",
  lyricist: "lyr",
  narrator: "nrt",
  photographer: "pht",
  proofreader: "pfr",
  researcher: "res",
  reviewer: "rev",
  transcriber: "trc",
  translator: "trl",
  typographer: "tyg",
} as const satisfies Readonly<Record<string, string>>;

/** A plain name of {@link ROLES}. */
export type RoleName = keyof typeof ROLES;

/** Names in the order they are told to authors. */
export const ROLE_NAMES = Object.keys(ROLES) as readonly RoleName[];

/** The code for a name or for one of the codes themselves; capitals and hyphens do not count. */
export function findRole(written: string): string | undefined {
  const plain = written
    .trim()
    .toLowerCase()
    .replace(/[-_\s]+/g, " ");
  const name = ROLE_NAMES.find((known) => known === plain);
  if (name !== undefined) return ROLES[name];
  return Object.values<string>(ROLES).find((code) => code === plain);
}
