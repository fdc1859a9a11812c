/**
 * The few words that Fleuron adds to the text of a book, in the book's language.
 *
 * Comes in: a language tag. Goes out: titles of sections that have none of their own.
 */

/** In the order of the columns below. */
const WORDS = ["contents", "copyright", "dedication", "epigraph", "frontispiece"] as const;

/** Words in one language. */
export type BookWords = Readonly<Record<(typeof WORDS)[number], string>>;

const ENGLISH = ["Contents", "Copyright", "Dedication", "Epigraph", "Frontispiece"];
const NORWEGIAN = ["Innhold", "Kolofon", "Dedikasjon", "Motto", "Frontispis"];

const BY_LANGUAGE: Readonly<Record<string, readonly string[]>> = {
  ca: ["Sumari", "Crèdits", "Dedicatòria", "Epígraf", "Frontispici"],
  cs: ["Obsah", "Tiráž", "Věnování", "Motto", "Frontispis"],
  da: ["Indhold", "Kolofon", "Dedikation", "Motto", "Frontispice"],
  de: ["Inhalt", "Impressum", "Widmung", "Motto", "Frontispiz"],
  en: ENGLISH,
  es: ["Índice", "Créditos", "Dedicatoria", "Epígrafe", "Frontispicio"],
  fi: ["Sisällys", "Tekijänoikeudet", "Omistus", "Motto", "Etukuva"],
  fr: ["Table des matières", "Mentions légales", "Dédicace", "Épigraphe", "Frontispice"],
  hu: ["Tartalom", "Impresszum", "Ajánlás", "Mottó", "Címkép"],
  it: ["Indice", "Colophon", "Dedica", "Epigrafe", "Antiporta"],
  nb: NORWEGIAN,
  nl: ["Inhoud", "Colofon", "Opdracht", "Motto", "Frontispice"],
  no: NORWEGIAN,
  pl: ["Spis treści", "Strona redakcyjna", "Dedykacja", "Motto", "Frontispis"],
  pt: ["Sumário", "Ficha técnica", "Dedicatória", "Epígrafe", "Frontispício"],
  ru: ["Содержание", "Выходные данные", "Посвящение", "Эпиграф", "Фронтиспис"],
  sv: ["Innehåll", "Kolofon", "Dedikation", "Motto", "Frontespis"],
  uk: ["Зміст", "Вихідні дані", "Присвята", "Епіграф", "Фронтиспіс"],
};

/** The words for a BCP 47 tag, by its primary language; English for one that is not in the table. */
export function findBookWords(language: string): BookWords {
  const primary = language.toLowerCase().split("-")[0] ?? "";
  const row = BY_LANGUAGE[primary] ?? ENGLISH;
  return Object.fromEntries(WORDS.map((word, column) => [word, row[column] ?? ""])) as BookWords;
}
