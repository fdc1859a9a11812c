/**
 * Values of book.yaml that catalogues and shops ask for: people, ISBNs of editions, subjects, pages, accessibility.
 *
 * Comes in: a value as written. Goes out: the typed value, or undefined beside a diagnostic. It knows no file and no default.
 */
import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import type { Span } from "../core/span.ts";
import {
  type AccessibilityStatement,
  type Contributor,
  EDITIONS,
  type EditionName,
  type Isbn,
  type PrintEdition,
  type Subject,
} from "./book-config.ts";
import { findRole, ROLE_NAMES } from "./contributor-roles.ts";
import { isbnGroups } from "./identifiers.ts";
import { nearestName } from "./nearest-name.ts";
import { type Reader, readFields, readIsbn, readLine, readName, unknownKey, wrong } from "./read-value.ts";
import type { YamlMap, YamlValue } from "./yaml-tree.ts";

const EXAMPLE = "contributors:\n      - name: Anna Weber\n        role: translator";

/** `{name: Anna Weber, role: translator, sort: "Weber, Anna"}`. */
export const readContributor: Reader<Contributor> = (value, key, say) => {
  if (value.kind === "empty") return undefined;
  if (value.kind !== "map") {
    say(wrong(value.span, `"${key}" needs each name with its role.`, EXAMPLE));
    return undefined;
  }
  const { name, role, sort, credit } = readFields(value, key, ["name", "role", "sort", "credit"], say);
  if (name === undefined) return undefined;
  if (role === undefined) {
    say(wrong(value.span, `What did ${name} do for the book? "role" is missing.`, EXAMPLE));
    return undefined;
  }
  const found = findRole(role);
  if (found === undefined) {
    const near = nearestName(role, ROLE_NAMES);
    const hint = near === undefined ? `The roles are: ${ROLE_NAMES.join(", ")}.` : `Did you mean "${near}"?`;
    say(wrong(spanOf(value, "role"), `"${role}" is not a role that catalogues know.`, hint));
    return undefined;
  }
  return {
    name,
    role: found.code,
    task: found.task,
    ...(sort !== undefined && { sortName: sort }),
    ...(credit !== undefined && { credit }),
  };
};

/** The diagnostic for a role that stands as a key of book.yaml; undefined for any other key. */
export function suggestContributor(key: string, span: Span, value: YamlValue): Diagnostic | undefined {
  const role = ROLE_NAMES.find((name) => name === key.toLowerCase());
  if (role === undefined || role === "contributor") return undefined;
  const name = value.kind === "scalar" ? value.text.trim() : "…";
  const lines = ["Write:", "contributors:", `  - name: ${name}`, `    role: ${role}`];
  return diagnose("config/unknown-key", span, `There is no key "${key}".`, lines.join("\n"));
}

/** One ISBN, or a map of editions to theirs. */
export const readIsbns: Reader<readonly Isbn[]> = (value, key, say) => {
  if (value.kind !== "map") {
    const uri = readIsbn(value, key, say);
    return uri === undefined ? undefined : [{ uri, ...groupsOf(value) }];
  }
  const found: Isbn[] = [];
  for (const entry of value.entries) {
    const edition = EDITIONS.find((name) => name === entry.key);
    if (edition === undefined) {
      say(unknownKey(entry.key, entry.span, EDITIONS, EDITION_SYNONYMS[entry.key.toLowerCase()]));
      continue;
    }
    const uri = readIsbn(entry.value, entry.key, say);
    const same = found.find((other) => other.uri === uri);
    if (same) {
      const message = `${entry.key} has the same ISBN as ${same.edition}.`;
      say(wrong(entry.value.span, message, "Every edition has a number of its own: take out one of the two."));
    } else if (uri !== undefined) {
      found.push({ uri, edition, ...groupsOf(entry.value) });
    }
  }
  return found;
};

/** The number in the groups that the author has parted it into, which only a registry of publishers could find. */
function groupsOf(value: YamlValue): Pick<Isbn, "groups"> {
  const written = value.kind === "scalar" ? isbnGroups(value.text) : "";
  return written.includes("-") ? { groups: written } : {};
}

const EDITION_SYNONYMS: Readonly<Record<string, EditionName>> = {
  ebook: "epub",
  "e-book": "epub",
  kindle: "epub",
  paper: "print",
  softcover: "paperback",
  hardcover: "hardback",
};

/** The name of an edition for print, or `none`. */
export const readPageList: Reader<PrintEdition | "none"> = (value, key, say) => {
  const named = readName(value, key, say);
  if (!named) return undefined;
  const known = [...EDITIONS.filter((name) => name !== "epub" && name !== "pdf"), "none" as const];
  const choice = known.find((name) => name === named.value.toLowerCase());
  if (choice === undefined) {
    const near = EDITION_SYNONYMS[named.value.toLowerCase()];
    const hint = near && near !== "epub" ? `Did you mean "${near}"?` : `Write one of: ${known.join(", ")}.`;
    say(wrong(named.span, `"${named.value}" is not an edition with pages of paper.`, hint));
  }
  return choice;
};

/** https://www.bisg.org/BISAC-Subject-Codes-main and https://www.editeur.org/151/Thema/: the form of a code, not its existence. */
const SCHEMES = [
  { key: "bisac", authority: "BISAC", form: /^[A-Z]{3}[0-9]{6}$/, example: "FIC019000" },
  { key: "thema", authority: "Thema", form: /^[A-Z1-6][A-Z0-9]*(?:-[A-Z0-9]+)*$/, example: "FBA" },
] as const;

/** `Printing`, `FIC019000`, or `{bisac: FIC019000, name: Fiction / Literary}`. */
export const readSubject: Reader<Subject> = (value, key, say) => {
  if (value.kind !== "map") {
    const name = readLine(value, key, say);
    if (name === undefined) return undefined;
    const [bisac] = SCHEMES;
    return bisac.form.test(name) ? { name, scheme: { authority: bisac.authority, code: name } } : { name };
  }
  const scheme = SCHEMES.find((one) => value.entries.some((entry) => entry.key === one.key));
  if (!scheme) {
    const { name } = readFields(value, key, ["name", "bisac", "thema"], say);
    return name === undefined ? undefined : { name };
  }
  const found = readFields(value, key, [scheme.key, "name"], say);
  const code = found[scheme.key]?.toUpperCase();
  if (code === undefined) return undefined;
  if (!scheme.form.test(code)) {
    const message = `"${code}" does not look like a ${scheme.authority} code.`;
    say(wrong(spanOf(value, scheme.key), message, `Codes look like this: ${scheme.key}: ${scheme.example}`));
    return undefined;
  }
  return { name: found.name ?? code, scheme: { authority: scheme.authority, code } };
};

/** `{certifiedBy: The Harbour Press, summary: …}`. */
export const readAccessibility: Reader<AccessibilityStatement> = (value, key, say) => {
  if (value.kind === "empty") return undefined;
  if (value.kind !== "map") {
    say(wrong(value.span, `"${key}" is a group of keys.`, `${key}:\n      certifiedBy: The Harbour Press`));
    return undefined;
  }
  const known = ["certifiedBy", "summary"] as const;
  const found: { certifiedBy?: string; summary?: string } = {};
  for (const entry of value.entries) {
    const name = known.find((candidate) => candidate === entry.key);
    const text = name && readLine(entry.value, entry.key, say);
    if (name === undefined) say(unknownKey(entry.key, entry.span, known));
    else if (text !== undefined) found[name] = text;
  }
  return { ...found, span: value.span };
};

/** Where the value of a key stands. */
function spanOf(map: YamlMap, key: string): Span {
  return map.entries.find((entry) => entry.key === key)?.value.span ?? map.span;
}
