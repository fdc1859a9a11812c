/**
 * The few words that Fleuron adds to the text of a book, in the book's language.
 *
 * Comes in: a language tag. Goes out: titles of sections that have none of their own, and what the
 * copyright page calls an edition.
 */

/** In the order of the columns below. */
const WORDS = [
  "contents",
  "copyright",
  "dedication",
  "epigraph",
  "frontispiece",
  "paperback",
  "hardback",
] as const;

/** Words in one language. */
export type BookWords = Readonly<Record<(typeof WORDS)[number], string>>;

const ENGLISH = ["Contents", "Copyright", "Dedication", "Epigraph", "Frontispiece", "paperback", "hardback"];
const NORWEGIAN = ["Innhold", "Kolofon", "Dedikasjon", "Motto", "Frontispis", "heftet", "innbundet"];

const BY_LANGUAGE: Readonly<Record<string, readonly string[]>> = {
  ca: ["Sumari", "Crèdits", "Dedicatòria", "Epígraf", "Frontispici", "rústica", "tapa dura"],
  cs: ["Obsah", "Tiráž", "Věnování", "Motto", "Frontispis", "brožovaná vazba", "pevná vazba"],
  da: ["Indhold", "Kolofon", "Dedikation", "Motto", "Frontispice", "paperback", "indbundet"],
  de: ["Inhalt", "Impressum", "Widmung", "Motto", "Frontispiz", "Taschenbuch", "gebunden"],
  en: ENGLISH,
  es: ["Índice", "Créditos", "Dedicatoria", "Epígrafe", "Frontispicio", "rústica", "tapa dura"],
  fi: ["Sisällys", "Tekijänoikeudet", "Omistus", "Motto", "Etukuva", "pehmeäkantinen", "kovakantinen"],
  fr: ["Table des matières", "Mentions légales", "Dédicace", "Épigraphe", "Frontispice", "broché", "relié"],
  hu: ["Tartalom", "Impresszum", "Ajánlás", "Mottó", "Címkép", "puhatáblás", "keménytáblás"],
  it: ["Indice", "Colophon", "Dedica", "Epigrafe", "Antiporta", "brossura", "rilegato"],
  nb: NORWEGIAN,
  nl: ["Inhoud", "Colofon", "Opdracht", "Motto", "Frontispice", "paperback", "gebonden"],
  no: NORWEGIAN,
  pl: ["Spis treści", "Strona redakcyjna", "Dedykacja", "Motto", "Frontispis", "oprawa miękka", "oprawa twarda"],
  pt: ["Sumário", "Ficha técnica", "Dedicatória", "Epígrafe", "Frontispício", "brochura", "capa dura"],
  ru: [
    "Содержание",
    "Выходные данные",
    "Посвящение",
    "Эпиграф",
    "Фронтиспис",
    "мягкая обложка",
    "твёрдый переплёт",
  ],
  sv: ["Innehåll", "Kolofon", "Dedikation", "Motto", "Frontespis", "häftad", "inbunden"],
  uk: ["Зміст", "Вихідні дані", "Присвята", "Епіграф", "Фронтиспіс", "м’яка обкладинка", "тверда палітурка"],
};

/** The words for a BCP 47 tag, by its primary language; English for one that is not in the table. */
export function findBookWords(language: string): BookWords {
  const primary = language.toLowerCase().split("-")[0] ?? "";
  const row = BY_LANGUAGE[primary] ?? ENGLISH;
  return Object.fromEntries(WORDS.map((word, column) => [word, row[column] ?? ""])) as BookWords;
}
