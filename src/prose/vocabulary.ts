/**
 * The words of a manuscript, and what they say about a word cut at the end of a line.
 *
 * Comes in: lines. Goes out: a `Vocabulary`, and for two halves of a word whether the hyphen between them belongs to it. It
 * changes no text.
 */
import { foldLatin } from "../core/fold-latin.ts";

/** Words in lower case, each with how often it stands on a line as a whole. Compounds count with their hyphens. */
export interface Vocabulary {
  readonly counts: ReadonlyMap<string, number>;
  /** Beginnings of words that are no compounds, without accents. */
  readonly stems: ReadonlySet<string>;
  /** How often compounds begin, and end, with a word: `demi-`, `-il`. */
  readonly heads: ReadonlyMap<string, number>;
  readonly tails: ReadonlyMap<string, number>;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’‐-][\p{L}\p{M}\p{N}]+)*/gu;

/** A hyphen, or a soft hyphen, as the last character of a line, with the half of a word before it. */
const CUT = /([\p{L}\p{M}\p{N}]+(?:['’‐-][\p{L}\p{M}\p{N}]+)*)[-‐\u00ad¬]$/u;

/** What is quickly seen of it. */
const HYPHEN = /[-‐\u00ad¬]$/;

/** Collects the words of all lines, except for the halves of those that are cut at their ends. */
export function collectWords(lines: readonly string[]): Vocabulary {
  const counts = new Map<string, number>();
  const heads = new Map<string, number>();
  const tails = new Map<string, number>();
  const stems = new Set<string>();
  const add = (words: Map<string, number>, word: string): void => {
    words.set(word, (words.get(word) ?? 0) + 1);
  };
  let isCut = false;
  for (const line of lines) {
    const bare = line.trimEnd();
    const whole = isCut ? bare.replace(/^\s*\S+/, "") : bare;
    isCut = HYPHEN.test(bare) && CUT.test(bare);
    const words = (isCut ? whole.replace(CUT, "") : whole).match(WORD) ?? [];
    for (const word of words) {
      const lower = fold(word);
      const isNew = !counts.has(lower);
      add(counts, lower);
      const parts = lower.split("-");
      if (parts.length < 2) {
        if (isNew) addStems(lower, stems);
        continue;
      }
      for (let at = 1; at < parts.length; at++) {
        if (!HANGING.has(parts[at] ?? "")) add(heads, parts.slice(0, at).join("-"));
        add(tails, parts.slice(at).join("-"));
      }
    }
  }
  return { counts, heads, tails, stems };
}

/** Words that hang on any verb say nothing of it: `dis-je` makes no compound of `dis- parut`. */
const HANGING = new Set(
  "je tu il elle on nous vous ils elles moi toi lui leur le la les y en ce t ci là".split(" "),
);

/** Letters of the shortest and of the longest beginning that is kept. */
const STEM = { shortest: 4, longest: 9 };

function addStems(word: string, stems: Set<string>): void {
  const bare = foldLatin(word.slice(word.lastIndexOf("'") + 1));
  for (let end = STEM.shortest; end <= Math.min(STEM.longest, bare.length); end++) stems.add(bare.slice(0, end));
}

/** Another word begins like the two halves joined, over the joint: `espérait` bears out `es- père`. */
function hasStem(left: string, right: string, { stems }: Vocabulary): boolean {
  const head = foldLatin(left);
  const end = head.length + STEM_TAIL;
  return end >= STEM.shortest && end <= STEM.longest && stems.has((head + foldLatin(right)).slice(0, end));
}

/** Letters of the second half that a word must share with it. */
const STEM_TAIL = 3;

function fold(word: string): string {
  return word.toLowerCase().replace(/’/g, "'").replace(/‐/g, "-");
}

/** The halves of a word that is cut between two lines. */
export interface CutWord {
  readonly head: string;
  /** The hyphen as written. */
  readonly hyphen: string;
  readonly tail: string;
}

/** Undefined if no word is cut: no hyphen at the end of the line, a dash, or no letter on the next one. */
export function readCut(line: string, next: string): CutWord | undefined {
  const bare = line.trimEnd();
  if (!HYPHEN.test(bare)) return undefined;
  const [, head] = CUT.exec(bare) ?? [];
  const [tail] = /^[\p{L}\p{M}\p{N}]+(?:['’‐-][\p{L}\p{M}\p{N}]+)*/u.exec(next.trimStart()) ?? [];
  return head === undefined || tail === undefined ? undefined : { head, hyphen: bare.slice(-1), tail };
}

/** What becomes of a cut word: one word; a compound; or two words, the first of which shares the second's end. */
export type Joint = "joined" | "compound" | "apart";

/** Compounds that grammar makes, so that no book needs to have them twice. */
const CERTAIN: readonly RegExp[] = [
  // French
  /^(?:(?:moi|toi|soi|lui|elle|nous|vous|eux|elles)-mêmes?|(?:celui|celle|ceux|celles)-(?:ci|là)|.+[td]-(?:ils?|elles?|on)|peut-être|est-ce|(?:au|par|là|ci)-(?:dess(?:us|ous)|delà|dedans|devant|bas|haut)|après-midi|quelques-une?s|vis-à)(?!\p{L})/u,
  /^(?:.+(?:ez|ons)-(?:vous|nous|moi|lui|leur|les?|la|en|y)|.+s-tu|.+-toi|(?:vingt|trente|quarante|cinquante|soixante)-(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix)|demi-\p{L}+|pêle-mêle)(?!\p{L})/u,
  // English
  /^(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-\p{L}+|self-\p{L}+|\p{L}+-in-law)$/u,
];

/** `vor- und rückwärts`, `two- and three-storied`: the hyphen stands for the rest of a word. */
const SHARING = new Set("und oder bis sowie and or".split(" "));

/**
 * Decides from the words of the book alone (`undefined`: they do not say). The two forms are compared by how often they stand
 * elsewhere; where neither does, a book that has other compounds with the same head or tail shows its habit.
 */
export function judgeCut({ head, hyphen, tail }: CutWord, words: Vocabulary): Joint | undefined {
  if (hyphen === "\u00ad" || hyphen === "¬") return "joined";
  const [left, right] = [fold(head), fold(tail)];
  const count = (word: string): number => words.counts.get(word) ?? 0;
  // An article that is elided before the word, and a pronoun that hangs on it, are no part of it.
  const lefts = [left, left.slice(left.lastIndexOf("'") + 1)];
  const rights = [right, right.replace(/['-].*$/, "")];
  const most = (link: string): number => Math.max(...lefts.flatMap((l) => rights.map((r) => count(l + link + r))));
  const joined = most("");
  const compound = most("-");
  if (joined > 0 || compound > 0) return joined >= compound ? "joined" : "compound";
  if (SHARING.has(right)) return "apart";
  if (/\p{N}$/u.test(head) || /^\p{N}/u.test(tail)) return "compound";
  const isName = /^\p{Lu}/u.test(tail) && !/^\p{Lu}{2,}$/u.test(head);
  if (isName || left.includes("-") || /^t-/.test(right)) return "compound";
  const isWord = (half: readonly string[]): boolean => half.some((form) => count(form) > 0);
  if (CERTAIN.some((pattern) => pattern.test(`${lefts[1]}-${right}`))) return "compound";
  const endsCompounds = (words.tails.get(right) ?? 0) > 0 && isWord(lefts);
  const beginsCompounds = (words.heads.get(left) ?? 0) > 0 && isWord(rights);
  if ((!endsCompounds && !beginsCompounds) || ENDINGS.has(right)) return undefined;
  return hasStem(lefts[1] ?? left, right, words) ? undefined : "compound";
}

/**
 * For cuts that the words do not decide. In a text whose line ends show compounds only, every hyphen belongs. In one that cuts
 * words for its lines, halves make a compound if both are words, and if the book joins neither to other words without a hyphen:
 * where there is `helpless`, `friend- less` is one word.
 */
/** What English adds to words without a hyphen, though some of it is a word too. */
const ENDINGS = new Set("ly ing ed er en der ness less ful ment ship hood dom".split(" "));

/** Words like `to-day` are joined by books that cut none. */
const SLIPS = 0.2;

/** Of all cuts, how many must be those of compounds for one to be guessed at. */
const LEAST_COMPOUNDS = 0.01;

export function guessCut({ head, tail }: CutWord, words: Vocabulary, decided: readonly Joint[]): Joint {
  const joined = decided.filter((joint) => joint === "joined").length;
  const compound = decided.filter((joint) => joint === "compound").length;
  if (compound > 1 && joined <= SLIPS * compound) return "compound";
  if (ENDINGS.has(fold(tail)) || compound + 1 < LEAST_COMPOUNDS * joined || hasStem(fold(head), fold(tail), words))
    return "joined";
  const isWord = (half: string): boolean => half.length > 2 && (words.counts.get(fold(half)) ?? 0) > 0;
  if (!isWord(head) || !isWord(tail)) return "joined";
  const [left, right] = [fold(head), fold(tail)];
  for (const word of words.counts.keys()) {
    const isLike =
      (word.startsWith(left) && isWord(word.slice(left.length))) ||
      (word.endsWith(right) && isWord(word.slice(0, -right.length)));
    if (isLike) return "joined";
  }
  return "compound";
}

/** Words run together without spaces, taken apart into as few words of the book as will do; whole if they cannot be. */
export function divideWords(letters: string, words: Vocabulary): string {
  const lower = fold(letters);
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = 1; end <= lower.length; end++) {
    for (let start = 0; start < end; start++) {
      const before = best[start];
      const isWord =
        (words.counts.get(lower.slice(start, end)) ?? 0) > 0 &&
        end - start > (start === 0 || end === lower.length ? 1 : 0);
      const shorter = before && isWord && before.length + 1 < (best[end]?.length ?? Number.POSITIVE_INFINITY);
      if (shorter) best[end] = [...before, letters.slice(start, end)];
    }
  }
  return best[lower.length]?.join(" ") ?? letters;
}
