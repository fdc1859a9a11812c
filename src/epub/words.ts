/**
 * The few words an EPUB adds to the book, in the book's language.
 *
 * Comes in: a language tag. Goes out: labels for navigation and cover. Nothing of them is printed.
 */

/** Labels in one language. */
export interface EpubWords {
  readonly contents: string;
  /** Heading of the landmarks, which reading systems seldom show. */
  readonly landmarks: string;
  readonly cover: string;
  /** What a screen reader says for the cover: the title follows after a space. */
  readonly coverOf: string;
  readonly titlePage: string;
  /** Label of the landmark where reading begins. */
  readonly text: string;
}

function words(
  contents: string,
  landmarks: string,
  cover: string,
  coverOf: string,
  titlePage: string,
  text: string,
): EpubWords {
  return { contents, landmarks, cover, coverOf, titlePage, text };
}

const ENGLISH = words("Contents", "Landmarks", "Cover", "Cover of", "Title page", "Text");

const NORWEGIAN = words("Innhold", "Orientering", "Omslag", "Omslag til", "Tittelside", "Tekst");

const BY_LANGUAGE: Readonly<Record<string, EpubWords>> = {
  ca: words("Sumari", "Guia", "Coberta", "Coberta de", "Portada", "Text"),
  cs: words("Obsah", "Orientace", "Obálka", "Obálka knihy", "Titulní strana", "Text"),
  da: words("Indhold", "Orientering", "Omslag", "Omslag til", "Titelside", "Tekst"),
  de: words("Inhalt", "Orientierung", "Umschlag", "Umschlag von", "Titelseite", "Text"),
  en: ENGLISH,
  es: words("Índice", "Guía", "Cubierta", "Cubierta de", "Portada", "Texto"),
  fi: words("Sisällys", "Opastus", "Kansi", "Kansi:", "Nimiösivu", "Teksti"),
  fr: words("Table des matières", "Repères", "Couverture", "Couverture de", "Page de titre", "Texte"),
  hu: words("Tartalom", "Tájékozódás", "Borító", "Borító:", "Címoldal", "Szöveg"),
  it: words("Indice", "Guida", "Copertina", "Copertina di", "Frontespizio", "Testo"),
  nb: NORWEGIAN,
  nl: words("Inhoud", "Oriëntatie", "Omslag", "Omslag van", "Titelpagina", "Tekst"),
  no: NORWEGIAN,
  pl: words("Spis treści", "Orientacja", "Okładka", "Okładka książki", "Strona tytułowa", "Tekst"),
  pt: words("Sumário", "Guia", "Capa", "Capa de", "Folha de rosto", "Texto"),
  ru: words("Содержание", "Ориентиры", "Обложка", "Обложка книги", "Титульный лист", "Текст"),
  sv: words("Innehåll", "Orientering", "Omslag", "Omslag till", "Titelsida", "Text"),
  uk: words("Зміст", "Орієнтири", "Обкладинка", "Обкладинка книги", "Титульна сторінка", "Текст"),
};

/** The words for a BCP 47 tag, by its primary language; English for one that is not in the table. */
export function findWords(language: string): EpubWords {
  const primary = language.toLowerCase().split("-")[0] ?? "";
  return BY_LANGUAGE[primary] ?? ENGLISH;
}
