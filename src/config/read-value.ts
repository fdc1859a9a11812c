/**
 * Values of book.yaml, one reader for each type that a key can have.
 *
 * Comes in: a value as written. Goes out: the typed value, or undefined beside a diagnostic. The readers know
 * no file and no default.
 */
import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import type { Span } from "../core/span.ts";
import type { Person, Series } from "./book-config.ts";
import { encodingLabel } from "./decode-text.ts";
import { identifierUri, isbnDigits, isIsbn } from "./identifiers.ts";
import { nearestName } from "./nearest-name.ts";
import type { YamlMap, YamlScalar, YamlValue } from "./yaml-tree.ts";

/** A value and the place where it stands. */
export interface Located<T> {
  readonly value: T;
  readonly span: Span;
}

/** Where readers put what they have to say. */
export type Say = (diagnostic: Diagnostic) => void;

/** Reads one kind of value. `key` is what the author calls it. Empty values are undefined, and no fault. */
export type Reader<T> = (value: YamlValue, key: string, say: Say) => T | undefined;

/** Text on one line: runs of white space become a space. */
export const readLine: Reader<string> = (value, key, say) => readText(value, key, say)?.replace(/\s+/g, " ");

/** Text that may have paragraphs. */
export const readText: Reader<string> = (value, key, say) => readScalar(value, key, say)?.text.trim();

/** Text and where it stands. */
export const readName: Reader<Located<string>> = (value, key, say) => {
  const scalar = readScalar(value, key, say);
  return scalar && { value: scalar.text.trim(), span: scalar.span };
};

/** One value, or a list of them. */
export function readSeveral<T>(read: Reader<T>): Reader<readonly T[]> {
  return (value, key, say) => {
    const items = value.kind === "list" ? value.items : [value];
    return items.map((item) => read(item, key, say)).filter((item) => item !== undefined);
  };
}

/** A list, not a single value. */
export function readList<T>(read: Reader<T>): Reader<readonly T[]> {
  return (value, key, say) => {
    if (value.kind === "empty") return undefined;
    if (value.kind !== "list" || value.items.length === 0) {
      const found = value.kind === "list" ? "an empty one" : describe(value);
      say(
        wrong(
          value.span,
          `"${key}" should be a list; this is ${found}.`,
          `${key}:\n      - first\n      - second`,
        ),
      );
      return undefined;
    }
    return readSeveral(read)(value, key, say);
  };
}

/** `Jane Austen`, or `{name: Jane Austen, sort: "Austen, Jane"}`. */
export const readPerson: Reader<Person> = (value, key, say) => {
  if (value.kind !== "map") {
    const name = readLine(value, key, say);
    return name === undefined ? undefined : { name };
  }
  const found = readFields(value, key, ["name", "sort"], say);
  if (found.name === undefined) return undefined;
  return found.sort === undefined ? { name: found.name } : { name: found.name, sortName: found.sort };
};

/** `Barchester`, or `{name: Barchester, number: 2}`. */
export const readSeries: Reader<Series> = (value, key, say) => {
  if (value.kind !== "map") {
    const name = readLine(value, key, say);
    return name === undefined ? undefined : { name };
  }
  const { name, number } = readFields(value, key, ["name", "number"], say);
  if (name === undefined) return undefined;
  if (number === undefined) return { name };
  if (/^[0-9]+(\.[0-9]+)*$/.test(number)) return { name, number };
  const span = value.entries.find((entry) => entry.key === "number")?.value.span ?? value.span;
  say(wrong(span, `"${number}" is not a number in a series.`, "Write 2, or 2.1 for a volume between."));
  return { name };
};

/** BCP 47, made canonical: `en-gb` becomes `en-GB`. */
export const readLanguage: Reader<string> = (value, key, say) => {
  const scalar = readScalar(value, key, say);
  if (!scalar) return undefined;
  const tag = canonicalLanguage(scalar.text);
  if (tag !== undefined) return tag;
  const repaired = canonicalLanguage(scalar.text.replace(/_/g, "-"));
  const hint = repaired ? `Write ${repaired}.` : "Write its tag: en, en-GB, de, fr, pt-BR …";
  say(wrong(scalar.span, `"${scalar.text}" is not the tag of a language.`, hint));
  return undefined;
};

/** Undefined for what is no language tag. ISO 639 has no codes longer than three letters, though BCP 47 would allow them. */
export function canonicalLanguage(tag: string): string | undefined {
  if (!/^[a-z]{2,3}(?:-|$)/i.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** One word out of several. */
export function readChoice<T extends string>(...choices: readonly [T, ...T[]]): Reader<T> {
  return (value, key, say) => {
    const scalar = readScalar(value, key, say);
    if (!scalar) return undefined;
    const chosen = choices.find((choice) => choice === scalar.text.trim().toLowerCase());
    if (chosen !== undefined) return chosen;
    const near = nearestName(scalar.text, choices);
    const hint = near === undefined ? `${key}: ${choices[0]}` : `Did you mean "${near}"?`;
    const several = `${choices.slice(0, -1).join(", ")} or ${choices.at(-1)}`;
    say(wrong(scalar.span, `"${key}" is ${several}; this is "${scalar.text}".`, hint));
    return undefined;
  };
}

/** Whether punctuation is set right: see {@link BookConfig.punctuation}. */
export const readPunctuation = readChoice("smart", "off");
/** How a file's lines make paragraphs: see {@link BookConfig.paragraphs}. */
export const readParagraphs = readChoice("lines", "wrapped", "markdown");

/** What numbers standing alone open: see {@link BookConfig.sections}. */
export const readSections = readChoice("chapters", "inside", "off");

/** A character encoding, as the author calls it. */
export const readEncoding: Reader<string> = (value, key, say) => {
  const scalar = readScalar(value, key, say);
  if (!scalar || encodingLabel(scalar.text) !== undefined) return scalar?.text.trim();
  const hint = "Write utf-8, utf-16, windows-1252, latin-1, macintosh …";
  say(wrong(scalar.span, `"${scalar.text}" is no encoding that Fleuron knows.`, hint));
  return undefined;
};

/** A heading level. */
export const readLevel: Reader<Located<number>> = (value, key, say) => {
  const scalar = readScalar(value, key, say);
  if (!scalar) return undefined;
  if (/^[1-6]$/.test(scalar.text)) return { value: Number(scalar.text), span: scalar.span };
  say(wrong(scalar.span, `"${key}" is a heading level from 1 to 6; this is "${scalar.text}".`, `${key}: 1`));
  return undefined;
};

/** The depth of the printed contents: `true` is 1, `false` 0. */
export const readContents: Reader<number> = (value, key, say) => {
  const scalar = readScalar(value, key, say);
  if (!scalar) return undefined;
  const word = scalar.text.trim().toLowerCase();
  if (/^(true|yes|on)$/.test(word)) return 1;
  if (/^(false|no|off)$/.test(word)) return 0;
  if (/^[0-6]$/.test(word)) return Number(word);
  const message = `"${key}" says whether the printed book has contents, and how deep they go; this is "${scalar.text}".`;
  say(
    wrong(
      scalar.span,
      message,
      `${key}: true`,
      `${key}: false`,
      `${key}: 2, for the headings under the chapters too`,
    ),
  );
  return undefined;
};

/** A year, a month, a day or a moment (the W3C's profile of ISO 8601, which package documents use). */
export const readDate: Reader<string> = (value, key, say) => {
  const scalar = readScalar(value, key, say);
  if (!scalar) return undefined;
  if (isDate(scalar.text)) return scalar.text;
  say(wrong(scalar.span, `"${scalar.text}" is not a date.`, "Write 2026-11-24, or 2026-11, or only 2026."));
  return undefined;
};

function isDate(text: string): boolean {
  const found = /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(T[0-9:.]+(?:Z|[+-][0-9]{2}:[0-9]{2}))?)?)?$/.exec(text);
  if (!found) return false;
  const [, year = "", month = "01", day = "01", time] = found;
  const midnight = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || midnight.getUTCDate() !== Number(day)) return false;
  return time === undefined || !Number.isNaN(Date.parse(text));
}

/** A URI; an ISBN or a UUID may stand without its `urn:`. */
export const readIdentifier: Reader<string> = (value, key, say) => {
  const scalar = readScalar(value, key, say);
  if (!scalar) return undefined;
  const uri = identifierUri(scalar.text.trim());
  if (uri === undefined) {
    const message = `"${scalar.text}" identifies no book: it is not an ISBN, a UUID or a URI.`;
    say(wrong(scalar.span, message, "Leave it out, and Fleuron makes one that stays the same."));
  }
  return uri;
};

/** The URI of an ISBN, its checksum true; hyphens do not count. */
export const readIsbn: Reader<string> = (value, key, say) => {
  const scalar = readScalar(value, key, say);
  if (!scalar) return undefined;
  const digits = isbnDigits(scalar.text.trim());
  if (isIsbn(digits)) return `urn:isbn:${digits}`;
  const wellFormed = /^(?:[0-9]{9}[0-9X]|97[89][0-9]{10})$/.test(digits);
  const fault = wellFormed
    ? "its check digit does not fit, so a digit is wrong"
    : "it has 10 digits, or 13 that begin with 978 or 979";
  say(wrong(scalar.span, `"${scalar.text}" is not an ISBN: ${fault}.`, "Compare it with what you were given."));
  return undefined;
};

/** The diagnostic for a key that is none of `known`. */
export function unknownKey(key: string, span: Span, known: readonly string[], suggestion?: string): Diagnostic {
  const near = suggestion ?? nearestName(key, known);
  const hint = near === undefined ? `The keys are: ${known.join(", ")}.` : `Did you mean "${near}"?`;
  return diagnose("config/unknown-key", span, `There is no key "${key}".`, hint);
}

/** A `config/wrong-type` error. */
export function wrong(span: Span, message: string, ...hints: readonly string[]): Diagnostic {
  return diagnose("config/wrong-type", span, message, ...hints);
}

/** The keys of a small map, each a line of text; the first is required. */
export function readFields<K extends string>(
  map: YamlMap,
  key: string,
  known: readonly [K, ...K[]],
  say: Say,
): Readonly<Partial<Record<K, string>>> {
  const found: Partial<Record<K, string>> = {};
  for (const entry of map.entries) {
    const name = known.find((candidate) => candidate === entry.key);
    if (name === undefined) {
      say(unknownKey(entry.key, entry.span, known));
      continue;
    }
    const text = readLine(entry.value, entry.key, say);
    if (text !== undefined) found[name] = text;
  }
  const [required] = known;
  // An unknown key is the required one mistyped, as like as not.
  const mistyped = map.entries.some((entry) => known.every((name) => name !== entry.key));
  if (!mistyped && map.entries.every((entry) => entry.key !== required || entry.value.kind === "empty")) {
    say(wrong(map.span, `"${key}" needs a ${required}.`, `${key}:\n      ${required}: …`));
  }
  return found;
}

/** Characters, and halves of characters, that neither XML 1.0 (2.2) nor a PDF's text can hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is its purpose.
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff\p{Cs}]/u;

function readScalar(value: YamlValue, key: string, say: Say): YamlScalar | undefined {
  if (value.kind === "empty") return undefined;
  if (value.kind !== "scalar") {
    say(wrong(value.span, `"${key}" should be text; this is ${describe(value)}.`, `${key}: …`));
    return undefined;
  }
  if (value.text.trim() === "") return undefined;
  if (!UNPRINTABLE.test(value.text)) return value;
  say(
    wrong(
      value.span,
      `"${key}" holds a control character, which no book can show.`,
      "Delete it and type the text anew.",
    ),
  );
  return undefined;
}

function describe(value: YamlValue): string {
  switch (value.kind) {
    case "scalar":
      return `"${value.text}"`;
    case "empty":
      return "nothing";
    case "list":
      return "a list";
    case "map":
      return "a group of keys";
  }
}
