/**
 * Numbers as they stand in headings: figures, Roman numerals, words of five languages.
 *
 * Comes in: one written number. Goes out: its value and the way it is written. It knows no heading.
 */
import { foldLatin } from "../core/fold-latin.ts";

/** A number as written. */
export interface WrittenNumber {
  /** 1 to 999. */
  readonly value: number;
  readonly script: "figures" | "roman" | "smallRoman" | "word";
}

/** Characters of the longest number in words. */
const LONGEST = 30;

/** What may follow figures or a Roman numeral to make an ordinal of it: 1st, 2e, Ier, IIème, 3º. */
const ORDINAL_END = /(?:st|nd|rd|th|er|re|ère|e|è|ème|ième|nde|[ºª°])$/;

/** Undefined if it is none, or none that counts sections. */
export function readNumber(written: string): WrittenNumber | undefined {
  const found = readFigures(written) ?? readRoman(written);
  if (found) return found;
  const bare = written.replace(ORDINAL_END, "");
  const ordinal = bare !== written && bare !== "" ? (readFigures(bare) ?? readRoman(bare)) : undefined;
  if (ordinal && ordinal.script !== "smallRoman") return ordinal;
  if (written.length > LONGEST) return undefined;
  const value = WORDS.get(foldLatin(written).replace(/[\s-]+/g, " "));
  return value === undefined ? undefined : { value, script: "word" };
}

function readFigures(written: string): WrittenNumber | undefined {
  return /^[0-9]{1,3}$/.test(written) && Number(written) > 0
    ? { value: Number(written), script: "figures" }
    : undefined;
}

/** With IIII and VIIII, as clocks and old books have them; up to 399. */
const ROMAN = /^(C{0,3})(XC|XL|L?X{0,4})(IX|IV|V?I{0,4})$/;

const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

function readRoman(written: string): WrittenNumber | undefined {
  const upper = written.toUpperCase();
  if (written === "" || (written !== upper && written !== written.toLowerCase()) || !ROMAN.test(upper))
    return undefined;
  const digits = [...upper].map((letter) => ROMAN_VALUES[letter] ?? 0);
  const value = digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0);
  return { value, script: written === upper ? "roman" : "smallRoman" };
}

/** Words for 1, 2, 3 …; forms of the same number are parted by a bar. Folded: no accents, lower case, spaces for hyphens. */
const ROWS = [
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
  "un|une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix_sept dix_huit dix_neuf vingt",
  "premier|premiere|1er deuxieme|second|seconde troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme onzieme douzieme treizieme quatorzieme quinzieme seizieme dix_septieme dix_huitieme dix_neuvieme vingtieme",
  "eins zwei|zwo drei vier funf|fuenf sechs sieben acht neun zehn elf zwolf|zwoelf dreizehn vierzehn funfzehn|fuenfzehn sechzehn siebzehn achtzehn neunzehn zwanzig",
  "erste zweite dritte vierte funfte|fuenfte sechste siebte|siebente achte neunte zehnte elfte zwolfte|zwoelfte dreizehnte vierzehnte funfzehnte|fuenfzehnte sechzehnte siebzehnte achtzehnte neunzehnte zwanzigste",
  "uno|una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte",
  "primero|primera|primer segundo|segunda tercero|tercera|tercer cuarto|cuarta quinto|quinta sexto|sexta septimo|septima octavo|octava noveno|novena decimo|decima undecimo|undecima duodecimo|duodecima",
  "uno|una due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti",
  "primo|prima secondo|seconda terzo|terza quarto|quarta quinto|quinta sesto|sesta settimo|settima ottavo|ottava nono|nona decimo|decima",
];

/** How languages go on above twenty: tens from 20, then what makes a compound of a unit's and a ten's form. */
const COMPOUNDS: readonly (readonly [
  tens: string,
  rows: readonly number[],
  join: (unit: string, ten: string) => string[],
])[] = [
  ["twenty thirty forty fifty sixty", [0, 1], (unit, ten) => [`${ten} ${unit}`]],
  ["vingt trente quarante cinquante soixante", [2, 3], (unit, ten) => [`${ten} ${unit}`, `${ten} et ${unit}`]],
  ["zwanzig dreissig vierzig funfzig sechzig", [4], (unit, ten) => [`${unit.replace(/^eins$/, "ein")}und${ten}`]],
  [
    "zwanzigste dreissigste vierzigste funfzigste",
    [4],
    (unit, ten) => [`${unit.replace(/^eins$/, "ein")}und${ten}`],
  ],
];

const WORDS: ReadonlyMap<string, number> = tabulate();

function tabulate(): Map<string, number> {
  const words = new Map<string, number>();
  const add = (forms: string, value: number): void => {
    for (const form of forms.replaceAll("_", " ").split("|")) {
      // German ordinals are declined.
      const declined = form.endsWith("te") ? ["r", "s", "n", "m"].map((end) => form + end) : [];
      for (const one of [form, ...declined]) if (!words.has(one)) words.set(one, value);
    }
  };
  const rows = ROWS.map((row) => row.split(" "));
  for (const row of rows) for (const [index, forms] of row.entries()) add(forms, index + 1);
  for (const [tens, units, join] of COMPOUNDS)
    for (const [step, ten] of tens.split(" ").entries()) {
      const base = 20 + 10 * step;
      add(ten, base);
      for (const row of units)
        for (const [index, forms] of (rows[row] ?? []).slice(0, 9).entries())
          for (const unit of forms.split("|")) for (const word of join(unit, ten)) add(word, base + index + 1);
    }
  add("vingt et unieme", 21);
  add("trente et unieme", 31);
  return words;
}
