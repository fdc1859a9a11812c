/**
 * The few words an EPUB adds to the book, in the book's language.
 *
 * Comes in: a language tag. Goes out: labels for navigation and cover. Nothing of them is printed.
 */

/** Labels, in the order of the rows below. */
const LABELS = [
  "contents",
  /** Heading of the landmarks, which reading systems seldom show. */
  "landmarks",
  "cover",
  /** What a screen reader says for the cover: the title follows after a space. */
  "coverOf",
  "titlePage",
  /** Label of the landmark where reading begins. */
  "text",
  /** Heading of the page list. */
  "pages",
  /** What has the pages: "The Harbour (print edition)". */
  "print",
  "paperback",
  "hardback",
] as const;

/** Labels in one language. */
export type EpubWords = Readonly<Record<(typeof LABELS)[number], string>>;

// biome-ignore format: a row a language.
const BY_LANGUAGE: Readonly<Record<string, readonly string[]>> = {
  ca: ["Sumari", "Guia", "Coberta", "Coberta de", "Portada", "Text", "Pàgines", "edició impresa", "edició en rústica", "edició en tapa dura"],
  cs: ["Obsah", "Orientace", "Obálka", "Obálka knihy", "Titulní strana", "Text", "Strany", "tištěné vydání", "brožované vydání", "vázané vydání"],
  da: ["Indhold", "Orientering", "Omslag", "Omslag til", "Titelside", "Tekst", "Sider", "trykt udgave", "paperbackudgave", "indbundet udgave"],
  de: ["Inhalt", "Orientierung", "Umschlag", "Umschlag von", "Titelseite", "Text", "Seiten", "Druckausgabe", "Taschenbuchausgabe", "gebundene Ausgabe"],
  en: ["Contents", "Landmarks", "Cover", "Cover of", "Title page", "Text", "Pages", "print edition", "paperback edition", "hardback edition"],
  es: ["Índice", "Guía", "Cubierta", "Cubierta de", "Portada", "Texto", "Páginas", "edición impresa", "edición en rústica", "edición en tapa dura"],
  fi: ["Sisällys", "Opastus", "Kansi", "Kansi:", "Nimiösivu", "Teksti", "Sivut", "painettu laitos", "pehmeäkantinen laitos", "kovakantinen laitos"],
  fr: ["Table des matières", "Repères", "Couverture", "Couverture de", "Page de titre", "Texte", "Pages", "édition imprimée", "édition brochée", "édition reliée"],
  hu: ["Tartalom", "Tájékozódás", "Borító", "Borító:", "Címoldal", "Szöveg", "Oldalak", "nyomtatott kiadás", "puhafedeles kiadás", "keményfedeles kiadás"],
  it: ["Indice", "Guida", "Copertina", "Copertina di", "Frontespizio", "Testo", "Pagine", "edizione a stampa", "edizione in brossura", "edizione rilegata"],
  nb: ["Innhold", "Orientering", "Omslag", "Omslag til", "Tittelside", "Tekst", "Sider", "trykt utgave", "heftet utgave", "innbundet utgave"],
  nl: ["Inhoud", "Oriëntatie", "Omslag", "Omslag van", "Titelpagina", "Tekst", "Pagina’s", "gedrukte uitgave", "paperbackuitgave", "gebonden uitgave"],
  no: ["Innhold", "Orientering", "Omslag", "Omslag til", "Tittelside", "Tekst", "Sider", "trykt utgave", "heftet utgave", "innbundet utgave"],
  pl: ["Spis treści", "Orientacja", "Okładka", "Okładka książki", "Strona tytułowa", "Tekst", "Strony", "wydanie drukowane", "wydanie w miękkiej oprawie", "wydanie w twardej oprawie"],
  pt: ["Sumário", "Guia", "Capa", "Capa de", "Folha de rosto", "Texto", "Páginas", "edição impressa", "edição em brochura", "edição em capa dura"],
  ru: ["Содержание", "Ориентиры", "Обложка", "Обложка книги", "Титульный лист", "Текст", "Страницы", "печатное издание", "издание в мягкой обложке", "издание в твёрдом переплёте"],
  sv: ["Innehåll", "Orientering", "Omslag", "Omslag till", "Titelsida", "Text", "Sidor", "tryckt utgåva", "häftad utgåva", "inbunden utgåva"],
  uk: ["Зміст", "Орієнтири", "Обкладинка", "Обкладинка книги", "Титульна сторінка", "Текст", "Сторінки", "друковане видання", "видання в м’якій обкладинці", "видання у твердій палітурці"],
};

const ENGLISH = BY_LANGUAGE.en ?? [];

/** The words for a BCP 47 tag, by its primary language; English for one that is not in the table. */
export function findWords(language: string): EpubWords {
  const primary = language.toLowerCase().split("-")[0] ?? "";
  const row = BY_LANGUAGE[primary] ?? ENGLISH;
  return Object.fromEntries(LABELS.map((label, index) => [label, row[index] ?? ""])) as EpubWords;
}
