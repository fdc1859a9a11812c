/**
 * What can be wrong with a file's notes.
 *
 * Comes in: a file's lines, its blocks, its notes. Goes out: references without a definition, definitions that nothing refers to,
 * and labels defined twice.
 */
import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import { spanAt } from "../core/span.ts";
import type { Block, Inline, Note } from "./model.ts";
import { inlinesOf, walkInlines } from "./walk.ts";

export function checkNotes(
  file: string,
  lines: readonly string[],
  blocks: readonly Block[],
  notes: readonly Note[],
  defined: ReadonlyMap<string, boolean>,
): Diagnostic[] {
  const out: Diagnostic[] = [];
  const places = definitionsIn(lines, defined);
  for (const [label, used] of defined) {
    const line = places.get(label)?.[0] ?? 0;
    const span = spanAt(file, line + 1, Math.max(0, lines[line]?.indexOf("[^") ?? 0) + 1, label.length + 3);
    if (!used) {
      const hint = `Refer to it with [^${label}], or take it out.`;
      out.push(diagnose("note/unused", span, `Nothing refers to the note [^${label}].`, hint));
    }
  }
  for (const [label, [first = 0, ...again]] of places) {
    for (const line of again) {
      const span = spanAt(file, line + 1, Math.max(0, lines[line]?.indexOf("[^") ?? 0) + 1, label.length + 3);
      const hint = `It is defined first on line ${first + 1}; give one of them another label.`;
      out.push(diagnose("note/duplicate", span, `The note [^${label}] is defined twice.`, hint));
    }
  }
  const everywhere = [...inlinesOf(blocks), ...notes.flatMap((note) => inlinesOf(note.children))];
  for (const node of walkInlines(everywhere)) out.push(...undefinedIn(node, file, lines, defined));
  return out;
}

/** Lines (0-based) that open a definition, by label. */
function definitionsIn(lines: readonly string[], defined: ReadonlyMap<string, boolean>): Map<string, number[]> {
  const found = new Map<string, number[]>();
  let fence = "";
  lines.forEach((line, i) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined && (fence === "" || mark.startsWith(fence))) fence = fence === "" ? mark : "";
    const label = fence === "" ? /^ {0,3}\[\^([^\]\s]+)\]:/.exec(line)?.[1] : undefined;
    if (label !== undefined && defined.has(label)) found.set(label, [...(found.get(label) ?? []), i]);
  });
  return found;
}

/** markdown-it leaves a reference without a definition as the text `[^label]`. */
function undefinedIn(
  node: Inline,
  file: string,
  lines: readonly string[],
  defined: ReadonlyMap<string, boolean>,
): Diagnostic[] {
  if (node.kind !== "text") return [];
  let { line } = node.span;
  let from = node.span.column - 1;
  return [...node.text.matchAll(/\[\^([^\]\s]+)\]/g)].map((match) => {
    const label = match[1] ?? "";
    // A text may go on over several lines of the file.
    const behind = lines.findIndex((text, i) => i >= line && text.includes(match[0])) + 1;
    let at = lines[line - 1]?.indexOf(match[0], from) ?? -1;
    if (at < 0 && behind > 0) {
      line = behind;
      at = lines[line - 1]?.indexOf(match[0]) ?? -1;
    }
    from = Math.max(0, at) + match[0].length;
    const span = spanAt(file, line, Math.max(0, at) + 1, match[0].length);
    const known = [...defined.keys()];
    const hint =
      known.length > 0
        ? `Notes defined in this file: ${known.slice(0, 8).join(", ")}.`
        : "This file defines no notes.";
    return diagnose(
      "note/undefined",
      span,
      `The note [^${label}] has no definition.`,
      `Add a line “[^${label}]: …”.`,
      hint,
    );
  });
}
