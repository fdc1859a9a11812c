/**
 * Properties of generated text: CSS Content 3 and Lists 3.
 *
 * Comes in: nothing. Goes out: rows for the table in `properties.ts`.
 */
import { string } from "css-tree/utils";
import { CONTENT_TAKES, parseContent, parseStringSet } from "./content.ts";
import { parseCounterChanges } from "./counter-changes.ts";
import type { NamedProperty, Property } from "./property.ts";
import { splitValue } from "./values.ts";

const content: Property = {
  fields: ["content"],
  takes: `none, normal, or ${CONTENT_TAKES}`,
  keywords: ["none", "normal", "open-quote", "close-quote"],
  read: (value) => {
    const parsed = parseContent(value);
    return parsed === undefined ? undefined : { content: parsed };
  },
};

function counters(field: "counterReset" | "counterIncrement" | "counterSet", unnamed: number): Property {
  const read: Property["read"] = (value) => {
    const changes = parseCounterChanges(value, unnamed);
    return changes && { [field]: changes };
  };
  return {
    fields: [field],
    read,
    takes: "names of counters, each with a whole number or without",
    keywords: ["none"],
  };
}

const stringSet: Property = {
  fields: ["stringSet"],
  takes: `names, each with ${CONTENT_TAKES}`,
  keywords: ["none"],
  read: (value) => {
    const settings = parseStringSet(value);
    return settings && { stringSet: settings };
  },
};

const quotes: Property = {
  fields: ["quotes"],
  takes: "auto, none, or pairs of marks, each in quotation marks of its own",
  keywords: ["auto", "none"],
  read: (value) => {
    const word = value.toLowerCase();
    if (word === "auto") return { quotes: "auto" };
    if (word === "none") return { quotes: [] };
    const marks = splitValue(value, " ");
    if (marks.length % 2 === 1 || marks.some((mark) => !/^(["'])[\s\S]*\1$/.test(mark))) return undefined;
    const texts = marks.map((mark) => string.decode(mark));
    return { quotes: texts.flatMap((open, i) => (i % 2 === 0 ? [[open, texts[i + 1] ?? ""] as const] : [])) };
  },
};

export const GENERATED_PROPERTIES: readonly NamedProperty[] = [
  ["content", content],
  ["counter-reset", counters("counterReset", 0)],
  ["counter-increment", counters("counterIncrement", 1)],
  ["counter-set", counters("counterSet", 0)],
  ["quotes", quotes],
  ["string-set", stringSet],
];
