/**
 * Counters that go on from document to document of the EPUB.
 *
 * Comes in: the stylesheet and the sections, each of which becomes a document, with the content that the stylesheet gives them on a
 * screen. Goes out: the sections, those that must begin with other values than a document by itself would with an id, and the rules
 * that set the values. Without them each chapter's counters would begin anew, since a reader counts in one document at a time.
 */
import type { MarkedSection } from "../book/element.ts";
import type { ComputedStyle } from "./computed-style.ts";
import type { CounterChange } from "./counter-changes.ts";
import type { GeneratedTrees } from "./generate-content.ts";
import type { StyleSheet } from "./style-sheet.ts";

export interface CountedSections {
  readonly sections: readonly MarkedSection[];
  /** To be put after the stylesheet; empty if no counter goes on. */
  readonly css: string;
}

/** `treesOf` is called only if counters are shown at all. */
export function carryCounters(
  sheet: StyleSheet,
  sections: readonly MarkedSection[],
  treesOf: () => Pick<GeneratedTrees, "startOf" | "styleOf">,
): CountedSections {
  if (!showsCounters(sheet)) return { sections, css: "" };
  const { startOf, styleOf } = treesOf();
  const alone = startOf(sections[0]?.id ?? "");
  const rules: string[] = [];
  const counted = sections.map((section): MarkedSection => {
    const changed = [...startOf(section.id)].flatMap(([name, values]): CounterChange[] => {
      const value = values.at(-1) ?? 0;
      return value === (alone.get(name)?.at(-1) ?? 0) ? [] : [{ name, value }];
    });
    if (changed.length === 0) return section;
    const { root } = section;
    const id = root.id ?? `counted-${section.id}`;
    rules.push(`[id="${id}"] {\n  counter-reset: ${listOf(changed, styleOf(root))};\n}\n`);
    return root.id === undefined ? { ...section, root: { ...root, id, of: root } } : section;
  });
  return { sections: counted, css: rules.join("") };
}

/** What the section resets itself comes after what is carried, and so wins. */
function listOf(carried: readonly CounterChange[], { counterReset }: ComputedStyle): string {
  const all = new Map([...carried, ...counterReset].map(({ name, value }) => [name, value]));
  return [...all].map(([name, value]) => `${name} ${value}`).join(" ");
}

function showsCounters({ rules }: StyleSheet): boolean {
  return rules.some(
    ({ medium, declarations }) =>
      medium !== "print" && declarations.some((d) => d.property === "content" && /\bcounters?\(/i.test(d.value)),
  );
}
