/**
 * The sentences of the accessibility summary, in the book's language.
 *
 * Comes in: a language tag. Goes out: what may be said of a book. Which of it is true, `accessibility.ts` decides.
 */

/** In the order of the sentences below. */
const SENTENCES = ["flexible", "unheaded", "pages", "described", "undescribed", "textual"] as const;

export type AccessWords = Readonly<Record<(typeof SENTENCES)[number], string>>;

const NORWEGIAN = [
  "Teksten kan forstørres, få annen utforming og leses opp, og nås gjennom en innholdsfortegnelse.",
  "Noen avsnitt har ingen overskrift.",
  "Sidetallene fra den trykte utgaven er beholdt.",
  "Alle bilder av betydning er beskrevet i ord.",
  "Noen bilder er ikke beskrevet.",
  "Hele innholdet er tekst.",
];

const BY_LANGUAGE: Readonly<Record<string, readonly string[]>> = {
  ca: [
    "El text es pot ampliar, canviar d’aspecte i llegir en veu alta, i s’hi arriba per mitjà d’un sumari.",
    "Algunes seccions no tenen títol.",
    "Es conserven els números de pàgina de l’edició impresa.",
    "Totes les imatges significatives es descriuen amb paraules.",
    "Algunes imatges no estan descrites.",
    "Tot el contingut és text.",
  ],
  cs: [
    "Text lze zvětšit, upravit jeho vzhled a nechat předčítat; je přístupný přes obsah.",
    "Některé oddíly nemají nadpis.",
    "Čísla stran tištěného vydání jsou zachována.",
    "Všechny významné obrázky jsou popsány slovy.",
    "Některé obrázky nejsou popsány.",
    "Celý obsah je textový.",
  ],
  da: [
    "Teksten kan forstørres, ændre udseende og læses op, og den nås gennem en indholdsfortegnelse.",
    "Nogle afsnit har ingen overskrift.",
    "Sidetallene fra den trykte udgave er bevaret.",
    "Alle billeder af betydning er beskrevet i ord.",
    "Nogle billeder er ikke beskrevet.",
    "Alt indhold er tekst.",
  ],
  de: [
    "Der Text lässt sich vergrößern, umgestalten und vorlesen und ist über ein Inhaltsverzeichnis erreichbar.",
    "Einige Abschnitte haben keine Überschrift.",
    "Die Seitenzahlen der gedruckten Ausgabe sind erhalten.",
    "Alle bedeutsamen Bilder sind in Worten beschrieben.",
    "Einige Bilder sind nicht beschrieben.",
    "Der gesamte Inhalt ist Text.",
  ],
  en: [
    "The text can be enlarged, restyled and read aloud, and is reached through a table of contents.",
    "Some sections have no heading.",
    "The page numbers of the print edition are kept.",
    "Every image that matters is described in words.",
    "Some images are not described.",
    "All of the content is text.",
  ],
  es: [
    "El texto puede ampliarse, cambiar de aspecto y leerse en voz alta, y se accede a él por un índice.",
    "Algunas secciones no tienen título.",
    "Se conservan los números de página de la edición impresa.",
    "Todas las imágenes significativas se describen con palabras.",
    "Algunas imágenes no están descritas.",
    "Todo el contenido es texto.",
  ],
  fi: [
    "Tekstiä voi suurentaa, sen ulkoasua voi muuttaa ja sen voi kuunnella, ja siihen pääsee sisällysluettelosta.",
    "Joillakin osilla ei ole otsikkoa.",
    "Painetun laitoksen sivunumerot on säilytetty.",
    "Kaikki merkitykselliset kuvat on kuvailtu sanoin.",
    "Joitakin kuvia ei ole kuvailtu.",
    "Koko sisältö on tekstiä.",
  ],
  fr: [
    "Le texte peut être agrandi, changer d’aspect et être lu à voix haute\u00a0; on y accède par une table des matières.",
    "Certaines sections n’ont pas de titre.",
    "Les numéros de page de l’édition imprimée sont conservés.",
    "Toutes les images porteuses de sens sont décrites.",
    "Certaines images ne sont pas décrites.",
    "Tout le contenu est du texte.",
  ],
  hu: [
    "A szöveg nagyítható, más megjelenésű lehet és felolvastatható, és tartalomjegyzékből érhető el.",
    "Néhány szakasznak nincs címe.",
    "A nyomtatott kiadás oldalszámai megmaradtak.",
    "Minden lényeges képnek van szöveges leírása.",
    "Néhány képnek nincs leírása.",
    "A teljes tartalom szöveg.",
  ],
  it: [
    "Il testo può essere ingrandito, cambiare aspetto ed essere letto ad alta voce; vi si accede da un indice.",
    "Alcune sezioni non hanno titolo.",
    "I numeri di pagina dell’edizione a stampa sono conservati.",
    "Tutte le immagini significative sono descritte a parole.",
    "Alcune immagini non sono descritte.",
    "Tutto il contenuto è testo.",
  ],
  nb: NORWEGIAN,
  nl: [
    "De tekst kan worden vergroot, anders opgemaakt en voorgelezen, en is bereikbaar via een inhoudsopgave.",
    "Sommige delen hebben geen kop.",
    "De paginanummers van de gedrukte uitgave zijn behouden.",
    "Alle afbeeldingen die ertoe doen zijn in woorden beschreven.",
    "Sommige afbeeldingen zijn niet beschreven.",
    "De hele inhoud is tekst.",
  ],
  no: NORWEGIAN,
  pl: [
    "Tekst można powiększać, zmieniać jego wygląd i odsłuchiwać; prowadzi do niego spis treści.",
    "Niektóre części nie mają nagłówka.",
    "Zachowano numery stron wydania drukowanego.",
    "Wszystkie istotne ilustracje opisano słowami.",
    "Niektórych ilustracji nie opisano.",
    "Cała treść jest tekstem.",
  ],
  pt: [
    "O texto pode ser ampliado, mudar de aspeto e ser lido em voz alta, e o acesso faz-se por um sumário.",
    "Algumas secções não têm título.",
    "Conservam-se os números de página da edição impressa.",
    "Todas as imagens significativas são descritas por palavras.",
    "Algumas imagens não são descritas.",
    "Todo o conteúdo é texto.",
  ],
  ru: [
    "Текст можно увеличивать, менять его вид и слушать; к нему ведёт оглавление.",
    "У некоторых разделов нет заголовков.",
    "Номера страниц печатного издания сохранены.",
    "Все значимые изображения описаны словами.",
    "Некоторые изображения не описаны.",
    "Всё содержание — текст.",
  ],
  sv: [
    "Texten kan förstoras, få annat utseende och läsas upp, och nås genom en innehållsförteckning.",
    "Några avsnitt saknar rubrik.",
    "Den tryckta utgåvans sidnummer finns kvar.",
    "Alla bilder av betydelse beskrivs i ord.",
    "Några bilder är inte beskrivna.",
    "Allt innehåll är text.",
  ],
  uk: [
    "Текст можна збільшувати, змінювати його вигляд і слухати; до нього веде зміст.",
    "Деякі розділи не мають заголовків.",
    "Номери сторінок друкованого видання збережено.",
    "Усі важливі зображення описано словами.",
    "Деякі зображення не описано.",
    "Увесь вміст — текст.",
  ],
};

/** The sentences for a BCP 47 tag by its primary language, and the language they are in: English for one that is not in the table. */
export function findAccessWords(language: string): { readonly words: AccessWords; readonly language: string } {
  const primary = language.toLowerCase().split("-")[0] ?? "";
  const own = BY_LANGUAGE[primary];
  const row = own ?? BY_LANGUAGE.en ?? [];
  const words = Object.fromEntries(SENTENCES.map((name, index) => [name, row[index] ?? ""])) as AccessWords;
  return { words, language: own ? language : "en" };
}
