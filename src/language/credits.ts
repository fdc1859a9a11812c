/**
 * Who had a part in a book, as its title page says it, in the book's language.
 *
 * Comes in: people with what they did. Goes out: a line for each kind of work: "Translated by Anna Weber and Jan Vos". Work that title
 * pages and copyright pages do not name (proofreading, narration) has no words here.
 */

/** In the order of the columns below. */
const TASKS: readonly string[] = [
  "translator",
  "editor",
  "illustrator",
  "adapter",
  "annotator",
  "foreword",
  "introduction",
  "afterword",
  "photographer",
  "compiler",
  "cover designer",
  "book designer",
];

/** Who did what. */
export interface Credit {
  readonly name: string;
  /** A name of `contributor-roles.ts`. */
  readonly task: string;
  /** The whole line in the author's own words. */
  readonly words?: string;
}

/** Printed on the copyright page alone. */
const BEHIND_THE_SCENES: ReadonlySet<string> = new Set(["cover designer", "book designer"]);

const ENGLISH =
  "Translated by %|Edited by %|Illustrated by %|Adapted by %|Annotated by %|Foreword by %|Introduction by %|Afterword by %|Photographs by %|Compiled by %|Cover design by %|Book design by %";
const NORWEGIAN =
  "Oversatt av %|Redigert av %|Illustrert av %|Bearbeidet av %|Kommentert av %|Med forord av %|Med innledning av %|Med etterord av %|Med fotografier av %|Samlet av %|Omslag: %|Grafisk utforming: %";

/**
 * `%` stands for the names. Where a verb would have to agree with them (Czech, Polish, Russian, Finnish), or a preposition would lose
 * its vowel before them (French, Catalan), a noun and a colon say the same.
 */
// biome-ignore format: a row a language.
const BY_LANGUAGE: Readonly<Record<string, string>> = {
  ca: "Traducció: %|Edició: %|Il·lustracions: %|Adaptació: %|Notes: %|Pròleg: %|Introducció: %|Epíleg: %|Fotografies: %|Recopilació: %|Disseny de la coberta: %|Disseny del llibre: %",
  cs: "Překlad: %|Redakce: %|Ilustrace: %|Adaptace: %|Poznámky: %|Předmluva: %|Úvod: %|Doslov: %|Fotografie: %|Uspořádání: %|Obálka: %|Grafická úprava: %",
  da: "Oversat af %|Redigeret af %|Illustreret af %|Bearbejdet af %|Kommenteret af %|Med forord af %|Med indledning af %|Med efterord af %|Med fotografier af %|Samlet af %|Omslag: %|Grafisk tilrettelæggelse: %",
  de: "Übersetzt von %|Herausgegeben von %|Illustriert von %|Bearbeitet von %|Mit Anmerkungen von %|Mit einem Vorwort von %|Mit einer Einleitung von %|Mit einem Nachwort von %|Mit Fotografien von %|Zusammengestellt von %|Umschlaggestaltung: %|Buchgestaltung: %",
  en: ENGLISH,
  es: "Traducción de %|Edición de %|Ilustraciones de %|Adaptación de %|Notas de %|Prólogo de %|Introducción de %|Epílogo de %|Fotografías de %|Compilación de %|Diseño de cubierta: %|Diseño del libro: %",
  fi: "Käännös: %|Toimitus: %|Kuvitus: %|Mukautus: %|Selitykset: %|Esipuhe: %|Johdanto: %|Jälkisanat: %|Valokuvat: %|Kokoelma: %|Kansi: %|Ulkoasu: %",
  fr: "Traduit par %|Édition établie par %|Illustré par %|Adapté par %|Annoté par %|Avant-propos\u00a0: %|Introduction\u00a0: %|Postface\u00a0: %|Photographies\u00a0: %|Textes réunis par %|Couverture\u00a0: %|Maquette\u00a0: %",
  hu: "Fordította: %|Szerkesztette: %|Illusztrálta: %|Átdolgozta: %|Jegyzetek: %|Előszó: %|Bevezetés: %|Utószó: %|Fényképek: %|Összeállította: %|Borítóterv: %|Könyvterv: %",
  it: "Traduzione di %|A cura di %|Illustrazioni di %|Adattamento di %|Note di %|Prefazione di %|Introduzione di %|Postfazione di %|Fotografie di %|Testi raccolti da %|Copertina: %|Progetto grafico: %",
  nb: NORWEGIAN,
  nl: "Vertaald door %|Onder redactie van %|Met illustraties van %|Bewerkt door %|Geannoteerd door %|Met een voorwoord van %|Met een inleiding van %|Met een nawoord van %|Met foto’s van %|Samengesteld door %|Omslagontwerp: %|Vormgeving: %",
  no: NORWEGIAN,
  pl: "Przekład: %|Redakcja: %|Ilustracje: %|Adaptacja: %|Przypisy: %|Przedmowa: %|Wstęp: %|Posłowie: %|Fotografie: %|Opracowanie: %|Projekt okładki: %|Projekt graficzny: %",
  pt: "Tradução de %|Organização de %|Ilustrações de %|Adaptação de %|Notas de %|Prefácio de %|Introdução de %|Posfácio de %|Fotografias de %|Compilação de %|Capa: %|Projeto gráfico: %",
  ru: "Перевод: %|Редакция: %|Иллюстрации: %|Обработка: %|Примечания: %|Предисловие: %|Введение: %|Послесловие: %|Фотографии: %|Составление: %|Обложка: %|Оформление: %",
  sv: "Översatt av %|Redigerad av %|Illustrerad av %|Bearbetad av %|Kommenterad av %|Med förord av %|Med inledning av %|Med efterord av %|Med fotografier av %|Sammanställd av %|Omslag: %|Grafisk form: %",
  uk: "Переклад: %|Редакція: %|Ілюстрації: %|Обробка: %|Примітки: %|Передмова: %|Вступ: %|Післямова: %|Фотографії: %|Упорядкування: %|Обкладинка: %|Оформлення: %",
};

/** Book 2 of a series. `%` stands for the number. */
// biome-ignore format: a table.
const VOLUMES: Readonly<Record<string, string>> = {
  ca: "Volum %", cs: "%. díl", da: "Bind %", de: "Band %", en: "Book %", es: "Libro %", fi: "osa %", fr: "Tome %", hu: "%. kötet",
  it: "Libro %", nb: "Bok %", nl: "Deel %", no: "Bok %", pl: "Tom %", pt: "Livro %", ru: "Книга %", sv: "Bok %", uk: "Книга %",
};

/** Lines in the order of those who come first; those of one kind of work stand together. `full`: with what only copyright pages name. */
export function listCredits(credits: readonly Credit[], language: string, full: boolean): string[] {
  const row = rowFor(BY_LANGUAGE, language, ENGLISH).split("|");
  const lines = new Map<string, { readonly template: string; readonly names: string[] }>();
  for (const { name, task, words } of credits) {
    if (!full && BEHIND_THE_SCENES.has(task)) continue;
    const column = TASKS.indexOf(task);
    const template = words ?? row[column];
    if (template === undefined) continue;
    const key = words ?? task;
    const line = lines.get(key);
    if (line) line.names.push(name);
    else lines.set(key, { template, names: [name] });
  }
  const list = new Intl.ListFormat(isKnown(language) ? language : "en", { type: "conjunction" });
  return [...lines.values()].map(({ template, names }) => template.replace("%", () => list.format(names)));
}

/** "The Channel Novels, Book 2". */
export function nameVolume(
  { name, number }: { readonly name: string; readonly number?: string },
  language: string,
): string {
  if (number === undefined || number.trim() === "") return name;
  const volume = rowFor(VOLUMES, language, "Book %").replace("%", () => number.trim());
  return `${name}, ${volume.replace(" ", "\u00a0")}`;
}

function isKnown(language: string): boolean {
  return rowFor(BY_LANGUAGE, language, "") !== "";
}

/** A row by the primary language of a BCP 47 tag. */
function rowFor(table: Readonly<Record<string, string>>, language: string, other: string): string {
  return table[language.toLowerCase().split("-")[0] ?? ""] ?? other;
}
