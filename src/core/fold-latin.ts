/**
 * Latin letters as ASCII, for names of files and ids.
 *
 * Comes in: text in any script. Goes out: the same in lower case, Latin letters without accents or ligatures. Other scripts keep
 * their marks, since there they make other letters.
 */

/** Latin letters that Unicode does not take apart, and what they are written as in ASCII. */
const FOLDED: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ħ: "h",
  ı: "i",
  ŋ: "ng",
  ĸ: "k",
  ŧ: "t",
  ſ: "s",
};

export function foldLatin(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/(\p{Script=Latin})[\u0300-\u036f]+/gu, "$1")
    .normalize("NFC")
    .replace(/\p{Script=Latin}/gu, (letter) => FOLDED[letter] ?? letter);
}
