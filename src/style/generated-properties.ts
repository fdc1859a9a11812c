/**
 * Properties of generated text: CSS Content 3 and Lists 3.
 *
 * Comes in: nothing. Goes out: rows for the table in `properties.ts`.
 */
import { string } from "css-tree/utils";
import type { CounterChange } from "./computed-style.ts";
import { CONTENT_TAKES, parseContent } from "./content.ts";
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

/** Names, each with a whole number after it or else `usual`. */
function counters(field: "counterReset" | "counterIncrement" | "counterSet", usual: number): Property {
  const read: Property["read"] = (value) => {
    const parts = splitValue(value, " ");
    if (parts.length === 1 && parts[0]?.toLowerCase() === "none") return { [field]: [] };
    const changes: CounterChange[] = [];
    for (let i = 0; i < parts.length; i++) {
      const name = parts[i] ?? "";
      if (!/^-{0,2}[\p{L}_][\p{L}\p{N}_-]*$/u.test(name) || name.toLowerCase() === "none") return undefined;
      const written = /^[+-]?\d+$/.test(parts[i + 1] ?? "") ? parts[++i] : undefined;
      changes.push({ name, value: written === undefined ? usual : Number(written) });
    }
    return { [field]: changes };
  };
  return {
    fields: [field],
    read,
    takes: "none, or names of counters, each with a whole number if you like",
    keywords: ["none"],
  };
}

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
];
