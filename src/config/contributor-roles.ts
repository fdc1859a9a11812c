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

/** What a name, or one of the codes, means; capitals and hyphens do not count. Of names with one code, the first stands for it. */
export function findRole(written: string): { readonly task: RoleName; readonly code: string } | undefined {
  const plain = written
    .trim()
    .toLowerCase()
    .replace(/[-_\s]+/g, " ");
  const task = ROLE_NAMES.find((known) => known === plain) ?? ROLE_NAMES.find((known) => ROLES[known] === plain);
  return task && { task, code: ROLES[task] };
}
